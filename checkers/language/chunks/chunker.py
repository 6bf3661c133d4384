"""The chunks of a sentence, read in one pass over its tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from checkers.language.chunks.chunk import Chunk, Forms, single
from checkers.language.chunks.counted import counted_phrase
from checkers.language.chunks.persons import person, person_starts
from checkers.language.chunks.row import Row
from checkers.language.chunks.vocabulary import (
    effects,
    groups,
    is_singular,
    others,
    small_words,
    sufferings,
    tags_of_words,
    tolls,
    word_tag,
)
from checkers.language.document import Sentence
from checkers.language.lexicon import mapped

# What reads a chunk that starts at a token, where its word is one of those that it starts with.
_Reader = Callable[[Row, int], Chunk | None]

_FARTHEST_HOSPITAL = 9  # tokens between "taken" and "hospital"
_INJURED: Forms = {"injured": frozenset({"state"})}
_TREATS: Forms = {"injured": frozenset({"active"})}
_TAKES_IN = frozenset({"received", "receives", "receiving", "admitted", "admitting"})
_FARTHEST_SUBJECT = 6  # tokens of "hospitals in the town had received"
_JOINED_STATES = frozenset({"casualties"})  # "dead and injured"
_DETERMINERS = frozenset({"a", "an", "another", "the", "his", "her", "their"})
_MOST_SORTS = 6  # words between "suffered" and "injuries"
_SUFFERED = frozenset({"subject"})
_NO_SUCH = ["non", "-"]
_NUMBERS = frozenset({"number", "tally", "count", "total"})
_MOST_BEFORE_NOUN = 3  # words of "young Danish inmates"
_AT_FIRST = frozenset({"first", "initially", "originally", "previously", "earlier", "before"})
_LONGEST_ASIDE = 6  # words of "as had at first been announced"
_CLOSES = frozenset({"", ".", "(", ")", "and", "but"})
_MULTIPLE_ENDS = frozenset({"-", "/", "suicide"})


def chunk(sentence: Sentence) -> list[Chunk]:
    """The chunks of a sentence, in order, covering all its tokens."""
    row = Row(sentence)
    chunks: list[Chunk] = []
    starts, closed = _starts(), _closed()
    words, raw, numbers, headline = row.words, row.raw, row.numbers, row.headline
    at, end = 0, len(words)
    while at < end:
        word = words[at]
        bare = headline and bool(chunks) and chunks[-1].tag == "E"
        if at in numbers:
            found = _next(row, at, chunks)
        elif bare or raw[at][0].isupper():  # most of these are names
            told = word in starts or word in closed or word in sufferings()
            found = _next(row, at, chunks) if told else _somebody(row, at, chunks)
        elif word in closed:  # most words are this or stand alone, and there are many of them
            tag, opened_by = closed[word]
            opens = bool(opened_by) and row.word(at + 1) in opened_by
            found = _next(row, at, chunks) if opens else single(tag, at)
        else:
            found = _next(row, at, chunks) if word in starts else single("n", at)
        chunks.append(found)
        at = found.last
    if "not" in words and "as" in words and numbers:
        chunks = _without_withdrawn(row, chunks)
    return _without_scare_quotes(chunks) if '"' in words else chunks


def _without_withdrawn(row: Row, chunks: list[Chunk]) -> list[Chunk]:
    """As in "nineteen people, not 22 as first announced, died": an aside between the two."""
    for index in range(1, len(chunks) - 2):
        if chunks[index].tag != "Q" or row.word(chunks[index].first - 1) != "not":
            continue
        last = next((i for i in range(index, len(chunks)) if chunks[i].tag in ",;"), 0)
        behind = row.words[chunks[index].last : chunks[last].first]
        if behind[:1] != ["as"] or _AT_FIRST.isdisjoint(behind) or len(behind) > _LONGEST_ASIDE:
            continue
        first = next((i for i in range(index, 0, -1) if chunks[i].tag in ",;"), index)
        aside = Chunk("R", chunks[first].first, chunks[last].last)
        return [*chunks[:first], aside, *chunks[last + 1 :]]
    return chunks


def _without_scare_quotes(chunks: list[Chunk]) -> list[Chunk]:
    """As in 'leaving 80 people "injured"': the marks around one word say how it is meant."""
    for index in range(1, len(chunks) - 1):
        around = chunks[index - 1], chunks[index + 1]
        if chunks[index].tag == "E" and all(mark.tag == '"' for mark in around):
            chunks[index - 1], chunks[index + 1] = (replace(mark, tag="R") for mark in around)
    return chunks


def _next(row: Row, at: int, before: list[Chunk]) -> Chunk:
    number = row.numbers.get(at)
    if number is not None:
        if number.use == "age" and (named := person(row, at, before)):
            return named
        return counted_phrase(row, number)
    for reader in _readers().get(row.words[at], ()):
        if found := reader(row, at):
            return found
    return person(row, at, before) or _small(row, at)


def _somebody(row: Row, at: int, before: list[Chunk]) -> Chunk:
    """What starts at a word that is in no list: somebody, or nothing but the word."""
    return person(row, at, before) or single("n", at)


@cache
def _starts() -> frozenset[str]:
    """Words with which something longer or more telling than one small word can start."""
    tables = (tolls(), effects(), groups(), small_words())
    phrases = frozenset(word for table in tables for word in table.first_words)
    return phrases | _carried() | frozenset(mapped("casualties", "multiples")) | person_starts()


@cache
def _closed() -> dict[str, tuple[str, frozenset[str]]]:
    """Words of the closed classes: tag, and the words before which they may start a phrase."""
    always = _carried() | frozenset(mapped("casualties", "multiples")) | person_starts()
    words: dict[str, tuple[str, frozenset[str]]] = {}
    for word, tag in (tags_of_words() | _small_alone()).items():
        telling = [p for table in (tolls(), effects(), groups()) for p, _ in table.starting(word)]
        if word not in always and [word] not in telling:
            longer = telling + [phrase for phrase, _ in small_words().starting(word)]
            words[word] = tag, frozenset(phrase[1] for phrase in longer if len(phrase) > 1)
    return words


def _small_alone() -> dict[str, str]:
    """The tags of the small words that are one word."""
    small = small_words()
    return {word: found[1] for word in small.first_words if (found := small.at([word], 0))}


@cache
def _readers() -> dict[str, tuple[_Reader, ...]]:
    """By word, what can start with it, in the order in which it is tried."""
    table: tuple[tuple[_Reader, Iterable[str]], ...] = (
        (_toll, tolls().first_words | _NUMBERS),
        (_taken_to_hospital, _carried()),
        (_suffered, sufferings()),
        (_takes_in, _TAKES_IN),
        (_multiple, mapped("casualties", "multiples")),
        (_effect, effects().first_words),
    )
    readers: dict[str, tuple[_Reader, ...]] = {}
    for reader, words in table:
        for word in words:
            readers[word] = (*readers.get(word, ()), reader)
    return readers


def _toll(row: Row, at: int) -> Chunk | None:
    found = tolls().at(row.words, at)
    if found:
        return Chunk("T", at, found[0], measure=found[1])
    return _number_of(row, at) if row.words[at] in _NUMBERS and row.word(at + 1) == "of" else None


def _number_of(row: Row, at: int) -> Chunk | None:
    """As in "the number of young inmates killed": whoever they are, they are what is counted."""
    for index in range(at + 3, at + 3 + _MOST_BEFORE_NOUN):
        if not row.word(index) or not row.may_modify(index - 1):
            return None
        found = effects().at(row.words, index)
        if found is None or is_singular(row.word(index - 1)):
            continue
        measures = (m for m, forms in found[1].items() if forms & {"past", "state"})
        return next((Chunk("T", at, found[0], measure=m) for m in measures), None)
    return None


def _effect(row: Row, at: int) -> Chunk | None:
    found = effects().at(row.words, at)
    if found and _JOINED_STATES.isdisjoint(found[1]):
        return Chunk("E", at, found[0], forms=found[1])
    if found and "and" in row.words[at : found[0]] and _opens_object(row, found[0]):
        found = effects().at(row.words[: at + 1], at)  # "left two dead and injured five others"
    return Chunk("E", at, found[0], forms=found[1]) if found else None


def _opens_object(row: Row, at: int) -> bool:
    """Whether those to whom a verb did something start at a token."""
    return at in row.numbers or row.word(at) in others() or row.word(at) in _DETERMINERS


def _small(row: Row, at: int) -> Chunk:
    found = small_words().at(row.words, at)
    if found:
        return Chunk(found[1], at, found[0])
    return single(word_tag(row.words[at]), at)


@cache
def _carried() -> frozenset[str]:
    return frozenset(mapped("casualties", "words")["carried"])


@cache
def _hospitals() -> frozenset[str]:
    return frozenset(mapped("casualties", "words")["hospitals"])


@cache
def _patients() -> frozenset[str]:
    return frozenset(mapped("casualties", "words")["patients"])


def _taken_to_hospital(row: Row, at: int) -> Chunk | None:
    """As in "taken in critical condition to Harbour View Hospital": its verb says it all.

    Where the hospital goes by its name alone, what they were taken there with or for tells it:
    "taken to Mercy West with serious injuries".
    """
    goal = False
    for index in range(at + 1, at + 1 + _FARTHEST_HOSPITAL):
        word = row.word(index)
        if word in ("", ".", ";", "and", "but", "who"):
            return None
        goal = goal or word in ("to", "at", "in")
        if goal and (word in _hospitals() or word in _patients()):
            return Chunk("E", at, at + 1, forms=_INJURED, hospital=True)
    return None


def _takes_in(row: Row, at: int) -> Chunk | None:
    """As in "the hospital received 12 victims": it stands before the verb, they right behind."""
    number = row.numbers.get(at + 1)
    if number is None or number.use != "quantity" or row.group_at(number.last) is None:
        return None
    before = row.words[max(0, at - _FARTHEST_SUBJECT) : at]
    if _hospitals().isdisjoint(before) or not _CLOSES.isdisjoint(before):
        return None
    return Chunk("E", at, at + 1, forms=_TREATS, hospital=True)


def _suffered(row: Row, at: int) -> Chunk | None:
    """As in "suffered severe smoke-related injuries": any words may tell of which sort."""
    sorts = mapped("casualties", "suffered")
    for index in range(at + 1, at + 2 + _MOST_SORTS):
        word = row.word(index)
        if word in sorts["harm"]:
            measure = _sort_of_harm(row.words[at:index])
            return Chunk("E", at, index + 1, forms={measure: _SUFFERED})
        if index in row.inside or word_tag(word) not in ("n", ",", "D", "C") or word in _CLOSES:
            return None
    return None


def _sort_of_harm(words: list[str]) -> str:
    """What befell those who "suffered fatal injuries", not of "non-fatal" ones."""
    sorts: dict[str, str] = mapped("casualties", "suffered")["sorts"]
    for sort, measure in sorts.items():
        if sort in words and words[max(0, words.index(sort) - 2) : words.index(sort)] != _NO_SUCH:
            return measure
    return "injured"


def _multiple(row: Row, at: int) -> Chunk | None:
    """As in "a triple homicide" counts three killed, "a double shooting" two shot."""
    many = mapped("casualties", "multiples")[row.words[at]]
    index = at + 1 + (row.word(at + 1) == "-")
    measure = next(
        (m for m, nouns in mapped("casualties", "crimes").items() if row.word(index) in nouns), ""
    )
    if not measure or row.word(index + 1) in _MULTIPLE_ENDS:
        return None
    forms: Forms = {measure: frozenset({"nouns"})}
    return Chunk("S", at, index + 1, forms=forms, group="people", singular=many)
