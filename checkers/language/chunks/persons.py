"""People spoken of without a number: "a man", "her son", "a couple", "54-year-old Lena Orsk"."""

from __future__ import annotations

from functools import cache

from checkers.language.chunks.chunk import Chunk, Forms
from checkers.language.chunks.doers import DEATH, MOST_BARE, by_trade, is_told_of, only_modifies
from checkers.language.chunks.names import named
from checkers.language.chunks.row import Row
from checkers.language.chunks.vocabulary import effects, is_singular
from checkers.language.lexicon import listed, mapped

_MOST_MODIFIERS = 8
_ARTICLES = frozenset({"a", "an", "another", "the", "one"})
_NEW = frozenset({"a", "an", "another", "one"})  # before somebody not spoken of yet
_OF_ONE = frozenset({"killed", "injured", "missing"})
_AGE_WORDS = frozenset({"-", "year", "years", "month", "months", "week", "weeks", "day", "days"})
_FARTHEST_HEAD = 4  # "a Las Marlas family of five"
_GROWN_UP = 18
_PARTIES = frozenset({"family", "group", "party", "team", "crew"})


@cache
def _possessives() -> frozenset[str]:
    return listed("grammar", "possessives")


@cache
def person_starts() -> frozenset[str]:
    """Lower-case words with which somebody can start, those of ``groups`` left out."""
    words = mapped("casualties", "collectives")
    return _ARTICLES | _possessives() | frozenset(words) | {"both", "he", "she"}


@cache
def _collectives() -> frozenset[str]:
    """The heads of what ``_collective`` reads."""
    return _PARTIES | frozenset(mapped("casualties", "collectives")) | {"twin"}


def person(row: Row, at: int, before: list[Chunk]) -> Chunk | None:
    """Somebody who starts at a token, or None; ``before`` are the chunks read so far."""
    word = row.words[at]
    if word in _ARTICLES or word in _possessives():
        return _collective(row, at) or _described(row, at, at + 1) or _one_national(row, at, before)
    if word == "both":
        return _both(row, at)
    if at in row.numbers:  # "54-year-old Lena Orsk"
        return _described(row, at, at)
    if word in ("he", "she") and (row.word(at + 1) == "and" or is_told_of(row, at + 1, DEATH)):
        return Chunk("S", at, at + 1, noun=word, group="people", definite=True, singular=1)
    if _may_be_bare(row, at, before):
        found = _collective(row, at - 1) or _described(row, at, at)
        if found is not None:
            found.first, found.bare = at, True
            return found
    return named(row, at) if row.raw[at][0].isupper() else None


def _one_national(row: Row, at: int, before: list[Chunk]) -> Chunk | None:
    """As in "two Koreans, a Thai and four Laotians": somebody by nation, in a list of people."""
    if row.words[at] not in ("a", "an") or row.headline or row.title_case:
        return None
    name = at + 1
    listed_ = "".join(chunk.tag for chunk in before[-2:]) in ("Q,", "QC", "S,", "SC", ",C")
    nation = row.word(name) and row.raw[name][0].isupper() and row.word(name + 1) in (",", "and")
    if not listed_ or not nation or not any(chunk.tag == "Q" for chunk in before):
        return None
    return Chunk("S", at, name + 1, noun=row.word(name), group="people", singular=1)


def _may_be_bare(row: Row, at: int, before: list[Chunk]) -> bool:
    """Where a noun can do without "a": in headlines, and in lists ("a woman and child")."""
    if not before:
        return True
    last = before[-1].tag
    if row.headline:
        return last in ',C;E"P'
    if last not in ",C":
        return False
    tags = "".join(chunk.tag for chunk in before[-3:])
    return tags.endswith(("SC", "S,", "QC", "S,C", "Q,C"))


