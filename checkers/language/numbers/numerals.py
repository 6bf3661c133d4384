"""Number words put together: "one hundred and twenty-four", "1.2 million", "1 200"."""

from __future__ import annotations

from dataclasses import replace

from checkers.language.document import Tokens
from checkers.language.lexicon import inverted, listed, mapped
from checkers.language.numbers.digits import Written, read_digits
from checkers.language.numbers.number import Numeral, exact, tidy
from checkers.language.numbers.units import unit_at
from checkers.model import Hedge

_CARDINALS: dict[str, int] = mapped("numbers", "cardinal")
_SCALES: dict[str, int] = mapped("numbers", "scale")
_ORDINALS: dict[str, int] = mapped("numbers", "ordinal")
_COUNTED = frozenset(mapped("numbers", "counted")["words"])
_NO_PLURAL = frozenset(mapped("numbers", "counted")["no_plural"])
_ONE = {name: frozenset(words) for name, words in mapped("numbers", "one").items()}
_MONTHS = frozenset(inverted("dates", "months"))
_CURRENCY_SIGNS = listed("numbers", "currency_before")
_DURATIONS = inverted("numbers", "duration")
_PLURAL_SCALES = frozenset({"millions", "billions", "lakhs", "crores"})
_INDIAN = frozenset({"lakh", "lac", "crore"})
_DOZEN = 12
# "A dozen" and its multiples are used loosely: a dozen is 11 to 13, two dozen 22 to 26.
_DOZEN_SLACK = 1 / _DOZEN
_MILLION = 1_000_000


def word(tokens: Tokens, at: int) -> str:
    """The lower-case token at an index, or "" outside the sentence."""
    return tokens.lower[at] if 0 <= at < len(tokens.lower) else ""


def glued(tokens: Tokens, at: int) -> bool:
    """Whether the token at ``at`` follows the one before it without a blank."""
    return 0 < at < len(tokens.starts) and tokens.starts[at] == tokens.ends[at - 1]


def hyphen(tokens: Tokens, at: int) -> bool:
    """Whether ``at`` is a hyphen with no blank on either side."""
    return word(tokens, at) == "-" and glued(tokens, at) and glued(tokens, at + 1)


def counted_noun(word_: str) -> bool:
    """Whether a word is, by its form or by the list, a plural that can be counted."""
    if word_ in _COUNTED:
        return True
    return len(word_) > 3 and word_[-1] == "s" and word_ not in _NO_PLURAL and word_.isalpha()


def dozens(first: int, last: int, value: float) -> Numeral:
    """A number given in dozens, with the room that leaves."""
    slack = max(1.0, round(value * _DOZEN_SLACK))
    return Numeral(
        first, last, value - slack, value + slack, value, "dozen", Hedge.ABOUT, scale=float(_DOZEN)
    )


def read_plain(tokens: Tokens, at: int) -> Numeral | None:
    """The number of digits or of number words that starts at a token, or None."""
    lower = tokens.lower[at]
    if lower in _CARDINALS:
        return None if _is_pronoun(tokens, at) else _in_words(tokens, at)
    if lower[:-1] in _CARDINALS and lower[-1] == "-":  # "four- and six-year-olds"
        return exact(at, at + 1, float(_CARDINALS[lower[:-1]]), "words")
    if lower in ("a", "an"):
        return _in_words(tokens, at) if word(tokens, at + 1) in _SCALES else None
    if lower in _ORDINALS:
        return _ordinal(tokens, at)
    if lower == "~":
        follower = read_plain(tokens, at + 1) if glued(tokens, at + 1) else None
        return replace(follower, first=at, hedge=Hedge.ABOUT) if follower else None
    return _in_digits(tokens, at)


# ------------------------------------------------------------------------------------- in words


def _is_pronoun(tokens: Tokens, at: int) -> bool:
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


def _in_words(tokens: Tokens, first: int) -> Numeral | None:
    """The longest well-formed number in words."""
    total, group, least, scale, indian = 0.0, 0.0, float("inf"), 1.0, False
    at, last = first, first
    while True:
        name = word(tokens, at)
        if name in _CARDINALS and _fits(tokens, at, group, last > first):
            group += _CARDINALS[name]
            scale = 1.0
        elif name == "hundred" and 0 < group < 100 and least > 100:
            group *= 100
            scale = 100.0
        elif name in _SCALES and name != "hundred" and group and _SCALES[name] < least:
            least = scale = float(_SCALES[name])
            total, group = total + group * scale, 0.0
            indian = indian or name in _INDIAN
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
    value, below = _CARDINALS[tokens.lower[at]], group % 100
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
    if word(tokens, at) == "and" and scale >= 100 and word(tokens, at + 1) in _CARDINALS:
        return at + 1
    return at


def _finished(tokens: Tokens, numeral: Numeral) -> Numeral:
    """What may follow number words: a dozen, a half, an ordinal's ending."""
    assert numeral.point is not None
    at, value = numeral.last, numeral.point
    behind = at + 1 if hyphen(tokens, at) else at
    if word(tokens, behind) == "dozen":
        return dozens(numeral.first, behind + 1, value * _DOZEN)
    if (
        behind > at
        and word(tokens, behind) in _ORDINALS
        and (value >= 20 and _ORDINALS[word(tokens, behind)] < 10)
    ):
        value += _ORDINALS[word(tokens, behind)]
        return replace(exact(numeral.first, behind + 1, value, "words"), use="ordinal")
    return _and_a_half(tokens, numeral)


def _and_a_half(tokens: Tokens, numeral: Numeral) -> Numeral:
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
    return _scaled(tokens, halved) if numeral.scale == 1 else halved


def _ordinal(tokens: Tokens, at: int) -> Numeral | None:
    """As in "third", "twelfth"; not the second that is a unit of time."""
    if tokens.lower[at] == "second" and word(tokens, at - 1) in ("per", "split", "/"):
        return None
    value = float(_ORDINALS[tokens.lower[at]])
    return replace(exact(at, at + 1, value, "words"), use="ordinal")


# ------------------------------------------------------------------------------------ in digits


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
    return _scaled(tokens, _and_a_half(tokens, numeral))


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
    decimal = word(tokens, behind) in _SCALES or word(tokens, behind) in ("%", "percent", "per")
    if decimal or unit_at(tokens.lower, behind) is not None:
        return "digits", value / 1000
    return "continental", value


def _scaled(tokens: Tokens, numeral: Numeral) -> Numeral:
    """The number times the scale words behind it: "1.2 million", "5 lakh crore", "40-million"."""
    value, last, scale, style = numeral.point, numeral.last, numeral.scale, numeral.style
    if value is None:
        return numeral
    while True:
        at = last + 1 if hyphen(tokens, last) else last
        name = word(tokens, at)
        single = _single(tokens, numeral, at)
        if single in _SCALES:
            value, scale, last = value * _SCALES[single], float(_SCALES[single]), at + 1
            style = "lakh" if single in _INDIAN else style
        elif name == "dozen" and last == numeral.last:
            return dozens(numeral.first, at + 1, value * _DOZEN)
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
