"""The words that the chunks are made from, each looked up by one step."""

from __future__ import annotations

from functools import cache

from checkers.language.chunks.chunk import Forms
from checkers.language.lexicon import inverted, listed, mapped
from checkers.language.phrases import Phrases

# Listed in the order in which a word of several parts is taken.
_TAGS = (
    ("conjunctions", "C"),
    ("leaving", "L"),
    ("relatives", "W"),
    ("saying", "y"),
    ("reflexives", "Z"),
    ("prepositions", "P"),
    ("determiners", "D"),
    ("moves", "M"),
)
_MARKS = {
    **dict.fromkeys((",", "(", ")", "[", "]", "-", "/"), ","),
    **dict.fromkeys((";", ":", "–", "—", "...", "…"), ";"),
    **dict.fromkeys(('"', "'", "''", "``"), '"'),
}


@cache
def tags_of_words() -> dict[str, str]:
    """The tags of the closed classes of words, by word."""
    tags: dict[str, str] = dict(_MARKS)
    for name, tag in _TAGS:
        for word in listed("grammar", name):
            tags.setdefault(word, tag)
    return tags


def word_tag(word: str) -> str:
    """The tag of one word by itself."""
    return tags_of_words().get(word, "n")


@cache
def effects() -> Phrases[Forms]:
    """What befalls people: phrase to measures and forms."""
    readings: dict[str, dict[str, set[str]]] = {}
    for measure, forms in mapped("casualties", "forms").items():
        for form, phrases in forms.items():
            for phrase in phrases:
                readings.setdefault(phrase, {}).setdefault(measure, set()).add(form)
    for phrase in mapped("casualties", "words")["nobody_hurt"]:
        readings[phrase] = {}
    return Phrases(
        (phrase, {measure: frozenset(forms) for measure, forms in found.items()})
        for phrase, found in readings.items()
    )


@cache
def tolls() -> Phrases[str]:
    """What a toll counts, by the words for it."""
    return Phrases(inverted("casualties", "tolls").items())


@cache
def groups() -> Phrases[str]:
    """The group of a noun for people, in the singular too where the list has the plural alone."""
    listed_ = inverted("casualties", "groups")
    singular = {one: group for noun, group in listed_.items() if (one := _singular_of(noun))}
    return Phrases((singular | listed_).items())


def _singular_of(noun: str) -> str:
    """The singular of a regular plural or of "watchmen", else ""."""
    if noun.endswith("men") and noun != "men":
        return noun[:-3] + "man"
    if len(noun) < _SHORTEST_PLURAL or not noun.endswith("s") or noun.endswith(("ss", "us")):
        return ""
    return noun[:-3] + "y" if noun.endswith("ies") else noun[:-1]


@cache
def small_words() -> Phrases[str]:
    """Auxiliaries, adverbs and words of inclusion, with their tags."""
    words = mapped("casualties", "words")
    have = listed("grammar", "have")
    entries = [(w, "H" if w in have else "X") for w in words["auxiliaries"]]
    entries += [(w, "R") for w in words["adverbs"]]
    entries += [(w, "I") for w in words["including"]]
    return Phrases(entries)


@cache
def others() -> frozenset[str]:
    """Words that say some were counted before: "others", "more"."""
    return frozenset(mapped("casualties", "words")["others"])


@cache
def sufferings() -> frozenset[str]:
    """Verbs before an injury of any sort: "suffered", "sustained"."""
    return frozenset(mapped("casualties", "suffered")["verbs"])


_SHORTEST_PLURAL = 5
_PLURALS_WITHOUT_S = frozenset(
    "people men women children police staff troops personnel firemen policemen".split()
)


def is_singular(noun: str) -> bool:
    """Whether a noun for people names one person."""
    if noun == "boss":
        return True
    return noun not in _PLURALS_WITHOUT_S and not noun.endswith(("s", "men"))
