"""People spoken of one by one, as far as they can be told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from checkers.language.lexicon import inverted
from checkers.model import Claim, Count, Figure, Role

_AGE = re.compile(r"^\S+ - \w+ - old ")  # "54 - year - old lena orsk"


@cache
def _sexes() -> dict[str, str]:
    return inverted("casualties", "sexes")


@dataclass(frozen=True, slots=True)
class People:
    """People spoken of one by one.

    Attributes:
        names: First and last name of those called by name.
        sexes: The sexes of those described.
        somebody: Whether anybody is described at all.
        listed: The longest list of them.
    """

    names: frozenset[tuple[str, str]] = frozenset()
    sexes: frozenset[str] = frozenset()
    somebody: bool = False
    listed: float = 0

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> People:
        """The people that these claims speak of."""
        singles = [c.count for c in claims if c.count.style == "article"]
        described = [c.noun for c in singles if " " not in c.noun]
        return cls(
            frozenset(_name(c.noun) for c in singles if " " in c.noun),
            frozenset(_sexes()[noun] for noun in described if noun in _sexes()),
            bool(described),
            max((c.count.size for c in claims if _is_list(c.count)), default=0),
        )

    def without(self, others: People) -> People:
        """These people, those left out who may be some of the others."""
        somebody = self.somebody and not others.somebody
        listed = 0 if others.number else self.listed
        return People(self.names - others.names, self.sexes - others.sexes, somebody, listed)

    def and_also(self, others: People) -> People:
        """These people and others."""
        return People(
            self.names | others.names,
            self.sexes | others.sexes,
            self.somebody or others.somebody,
            max(self.listed, others.listed),
        )

    @property
    def number(self) -> float:
        """How many they are at least."""
        return max(len(self.names), len(self.sexes), int(self.somebody), self.listed)

    @property
    def figure(self) -> Figure | None:
        """How many they are at least, as a figure; None where there is nobody."""
        return at_least_so_many(self.number)


def at_least_so_many(number: float) -> Figure | None:
    """A figure for people told of one by one: of more than one there may be still more."""
    return Figure(number, number if number == 1 else None) if number else None


def _is_list(count: Count) -> bool:
    return count.style == "sum" and count.role is Role.PART


def _name(noun: str) -> tuple[str, str]:
    """First and last word of a name, its age left out."""
    words = _AGE.sub("", noun).split(",")[0].split("(")[0].split() or [noun]
    return words[0], words[-1]
