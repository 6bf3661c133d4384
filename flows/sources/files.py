"""Files and folders of articles."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from checkers.errors import ArticleUnreadable
from checkers.model import Article
from flows.settings import DEFAULT_MAX_BYTES
from flows.sources.failure import Failure
from flows.sources.intake import article_from_bytes
from flows.sources.jsonl import read_jsonl

PAGES = (".html", ".htm", ".xhtml")
DOCUMENTS = (".txt", ".md", ".markdown")
LINES = (".jsonl", ".ndjson")
READABLE = (*PAGES, *DOCUMENTS, *LINES)
THEIR_NAMES = ".txt, .md, .html and .jsonl"


def read_file(path: Path, max_bytes: int = DEFAULT_MAX_BYTES) -> Iterator[Article | Failure]:
    """The articles of one file, by its ending; what cannot be read comes as a failure.

    An article without an address goes by the file's own. The file's time is never a date of it.
    """
    if path.suffix.lower() not in READABLE:
        yield Failure(str(path), f"Recount reads {THEIR_NAMES} files")
        return
    try:
        if path.suffix.lower() in LINES:
            with path.open("rb") as lines:
                yield from read_jsonl(lines, str(path), max_bytes)
        else:
            yield _read_one(path, max_bytes)
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


def file_address(path: Path) -> str:
    """The ``file:`` address of ``path``; its last part is the file's name."""
    return (path.parent.resolve() / path.name).as_uri()


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
            if not name.startswith(".") and Path(name).suffix.lower() in READABLE:
                yield Path(parent, name)


def _in_words(error: OSError) -> str:
    return (error.strerror or "it cannot be read").lower()
