"""Numbers that are ages: "a 24-year-old", "Lena Orsk, 41, who", "children under five"."""

from __future__ import annotations

from checkers.language.lexicon import mapped
from checkers.language.numbers.neighbours import counted_noun
from checkers.language.numbers.scene import MONTHS, WEEKDAYS, Scene

_AGE = {name: frozenset(words) for name, words in mapped("numbers", "age").items()}
_NO_NAMES = _AGE["not_after"] | MONTHS | WEEKDAYS | frozenset(mapped("numbers", "cardinal"))
_OLDEST = 115
_WORDS_FROM_AGE = 6
_YOUNGEST_GROWN_UP = 16
_YOUNGEST_DEAD_AT = 13  # "died at 12" is as likely a time of day
_PLACE = frozenset({"at", "in", "near", "outside"})
_ENDS = frozenset({"", ",", ".", ";", ")", "!", "?", '"', "-", "–", "—", ":"})


def is_age(scene: Scene) -> bool:
    """Whether the number is somebody's age."""
    if scene.after == "'s" and scene.before in _AGE["decade"]:  # "in his 20's"
        return True
    if _years_old(scene) or (scene.whole_up_to(_OLDEST) and _by_cue(scene)):
        return True
    if not scene.whole_up_to(_OLDEST):
        return False
    return _in_apposition(scene) or _in_brackets(scene) or _behind_a_name(scene)


def _years_old(scene: Scene) -> bool:
    """As in "24-year-old", "24 years old", "six months of age"."""
    if scene.after not in _AGE["years"]:
        return False
    step = 2 if scene.ahead(1) == "-" else 1
    if scene.ahead(step) in _AGE["old"]:
        return True
    return scene.ahead(step) == "of" and scene.ahead(step + 1) == "age"


def _by_cue(scene: Scene) -> bool:
    """By the words before: "aged 52", "a man of 58", "who is 55", "people over 65"."""
    before, further = scene.before, _further(scene)
    if _age_is_spoken_of(scene):
        return True
    if before in _AGE["before"] or (before in ("of", "from") and further in _AGE["before"]):
        return not counted_noun(scene.after) or scene.after in _AGE["years"]
    if scene.direct in _AGE["group"] and scene.numeral.point is None:  # "adults 18-49"
        return not scene.counts_or_acts()
    if before == "of" and (further in _AGE["person"] or further == ","):
        in_years = scene.after in _AGE["years"]
        return in_years or (further != "," and not counted_noun(scene.after))
    if before == "of" and (further in _AGE["parent"] or _is_role(further)):
        grown_up = scene.value is not None and scene.value >= _YOUNGEST_GROWN_UP
        return grown_up and not scene.counts()
    if scene.direct in _AGE["bound"] and scene.back(2) in _AGE["group"]:
        return not scene.counts() and scene.after not in ("-", "%", "percent", "per")
    if before in _AGE["copula"]:
        return _is_so_old(scene)
    if scene.direct == "at" and scene.back(2) in ("dead", "died", "dies"):
        if scene.back(3) == "of":  # "put the number of dead at 14"
            return False
        return scene.after in _ENDS and (scene.value or 0) >= _YOUNGEST_DEAD_AT
    return False


def _age_is_spoken_of(scene: Scene) -> bool:
    """As in "whose age was given as 17", "ranging in age from 17 to 27", "both 21, were"."""
    if counted_noun(scene.after) or scene.numeral.style == "vague":
        return False
    if scene.direct in ("both", "also") and scene.after in (",", "and", "."):
        return True
    if scene.direct == "," and scene.back(2) in _AGE["group"] and scene.after == "and":
        return scene.numeral.bare and scene.ahead(2) in _ENDS  # "two men, 33 and 19, were"
    if scene.direct == "," and scene.back(3) in ("jr", "sr") and scene.back(2) == ".":
        return scene.after in _ENDS
    start = max(0, scene.lead - _WORDS_FROM_AGE)
    return "age" in scene.tokens.lower[start : scene.lead]


def _is_role(noun: str) -> bool:
    """Whether a noun names what somebody does, by its ending: "a teacher of 50"."""
    return noun.endswith(tuple(_AGE["role_ending"])) and noun not in _AGE["no_role"]


def _is_so_old(scene: Scene) -> bool:
    """As in "who is 55 and", "the youngest of the dead was 15"."""
    at = scene.lead - 2
    subject = scene.tokens.lower[: max(0, at + 1)]
    if not subject:
        return False
    if subject[-1] in _AGE["subject"]:
        return scene.after in _ENDS or scene.after in ("and", "but", "when")
    if scene.after not in _ENDS or not _AGE["tally"].isdisjoint(subject):
        return False
    named = scene.tokens.raw[at][0].isupper() and subject[-1] not in _AGE["no_name"]
    if named and scene.before in ("is", "was"):
        return True
    return not _AGE["told_of"].isdisjoint(subject)


def _further(scene: Scene) -> str:
    """The word before the word before the hedges."""
    at = scene.lead - 2
    return scene.tokens.lower[at] if at >= 0 else ""


def _in_apposition(scene: Scene) -> bool:
    """As in "Lena Orsk, 41, who", "a suspect, 27, was"."""
    if scene.lead != scene.numeral.first or scene.hyphenated or scene.numeral.point is None:
        return False
    if scene.direct != ",":
        return False
    if scene.after == "of" and scene.numeral.style != "digits":  # "Lena Orsk, one of nine hurt"
        return False
    name = scene.back(2)
    if name == ")":  # "Samir Hadi (a cousin), 52, said"
        return scene.numeral.bare and scene.after == ","
    if not name.replace(".", "").isalpha() or name in _NO_NAMES:
        return False
    if scene.capital(2):
        if scene.back(3) in _PLACE:
            return False
        if scene.after in _AGE["copula"]:  # "Dan Orsk, 66, and Lena Orsk, 64 were found"
            return scene.capital(3) and scene.back(4) in ("and", ",")
        return scene.after in _ENDS or scene.after in ("and", "from", "of", "who", "whose", "(")
    if name in _AGE["siblings"] and scene.after == "and":
        return scene.ahead(2) in _ENDS
    if not scene.numeral.bare:  # "of the passengers, two, both men, …"
        return False
    return scene.after == "," or (scene.after in _ENDS and not counted_noun(name))


def _behind_a_name(scene: Scene) -> bool:
    """As in "Dan Orsk 21, was", where the comma before the age was left out."""
    if not (scene.capital(1) and scene.capital(2)) or not scene.numeral.bare:
        return False
    if scene.after != "," or scene.direct in _NO_NAMES or not scene.direct.isalpha():
        return False
    return scene.ahead(1) in _AGE["copula"] or scene.ahead(1) in ("who", "of")


def _in_brackets(scene: Scene) -> bool:
    """As in "Anna Kern (41)"; one name alone may be a town with its count: "Dorrin (12)"."""
    if scene.direct != "(" or scene.after != ")":
        return False
    return scene.capital(2) and scene.capital(3) and scene.numeral.bare
