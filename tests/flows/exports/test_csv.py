"""CSV: one row to a finding, with both quotations, and nothing a spreadsheet would run."""

from __future__ import annotations

import csv as reader
import io
from dataclasses import replace

import pytest

from checkers.model import Side
from flows.exports import csv
from storage.stored import StoredFinding
from tests.flows import invented


def rows(*findings: StoredFinding) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    assert csv.write(iter(findings), out) == len(findings)
    return list(reader.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_a_row_holds_the_finding_and_both_its_sides() -> None:
    [row] = rows(invented.stored())
    assert (row["code"], row["severity"], row["status"]) == ("CAS101", "high", "open")
    assert (row["event"], row["event_from"]) == ("Ferry fire off Port Lann", "2026-03-05")
    assert [
        (row[f"value_{side}"], row[f"publisher_{side}"], row[f"said_{side}"]) for side in (1, 2)
    ] == [
        ("killed: 14", "The Lann Telegraph", "Fourteen people"),
        ("killed: 23", "North Wire", "23 people"),
    ]
    assert (row["sources_1"], row["articles_1"], row["sides"]) == ("1", "1", "2")


def test_a_finding_inside_one_sentence_has_one_side() -> None:
    alone = replace(invented.FINDING, sides=invented.FINDING.sides[:1], event=None)
    [row] = rows(invented.stored(alone))
    assert (row["event"], row["value_2"], row["quote_2"], row["sides"]) == ("", "", "", "1")


CELLS = {
    "a formula": ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
    "a sum": ("+1", "'+1"),
    "a difference": ("-1", "'-1"),
    "a function of older spreadsheets": ("@SUM(1)", "'@SUM(1)"),
    "a formula behind a tab": ("\t=1", "' =1"),
    "a formula behind a line end": ("\n=1", "'\n=1"),
    "a full-width formula": ("＝1", "'＝1"),
    "an escape sequence": ("\x1b[31m9 died", "␛[31m9 died"),
    "a number is left alone": ("12 = twelve", "12 = twelve"),
    "quotation marks and line ends are quoted": ('"9"\ndied; 3,', '"9"\ndied; 3,'),
}


@pytest.mark.parametrize(("words", "cell"), CELLS.values(), ids=CELLS)
def test_no_cell_is_a_formula(words: str, cell: str) -> None:
    said = replace(invented.evidence(invented.FOURTEEN), quote=words)
    sides = (Side("14", (said,)), invented.FINDING.sides[1])
    [row] = rows(invented.stored(replace(invented.FINDING, sides=sides)))
    assert row["quote_1"] == cell


def test_an_empty_export_still_has_its_header() -> None:
    out = io.StringIO(newline="")
    csv.write([], out)
    assert out.getvalue() == ",".join(csv.HEADER) + "\r\n"
