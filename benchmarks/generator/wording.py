"""Sentences out of templates: ``[a|b]`` is one of these, ``{name}`` a blank to be filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from random import Random

from benchmarks.generator.words import made_name, person, towns

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_BLANK = re.compile(r"\{(\w+)\}")
# The numbers from nought that outlets like to write in words.
SMALL = "no one two three four five six seven eight nine ten eleven twelve".split()
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

# Blanks that any sentence may have and that carry no figure of the happening itself.
_FILLERS: Mapping[str, Callable[[Random], str]] = {
    "n": lambda chance: str(chance.randint(3, 40)),
    "m": lambda chance: str(chance.randint(5, 90) * 10),
    "small": lambda chance: SMALL[chance.randint(2, 9)],
    "units": lambda chance: str(chance.randint(2, 9)),
    "digit": lambda chance: str(chance.randint(0, 9)),
    "tens": lambda chance: str(chance.randint(3, 19) * 10),
    "hundreds": lambda chance: str(chance.randint(2, 9) * 100),
    "road": lambda chance: str(chance.randint(100, 999)),
    "age": lambda chance: str(chance.randint(19, 81)),
    "year": lambda chance: str(chance.randint(1961, 2021)),
    "clock": lambda chance: f"{chance.randint(1, 12)}:{chance.randint(0, 59):02d} a.m.",
    "month": lambda chance: chance.choice(_MONTHS),
    "weekday": lambda chance: chance.choice(_WEEKDAYS),
    "name": person,
    "company": made_name,
    "other": lambda chance: chance.choice(towns()).name,
}


def write(
    chance: Random, template: str, blanks: Mapping[str, str], facts: Random | None = None
) -> str:
    """The sentence of a template: ``blanks`` first, then whatever any sentence may have.

    A blank may itself be a template; ``{Town}`` is ``{town}`` with a capital. ``facts``, where
    given, decides what stands in the blanks, so that two outlets state one thing in other words.
    """
    facts = facts or chance
    while "[" in template or "{" in template:
        template = _CHOICE.sub(lambda choice: chance.choice(choice[1].split("|")), template)
        template = _BLANK.sub(lambda blank: _fill(facts, blank[1], blanks), template)
    sentence = " ".join(template.split()).replace("..", ".")
    return sentence[:1].upper() + sentence[1:]


def settled(chance: Random, template: str) -> str:
    """The template with those blanks filled that any sentence may have."""
    return _BLANK.sub(
        lambda blank: _FILLERS[blank[1]](chance) if blank[1] in _FILLERS else blank[0], template
    )


def written(chance: Random, number: int) -> str:
    """A number as an outlet writes it: small ones mostly in words."""
    return SMALL[number] if 0 < number < len(SMALL) and chance.random() < 0.6 else f"{number:,}"


def month(at: datetime) -> str:
    """The name of its month."""
    return _MONTHS[at.month - 1]


def weekday(at: datetime) -> str:
    """The name of its weekday."""
    return _WEEKDAYS[at.weekday()]


def _fill(chance: Random, name: str, blanks: Mapping[str, str]) -> str:
    if name in blanks:
        return blanks[name]
    low = name[0].lower() + name[1:]
    if low in blanks:
        value = write(chance, blanks[low], blanks)
        return value[:1].upper() + value[1:]
    return _FILLERS[name](chance)
