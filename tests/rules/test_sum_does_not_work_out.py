"""NUM103 over sentences: margins, changes and shares, worked out anew."""

from __future__ import annotations

import pytest

from checkers.language.reader import read_article
from checkers.model import Article, Finding
from checkers.rules.sum_does_not_work_out import check

VOTE = "Ines Tarl took 18,420 votes and her rival, Otto Brenn, 17,310."

WRONG = {  # a text: what it states, what the numbers beside it come to
    f"{VOTE} Her majority of 1,910 is the smallest ever.": ("1,910", "1,110"),
    "The dam held 4,200 votes for closing and 3,100 against; it passed by 1,010.": (
        "1,010",
        "1,100",
    ),
    "Membership rose by 300 from 1,200 to 1,600.": ("300", "400"),
    "The herd fell from 80 to 60, a drop of 40 per cent.": ("40", "about 25 per cent"),
    "Prices rose by 50% from 200 to 240.": ("50", "about 20 per cent"),
    "They won 40 of the 160 seats, or 30 per cent.": ("30", "about 25 per cent"),
    "In June 30 per cent (40 of 160) hung empty.": ("30", "about 25 per cent"),
}

RIGHT = [
    f"{VOTE} Her majority of 1,110 is the smallest ever.",
    f"{VOTE} Her majority of about 1,000 is the smallest ever.",
    f"{VOTE} The party's majority of 11 seats is gone.",
    "The bloc has 160 votes of 300 in the house, where a simple majority of 151 votes is needed.",
    "Membership rose by 400 from 1,200 to 1,600.",
    "Membership rose by 400 from 1,204 to 1,598.",
    "Turnout rose by six percentage points from 48 to 54 per cent.",
    "The herd fell from 80 to 60, a drop of 25 per cent.",
    "They won 40 of the 161 seats, or 25 per cent.",
    "They won 40 of the 160 seats, and 30 per cent of the members stayed away.",
    "The bridge was closed from 9 to 12, an increase of five minutes.",
    "The road from Orvane to Tarl is 12 km long, a rise of 300 metres.",
]


def _slips(text: str) -> list[tuple[str, str]]:
    found = check(read_article(Article(url="https://harbourpost.example/a", text=text)))
    return [
        (f.evidence[0].said, f.message.rsplit("come to ", 1)[1].rstrip("."))
        for f in found
        if isinstance(f, Finding)
    ]


@pytest.mark.parametrize(("text", "slip"), WRONG.items())
def test_a_wrong_result_is_flagged_with_the_right_one(text: str, slip: tuple[str, str]) -> None:
    assert _slips(text) == [slip]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_or_a_rounded_result_is_left_alone(text: str) -> None:
    assert _slips(text) == []
