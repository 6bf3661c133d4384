"""Numbers as news writes them: what they say, how they are softened, what they are numbers of."""

from checkers.language.numbers.finder import find_numbers, may_hold_number, may_start_number
from checkers.language.numbers.number import Number

__all__ = ["Number", "find_numbers", "may_hold_number", "may_start_number"]
