"""Galleries of pictures inside a text: paragraphs that begin "3/30" are captions of other pictures.

Copied with the text, a gallery may be longer than the article, and speaks of other things in other
places and years.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from checkers.model import Field

if TYPE_CHECKING:
    from checkers.language.document import Document

# The picture's number, of how many, and its caption.
_NUMBERED = re.compile(r"(\d{1,3})(?: ?/ ?| of )(\d{1,3}) +[^\W\d]")
# Paragraphs with one total and rising numbers that make a gallery: two may be scores or fractions.
_FEWEST = 3


def in_galleries(document: Document) -> frozenset[int]:
    """Numbers of the sentences of the text that stand under the pictures of a gallery."""
    paragraphs: dict[str, list[tuple[int, int]]] = defaultdict(list)
    last = -1
    for sentence in document.of(Field.TEXT):
        opens = sentence.paragraph != last and sentence.text[0].isdigit()
        if opens and (match := _NUMBERED.match(sentence.text)):
            paragraphs[match[2]].append((int(match[1]), sentence.paragraph))
        last = sentence.paragraph
    galleries = {
        paragraph
        for pictures in paragraphs.values()
        if len(pictures) >= _FEWEST and pictures == sorted(pictures)
        for _, paragraph in pictures
    }
    if not galleries:
        return frozenset()
    return frozenset(s.index for s in document.of(Field.TEXT) if s.paragraph in galleries)
