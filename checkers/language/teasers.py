"""Headlines of other articles that stand inside a text, and lists of them.

A page puts links to other reports between its paragraphs. Copied as plain text they look like
statements of the article, and their figures belong to some other happening.
"""

from __future__ import annotations

import re
from functools import cache

from checkers.language.document import Document, Sentence
from checkers.language.lexicon import listed
from checkers.language.phrases import words_of
from checkers.model import Field

_STOPS = (".", "!", "?", "…")
_CLOSING_MARKS = "\"')]"
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_SHORTEST_TITLE_WORD = 4  # shorter words stay lower-case in most headlines
_FEWEST_TITLE_WORDS = 3  # names and labels of two words are capitalised too
_TITLE_CASE = 0.8  # share of the longer words with a capital; a list of names has all
_ENOUGH = 4  # sentences; above them the same heading belongs to the page's menu
_PLAYING_TIME = re.compile(r"^\d{1,2}:\d{2} (?!a\.?m|p\.?m)[A-Z]|\| \d{1,2}:\d{2}$")
# A heading below which nothing of the article follows.
_MORE_OF_THEM = re.compile(
    r"\W*(?:more (?:stories|news|headlines) (?:you|from|for|on|like)"
    r"|(?:stories )?you (?:may|might) (?:also )?like|most (?:popular|read|viewed)|top stories"
    r"|trending (?:now|stories)|from around the web|recommended for you)\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"^\[[^\]]+\]$")


def teasers(document: Document) -> frozenset[int]:
    """Numbers of the sentences of the text that are headlines of other articles."""
    found: set[int] = set()
    told = 0  # sentences of the article so far
    below = False  # under a heading like "Related stories:"
    for sentence in document.of(Field.TEXT):
        plain = sentence.text
        if plain.rstrip(_CLOSING_MARKS).endswith(_STOPS):
            below = False
            told += 1
            if _points(sentence):
                found.add(sentence.index)
            continue
        if _PLAYING_TIME.search(plain):
            found.add(sentence.index)
            continue
        if told >= _ENOUGH and _MORE_OF_THEM.match(plain):
            return frozenset(found | set(range(sentence.index, len(document.sentences))))
        if _points(sentence):
            below = True
            found.add(sentence.index)
        elif below or _is_headline(sentence):
            found.add(sentence.index)
    return frozenset(found)


def _is_headline(sentence: Sentence) -> bool:
    """Whether a line without a full stop is written as a headline or a video's title is."""
    text = sentence.text
    if _IN_BRACKETS.match(text):
        return True
    words: list[str] = [word for word in _WORD.findall(text) if len(word) >= _SHORTEST_TITLE_WORD]
    if len(words) < _FEWEST_TITLE_WORDS or text.isupper():
        return False
    return sum(word[0].isupper() for word in words) >= _TITLE_CASE * len(words)


def _points(sentence: Sentence) -> bool:
    """Whether a line points to another article."""
    opens = bool(sentence.words) and sentence.words[0] in _pointing()
    return opens and _pointer().match(sentence.text) is not None


@cache
def _pointing() -> frozenset[str]:
    """The first word of each such line, in lower case."""
    return frozenset(words_of(phrase)[0] for phrase in listed("page_furniture", "pointers"))


@cache
def _pointer() -> re.Pattern[str]:
    """A line that begins with "Read more:", "RELATED |", or is "Related stories"."""
    phrases = sorted(listed("page_furniture", "pointers"), key=len, reverse=True)
    named = "|".join(re.escape(phrase.rstrip(":")) for phrase in phrases)
    return re.compile(rf"\W*(?:{named})\s*(?:[:|–—-]|$)", re.IGNORECASE)
