"""PLA101 over whole reports: towns to which a report holds on from end to end.

The files under test are event_places_disagree and the comparison of home towns behind it.
"""

from __future__ import annotations

import pytest

from checkers.rules import event_places_disagree
from tests.told import said, told

FIRST = (
    "KELSO, Ore. - A kiln exploded at the Harrow Lane pottery on Tuesday evening and hurt a night "
    "watchman, Kelso police said. Watchman Anton Reyle, 61, was taken to hospital with burns."
)
PAIRS = {
    "another town from dateline to police": (
        FIRST,
        "BREMER, Ore. - Anton Reyle, 61, a watchman, was burned when a kiln exploded at the "
        "Harrow Lane pottery on Tuesday evening, Bremer police said.",
        [["BREMER", "KELSO"]],
    ),
    "the police of both towns": (
        FIRST,
        "BREMER, Ore. - Anton Reyle, 61, a watchman, was burned when a kiln exploded at the "
        "Harrow Lane pottery in Kelso on Tuesday evening, Bremer police said.",
        [],
    ),
    "one town": (
        FIRST,
        "Kelso police named the watchman who was burned on Tuesday evening when a kiln exploded "
        "at the Harrow Lane pottery as Anton Reyle, 61.",
        [],
    ),
    "the state's police": (
        FIRST,
        "State police named the watchman who was burned on Tuesday evening when a kiln exploded "
        "at the Harrow Lane pottery as Anton Reyle, 61.",
        [],
    ),
    "a headline's capitals": (
        FIRST,
        "Potter Blamed For Blast, Neighbours Say Police Too Slow\n\nWatchman Anton Reyle, 61, was "
        "burned on Tuesday evening when a kiln exploded at the Harrow Lane pottery, they say.",
        [],
    ),
    "nothing else in common": (
        FIRST,
        "BREMER, Ore. - A boiler exploded in a bakery on Tuesday evening and hurt nobody, Bremer "
        "police said.",
        [],
    ),
    "another season": (
        FIRST,
        (
            "BREMER, Ore. - Anton Reyle, 61, a watchman, was burned when a kiln exploded at the "
            "Harrow Lane pottery on Tuesday evening, Bremer police said.",
            "2026-07-09T18:00:00+00:00",
        ),
        [],
    ),
}
Text = str | tuple[str, str]


@pytest.mark.parametrize(("one", "other", "flagged"), PAIRS.values(), ids=PAIRS)
def test_towns_of_one_happening(one: Text, other: Text, flagged: list[list[str]]) -> None:
    found = said(list(event_places_disagree.check(told(one, other, kind="explosion"))))
    assert found == [sorted(pair) for pair in flagged]
