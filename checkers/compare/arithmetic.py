"""Sums that a text works out for its reader: margins, changes, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from checkers.compare.passages import Passage, passage
from checkers.compare.values import last_place, number
from checkers.language.document import Document, Sentence
from checkers.language.numbers import Number, find_numbers
from checkers.model import Article, Field, Hedge, Reading
from seeds import words

# A share is printed rounded to whole points, and a change too.
_POINT = 1.0
# Two results of one vote are of one size; beyond this ratio they count different things.
_ONE_SIZE = 4
# Below it, a margin is seldom one of votes: seats, goals and years have sums of their own.
_LEAST_MARGIN = 10


@dataclass(frozen=True, slots=True)
class Slip:
    """A result that the numbers beside it do not give.

    Attributes:
        stated: The result as printed.
        numbers: The numbers it is worked out from.
        right: What they come to, for a reader.
    """

    stated: Passage
    numbers: tuple[Passage, ...]
    right: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A number of one sentence: its value, its characters, how it is used and whether exact."""

    sentence: Sentence
    value: float
    start: int
    end: int
    use: str
    exact: bool

    def passage(self, article: Article) -> Passage:
        return passage(article, self.sentence, self.start, self.end, number(self.value))


def slips(reading: Reading) -> Iterator[Slip]:
    """The results of an article that its own numbers do not bear out."""
    article = reading.article
    if reading.not_news or not (
        _results().search(article.text) or _results().search(article.title)
    ):
        return
    sentences = Document(article).of(Field.TITLE, Field.TEXT)
    for at, sentence in enumerate(sentences):
        if not _results().search(sentence.text):
            continue
        found = _numbers(sentence)
        yield from _changes(article, sentence, found)
        yield from _shares(article, sentence, found)
        yield from _margins(article, sentence, found, sentences[at - 1 : at] if at else [])


@cache
def _results() -> re.Pattern[str]:
    """The words that announce a result: the cheap gate."""
    nouns = "|".join([*words("arithmetic")["margins"], *words("arithmetic")["changes"]])
    return re.compile(
        rf"\b(?:{nouns})\b|\bfrom\b.{{1,60}}\bto\b.{{0,60}}\bby\b|\bby\b.{{1,60}}"
        r"\bfrom\b.{1,60}\bto\b|%|\bper ?cent\b|\bby \d",
        re.IGNORECASE,
    )


def _numbers(sentence: Sentence) -> list[_Found]:
    tokens = sentence.tokens
    return [
        _Found(
            sentence,
            found.point,
            tokens.starts[found.core_first],
            tokens.ends[found.core_last - 1],
            found.use,
            _is_exact(found),
        )
        for found in find_numbers(tokens)
        if found.point is not None
    ]


def _is_exact(found: Number) -> bool:
    return found.hedge is Hedge.EXACT and found.style in ("digits", "words")


# -- from one number to another ----------------------------------------------------------------

_FROM = re.compile(r"\bfrom (?:a |the )?$", re.IGNORECASE)
_TO = re.compile(r"^(?: [a-z]+){0,3},? to $", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|of) (?:a |another |some )?$", re.IGNORECASE)
_PERCENT = re.compile(r"^ ?(?:%|per ?cent\b)(?! points?)", re.IGNORECASE)


def _changes(article: Article, sentence: Sentence, found: Sequence[_Found]) -> Iterator[Slip]:
    """As in "rose by 300 from 1,200 to 1,500", "from 40 to 50, an increase of 25 per cent"."""
    for old, new in pairwise(found):
        text = sentence.text
        if not (_FROM.search(text[: old.start]) and _TO.match(text[old.end : new.start])):
            continue
        if not (old.exact and new.exact) or {old.use, new.use} & _NO_AMOUNTS:
            continue
        for change in found:
            if change in (old, new) or not change.exact or not _BY.search(text[: change.start]):
                continue
            if not _says_change(text, change, old, new):
                continue
            difference = abs(new.value - old.value)
            if _PERCENT.match(text[change.end :]):
                share = 100 * difference / old.value if old.value else 0.0
                if abs(share - change.value) > _POINT + share / 20:
                    yield _slip(article, change, (old, new), f"about {share:.0f} per cent")
            elif change.use == "quantity" and _is_off(difference, change.value):
                yield _slip(article, change, (old, new), number(difference))


def _is_off(difference: float, stated: float) -> bool:
    """Whether a difference is none that the stated number rounds."""
    return abs(difference - stated) > last_place(stated) / 2


