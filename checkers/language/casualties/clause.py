"""The chunks of one sentence, and how they hang together."""

from __future__ import annotations

from dataclasses import dataclass, field

from checkers.language.chunks import Chunk, tag_row
from checkers.language.document import Sentence
from checkers.model import Field, Role


@dataclass(slots=True)
class Link:
    """What befell the people of one chunk.

    Attributes:
        measure: ``killed``, ``injured``, …
        verb: Index of the chunk that says so, or None.
        role: Total, part, …
        whole: For a part, index of the chunk it is a part of.
        negated: "none of the 23 was hurt".
        object: The people are the object of the verb: somebody did it to them.
    """

    measure: str
    verb: int | None
    role: Role = Role.TOTAL
    whole: int | None = None
    negated: bool = False
    object: bool = False


@dataclass(slots=True)
class Clause:
    """One sentence in the making.

    Attributes:
        words: Its tokens, lower case.
        headline: Written in the clipped grammar of headlines.
        chunks: Its chunks.
        row: Their tags.
        people: Indexes of the chunks that stand for people or things: counted, or without a number.
        links: By index of chunk, what befell whom.
        passive: Verbs whose victims stand before them.
        lists: Counted phrases joined by commas and "and", in order.
        added: Lists whose members are parts of their sum.
    """

    words: list[str]
    headline: bool
    chunks: list[Chunk]
    row: str
    people: list[int]
    links: dict[int, Link] = field(default_factory=dict)
    passive: set[int] = field(default_factory=set)
    lists: list[list[int]] = field(default_factory=list)
    added: list[list[int]] = field(default_factory=list)

    @classmethod
    def of(cls, sentence: Sentence, chunks: list[Chunk]) -> Clause:
        """The clause of a sentence with these chunks."""
        headline = sentence.field in (Field.TITLE, Field.URL)
        row = tag_row(chunks)
        people = [index for index, tag in enumerate(row) if tag in "QS"]
        return cls(sentence.tokens.lower, headline, chunks, row, people)

    def between(self, start: int, end: int) -> list[str]:
        """The words of the chunks from ``start`` up to ``end``."""
        start, end = max(0, start), min(end, len(self.chunks))
        if start >= end:
            return []
        return self.words[self.chunks[start].first : self.chunks[end - 1].last]

    def text(self, start: int, end: int) -> str:
        """Those words as one string."""
        return " ".join(self.between(start, end))

    def first_word(self, index: int) -> str:
        """The first word of a chunk."""
        return self.words[self.chunks[index].first]

    def before(self, index: int) -> str:
        """The word before a chunk, or ""."""
        return self.before_token(self.chunks[index].first)

    def before_token(self, first: int) -> str:
        """The word before a token, or ""."""
        return self.words[first - 1] if first else ""

    def is_base(self, index: int) -> bool:
        """As in "two of the 23 passengers": 23 is what the two were taken from."""
        start = index
        while start and (self.row[start - 1] == "D" or self._is_the_other(start - 1)):
            start -= 1
        if start < 2 or self.row[start - 1] != "P" or self.first_word(start - 1) != "of":
            return False
        head = start - 2
        return self.row[head] in "QSo" or self.first_word(head) in _SHARES

    def _is_the_other(self, index: int) -> bool:
        """As in "the other five", where "other" was taken for a person."""
        return self.row[index] == "S" and self.chunks[index].noun == "other"

    def after_including(self, index: int) -> bool:
        """Whether "including" or the like stands before a chunk."""
        before = self.row[:index].rstrip("DRP")
        if before.endswith("I") and self.before(len(before) - 1) == "not":
            return False  # "not counting the two gunmen"
        # "a family of five among 12 killed": the 12 are the whole.
        return before.endswith("I") and self.text(len(before) - 1, len(before)) != "among"

    def whole_of(self, index: int) -> int | None:
        """The counted phrase that a part belongs to: the nearest one before that is no part."""
        for other in range(index - 1, -1, -1):
            link = self.links.get(other)
            if link is not None and link.role is not Role.PART:
                return other
        for other in sorted(self.links):
            if other > index and self.links[other].role is not Role.PART:
                return other
        return None


_SHARES = frozenset({"most", "half", "many", "some", "all", "one", "none"})
