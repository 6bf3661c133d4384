"""The two screens: standard output for results, standard error for all else."""

from __future__ import annotations

import os
import sys
from typing import IO

from rich.console import Console
from rich.theme import Theme

# A pipe has no width of its own. Wide enough for two quotations side by side, narrow enough to read
# in an editor or a mail.
PIPE_WIDTH = 120
NARROWEST = 40  # columns; below this, words would break in the middle everywhere

THEME = Theme(
    {
        "high": "bold white on red",
        "medium": "bold black on yellow",
        "low": "bold black on cyan",
        "differs": "bold reverse",
        "said": "bold",
        "quiet": "dim",
        "heading": "bold",
        "outlet": "bold",
        "good": "green",
        "bad": "bold red",
        "warn": "yellow",
    }
)


class Screen(Console):
    """A console that leaves it to the command line what to do when its reader has gone."""

    def on_broken_pipe(self) -> None:
        """Raise what the write raised: rich would end the process with a code of its own.

        Raises:
            BrokenPipeError: always.
        """
        raise BrokenPipeError


def results() -> Screen:
    """The screen for results."""
    return _screen(sys.stdout)


def notes() -> Screen:
    """The screen for progress and messages."""
    return _screen(sys.stderr)


def _screen(stream: IO[str]) -> Screen:
    """A screen on ``stream``: as wide as the terminal, or of a set width in a pipe.

    rich itself honours ``NO_COLOR``, ``FORCE_COLOR``, ``COLUMNS`` and ``TERM``.
    """
    screen = Screen(file=stream, theme=THEME, highlight=False, markup=False, emoji=False)
    if not screen.is_terminal and not os.environ.get("COLUMNS", "").isdecimal():
        screen.width = PIPE_WIDTH
    screen.width = max(screen.width, NARROWEST)
    return screen
