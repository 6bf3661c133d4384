"""Find the numbers of a sentence, left to right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import compress, count

from checkers.language.document import Tokens
from checkers.language.hedges import Interval, hedges_before, hedges_behind, widened
from checkers.language.lexicon import mapped
from checkers.language.numbers.neighbours import counted_noun, word
from checkers.language.numbers.number import Number, Numeral, tidy
from checkers.language.numbers.ranges import read_number
from checkers.language.numbers.scene import MONTHS, Scene
from checkers.language.numbers.uses import currency_before, use_of
from checkers.model import Hedge

_TABLES = ("cardinal", "ordinal", "vague", "vague_times", "amount")
_MORE_STARTS = ("half", "dozen", "quarter", "no", "not", "neither", "~")
_ARTICLES = frozenset({"a", "an"})
_AFTER_ARTICLES = frozenset(
    [
        *mapped("numbers", "scale"),
        *mapped("numbers", "group_of"),
        *mapped("numbers", "part"),
        *mapped("numbers", "amount_after_a"),
        *("dozen", "couple", "score"),
    ]
)
_STARTS = frozenset(
    [word_ for table in _TABLES for word_ in mapped("numbers", table)]
    + [*mapped("numbers", "nobody")["words"], *_MORE_STARTS]
)
# "Dozens of people": the "of" belongs to the number; in "two of the victims" it does not.
_WHOLES = frozenset(mapped("numbers", "whole")["words"])
_DIGIT = re.compile(r"[\d¼½¾⅓-⅞]")
_HEADS = _STARTS | _AFTER_ARTICLES
_LETTERS = re.compile("[a-z]+")
_KEPT = 32_768  # tokens kept with whether a number can start with them
_LISTS = frozenset({"and", "or", "&", ",", "/", "of", "to"})


def may_hold_number(text: str, words: Sequence[str]) -> bool:
    """Whether a lower-case text of these words can hold a number at all: the cheap gate."""
    if not _HEADS.isdisjoint(words) or _DIGIT.search(text):
        return True
    # "One's", "naïve": the only words that hold a shorter one.
    odd = "'" in text or "_" in text or not text.isascii()
    return odd and not _HEADS.isdisjoint(_LETTERS.findall(text))


def find_numbers(tokens: Tokens) -> list[Number]:
    """The number expressions of a sentence, left to right, none overlapping another."""
    numbers: list[Number] = []
    lower, free = tokens.lower, 0
    for at in compress(count(), map(may_start_number, lower)):
        if at < free or (lower[at] in _ARTICLES and word(tokens, at + 1) not in _AFTER_ARTICLES):
            continue
        numeral = read_number(tokens, at)
        if numeral is not None:
            number = _placed(tokens, numeral, free)
            numbers.append(number)
            free = number.last
    return _shared(tokens, numbers) if len(numbers) > 1 else numbers


@lru_cache(maxsize=_KEPT)
def may_start_number(word_: str) -> bool:
    """Whether a number can start with this token; of articles only some do."""
    if word_ in _STARTS or word_ in _ARTICLES:
        return True
    if word_.isalpha():
        return False
    return _DIGIT.search(word_) is not None or (word_[-1] == "-" and word_[:-1] in _STARTS)


def _placed(tokens: Tokens, numeral: Numeral, free: int) -> Number:
    """The number with its hedges, its unit and its use."""
    sign = currency_before(tokens, numeral.first)
    start = sign[0] if sign else numeral.first
    lead, effects = hedges_before(tokens, start, free, numeral.point)
    if numeral.hedge is Hedge.BETWEEN and word(tokens, lead - 1) == "between" and lead > free:
        lead -= 1
    use = use_of(Scene(tokens, numeral, lead))
    last, behind = hedges_behind(tokens, use.last or numeral.last)
    if numeral.hedge is Hedge.ABOUT and numeral.low == numeral.high:
        effects.insert(0, "about")  # "~40"
    interval = Interval(numeral.low, numeral.high, numeral.hedge)
    if numeral.style != "none":
        counts = use.name == "quantity"
        interval = widened(interval, numeral.point, effects + behind, counts=counts)
    if use.name == "quantity" and word(tokens, last) == "of" and _takes_of(tokens, numeral, last):
        last += 1
    return Number(
        lead,
        last,
        numeral.first,
        numeral.last,
        _tidied(interval.low),
        _tidied(interval.high),
        numeral.point,
        interval.hedge,
        numeral.style,
        use.name,
        use.unit,
    )


def _tidied(value: float | None) -> float | None:
    return None if value is None else tidy(value)


def _takes_of(tokens: Tokens, numeral: Numeral, last: int) -> bool:
    """Whether the "of" behind belongs to the number: "dozens of people", "a couple of cars"."""
    loose = numeral.style == "vague" or tokens.lower[numeral.first] in _ARTICLES
    return loose and word(tokens, last + 1) not in _WHOLES


# ------------------------------------------------------------------- numbers that share their use


def _shared(tokens: Tokens, numbers: list[Number]) -> list[Number]:
    """Numbers in one list are numbers of one thing: "aged 52 and 61", "23 and 24 November"."""
    for index in range(1, len(numbers)):
        left, right = numbers[index - 1], numbers[index]
        between = tokens.lower[left.last : right.first]
        if not between or len(between) > 2 or not _LISTS.issuperset(w for w in between if w != "-"):
            continue
        if right.use == "quantity" and _continues(tokens, left, right, between):
            numbers[index] = replace(right, use=left.use)
        elif left.use == "quantity" and _anticipates(tokens, left, right, between):
            numbers[index - 1] = replace(left, use=right.use, unit=right.unit)
    return numbers


def _continues(tokens: Tokens, left: Number, right: Number, between: list[str]) -> bool:
    """As in "aged 52 and 61", "exits 22 and 25", "March 5 and 6"."""
    if between == ["of"]:  # "Image 3 of 40"
        return left.use == "label"
    if between == ["to"]:
        return False
    if counted_noun(word(tokens, right.last)) or right.style != left.style:
        return False
    if between == [","] and word(tokens, right.last) not in ("and", ",", "or", "&"):
        return False
    if left.use == "age":
        return between in (["and"], ["or"], [","], ["&"])
    if left.use == "label":
        return right.point is not None and right.first == right.core_first
    in_month = word(tokens, left.first - 1) in MONTHS
    return left.use == "date" and in_month and between in (["and"], ["or"])


def _anticipates(tokens: Tokens, left: Number, right: Number, between: list[str]) -> bool:
    """As in "5- and 7-year-olds", "23 and 24 November", "from 12 to 15 percent"."""
    if "-" in between or tokens.raw[left.last - 1].endswith("-"):
        return True
    if right.use == "age" and between in (["and"], ["or"]):  # "17 and 19 years old"
        return word(tokens, left.first - 1) in (",", "(") and left.style == right.style
    if between == ["to"]:
        return word(tokens, left.first - 1) == "from"
    if right.use != "date" or left.point is None or right.point is None:
        return False
    return left.point < right.point and left.style == right.style
