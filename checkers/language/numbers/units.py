"""Units behind a number: length, weight, speed, time, share, degree, currency."""

from __future__ import annotations

from dataclasses import dataclass

from checkers.language.lexicon import inverted, mapped
from checkers.language.phrases import Phrases

_UNITS = Phrases(inverted("numbers", "unit").items())
_DURATIONS = inverted("numbers", "duration")
_BETWEEN = frozenset(mapped("numbers", "duration_between")["words"])
_CURRENCIES = Phrases(inverted("numbers", "currency_after").items())
_CURRENCY_OF = frozenset(mapped("numbers", "currency_of")["words"])
_LENGTH = {name: frozenset(words) for name, words in mapped("numbers", "length").items()}
_RATES = inverted("numbers", "rate")
_PERCENT = {name: frozenset(words) for name, words in mapped("numbers", "percent").items()}
_DEGREE = {name: frozenset(words) for name, words in mapped("numbers", "degree").items()}
_ON_FOOT = frozenset({"patrol", "patrols", "soldier", "soldiers"})
_LONGEST_UNIT = 7  # tokens: "sq . kilometres per hour" and words between
_MOST_BETWEEN = 2  # "three more full days"


@dataclass(frozen=True, slots=True)
class Unit:
    """What the words behind a number make of it.

    Attributes:
        use: As in ``Number``: ``measure``, ``duration``, ``percent``, ``temperature``, ``money``.
        name: The canonical unit, or None.
        last: One past the unit's last token.
    """

    use: str
    name: str | None
    last: int


def unit_at(words: list[str], at: int) -> Unit | None:
    """The unit that starts at a token, or None."""
    if at >= len(words):
        return None
    start = max(0, at - 1)
    # The last full stop of a sentence may stick to an abbreviation: "40m."
    near = [word.rstrip(".") or word for word in words[start : at + _LONGEST_UNIT]]
    here = at - start
    unit = (
        _percent(near, here)
        or _degree(near, here)
        or _measure(near, here)
        or _duration(near, here)
        or _money(near, here)
    )
    return Unit(unit.use, unit.name, unit.last + start) if unit else None


def _word(words: list[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _percent(words: list[str], at: int) -> Unit | None:
    word = words[at]
    if word in _PERCENT["words"]:
        return Unit("percent", None, at + 1)
    if word == "per" and _word(words, at + 1) in _PERCENT["after_per"]:
        return Unit("percent", None, at + 2)
    if word in _PERCENT["point"]:
        return Unit("percent", None, at + 1)
    return None


def _degree(words: list[str], at: int) -> Unit | None:
    if words[at] not in _DEGREE["words"]:
        return None
    last = at + 2 if _word(words, at + 1) in _DEGREE["scale"] else at + 1
    scale = _word(words, last - 1)[:1]
    return Unit("temperature", {"c": "C", "f": "F"}.get(scale), last)


def _measure(words: list[str], at: int) -> Unit | None:
    """A unit, squared or cubed, and by the hour or second where the words say so."""
    power = ""
    if words[at] in _LENGTH["area"] or words[at] in _LENGTH["volume"]:
        power = "2" if words[at] in _LENGTH["area"] else "3"
        at += 2 if _word(words, at + 1) == "." else 1
        at += _word(words, at) == "-"
    found = _UNITS.at(words, at) if at < len(words) else None
    if found is None:
        return _weight_in_pounds(words, at)
    last, name = found
    if words[at] == "foot" and _word(words, last) in _ON_FOOT:
        return None
    if power:
        return Unit("measure", name + power, last) if name in _LENGTH["words"] else None
    if name != "time" and _word(words, last) in _LENGTH["per"]:
        rate = _RATES.get(_word(words, last + 1))
        if rate:
            return Unit("measure", f"{name}/{rate}", last + 2)
    return Unit("measure", name, last)


def _weight_in_pounds(words: list[str], at: int) -> Unit | None:
    """As in "500 pounds of explosives", "a 200-pound bomb"; other pounds are money."""
    word = _word(words, at)
    if word == "pounds" and _word(words, at + 1) == "of":
        return Unit("measure", "lb", at + 1)
    if word == "pound" and at and words[at - 1] == "-":
        return Unit("measure", "lb", at + 1)
    return None


def _duration(words: list[str], at: int) -> Unit | None:
    end = min(at + _MOST_BETWEEN, len(words) - 1)
    while at < end and words[at] in _BETWEEN:
        at += 1
    name = _DURATIONS.get(words[at])
    if name is None or (words[at] == "second" and words[at - 1] not in ("-", "one", "a")):
        return None  # "two second homes"
    return Unit("duration", name, at + 1)


def _money(words: list[str], at: int) -> Unit | None:
    if words[at] in _CURRENCY_OF and at + 1 < len(words):
        at += 1
    found = _CURRENCIES.at(words, at)
    return Unit("money", found[1], found[0]) if found else None
