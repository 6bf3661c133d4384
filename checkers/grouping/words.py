"""How much two accounts share in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from checkers.language.terms import is_age, is_name, is_person, salient_terms, weight

# How fast a term's weight falls with its rank: the first weighs twice the twelfth.
_SLOPE = 4
_MOST_TERMS = 60
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
    """

    weights: dict[str, float]
    capitals: dict[str, float]
    names: dict[str, float]
    people: frozenset[str]
    ages: frozenset[str]


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


@lru_cache(maxsize=8192)
def words_of(terms: tuple[str, ...]) -> Words:
    """The terms of an account, the weightiest first, made ready."""
    ranked = {term: 1 / sqrt(_SLOPE + rank) for rank, term in enumerate(terms)}
    return Words(
        _scaled(ranked, _LEAST_LENGTH),
        _scaled({t: w for t, w in ranked.items() if t[:1].isupper()}, _LEAST_OF_CAPITALS),
        {term: weight(term) for term in terms if is_name(term)},
        frozenset(filter(is_person, terms)),
        frozenset(filter(is_age, terms)),
    )


def likeness(a: Words, b: Words, without: frozenset[str] = frozenset()) -> Likeness:
    """What two accounts share; ``without`` are names that say nothing here, such as the city's."""
    mine = {name: w for name, w in a.names.items() if name not in without}
    theirs = {name: w for name, w in b.names.items() if name not in without}
    shared = sum(w for name, w in mine.items() if name in theirs)
    fewer = min(sum(mine.values()), sum(theirs.values()))
    return Likeness(
        words=_cosine(a.weights, b.weights),
        capitals=_cosine(a.capitals, b.capitals),
        names=shared,
        share=shared / fewer if fewer else 0.0,
        both_name=bool(mine and theirs),
        people=len(a.people & b.people),
        other_people=bool(a.people and b.people and not a.people & b.people),
        ages=len(a.ages & b.ages),
        other_ages=bool(a.ages and b.ages and not a.ages & b.ages),
    )


@lru_cache(maxsize=8192)
def _title_weights(title: str) -> dict[str, float]:
    return words_of(salient_terms(title, ())).weights


def title_likeness(title: str, other: str) -> float:
    """Cosine of two headlines, 0 to 1."""
    return _cosine(_title_weights(title), _title_weights(other))


def shared_terms(terms: Sequence[str], others: Iterable[str]) -> list[str]:
    """The terms that both have, the weightiest first."""
    held = set(others)
    return [term for term in terms if term in held]


def merged(ranked: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """One ranked list of terms out of several: what many hold comes first."""
    weights: dict[str, float] = {}
    for terms in ranked:
        for rank, term in enumerate(terms):
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
    return sum(w * b[term] for term, w in a.items() if term in b)
