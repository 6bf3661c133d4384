"""DAT101 and DAT102 over tables of cases: weekdays, and when it happened."""

from __future__ import annotations

import pytest

from checkers.model import Finding
from checkers.rules import event_dates_disagree, weekday_is_not_that_dates
from tests.marked import Text, event, quotations, reasons
from tests.told import said, told

WEDNESDAY = "The blast struck on [Wednesday]{date 2026-03-04 day}."
THURSDAY = "The blast struck on [Thursday]{date 2026-03-05 day}."

CASES = {  # what is tried: reports, quotations in the findings, reasons
    "two days": ([Text(30, WEDNESDAY), Text(31, THURSDAY)], [["Wednesday", "Thursday"]], []),
    "one day": ([Text(30, THURSDAY), Text(31, THURSDAY)], [], []),
    "a month beside one of its days": (
        [
            Text(30, "The blast struck in [March]{date 2026-03-01 month to=2026-03-31}."),
            Text(31, THURSDAY),
        ],
        [],
        ["coarser"],
    ),
    "a day within a siege": (
        [
            Text(
                90, "The blast struck from [2 to 5 March]{date 2026-03-02 day to=2026-03-05T23:59}."
            ),
            Text(91, WEDNESDAY),
        ],
        [],
        ["within-period"],
    ),
    "local evening and the next day in UTC": (
        [
            Text(
                30, "The blast struck at [11:30 p.m. on Wednesday]{date 2026-03-04T23:30 minute}."
            ),
            Text(
                31, "The blast struck at [0430 GMT on Thursday]{date 2026-03-05T04:30 minute zone}."
            ),
        ],
        [],
        ["time-zone"],
    ),
    "noon and 12:40": (
        [
            Text(30, "The blast struck at [noon]{date 2026-03-05T12:00 minute}."),
            Text(31, "The blast struck at [12:40]{date 2026-03-05T12:40 minute}."),
        ],
        [],
        ["coarser"],
    ),
    "nine and three": (
        [
            Text(30, "The blast struck at [09:00]{date 2026-03-05T09:00 minute}."),
            Text(31, "The blast struck at [15:00]{date 2026-03-05T15:00 minute}."),
        ],
        [["09:00", "15:00"]],
        [],
    ),
    "a date of something else in the sentence": (
        [
            Text(30, "The council met on [Wednesday]{date 2026-03-04 day} after the blast."),
            Text(31, THURSDAY),
        ],
        [],
        [],
    ),
}


@pytest.mark.parametrize(("reports", "flagged", "spared"), CASES.values(), ids=CASES)
def test_event_dates(reports: list[Text], flagged: list[list[str]], spared: list[str]) -> None:
    outcomes = list(event_dates_disagree.check(event(*reports)))
    assert (quotations(outcomes), reasons(outcomes)) == (flagged, spared)


WRONG = "The fire began on [Wednesday, 5 March 2026]{date 2026-03-05 day weekday=Wednesday misfit}."
RIGHT = "The fire began on [Thursday, 5 March 2026]{date 2026-03-05 day weekday=Thursday}."


@pytest.mark.parametrize(
    ("other", "flagged"),
    [("Orvane", [["Thursday night", "early on Thursday"]]), ("Skell Bluff", [])],
    ids=["one town", "places of which nothing says that they are one"],
)
def test_hours_apart_are_of_one_blast_where_the_place_is(
    other: str, flagged: list[list[str]]
) -> None:
    one = "A boiler blast hurt a man in Orvane on Thursday night, police said."
    two = f"A boiler blast hurt a man in {other} early on Thursday, police said."
    published = "2026-03-06T09:00:00+00:00"
    found = event_dates_disagree.check(told((one, published), (two, published)))
    assert [sorted(words) for words in said(list(found))] == flagged


def test_a_wrong_weekday_is_flagged_with_the_day_it_was() -> None:
    (finding,) = weekday_is_not_that_dates.check(event(Text(30, WRONG, outlet="Harbour Post")))
    assert isinstance(finding, Finding)
    assert [e.said for e in finding.evidence] == ["Wednesday, 5 March 2026"]
    assert finding.message == (
        "Harbour Post writes “Wednesday, 5 March 2026”, but that date is a Thursday."
    )


def test_a_right_weekday_is_not() -> None:
    assert list(weekday_is_not_that_dates.check(event(Text(30, RIGHT)))) == []


def test_copies_of_a_wrong_weekday_are_one_finding() -> None:
    outcomes = list(weekday_is_not_that_dates.check(event(Text(30, WRONG), Text(31, WRONG))))
    assert quotations(outcomes) == [["Wednesday, 5 March 2026"] * 2]
