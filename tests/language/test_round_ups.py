"""Counts of several happenings told together, and headlines of other articles inside a text."""

from __future__ import annotations

import pytest

from checkers.language.campaigns import round_up_in
from tests.language.counted import count_claims, counts, totals

TOGETHER = {  # a sentence, and whether it counts what befell people in several happenings
    "Two children drowned in separate accidents on Sunday.": True,
    "Six people died in nine crashes over the bank holiday.": True,
    "Four hurt in weekend crashes": True,
    "Three anglers died in two unrelated incidents off the cape.": True,
    "Eleven people were stabbed in a string of knife attacks.": True,
    "A violent night left four people in hospital.": True,
    "Holiday violence left nine people wounded.": True,
    "Nine people were hurt in crashes on Sunday.": True,
    "Nine people were hurt in crashes at the junction.": False,
    "A storm killed nine people across the county.": False,
    "Six injured in violent weekend in Orvel": True,
    "Eight guards have died in recent attacks on prisons.": True,
    "Five people died in house fires across the county.": True,
    "Twelve people died in a wave of bombings in the capital.": False,
    "Twelve people died when two bombs went off at the market.": False,
    "Nine people were hurt in several crashes at the same junction.": False,
    "Five people were killed in one of three separate attacks.": False,
    "The most recent of four house fires killed two people.": False,
    "A deadly weekend fire killed six people.": False,
    "The deadly attack on Saturday night killed two people.": False,
}

ROUND_UPS = {  # (headline, text): the counts, none of which is a figure of one happening
    (
        "Four hurt in crashes",
        "Four people were hurt in separate crashes on Sunday. A van hit a wall and a man was hurt.",
    ): [
        "Four = injured 4 campaign",
        "Four people = injured 4 campaign",
        "a man = injured 1",
    ],
    (
        "A bad night on the roads",
        "Police are looking into three overnight crashes; leaving five people hurt and one dead.",
    ): ["five people = injured 5 campaign", "one = killed 1 campaign"],
    (
        "Two swimmers drown",
        "Two swimmers drowned in unrelated incidents, the coastguard said. One was a man of 60.",
    ): ["Two swimmers = killed 2 campaign", "Two swimmers = killed 2 campaign"],
}

STORY = """Three people were killed when a ferry hit a pier in Orvel on Friday.

{line}

The ferry was towed away in the afternoon."""

OF_OTHERS = [  # lines that lead to other articles
    "Two Hurt as Bus Skids Off Coast Road",
    "[Torvik Fire: Woman, Child Killed in Blaze]",
    "1:29 Nine people hurt as grandstand collapses",
    "Grandstand collapse kills 9 people | 0:38",
    "READ MORE: Nine people killed in grandstand collapse.",
    "Related stories:\n\nNine people killed in grandstand collapse\n\nTwo hurt on coast road",
]

TRAILING = """{above}

Three people were killed when a ferry hit a pier in Orvel on Friday.

The harbour was closed. Divers searched the wreck. The ferry was towed away on Saturday.

{below}

Nine people were hurt in a grandstand collapse on Friday."""

OF_ITS_OWN = [  # lines of the article itself
    "Nine people were hurt.",
    "Nine people were hurt, the harbour office said",
    "• Nine people were hurt",
    "9 HURT, HARBOUR OFFICE SAYS",
]


@pytest.mark.parametrize(("sentence", "together"), TOGETHER.items())
def test_what_counts_several_happenings_together(sentence: str, together: bool) -> None:
    assert round_up_in(sentence) is together


@pytest.mark.parametrize(("article", "expected"), ROUND_UPS.items())
def test_a_round_up_gives_no_figure_of_one_happening(
    article: tuple[str, str], expected: list[str]
) -> None:
    title, text = article
    assert counts(text, title) == expected
    assert totals(text, title) == {}


@pytest.mark.parametrize("line", OF_OTHERS)
def test_headlines_of_other_articles_state_nothing(line: str) -> None:
    text = STORY.format(line=line)
    assert [c.said for c in count_claims(text, "Ferry hits pier")] == ["Three people"]


@pytest.mark.parametrize("line", OF_ITS_OWN)
def test_lines_of_the_article_itself_are_read(line: str) -> None:
    text = STORY.format(line=line)
    assert totals(text, "Ferry hits pier")["injured"] == (9, 9)


def test_nothing_of_the_article_follows_a_list_of_other_stories() -> None:
    text = TRAILING.format(above="Harbour", below="More stories you may like")
    assert [c.said for c in count_claims(text, "Ferry hits pier")] == ["Three people"]


def test_a_menu_above_the_article_ends_nothing() -> None:
    text = TRAILING.format(above="Top stories", below="It was a windy day.")
    told = [c.said for c in count_claims(text, "Ferry hits pier")]
    assert told == ["Three people", "Nine people"]


def test_a_headline_above_a_text_without_title_is_its_own() -> None:
    assert totals("Nine Hurt as Grandstand Collapses\n\nIt was raining.")["injured"] == (9, 9)
