"""NUM101 and NUM102 over a table of cases: rockets, houses, vehicles."""

from __future__ import annotations

import pytest

from checkers.rules import count_differs_inside_article, counted_things_disagree
from tests.marked import Text, event, quotations, reading, reasons

CASES = {  # what is tried: reports, quotations in the findings, reasons
    "seven houses or eleven, the later report lower": (
        [
            Text(18, "[Seven houses]{house 7..7 action=burned} burned down."),
            Text(17.5, "[Eleven houses]{house 11..11 action=burned} burned down."),
        ],
        [["Eleven houses", "Seven houses"]],
        [],
    ),
    "fired is not intercepted": (
        [
            Text(18, "[40 rockets]{rocket 40..40 action=fired} were fired."),
            Text(17.5, "[34 rockets]{rocket 34..34 action=intercepted} were intercepted."),
        ],
        [],
        ["subset"],
    ),
    "a fire that spreads": (
        [
            Text(9, "[Seven houses]{house 7..7 action=burned} burned down."),
            Text(17.5, "[Eleven houses]{house 11..11 action=burned} burned down."),
        ],
        [],
        ["toll-grew"],
    ),
    "about 40 and 42": (
        [
            Text(18, "[About 40 cars]{vehicle 38..42 about point=40 action=involved} collided."),
            Text(17.5, "[42 cars]{vehicle 42..42 action=involved} collided."),
        ],
        [],
        ["rounding"],
    ),
    "claimed six, seen five, in one report": (
        [
            Text(
                18,
                "The group says it fired [six]{rocket 6..6 action=fired by=the-group}. "
                "An official saw [five]{rocket 5..5 action=fired by=an-official}.",
            ),
            Text(17.5, "An official saw [five]{rocket 5..5 action=fired by=an-official}."),
        ],
        [],
        ["disputed"],
    ),
}


@pytest.mark.parametrize(("reports", "flagged", "spared"), CASES.values(), ids=CASES)
def test_things(reports: list[Text], flagged: list[list[str]], spared: list[str]) -> None:
    outcomes = list(counted_things_disagree.check(event(*reports)))
    assert (quotations(outcomes), reasons(outcomes)) == (flagged, spared)


def test_a_headline_that_counts_differently() -> None:
    article = Text(
        9,
        "[Seven houses]{house 7..7 action=burned} burned down.",
        title="[Nine houses]{house 9..9 action=burned} burn",
    )
    outcomes = list(count_differs_inside_article.check(reading(article)))
    assert quotations(outcomes) == [["Nine houses", "Seven houses"]]
