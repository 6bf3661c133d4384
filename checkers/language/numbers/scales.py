"""Scale words behind a number: millions, lakhs, dozens, "and a half"."""

from __future__ import annotations

from dataclasses import replace

from checkers.language.document import Tokens
from checkers.language.lexicon import inverted, listed, mapped
from checkers.language.numbers.neighbours import counted_noun, glued, hyphen, word
from checkers.language.numbers.number import Numeral, exact, tidy
from checkers.model import Hedge

SCALES: dict[str, int] = mapped("numbers", "scale")
INDIAN = frozenset({"lakh", "lac", "crore"})
_PLURAL_SCALES = frozenset({"millions", "billions", "lakhs", "crores"})
_MONTHS = frozenset(inverted("dates", "months"))
_CURRENCY_SIGNS = listed("numbers", "currency_before")
_DURATIONS = inverted("numbers", "duration")
DOZEN = 12
# "A dozen" and its multiples are used loosely: a dozen is 11 to 13, two dozen 22 to 26.
_DOZEN_SLACK = 1 / DOZEN
_MILLION = 1_000_000


def dozens(first: int, last: int, value: float) -> Numeral:
    """A number given in dozens, with the room that leaves."""
    slack = max(1.0, round(value * _DOZEN_SLACK))
    return Numeral(
        first, last, value - slack, value + slack, value, "dozen", Hedge.ABOUT, scale=float(DOZEN)
    )


def and_a_half(tokens: Tokens, numeral: Numeral) -> Numeral:
    """As in "two and a half million", "three-and-a-half"."""
    assert numeral.point is not None
    at = numeral.last
    words = [word(tokens, at + step) for step in range(6)]
    if words[:3] == ["and", "a", "half"]:
        last = at + 3
    elif words[0] == "-" and words[1:6] == ["and", "-", "a", "-", "half"]:
        last = at + 6
    else:
        return numeral
    half = numeral.scale / 2  # "a million and a half"
    halved = exact(numeral.first, last, numeral.point + half, numeral.style, numeral.scale)
    return scaled(tokens, halved) if numeral.scale == 1 else halved


def scaled(tokens: Tokens, numeral: Numeral) -> Numeral:
    """The number times the scale words behind it: "1.2 million", "5 lakh crore", "40-million"."""
    value, last, scale, style = numeral.point, numeral.last, numeral.scale, numeral.style
    if value is None:
        return numeral
    while True:
        at = last + 1 if hyphen(tokens, last) else last
        name = word(tokens, at)
        single = _single(tokens, numeral, at)
        if single in SCALES:
            value, scale, last = value * SCALES[single], float(SCALES[single]), at + 1
            style = "lakh" if single in INDIAN else style
        elif name == "dozen" and last == numeral.last:
            return dozens(numeral.first, at + 1, value * DOZEN)
        elif last == numeral.last and _stands_for_million(tokens, numeral):
            value, scale, last = value * _MILLION, float(_MILLION), last + 1
        elif last == numeral.last and name == "k" and glued(tokens, at):
            value, scale, last = value * 1000, 1000.0, last + 1
        else:
            break
    if last == numeral.last:
        return numeral
    value = tidy(value)
    return replace(
        numeral, last=last, low=value, high=value, point=value, scale=scale, style=style, bare=False
    )


def _single(tokens: Tokens, numeral: Numeral, at: int) -> str:
    """The scale word at a token, also as the plural of translated text: "15 millions for aid"."""
    name = word(tokens, at)
    if name not in _PLURAL_SCALES or word(tokens, at + 1) == "of":
        return name
    year_or_day = numeral.bare and (
        len(tokens.raw[numeral.first]) == 4 or word(tokens, numeral.first - 1) in _MONTHS
    )
    return name if year_or_day else name[:-1]


def _stands_for_million(tokens: Tokens, numeral: Numeral) -> bool:
    """As in "$40m", "1.2m people"; elsewhere "m" is metres."""
    at = numeral.last
    if word(tokens, at) not in ("m", "m.") or not glued(tokens, at):
        return False
    sign = word(tokens, numeral.first - 1)
    if sign in _CURRENCY_SIGNS or numeral.use == "money":
        return True
    noun = word(tokens, at + 1)
    return counted_noun(noun) and noun not in _DURATIONS
