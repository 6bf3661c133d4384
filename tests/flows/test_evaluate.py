"""Cases are read, ordered and scored to the letter; traps of scoring stand in the tables."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from checkers.errors import WrongUse
from checkers.model import Evidence, Family, Field, Reason, Severity, Side, Span
from flows.evaluate.cases import Case, CaseUnreadable, case_from, read_cases
from flows.evaluate.scoring import Score, by_family, by_prefix, score_case, total
from storage.stored import StoredFinding
from tests.flows import invented

A, B = "https://a.example/1", "https://b.example/1"


def said(url: str, quote: str, field: Field = Field.TEXT, revision: int = 1) -> Evidence:
    """A quotation."""
    return Evidence(url, "", None, revision, Span(field, 0, 1), quote, quote[:1], quote)


def found(
    *quotations: Evidence,
    family: Family = Family.CAS,
    severity: Severity = Severity.HIGH,
    roots: int = 1,
) -> StoredFinding:
    """A finding whose sides hold one quotation each."""
    sides = tuple(Side(item.quote, (item,), roots) for item in quotations)
    finding = replace(
        invented.FINDING,
        code=f"{family.value}101",
        family=family,
        severity=severity,
        sides=sides,
        slot=" ".join(item.quote for item in quotations),
    )
    return invented.stored(finding)


def case(*expect: dict[str, Any], **further: Any) -> Case:
    """A case without articles that expects these rows."""
    return case_from({"id": "FIG-06.a", "articles": [], "expect": list(expect), **further})


def row(
    *evidence: dict[str, Any], family: str | list[str] = "CAS", **further: Any
) -> dict[str, Any]:
    """An expected finding."""
    return {"family": family, "evidence": list(evidence), **further}


TWELVE = said(A, "The blast killed 12 people.")
TWENTY = said(B, "Twenty people died.")
ROW = row({"url": A, "says": "12 people"}, {"url": B, "says": "twenty"})

MET: dict[str, tuple[dict[str, Any], StoredFinding]] = {
    "every quotation is there, in any order": (ROW, found(TWENTY, TWELVE)),
    "further quotations do no harm": (ROW, found(TWELVE, TWENTY, said(A, "Nine died."))),
    "case and white space do not count": (
        row({"url": A, "says": "KILLED\n12  people"}),
        found(said(A, "The blast killed\u00a012 people.")),
    ),
    "any family of a list": (row({"url": A, "says": "12"}, family=["NUM", "CAS"]), found(TWELVE)),
    "any address of a list": (row({"url": [B, A], "says": "12"}), found(TWELVE)),
    "any words of a list": (row({"url": A, "says": ["dozen", "12"]}), found(TWELVE)),
    "the field": (
        row({"url": A, "says": "12", "field": "caption"}),
        found(said(A, "12 died", Field.CAPTION)),
    ),
    "the revision": (
        row({"url": A, "says": "12", "revision": 2}),
        found(said(A, "12 died", revision=2)),
    ),
    "both statements of one sentence": (
        row({"url": A, "says": "12"}, {"url": A, "says": "20"}),
        found(said(A, "12 or 20 died.")),
    ),
}


@pytest.mark.parametrize(("wanted", "finding"), MET.values(), ids=MET)
def test_a_row_is_met(wanted: dict[str, Any], finding: StoredFinding) -> None:
    score = score_case(case(wanted), [finding], [])
    assert [met.finding for met in score.met] == [finding.finding]
    assert (score.missed, score.false_alarms) == ((), ())


MISSED: dict[str, tuple[dict[str, Any], StoredFinding]] = {
    "another family": (ROW, found(TWELVE, TWENTY, family=Family.NUM)),
    "one quotation is wanting": (ROW, found(TWELVE)),
    "the words stand in another article": (
        ROW,
        found(said(B, TWELVE.quote), said(A, TWENTY.quote)),
    ),
    "another field": (row({"url": A, "says": "12", "field": "title"}), found(TWELVE)),
    "another revision": (row({"url": A, "says": "12", "revision": 2}), found(TWELVE)),
    "the words stand only in what carries the value": (
        row({"url": A, "says": "dozen"}),
        found(replace(TWELVE, said="a dozen")),
    ),
}


@pytest.mark.parametrize(("wanted", "finding"), MISSED.values(), ids=MISSED)
def test_a_row_is_missed_and_the_finding_is_a_false_alarm(
    wanted: dict[str, Any], finding: StoredFinding
) -> None:
    expected = case(wanted)
    score = score_case(expected, [finding], [])
    assert (score.met, score.missed, score.false_alarms) == ((), expected.expect, (finding,))


def test_quotations_of_two_findings_do_not_add_up_to_one() -> None:
    score = score_case(case(ROW), [found(TWELVE), found(TWENTY)], [])
    assert (len(score.met), len(score.missed), len(score.false_alarms)) == (0, 1, 2)


def test_two_findings_that_meet_one_row_are_no_false_alarms() -> None:
    score = score_case(case(ROW), [found(TWELVE, TWENTY), found(TWENTY, TWELVE)], [])
    assert total([score]) == Score(met=1)


def test_a_tolerated_family_is_neither_met_nor_a_false_alarm() -> None:
    place = found(TWELVE, family=Family.PLA)
    assert total([score_case(case(tolerate=["PLA"]), [place], [])]) == Score()
    assert total([score_case(case(tolerate=["DAT"]), [place], [])]) == Score(false_alarms=1)


def test_a_tolerated_family_may_still_be_expected() -> None:
    wanted = row({"url": A, "says": "12"}, family="PLA")
    score = score_case(case(wanted, tolerate=["PLA"]), [found(TWELVE, family=Family.PLA)], [])
    assert total([score]) == Score(met=1)


def test_nothing_expected_and_nothing_found_is_no_score_at_all() -> None:
    score = total([score_case(case(), [], [])])
    assert (score.precision, score.recall, score.f1) == (None, None, None)


def test_shares() -> None:
    score = Score(met=3, missed=1, false_alarms=2)
    assert (score.precision, score.recall, score.f1) == (0.6, 0.75, 2 / 3)
    nothing = Score(missed=2)
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, 0.0, 0.0)


SEVERITIES = {
    "exact": ("high", [Severity.HIGH], 0),
    "one step off": ("medium", [Severity.HIGH], 1),
    "two steps off": ("low", [Severity.HIGH], 2),
    "the nearest of several findings": ("low", [Severity.HIGH, Severity.MEDIUM], 1),
    "not asked": (None, [Severity.HIGH], None),
}


@pytest.mark.parametrize(("wanted", "given", "off"), SEVERITIES.values(), ids=SEVERITIES)
def test_severity_is_scored_apart(
    wanted: str | None, given: list[Severity], off: int | None
) -> None:
    findings = [found(TWELVE, TWENTY, severity=severity) for severity in given]
    [met] = score_case(case({**ROW, "severity": wanted}), findings, []).met
    assert met.severity_off == off


def test_roots_are_scored_apart_whichever_side_comes_first() -> None:
    sides = (Side("12", (TWELVE,), roots=3), Side("20", (TWENTY,), roots=1))
    finding = invented.stored(replace(found(TWELVE, TWENTY).finding, sides=sides))
    for roots, right in (([1, 3], True), ([3, 1], True), ([1, 1], False)):
        [met] = score_case(case({**ROW, "roots": roots}), [finding], []).met
        assert met.roots_right is right
    [met] = score_case(case(ROW), [finding], []).met
    assert met.roots_right is None


def test_reasons_are_scored_apart_and_with_their_family() -> None:
    rows = [
        {"family": "CAS", "reason": "within-bounds"},
        {"family": "NUM", "reason": "within-bounds"},
        {"family": "CAS", "reason": "toll-grew"},
        {"family": ["NUM", "CAS"], "reason": ["rounding", "within-bounds"]},
    ]
    score = score_case(case(reasons=rows), [], [invented.RECONCILIATION])
    assert [dict(one.row) for one in score.reasons_met] == [rows[0], rows[3]]
    assert [one.reasons for one in score.reasons_missed] == [
        (Reason.WITHIN_BOUNDS,),
        (Reason.TOLL_GREW,),
    ]


def test_scores_by_family_and_by_prefix() -> None:
    either = row({"url": A, "says": "12"}, family=["CAS", "NUM"])
    scores = [
        score_case(case(either), [found(TWELVE, family=Family.NUM)], []),
        score_case(replace(case(either), id="DAT-01.b"), [found(TWENTY, family=Family.PLA)], []),
    ]
    assert by_family(scores) == {
        Family.CAS: Score(missed=1),
        Family.NUM: Score(met=1),
        Family.PLA: Score(false_alarms=1),
    }
    assert by_prefix(scores) == {"DAT": Score(missed=1, false_alarms=1), "FIG": Score(met=1)}


ORDERS: dict[str, tuple[list[str | None], list[int]]] = {
    "by fetching, not by place in the file": (
        ["2026-03-05T09:00:00Z", "2026-03-05T08:00:00Z"],
        [1, 0],
    ),
    "across zones": (["2026-03-05T09:00:00Z", "2026-03-05T09:30:00+02:00"], [1, 0]),
    "as given, where nothing is said": ([None, None, None], [0, 1, 2]),
    "one that says nothing follows the one before": (
        ["2026-03-05T09:00:00Z", None, "2026-03-05T08:00:00Z"],
        [2, 0, 1],
    ),
}


@pytest.mark.parametrize(("fetched", "order"), ORDERS.values(), ids=ORDERS)
def test_articles_are_taken_in_the_order_of_fetching(
    fetched: list[str | None], order: list[int]
) -> None:
    articles = [
        {"url": A, "text": str(number), **({"fetched": at} if at else {})}
        for number, at in enumerate(fetched)
    ]
    read = case_from({"id": "x", "articles": articles, "expect": []})
    assert [int(article["text"]) for article in read.articles] == order


BROKEN = {
    "no JSON": ("{", "not JSON: Expecting property name enclosed in double quotes at column 2"),
    "no object": ("[1]", "is no case: list indices must be integers or slices, not str"),
    "no id": ('{"articles": [], "expect": []}', "has no 'id'"),
    "nothing expected is not the same as not said": (
        '{"id": "x", "articles": []}',
        "has no 'expect'",
    ),
    "an unknown family": (
        '{"id": "x", "articles": [], "expect": [{"family": "XYZ", "evidence": []}]}',
        "is no case: 'XYZ' is not a valid Family",
    ),
}


@pytest.mark.parametrize(("line", "why"), BROKEN.values(), ids=BROKEN)
def test_a_line_that_is_no_case_is_named_and_the_others_are_read(
    tmp_path: Path, line: str, why: str
) -> None:
    path = tmp_path / "cases.jsonl"
    good = json.dumps({"id": "good", "articles": [], "expect": [], "about": "a\u2028b"})
    path.write_text(f"{good}\n\n{line}\n", encoding="utf-8")
    [read, unreadable] = read_cases(path)
    assert isinstance(read, Case)
    assert read.about == "a\u2028b"
    assert unreadable == CaseUnreadable(f"{path}, line 3", why)


def test_a_file_that_cannot_be_used_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("\n\n")
    (tmp_path / "picture.jsonl").write_bytes(b"\xff\xd8\xff\xe0")
    for name in ("missing.jsonl", "empty.jsonl", "picture.jsonl"):
        with pytest.raises(WrongUse, match=name):
            list(read_cases(tmp_path / name))
