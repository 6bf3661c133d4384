"""What a person names on the command line: addresses, files, folders, standard input."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from checkers.errors import RecountError
from checkers.model import Article
from flows.settings import Settings, read_settings
from flows.sources.failure import Failure
from flows.sources.files import path_of, read_file, read_folder
from flows.sources.intake import is_line, read_input
from flows.sources.jsonl import read_jsonl

STANDARD_INPUT = "-"
# A scheme has two letters at least, so that a drive ("C:\\news") is none.
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def load_targets(
    targets: Sequence[str],
    stdin: BinaryIO | None,
    *,
    settings: Settings | None = None,
    seen: datetime | None = None,
) -> Iterator[Article | Failure]:
    """The articles of every target, in order; one that cannot be read comes as a failure.

    Args:
        targets: Addresses, files, folders, or ``-``.
        stdin: Where ``-`` is read from; None where there is nothing to read.
        settings: Limits and contact; None reads the environment.
        seen: When addresses are fetched (aware); None is now.

    Raises:
        ConfigurationError: the environment holds a malformed setting.
    """
    settings = settings or read_settings()
    for target in targets:
        try:
            yield from _load(target, stdin, settings, seen or datetime.now(UTC))
        except RecountError as error:
            yield Failure(target, str(error))


def _load(
    target: str, stdin: BinaryIO | None, settings: Settings, seen: datetime
) -> Iterator[Article | Failure]:
    if target == STANDARD_INPUT:
        yield from _from_input(stdin, settings)
    elif _ADDRESS.match(target) and urlsplit(target).scheme.lower() != "file":
        # The web client is not needed for files, and takes a while to import.
        from flows.sources.client import open_client
        from flows.sources.web import fetch_address

        with open_client(settings) as client:
            yield from fetch_address(target, client, seen)
    else:
        yield from _from_path(target, settings)


def _from_input(stdin: BinaryIO | None, settings: Settings) -> Iterator[Article | Failure]:
    """What stands on standard input: JSON Lines one by one, anything else as a whole."""
    name, limit = "standard input", settings.max_bytes
    line = stdin.readline(limit + 1) if stdin else b""
    if stdin and is_line(line):
        yield from read_jsonl(_Lines(line, stdin), name, limit)
        return
    data = line + (stdin.read(limit + 1 - len(line)) if stdin else b"")
    if len(data) > limit:
        yield Failure(name, f"it is larger than {limit:,} bytes (RECOUNT_MAX_BYTES)")
    else:
        yield from read_input(data, limit)


class _Lines:
    """Standard input with its first line, which was read to see what stands there."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first = first
        self._rest = rest

    def readline(self, size: int = -1, /) -> bytes:
        """The next line, or as much of it as ``size`` allows."""
        line, self._first = self._first, b""
        return line or self._rest.readline(size)


def _from_path(target: str, settings: Settings) -> Iterator[Article | Failure]:
    path = path_of(target) if _ADDRESS.match(target) else Path(target)
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except (OSError, ValueError):  # a name that no file system takes
        is_folder = is_there = False
    if is_folder:
        yield from read_folder(path, settings.max_bytes)
    elif is_there:
        yield from read_file(path, settings.max_bytes)
    else:
        yield Failure(target, "there is no such file or folder")
