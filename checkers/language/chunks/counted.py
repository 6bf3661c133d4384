"""Counted noun phrases: "12 wounded soldiers", "dozens of people", "31 others"."""

from __future__ import annotations

from checkers.language.chunks.chunk import Chunk
from checkers.language.chunks.row import Row
from checkers.language.chunks.vocabulary import effects, others, sufferings
from checkers.language.lexicon import inverted, listed
from checkers.language.numbers import Number

# A noun phrase has seldom more words before its noun; a longer stretch has left it.
_MOST_MODIFIERS = 5
_SHORTEST_PLURAL = 3
_WHOLES = frozenset({"the", "its", "his", "her", "their", "our", "those"})
_MANNER = frozenset({"-", "threatening"})
_PRONOUNS = frozenset({"none", "nobody"})
_COUNTS = frozenset({"quantity", "fraction"})


def counted_phrase(row: Row, number: Number) -> Chunk:
    """The chunk that starts with a number; a mere word where it counts nobody."""
    if number.use == "ordinal":
        return Chunk("o", number.first, number.last, number=number)
    hyphen = row.word(number.last) == "-" and row.is_glued(number.last)
    if number.use not in _COUNTS or hyphen:
        return Chunk("n", number.first, number.last, number=number)
    chunk = Chunk("Q", number.first, number.last, number=number)
    _read_noun(row, chunk, number)
    return chunk


def _read_noun(row: Row, chunk: Chunk, number: Number) -> None:
    """Extend a counted phrase over its modifiers and noun; a pronoun stands alone."""
    at = chunk.last
    if row.word(at - 1) in _PRONOUNS or (row.word(at - 1) == "one" and number.point == 0):
        return
    if row.word(at) == "of" and row.word(at + 1) in _WHOLES:
        chunk.group = _attackers_of(row, at + 2)
        return  # "two of the victims": the noun is the whole, not what is counted
    if row.word(at) == "of" and number.hedge == "vague":
        at += 1  # "dozens of people"
    for step in range(_MOST_MODIFIERS + 1):
        word = row.word(at)
        if word in ("-", "'s") and step and row.word(at + 1):
            at += 1
        elif word in others():
            chunk.others = True
            chunk.last = at = at + 1
        elif step and at in row.numbers and row.numbers[at].use == "age":
            at = _past_age(row, at)  # "two 14-year-old girls"
        elif _take_group(row, chunk, at) or _take_effect(row, chunk, at):
            return
        elif at in row.numbers and row.numbers[at].use == "age":
            at = _past_age(row, at)
        elif row.may_modify(at) and row.word(at) not in sufferings():
            at += 1
        else:
            break
    _take_unknown_noun(row, chunk, at)


def _past_age(row: Row, at: int) -> int:
    """The token behind "14-year-old"."""
    at = row.numbers[at].last
    while row.word(at) in ("-", "year", "years", "month", "months", "old", "olds"):
        at += 1
    return at


def _take_group(row: Row, chunk: Chunk, at: int) -> bool:
    """A noun for people ends the phrase, unless another one follows ("police officers")."""
    found = row.group_at(at)
    if found is None:
        return False
    end, group = found
    while row.word(end):
        following = row.group_at(end)
        if following is None or row.word(end) in ("dead", "others"):
            break
        end, group = following[0], following[1] if following[1] != "people" else group
    chunk.last, chunk.group = end, group
    if group == "people" and chunk.number is not None:
        chunk.group = _nationals(row, chunk.number.last, at) or group
    chunk.noun = row.words[end - 1]
    return True


def _attackers_of(row: Row, at: int) -> str:
    """The group of "five of the assailants": attackers, or "" for all others."""
    found = row.group_at(at)
    return "attackers" if found is not None and found[1] == "attackers" else ""


def _nationals(row: Row, first: int, last: int) -> str:
    """Whose nationals are counted: "four German tourists" are German nationals."""
    for at in range(first, last):
        if row.words[at] in listed("grammar", "nationalities"):
            return f"{row.raw[at].capitalize()} nationals"
    return ""


def _take_effect(row: Row, chunk: Chunk, at: int) -> bool:
    """As in "12 deaths" is a count by itself; "12 wounded soldiers" counts the soldiers."""
    found = effects().at(row.words, at) if row.word(at) else None
    if found is None:
        return False
    end, forms = found
    if row.words[end - 1] == "life" and (row.word(end) in _MANNER or row.word(at - 1) == "-"):
        return True  # "two suffered non-life threatening injuries"
    adjective = {m: f for m, f in forms.items() if f & {"state", "past"}}
    noun = {m: f for m, f in forms.items() if "nouns" in f}
    if not (adjective or noun) and row.word(at).endswith("ed") and row.group_at(end):
        adjective = forms  # "500 drowned cattle"
    if chunk.number is not None and chunk.number.point == 1 and row.words[end - 1] == "lives":
        return True  # "one lives in Orvel"
    if adjective and row.word(end):
        whom = row.group_at(end)
        if whom and row.word(end) not in ("others", "other"):
            chunk.last, chunk.group, chunk.forms = whom[0], whom[1], adjective
            chunk.noun = row.words[whom[0] - 1]
            return True
    if noun and not adjective:
        chunk.last, chunk.forms, chunk.noun = end, noun, row.words[end - 1]
    else:  # "six walkers froze": the noun stands before the verb
        _take_unknown_noun(row, chunk, at)
    return True


def _take_unknown_noun(row: Row, chunk: Chunk, end: int) -> None:
    """The last word before a verb, a preposition or a comma, where the list of nouns fails.

    A plural whose word of action follows ends the phrase: "seven vehicles burned out".
    """
    start = chunk.last
    things = inverted("things", "things")
    end = next((at + 1 for at in range(start, end) if row.word(at) in things), end)
    plurals = [at for at in range(start, end) if _is_plural(row.word(at))]
    end = plurals[-1] + 1 if plurals else end  # "14 shots rang out"
    while end > start and row.word(end - 1) in ("-", "'s"):
        end -= 1
    if end > start and row.is_open(end - 1):
        chunk.last, chunk.noun = end, row.word(end - 1)


def _is_plural(word: str) -> bool:
    return len(word) > _SHORTEST_PLURAL and word.endswith("s") and not word.endswith(("ss", "us"))
