"""Work done a batch at a time that no single bad item may hold up."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TypeVar

from checkers.errors import ConfigurationError

T = TypeVar("T")

log = logging.getLogger(__name__)


def salvage(
    items: Sequence[T], work: Callable[[Sequence[T]], None], give_up: Callable[[T, str], None]
) -> None:
    """Do ``work`` on all items at once; if that fails, on each alone, giving up those that fail.

    ``work`` either does everything or leaves nothing behind (a transaction). Otherwise one
    article that trips a bug would stop its batch this night and every night after.

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
        else:
            log.exception("set aside after a failure")
            give_up(items[0], what_failed(error))


def what_failed(error: BaseException) -> str:
    """One line that names an unexpected error."""
    said = str(error).strip().splitlines()
    return f"{type(error).__name__}: {said[0][:200]}" if said else type(error).__name__
