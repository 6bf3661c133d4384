"""Numbers in figures with what belongs to them: "1.2 million", "1 200", "3 1/2"; and in words."""

from __future__ import annotations

from dataclasses import replace

from checkers.language.document import Tokens
from checkers.language.lexicon import inverted
from checkers.language.numbers.digits import Written, read_digits
from checkers.language.numbers.neighbours import glued, hyphen, word
from checkers.language.numbers.number import Numeral, exact
from checkers.language.numbers.scales import SCALES, and_a_half, scaled
from checkers.language.numbers.units import unit_at
from checkers.language.numbers.words import CARDINALS, ORDINALS, in_words, is_pronoun, ordinal
from checkers.model import Hedge

_MONTHS = frozenset(inverted("dates", "months"))


def read_plain(tokens: Tokens, at: int) -> Numeral | None:
    """The number of digits or of number words that starts at a token, or None."""
    lower = tokens.lower[at]
    if lower in CARDINALS:
        return None if is_pronoun(tokens, at) else in_words(tokens, at)
    if lower[:-1] in CARDINALS and lower[-1] == "-":  # "four- and six-year-olds"
        return exact(at, at + 1, float(CARDINALS[lower[:-1]]), "words")
    if lower in ("a", "an"):
        return in_words(tokens, at) if word(tokens, at + 1) in SCALES else None
    if lower in ORDINALS:
        return ordinal(tokens, at)
    if lower == "~":
        follower = read_plain(tokens, at + 1) if glued(tokens, at + 1) else None
        return replace(follower, first=at, hedge=Hedge.ABOUT) if follower else None
    return _in_digits(tokens, at)


def _in_digits(tokens: Tokens, at: int) -> Numeral | None:
    """A number that starts with a token of digits."""
    written = read_digits(tokens.raw[at])
    if written is None:
        return None
    if written.upper is not None:
        return _dashed(at, written)
    if written.value is None or (written.use and written.use != "money"):
        hedge = Hedge.ABOUT if written.about else Hedge.EXACT
        return Numeral(
            at,
            at + 1,
            written.value,
            written.value,
            written.value,
            written.style,
            hedge,
            written.use,
            written.unit,
            bare=written.bare,
        )
    if written.plural:
        return Numeral(at, at + 1, 2 * written.value, None, None, "vague", Hedge.VAGUE)
    return _extended(tokens, at, written, written.value)


def _dashed(at: int, written: Written) -> Numeral:
    """As in "10–15" as one token; ``ranges`` finds out what the pair is."""
    return Numeral(
        at, at + 1, written.value, written.upper, None, hedge=Hedge.BETWEEN, bare=written.bare
    )


def _extended(tokens: Tokens, at: int, written: Written, value: float) -> Numeral:
    """Digits with what belongs to them behind: groups of three, a fraction, scale words."""
    hedge = Hedge.ABOUT if written.about else Hedge.EXACT
    last, style = at + 1, written.style
    if written.bare and (groups := _groups_of_three(tokens, at)):
        last, style = at + groups, "continental"
        value = float("".join(tokens.raw[at:last]))
    elif written.bare and (part := _fraction_behind(tokens, last)):
        last, value = last + 1, value + part
    if style == "dotted":
        style, value = _dotted(tokens, last, value)
    bare = written.bare and last == at + 1
    numeral = Numeral(
        at, last, value, value, value, style, hedge, written.use, written.unit, written.scale, bare
    )
    return scaled(tokens, and_a_half(tokens, numeral))


def _groups_of_three(tokens: Tokens, at: int) -> int:
    """How many tokens make "1 200 000"; 0 where the blanks part different numbers."""
    raw = tokens.raw
    if len(raw[at]) > 3 or raw[at][0] == "0" or word(tokens, at - 1) in _MONTHS:
        return 0
    last = at + 1
    while last < len(raw) and len(raw[last]) == 3 and raw[last].isdigit():
        if tokens.starts[last] != tokens.ends[last - 1] + 1:
            break
        last += 1
    # One more run of digits, or none at all: a telephone number, a list, or "370 200 passengers".
    follows_digit = last < len(raw) and raw[last][0].isdigit()
    precedes = at > 0 and (raw[at - 1][-1].isdigit() or (raw[at - 1][0].isupper() and at > 1))
    return 0 if last == at + 1 or follows_digit or precedes else last - at


def _fraction_behind(tokens: Tokens, at: int) -> float:
    """As in "3 1/2", "3 ½"."""
    part = read_digits(tokens.raw[at]) if at < len(tokens.raw) else None
    if part is None or part.use != "fraction" or part.value is None:
        return 0.0
    return part.value


def _dotted(tokens: Tokens, at: int, value: float) -> tuple[str, float]:
    """As in "1.200" is 1,200 where something is counted, and 1.2 before a unit or a scale word."""
    behind = at + 1 if hyphen(tokens, at) else at
    decimal = word(tokens, behind) in SCALES or word(tokens, behind) in ("%", "percent", "per")
    if decimal or unit_at(tokens.lower, behind) is not None:
        return "digits", value / 1000
    return "continental", value
