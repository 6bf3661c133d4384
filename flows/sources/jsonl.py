"""Articles in JSON Lines: one to a line, streamed; a broken line is named and the rest goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn, Protocol

from checkers.errors import ArticleUnreadable
from checkers.model import Article, Origin
from flows.sources.failure import Failure
from flows.sources.fields import article_from_fields


class Lines(Protocol):
    """A stream of lines, such as a file opened for reading bytes."""

    def readline(self, size: int = -1, /) -> bytes:
        """The next line, or as much of it as ``size`` allows; nothing at the end."""


def article_from_json(obj: object) -> Article:
    """The article that one JSON object gives.

    Raises:
        ArticleUnreadable: it is no object, a needed field is missing, or one has the wrong type.
    """
    if not isinstance(obj, dict):
        raise ArticleUnreadable("it is no JSON object")
    return article_from_fields(obj, Origin.GIVEN)


def read_jsonl(lines: Lines, name: str, max_bytes: int) -> Iterator[Article | Failure]:
    """The articles of a JSON Lines stream, one line in memory at a time.

    Args:
        lines: The stream.
        name: What to call it in failures.
        max_bytes: Longest line that is read; a longer one is passed over and named.
    """
    number = 0
    while line := lines.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes:
            _skip_rest(lines, line)
            yield Failure(f"{name}, line {number}", f"the line is longer than {max_bytes:,} bytes")
        elif stripped := line.removeprefix(b"\xef\xbb\xbf").strip():
            try:
                yield article_from_json(parse_json(stripped))
            except ArticleUnreadable as error:
                yield Failure(f"{name}, line {number}", str(error))


def parse_json(line: bytes) -> Any:
    """The value that a line of JSON gives.

    Raises:
        ArticleUnreadable: it is not JSON, or readers differ on it (a key given twice, NaN).
    """
    try:
        return json.loads(
            line.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_no_number
        )
    except UnicodeDecodeError as error:
        raise ArticleUnreadable(f"it is not UTF-8 (byte {error.start})") from error
    except json.JSONDecodeError as error:
        raise ArticleUnreadable(
            f"it is not JSON: {error.msg} (character {error.pos + 1})"
        ) from error
    except RecursionError as error:
        raise ArticleUnreadable("it is nested too deeply") from error
    except ValueError as error:  # a number of thousands of digits
        raise ArticleUnreadable("it holds a number that is too large") from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    obj = dict(pairs)
    if len(obj) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ArticleUnreadable(f"the key {twice[:40]!r} is given twice")
    return obj


def _no_number(constant: str) -> NoReturn:
    raise ArticleUnreadable(f"{constant} is no number in JSON")


def _skip_rest(lines: Lines, line: bytes) -> None:
    """Read on to the end of a line that is too long, in pieces."""
    while line and not line.endswith(b"\n"):
        line = lines.readline(1 << 20)