def _collective(row: Row, at: int) -> Chunk | None:
    """As in "a couple", "a family of six"; most sentences hold no such word."""
    if _collectives().isdisjoint(row.words):
        return None
    collectives = mapped("casualties", "collectives")
    for head in range(at + 1, at + 1 + _FARTHEST_HEAD):
        word = row.word(head)
        if head > at + 1 and not row.may_modify(head - 1):
            return None
        if word in _PARTIES and row.word(head + 1) == "of":
            number = row.numbers.get(head + 2)
            if number and number.use == "quantity" and row.group_at(number.last) is None:
                return Chunk("Q", at, number.last, number=number, noun=word, group="people")
        if word == "twin" and (pair := row.group_at(head + 1)) is not None:
            noun = row.words[pair[0] - 1]
            if not is_singular(noun):  # "twin boys", not "her twin sister"
                return Chunk("S", at, pair[0], noun=noun, group=pair[1], singular=2)
        many = collectives.get(word)
        if many and row.word(head + 1) != "of":
            return Chunk("S", at, head + 1, noun=word, group="people", singular=many)
    return None


def _described(row: Row, at: int, index: int) -> Chunk | None:
    """As in "a man", "a 24-year-old woman", "a 9-year-old"; the noun is sought from ``index``."""
    bare = index == at
    age: float | None = None
    for _ in range(_MOST_MODIFIERS):
        word = row.word(index)
        if not word:
            break
        found = row.group_at(index)
        if found and is_singular(row.words[found[0] - 1]) and row.group_at(found[0]) is None:
            owned = _collective(row, found[0]) if row.word(found[0]) == "'s" else None
            if owned is not None:  # "the daughter's twin boys"
                owned.first = at
                return owned
            return _one(row, at, found, bare)
        number = row.inside.get(index)
        if number is not None and number.use == "age":
            age = number.point
            index = number.last
            while row.word(index) in _AGE_WORDS:
                index += 1
            if row.word(index) != "old":
                return None
            index += 1
        elif (not bare and (word == "-" or row.may_modify(index) or found)) or (
            bare and row.headline and index - at < MOST_BARE and only_modifies(row, index)
        ):
            index += 1
        else:
            break
    if age is None:
        return by_trade(row, at, bare)
    if (called := _victim_of_age(row, at, index)) is not None or row.word(index - 1) != "old":
        return called
    return Chunk(
        "S",
        at,
        index,
        noun="child" if age < _GROWN_UP else "person",
        group="children" if age < _GROWN_UP else "people",
        singular=1,
    )


def _victim_of_age(row: Row, at: int, index: int) -> Chunk | None:
    """As in "54-year-old Lena Orsk": an age, then a name."""
    found = named(row, index) if index < len(row.words) else None
    if found is not None:
        found.first = at
    return found


def _both(row: Row, at: int) -> Chunk | None:
    """As in "both victims", and "both" where it is a subject."""
    found = row.group_at(at + 1)
    if found is not None:
        return Chunk(
            "S",
            at,
            found[0],
            noun=row.words[found[0] - 1],
            group=found[1],
            definite=True,
            singular=2,
        )
    return None


def _state(row: Row, start: int, end: int) -> Forms:
    """What an adjective says befell somebody: "an injured girl"."""
    for index in range(start, end):
        found = effects().at(row.words, index)
        if found and found[0] == index + 1:
            return {m: f for m, f in found[1].items() if m in _OF_ONE and f & {"state", "past"}}
    return {}


def _one(row: Row, at: int, found: tuple[int, str], bare: bool) -> Chunk:
    """The chunk of one described person, with "of three" behind "a mother"."""
    end, group = found
    if row.word(end) == "of" and end + 1 in row.numbers:
        number = row.numbers[end + 1]
        end = number.last
    determiner = "" if bare else row.words[at]
    told = determiner in _NEW and row.word(end) != "'s"  # not "a dead man's house"
    forms = _state(row, at + 1, found[0] - 1) if told else {}
    return Chunk(
        "S",
        at,
        end,
        noun=row.words[found[0] - 1],
        group=group,
        forms=forms,
        others=determiner == "another",
        definite=determiner in _possessives() or determiner == "the",
        singular=1,
    )
