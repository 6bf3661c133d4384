"""One sentence in, the counts of people in it out."""

from __future__ import annotations

import re
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
from checkers.language.lexicon import inverted, mapped
from checkers.language.numbers import may_start_number
from checkers.language.phrases import Finder

_COUNTABLE = frozenset("QSo")  # tags of what can be counted
# What is told of one person as often as of many; of the others a sentence has to give a number.
_OF_ONE = ("killed", "injured", "casualties", "shot", "missing", "abducted")


# "The shooting" of most crime reports is no verb: what it can have done stands right behind it.
_SHOOTING = "shooting"
# "The five victims" are a count; to the many other sentences about victims nothing befell anybody.
_VICTIMS = "victims"


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
    if not counting:  # "the body", "her life": only a number makes deaths of them
        phrases -= set(tables["killed"]["nouns"]) - {*words["deaths"], *tables["killed"]["state"]}
    more = {
        *words["hospitals"],
        *mapped("casualties", "multiples"),
        *inverted("casualties", "tolls"),
    }
    if counting:
        more |= {*words["also_tell"], *words["claims"]}
    return Finder((phrase, None) for phrase in (phrases | more) - {_SHOOTING})


@cache
def _shooting_somebody() -> re.Pattern[str]:
    """The word "shooting" with somebody behind it, as far as the next word tells."""
    nobody = "|".join(mapped("casualties", "words")["behind_a_shooting"])
    return re.compile(rf"\bshooting '?(?!(?:{nobody})\b)\w")


def may_tell(lower: str, words: list[str], *, counts: bool) -> bool:
    """Whether a sentence says what befell people: the cheap gate.

    ``lower`` is the sentence in lower case, ``words`` its words, as ``words_of`` gives them;
    ``counts`` says whether it can hold a number.
    """
    if _gate(counting=counts).search(lower, words):
        return True
    if counts and _VICTIMS in words and may_start_number(words[words.index(_VICTIMS) - 1]):
        return True
    return _SHOOTING in words and _shooting_somebody().search(lower) is not None


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
