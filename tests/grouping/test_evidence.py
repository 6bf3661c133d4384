"""What two reports show for and against being of one happening, and what is left open."""

from __future__ import annotations

from datetime import datetime

import pytest

from checkers.grouping.evidence import evidence
from checkers.grouping.places import fit_places
from checkers.grouping.profile import Account
from checkers.grouping.times import fit_times
from checkers.grouping.words import likeness, words_of
from checkers.language.reader import read_article
from checkers.model import Article, Origin, Stamp


def account(number: int, published: str, title: str, text: str) -> Account:
    """What an article of that day ("" where unknown) is about."""
    at = datetime.fromisoformat(published) if published else None
    stamp = Stamp(at, Origin.GIVEN) if at else None
    url = f"https://outlet-{number}.example/story"
    return Account(url, at, read_article(Article(url, text, title, stamp)).mentions[0])


def found(a: tuple[str, str, str], b: tuple[str, str, str]) -> dict[str, float]:
    """What two articles, as publication, headline and text, show."""
    one, other = account(0, *a), account(1, *b)
    alike = likeness(words_of(one.mention.terms), words_of(other.mention.terms))
    return evidence(one, other, fit_times(one, other), fit_places(one, other), alike)


FIRE = "A fire at the Holm saw mill in Karsk killed four workers on {}, the fire service said."


@pytest.mark.parametrize(
    ("day", "other", "shown"),
    [
        ("Sunday", "Sunday", {"same weekday"}),
        ("Wednesday", "Wed, 4 March", {"same weekday"}),
        ("Sunday", "Wednesday", {"other weekday"}),
        ("Sunday", "Monday", set()),  # a night in between, or a day's delay
    ],
)
def test_weekdays_speak_where_nothing_is_dated(day: str, other: str, shown: set[str]) -> None:
    evident = found(("", "Mill fire", FIRE.format(day)), ("", "Mill fire", FIRE.format(other)))
    assert {"same weekday", "other weekday"} & evident.keys() == shown


def test_weekdays_say_no_more_than_the_dates_that_they_have() -> None:
    evident = found(
        ("2026-03-02T08:00:00+00:00", "Mill fire", FIRE.format("Sunday")),
        ("2026-03-02T09:00:00+00:00", "Mill fire", FIRE.format("Sunday")),
    )
    assert "same day" in evident
    assert "same weekday" not in evident


@pytest.mark.parametrize(
    ("number", "tells"),
    [("8,530", True), ("7.25", True), ("500", False), ("911", False), ("40", False)],
)
def test_a_number_that_few_texts_hold_tells(number: str, tells: bool) -> None:
    text = f"The yard at Karsk sold {number} of its planks, a clerk said."
    evident = found(("", "Planks", text), ("", "Yard", f"In Karsk they spoke of {number}."))
    assert ("telling number" in evident) is tells


@pytest.mark.parametrize(
    ("dead", "later", "alike"), [(50, 59, True), (50, 90, False), (3, 4, False)]
)
def test_a_great_toll_grows_a_little(dead: int, later: int, alike: bool) -> None:
    text = "A blast in Karsk killed {} people, the mayor said."
    evident = found(("", "Blast", text.format(dead)), ("", "Blast", text.format(later)))
    assert ("like toll" in evident) is alike


def test_headlines_are_alike_by_what_their_words_tell_and_not_by_their_places() -> None:
    same = found(("", "Saw mill burns in Karsk", ""), ("", "Karsk saw mill burns", ""))
    other = found(("", "Saw mill burns in Karsk", ""), ("", "Bakery robbed in Karsk", ""))
    assert same["headlines"] == pytest.approx(1.0)
    assert "headlines" not in other


@pytest.mark.parametrize(
    ("dead", "later", "day", "shown"),
    [
        (4, 4, "Sunday", True),
        (3, 3, "Sunday", False),
        (4, 5, "Sunday", False),
        (4, 4, "Saturday", False),
    ],
)
def test_four_dead_are_those_of_that_place_and_day(
    dead: int, later: int, day: str, shown: bool
) -> None:
    text = "A gunman in Karsk killed {} people on {}, the mayor said."
    evident = found(
        ("2026-03-02T09:00:00+00:00", "Shooting", text.format(dead, "Sunday")),
        ("2026-03-03T09:00:00+00:00", "Shooting", text.format(later, day)),
    )
    assert ("many dead of one place and day" in evident) is shown


def test_nothing_shared_but_a_town_speaks_against() -> None:
    name = "nothing of a headline, kind or rare word shared"
    mill = ("2026-03-02T09:00:00+00:00", "Saw mill burns in Karsk", FIRE.format("Sunday"))
    fair = ("2026-03-02T09:00:00+00:00", "Karsk opens its fair", "Karsk danced until dawn.")
    undated = ("", *fair[1:])
    assert name in found(mill, fair)
    assert name not in found(mill, ("2026-03-02T09:00:00+00:00", "Karsk mill", fair[2]))
    assert name not in found(mill, undated)


@pytest.mark.parametrize(("day", "shown"), [("8 March", False), ("9 March", True)])
def test_days_of_other_weeks_lie_a_week_apart(day: str, shown: bool) -> None:
    evident = found(
        ("2026-03-10T09:00:00+00:00", "Mill fire", FIRE.format("1 March")),
        ("2026-03-10T09:00:00+00:00", "Mill fire", FIRE.format(day)),
    )
    assert ("a week apart" in evident) is shown
