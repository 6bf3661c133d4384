"""Words that widen a number: "at least 12", "nearly 40", "200 or more", "some 2,300"."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from checkers.language.document import Tokens
from checkers.language.lexicon import inverted, mapped
from checkers.language.phrases import Phrases
from checkers.model import Hedge

_BEHIND = Phrases(inverted("hedges", "behind").items())
_NOT_AFTER = {name: frozenset(words) for name, words in mapped("hedges", "preposition").items()}
_BRIDGES = {tuple(phrase.split()) for phrase in mapped("hedges", "bridge")["words"]}
# "Arrested over two killings", "close to three villages": no hedges before so small a number.
_SMALL = 10


def _by_last_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The phrases that stand before a number, the longest first, under their last word."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, effect in inverted("hedges", "before").items():
        words = tuple(phrase.split())
        index.setdefault(words[-1], []).append((words, effect))
    for group in index.values():
        group.sort(key=lambda entry: -len(entry[0]))
    return index


_BEFORE = _by_last_word()


@dataclass(frozen=True, slots=True)
class Interval:
    """A hedged number: least and greatest value (None: no bound), and how it is softened."""

    low: float | None
    high: float | None
    hedge: Hedge


def hedges_before(
    tokens: Tokens, first: int, floor_: int, value: float | None
) -> tuple[int, list[str]]:
    """Where the hedges before a number start, and their effects, from the number outwards.

    Args:
        tokens: The sentence.
        first: First token of the number, or of the currency's sign before it.
        floor_: No hedge starts before this token: it belongs to an earlier number.
        value: The number, which settles what "over" and "close to" mean; None where it has none.
    """
    effects: list[str] = []
    while True:
        found = _phrase_before(tokens, first, floor_, value)
        if found is None:
            bridge = _bridge_before(tokens, first, floor_)
            found = _phrase_before(tokens, bridge, floor_, value) if bridge else None
        if found is None:
            return first, effects
        first = found[0]
        effects.append(found[1])


def hedges_behind(tokens: Tokens, last: int) -> tuple[int, list[str]]:
    """One past the hedges behind a number or its unit, and their effects."""
    effects: list[str] = []
    while last < len(tokens) and (found := _BEHIND.at(tokens.lower, last)):
        last = found[0]
        effects.append(found[1])
    return last, effects


def _phrase_before(
    tokens: Tokens, first: int, floor_: int, value: float | None
) -> tuple[int, str] | None:
    lower = tokens.lower
    for phrase, effect in _BEFORE.get(lower[first - 1], ()) if first > floor_ else ():
        start = first - len(phrase)
        if start < floor_ or tuple(lower[start:first]) != phrase:
            continue
        if _is_hedge(lower[start - 1] if start else "", phrase, value):
            return start, effect
    return None


def _is_hedge(before: str, phrase: tuple[str, ...], value: float | None) -> bool:
    """Whether the words soften the number and do not belong to the word before them."""
    small = value is not None and value < _SMALL
    if before in _NOT_AFTER.get("_".join(phrase), ()):
        return False
    if phrase == ("over",) and small and before in _NOT_AFTER["over_small"]:
        return False
    if phrase == ("close", "to") and small:
        return False
    if len(phrase) == 1 and phrase[0] in _NOT_AFTER["only_after"]:
        return before in _NOT_AFTER["moving"]
    return True


def _bridge_before(tokens: Tokens, first: int, floor_: int) -> int:
    """Where "another" or "a further" starts, when it stands before the number; else 0."""
    for length in (1, 2):
        start = first - length
        if start > floor_ and tuple(tokens.lower[start:first]) in _BRIDGES:
            return start
    return 0


def half_width(value: float, *, counts: bool) -> float:
    """How far "about" reaches to either side of a number.

    Half a step of the last place to which the number is written, steps of five in that place
    taken as such; at most a tenth of it, since "about 1,000" is not 1,400; at least one where
    people or things are counted. So about 40,000 is 36,000 to 44,000, about 2,300 is 2,250 to
    2,350, about 25 is 23 to 27, and about 6.5 km is 6.25 to 6.75.
    """
    width = min(_step(value) / 2, abs(value) / 10)
    return max(1.0, floor(width)) if counts else round(width, 6)


def _step(value: float) -> float:
    """The last place of a number that is not nought: 100 for 2,300, 5 for 25, 0.1 for 6.1."""
    step = 1.0
    if value != int(value):
        while step > 1e-6 and round(value / step, 6) != int(round(value / step, 6)):
            step /= 10
    else:
        while value and value % (step * 10) == 0:
            step *= 10
    digit = round(value / step) % 10
    return step * 5 if digit == 5 else step


def widened(own: Interval, point: float | None, effects: list[str], *, counts: bool) -> Interval:
    """The interval that a number's own words and its hedges leave.

    Args:
        own: What the number words alone allow.
        point: The number as written, or None where it is no single number.
        effects: Effects of the hedges, from the number outwards.
        counts: Whether people or things are counted, so that "more than 12" starts at 13.
    """
    now = own
    for effect in effects:
        base = point if now is own else None  # "at least a dozen" is 12 and up, not 11
        now = _applied(now, effect, base, counts=counts)
    return now


def _applied(now: Interval, effect: str, point: float | None, *, counts: bool) -> Interval:
    low = now.low if point is None else point
    high = now.high if point is None else point
    step = 1.0 if counts and point is not None and point == int(point) else 0.0
    if effect == "at_least":
        return Interval(low, None, Hedge.AT_LEAST)
    if effect == "more_than":
        return Interval(None if low is None else low + step, None, Hedge.AT_LEAST)
    if effect == "up_to":
        return Interval(None, high, Hedge.UP_TO)
    if effect == "fewer_than":
        return Interval(None, None if high is None else high - step, Hedge.UP_TO)
    if effect == "exactly" and point is not None:
        return Interval(point, point, Hedge.EXACT)
    if effect in ("about", "nearly", "just_over") and point is not None:
        return _band(now, effect, point, counts=counts)
    return now


def _band(now: Interval, effect: str, point: float, *, counts: bool) -> Interval:
    width = half_width(point, counts=counts)
    if now.low is not None and now.hedge is Hedge.ABOUT:  # "about a dozen": twice as loose
        width = max(width, 2 * (point - now.low))
    low = point if effect == "just_over" else point - width
    high = point if effect == "nearly" else point + width
    if counts:
        low, high = float(ceil(max(low, 0.0))), float(floor(high))
    return Interval(round(low, 6), round(high, 6), Hedge.ABOUT)
