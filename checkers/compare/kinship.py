"""Whether two accounts that differ in one thing surely tell of one happening, by all the rest."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache, lru_cache

from checkers.language.lexicon import listed
from checkers.model import ClaimKind, Figure, Member, Mention

# Points from which two accounts that were grouped are so surely one that a difference between
# them is one, and from which two that were kept apart are one all the same. Set on invented cases
# and on reports of real shootings, which share most of their words.
LIKELY_ONE = 2.0
SURELY_ONE = 2.9
# The same for two that were kept apart by their places alone.
ONE_BUT_FOR_PLACE = 2.3
_PERSON, _AMOUNT, _FIGURE, _TERM = 2.0, 1.2, 0.4, 0.15
_MOST_PERSONS, _MOST_AMOUNTS, _MOST_TERMS = 2, 2, 8  # more of the same tells nothing new
_TELLING = 13  # figures below are shared by chance
_SAME_DAYS = timedelta(days=1)
# Words with a capital one after another: a person's name, or that of a house or a ship.
_NAME_WORD = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:[-'’]?[A-ZÀ-Þ]?[a-zà-ÿ]+)*(?![\w])"
_SEQUENCE = re.compile(rf"\b{_NAME_WORD}(?: {_NAME_WORD}){{1,3}}")
# A number of two figures or more with what it counts or measures: "46 metres".
_QUANTITY = re.compile(r"\b(\d{2,3}(?:[.,]\d+)?|\d[.,]\d+) ([a-z]{3,})")
_ROUND = re.compile(r"\d*[05]|1[0-2]")
_NO_AMOUNT = frozenset(
    "year years block percent per and minutes hours days people weeks other others".split()
)
# Endings of words that are no names: "Environmental Conservation".
_NO_NAME = re.compile(r"(?:tion|ment|mental|ity|ness|ship|ical|ional|ance|ence)s?$")
_WORD = re.compile(r"(?<![\w-])[a-zà-ÿ]+")


def kinship(one: Member, other: Member, without: frozenset[str] = frozenset()) -> float:
    """How much two accounts share in persons, amounts, figures and telling words.

    Args:
        one: A mention that its article is about.
        other: Another.
        without: Words of the names of places, which tell nothing where places are compared.
    """
    a, b = _mention(one), _mention(other)
    persons = _persons(one, without) & _persons(other, without)
    amounts = _amounts(one) & _amounts(other)
    terms = ({t.lower() for t in a.terms} & {t.lower() for t in b.terms}) - without
    return (
        _PERSON * min(len(persons), _MOST_PERSONS)
        + _AMOUNT * min(len(amounts), _MOST_AMOUNTS)
        + _TERM * min(len(terms), _MOST_TERMS)
        + sum(_same(figure, b.figures.get(measure)) for measure, figure in a.figures.items())
    )


def of_one_day(one: Member, other: Member) -> bool:
    """Whether the times of two accounts meet, give or take a day, or one of them gives none."""
    a, b = _mention(one).when, _mention(other).when
    if a is None or b is None:
        return True
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return True
    return a.first - _SAME_DAYS <= b.last and b.first - _SAME_DAYS <= a.last


def _mention(member: Member) -> Mention:
    return member.reading.mention(member.mention)


def _persons(member: Member, without: frozenset[str]) -> set[str]:
    """The names of two words and more in an article, organisations and hospitals left out."""
    found = set()
    for words, no_names in _names(member.reading.article.text):
        own = [word for word in words if word not in without]
        if len(own) > 1 and no_names.isdisjoint(own):
            found.add(" ".join(own[-2:]))
    return found


@lru_cache(maxsize=1024)  # of the articles of a few events, each compared with the others
def _names(text: str) -> frozenset[tuple[tuple[str, ...], frozenset[str]]]:
    """What is written with capitals and may be a person's name.

    Each as its words in small letters, and those of them that are hardly part of a name.
    """
    found = set()
    small = frozenset(_WORD.findall(text))
    for sequence in set(_SEQUENCE.findall(text)):
        words = [word.removesuffix("'s").lower() for word in sequence.split()]
        if _institutions().isdisjoint(words):
            own = tuple(word for word in words if word not in _common())
            found.add((own, frozenset(w for w in own if w in small or _NO_NAME.search(w))))
    return frozenset(found)


@cache
def _institutions() -> frozenset[str]:
    """Words that make a name that of an institution, which many reports of a city name."""
    nouns = listed("places", "organisation_nouns") | listed("places", "hospital_nouns")
    return nouns | listed("places", "outlet_nouns")


@cache
def _common() -> frozenset[str]:
    """Words that tell nothing in a name: days, titles, "the", "Street", "North"."""
    books = ("calendar", "titles", "function_words", "site_nouns", "region_nouns", "town_nouns")
    return frozenset().union(*(listed("places", book) for book in (*books, "compass")))


def _amounts(member: Member) -> set[str]:
    """Numbers that are not round: of people and things counted, and of what is measured."""
    counted = {
        f"{claim.count.point:g}"
        for claim in member.claims()
        if claim.kind is ClaimKind.COUNT and claim.count.point and claim.count.point >= _TELLING
    }
    found = _QUANTITY.findall(member.reading.article.text)
    measured = {number for number, noun in found if noun not in _NO_AMOUNT}
    return {number for number in counted | measured if not _ROUND.fullmatch(number)}


def _same(figure: Figure, other: Figure | None) -> float:
    """Points for one figure that both give."""
    if other is None or figure.low is None or (figure.low, figure.high) != (other.low, other.high):
        return 0.0
    return _FIGURE if figure.low > 1 else 0.0
