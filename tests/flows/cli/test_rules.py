"""The rules on the command line, and the words that explain claims and reasons."""

from __future__ import annotations

from checkers.registry import all_checkers
from flows.plain.vocabulary import FAMILIES
from tests.flows.cli.conftest import Recount

CODES = sorted(all_checkers())


def test_every_rule_is_listed(recount: Recount) -> None:
    ran = recount("rules", "--json")
    assert [record["code"] for record in ran.records] == CODES
    assert all(record["family"] in FAMILIES for record in ran.records)
    people = recount("rules").out
    assert all(code in people for code in CODES)


def test_every_rule_is_explained(recount: Recount) -> None:
    for code in CODES:
        ran = recount("explain", code.lower())
        assert ran.code == 0
        assert ran.out.startswith(code)
        for part in ("Flags", "Spares", "Flagged", "Not flagged"):
            assert part in ran.out


def test_the_page_of_rules_has_a_section_for_each(recount: Recount) -> None:
    page = recount("rules", "--markdown").out
    assert page.startswith("# Rules\n")
    assert [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")] == [
        *CODES,
        "Why a difference is not a finding",
    ]


def test_the_fields_of_claims_are_explained(recount: Recount) -> None:
    page = recount("explain", "claims").out
    for words in ("attributed_to", "least number the words allow", "weekday", "file_photo"):
        assert words in page
    [record] = recount("explain", "claims", "--json").records
    assert list(record["date"]) == ["from", "to", "weekday"]


def test_a_reason_is_explained(recount: Recount) -> None:
    ran = recount("explain", "within-bounds")
    assert ran.out == (
        "within-bounds: two statements differ, but their wording leaves room for both.\n"
    )


def test_an_unknown_code_is_said_in_one_line(recount: Recount) -> None:
    ran = recount("explain", "XYZ999")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("recount: there is no rule 'XYZ999'; recount rules lists all ")
