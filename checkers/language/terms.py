"""The words that tell one story from another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log

from checkers.language.rarity import is_common, rarity
from seeds.rarity import stem

MOST_TERMS = 48
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_AGE = re.compile(
    r"\b(?P<old>\d{1,3})[ -]years?[ -]old\b|\baged (?P<aged>\d{1,3})\b"
    r"|\b[A-Z][\w'’-]+, (?P<named>[1-9]\d)(?=[,.;])"
)
_AGED = "-year-old"
# Somebody whose age or identity is given, which is how reports name whom a happening befell or who
# did it; officials and witnesses are named by their office, or when they speak.
_FULL_NAME = (
    r"([A-Z][\w'’-]+(?: [A-Z]\.?)?(?: (?:de|la|van|bin|al|Jr\.?|[A-Z][\w'’-]+)){0,2} [A-Z][\w'’-]+)"
)
_PERSON = re.compile(
    rf"{_FULL_NAME},? (?:aged? )?\(?\d{{1,2}}(?=[,.;)])"
    rf"|\b\d{{1,2}}[ -]years?[ -]old,? {_FULL_NAME}"
    rf"|\b(?:identified|named)(?: \w+){{0,6}}? as(?: \d{{1,2}}[ -]years?[ -]old)? {_FULL_NAME}"
)
_SHORTEST = 3  # letters
# Weights: a word of the headline or of the opening tells more of what a report is about, a name
# more than another word; an age (of the victim, of the suspect) as much as an uncommon word.
_IN_HEADLINE, _IN_OPENING = 3.0, 2.0
_OPENING = 70  # words
_NAME, _AGE_WEIGHT, _PERSON_WEIGHT = 1.5, 4.0, 12.0
# Share of a capital that a sentence's first word has anyway; and how many make a name.
_FIRST_CAPITAL, _A_NAME = 0.3, 0.6


def salient_terms(headline: str, sentences: Sequence[str]) -> tuple[str, ...]:
    """The most telling words of a headline and the sentences under it, the weightiest first.

    Names stand with a capital ("Thal"), other words in lower case, ages as "45-year-old", people
    whom the happening concerns by their first and last name ("Marek Thal").
    """
    counts: Counter[str] = Counter()
    for word, _ in _words(headline):
        counts[stem(word)] += _IN_HEADLINE  # type: ignore[assignment]  # weights are no integers
    names = _Names()
    met = 0
    for sentence in sentences:
        for word, first in _words(sentence):
            stemmed = stem(word)
            counts[stemmed] += _IN_OPENING if met < _OPENING else 1.0  # type: ignore[assignment]
            names.meet(word, stemmed, first)
            met += 1
    weighed = {
        names.written(word): (1 + log(count)) * rarity(word) * (_NAME if names.are(word) else 1)
        for word, count in counts.items()
    }
    for sentence in sentences:
        ages = (match[match.lastgroup or 0] for match in _AGE.finditer(sentence))
        weighed.update({f"{age}{_AGED}": _AGE_WEIGHT for age in ages})
        weighed.update(dict.fromkeys(_people(sentence), _PERSON_WEIGHT))
    ranked = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))
    return tuple(word for word, weight in ranked[:MOST_TERMS] if weight > 0)


def is_name(term: str) -> bool:
    """Whether a term is somebody's or something's name, which most stories do not share."""
    return term[:1].isupper() and " " not in term and not is_common(term.lower())


def is_person(term: str) -> bool:
    """Whether a term is the full name of somebody concerned."""
    return " " in term


def is_age(term: str) -> bool:
    """Whether a term is an age."""
    return term.endswith(_AGED)


def weight(term: str) -> float:
    """How much it tells that two stories share this term, 0 to 10."""
    if is_person(term):
        return _PERSON_WEIGHT
    return _AGE_WEIGHT if is_age(term) else rarity(term.lower())


def _people(sentence: str) -> Iterator[str]:
    """First and last name of each person whose age or identity the sentence gives."""
    for match in _PERSON.finditer(sentence):
        parts = next(filter(None, match.groups())).split()
        last = parts[-1] if not parts[-1].startswith("Jr") else parts[-2]
        yield f"{_plain(parts[0])} {_plain(last)}"


def _plain(name: str) -> str:
    return name.replace("’", "'").removesuffix("'s").capitalize()


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """The words that may count, each with whether it is the first of the text."""
    for match in _WORD.finditer(text):
        word = match[0]
        if len(word) >= _SHORTEST and not any(character.isdigit() for character in word):
            yield word, not text[: match.start()].strip(" \"'“‘(-–—")


class _Names:
    """Which words of a text are names: always with a capital, and inside a sentence too."""

    def __init__(self) -> None:
        self._capitals: Counter[str] = Counter()
        self._small: set[str] = set()

    def meet(self, word: str, stemmed: str, first: bool) -> None:
        """Take note of one occurrence; what is all in capitals is shouted or an abbreviation."""
        if word[0].isupper():
            if not word.isupper():
                self._capitals[stemmed] += _FIRST_CAPITAL if first else 1.0  # type: ignore[assignment]
        else:
            self._small.add(stemmed)

    def are(self, word: str) -> bool:
        """Whether the stemmed word is a name."""
        return word not in self._small and self._capitals[word] >= _A_NAME

    def written(self, word: str) -> str:
        """The word with a capital where it is a name."""
        return word.capitalize() if self.are(word) else word
