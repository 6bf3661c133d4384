"""One sentence in, the counts of people in it out."""

from __future__ import annotations

from functools import cache

from checkers.language.casualties.attacker import with_the_attacker
from checkers.language.casualties.clause import Clause
from checkers.language.casualties.counted import Counted
from checkers.language.casualties.parts import (
    tie_fatal,
    tie_gaps,
    tie_more,
    tie_moved,
    tie_ordinals,
    tie_parts,
)
from checkers.language.casualties.ties import tie_lists, tie_own
from checkers.language.casualties.tolls import tie_open_toll, tie_tolls
from checkers.language.casualties.values import counted, sums
from checkers.language.chunks import Chunk
from checkers.language.document import Sentence
from checkers.language.lexicon import mapped
from checkers.language.phrases import Finder


@cache
def _gate() -> Finder[None]:
    """Words without which a sentence says nothing of what befell people."""
    phrases = {
        phrase
        for forms in mapped("casualties", "forms").values()
        for group in forms.values()
        for phrase in group
    }
    words = mapped("casualties", "words")
    more = {*words["also_tell"], *words["carried"], *mapped("casualties", "multiples")}
    return Finder((phrase, None) for phrase in phrases | more)


def may_tell(text: str) -> bool:
    """Whether a sentence holds any word for what befalls people: the cheap gate."""
    return _gate().search(text)


def read_casualties(sentence: Sentence, chunks: list[Chunk], toll: str = "") -> list[Counted]:
    """The counts of people in one sentence, in its order.

    ``chunks`` are the sentence's own; ``toll`` is the measure of a toll that the sentence before
    named without a number ("The total number of deaths is not clear. There were as many as 200.").
    """
    clause = Clause.of(sentence, chunks)
    tie_own(clause)
    tie_tolls(clause)
    tie_lists(clause)
    tie_fatal(clause)
    tie_moved(clause)
    tie_parts(clause)
    tie_gaps(clause)
    tie_more(clause)
    tie_ordinals(clause)
    tie_open_toll(clause, toll)
    found = [one for index in sorted(clause.links) for one in counted(clause, index)]
    found += sums(clause)
    found += with_the_attacker(clause, found)
    return found


def open_toll(chunks: list[Chunk]) -> str:
    """The measure of a toll that these chunks name without giving a number, or ""."""
    named = [chunk.measure for chunk in chunks if chunk.tag == "T"]
    return named[0] if named and not any(chunk.tag == "Q" for chunk in chunks) else ""
