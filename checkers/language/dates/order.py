"""Whether 03/04/2026 is the third of April or the fourth of March, by the signs of its outlet."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from checkers.language.dates.vocabulary import MONTH
from checkers.language.document import Document
from checkers.language.lexicon import mapped

_NUMERIC = re.compile(r"\b(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)\b")
_DAY_MONTH = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}\b")
_MONTH_DAY = re.compile(rf"\b{MONTH} \d{{1,2}}\b(?!:)")


def writes_day_first(document: Document) -> bool | None:
    """True for day before month, False for month before day, None where nothing tells.

    Its own unmistakable dates tell most, then its language and address, then its spelling.
    """
    text = document.lower_text
    for first, second in _NUMERIC.findall(text):
        if (int(first) > 12) != (int(second) > 12):
            return int(first) > 12
    signs = mapped("dates", "order")
    language = document.article.language.lower()
    if language in signs["day_first_languages"] or language in signs["month_first_languages"]:
        return language in signs["day_first_languages"]
    host = (urlsplit(document.article.url).hostname or "").rpartition(".")[2]
    if host in signs["day_first_addresses"] or host in signs["month_first_addresses"]:
        return host in signs["day_first_addresses"]
    day_first = len(_DAY_MONTH.findall(text)) + len(_spelling("day_first_words").findall(text))
    month_first = len(_MONTH_DAY.findall(text)) + len(_spelling("month_first_words").findall(text))
    return None if day_first == month_first else day_first > month_first


@cache
def _spelling(name: str) -> re.Pattern[str]:
    words = mapped("dates", "order")[name]
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words))
