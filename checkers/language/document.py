"""An article cut into sentences and tokens, with offsets that hold in the article as it came in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import add

from checkers.language.characters import lowered, normalise
from checkers.language.galleries import in_galleries
from checkers.language.phrases import runs_of, words_of
from checkers.language.teaser_lists import above_dateline
from checkers.language.tokeniser import tokens_of
from checkers.model import Article, Field, Span

# Abbreviations after which a full stop seldom ends a sentence (own list).
_ABBREVIATED = frozenset(
    "mr mrs ms dr prof rev gen col lt sgt capt cpl cmdr maj brig adm gov sen rep pres hon st ste "
    "mt ft no nos vs etc inc ltd co corp jr sr approx est fig vol dept det insp supt "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "u.s u.n u.k e.u i.e e.g ave blvd rd sq km dist".split()
)
_CLOCK = frozenset({"a.m", "p.m"})
# Words that may follow "7 a.m." inside one sentence: a day, a month, a zone, "New York time".
_AFTER_CLOCK = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}\b|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|(?:[A-Z][a-z]+ ){1,3}(?:(?:standard|daylight|summer) )?time\b"
)
# A sentence's end; and one whose blank was lost in copying ("in Dorrin.Police said"). Each begins
# with a mark rather than with a look behind it, so that the search leaps from mark to mark.
_END = re.compile(
    r"[.!?…]+[\"')\]]*(?=\s+[\"'(\[]*[A-Z0-9À-Þ])|\n+"
    r"|[.!?](?<=[a-z]{3}.)(?=[A-Z][a-z]+[ ,'])"
)
# The last part of an address when it is made of three words or more.
_SLUG = re.compile(r"/((?:[a-z0-9]+[-_]){2,}[a-z0-9]+)(?:\.\w+)?/?(?:[?#].*)?$", re.IGNORECASE)
_NO_WORD = re.compile(r"[^\w.&'-]")
# Characters looked at before a full stop; a longer word ends its sentence.
_LONGEST_ABBREVIATION = 24


class Tokens:
    """The tokens of one sentence as parallel lists, offsets relative to the sentence."""

    __slots__ = ("ends", "lower", "raw", "starts")

    def __init__(self, text: str) -> None:
        raw: list[str] = []
        starts: list[int] = []
        end = 0
        stretches = text.split()
        for stretch, words in zip(stretches, map(tokens_of, stretches), strict=True):
            start = text.index(stretch, end)
            end = start + len(stretch)
            raw += words
            starts.append(start)
            if len(words) > 1:
                for word in words[:-1]:
                    start += len(word)
                    starts.append(start)
        self.raw = raw
        self.starts = starts
        self.lower = list(map(str.lower, raw))
        self.ends = list(map(add, starts, map(len, raw)))

    def __len__(self) -> int:
        return len(self.raw)


class Sentence:
    """One sentence, headline or caption.

    Attributes:
        span: Where it stands in the article.
        field: Which field of the article it stands in.
        text: Its words, normalised one character for one.
        lower: The same in lower case, character for character.
        words: Its words in lower case, as the gates of the readers look at them.
        paragraph: Number of its paragraph in its field, from 0.
        index: Number of the sentence in the document, from 0.
    """

    def __init__(self, span: Span, text: str, paragraph: int, index: int) -> None:
        self.span = span
        self.field = span.field
        self.text = text
        self.lower = lowered(text)
        self.words = words_of(self.lower)
        self.paragraph = paragraph
        self.index = index

    @cached_property
    def tokens(self) -> Tokens:
        """Its tokens; most sentences never need them."""
        return Tokens(self.text)

    @cached_property
    def runs_in_order(self) -> list[str]:
        """Its unbroken runs of letters and digits, in lower case: "it's" is two."""
        plain = "'" not in self.lower and "_" not in self.lower  # then each word is a run
        return self.words if plain else runs_of(self.lower)

    @cached_property
    def runs(self) -> frozenset[str]:
        """The same without their order: what dearer looks ask first."""
        return frozenset(self.runs_in_order)

    def stretch(self, first: int, last: int) -> Span:
        """The span from token ``first`` up to, not including, token ``last``."""
        base = self.span.start
        tokens = self.tokens
        return self.span.within(base + tokens.starts[first], base + tokens.ends[last - 1])

    def part(self, start: int, end: int) -> Span:
        """The span from character ``start`` to ``end`` of the sentence's own text."""
        return self.span.within(self.span.start + start, self.span.start + end)


