"""How much two accounts share in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from checkers.language.details import SORTS, is_detail
from checkers.language.rarity import rarity
from checkers.language.terms import headline_words, is_age, is_name, is_person, weight

# How fast a term's weight falls with its rank: the first weighs twice the twelfth.
_SLOPE = 4
_MOST_TERMS = 60
# Names of a story that another report of it seldom lacks; the share missed where there are none.
_LEADING, _NONE_LEAD = 6, 0.5
# A word that one text of general English in a thousand holds.
_RARE = 7.0
# Lengths of the vectors of a report of average size.
_LEAST_LENGTH, _LEAST_OF_CAPITALS = 1.55, 1.1


@dataclass(frozen=True, slots=True)
class Words:
    """The terms of one account, made ready to be compared.

    Attributes:
        weights: Term to weight, as a vector of length 1, less where there are few terms.
        capitals: The same for those that are written with a capital.
        names: Names to how much sharing them tells.
        people: Full names of people concerned.
        ages: Ages given.
        rare: Its rare words.
        leading: The weightiest names, as many as say whom and where it is about.
        forms: Every word and part of a name, in small letters.
        details: Streets, numbers, years and the like, by sort.
    """

    weights: dict[str, float]
    capitals: dict[str, float]
    names: dict[str, float]
    people: frozenset[str]
    ages: frozenset[str]
    rare: frozenset[str]
    leading: tuple[str, ...]
    forms: frozenset[str]
    details: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two accounts share.

    Attributes:
        words: Cosine of all terms, 0 to 1.
        capitals: Cosine of the capitalised ones, 0 to 1.
        names: How much the shared names tell, 0 where there are none.
        share: What share of the names of the account with fewer is shared, 0 to 1.
        both_name: Whether both accounts have names.
        people: Number of people concerned whom both name.
        other_people: Whether both name people concerned, and none is shared.
        ages: Number of ages that both give.
        other_ages: Whether both give ages, and none is shared.
        rare: Number of rare words that both have.
        missed_by_one: Of the leading names of either, the greater share that the other lacks.
        missed_by_both: The lesser of the two shares.
        details: Streets, numbers, years and the like of both, by sort.
    """

    words: float
    capitals: float
    names: float
    share: float
    both_name: bool
    people: int
    other_people: bool
    ages: int
    other_ages: bool
    rare: int
    missed_by_one: float
    missed_by_both: float
    details: dict[str, tuple[frozenset[str], frozenset[str]]]

    def both(self, sort: str) -> frozenset[str]:
        """The details of a sort that both give."""
        one, other = self.details[sort]
        return one & other

    def shared(self, sort: str) -> int:
        """How many details of a sort both give."""
        return len(self.both(sort))

    def differs(self, sort: str) -> bool:
        """Whether both give details of a sort, and none is shared."""
        one, other = self.details[sort]
        return bool(one and other and not one & other)

    def most(self, sort: str) -> int:
        """How many details of a sort the one with more of them gives."""
        return max(map(len, self.details[sort]))


class _Term(NamedTuple):
    """One term by itself, whatever account it stands in.

    Attributes:
        sort: The sort of a detail; "" for a word, a name or an age.
        capital: Whether it is written with a capital.
        telling: How much sharing it tells where it is a name, else None.
        is_person: Whether it is the full name of somebody concerned.
        is_age: Whether it is an age.
        is_rare: Whether it is a rare word.
        lead: In small letters where it is one word with a capital, else "".
        forms: The words and parts of it, in small letters.
    """

    sort: str
    capital: bool
    telling: float | None
    is_person: bool
    is_age: bool
    is_rare: bool
    lead: str
    forms: tuple[str, ...]


@lru_cache(maxsize=16_384)  # about 10 MB when full; most terms come again with the next accounts
def _term(term: str) -> _Term:
    plain, small = " " not in term, term.lower()
    capital = term[:1].isupper()
    return _Term(
        sort=term.partition(" ")[0] if is_detail(term) else "",
        capital=capital,
        telling=weight(term) if is_name(term) else None,
        is_person=is_person(term),
        is_age=is_age(term),
        is_rare=plain and rarity(small) >= _RARE,
        lead=small if capital and plain else "",
        forms=tuple(small.split()),
    )


