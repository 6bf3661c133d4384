"""The words that tell one story from another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from math import log
from operator import itemgetter

from checkers.language.details import AGE, details_in, may_give_age
from checkers.language.rarity import is_common, rarity
from seeds.rarity import stem

MOST_TERMS = 48
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# What may stand before the first word of a sentence: opening quotation marks, brackets, dashes.
_OPENING_WORD = re.compile(rf"[ \"'“‘(\-–—]*({_WORD.pattern})")
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
# Generations of one name, which are no surname.
_GENERATION = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV", re.IGNORECASE)
# What stands before a number that is no age: a channel, a month, a road, a part of something.
_NO_SURNAMES = frozenset(
    "news channel action radio local fox abc cbs nbc am fm january february march april may june "
    "july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday route highway interstate exit mile flight chapter section article page "
    "district ward precinct zone unit engine apartment room gate day week grade game season".split()
)
_SHORTEST = 3  # letters
# Weights: a word of the headline or of the opening tells more of what a report is about, a name
# more than another word; an age (of the victim, of the suspect) as much as an uncommon word.
_IN_HEADLINE, _IN_OPENING = 3, 2
_OPENING = 70  # words
_NAME, _AGE_WEIGHT, _PERSON_WEIGHT = 1.5, 4.0, 12.0
# A sentence's first word has a capital anyway: so many of them make a name, inside a sentence one.
_FIRSTS_OF_A_NAME = 2
_KEPT = 32_768  # words: the running vocabulary of a night, a few megabytes

# A word as it counts, wherever it stands: its stem, its rarity, whether it is written like a name
# (neither small nor shouted), whether it is small.
_Form = tuple[str, float, bool, bool]
_TELLING = itemgetter(1)


def salient_terms(headline: str, sentences: Sequence[str]) -> tuple[str, ...]:
    """The most telling words of a headline and the sentences under it, the weightiest first.

    Names stand with a capital ("Thal"), other words in lower case, ages as "45-year-old", people
    whom the happening concerns by their first and last name ("Marek Thal"). After them come details
    in the order of the text: see ``details_in``.
    """
    stretches = [stretch for sentence in sentences for stretch in sentence.split()]
    heard = headline.split()
    weighed = _words_weighed(heard, stretches, sentences) | _people_and_ages(sentences)
    # Two plain sorts cost less than one by a key made of both.
    ranked = sorted(sorted(weighed), key=weighed.__getitem__, reverse=True)
    details = details_in([headline, *sentences], {*heard, *stretches})
    return (*ranked[:MOST_TERMS], *details)


def _words_weighed(
    headline: Sequence[str], stretches: Sequence[str], sentences: Sequence[str]
) -> dict[str, float]:
    """Weight by word, of the words that tell anything.

    The stretches without white space of ``headline`` and of the ``sentences``.
    """
    counts: dict[str, int] = {}
    rarities: dict[str, float] = {}
    capitals: dict[str, int] = {}
    small: set[str] = set()
    for stretch, times in Counter(stretches).items():
        for stemmed, telling, capital, is_small in _telling(stretch):
            counts[stemmed] = counts.get(stemmed, 0) + times
            rarities[stemmed] = telling
            if capital:
                capitals[stemmed] = capitals.get(stemmed, 0) + times
            elif is_small:
                small.add(stemmed)
    for stemmed, telling, _, _ in islice(_words_of(stretches), _OPENING):
        if telling:
            counts[stemmed] += _IN_OPENING - 1
    for stemmed, telling, _, _ in filter(_TELLING, _words_of(headline)):
        counts[stemmed] = counts.get(stemmed, 0) + _IN_HEADLINE
        rarities[stemmed] = telling
    names = _names(capitals, sentences) - small
    weighed = {}
    for stemmed, telling in rarities.items():
        worth = (1 + log(counts[stemmed])) * telling
        if stemmed in names:
            weighed[stemmed.capitalize()] = worth * _NAME
        else:
            weighed[stemmed] = worth
    return weighed


def _people_and_ages(sentences: Sequence[str]) -> dict[str, float]:
    """Weight by person and age, of the sentences that may give any."""
    weighed: dict[str, float] = {}
    for sentence in sentences:
        if may_give_age(sentence):
            ages = (match[match.lastgroup or 0] for match in AGE.finditer(sentence))
            weighed.update({f"{age}{_AGED}": _AGE_WEIGHT for age in ages})
        elif "identified" not in sentence and "named" not in sentence:
            continue
        weighed.update(dict.fromkeys(_people(sentence), _PERSON_WEIGHT))
    return weighed


@lru_cache(maxsize=8192)
def headline_words(headline: str) -> dict[str, float]:
    """The words of a headline that tell anything, as stems, each with its rarity."""
    return {stemmed: telling for stemmed, telling, _, _ in _words_of(headline.split()) if telling}


def is_name(term: str) -> bool:
    """Whether a term is somebody's or something's name, which most stories do not share."""
    return term[:1].isupper() and " " not in term and not is_common(term.lower())


def is_person(term: str) -> bool:
    """Whether a term is the full name of somebody concerned."""
    return " " in term and term[0].isupper()


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
        while len(parts) > 1 and _GENERATION.fullmatch(parts[-1]):
            parts.pop()
        if len(parts) > 1 and parts[-1].lower() not in _NO_SURNAMES:
            yield f"{_plain(parts[0])} {_plain(parts[-1])}"


def _plain(name: str) -> str:
    return name.replace("’", "'").removesuffix("'s").capitalize()


def _words_of(stretches: Iterable[str]) -> Iterator[_Form]:
    """The words that may count of stretches without white space, in order."""
    return chain.from_iterable(map(_forms, stretches))


@lru_cache(maxsize=_KEPT)
def _telling(stretch: str) -> tuple[_Form, ...]:
    """Those among the words of a stretch that tell anything; most stretches hold none."""
    return tuple(filter(_TELLING, _forms(stretch)))


@lru_cache(maxsize=_KEPT)
def _forms(stretch: str) -> tuple[_Form, ...]:
    """The words that may count of a stretch without white space; most stretches were met before.

    To look a stretch up takes a third of the time of finding its words.
    """
    return tuple(filter(None, map(_form, _WORD.findall(stretch))))


@lru_cache(maxsize=_KEPT)
def _form(word: str) -> _Form | None:
    """A word as it counts, or None where it does not."""
    if len(word) < _SHORTEST or any(character.isdigit() for character in word):
        return None
    stemmed = stem(word)
    small = not word[0].isupper()
    return stemmed, rarity(stemmed), not small and not word.isupper(), small


def _names(capitals: dict[str, int], sentences: Sequence[str]) -> set[str]:
    """The stemmed words that have a capital inside a sentence, or that open two of them.

    ``capitals`` says how often each has one.
    """
    firsts = Counter(filter(None, map(_first, sentences)))
    return {
        stemmed
        for stemmed, times in capitals.items()
        if times >= _FIRSTS_OF_A_NAME or times > firsts[stemmed]
    }


def _first(sentence: str) -> str:
    """The stemmed word with the capital that a sentence's first word has anyway, or ""."""
    opening = _OPENING_WORD.match(sentence)
    stemmed, _, capital, _ = (opening and _form(opening[1])) or ("", 0.0, False, False)
    return stemmed if capital else ""
