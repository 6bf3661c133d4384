"""Numbers that are names: "Flight 370", "Article 121", "the number 12 bus", "2200 Main Street"."""

from __future__ import annotations

from checkers.language.lexicon import mapped
from checkers.language.numbers.neighbours import counted_noun, hyphen
from checkers.language.numbers.scene import MONTHS, WEEKDAYS, Scene

_LABEL = {name: frozenset(words) for name, words in mapped("numbers", "label").items()}
_STREETS = frozenset(mapped("numbers", "address")["words"])
_EMERGENCY: dict[str, list[str]] = mapped("numbers", "emergency")
_EMERGENCY_NUMBERS = frozenset(mapped("numbers", "emergency")["numbers"])
_LARGEST_LABEL = 99_999
_LARGEST_LABEL_IN_WORDS = 20
_SHORTEST_KEYPAD_WORD = 4  # "TIPS"
_SHORTEST_HOUSE_NUMBER = 3  # digits; below that, "at 12 Vale" says too little
_LONGEST_STREET_NAME = 3  # words before "Street"
_BLOCK = 100  # "the 7300 block of Vale Avenue"
_QUOTES = frozenset({'"', "'", "(", ":", "-", "–", "—"})


def is_telephone_number(scene: Scene) -> bool:
    """As in "called 911", "(706) 613 3888", "305-471-TIPS"."""
    raw, first, last = scene.tokens.raw, scene.numeral.first, scene.numeral.last
    if not scene.tokens.raw[last - 1].isdigit():
        return False
    if scene.direct == "(" and scene.after == ")" and scene.ahead(1)[:1].isdigit():
        return True
    if scene.hyphenated and len(raw[last + 1]) >= _SHORTEST_KEYPAD_WORD and raw[last + 1].isupper():
        return True
    if hyphen(scene.tokens, first - 1) and scene.back(2)[-1:].isdigit():
        return True
    return _is_emergency_number(scene)


def _is_emergency_number(scene: Scene) -> bool:
    if scene.value not in _EMERGENCY_NUMBERS or not scene.numeral.bare:
        return False
    calls = scene.direct in _EMERGENCY["before"] and not scene.counts_or_acts()
    return calls or scene.after in _EMERGENCY["after"]


def is_label(scene: Scene) -> bool:
    """Whether the number names a thing."""
    if not _may_name(scene):
        return False
    if scene.direct in ("#", "№"):
        return True
    if scene.direct in (".", ":") and scene.back(2) in ("no", "nos", "number"):
        return True
    if scene.direct == "of" and scene.back(2) == "group" and scene.capital(2):
        return not scene.counts()
    if scene.direct in _LABEL["words"]:
        return _by_word(scene)
    if scene.after in _LABEL["before"] and scene.tokens.raw[scene.behind][0].isupper():
        return True
    return _by_capital(scene)


def _may_name(scene: Scene) -> bool:
    """Names are short whole numbers without separators, a single word, or a range of them."""
    if not scene.whole_up_to(_LARGEST_LABEL) or scene.lead < scene.numeral.first:
        return False
    if scene.numeral.bare:
        return True
    words = scene.numeral.style == "words" and scene.numeral.use == ""
    return words and scene.whole_up_to(_LARGEST_LABEL_IN_WORDS)


def _by_word(scene: Scene) -> bool:
    """By the word before: a capital decides for words that are also common nouns."""
    if scene.direct == "number":
        return scene.back(2) not in ("a", "large", "small")
    if scene.direct not in _LABEL["needs_capital"]:
        return (scene.capital(1) and not scene.in_title_case()) or not counted_noun(scene.after)
    if not scene.capital(1):
        return False
    clear = scene.numeral.first > 1 and not scene.in_title_case()
    return clear or not scene.counts_or_acts()


def _by_capital(scene: Scene) -> bool:
    """As in "Osprey 4": a name before a number of its own; headlines have too many capitals."""
    first = scene.numeral.first
    if first < 2 or not scene.capital(1) or not scene.direct.isalpha() or len(scene.direct) < 2:
        return False
    if scene.direct in _LABEL["no_name"] or scene.direct in MONTHS or scene.direct in WEEKDAYS:
        return False
    if not scene.numeral.bare and not scene.tokens.raw[first][0].isupper():
        return False
    if scene.back(2) in _QUOTES or scene.counts_or_acts() or scene.hyphenated:
        return False
    return not scene.counts() and not scene.in_title_case()


def is_address(scene: Scene) -> bool:
    """As in "2200 Main Street", "the 7300 block of Vale Avenue"."""
    numeral = scene.numeral
    if not numeral.bare or not scene.whole_up_to(_LARGEST_LABEL):
        return False
    if scene.after == "block":
        return scene.whole_up_to(_LARGEST_LABEL) and (scene.value or 0) % _BLOCK == 0
    raw, at = scene.tokens.raw, numeral.last
    if scene.before == "at" and len(raw[numeral.first]) >= _SHORTEST_HOUSE_NUMBER:
        return at < len(raw) and raw[at][0].isupper() and not scene.counts()
    for step in range(_LONGEST_STREET_NAME + 1):
        if at >= len(raw) or not (raw[at][0].isupper() or raw[at][0].isdigit()):
            return False
        name = raw[at].lower()
        known = step > 0 or (scene.capital(1) and not scene.in_title_case())
        if known and name.rstrip(".") in _STREETS:
            return True
        if name in _LABEL["no_name"] or counted_noun(name):
            return False
        at += 1
    return False
