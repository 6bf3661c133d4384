"""Files and folders of articles."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast
from urllib.parse import unquote, urlsplit

from checkers.errors import ArticleUnreadable
from checkers.model import Article
from flows.settings import DEFAULT_MAX_BYTES
from flows.sources.failure import Failure
from flows.sources.intake import article_from_bytes
from flows.sources.jsonl import read_jsonl

PAGES = (".html", ".htm", ".xhtml")
DOCUMENTS = (".txt", ".md", ".markdown")
LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
ARCHIVES = (".warc", ".warc.gz")
READABLE = (*PAGES, *DOCUMENTS, *LINES, *ARCHIVES)
THEIR_NAMES = ".txt, .md, .html, .jsonl and .warc"


def read_file(path: Path, max_bytes: int = DEFAULT_MAX_BYTES) -> Iterator[Article | Failure]:
    """The articles of one file, by its ending; what cannot be read comes as a failure.

    An article without an address goes by the file's own. The file's time is never a date of it.
    """
    name = path.name.lower()
    try:
        if not name.endswith(READABLE):
            yield Failure(str(path), f"Recount reads {THEIR_NAMES} files")
        elif not path.is_file():  # a pipe would be waited for, for good
            yield Failure(str(path), "it is no file that can be read")
        elif name.endswith(LINES):
            with _opened_lines(path) as lines:
                yield from read_jsonl(lines, str(path), max_bytes)
        elif name.endswith(ARCHIVES):
            # Not needed for other files, and slow to import.
            from flows.sources.archives import read_archive

            with path.open("rb") as archive:
                yield from read_archive(archive, str(path), max_bytes)
        else:
            yield _read_one(path, max_bytes)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield Failure(str(path), "it is packed with gzip and damaged; what stands before was read")
    except OSError as error:
        yield Failure(str(path), _in_words(error))
    except ArticleUnreadable as error:
        yield Failure(str(path), str(error))


def read_folder(folder: Path, max_bytes: int = DEFAULT_MAX_BYTES) -> Iterator[Article | Failure]:
    """The articles of every readable file below ``folder``, in the order of their names.

    Hidden files and folders and files of other kinds are passed over. Links to folders are not
    followed, so that no folder is read twice.
    """
    found = False
    for path in _files_below(folder):
        found = True
        yield from read_file(path, max_bytes)
    if not found:
        yield Failure(str(folder), f"there are no {THEIR_NAMES} files in this folder")


def read_since(
    path: Path, since: datetime | None, max_bytes: int = DEFAULT_MAX_BYTES
) -> Iterator[Article | Failure]:
    """The articles of a file, or of the files below a folder, that came or changed since a moment.

    An empty folder is no failure: whatever fills it may have had nothing to bring.

    Args:
        path: The file or folder.
        since: Files that stood there unchanged then are passed over (aware); None reads all.
        max_bytes: Largest file or line.
    """
    for one in _files_below(path) if path.is_dir() else [path]:
        if since is None or _changed(one) >= since.timestamp():
            yield from read_file(one, max_bytes)


def path_of(address: str) -> Path:
    """The path that a ``file:`` address names."""
    return Path(unquote(urlsplit(address).path))


def file_address(path: Path) -> str:
    """The ``file:`` address of ``path``; its last part is the file's name."""
    return (path.parent.resolve() / path.name).as_uri()


def _opened_lines(path: Path) -> AbstractContextManager[BinaryIO]:
    """A file of lines, unpacked as it is read."""
    if path.name.lower().endswith(".gz"):
        return cast(AbstractContextManager[BinaryIO], gzip.open(path, "rb"))
    return path.open("rb")


def _read_one(path: Path, max_bytes: int) -> Article:
    with path.open("rb") as file:
        data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise ArticleUnreadable(f"it is larger than {max_bytes:,} bytes (RECOUNT_MAX_BYTES)")
    return article_from_bytes(data, file_address(path), is_page=path.suffix.lower() in PAGES)


def _files_below(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and name.lower().endswith(READABLE):
                yield Path(parent, name)


def _changed(path: Path) -> float:
    """When a file came to its place or changed; a copy may keep the time of its original.

    Where that cannot be told, it is new: reading it says why.
    """
    try:
        status = path.stat()
    except OSError:
        return float("inf")
    return max(status.st_mtime, status.st_ctime)


def _in_words(error: OSError) -> str:
    return (error.strerror or "it cannot be read").lower()
