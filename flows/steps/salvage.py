"""Work done a batch at a time that no single bad item may hold up."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TypeVar

from checkers.errors import ConfigurationError, RecountError

T = TypeVar("T")

log = logging.getLogger(__name__)


def salvage(
    items: Sequence[T], work: Callable[[Sequence[T]], None], give_up: Callable[[T, str], None]
) -> None:
    """Do ``work`` on all items at once; if that fails, on each alone, giving up those that fail.

    Otherwise one article that trips a bug would stop its batch this night and every night after.

    Args:
        items: What the work is done on.
        work: Does all it is given, or raises and leaves nothing behind (a transaction).
        give_up: Told of an item that fails alone, and why in one line.

    Raises:
        ConfigurationError: the store cannot serve; no item is to blame.
    """
    try:
        work(items)
    except ConfigurationError:
        raise
    except Exception as error:
        if len(items) > 1:
            for item in items:
                salvage([item], work, give_up)
            return
        if not isinstance(error, RecountError):  # raised on purpose: its message says it all
            log.exception("set aside after a failure")
        give_up(items[0], what_failed(error))


def what_failed(error: BaseException) -> str:
    """One line about an error: what it says if raised on purpose, else its kind as well."""
    if isinstance(error, RecountError):
        return str(error)
    said = str(error).strip().splitlines()
    return f"{type(error).__name__}: {said[0][:200]}" if said else type(error).__name__
