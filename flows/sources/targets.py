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
from flows.sources.intake import read_input

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
    data = stdin.read(settings.max_bytes + 1) if stdin else b""
    if len(data) > settings.max_bytes:
        why = f"it is larger than {settings.max_bytes:,} bytes (RECOUNT_MAX_BYTES)"
        yield Failure("standard input", why)
    else:
        yield from read_input(data, settings.max_bytes)


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
