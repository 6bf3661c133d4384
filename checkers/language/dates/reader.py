"""Every date and time that an article states, as claims."""

from __future__ import annotations

import re

from checkers.language.dates.absolute import CalendarDay
from checkers.language.dates.expressions import Expression, find_expressions
from checkers.language.dates.patterns import may_hold_date
from checkers.language.dates.pieces import Line
from checkers.language.dates.relative import Ago, NearDay
from checkers.language.dates.resolution import resolve
from checkers.language.dates.tense import tense_at
from checkers.language.dates.timeline import Timeline
from checkers.language.document import Document, Sentence
from checkers.model import Claim, ClaimKind, Field

_BEFORE_DATELINE = re.compile(r"\(?[A-Z][A-Z'. -]+(?:[,/] ?[A-Z][A-Za-z.' -]*){0,2},? \(?")
_AFTER_DATELINE = re.compile(
    r"\)?,? ?(?:\([^()]{2,40}\) ?|[A-Z][\w./ ]{1,25})?(?:[-–—]{1,2}|:)(?: |$)"
)
# Said by somebody, these count from the day of speaking, which is not always that of writing.
_SPOKEN = "counted from the day of writing, but said in a quotation"

_SPEECH = 12  # sentences of a paragraph looked back for the mark that opens a quotation


def read_dates(document: Document) -> list[Claim]:
    """The time expressions of all fields, in order, resolved as far as the article allows.

    All are of what the article is about, ``m1``, until its mentions are known.
    What cannot be resolved is claimed too, without a beginning or an end; the day on which an
    article was fetched is never used.
    """
    timeline = Timeline(document)
    _take_dateline(document, timeline)
    claims: list[Claim] = []
    field: tuple[Field, int | None, str | None] | None = None
    for sentence in document.sentences:
        if not may_hold_date(sentence.lower, sentence.words):
            continue
        line = _line(sentence)
        span = sentence.span
        if field != (span.field, span.image, span.key):
            field = (span.field, span.image, span.key)
            timeline.forget()
        for expression in find_expressions(line):
            told = tense_at(line.text, expression.start, expression.end)
            when = resolve(expression, timeline, told)
            if when is not None:
                claims.append(
                    Claim(
                        kind=ClaimKind.DATE,
                        article=document.article,
                        span=sentence.part(expression.start, expression.end),
                        sentence=span,
                        value=when,
                        mention="m1",
                        uncertain=_doubt(document, sentence, expression),
                    )
                )
    return claims


def _line(sentence: Sentence) -> Line:
    title = sentence.field is Field.TITLE
    return Line(sentence.lower, sentence.text, sentence.runs_in_order, title)


def _take_dateline(document: Document, timeline: Timeline) -> None:
    """Let "DORRIN, Nov 19 (Wire) -" say on which day the story was written."""
    opening = next(iter(document.of(Field.TEXT)), None)
    if opening is None or not opening.text.lstrip("(")[:2].isupper():
        return
    if not may_hold_date(opening.lower, opening.words):
        return
    line = _line(opening)
    found = find_expressions(line)
    if not found or not isinstance(found[0].term, CalendarDay):
        return
    before, after = line.raw[: found[0].start], line.raw[found[0].end :]
    if _BEFORE_DATELINE.fullmatch(before) and _AFTER_DATELINE.match(after):
        days = found[0].term.resolve(timeline, "past").days
        if days is not None:
            timeline.dateline(days.first)


def _doubt(document: Document, sentence: Sentence, expression: Expression) -> str:
    """Why a reading is doubtful: "today" is the speaker's day inside quotation marks."""
    if not isinstance(expression.term, NearDay | Ago):
        return ""
    marks = sentence.text.count('"', 0, expression.start)
    for earlier in reversed(document.sentences[max(0, sentence.index - _SPEECH) : sentence.index]):
        span = earlier.span
        if earlier.paragraph != sentence.paragraph or span.within(0, 0) != sentence.span.within(
            0, 0
        ):
            break
        marks += earlier.text.count('"')
    return _SPOKEN if marks % 2 else ""
