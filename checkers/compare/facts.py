"""The facts that a sentence states, read from its words alone: numbers, dates and names.

A claim says more, but only of what the readers know; an edit may touch any number or name. Where
there is a claim for the same words, the comparison uses both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from checkers.compare.wording import Piece
from checkers.model import Field
from seeds import words


class FactKind(StrEnum):
    """What a stretch of words states."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Fact:
    """A number, date or name with where it stands.

    Attributes:
        kind: Which of the three.
        key: Its value, the same however it is written.
        start: First character in the piece.
        end: One past the last.
        value: Of a number, else None.
        absolute: Of a date, whether it names a day, a month or a year of the calendar.
    """

    kind: FactKind
    key: str
    start: int
    end: int
    value: float | None = None
    absolute: bool = False


_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_MONTH = rf"(?P<month{{n}}>{_MONTHS})\.?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATE = re.compile(
    rf"\b(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format(n=1)}(?:,?\s+(?P<year1>{_YEAR}))?\b"
    rf"|\b{_MONTH.format(n=2)}\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*[.,]\d)(?:,?\s+(?P<year2>{_YEAR}))?\b"
    rf"|\b(?P<iso>{_YEAR}-\d\d-\d\d)\b"
    rf"|\b{_MONTH.format(n=3)}\s+(?P<year3>{_YEAR})\b"
    rf"|\b(?P<month4>(?:january|february|april|june|july|august|september|october|november|december))\b"
    rf"|(?<=\bin )(?P<month5>March|May)\b"
    rf"|\b(?P<weekday>{_WEEKDAY})\b"
    rf"|\b(?P<clock>\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?|(?:[01]?\d|2[0-3]):[0-5]\d)"
    rf"|(?<![\d.,$€£#-])\b(?P<year4>{_YEAR})\b(?![.,]\d|-\d|\s+(?:people|men|women|homes|houses|km|miles|metres))",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$")
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "lakh": 1e5, "crore": 1e7, "dozen": 12, "m": 1e6, "mn": 1e6, "bn": 1e9,
}  # fmt: skip
# Small words that stand inside a name.
_INSIDE = frozenset({"of", "the", "de", "del", "la", "al", "von", "van", "der", "bin", "ibn", "el"})


def facts(piece: Piece) -> list[Fact]:
    """The numbers, dates and names of a piece, in order; what belongs to a date is nothing else."""
    dates = list(_dates(piece.text))
    taken = [(fact.start, fact.end) for fact in dates]
    others = [*_numbers(piece), *_names(piece)]
    free = [f for f in others if not any(a < f.end and f.start < b for a, b in taken)]
    return sorted([*dates, *free], key=lambda fact: fact.start)


def _dates(text: str) -> Iterator[Fact]:
    for match in _DATE.finditer(text):
        found = {re.sub(r"\d$", "", k): v for k, v in match.groupdict().items() if v}
        if not match[0].lower().startswith("march") or match[0][0].isupper():
            key = " ".join(
                str(_normal(name, found[name]))
                for name in ("day", "month", "year", "iso", "weekday", "clock")
                if name in found
            )
            absolute = not {"weekday", "clock"} & set(found)
            yield Fact(FactKind.DATE, key, match.start(), match.end(), absolute=absolute)


def _normal(name: str, value: str) -> str:
    value = value.lower()
    if name == "month":
        return value[:3]
    if name == "clock":
        return re.sub(r"[.\s]", "", value.replace(":", "").removesuffix("."))
    return value.lstrip("0")


@cache
def _cardinals() -> dict[str, float]:
    return {
        word: float(value)
        for word, value in words("numbers")["cardinal"].items()
        if isinstance(value, int | float)
    }


def _numbers(piece: Piece) -> Iterator[Fact]:
    """Numbers in digits and words; "one" is left out, since it is seldom a number."""
    tokens, at = piece.tokens, 0
    while at < len(tokens):
        first, value = at, _value(tokens[at].key)
        if value is None or tokens[at].key == "one":
            at += 1
            continue
        at += 1
        while at < len(tokens) and (factor := _SCALES.get(tokens[at].key)) is not None:
            value, at = value * factor, at + 1
        yield Fact(
            FactKind.NUMBER, f"{value:g}", tokens[first].start, tokens[at - 1].end, value=value
        )


def _value(key: str) -> float | None:
    if _DIGITS.match(key):
        return float(key.replace(",", ""))
    known = _cardinals()
    parts = key.split("-")
    if all(part in known for part in parts):
        return sum(known[part] for part in parts)
    return None


def _names(piece: Piece) -> Iterator[Fact]:
    """Runs of capitalised words; the first word of a sentence opens one only before another."""
    if piece.span.field is Field.TITLE and _in_title_case(piece):
        return
    tokens, run = piece.tokens, list[int]()
    for at in range(len(tokens) + 1):
        if at < len(tokens) and _capital(piece, at) and (not run or _adjacent(piece, at)):
            run.append(at)
            continue
        yield from _name(piece, run)
        run = [at] if at < len(tokens) and _capital(piece, at) else []


def _name(piece: Piece, run: list[int]) -> Iterator[Fact]:
    tokens = piece.tokens
    kept = run[1:] if run and _opens(piece, run[0]) and tokens[run[0]].key in _openers() else run
    if kept == [0] or (len(kept) == 1 and _opens(piece, kept[0])):
        kept = []
    kept = [at for at in kept if tokens[at].key not in _INSIDE] and kept
    if kept and not all(len(tokens[at].key) == 1 for at in kept):
        key = " ".join(tokens[at].key for at in kept)
        yield Fact(FactKind.NAME, key, tokens[kept[0]].start, tokens[kept[-1]].end)


@cache
def _openers() -> frozenset[str]:
    """Words that begin a sentence with a capital and are no part of a name."""
    return frozenset(words("pages")["openers"])


def _opens(piece: Piece, at: int) -> bool:
    """Whether a word begins the sentence or a quotation in it."""
    start = piece.tokens[at].start
    before = piece.text[:start].rstrip()
    return at == 0 or piece.text[start - 1] in "\"“'‘(" or before[-1:] in ":.!?"


def _capital(piece: Piece, at: int) -> bool:
    token = piece.tokens[at]
    return piece.text[token.start].isupper() and token.key != "i"


def _adjacent(piece: Piece, at: int) -> bool:
    """Whether only a space stands between a word and the one before it."""
    between = piece.text[piece.tokens[at - 1].end : piece.tokens[at].start]
    return between in (" ", ". ", "-", "\u00a0")


def _in_title_case(piece: Piece) -> bool:
    long = [at for at, token in enumerate(piece.tokens) if len(token.key) > 3 and at]
    return len(long) >= 2 and sum(_capital(piece, at) for at in long) > 0.7 * len(long)
