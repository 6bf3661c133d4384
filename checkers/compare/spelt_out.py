"""A number of people whose words spell them out: "five people, two men and three women,"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checkers.compare.passages import Passage, passage, sentences_with
from checkers.language.dates.vocabulary import NUMBER
from checkers.language.dates.vocabulary import number as worded
from checkers.language.lexicon import inverted
from checkers.model import Reading

_PAIRS = {",": ",", "-": "-", "--": "--", "—": "—", "–": "–", "(": ")"}


@dataclass(frozen=True, slots=True)
class Spelt:
    """A number of people and the words that spell them out, which make another number.

    Attributes:
        counted: The number with its noun.
        listed: The words that spell it out.
        number: The number as counted.
        sum: What the words make.
    """

    counted: Passage
    listed: Passage
    number: float
    sum: float


def misspelt(reading: Reading) -> Iterator[Spelt]:
    """Where the people spelt out are more or fewer than the number before them.

    Lists that go on ("…, and a boy"), that name some ("among them") or give ages alone are left.
    """
    if reading.not_news:
        return
    for sentence in sentences_with(reading.article, _pattern()):
        for match in _pattern().finditer(sentence.text):
            if match["close"] != _PAIRS[match["open"]] or _GOES_ON.match(
                sentence.text, match.end()
            ):
                continue
            number, made = _value(match["number"]), _sum(match["list"])
            if number != made and number > 1:
                article = reading.article
                yield Spelt(
                    passage(article, sentence, match.start(), match.end("noun"), f"{number:g}"),
                    passage(article, sentence, match.start("list"), match.end("list"), f"{made:g}"),
                    number,
                    made,
                )


_GOES_ON = re.compile(r"\s*(?:and|or|plus|as well|including|among)\b", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    people = sorted(inverted("casualties", "groups"), key=len, reverse=True)
    nouns = "|".join([*map(re.escape, people), *_MORE])
    count = rf"(?:{NUMBER}|\d+|an?)"
    item = rf"(?:{count}) (?:[a-z][\w-]* ){{0,2}}(?:{nouns}|\d+-year-olds?)"
    return re.compile(
        rf"\b(?P<number>{NUMBER}|\d+) (?P<noun>(?:[a-z]+ )?(?:people|persons|others|victims|adults|"
        rf"men and women|family members|relatives|patients|survivors|passengers))"
        rf" ?(?P<open>,|--|(?<= )-(?= )|—|–|\()\s*(?P<list>{item}(?:, {item})*,? and {item})"
        rf"\s*(?P<close>,|--|(?<= )-(?= )|—|–|\))",
        re.IGNORECASE,
    )


# People of one sex or age, where the list of groups has them under another form.
_MORE = (
    "man men woman women male males female females boy boys girl girls child children teen teens "
    "teenager teenagers infant infants"
).split()
_ITEM = re.compile(rf"(?:^|, | and )\s*(?P<number>{NUMBER}|\d+|an?) ", re.IGNORECASE)


def _sum(listed: str) -> float:
    return sum(_value(match["number"]) for match in _ITEM.finditer(listed))


def _value(written: str) -> float:
    word = written.lower()
    if word in ("a", "an"):
        return 1
    return float(word) if word.isdigit() else worded(word)
