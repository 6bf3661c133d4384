"""What sort of text an article is: language, news or not, whose wire, what it corrects."""

from __future__ import annotations

import re
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from checkers.language.document import Document
from checkers.language.lexicon import listed
from checkers.model import Article, Field

# Running English has four or five function words in ten; other languages written in Latin letters
# share a few of them by chance ("in", "a"), never one in five.
_LEAST_ENGLISH = 0.2
# The share between blanks that settles it: "twenty-four" is one of those, and two runs of letters.
_SURELY_ENGLISH = 0.3
_FEWEST_WORDS = 12
_SAMPLE = 1500  # characters
# A few lines full of names have fewer function words; then the words that most news in English has
# make up for them. Other languages share some of these too ("hospital", "police", "central"), but
# hardly one in four. Guesses.
_FEWEST_IN_NEWS = 0.12
_NEWS_ENGLISH = 0.33

# What a page says of itself; "a satirical weekly" in a report is somebody else.
_SATIRE = re.compile(
    r"\b(?:is|this|our) (?:an? )?(?:\w+ )?satir(?:e|ical)(?:[.,]"
    r"| (?:publication|site|website|page|news)\b)"
    r"|\bsatir(?:e|ical)\b[^.]{0,40}\bnothing\b|\bnothing in it is true\b|\bwork of fiction\b"
    r"|\bparody (?:site|account|page)\b",
    re.IGNORECASE,
)
_NOT_NEWS_SECTION = re.compile(
    r"\b(?:satire|humou?r|fiction|quiz|crossword|horoscope)\b", re.IGNORECASE
)
_CORRECTION = re.compile(
    r"\b(?:correction|corrected|clarification|erratum|editor'?s note)\b\s*[:(–—-]"
    r"|^\W*corrects\b"
    r"|\b(?:an )?earlier version of this (?:article|story|report|page|piece)\b"
    r"|\bthis (?:article|story|report|page|headline) (?:has been|was) "
    r"(?:corrected|amended|updated to correct)"
    r"|\bwe (?:apologise|apologize|regret) (?:for )?the error"
    r"|\bpreviously (?:mis)?stated\b|\bmisstated\b",
    re.IGNORECASE,
)
# What a note goes on with: what the page said, and where the right words begin.
_WITHDRAWN = re.compile(
    r"\b(?:originally|previously|initially|wrongly|mistakenly|incorrectly|in error|earlier)\b"
    r"|\b(?:it|we|the (?:article|story|report|text|headline)) (?:had )?"
    r"(?:said|stated|reported|gave|wrote|put)\b",
    re.IGNORECASE,
)
_PUT_RIGHT = re.compile(
    r"\b(?:in fact|in reality|it was|it is|there were|the (?:correct|right|true) \w+ (?:is|was))\b"
    r"|;",
    re.IGNORECASE,
)
# A text without any of these words holds no such sentence; to look for a word costs a tenth of what
# looking for a pattern costs, and these two patterns would be tried on every article.
_CORRECTING = (
    *("correct", "clarification", "erratum", "editor", "earlier version of this", "amended"),
    *("the error", "misstated", "previously stated"),
)
_MOCKING = ("satir", "nothing in it is true", "work of fiction", "parody")
# A wire credit: "TOWN (AGENCY) —", "(AGENCY)", "- AFP", "AP/…", "Source: Reuters".
_DATELINE_WIRE = re.compile(r"^[A-Z][\w ,.'-]{1,60}\(([A-Z][\w .&/-]{1,30})\)\s*[-–—:.]")
_CLOSING_WIRE = re.compile(r"^[-–—(\s]*(?:Source:\s*)?((?:[A-Z][A-Za-z.&/-]+\s?){1,3})\)?\s*$")
_AGENCIES = re.compile(
    r"\b(?:AFP|AP|Associated Press|Reuters|UPI|ANI|PTI|IANS|TASS|Xinhua|DPA|EFE|ANSA|Anadolu|Kyodo"
    r"|Interfax|Press Association|Bloomberg|agencies|\w+ Wire|Wire service)\b"
)


@cache
def _english() -> frozenset[str]:
    return frozenset(STOP_WORDS)


@cache
def _of_news() -> frozenset[str]:
    """Function words of English, and the words of most of its news reports."""
    return _english() | listed("common", "words")


def unsupported_language(article: Article) -> str:
    """The language, when the readers do not know it: as declared, or "unknown"; else ""."""
    declared = article.language.lower()
    if declared and not declared.startswith("en"):
        return article.language
    sample = f"{article.title} {article.text}"[:_SAMPLE].lower()
    english = _english()
    plain = sample.split()  # half the cost, and enough for nearly every article
    if sum(map(english.__contains__, plain)) >= _SURELY_ENGLISH * len(plain):
        return ""
    words = re.findall(r"[^\W\d_]+", sample)
    if len(words) < _FEWEST_WORDS:
        return ""
    share = sum(map(english.__contains__, words)) / len(words)
    if share >= _LEAST_ENGLISH:
        return ""
    news = sum(map(_of_news().__contains__, words)) / len(words)
    return "" if share >= _FEWEST_IN_NEWS and news >= _NEWS_ENGLISH else "unknown"


def not_news(article: Article) -> str:
    """Why this is no report ("satire"), or ""."""
    if _NOT_NEWS_SECTION.search(article.section):
        return "satire"
    if _holds(article.text.lower(), _MOCKING) and _SATIRE.search(article.text):
        return "satire"
    return ""


def wire_of(document: Document) -> str:
    """The agency whose report the article repeats, as it credits it, or ""."""
    sentences = document.of(Field.TEXT)
    if not sentences:
        return ""
    opening = _DATELINE_WIRE.match(document.article.text.lstrip())
    if opening:
        return opening[1].strip()
    closing = _CLOSING_WIRE.match(sentences[-1].text)
    if closing and _AGENCIES.search(closing[1]):
        return closing[1].strip()
    author = _AGENCIES.search(document.article.author)
    return author[0] if author else ""


def corrections_in(document: Document) -> tuple[str, ...]:
    """The sentences in which the outlet corrects itself."""
    if not _holds(document.lower_text, _CORRECTING):
        return ()
    return tuple(s.text for s in document.of(Field.TEXT) if is_correction(s.text))


def is_correction(text: str) -> bool:
    """Whether a sentence is an outlet's correction of itself."""
    return _holds(text.lower(), _CORRECTING) and bool(_CORRECTION.search(text))


def correcting(document: Document) -> dict[int, int]:
    """Sentences of corrections, by index, with the character up to which they tell what was wrong.

    A note that names the page first goes on with what stood there: "This report has been amended.
    It stated that four had died; in fact two died."
    """
    if not _holds(document.lower_text, _CORRECTING):
        return {}
    found: dict[int, int] = {}
    paragraph = -1
    for sentence in document.of(Field.TEXT):
        noted = is_correction(sentence.text)
        if noted or (sentence.paragraph == paragraph and _WITHDRAWN.search(sentence.text)):
            paragraph = sentence.paragraph
            right = _PUT_RIGHT.search(sentence.text) if not noted else None
            found[sentence.index] = right.start() if right else len(sentence.text)
    return found


def _holds(lower: str, words: tuple[str, ...]) -> bool:
    return any(map(lower.__contains__, words))
