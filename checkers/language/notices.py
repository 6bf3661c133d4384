"""Standing notices inside a text: copyright, newsletters, what a browser must allow.

They are the same under every report of an outlet, so their words and places say nothing of what
the report is about.
"""

from __future__ import annotations

import re
from functools import cache

from checkers.language.document import Document, Sentence
from checkers.language.lexicon import listed
from checkers.model import Field

_WORD = re.compile(r"[a-z-]+")


def is_notice(sentence: Sentence) -> bool:
    """Whether a sentence speaks of the page and not of what the article tells."""
    if _telling().isdisjoint(sentence.words) and "©" not in sentence.lower:
        return False
    lower = sentence.lower.replace("’", "'")
    return any(phrase in lower for phrase in listed("page_furniture", "notices"))


@cache
def _telling() -> frozenset[str]:
    """The longest word of each notice: a sentence with none of them needs no further look."""
    phrases = listed("page_furniture", "notices")
    return frozenset(max(_WORD.findall(phrase), key=len, default="") for phrase in phrases)


def told(document: Document) -> list[Sentence]:
    """The sentences of the text without the notices and what its page shows beside it."""
    return [
        sentence
        for sentence in document.of(Field.TEXT)
        if sentence.index not in document.of_the_page and not is_notice(sentence)
    ]
