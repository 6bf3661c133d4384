"""People spoken of without a number: "a man", "her son", "Lena Orsk, 41", "a couple"."""

from __future__ import annotations

from functools import cache

from checkers.language.chunks.chunk import Chunk
from checkers.language.chunks.row import Row
from checkers.language.chunks.vocabulary import effects, is_singular, small_words, word_tag
from checkers.language.lexicon import listed, mapped

_MOST_MODIFIERS = 8
_ARTICLES = frozenset({"a", "an", "another", "the", "one"})
_AGE_WORDS = frozenset({"-", "year", "years", "month", "months", "week", "weeks", "day", "days"})
_FARTHEST_HEAD = 4  # "a Las Marlas family of five"
_GROWN_UP = 18
_MOST_BARE = 3  # modifiers of a noun without "a", as headlines have it
_PARTIES = frozenset({"family", "group", "party", "team", "crew"})
_LONGEST_VERB = 4  # tokens of "was later pronounced", before "dead"
_MOST_NAMES = 5
_DIRECTIONS = frozenset({"north", "south", "east", "west", "new"})
_NAME_PREPOSITIONS = frozenset({"in", "at", "near", "from", "outside", "to", "inside", "on"})


@cache
def _possessives() -> frozenset[str]:
    return listed("grammar", "possessives")


@cache
def person_starts() -> frozenset[str]:
    """Lower-case words with which somebody can start, those of ``groups`` left out."""
    words = mapped("casualties", "collectives")
    return _ARTICLES | _possessives() | frozenset(words) | {"both", "he", "she"}


def person(row: Row, at: int, before: list[Chunk]) -> Chunk | None:
    """Somebody who starts at a token, or None; ``before`` are the chunks read so far."""
    word = row.words[at]
    if word in _ARTICLES or word in _possessives():
        return _collective(row, at) or _described(row, at, at + 1)
    if word == "both":
        return _both(row, at)
    if at in row.numbers:  # "54-year-old Lena Orsk"
        return _described(row, at, at)
    if word in ("he", "she") and (row.word(at + 1) == "and" or _dies(row, at + 1)):
        return Chunk("S", at, at + 1, noun=word, group="people", definite=True, singular=1)
    if _may_be_bare(row, at, before):
        found = _collective(row, at - 1) or _described(row, at, at)
        if found is not None:
            found.first, found.bare = at, True
            return found
    return _named(row, at) if row.raw[at][0].isupper() else None


def _dies(row: Row, at: int) -> bool:
    """Whether the verb that starts at a token tells of a death: "was later pronounced dead"."""
    for index in range(at, at + _LONGEST_VERB):
        found = effects().at(row.words, index) if row.word(index) else None
        if found is not None:
            return bool(found[1].get("killed", frozenset()) & {"subject", "past", "state"})
        if word_tag(row.word(index)) not in "HXR" and small_words().at(row.words, index) is None:
            return False
    return False


def _may_be_bare(row: Row, at: int, before: list[Chunk]) -> bool:
    """Where a noun can do without "a": in headlines, and in lists ("a woman and child")."""
    if not before:
        return True
    last = before[-1].tag
    if row.headline:
        return last in ',C;E"P'
    if last not in ",C":
        return False
    tags = "".join(chunk.tag for chunk in before[-3:])
    return tags.endswith(("SC", "S,", "QC", "S,C", "Q,C"))


def _collective(row: Row, at: int) -> Chunk | None:
    """As in "a couple", "a family of six"."""
    for head in range(at + 1, at + 1 + _FARTHEST_HEAD):
        word = row.word(head)
        if head > at + 1 and not row.may_modify(head - 1):
            return None
        if word in _PARTIES and row.word(head + 1) == "of":
            number = row.numbers.get(head + 2)
            if number and number.use == "quantity" and row.group_at(number.last) is None:
                return Chunk("Q", at, number.last, number=number, noun=word, group="people")
        many = mapped("casualties", "collectives").get(word)
        if many and row.word(head + 1) != "of":
            return Chunk("S", at, head + 1, noun=word, group="people", singular=many)
    return None