class Document:
    """An article in sentences: title, text, captions, credits, metadata, in that order."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.sentences: list[Sentence] = []
        self._of: dict[tuple[Field, ...], Sequence[Sentence]] = {}
        for whole in article.fields():
            plain = normalise(article.value(whole))
            for start, end, paragraph in _cut(plain):
                span = whole.within(start, end)
                self.sentences.append(
                    Sentence(span, plain[start:end], paragraph, len(self.sentences))
                )
        self._add_address()

    def _add_address(self) -> None:
        """The words of the address ("…/blast-kills-12"), which is a statement too."""
        url = self.article.url
        slug = _SLUG.search(url) if url.startswith("http") else None
        if slug:
            span = Span(Field.URL, slug.start(1), slug.end(1))
            words = slug[1].replace("-", " ").replace("_", " ")
            self.sentences.append(Sentence(span, words, 0, len(self.sentences)))

    def of(self, *fields: Field) -> Sequence[Sentence]:
        """The sentences of these fields, in order."""
        found = self._of.get(fields)
        if found is None:  # a dozen readers ask for the same two or three
            found = self._of[fields] = [s for s in self.sentences if s.field in fields]
        return found

    @cached_property
    def plain_text(self) -> str:
        """Title and text, normalised, for patterns over the whole article."""
        return "\n".join(s.text for s in self.of(Field.TITLE, Field.TEXT))

    @cached_property
    def lower_text(self) -> str:
        """The same in lower case."""
        return self.plain_text.lower()

    @cached_property
    def of_the_page(self) -> frozenset[int]:
        """Numbers of the sentences of the text that are the page's and not the article's.

        They stand under the pictures of a gallery, or in a list of stories above the dateline.
        """
        return in_galleries(self) | above_dateline(self)


def _cut(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, paragraph) of each sentence of a field, white space trimmed."""
    start = paragraph = 0
    for match in _END.finditer(text):
        new_line = match[0][0] == "\n"
        if new_line and not _breaks(text, match):
            continue
        if not new_line and _goes_on(text, start, match):
            continue
        yield from _trimmed(text, start, match.end(), paragraph)
        start = match.end()
        paragraph += new_line
    yield from _trimmed(text, start, len(text), paragraph)


def _trimmed(text: str, start: int, end: int, paragraph: int) -> Iterator[tuple[int, int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        yield start + left, start + right, paragraph


def _breaks(text: str, match: re.Match[str]) -> bool:
    """Whether a line break ends a sentence: not one that only wraps a line."""
    if len(match[0]) > 1:
        return True
    before = text[: match.start()].rstrip(" ")[-1:]
    after = text[match.end() :].lstrip(" ")[:1]
    return not ((before.isalpha() or before == ",") and after.islower())


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation or an initial."""
    if match[0][0] != ".":
        return False
    end = match.start()
    last = text[max(start, end - _LONGEST_ABBREVIATION) : end].rpartition(" ")[2]
    if not last.isalpha():
        last = _NO_WORD.split(last)[-1]
    last = last.lower().lstrip("'")
    if last in _CLOCK:
        return bool(_AFTER_CLOCK.match(text[match.end() :].lstrip()))
    if match[0] not in (".", ".)"):
        return False
    return last in _ABBREVIATED or (len(last) == 1 and last.isalpha() and last != "i")
