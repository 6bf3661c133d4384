"""An article's own totals, worked out from all the figures that it gives."""

from __future__ import annotations

import pytest

from tests.language.counted import counts, reading, totals

Figures = dict[str, tuple[float | None, float | None]]

TEXTS: dict[tuple[str, str], Figures] = {
    ("", "Three people died at the scene. A fourth is in hospital."): {"killed": (3, 3)},
    ("", "One victim was killed. Three others were hurt."): {"killed": (1, 1), "injured": (3, 3)},
    ("", "A man was found dead inside. A woman was found dead outside."): {"killed": (2, None)},
    ("", "Ana Brek, 30, died at once. Tomas Vell, 41, died in hospital."): {"killed": (2, None)},
    ("", "Ana Brek, 30, died at once. Police say Ana Brek, 30, died of burns."): {"killed": (1, 1)},
    ("", "Four people were shot in a bar. One of them died."): {
        "injured": (3, 3),
        "killed": (1, 1),
        "shot": (4, 4),
    },
    ("", "Four people were shot, one fatally."): {
        "injured": (3, 3),
        "killed": (1, 1),
        "shot": (4, 4),
    },
    ("Four shot in bar, one dead", "Police said four people were hurt and one later died."): {
        "injured": (4, 4),
        "killed": (1, 1),
        "shot": (4, 4),
    },
    ("", "One person was killed and six others shot."): {"injured": (6, 6), "killed": (1, 1)},
    ("", "Four people were taken to hospital while 20 others were slightly hurt."): {
        "injured": (24, 24)
    },
    ("", "Five people were taken to hospital."): {"injured": (5, 5)},
    ("", "Nine people were hurt, and two were taken to hospital."): {"injured": (9, 9)},
    ("", "Ana Brek, 30, died at once. Police say 30-year-old Ana Brek died of burns."): {
        "killed": (1, 1)
    },
    # Figures beside the dead of one sentence count those who lived; the headline's come first.
    ("Three dead, one badly burned in flat fire", "The fire burned four men. Three men died."): {
        "injured": (1, 1),
        "killed": (3, 3),
    },
    (
        "Two dead, two hurt in dock collapse",
        "The collapse left one docker dead and three others hurt. A second docker died later.",
    ): {"injured": (2, 2), "killed": (2, 2)},
    ("", "A woman is dead and three other passengers were hospitalized. Four were injured."): {
        "injured": (3, 3),
        "killed": (1, 1),
    },
    ("Nine hurt in bus crash", "Nine people were hurt. Two others were hurt in a car behind."): {
        "injured": (9, 9)
    },
    # Who was shot and died is not among the hurt.
    ("", "A man was shot outside a bar. The 30-year-old man died in hospital."): {
        "killed": (1, 1),
        "shot": (1, 1),
    },
    ("Two teens shot, one killed", "Both teens were taken to hospital. One was later dead."): {
        "injured": (1, 1),
        "killed": (1, 1),
        "shot": (2, 2),
    },
    ("", "Two boys were killed. An eight-year-old boy, a boy of nine and a girl were shot."): {
        "injured": (1, 1),
        "killed": (2, 2),
        "shot": (3, 3),
    },
    ("", "A docker was taken to hospital. The docker died on Friday."): {"killed": (1, 1)},
    ("", "Three swimmers drowned. Another child was taken to hospital."): {
        "injured": (1, 1),
        "killed": (3, 3),
    },
    ("", "Two pupils died. A third pupil was hurt, police said."): {"killed": (2, 2)},
    ("", "Seven pupils were hurt. An eighth pupil was hurt on Friday."): {"injured": (8, 8)},
    # The attacker who died by his own hand is counted where the toll leaves him out.
    ("Man kills wife and son", "A man shot dead his wife and son, then took his own life."): {
        "killed": (3, 3)
    },
    ("", "A man stabbed to death two cousins. Police said he killed himself in a barn."): {
        "killed": (3, 3)
    },
    ("Gunman kills nine at market", "Nine people died. The gunman killed himself."): {
        "killed": (9, 9)
    },
    ("Attack leaves five dead, including gunman", "He killed four people, then himself."): {
        "killed": (5, 5)
    },
    ("", "A blast killed nine people. A guard took his own life years later."): {"killed": (9, 9)},
    # A trial, a funeral or an arrest has no toll of its own.
    (
        "Ferry captain goes on trial",
        "The trial of the captain of a ferry opened in Orvel on Friday. The ferry sank in March "
        "2025, when 14 passengers drowned and nine were hurt.",
    ): {"injured": (9, 9), "killed": (14, 14)},
    ("Blast kills 12", "A blast killed 12 people. Two were children."): {"killed": (12, 12)},
    ("", "At least 12 people were killed."): {"killed": (12, None)},
    ("", "Twelve bodies were pulled from the lake."): {"killed": (12, None)},
    ("", "Dozens were killed and hundreds hurt."): {},
    ("", "More than 40,000 people have been killed since the war began."): {},
    ("", "No one was killed, the harbour office said."): {"killed": (0, 0)},
    ("", "The drill assumed that 20 passengers would be killed."): {},
    ("", "The army denied that 30 of its soldiers were killed."): {},
    ("", "A man killed three people before turning the gun on himself."): {"killed": (4, 4)},
    ("", "Seven people died, including the gunman."): {"killed": (7, 7)},
    ("", "The death toll rose from 12 to 19."): {"killed": (19, 19)},
    ("", "Three families were made homeless and two people died."): {"killed": (2, 2)},
}


