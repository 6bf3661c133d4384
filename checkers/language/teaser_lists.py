"""Lists of other stories above the dateline: a page's front matter, copied with the article.

Their days and places are not those of the article, which begins with its dateline. A list is told
by lines that are printed twice (the headline under the picture and beside it), or by several that
share no word with the headline and the first paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from checkers.model import Field

if TYPE_CHECKING:
    from checkers.language.document import Document, Sentence

# "CORVE, Lower Vell (Wire) --": a town in capitals, what holds it, an agency, a dash.
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,40}(?:, [\w .'-]{2,30})?(?: \([^()]{2,40}\))?\s?(?:--|—|–|-\s)"
    r"(?=.{0,12}[a-z])"  # not in a text that is all in capitals
)
_FEWEST_TWICE = 2  # lines printed twice that make a list: one may be a caption
_FEWEST_STRANGE = 3  # other stories that make one; above that many a dateline is no accident
_LONGEST_LIST = 40  # paragraphs; a dateline further down opens an entry of a live page
_SENTENCE = 8  # words: less is a name, a date, a label of the page
_WORD = re.compile(r"[a-z]{4,}")
_EVERYWHERE = frozenset(
    "after also been before from have into more said says says than that their them they this "
    "were when which while will with year years people police news update monday tuesday wednesday "
    "thursday friday saturday sunday morning afternoon evening night found being about over".split()
)


def above_dateline(document: Document) -> frozenset[int]:
    """Numbers of the sentences of the text that stand in a list of other stories above it."""
    above: list[Sentence] = []
    last = -1
    for sentence in document.of(Field.TEXT):
        opens, last = sentence.paragraph != last, sentence.paragraph
        # In the text itself: a full stop of the dateline may have ended its sentence.
        if opens and _DATELINE.match(document.article.text, sentence.span.start):
            break
        if sentence.paragraph >= _LONGEST_LIST:
            return frozenset()
        above.append(sentence)
    else:
        return frozenset()
    if len(above) < _FEWEST_STRANGE:
        return frozenset()
    if _printed_twice(above) >= _FEWEST_TWICE:
        return frozenset(line.index for line in above)
    own = _content(document.article.title) | _content(sentence.text)
    strange = [
        line
        for line in above
        if len(line.words) >= _SENTENCE and own.isdisjoint(_content(line.text))
    ]
    if len(strange) < _FEWEST_STRANGE or not document.article.title:
        return frozenset()
    return frozenset(line.index for line in strange)


def _printed_twice(lines: list[Sentence]) -> int:
    seen = Counter(line.lower for line in lines if len(line.words) >= _SENTENCE)
    return sum(times > 1 for times in seen.values())


def _content(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _EVERYWHERE
