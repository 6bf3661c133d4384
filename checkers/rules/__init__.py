"""Every built-in rule, by name: the tuple says what runs."""

from checkers.rule import Checker

BUILT_IN: tuple[Checker, ...] = ()