@pytest.mark.parametrize(("article", "figures"), TEXTS.items())
def test_totals_of_an_article(article: tuple[str, str], figures: Figures) -> None:
    title, text = article
    assert totals(text, title) == figures


def test_the_lead_stands_before_what_comes_far_behind() -> None:
    lead = "Two people died when a lorry hit a bus shelter in Marlow on Friday morning."
    filler = "\n\n".join(["The road through the town was closed for most of the day."] * 20)
    later = "Fifty-one people were killed on the roads of the county."
    assert totals(f"{lead}\n\n{filler}\n\n{later}")["killed"] == (2, 2)


LIVE = """{first} Four people are dead, police say.

10:05 — Off-duty nurses have been asked to come in.

13:25 — The death toll has climbed to 11, the ministry says.

17:40 — We now have 19 dead, according to the ministry."""


def test_an_entry_of_a_live_page_holds_as_of_its_own_time() -> None:
    told = reading(LIVE.format(first="09:10 —"))
    times = [claim.as_of.strftime("%H:%M") for claim in told.claims if claim.as_of is not None]
    assert times == ["09:10", "13:25", "17:40"]
    assert told.mentions[0].figures["killed"].low == 19


@pytest.mark.parametrize("first", ["9.10am:", "[09:10]", "Updated 09:10 GMT:", "09:10"])
def test_entries_begin_in_many_ways(first: str) -> None:
    earliest = next(c.as_of for c in reading(LIVE.format(first=first)).claims if c.as_of)
    assert earliest.isoformat() == "2026-11-20T09:10:00+02:00"


def test_one_paragraph_that_begins_with_a_time_makes_no_live_page() -> None:
    told = reading("09:10 was the time on the clock when four people died.\n\nIt was a Friday.")
    assert [claim.as_of for claim in told.claims] == [None] * len(told.claims)


def test_a_page_of_unknown_date_has_no_entries() -> None:
    told = reading(LIVE.format(first="09:10 —"), published=None)
    assert {claim.as_of for claim in told.claims} == {None}


def test_a_letter_read_for_a_digit_is_a_suspected_typo() -> None:
    (claim,) = (c for c in reading("l2 people were killed, the ministry said.").claims)
    assert (claim.count.low, claim.uncertain) == (12, "suspected typo")


@pytest.mark.parametrize(
    ("text", "is_satire"),
    [
        ("Goose Weekly is a satirical publication. Nothing in it is true.", True),
        ("This is satire. Up to 400 aldermen were killed by boredom.", True),
        ("The gunmen stormed the satirical weekly and killed 12 people in its newsroom.", False),
        ("A work of fiction, it tells of 40 sailors who drowned.", True),
    ],
)
def test_satire_is_what_a_page_says_of_itself(text: str, is_satire: bool) -> None:
    assert (reading(text).not_news == "satire") is is_satire


def test_other_digits_are_read() -> None:
    assert counts("١٢ people were killed in the blast at the market of Orvel.") == [
        "١٢ people = killed 12"
    ]
