"""All rules that can run: ours, then those that other packages offer."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points

from checkers.errors import ConfigurationError
from checkers.rule import Checker
from checkers.rules import BUILT_IN

GROUP = "recount.checkers"

log = logging.getLogger(__name__)


@cache
def all_checkers() -> dict[str, Checker]:
    """Map each rule's code to its checker, built-in rules first; looked up once a process.

    Raises:
        ConfigurationError: two checkers claim one code.
    """
    found: dict[str, Checker] = {}
    for checker in (*BUILT_IN, *_plug_ins()):
        code = checker.RULE.code
        if code in found:
            raise ConfigurationError(f"{code} is claimed by {found[code]} and by {checker}")
        found[code] = checker
    return found


def _plug_ins() -> Iterator[Checker]:
    """Checkers other packages declare; one that does not import is logged and left out."""
    for entry_point in sorted(entry_points(group=GROUP), key=lambda found: found.name):
        try:
            checker: Checker = entry_point.load()
        except (ImportError, AttributeError):
            log.exception("checker plug-in %s did not load", entry_point.name)
        else:
            yield checker
