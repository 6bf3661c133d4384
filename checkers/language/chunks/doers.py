"""People known by the verb: "a rapper was killed", "he was later pronounced dead"."""

from __future__ import annotations

from functools import cache

from checkers.language.chunks.chunk import Chunk
from checkers.language.chunks.row import Row
from checkers.language.chunks.vocabulary import effects, small_words
from checkers.language.lexicon import inverted, mapped

DEATH = ("killed",)
MOST_BARE = 3  # modifiers of a noun without "a", as headlines have it
_HARM = ("killed", "injured", "shot")
_SUFFERED = frozenset({"subject", "past", "state"})
_DONE = frozenset({"active", "past"})
# Endings of nouns for doers, which a list of trades and pastimes never holds in full.
_DOERS = ("er", "or", "ist", "man", "woman", "ian", "eer")
_SHORTEST_DOER = 5
_LONGEST_VERB = 4  # tokens of "was later pronounced", before "dead"


def by_trade(row: Row, at: int, bare: bool) -> Chunk | None:
    """As in "a rapper was killed": a noun for a doer, before what befalls people alone."""
    if bare and not row.headline:
        return None
    end = at + (not bare)
    while end - at <= MOST_BARE and only_modifies(row, end):
        end += 1
    noun = row.word(end - 1)
    if len(noun) < _SHORTEST_DOER or not noun.endswith(_DOERS) or noun in _things():
        return None
    if not is_told_of(row, end, _HARM) and not _is_done_to(row, at):
        return None
    return Chunk(
        "S", at, end, noun=noun, group="people", definite=row.word(at) == "the", singular=1
    )


@cache
def _things() -> frozenset[str]:
    """Nouns that end like those for doers and name none."""
    return frozenset(inverted("things", "things")) | frozenset(
        mapped("casualties", "words")["no_doers"]
    )


def _is_done_to(row: Row, at: int) -> bool:
    """Whether the verb right before a token says what was done: "killing its driver"."""
    if row.word(at) == "the":
        return False  # "killed the pharmacist and owner, Jon Orsk": known, and named behind it
    for start in range(max(0, at - _LONGEST_VERB), at):
        found = effects().at(row.words, start)
        if found is not None and found[0] == at:
            return any(found[1].get(m, frozenset()) & _DONE for m in _HARM[:2])
    return False


def only_modifies(row: Row, index: int) -> bool:
    """Whether a word of a headline can stand before a bare noun: "Torvik girl killed"."""
    return row.may_modify(index) and effects().at(row.words, index) is None


def is_told_of(row: Row, at: int, measures: tuple[str, ...]) -> bool:
    """Whether the verb at a token says that somebody suffered this: "was later pronounced dead"."""
    for index in range(at, at + _LONGEST_VERB):
        found = effects().at(row.words, index) if row.word(index) else None
        if found is not None:
            return any(found[1].get(m, frozenset()) & _SUFFERED for m in measures)
        if not row.word(index) or small_words().at(row.words, index) is None:
            return False
    return False
