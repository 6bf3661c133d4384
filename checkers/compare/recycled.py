"""An old article's passages in a new one, told as of today."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from checkers.compare.facts import FactKind, facts
from checkers.compare.quoting import piece_evidence
from checkers.compare.stale import Shown, pairs
from checkers.compare.traces import MOVED
from checkers.compare.values import outlet_of
from checkers.compare.wording import Piece
from checkers.model import Conflict, Copies, Family, Reason, Reconciliation, Severity, Side
from seeds import words

# A passage is two sentences or more, of so many words together: fewer are a phrase or a caption.
_LEAST_SENTENCES = 2
_LEAST_WORDS = 18
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_QUOTED = re.compile(r"[\"“][^\"“”]{12,}[\"”]")


def compare_passages(copies: Copies) -> Iterator[Conflict | Reconciliation]:
    """Passages of older articles that stand in newer ones word for word."""
    for shown in pairs(copies):
        if shown.gap is None or shown.gap <= MOVED or shown.same_text or shown.is_form:
            continue
        for ours, theirs in passages(shown):
            if not _tells_of_its_day(theirs):
                continue
            if shown.declared() or _places_itself(shown, theirs):
                yield _reconciled(shown, ours, theirs)
            else:
                yield _recycled(shown, ours, theirs)
            break


def passages(shown: Shown) -> list[tuple[list[Piece], list[Piece]]]:
    """Runs of sentences that both have, from the older and from the newer, the longest first."""
    ours = {piece.plain: piece for piece in shown.sentences[0]}
    found = []
    for shared, run in groupby(shown.sentences[1], key=lambda piece: piece.plain in ours):
        theirs = list(run)
        long = sum(len(piece.keys) for piece in theirs) >= _LEAST_WORDS
        if shared and long and len(theirs) >= _LEAST_SENTENCES:
            found.append(([ours[piece.plain] for piece in theirs], theirs))
    return sorted(found, key=lambda pair: -sum(len(piece.keys) for piece in pair[1]))


def _tells_of_its_day(passage: Sequence[Piece]) -> bool:
    """Whether a passage quotes somebody, and counts something: what holds of one day only."""
    quoted = any(_QUOTED.search(piece.text) for piece in passage)
    counted = [f for piece in passage for f in facts(piece) if f.kind is FactKind.NUMBER]
    return quoted and bool(counted)


def _places_itself(shown: Shown, passage: Sequence[Piece]) -> bool:
    """Whether the passage, or the sentence before it, says that it is of the past."""
    at = shown.sentences[1].index(passage[0])
    around = [*shown.sentences[1][max(0, at - 1) : at], *passage]
    return any(
        _YEAR.search(piece.text)
        or any(f" {phrase} " in f" {' '.join(piece.keys)} " for phrase in words("stale")["past"])
        for piece in around
    )


def _recycled(shown: Shown, ours: Sequence[Piece], theirs: Sequence[Piece]) -> Conflict:
    older, newer = shown.older.article, shown.newer.article
    return Conflict(
        severity=Severity.MEDIUM,
        message=f"{outlet_of(newer)} tells as of today what {outlet_of(older)} had word for word "
        f"in {_month(shown)}.",
        slot="passage",
        sides=(
            Side(ours[0].plain, tuple(piece_evidence(shown.older, piece) for piece in ours)),
            Side(theirs[0].plain, tuple(piece_evidence(shown.newer, piece) for piece in theirs)),
        ),
        confidence=0.8,
    )


def _month(shown: Shown) -> str:
    published = shown.older.article.published
    return f"{published.at:%B %Y}" if published else "an earlier year"


def _reconciled(shown: Shown, ours: Sequence[Piece], theirs: Sequence[Piece]) -> Reconciliation:
    return Reconciliation(
        Family.STL, Reason.DECLARED_REPUBLICATION, "The passage says that it is of the past.",
        "passage", (piece_evidence(shown.older, ours[0]), piece_evidence(shown.newer, theirs[0])),
    )  # fmt: skip