@lru_cache(maxsize=8192)
def words_of(terms: tuple[str, ...]) -> Words:
    """The terms of an account, the weightiest first, made ready."""
    known = {term: _term(term) for term in terms}
    words = [term for term in terms if not known[term].sort]
    ranked = {term: 1 / sqrt(_SLOPE + rank) for rank, term in enumerate(words)}
    told = [(term, known[term]) for term in ranked]
    capitals = [(term, one) for term, one in told if one.capital]
    details: dict[str, list[str]] = {sort: [] for sort in SORTS}
    for term, one in known.items():
        if one.sort:
            details[one.sort].append(term)
    return Words(
        _scaled(ranked, _LEAST_LENGTH),
        _scaled({term: ranked[term] for term, _ in capitals}, _LEAST_OF_CAPITALS),
        {term: one.telling for term, one in capitals if one.telling is not None},
        frozenset([term for term, one in capitals if one.is_person]),
        frozenset([term for term, one in told if one.is_age]),
        frozenset([term for term, one in told if one.is_rare]),
        tuple([one.lead for _, one in capitals if one.lead][:_LEADING]),
        frozenset([form for _, one in told for form in one.forms]),
        {sort: frozenset(found) for sort, found in details.items()},
    )


def closeness(a: Words, b: Words) -> float:
    """Cosine of all terms, 0 to 1."""
    return _cosine(a.weights, b.weights)


def share_name(a: Words, b: Words, without: frozenset[str]) -> bool:
    """Whether both have a name that tells; ``without`` are names that say nothing here."""
    return any(w and name in b.names for name, w in a.names.items() if name not in without)


def likeness(a: Words, b: Words, without: frozenset[str] = frozenset()) -> Likeness:
    """What two accounts share; ``without`` are names that say nothing here, such as the city's."""
    mine, theirs = _without(a.names, without), _without(b.names, without)
    shared = sum([w for name, w in mine.items() if name in theirs])
    fewer = min(sum(mine.values()), sum(theirs.values()))
    missed = (_missed(a, b), _missed(b, a))
    return Likeness(
        words=closeness(a, b),
        capitals=_cosine(a.capitals, b.capitals),
        names=shared,
        share=shared / fewer if fewer else 0.0,
        both_name=bool(mine and theirs),
        people=len(a.people & b.people),
        other_people=bool(a.people and b.people and not a.people & b.people),
        ages=len(a.ages & b.ages),
        other_ages=bool(a.ages and b.ages and not a.ages & b.ages),
        rare=len((a.rare & b.rare) - without),
        details={sort: (a.details[sort], b.details[sort]) for sort in SORTS},
        missed_by_one=max(missed),
        missed_by_both=min(missed),
    )


def headlines_alike(headline: str, other: str, without: frozenset[str]) -> float | None:
    """Share of two headlines that is common to both, 0 to 1, by how much their words tell.

    None where one tells nothing; ``without`` are stems that do not count.
    """
    mine, theirs = headline_words(headline), headline_words(other)
    both = sum(w for stemmed, w in mine.items() if stemmed in theirs and stemmed not in without)
    either = [
        sum(w for stemmed, w in words.items() if stemmed not in without) for words in (mine, theirs)
    ]
    return 2 * both / sum(either) if all(either) else None


def _without(names: dict[str, float], some: frozenset[str]) -> dict[str, float]:
    if some.isdisjoint(names):
        return names
    return {name: weight for name, weight in names.items() if name not in some}


def _missed(a: Words, b: Words) -> float:
    """Share of the leading names of the first that the second lacks."""
    if not a.leading:
        return _NONE_LEAD
    return sum([name not in b.forms for name in a.leading]) / _LEADING


def merged(ranked: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """One ranked list of terms out of several: what many hold comes first."""
    weights: dict[str, float] = {}
    for terms in ranked:
        for rank, term in enumerate(t for t in terms if not is_detail(t)):
            weights[term] = weights.get(term, 0.0) + 1 / sqrt(_SLOPE + rank)
    best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return tuple(term for term, _ in best[:_MOST_TERMS])


def _scaled(weights: dict[str, float], least: float) -> dict[str, float]:
    """The vector at length 1; one shorter than ``least`` stays shorter in proportion.

    Two reports of a few words share half of them by chance.
    """
    length = max(sqrt(sum(w * w for w in weights.values())), least)
    return {term: w / length for term, w in weights.items()}


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    if len(b) < len(a):
        a, b = b, a
    return sum([w * b[term] for term, w in a.items() if term in b])