_NO_AMOUNTS = frozenset({"clock", "date", "year", "age", "score", "label", "address", "ordinal"})


def _says_change(text: str, change: _Found, old: _Found, new: _Found) -> bool:
    """Whether the words between a change and its two numbers are of one statement."""
    if change.end <= old.start:
        between = text[change.end : old.start]
        before = text[max(0, change.start - 40) : change.start]
        return len(between) < 40 and bool(_changing().search(before))
    if change.start >= new.end:
        between = text[new.end : change.start]
        return len(between) < 40 and bool(_changing().search(between))
    return False


@cache
def _changing() -> re.Pattern[str]:
    table = words("arithmetic")
    return re.compile(
        rf"\b(?:{'|'.join([*table['changes'], *table['changing']])})\b", re.IGNORECASE
    )


# -- shares ------------------------------------------------------------------------------------

_OF = re.compile(r"^ (?:out )?of (?:the |its |their |all )?$", re.IGNORECASE)
_OR = re.compile(r"^(?: [\w'-]+){0,3},? (?:\(|or |that is )?(?:some |a share of )?$", re.IGNORECASE)


def _shares(article: Article, sentence: Sentence, found: Sequence[_Found]) -> Iterator[Slip]:
    """As in "40 of the 160 seats, or 25 per cent", "25 per cent (40 of 160)"."""
    text = sentence.text
    for part, whole in pairwise(found):
        if not _OF.match(text[part.end : whole.start]) or not (part.exact and whole.exact):
            continue
        if {part.use, whole.use} != {"quantity"} or not 0 < part.value <= whole.value:
            continue
        share = 100 * part.value / whole.value
        for stated in found:
            if not _PERCENT.match(text[stated.end :]) or not stated.exact:
                continue
            after = stated.start > whole.end and _OR.match(text[whole.end : stated.start])
            before = stated.end < part.start and _BRACKET.match(text[stated.end : part.start])
            if (after or before) and abs(share - stated.value) > _POINT:
                yield _slip(article, stated, (part, whole), f"about {share:.0f} per cent")


_BRACKET = re.compile(r"^ ?(?:%|per ?cent),? (?:\(|or |that is )$", re.IGNORECASE)


# -- margins -----------------------------------------------------------------------------------


def _margins(
    article: Article, sentence: Sentence, found: Sequence[_Found], before: Sequence[Sentence]
) -> Iterator[Slip]:
    """As in "31,552 votes against 30,348. Her majority of 1,204 …"."""
    text = sentence.text
    for stated in found:
        cue = _margin().search(text[: stated.start])
        if cue is None or not stated.exact or stated.use != "quantity":
            continue
        if stated.value < _LEAST_MARGIN or _OF_OTHERS.match(text[stated.end :]):
            continue
        pool = [n for n in found if n is not stated]
        pool += [n for other in before for n in _numbers(other)]
        pool = [n for n in pool if n.use == "quantity" and n.exact and n.value > stated.value]
        told = " ".join([text, *(other.text for other in before)])
        if not _VOTED.search(told):
            continue
        if any(_differ_by(a, b, stated.value) for a, b in combinations(pool, 2)):
            continue
        if len(pool) == 2 and max(n.value for n in pool) <= _ONE_SIZE * min(n.value for n in pool):
            first, second = sorted(pool, key=lambda n: (n.sentence.index, n.start))
            difference = abs(first.value - second.value)
            yield _slip(article, stated, (first, second), number(difference))


_OF_OTHERS = re.compile(r" (?!votes\b|ballots\b|was\b|is\b|has\b)[a-z]+s\b")
_VOTED = re.compile(r"\b(?:votes?|ballots?|voted|polled)\b", re.IGNORECASE)


@cache
def _margin() -> re.Pattern[str]:
    nouns = "|".join(words("arithmetic")["margins"])
    return re.compile(
        r"(?<!simple )(?<!absolute )(?<!required )"
        rf"\b(?:(?:{nouns}) (?:of|was|is|stood at)|by) (?:just |only |exactly )?$",
        re.IGNORECASE,
    )


def _differ_by(a: _Found, b: _Found, difference: float) -> bool:
    return abs(abs(a.value - b.value) - difference) < 1


def _slip(article: Article, stated: _Found, others: tuple[_Found, ...], right: str) -> Slip:
    return Slip(stated.passage(article), tuple(n.passage(article) for n in others), right)
