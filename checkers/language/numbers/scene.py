"""A number with the words around it, as the tests of what it is a number of look at them."""

from __future__ import annotations

from dataclasses import dataclass

from checkers.language.document import Tokens
from checkers.language.lexicon import inverted, mapped
from checkers.language.numbers.neighbours import counted_noun, hyphen, word
from checkers.language.numbers.number import Numeral

MONTHS = frozenset(inverted("dates", "months"))
WEEKDAYS = frozenset(name for name in inverted("dates", "weekdays") if name.endswith("day"))
_VERBS = frozenset(mapped("numbers", "counted")["verbs"])
_SHORTEST_TITLE_WORD = 4  # shorter words stay lower-case in most headlines


@dataclass(frozen=True, slots=True)
class Use:
    """What a number is a number of.

    Attributes:
        name: As ``Number.use``.
        unit: As ``Number.unit``.
        last: One past the words behind the number that belong to it, or None: there are none.
    """

    name: str
    unit: str | None = None
    last: int | None = None


def _common(raw: str) -> bool:
    """Whether a word is written like a common word, not like a name."""
    return raw.isalpha() and raw.islower()


class Scene:
    """A numeral in its sentence.

    Attributes:
        tokens: The sentence.
        numeral: The number words.
        lead: First token of the hedges before it; the number's own first token without any.
        direct: The word right before the number, lower case, "" at the start.
        before: The word before the hedges.
        behind: Index behind the number, a glued hyphen left out.
        after: The word there.
        value: The number, its upper end where it is a range, or None.
    """

    __slots__ = ("after", "before", "behind", "direct", "lead", "numeral", "tokens", "value")

    def __init__(self, tokens: Tokens, numeral: Numeral, lead: int) -> None:
        self.tokens = tokens
        self.numeral = numeral
        self.lead = lead
        self.direct = word(tokens, numeral.first - 1)
        self.before = word(tokens, lead - 1)
        last = numeral.last
        self.behind = last + 1 if hyphen(tokens, last) else last
        self.after = word(tokens, self.behind)
        self.value = numeral.point if numeral.point is not None else numeral.high

    def back(self, steps: int) -> str:
        """The word so many tokens before the number; ``back(1)`` is ``direct``."""
        return word(self.tokens, self.numeral.first - steps)

    def ahead(self, steps: int) -> str:
        """The word so many tokens behind it; ``ahead(0)`` is ``after``."""
        return word(self.tokens, self.behind + steps)

    def capital(self, steps: int) -> bool:
        """Whether the word so many tokens before the number has a capital."""
        at = self.numeral.first - steps
        return at >= 0 and self.tokens.raw[at][0].isupper()

    def whole_up_to(self, most: float) -> bool:
        """Whether the number is whole and between 1 and ``most``."""
        value = self.value
        return value is not None and 1 <= value <= most and value == int(value)

    @property
    def hyphenated(self) -> bool:
        """Whether a hyphen ties the next word to the number: "two-car"."""
        return self.behind > self.numeral.last

    def counts(self) -> bool:
        """Whether what follows reads like something counted: "40 people", "12 armed men"."""
        if counted_noun(self.after):
            return True
        raw = self.tokens.raw[self.behind : self.behind + 2]
        return len(raw) > 1 and all(map(_common, raw)) and counted_noun(self.ahead(1))

    def counts_or_acts(self) -> bool:
        """Whether a counted noun follows at once, or the verb of people just counted."""
        return counted_noun(self.after) or self.after in _VERBS

    def in_title_case(self) -> bool:
        """Whether the sentence is a headline whose words have capitals."""
        balance = 0
        for raw in self.tokens.raw:
            if len(raw) >= _SHORTEST_TITLE_WORD and raw.isalpha():
                balance += 1 if raw[0].isupper() else -1
        return balance > 0
