"""Amounts in loose words: dozens, several hundred, a couple of, half of the 40, nobody."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor

from checkers.language.document import Tokens
from checkers.language.lexicon import mapped
from checkers.language.numbers.neighbours import counted_noun, hyphen, word
from checkers.language.numbers.number import Numeral, exact, tidy
from checkers.language.numbers.numerals import read_plain
from checkers.language.numbers.scales import SCALES, dozens
from checkers.language.numbers.units import unit_at
from checkers.language.numbers.words import CARDINALS
from checkers.model import Hedge

_PLAIN_SCALES = {**SCALES, "dozen": 12}
_VAGUE: dict[str, int] = mapped("numbers", "vague")
_TIMES: dict[str, int] = mapped("numbers", "vague_times")
_AMOUNTS: dict[str, int] = mapped("numbers", "amount")
_AMOUNTS_AFTER_A: dict[str, int] = mapped("numbers", "amount_after_a")
_GROUPS: dict[str, int] = mapped("numbers", "group_of")
_PARTS: dict[str, int] = mapped("numbers", "part")
_LIMITS: dict[str, int] = mapped("numbers", "limits")
_NOBODY = {name: frozenset(words) for name, words in mapped("numbers", "nobody").items()}
_SCORES = {name: frozenset(words) for name, words in mapped("numbers", "scores").items()}

_DETERMINERS = frozenset(mapped("numbers", "whole")["determiners"])
_LEAST_ONE_IN = 3
_BETWEEN_SHARE_AND_WHOLE = 3  # "half of all the 40"


def read_loose(tokens: Tokens, at: int) -> Numeral | None:
    """The loose amount that starts at a token, or None."""
    lower = tokens.lower[at]
    if lower in ("a", "an"):
        return _after_article(tokens, at)
    if lower[0].isdigit():  # as most numbers are written; every loose one starts with a word
        return None
    return (
        _nobody(tokens, at)
        or _share(tokens, at, at)
        or _half_amount(tokens, at, at)
        or _several_hundred(tokens, at, at)
        or _plural(tokens, at)
        or _amount(tokens, at)
        or _dozen(tokens, at, at)
    )


def _after_article(tokens: Tokens, at: int) -> Numeral | None:
    """As in "a dozen", "a few hundred", "a third of", "a pair of"."""
    head = at + 1
    name = word(tokens, head)
    if name in _AMOUNTS_AFTER_A or name in _TIMES:
        return _several_hundred(tokens, at, head) or _few(tokens, at)
    if name == "score":
        people = word(tokens, head + 1) == "of" and not word(tokens, head + 2)[:1].isdigit()
        return dozens(at, head + 1, 20.0) if people else None
    if name in _GROUPS:
        follows = word(tokens, head + 1) == "of"
        return exact(at, head + 1, float(_GROUPS[name]), "words") if follows else None
    return _half_amount(tokens, at, head) or _share(tokens, at, head) or _dozen(tokens, at, head)


def _dozen(tokens: Tokens, first: int, head: int) -> Numeral | None:
    if word(tokens, head) != "dozen":
        return None
    return dozens(first, head + 1, 12.0)


def _vague(first: int, last: int, low: float | None, high: float | None = None) -> Numeral:
    return Numeral(first, last, low, high, None, "vague", Hedge.VAGUE)


def _few(tokens: Tokens, at: int) -> Numeral | None:
    """As in "a few", "a handful of", "a number of", "a couple of"; a couple alone is two people."""
    name, after = word(tokens, at + 1), word(tokens, at + 2)
    if name == "couple":
        if after not in ("of", "more", "dozen"):
            return None
        most = float(_LIMITS["couple_at_most"])
        return Numeral(at, at + 2, 2.0, most, 2.0, "words", Hedge.ABOUT)
    if name == "number" and after != "of":
        return None
    high = None if name == "number" else float(_LIMITS["few_at_most"])
    return _vague(at, at + 2, float(_AMOUNTS_AFTER_A[name]), high)


def _several_hundred(tokens: Tokens, first: int, head: int) -> Numeral | None:
    """As in "several hundred", "a few dozen", "a couple of thousand", "several thousands"."""
    times = _TIMES.get(word(tokens, head))
    if times is None:
        return None
    at = head + 2 if word(tokens, head + 1) == "of" else head + 1
    name = word(tokens, at)
    scale = _PLAIN_SCALES.get(name) or _PLAIN_SCALES.get(name[:-1])
    if scale is None:
        return None
    last = at + 1
    if word(tokens, last) in SCALES:  # "several hundred thousand"
        scale, last = scale * SCALES[word(tokens, last)], last + 1
    if word(tokens, head) == "couple":
        return Numeral(first, last, 1.5 * scale, 3.0 * scale, 2.0 * scale, "words", Hedge.ABOUT)
    return _vague(first, last, float(times * scale))


def _plural(tokens: Tokens, at: int) -> Numeral | None:
    """As in "dozens", "hundreds of thousands"."""
    name = tokens.lower[at]
    least = _VAGUE.get(name)
    if least is None or (name == "scores" and not _counting_scores(tokens, at)):
        return None
    of = at + 2 if hyphen(tokens, at + 1) else at + 1
    larger = of + 2 if hyphen(tokens, of + 1) else of + 1
    plural = word(tokens, larger) if word(tokens, of) == "of" else ""
    if plural.endswith("s") and plural[:-1] in SCALES:
        # "Dozens of thousands" is a translator's "tens of thousands".
        least = _VAGUE["tens"] if name == "dozens" else least
        return _vague(at, larger + 1, float(least * SCALES[plural[:-1]]))
    if name == "tens" and word(tokens, of) != "of":
        return None
    return _vague(at, at + 1, float(least))


def _counting_scores(tokens: Tokens, at: int) -> bool:
    before, after = word(tokens, at - 1), word(tokens, at + 1)
    if after == "of":
        return not word(tokens, at + 2)[:1].isdigit()
    return before in _SCORES["after"] or (after in _SCORES["before"] and not before.isalpha())


def _amount(tokens: Tokens, at: int) -> Numeral | None:
    """As in "several", "multiple", "many"."""
    name = tokens.lower[at]
    if name not in _AMOUNTS or word(tokens, at + 1) == "as":
        return None
    if word(tokens, at - 1) in ("as", "how", "so", "too"):
        return None
    if word(tokens, at + 1) in _VAGUE and (plural := _plural(tokens, at + 1)):
        return replace(plural, first=at)  # "many thousands"
    least = _AMOUNTS[name]
    return _vague(at, at + 1, float(least) if least else None)


# ---------------------------------------------------------------------------------------- shares


def _half_amount(tokens: Tokens, first: int, head: int) -> Numeral | None:
    """As in "half a million", "half a dozen", "a quarter of a million", "half an hour"."""
    name = word(tokens, head)
    if name not in ("half", "quarter"):
        return None
    part = 1 / _PARTS[name]
    at = head + 1
    at += hyphen(tokens, at) or word(tokens, at) == "of"
    at += word(tokens, at) in ("a", "an")
    at += hyphen(tokens, at)
    of = word(tokens, at)
    if of == "dozen" and name == "half":
        return dozens(first, at + 1, 6.0)
    if of in SCALES and of != "hundred":
        value = tidy(SCALES[of] * part)
        return exact(first, at + 1, value, "words", float(SCALES[of]))
    plain = word(tokens, at - 1) in ("a", "an", "-") and word(tokens, at - 2) != "of"
    if plain and unit_at(tokens.lower, at) is not None:
        return exact(first, at - (word(tokens, at - 1) == "-"), part, "words")
    return None


def _share(tokens: Tokens, first: int, head: int) -> Numeral | None:
    """As in "half of the 40", "two-thirds", "a third of the 60", "one in five people"."""
    above, at = _share_top(tokens, first, head)
    name = word(tokens, at)
    below = _PARTS.get(name)
    if below is None or not 0 < above < below or (above > 1) != (name[-1] == "s"):
        return _one_in(tokens, head)
    of = word(tokens, at + 1) == "of"
    told_by_form = at > head and (hyphen(tokens, head + 1) or above > 1)
    if not of and (hyphen(tokens, at + 1) or not (told_by_form or _half_the(tokens, at))):
        return None
    return _of_whole(tokens, first, at + 1, above / below)


def _share_top(tokens: Tokens, first: int, head: int) -> tuple[float, int]:
    """The number above the line, and where the word below it stands."""
    name = word(tokens, head)
    if name == "half" or first < head:
        return 1.0, head
    if name in CARDINALS:
        at = head + 2 if hyphen(tokens, head + 1) else head + 1
        return float(CARDINALS[name]), at
    return 0.0, head


def _one_in(tokens: Tokens, at: int) -> Numeral | None:
    """As in "one in five people"; in "one in two attacks" the one is a count as like as not."""
    if tokens.lower[at] != "one":
        return None
    into = at + 2 if hyphen(tokens, at + 1) else at + 1
    below = into + 2 if hyphen(tokens, into + 1) else into + 1
    if word(tokens, into) != "in" or below >= len(tokens):
        return None
    base = read_plain(tokens, below)
    if base is None or base.use or base.point is None or base.point < _LEAST_ONE_IN:
        return None
    if not counted_noun(word(tokens, base.last)) or unit_at(tokens.lower, base.last):
        return None
    return Numeral(at, base.last, None, None, 1 / base.point, "fraction", use="fraction")


def _half_the(tokens: Tokens, at: int) -> bool:
    return tokens.lower[at] == "half" and word(tokens, at + 1) in _DETERMINERS


def _of_whole(tokens: Tokens, first: int, last: int, share: float) -> Numeral:
    """The share of the number behind it; without one, the bare share."""
    at = last + (word(tokens, last) == "of")
    end = at + _BETWEEN_SHARE_AND_WHOLE
    while at < end and word(tokens, at) in _DETERMINERS:
        at += 1
    base = read_plain(tokens, at) if at > last and at < len(tokens) else None
    counts = base is not None and base.point is not None and not base.use
    if base is None or base.point is None or not counts or unit_at(tokens.lower, base.last):
        return Numeral(first, last, None, None, share, "fraction", use="fraction")
    value = tidy(base.point * share)
    low, high = float(floor(value)), float(ceil(value))
    hedge = Hedge.EXACT if low == high else Hedge.ABOUT
    return Numeral(first, base.last, low, high, float(round(value)), "fraction", hedge)


# ---------------------------------------------------------------------------------------- nobody


def _nobody(tokens: Tokens, at: int) -> Numeral | None:
    """As in "no one", "nobody", "none", "no deaths", "not a single person"."""
    name, after = tokens.lower[at], word(tokens, at + 1)
    if name in _NOBODY["words"]:
        return _zero(at, at + 1)
    if name == "neither":
        return _zero(at, at + 1) if after in _NOBODY["after_neither"] else None
    if name == "not" and after == "one":
        return _zero(at, at + 2)
    if name == "not" and after == "a" and word(tokens, at + 2) == "single":
        return _zero(at, at + 3)
    if name != "no":
        return None
    if after == "one":
        return _zero(at, at + 2)
    if hyphen(tokens, at + 1):
        return _zero(at, at + 3) if word(tokens, at + 2) == "one" else None
    counts = after.isalpha() and after not in _NOBODY["not_after_no"]
    return _zero(at, at + 1) if counts else None


def _zero(first: int, last: int) -> Numeral:
    return Numeral(first, last, 0.0, 0.0, 0.0, "none", Hedge.NONE)
