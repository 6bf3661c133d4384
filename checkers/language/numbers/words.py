"""Numbers in words: "one hundred and twenty-four", "two dozen", "seventy-first"."""

from __future__ import annotations

from dataclasses import replace

from checkers.language.document import Tokens
from checkers.language.lexicon import mapped
from checkers.language.numbers.neighbours import hyphen, word
from checkers.language.numbers.number import Numeral, exact
from checkers.language.numbers.scales import DOZEN, INDIAN, SCALES, and_a_half, dozens

CARDINALS: dict[str, int] = mapped("numbers", "cardinal")
ORDINALS: dict[str, int] = mapped("numbers", "ordinal")
_ONE = {name: frozenset(words) for name, words in mapped("numbers", "one").items()}


def is_pronoun(tokens: Tokens, at: int) -> bool:
    """Whether "one" stands for a thing or belongs to an idiom: "this one", "one another"."""
    if tokens.lower[at] != "one":
        return False
    if word(tokens, at - 1) == "by" and word(tokens, at - 2) == "one":
        return True
    if word(tokens, at - 1) in _ONE["not_after"] or word(tokens, at + 1) in _ONE["not_before"]:
        return True
    if word(tokens, at + 1) == "'s":
        return True
    return hyphen(tokens, at + 1) and word(tokens, at + 2) in _ONE["not_before_hyphen"]


def in_words(tokens: Tokens, first: int) -> Numeral | None:
    """The longest well-formed number in words."""
    total, group, least, scale, indian = 0.0, 0.0, float("inf"), 1.0, False
    at, last = first, first
    while True:
        name = word(tokens, at)
        if name in CARDINALS and _fits(tokens, at, group, last > first):
            group += CARDINALS[name]
            scale = 1.0
        elif name == "hundred" and 0 < group < 100 and least > 100:
            group *= 100
            scale = 100.0
        elif name in SCALES and name != "hundred" and group and SCALES[name] < least:
            least = scale = float(SCALES[name])
            total, group = total + group * scale, 0.0
            indian = indian or name in INDIAN
        elif name in ("a", "an") and at == first:
            group, at = 1.0, at + 1
            continue
        else:
            break
        last = at + 1
        at = _next_number_word(tokens, last, scale)
    if last == first:
        return None
    value = total + group
    style = "lakh" if indian else "words"
    return _finished(tokens, exact(first, last, value, style, scale))


def _fits(tokens: Tokens, at: int, group: float, joined: bool) -> bool:
    """Whether a unit, teen or ten may follow what its group holds already."""
    value, below = CARDINALS[tokens.lower[at]], group % 100
    if below == 0:
        return not joined or value < 100
    if value >= 10 or below < 20 or below % 10:
        return False
    # "thirty one-bedroom flats": the one belongs to what follows
    return hyphen(tokens, at - 1) or not hyphen(tokens, at + 1)


def _next_number_word(tokens: Tokens, at: int, scale: float) -> int:
    """Where the number may go on: over a hyphen, over "and" behind hundreds and more."""
    if hyphen(tokens, at):
        return at + 1
    if word(tokens, at) == "and" and scale >= 100 and word(tokens, at + 1) in CARDINALS:
        return at + 1
    return at


def _finished(tokens: Tokens, numeral: Numeral) -> Numeral:
    """What may follow number words: a dozen, a half, an ordinal's ending."""
    assert numeral.point is not None
    at, value = numeral.last, numeral.point
    behind = at + 1 if hyphen(tokens, at) else at
    if word(tokens, behind) == "dozen":
        return dozens(numeral.first, behind + 1, value * DOZEN)
    if (
        behind > at
        and word(tokens, behind) in ORDINALS
        and (value >= 20 and ORDINALS[word(tokens, behind)] < 10)
    ):
        value += ORDINALS[word(tokens, behind)]
        return replace(exact(numeral.first, behind + 1, value, "words"), use="ordinal")
    return and_a_half(tokens, numeral)


def ordinal(tokens: Tokens, at: int) -> Numeral | None:
    """As in "third", "twelfth"; not the second that is a unit of time."""
    if tokens.lower[at] == "second" and word(tokens, at - 1) in ("per", "split", "/"):
        return None
    value = float(ORDINALS[tokens.lower[at]])
    return replace(exact(at, at + 1, value, "words"), use="ordinal")
