"""One sentence in, the counts of people in it out."""

from __future__ import annotations

from functools import cache

from checkers.language.casualties.attacker import with_the_attacker
from checkers.language.casualties.clause import Clause
from checkers.language.casualties.counted import Counted
from checkers.language.casualties.deaths import tie_fatal, tie_possessed, tie_to_death
from checkers.language.casualties.parts import (
    tie_gaps,
    tie_more,
    tie_moved,
    tie_ordinals,
    tie_parts,
    tie_said,
)
from checkers.language.casualties.sums import sums
from checkers.language.casualties.ties import tie_lists, tie_own
from checkers.language.casualties.tolls import tie_open_toll, tie_tolls
from checkers.language.casualties.values import counted
from checkers.language.casualties.wholes import tie_wholes
from checkers.language.chunks import Chunk
from checkers.language.document import Sentence
from checkers.language.lexicon import mapped
from checkers.language.phrases import Finder

_COUNTABLE = frozenset("QSo")  # tags of what can be counted
# What is told of one person as often as of many; of the others a sentence has to give a number.
_OF_ONE = ("killed", "injured", "casualties", "shot", "missing", "abducted")


@cache
def _gate(*, counting: bool) -> Finder[None]:
    """Words without which a sentence says nothing of what befell people."""
    tables = mapped("casualties", "forms")
    phrases = {
        phrase
        for measure, forms in tables.items()
        if counting or measure in _OF_ONE
        for group in forms.values()
        for phrase in group
    }
    words = mapped("casualties", "words")
    more = {*words["hospitals"], *mapped("casualties", "multiples")}
    if counting:
        more |= set(words["also_tell"])
    return Finder((phrase, None) for phrase in phrases | more)


def may_tell(text: str, words: list[str], *, counts: bool) -> bool:
    """Whether a sentence says what befell people: the cheap gate.

    ``words`` are the sentence's, as ``words_of`` gives them; ``counts`` says whether it can hold
    a number.
    """
    return _gate(counting=counts).search(text, words)


def read_casualties(sentence: Sentence, chunks: list[Chunk], toll: str = "") -> list[Counted]:
    """The counts of people in one sentence, in its order.

    ``chunks`` are the sentence's own; ``toll`` is the measure of a toll that the sentence before
    named without a number ("The total number of deaths is not clear. There were as many as 200.").
    """
    clause = Clause.of(sentence, chunks)
    if _COUNTABLE.isdisjoint(clause.row):
        return []
    tie_own(clause)
    tie_tolls(clause)
    tie_lists(clause)
    tie_fatal(clause)
    tie_to_death(clause)
    tie_possessed(clause)
    tie_moved(clause)
    tie_parts(clause)
    tie_gaps(clause)
    tie_said(clause)
    tie_more(clause)
    tie_ordinals(clause)
    tie_wholes(clause)
    tie_open_toll(clause, toll)
    found = [one for index in sorted(clause.links) for one in counted(clause, index)]
    found += sums(clause)
    found += with_the_attacker(clause, found)
    return found


def open_toll(chunks: list[Chunk]) -> str:
    """The measure of a toll that these chunks name without giving a number, or ""."""
    named = [chunk.measure for chunk in chunks if chunk.tag == "T"]
    return named[0] if named and not any(chunk.tag == "Q" for chunk in chunks) else ""
