"""JSON Lines: every value comes back, and nothing in a line can steer a terminal."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from flows.exports import jsonl

VALUES = {
    "another script stays readable": ("कम से कम 12", "कम से कम 12"),
    "an escape sequence": ("\x1b[2J", "\\u001b[2J"),
    "a C1 control": ("\x9b2J", "\\u009b2J"),
    "a right-to-left override": ("\u202etxt", "\\u202etxt"),
    "half a surrogate pair": ("\ud800", "\\ud800"),
    "a tag": ("\U000e0041", "\\udb40\\udc41"),
    "a line separator": ("a\u2028b", "a\\u2028b"),
    "a quotation mark after a backslash": ('\\"', '\\\\\\"'),
}


@pytest.mark.parametrize(("value", "written"), VALUES.values(), ids=VALUES)
def test_a_line_is_safe_and_gives_the_value_back(value: str, written: str) -> None:
    line = jsonl.line({"quote": value})
    assert line == f'{{"quote": "{written}"}}'
    assert json.loads(line) == {"quote": value}


def test_one_record_to_a_line() -> None:
    out = io.StringIO()
    records: list[dict[str, Any]] = [{"a": 1}, {"b": "x\ny"}]
    assert jsonl.write(iter(records), out) == 2
    assert out.getvalue() == '{"a": 1}\n{"b": "x\\ny"}\n'
