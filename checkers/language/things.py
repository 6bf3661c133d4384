"""How many rockets, houses, vehicles, …: counted things, and what was done with them."""

from __future__ import annotations

import re
from functools import cache

from checkers.language.casualties import Counted
from checkers.language.chunks import Chunk
from checkers.language.document import Sentence
from checkers.language.lexicon import inverted
from checkers.language.phrases import Finder
from checkers.model import Count, Role

# How far from the counted thing, in characters of its clause, the verb may stand.
_FARTHEST_ACTION = 60
_CLAUSE = re.compile(r"[;:]|,\s|\bwhile\b|\bbut\b|\bwhich\b|\band\b")


@cache
def _things() -> Finder[str]:
    return Finder(inverted("things", "things").items())


@cache
def _actions() -> Finder[str]:
    return Finder(inverted("things", "actions").items())


def may_count_things(text: str, words: list[str]) -> bool:
    """Whether a sentence names any thing that is counted: the cheap gate."""
    return _things().search(text, words)


def read_things(sentence: Sentence, chunks: list[Chunk], taken: set[int]) -> list[Counted]:
    """The counts of things in one sentence; ``taken`` are first tokens already read as people."""
    actions = _actions().find(sentence.text)
    found = []
    for chunk in chunks:
        number = chunk.number
        if chunk.tag != "Q" or number is None or chunk.first in taken:
            continue
        if number.use != "quantity" or (number.low is None and number.high is None):
            continue
        thing = inverted("things", "things").get(chunk.noun)
        action = _action(sentence, chunk, actions) if thing else None
        if thing is None or action is None:
            continue
        count = Count(
            thing,
            chunk.noun,
            number.low,
            number.high,
            hedge=number.hedge,
            role=_role(sentence, chunk),
            noun=chunk.noun,
            style=number.style,
            action=action,
            point=number.point,
        )
        found.append(Counted(count, chunk.first, chunk.last))
    return found


def _action(sentence: Sentence, chunk: Chunk, actions: list[tuple[int, int, str]]) -> str | None:
    """What the sentence says was done with a counted thing: the nearest verb of its clause."""
    tokens = sentence.tokens
    start, end = tokens.starts[chunk.first], tokens.ends[chunk.last - 1]
    best: tuple[int, str] | None = None
    for verb_start, verb_end, action in actions:
        if verb_start >= start and verb_end <= end:
            continue
        between = (
            sentence.text[end:verb_start] if verb_start >= end else sentence.text[verb_end:start]
        )
        if len(between) > _FARTHEST_ACTION or _CLAUSE.search(between):
            continue
        if best is None or len(between) < best[0]:
            best = (len(between), action)
    return best[1] if best else None


def _role(sentence: Sentence, chunk: Chunk) -> Role:
    """A part where the words say "two of the rockets", "five of them"; else a total."""
    tokens = sentence.tokens
    before = sentence.text[: tokens.starts[chunk.first]].rstrip().lower()
    after = sentence.text[tokens.ends[chunk.last - 1] :].lstrip().lower()
    if before.endswith((" of", " of the", " including", "among them")) or after.startswith(
        ("of them", "of which", "of the")
    ):
        return Role.PART
    return Role.PART if chunk.others or before.endswith("another") else Role.TOTAL
