"""DAT102 and DAT107 over articles read in earnest: dates below the opening, stamps and posts.

All are published on the evening of Thursday 5 March 2026 unless their time is given.
"""

from __future__ import annotations

import pytest

from checkers.rules import event_dates_disagree, printed_before_it_happened
from tests.told import said, told

WHARF = (
    "A fire broke out at the rope works on Tanner's Wharf in Orvane on Tuesday night and burned "
    "down two sheds, the fire service said. Nobody was hurt."
)
Text = str | tuple[str, str]

PAIRS: dict[str, tuple[Text, Text, list[list[str]]]] = {
    "the fire of another day, said of the suspect": (
        WHARF,
        "A man of 31 will appear in court over the February 24 fire at the rope works on Tanner's "
        "Wharf in Orvane, prosecutors said. He denies it.",
        [["Tuesday night", "February 24"]],
    ),
    "the day further down": (
        WHARF,
        "Investigators in Orvane have ruled out a fault in the wiring. They spoke to forty people "
        "and looked at film from the quay, the fire service said.\n\nThe council has offered the "
        "owner another yard. Its members meet again next week, and the mayor wants the wall "
        "rebuilt in brick, as it was in her childhood. A fund has been opened.\n\nThe fire broke "
        "out at the rope works on Tanner's Wharf on 24 February.",
        [["24 February", "Tuesday night"]],
    ),
    "the right day further down": (
        WHARF,
        "Investigators in Orvane have ruled out a fault in the wiring after the fire at the rope "
        "works on Tanner's Wharf on 3 March, the fire service said.",
        [],
    ),
    "the day of an arrest": (
        WHARF,
        "A man of 31 was arrested on 26 February over the fire at the rope works on Tanner's "
        "Wharf in Orvane, police said.",
        [],
    ),
    "an earlier fire": (
        WHARF,
        "A fire at the rope works on Tanner's Wharf in Orvane burned down two sheds on Tuesday "
        "night. An earlier fire on 20 February had spared the rope works.",
        [],
    ),
    "a crew called to it": (
        WHARF,
        "Crews from three towns were called to Orvane on Saturday, 14 February after the rope "
        "works on Tanner's Wharf caught fire. Two sheds burned down.",
        [["Saturday, 14 February", "Tuesday night"]],
    ),
    "a bare weekday that was printed again a week later": (
        (WHARF, "2026-03-12T18:00:00+00:00"),
        (
            "A fire broke out at the rope works on Tanner's Wharf in Orvane on Tuesday, 3 March, "
            "and burned down two sheds.",
            "2026-03-04T09:00:00+00:00",
        ),
        [],
    ),
    "a year is no slip": (
        WHARF,
        "A fire broke out at the rope works on Tanner's Wharf in Orvane on 3 March 2019.",
        [],
    ),
}


@pytest.mark.parametrize(("one", "other", "flagged"), PAIRS.values(), ids=PAIRS)
def test_days_of_one_happening(one: Text, other: Text, flagged: list[list[str]]) -> None:
    found = said(list(event_dates_disagree.check(told(one, other, kind="fire"))))
    assert found == [sorted(pair) for pair in flagged]


STAMPS = {
    "a recording of two weeks before": (
        f"{WHARF} Tove Marsk reports from the quay. (Published Thursday, Feb. 19, 2026)",
        [["Tuesday night", "Thursday, Feb. 19, 2026"]],
    ),
    "a recording of the day after": (
        f"{WHARF} Tove Marsk reports from the quay. (Published Wednesday, March 4, 2026)",
        [],
    ),
    "a post shown in the text": (
        f"{WHARF}\n\nFlames over the quay tonight — Ines Alder (@inesalder) February 20, 2026",
        [["February 20, 2026", "Tuesday night"]],
    ),
    "the line with the writer's name": (
        f"By Ines Alder in News | February 22, 2026 at 6:57PM\n\n{WHARF}",
        [["February 22, 2026 at 6:57PM", "Tuesday night"]],
    ),
    "a recording of another year": (
        f"{WHARF} The quay in better days. (Published Monday, March 3, 2025)",
        [],
    ),
    "a date that is no stamp": (
        f"{WHARF} The works had passed an inspection on 19 February.",
        [],
    ),
    "a report that gives no day": (
        "Two sheds have burned down at the rope works in Orvane. (Published Thursday, Feb. 19, "
        "2026)",
        [],
    ),
}


@pytest.mark.parametrize(("text", "flagged"), STAMPS.values(), ids=STAMPS)
def test_stamps_before_the_happening(text: str, flagged: list[list[str]]) -> None:
    found = said(list(printed_before_it_happened.check(told(text))))
    assert found == [sorted(pair) for pair in flagged]
