"""Correction notes: where an outlet says that it was wrong, and what about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from checkers.compare.facts import FactKind, facts
from checkers.compare.revised import Step
from checkers.compare.wording import Piece, pieces, plain
from checkers.model import Article, Field, Reading
from seeds import words

# Words that any note has in common with any sentence; shorter ones say nothing either.
_SAYING_SOMETHING = 4
_SHARED = 2
# "We originally gave the loss as 40 million."
_WE_SAID = re.compile(
    r"\bwe (?:had )?(?:\w+ly )?(?:had )?"
    r"(?:said|reported|wrote|gave|named|stated|put|described|quoted|called)\b"
)


@dataclass(frozen=True)
class Note:
    """One paragraph in which an outlet corrects itself."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Its words, without typography."""
        return " ".join(piece.plain for piece in self.pieces)

    def credits(self, old: Sequence[str], new: Sequence[str], around: Sequence[str]) -> bool:
        """Whether it speaks of a change, given as the values before and after and the words around.

        A note that names no value at all ("updated to correct an error") speaks for every change.
        """
        stated = [fact for piece in self.pieces for fact in facts(piece)]
        values = {fact.key for fact in stated if fact.kind is not FactKind.DATE}
        said = set(self.text.replace('"', " ").split())
        named = {key for fact in stated for key in fact.key.split()} | {
            key for piece in self.pieces for key in piece.keys
        }
        if any(value in values or set(value.split()) <= named for value in (*old, *new) if value):
            return True
        if not values:
            return True
        telling = {key for key in around if len(key) > _SAYING_SOMETHING}
        return not (old or new) and len(telling & said) >= _SHARED


def new_notes(step: Step) -> list[Note]:
    """The notes that came with an edit or after it, and were not on the page before."""
    known = {note.text for note in notes_in(step.before.article)}
    found: dict[str, Note] = {}
    for reading in (step.after, *step.later):
        for note in notes_in(reading.article):
            if note.text not in known:
                found.setdefault(note.text, note)
    return list(found.values())


def notes_in(article: Article) -> list[Note]:
    """The correction notes of a page."""
    found = []
    for _, paragraph in groupby(pieces(article, Field.TEXT), key=lambda piece: piece.paragraph):
        sentences = tuple(paragraph)
        for at, piece in enumerate(sentences):
            if is_note(piece.text):
                found.append(Note(sentences[at:] if at else sentences))
                break
    return found


def is_note(text: str) -> bool:
    """Whether a sentence says that the outlet was wrong."""
    said, lists = plain(text), words("pages")
    if any(
        said.startswith(phrase) if phrase.startswith("correction") else phrase in said
        for phrase in lists["note"]
    ):
        return True
    return any(phrase in said for phrase in lists["note_weak"]) and (
        any(phrase in said for phrase in lists["of_the_page"]) or bool(_WE_SAID.search(said))
    )


def column_notes(columns: Sequence[Reading], title: str) -> list[Note]:
    """The paragraphs of corrections columns that name a story by its headline."""
    wanted = plain(title)
    paragraphs = [
        tuple(paragraph)
        for column in columns
        for _, paragraph in groupby(
            pieces(column.article, Field.TEXT), key=lambda piece: piece.paragraph
        )
    ]
    return [
        Note(paragraph)
        for paragraph in paragraphs
        if wanted and wanted in " ".join(piece.plain for piece in paragraph)
    ]
