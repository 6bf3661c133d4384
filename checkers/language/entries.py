"""Entries of live pages: paragraphs that begin with a time of day hold as of that time."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from checkers.language.document import Document, Sentence
from checkers.model import Field

# "17:40 — …", "9.10am: …", "[17:40] …", "Updated 17:40: …", "17.40 GMT"; "6:30 p.m." alone.
_ENTRY = re.compile(
    r"^\W{0,2}(?:(?:updated?|posted)(?: at)?:?\s+)?(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})\s*"
    r"(?P<half>[ap]\.?m\.?)?\s*(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|local time)?\s*"
    r"(?:[\])|:—–-]|\s|$)",
    re.IGNORECASE,
)
# "12 p.m." on its own line.
_FULL_HOUR = re.compile(r"^(?P<hour>\d{1,2})(?P<minute>) ?(?P<half>[ap]\.?m\.?):?$", re.IGNORECASE)
_FEWEST = 2  # one paragraph that begins with a time is a story that begins with a time
_NOON = 12


def entry_times(document: Document) -> dict[int, datetime]:
    """When each paragraph of a live page was written, by number of paragraph.

    Empty for other pages, and where the day of publication is unknown. A paragraph without a
    time of its own goes on with the entry above it.
    """
    published = document.article.published
    if published is None:
        return {}
    opened: dict[int, datetime] = {}
    last = -1
    for sentence in document.of(Field.TEXT):
        if sentence.paragraph == last:
            continue
        last = sentence.paragraph
        moment = _time_of(sentence, published.at)
        if moment is not None:
            opened[sentence.paragraph] = moment
    if len(opened) < _FEWEST:
        return {}
    return _carried_on(opened, last)


def _time_of(sentence: Sentence, day: datetime) -> datetime | None:
    """The moment that a paragraph's first words tell, on the day of publication."""
    found = _FULL_HOUR.match(sentence.text) or _ENTRY.match(sentence.text)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (found["half"] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half.startswith("p") else 0)
    if hour > 23 or minute > 59:
        return None
    moment = day.replace(hour=hour, minute=minute, second=0, microsecond=0)
    # A page begun late in the evening goes on past midnight.
    return moment + timedelta(days=1) if day - moment > timedelta(hours=20) else moment


def _carried_on(opened: dict[int, datetime], last: int) -> dict[int, datetime]:
    times: dict[int, datetime] = {}
    current: datetime | None = None
    for paragraph in range(last + 1):
        current = opened.get(paragraph, current)
        if current is not None:
            times[paragraph] = current
    return times
