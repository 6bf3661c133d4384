"""JSON Lines: one record to a line, in UTF-8, safe to look at in a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, TextIO

from flows.plain.visible import HIDDEN


def line(record: dict[str, Any]) -> str:
    """``record`` as one line of JSON, without its line feed.

    Other scripts stay readable; hidden characters, which could steer a terminal, are escaped.
    Reading the line back gives the same values.
    """
    return HIDDEN.sub(_escaped, json.dumps(record, ensure_ascii=False))


def write(records: Iterable[dict[str, Any]], to: TextIO) -> int:
    """Write each record on its own line as it comes; return how many there were."""
    written = 0
    for record in records:
        to.write(line(record) + "\n")
        written += 1
    return written


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]
