"""What a number is a number of: people and things, or one of all those that count nobody."""

from __future__ import annotations

from checkers.language.document import Tokens
from checkers.language.lexicon import mapped
from checkers.language.numbers.ages import is_age
from checkers.language.numbers.labels import is_address, is_label, is_telephone_number
from checkers.language.numbers.neighbours import word
from checkers.language.numbers.scene import Scene, Use
from checkers.language.numbers.times import clock, date, year
from checkers.language.numbers.units import unit_at

_CURRENCIES: dict[str, str] = mapped("numbers", "currency_before")
_POSSESSIVE = frozenset(mapped("numbers", "age")["possessive"])
_MAGNITUDE = {name: frozenset(words) for name, words in mapped("numbers", "magnitude").items()}
_CALIBRE_WORDS = frozenset(mapped("numbers", "calibre")["words"])
_CALIBRES = frozenset(mapped("numbers", "calibre")["millimetres"])
_WEAPONS = frozenset(mapped("numbers", "calibre")["weapons"])
_PART_OF_DECADE = frozenset({"early", "late", "mid"})
_LENGTH_WORDS = frozenset({"deep", "high", "long", "of", "thick", "wide"})
_LARGEST_MAGNITUDE = 10


def currency_before(tokens: Tokens, first: int) -> tuple[int, str] | None:
    """(index, currency) of a currency's sign right before a token, or None."""
    sign = word(tokens, first - 1)
    if sign in _CURRENCIES:
        return first - 1, _CURRENCIES[sign]
    if sign == "." and word(tokens, first - 2) == "rs":
        return first - 2, _CURRENCIES["rs"]
    return None


def use_of(scene: Scene) -> Use:
    """What the number is a number of, by its form and the words around it."""
    return (
        _settled(scene)
        or _signed(scene)
        or _age_or_label(scene)
        or clock(scene)
        or date(scene)
        or _calibre(scene)
        or _with_unit(scene)
        or _magnitude(scene)
        or _name(scene)
        or Use("quantity")
    )


def _settled(scene: Scene) -> Use | None:
    """What the form alone says, except where a neighbour says more."""
    use = scene.numeral.use
    if use in ("", "money"):
        return Use("money", scene.numeral.unit) if use else None
    if use == "tens":  # "in his 20s", "in his early 20s", "in the 90s"
        own = scene.direct in _POSSESSIVE or scene.back(2) in _POSSESSIVE
        return Use("age" if own or scene.direct in _PART_OF_DECADE else "year")
    if use == "label" and (told := clock(scene)):  # "0430 GMT"
        return told
    if use == "ordinal" and (day := date(scene)):
        return day
    return Use(use, scene.numeral.unit)


def _signed(scene: Scene) -> Use | None:
    """Money by the sign before it."""
    found = currency_before(scene.tokens, scene.numeral.first)
    return Use("money", found[1]) if found else None


def _age_or_label(scene: Scene) -> Use | None:
    if is_telephone_number(scene):
        return Use("phone")
    return Use("age") if is_age(scene) else None


def _calibre(scene: Scene) -> Use | None:
    """As in "a 7.62 mm rifle", "9mm", ".45", "12-gauge"; rain is measured in millimetres too."""
    written = scene.tokens.raw[scene.numeral.first]
    if scene.after in _CALIBRE_WORDS:
        return Use("calibre", last=scene.behind + 1)
    if scene.after in ("mm", "millimetre", "millimeter"):
        step = 2 if scene.ahead(1) == "-" else 1
        arms = scene.ahead(step) in _WEAPONS
        if arms or (scene.value in _CALIBRES and scene.ahead(step) not in _LENGTH_WORDS):
            return Use("calibre", "mm", scene.behind + 1)
    if written[0] == "." or ("." in written and scene.after in _WEAPONS):
        return Use("calibre") if scene.after not in ("percent", "per", "%") else None
    return None


def _with_unit(scene: Scene) -> Use | None:
    """Measures, durations, percentages, degrees, money by the word behind."""
    lower, at = scene.tokens.lower, scene.behind
    loose = scene.numeral.style == "vague" or lower[scene.numeral.first] == "a"
    if loose and scene.after == "of":  # "hundreds of hectares", "a couple of years"
        at += 1
    unit = unit_at(lower, at)
    if unit is None:
        return None
    return Use(unit.use, unit.name, unit.last)


def _magnitude(scene: Scene) -> Use | None:
    """As in "magnitude 6.1", "a 6.1 quake", "measuring 6.1 on the Richter scale"."""
    value = scene.value
    if value is None or not 0 < value < _LARGEST_MAGNITUDE or scene.numeral.style == "words":
        return None
    fractional = "." in scene.tokens.raw[scene.numeral.first]
    if scene.before == "magnitude" or (
        scene.before == "of" and word(scene.tokens, scene.lead - 2) == "magnitude"
    ):
        return Use("measure", "magnitude")
    if not fractional:
        return None
    if scene.direct in _MAGNITUDE["before"] or scene.after in _MAGNITUDE["after"]:
        return Use("measure", "magnitude")
    if scene.before in _MAGNITUDE["report"] and not _MAGNITUDE["after"].isdisjoint(
        scene.tokens.lower
    ):
        return Use("measure", "magnitude")
    return Use("measure", "magnitude") if "richter" in scene.tokens.lower else None


def _name(scene: Scene) -> Use | None:
    if is_address(scene):
        return Use("address")
    return Use("label") if is_label(scene) else year(scene)
