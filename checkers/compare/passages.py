"""Words of an article on which a comparison rests, where no claim carries them whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from checkers.language.document import Document, Sentence
from checkers.model import Article, Event, Evidence, Field, Member, Side, Span

_STATING = (Field.TITLE, Field.TEXT)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article that states something.

    Attributes:
        article: The revision.
        span: The words that carry the value.
        sentence: The sentence or headline around them.
        value: What they state, for a reader.
        attributed_to: Who says so, or None.
    """

    article: Article
    span: Span
    sentence: Span
    value: str
    attributed_to: str | None = None

    @property
    def said(self) -> str:
        """The words that carry the value."""
        return self.article.words(self.span)

    def evidence(self) -> Evidence:
        """The passage as evidence."""
        published = self.article.published
        return Evidence(
            url=self.article.url,
            publisher=self.article.publisher,
            published=published.at if published else None,
            revision=self.article.revision,
            span=self.span,
            quote=self.article.words(self.sentence),
            said=self.said,
            value=self.value,
            attributed_to=self.attributed_to,
        )


def passage(article: Article, sentence: Sentence, start: int, end: int, value: str) -> Passage:
    """The passage from one character of a sentence's text to another."""
    return Passage(article, sentence.part(start, end), sentence.span, value)


def sentences_with(article: Article, pattern: re.Pattern[str]) -> list[Sentence]:
    """The sentences of headline and text in which a pattern is found.

    Most articles have none; the article is cut into sentences only where the pattern is found
    in one of its fields at all.
    """
    if not (pattern.search(article.title) or pattern.search(article.text)):
        return []
    return [s for s in Document(article).of(*_STATING) if pattern.search(s.text)]


def gathered(
    event: Event, read: Callable[[Member], Iterable[Passage]]
) -> Iterator[tuple[tuple[Passage, ...], int]]:
    """Passages of the articles about an event, with how many independent sources have each.

    Copies of one text say the same words and are taken together.
    """
    found: dict[str, list[tuple[Passage, str]]] = {}
    for member in event.members:
        if not member.about or member.reading.not_news:
            continue
        for item in read(member):
            key = " ".join(item.said.lower().split())
            found.setdefault(key, []).append((item, member.root or item.article.url))
    for group in found.values():
        yield tuple(item for item, _ in group), len({root for _, root in group})


def one_side(passages: tuple[Passage, ...], roots: int) -> Side:
    """A side of a finding, with every copy of the words."""
    value = " ".join(passages[0].said.lower().split())
    return Side(value, tuple(item.evidence() for item in passages), roots)
