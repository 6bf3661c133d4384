"""Two revisions of one article side by side: what was reworded, what went, what is furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from checkers.compare.pages import is_front_page
from checkers.compare.wording import Piece, Rewording, likeness, pieces
from checkers.model import Article, ClaimKind, Field, Reading, Revisions
from seeds import words

# Share of words that a sentence keeps when it is the same sentence reworded, and a headline, which
# has so few that half of them is much.
_SAME_SENTENCE = 0.55
_SAME_HEADLINE = 0.4

# Share of sentences below which a page carries another text altogether.
_SAME_TEXT = 0.34

# Most words of a line that is no sentence and may be part of the page, not of the article.
_LINE = 14


@dataclass(frozen=True)
class Step:
    """What became of an article from one revision to the next.

    Attributes:
        before: The earlier reading.
        after: The later one.
        later: The readings after that.
    """

    before: Reading
    after: Reading
    later: tuple[Reading, ...] = ()

    @cached_property
    def texts(self) -> tuple[list[Piece], list[Piece]]:
        """The sentences of both texts."""
        return (
            pieces(self.before.article, Field.TEXT),
            pieces(self.after.article, Field.TEXT),
        )

    @cached_property
    def gone(self) -> list[Piece]:
        """Sentences of the earlier text that the later one does not have, furniture aside."""
        return [p for p in _missing(*self.texts) if not is_furniture(p, self.before)]

    @cached_property
    def new(self) -> list[Piece]:
        """Sentences of the later text that the earlier one did not have, furniture aside."""
        ours, theirs = self.texts
        return [p for p in _missing(theirs, ours) if not is_furniture(p, self.after)]

    @cached_property
    def rewordings(self) -> list[Rewording]:
        """Headline, sentences, captions and credits that were reworded, in that order."""
        return [
            *_headline(self.before.article, self.after.article),
            *_paired(self.gone, self.new),
            *_pictures(self.before.article, self.after.article),
        ]

    @property
    def rewritten(self) -> bool:
        """Whether the page carries another text than before."""
        ours, theirs = self.texts
        kept = (
            len(ours) - len(self.gone) + sum(r.likeness > 0.8 for r in _paired(self.gone, self.new))
        )
        return len(ours) >= 3 and len(theirs) >= 3 and kept < _SAME_TEXT * len(ours)

    @property
    def moved(self) -> bool:
        """Whether paragraphs changed places, were split or joined."""
        shared = Counter(p.plain for p in self.texts[0]) & Counter(p.plain for p in self.texts[1])
        ours, theirs = (
            [(p.plain, p.paragraph) for p in side if p.plain in shared] for side in self.texts
        )
        return _shape(ours) != _shape(theirs)


def steps(revisions: Revisions) -> list[Step]:
    """Each revision that is the article beside the next that is, however often fetching failed."""
    standing = [reading for reading in revisions.readings if stands(reading, revisions)]
    return [
        Step(before, standing[at + 1], tuple(standing[at + 2 :]))
        for at, before in enumerate(standing[:-1])
    ]


def stands(reading: Reading, revisions: Revisions) -> bool:
    """Whether a revision is the article, and not what came in its place."""
    first = revisions.readings[0]
    return not (
        reading.page
        or reading.unsupported
        or (reading is not first and is_front_page(reading.article))
    )


def _shape(placed: Sequence[tuple[str, int]]) -> list[tuple[str, bool]]:
    """Sentences in order, each with whether it begins a paragraph."""
    return [
        (text, at == 0 or placed[at - 1][1] != paragraph)
        for at, (text, paragraph) in enumerate(placed)
    ]


def _missing(ours: Sequence[Piece], theirs: Sequence[Piece]) -> list[Piece]:
    """Pieces of ``ours`` that ``theirs`` lack, each counted as often as it stands there."""
    left = Counter(piece.plain for piece in theirs)
    missing = []
    for piece in ours:
        if left[piece.plain]:
            left[piece.plain] -= 1
        else:
            missing.append(piece)
    return missing


def _paired(gone: Sequence[Piece], new: Sequence[Piece]) -> list[Rewording]:
    """Each sentence that went with the new one most like it, the most alike pairs first."""
    scored = sorted(
        (-likeness(a, b), i, j)
        for i, a in enumerate(gone)
        for j, b in enumerate(new)
        if not set(a.keys).isdisjoint(b.keys)
    )
    taken_before, taken_after, found = set(), set(), []
    for score, i, j in scored:
        if -score < _SAME_SENTENCE:
            break
        if i not in taken_before and j not in taken_after:
            taken_before.add(i)
            taken_after.add(j)
            found.append((i, Rewording(gone[i], new[j])))
    return [rewording for _, rewording in sorted(found, key=lambda pair: pair[0])]


def _headline(before: Article, after: Article) -> Iterator[Rewording]:
    ours, theirs = pieces(before, Field.TITLE), pieces(after, Field.TITLE)
    if ours and theirs and ours[0].plain != theirs[0].plain:
        rewording = Rewording(ours[0], theirs[0])
        if rewording.likeness >= _SAME_HEADLINE:
            yield rewording


def _pictures(before: Article, after: Article) -> Iterator[Rewording]:
    """Captions and credits of the pictures that both revisions show."""
    for number, image in enumerate(before.images):
        same = [n for n, other in enumerate(after.images) if other.url == image.url and image.url]
        if not same and not image.url and number < len(after.images):
            same = [number]
        for other in same[:1]:
            ours = pieces(before, Field.CAPTION, number)
            theirs = pieces(after, Field.CAPTION, other)
            yield from _paired(_missing(ours, theirs), _missing(theirs, ours))
            credits = (*pieces(before, Field.CREDIT, number), *pieces(after, Field.CREDIT, other))
            if len(credits) == 2 and credits[0].plain != credits[1].plain:
                yield Rewording(*credits)


@cache
def _counters() -> re.Pattern[str]:
    return re.compile("|".join(words("pages")["furniture"]["patterns"]), re.IGNORECASE)


def is_counter(text: str) -> bool:
    """Whether a line counts views or tells how long ago it was posted."""
    return bool(_counters().search(text))


def is_furniture(piece: Piece, reading: Reading) -> bool:
    """Whether a line belongs to the page and not to the article.

    By its place, not because it is a number: a line by itself that is no sentence and in which
    nothing was read that befell people, or a short counter.
    """
    if len(piece.keys) <= _LINE and is_counter(piece.text):
        return True
    if not piece.alone or len(piece.keys) > _LINE:
        return False
    return not any(
        claim.kind is ClaimKind.COUNT and piece.span.covers(claim.span) for claim in reading.claims
    )
