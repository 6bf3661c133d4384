"""Where a command's results, messages and progress go."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from flows.plain.visible import visible

if TYPE_CHECKING:
    from rich.console import RenderableType


def print_json(records: Iterable[dict[str, Any]]) -> None:
    """Each record as a line on standard output, as it comes."""
    from flows.exports import jsonl

    jsonl.write(records, utf8(sys.stdout))


def utf8(stream: TextIO) -> TextIO:
    """``stream``, writing UTF-8 whatever the terminal's own encoding, line ends as they come."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", newline="")
    return stream


def show(renderable: RenderableType) -> None:
    """Print for people, on standard output."""
    from flows.console import screen

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(
            errors="replace"
        )  # a bar that an old encoding lacks is no reason to stop
    results = screen.results()
    if results.is_terminal:
        results.print(renderable)
        return
    with results.capture() as captured:
        results.print(renderable)
    # A table fills its last column with spaces, which are only in the way in a file or a mail.
    for line in captured.get().splitlines():
        print(line.rstrip())


def say(message: str) -> None:
    """One line on standard error."""
    print(f"recount: {visible(message)}", file=sys.stderr)


def say_failures(failures: Sequence[tuple[str, str]]) -> None:
    """A line for each thing that failed, on standard error."""
    for what, why in failures:
        say(f"{what}: {why}")
