"""Quotations with the words that differ marked, by style where there is any, else by characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from flows.plain.visible import visible

_WORD = re.compile(r"\S+")
_ENDS = ".,;:!?\"'“”‘’()[]«»–—"  # not part of a word when words are compared
# Characters left on each side of the value in a shortened quotation: about two lines of a column.
KEPT = 110


@dataclass(frozen=True, slots=True)
class Marked:
    """A quotation with stretches of it marked.

    Where the screen can show no style at all (a pipe, a file) ``**`` stands around what differs, so
    that the mark is never lost and never rests on colour alone.

    Attributes:
        words: The quotation, as it came in.
        said: The stretch that carries the value, or None.
        differs: Stretches inside it that the other side has otherwise.
        quoted: Whether to put quotation marks around it.
    """

    words: str
    said: tuple[int, int] | None = None
    differs: tuple[tuple[int, int], ...] = ()
    quoted: bool = True

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The quotation for this console."""
        yield self.text(styled=console.color_system is not None)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """As wide as its text."""
        return Measurement.get(console, options, self.text(styled=False))

    def text(self, *, styled: bool) -> Text:
        """The quotation with its marks as styles, or as characters."""
        text = Text("“" if self.quoted else "")
        for words, in_said, in_differs in self._pieces():
            shown = visible(words)
            if in_differs and not styled:
                shown = f"**{shown}**"
            text.append(shown, "differs" if in_differs else "said" if in_said else "")
        return text.append("”" if self.quoted else "")

    def _pieces(self) -> Iterator[tuple[str, bool, bool]]:
        ends = {0, len(self.words)}
        for start, end in (*((self.said,) if self.said else ()), *self.differs):
            ends |= {start, end}
        cuts = sorted(ends)
        for start, end in pairwise(cuts):
            said = self.said is not None and self.said[0] <= start and end <= self.said[1]
            differs = any(first <= start and end <= last for first, last in self.differs)
            yield self.words[start:end], said, differs


def marked(
    quote: str, said: str, other: str, *, at: int | None = None, short: bool = False
) -> Marked:
    """``quote`` with the words of ``said`` marked that ``other`` has otherwise.

    Args:
        quote: The sentence.
        said: The words of it that carry the value.
        other: The words that carry the other side's value; "" marks all of ``said``.
        at: Where ``said`` begins in ``quote``, if known.
        short: Whether to leave out what is far from ``said``.
    """
    start = locate(quote, said) if at is None else at
    if start is None:
        return Marked(_shortened(quote, 0, 0)[0] if short else quote)
    end = start + len(said)
    moved = 0
    if short:
        quote, moved = _shortened(quote, start, end)
    # Where the whole quotation is the value and nothing in it is alike, marks would tell nothing.
    all_of_it = len(said) >= len(quote.strip()) and not _alike(said, other)
    differs = tuple(
        (start + first + moved, start + last + moved)
        for first, last in ([] if all_of_it else differing(said, other))
    )
    return Marked(quote, (start + moved, end + moved), differs)


def locate(quote: str, said: str) -> int | None:
    """Where ``said`` begins in ``quote``: as whole words, if it stands there so, else anywhere."""
    if not said:
        return None
    whole = re.search(rf"(?<!\w){re.escape(said)}(?!\w)", quote)
    at = whole.start() if whole else quote.find(said)
    return None if at < 0 else at


def differing(said: str, other: str) -> list[tuple[int, int]]:
    """The stretches of ``said`` whose words ``other`` has not at that place.

    All of it where ``other`` only adds words ("12" beside "at least 12"); none if both are alike.
    """
    if _compared(said) == _compared(other):
        return []
    words = [found.span() for found in _WORD.finditer(said)]
    match = SequenceMatcher(None, _compared(said), _compared(other), autojunk=False)
    stretches = [
        _trimmed(said, words[first][0], words[last - 1][1])
        for change, first, last, _, _ in match.get_opcodes()
        if change in ("replace", "delete")
    ]
    return stretches or ([(0, len(said))] if said else [])


def _alike(said: str, other: str) -> bool:
    """Whether the two have a word in common."""
    return not set(_compared(said)).isdisjoint(_compared(other))


def _compared(text: str) -> Sequence[str]:
    return [found[0].strip(_ENDS).casefold() for found in _WORD.finditer(text)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A part of ``text`` without the punctuation at its ends, unless it is nothing else."""
    inner = text[start:end].strip(_ENDS)
    if not inner or (start, end) == (0, len(text)):
        return start, end
    first = text.index(inner, start)
    return first, first + len(inner)


def _shortened(quote: str, start: int, end: int) -> tuple[str, int]:
    """``quote`` cut at words far from ``start`` and ``end``, and how far these moved."""
    first, last = 0, len(quote)
    if start > KEPT + KEPT // 2:
        first = quote.rfind(" ", 0, start - KEPT) + 1
    if len(quote) - end > KEPT + KEPT // 2:
        cut = quote.find(" ", end + KEPT)
        last = len(quote) if cut < 0 else cut
    before, after = "… " if first else "", " …" if last < len(quote) else ""
    return f"{before}{quote[first:last]}{after}", len(before) - first
