"""Standing notices inside a text: copyright, newsletters, what a browser must allow.

They are the same under every report of an outlet, so their words and places say nothing of what
the report is about.
"""

from __future__ import annotations

from checkers.language.document import Document, Sentence
from checkers.language.lexicon import listed
from checkers.model import Field


def is_notice(sentence: Sentence) -> bool:
    """Whether a sentence speaks of the page and not of what the article tells."""
    lower = sentence.lower.replace("’", "'")
    return any(phrase in lower for phrase in listed("page_furniture", "notices"))


def told(document: Document) -> list[Sentence]:
    """The sentences of the text without the notices."""
    return [sentence for sentence in document.of(Field.TEXT) if not is_notice(sentence)]
