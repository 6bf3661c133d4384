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
# Groups of people that are counted like things too: households without power, customers.
_PERHAPS_THINGS = frozenset({"", "families", "people"})
_WHOLES = frozenset({"the", "them", "those", "these", "its", "his", "her", "their", "which"})
# "Two of the five rockets": the five are what the two were taken from; a margin is no tally.
_NO_COUNT = re.compile(
    r"\b(?:(?:\d+|one|two|three|four|five|six|some|most|many|half|all|none) of (?:the|its)"
    r"|(?:margin|majority) of)\s+$",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(r"\bof (?:the|those|these|its)\b")
_ASIDE = re.compile(r",[^,;]{1,40},")  # "nineteen vehicles, eleven of them lorries, collided"
_CLAUSE = re.compile(r"[;:]|,\s|\bwhile\b|\bbut\b|\bwhich\b|\band\b")


@cache
def _things() -> Finder[str]:
    return Finder(inverted("things", "things").items())


@cache
def _actions() -> Finder[str]:
    return Finder(inverted("things", "actions").items())


def may_count_things(lower: str, words: list[str]) -> bool:
    """Whether a sentence names a thing that is counted and what can be done with one: the gate."""
    return _things().search(lower, words) and _actions().search(lower, words)


def read_things(sentence: Sentence, chunks: list[Chunk], taken: set[int]) -> list[Counted]:
    """The counts of things in one sentence; ``taken`` are first tokens already read as people."""
    names = inverted("things", "things")
    words = sentence.tokens.lower
    nouns = {chunk.first: _noun(chunk, words, names) for chunk in chunks if chunk.tag == "Q"}
    shares = any(not noun and _OF_WHOLE.search(sentence.lower) for noun in nouns.values())
    if not any(nouns.values()) and not shares:
        return []
    actions = _actions().find(sentence.text)
    found, last = [], ""
    for chunk in chunks:
        if chunk.tag != "Q" or chunk.first in taken or not _is_count(chunk):
            continue
        if _NO_COUNT.search(sentence.text[: sentence.tokens.starts[chunk.first]]):
            last = nouns[chunk.first] or last
            continue
        last = nouns[chunk.first] or last
        noun = nouns[chunk.first] or (_noun_of_whole(chunk, words, names) or last)
        if not nouns[chunk.first] and not _is_share(chunk, words):
            continue
        action = _action(sentence, chunk, actions) if noun else None
        if action is not None:
            count = _count(chunk, names[noun], noun, action, _role(sentence, chunk))
            found.append(Counted(count, chunk.first, chunk.last))
    return found


def _is_count(chunk: Chunk) -> bool:
    number = chunk.number
    if number is None or number.use != "quantity":
        return False
    return number.low is not None or number.high is not None


def _noun(chunk: Chunk, words: list[str], names: dict[str, str]) -> str:
    """The counted thing: the first word of the phrase that names one, or ""."""
    if chunk.number is None or chunk.group not in _PERHAPS_THINGS:
        return ""
    phrase = words[chunk.number.last : chunk.last]
    return next((word for word in phrase if word in names), "")


def _is_share(chunk: Chunk, words: list[str]) -> bool:
    """As in "36 of them", "two of the five rockets"."""
    after = words[chunk.last : chunk.last + 2]
    return len(after) > 1 and after[0] == "of" and after[1] in _WHOLES


def _noun_of_whole(chunk: Chunk, words: list[str], names: dict[str, str]) -> str:
    """The noun of "two of the five rockets", or ""."""
    whole = words[chunk.last + 2 : chunk.last + 5]
    return next((word for word in whole if word in names), "")


def _count(chunk: Chunk, measure: str, noun: str, action: str, role: Role) -> Count:
    number = chunk.number
    assert number is not None, chunk
    return Count(
        measure,
        noun,
        number.low,
        number.high,
        hedge=number.hedge,
        role=role,
        noun=noun,
        style=number.style,
        action=action,
        point=number.point,
    )


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
        between = _ASIDE.sub("", between)
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
        ("of them", "of which", "of the", "of those", "of its")
    ):
        return Role.PART
    return Role.PART if chunk.others or before.endswith("another") else Role.TOTAL