def _described(row: Row, at: int, index: int) -> Chunk | None:
    """As in "a man", "a 24-year-old woman", "a 9-year-old"; the noun is sought from ``index``."""
    bare = index == at
    age: float | None = None
    for _ in range(_MOST_MODIFIERS):
        word = row.word(index)
        if not word:
            break
        found = row.group_at(index)
        if found and is_singular(row.words[found[0] - 1]) and row.group_at(found[0]) is None:
            return _one(row, at, found, bare)
        number = row.inside.get(index)
        if number is not None and number.use == "age":
            age = number.point
            index = number.last
            while row.word(index) in _AGE_WORDS:
                index += 1
            if row.word(index) != "old":
                return None
            index += 1
        elif (not bare and (word == "-" or row.may_modify(index) or found)) or (
            bare and row.headline and index - at < _MOST_BARE and _only_modifies(row, index)
        ):
            index += 1
        else:
            break
    if age is None:
        return None
    if (named := _victim_of_age(row, at, index)) is not None or row.word(index - 1) != "old":
        return named
    return Chunk(
        "S",
        at,
        index,
        noun="child" if age < _GROWN_UP else "person",
        group="children" if age < _GROWN_UP else "people",
        singular=1,
    )


def _only_modifies(row: Row, index: int) -> bool:
    """Whether a word of a headline can stand before a bare noun: "Torvik girl killed"."""
    return row.may_modify(index) and effects().at(row.words, index) is None


def _victim_of_age(row: Row, at: int, index: int) -> Chunk | None:
    """As in "54-year-old Lena Orsk": an age, then a name."""
    named = _named(row, index) if index < len(row.words) else None
    if named is not None:
        named.first = at
    return named


def _both(row: Row, at: int) -> Chunk | None:
    """As in "both victims", and "both" where it is a subject."""
    found = row.group_at(at + 1)
    if found is not None:
        return Chunk(
            "S",
            at,
            found[0],
            noun=row.words[found[0] - 1],
            group=found[1],
            definite=True,
            singular=2,
        )
    return None


def _one(row: Row, at: int, found: tuple[int, str], bare: bool) -> Chunk:
    """The chunk of one described person, with "of three" behind "a mother"."""
    end, group = found
    if row.word(end) == "of" and end + 1 in row.numbers:
        number = row.numbers[end + 1]
        end = number.last
    determiner = "" if bare else row.words[at]
    return Chunk(
        "S",
        at,
        end,
        noun=row.words[found[0] - 1],
        group=group,
        others=determiner == "another",
        definite=determiner in _possessives() or determiner == "the",
        singular=1,
    )


def _named(row: Row, at: int) -> Chunk | None:
    """A person's name: two capitalised words or more, with the age behind it."""
    end = _end_of_name(row, at)
    if end is None:
        return None
    last = row.words[end - 1]
    aged = end
    if row.word(end) in (",", "("):
        number = row.numbers.get(end + 1)
        if number is not None and number.use == "age" and row.word(number.last) != "-":
            aged = number.last + (row.word(number.last) == ")")
    elif (number := row.numbers.get(end)) is not None and number.use == "age":
        aged = number.last  # "Dan Orsk 21, was": the comma was left out
    if aged == end and (row.title_case or row.word(at - 1) in _NAME_PREPOSITIONS):
        return None
    return Chunk("S", at, aged, noun=last, group="people", named=True, singular=1)


def _end_of_name(row: Row, at: int) -> int | None:
    """One past the last of the words of a name that starts at a token, or None."""
    index, names = at, 0
    not_names, titles = listed("grammar", "not_a_person"), listed("grammar", "titles")
    while index < len(row.raw) and names <= _MOST_NAMES:
        raw = row.raw[index]
        if raw == '"' and index > at and row.word(index + 2) == '"':
            index += 3  # a nickname
            continue
        if not raw[0].isupper() or index in row.inside:
            break
        if row.words[index] in not_names or (index == at and row.words[index] in _DIRECTIONS):
            return None
        if not raw.replace(".", "").replace("'", "").isalpha() or (len(raw) > 1 and raw.isupper()):
            return None
        names += len(raw.rstrip(".")) > 1 and row.words[index].rstrip(".") not in titles
        index += 1
        if row.word(index) == "-" and index + 1 < len(row.raw) and row.raw[index + 1][0].isupper():
            index += 1
    return index if names >= 2 and row.word(index) != "'s" else None
