"""The words of an article cut into sentences, and the words in which two sentences differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, cached_property, lru_cache

from checkers.model import Article, Field, Span
from seeds import words

_PARAGRAPH = re.compile(r"[^\n]+")
_END = re.compile(r"""[.!?…]+["'”’)\]]*(?=\s+["'“‘(\[]*[A-Z0-9])|\Z""")
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FINAL = re.compile(r"""[.!?…:;][”"’')\]]*\s*$""")
_ALIKE = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'",
                        "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "…": "."})  # fmt: skip


# The same one character for one, so that places hold; a dash parts words and a hyphen does not.
_SPELLED = str.maketrans({"’": "'", "‘": "'", "‑": "-"})


# A batch's articles are set beside each other sentence by sentence, each many times.
_REMEMBERED = 16_384


@lru_cache(maxsize=_REMEMBERED)
def plain(text: str) -> str:
    """A text without what is typography only: case, kinds of quotation mark, dash and space."""
    return " ".join(text.translate(_ALIKE).casefold().split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number; ``start`` and ``end`` are characters of its piece."""

    key: str
    start: int
    end: int


@dataclass(frozen=True)
class Piece:
    """A sentence, headline, caption or credit of one revision.

    Attributes:
        article: The revision.
        span: Where it stands.
        paragraph: Number of its paragraph in the field.
        alone: Whether it is a paragraph by itself that does not end like a sentence.
    """

    article: Article
    span: Span
    paragraph: int = 0
    alone: bool = False

    @cached_property
    def text(self) -> str:
        """Its words."""
        return self.article.words(self.span)

    @cached_property
    def plain(self) -> str:
        """Its words without typography."""
        return plain(self.text)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and numbers, in order."""
        return tuple(
            Token(match[0].lower(), match.start(), match.end())
            for match in _TOKEN.finditer(self.text.translate(_SPELLED))
        )

    @cached_property
    def keys(self) -> list[str]:
        """Its words and numbers without typography, in order."""
        return list(_keys(self.text))

    def part(self, start: int, end: int) -> Span:
        """A stretch of it, in characters of the piece."""
        return self.span.within(self.span.start + start, self.span.start + end)


def pieces(article: Article, field: Field, image: int | None = None) -> list[Piece]:
    """The sentences of one field, in order; a headline or credit is one piece."""
    whole = Span(field, 0, 0, image)
    value = article.value(whole)
    if field in (Field.TITLE, Field.CREDIT):
        return [Piece(article, whole.within(0, len(value)))] if value.strip() else []
    return [
        Piece(article, whole.within(start, end), number, alone)
        for start, end, number, alone in _cut(value)
    ]


@lru_cache(maxsize=_REMEMBERED)
def _keys(text: str) -> tuple[str, ...]:
    """The words and numbers of a sentence without typography, in order."""
    return tuple(word.lower() for word in _TOKEN.findall(text.translate(_SPELLED)))


@lru_cache(maxsize=1024)  # texts of articles: a few MB
def _cut(value: str) -> tuple[tuple[int, int, int, bool], ...]:
    """Start and end of each sentence, the number of its paragraph, whether it stands alone."""
    found: list[tuple[int, int, int, bool]] = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(value)):
        sentences = list(_sentences(paragraph[0]))
        alone = len(sentences) == 1 and not _FINAL.search(paragraph[0])
        at = paragraph.start()
        found += [(at + start, at + end, number, alone) for start, end in sentences]
    return tuple(found)


@cache
def _abbreviated() -> re.Pattern[str]:
    """What ends with a full stop and ends no sentence: "Dr.", and an initial."""
    known = "|".join(re.escape(word) for word in words("pages")["abbreviations"])
    return re.compile(rf"(?:\b(?:{known})|(?-i:\b[A-Z]))\.$", re.IGNORECASE)


def _sentences(paragraph: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph start and end."""
    start = 0
    for end in _END.finditer(paragraph):
        if end.end() < len(paragraph) and _abbreviated().search(paragraph[start : end.end()]):
            continue
        text = paragraph[start : end.end()]
        if text.strip():
            yield start + len(text) - len(text.lstrip()), start + len(text.rstrip())
        start = end.end()


@dataclass(frozen=True)
class Rewording:
    """A sentence and what it became."""

    before: Piece
    after: Piece

    @cached_property
    def edits(self) -> list[tuple[str, int, int, int, int]]:
        """What was done to the tokens: (operation, from, to in before, from, to in after)."""
        matcher = SequenceMatcher(None, self.before.keys, self.after.keys, autojunk=False)
        return [code for code in matcher.get_opcodes() if code[0] != "equal"]

    @cached_property
    def likeness(self) -> float:
        """Share of words that the two have in common, 0 to 1."""
        return likeness(self.before, self.after)

    @cached_property
    def changed(self) -> int:
        """Number of words that differ, the longer side of each edit counted."""
        return sum(max(b - a, d - c) for _, a, b, c, d in self.edits)

    def removed(self) -> list[list[str]]:
        """The words of each edit that are gone, in order."""
        return [self.before.keys[a:b] for _, a, b, _, _ in self.edits]

    def added(self) -> list[list[str]]:
        """The words of each edit that are new, in order."""
        return [self.after.keys[c:d] for _, _, _, c, d in self.edits]


def likeness(before: Piece, after: Piece) -> float:
    """Share of words that two pieces have in common, 0 to 1."""
    ours, theirs = Counter(before.keys), Counter(after.keys)
    together = sum(ours.values()) + sum(theirs.values())
    return 2 * sum((ours & theirs).values()) / together if together else 1.0
