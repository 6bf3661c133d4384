"""A person's age against the year of birth that the same sentence gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from checkers.compare.passages import Passage, passage, sentences_with
from checkers.language.dates.vocabulary import MONTH, month_number
from checkers.language.document import Sentence
from checkers.model import Claim, ClaimKind, Grain, Reading

_BORN = (
    r"born (?:in |on )?(?:[A-Z][\w' -]{0,40}? (?:in|on) )?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<month>(?i:{MONTH}))?,? ?"
    r"(?:(?P<day2>\d{1,2})(?:st|nd|rd|th)?,? )?(?P<year>(?:18|19|20)\d\d)\b"
)
_AGE = r"(?P<age>[1-9]\d|1[01]\d)(?P<or> or \d{2})?"
_LINK = r"(?:,|\)|,? and|,? who|,? is|,? was|,? now|,? then| ?-){1,4}"
# "born in 1990 and aged 40", "born in 1990, is 40": the age of the reader's day.
_BIRTH_FIRST = re.compile(
    rf"\b{_BORN}{_LINK} ?(?:(?:is|was|now|aged|turned) )*{_AGE}"
    r"(?=[.,;)]|$| (?:and|who|when|is|was|has|had|leaves|lives|at|died)\b)"
)
# "Mia Lanter, 40, who was born in 1990", "the 40-year-old, born in 1990", "aged 40 (born 1990)".
_AGE_FIRST = re.compile(
    rf"(?:\b[A-Z][\w'-]+, |\baged |\bis |\bthe ){_AGE}(?:-year-old(?: [a-z]+){{0,2}}| years old)?,?"
    rf" \(?(?:and |who )?(?:was |is )?{_BORN}"
)
# "Born on 3 May 1961, died at her home on Tuesday at the age of 58": the age of a death.
_DIED_AT = re.compile(
    rf"\b{_BORN}[,)]? (?:(?!\bborn\b)[^.;]){{0,60}}?\b(?:died|dies|has died)\b"
    rf"(?:(?!\bborn\b)[^.;]){{0,80}}?\b(?:at the age of|at age|aged|at) {_AGE}"
    r"(?=[.,;)]|$| (?!per\b|[ap]\.?m)[a-z])"
)
_BORN_IN = re.compile(r"\bborn\b[^.]{0,60}\b(?:18|19|20)\d\d\b")
# Between a death or an interview and its report there may be a birthday.
_BIRTHDAY = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class _Told:
    """An age with a birth: ``earliest`` and ``latest`` are the first and last day of birth."""

    sentence: Sentence
    start: int
    end: int
    age: int
    earliest: date
    latest: date


def ages_that_do_not_fit(reading: Reading) -> Iterator[Passage]:
    """Ages that nobody born then can have had on the days of which the article speaks."""
    article = reading.article
    if article.published is None:
        return
    for told in _told(reading):
        days = [article.published.day, *_days_in(reading, told)]
        if any(_fits(told, day) for day in days):
            continue
        low, high = _ages_on(told, article.published.day)
        value = f"{low} or {high}" if low != high else f"{low}"
        yield passage(article, told.sentence, told.start, told.end, value)


def _told(reading: Reading) -> Iterator[_Told]:
    for sentence in sentences_with(reading.article, _BORN_IN):
        for pattern in (_BIRTH_FIRST, _AGE_FIRST, _DIED_AT):
            for match in pattern.finditer(sentence.text):
                born = _born(match)
                if born is not None and not match["or"]:
                    yield _Told(sentence, match.start(), match.end(), int(match["age"]), *born)


def _born(match: re.Match[str]) -> tuple[date, date] | None:
    """The first and the last day on which the birth can have been."""
    year = int(match["year"])
    if not match["month"]:
        return date(year, 1, 1), date(year, 12, 31)
    month = month_number(match["month"].lower().strip())
    day = match["day"] or match["day2"]
    if not day:
        following = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), following - timedelta(days=1)
    try:
        exact = date(year, month, int(day))
    except ValueError:
        return None
    return exact, exact


def _days_in(reading: Reading, told: _Told) -> list[date]:
    """Other days of the article on which the age may have been meant: a death, a trial, a win."""
    days = []
    for claim in reading.claims_of(ClaimKind.DATE):
        when = claim.when
        if when.first is None or when.last is None or _is_birth(claim, told):
            continue
        same = claim.sentence == told.sentence.span
        if same or when.grain in (Grain.DAY, Grain.PART, Grain.MINUTE):
            days += [when.first.date(), when.last.date()]
    return days


def _is_birth(claim: Claim, told: _Told) -> bool:
    span = told.sentence.part(told.start, told.end)
    return span.covers(claim.span)


def _ages_on(told: _Told, day: date) -> tuple[int, int]:
    """The least and the greatest age on a day."""
    return _age(told.latest, day), _age(told.earliest, day)


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _fits(told: _Told, day: date) -> bool:
    low, high = _ages_on(told, day - _BIRTHDAY)[0], _ages_on(told, day)[1]
    return low <= told.age <= high
