"""Keys under which an article is found again by what it shares with others.

Its sentences, whatever numbers stand in them; its headline, for a corrections column that names it;
the night in which its date of publication moved.
"""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta
from functools import cache, lru_cache
from urllib.parse import urlsplit

from checkers.compare.notes import is_note
from checkers.compare.wording import Piece, pieces, plain
from checkers.model import Article, Field, Stamp
from seeds import words

# Words below which a sentence says nothing of where it comes from.
_LEAST = 8
# Sentences by which an article is found; a passage taken over stands among the first of most news.
_MOST = 24
_QUOTED = re.compile(r"[\"“]([^\"“”]{12,160}?)[\"”]|(?<!\w)['‘](.{12,160}?)['’](?!\w)")
# From so many days on, a date of publication has moved and was not only made more exact.
MOVED = timedelta(days=30)


def sentence_keys(article: Article) -> list[str]:
    """A key for each longer sentence, the same whatever numbers and months stand in it."""
    long = [piece for piece in pieces(article, Field.TEXT) if len(piece.keys) >= _LEAST]
    return sorted({_key("sentence", masked(piece)) for piece in long[:_MOST]})


def masked(piece: Piece) -> str:
    """A sentence with its numbers and months taken out: the form, without what fills it."""
    return _masked(tuple(piece.keys))


@lru_cache(maxsize=16_384)  # sentences; a batch's articles are compared with many others
def _masked(keys: tuple[str, ...]) -> str:
    blanks = _blanks()
    return " ".join("#" if key[0].isdigit() or key in blanks else key for key in keys)


def headline_key(article: Article) -> str:
    """Leads to the article from a column that names it."""
    return _key("headline", f"{host(article.url)} {plain(article.title)}")


def naming_key(article: Article) -> str:
    """Leads to the columns that name the article."""
    return _key("names", f"{host(article.url)} {plain(article.title)}")


def named_headlines(article: Article) -> list[str]:
    """The headlines that a corrections column may name: what it quotes; none for other articles."""
    if not is_column(article):
        return []
    found = [match[1] or match[2] for match in _QUOTED.finditer(article.text)]
    return [title.rstrip(",.") for title in found]


def named_keys(article: Article) -> list[str]:
    """For a corrections column: the naming keys of the articles that it names."""
    at = host(article.url)
    return [_key("names", f"{at} {plain(title)}") for title in named_headlines(article)]


def column_targets(article: Article) -> list[str]:
    """For a corrections column: the headline keys of the articles that it names."""
    at = host(article.url)
    return [_key("headline", f"{at} {plain(title)}") for title in named_headlines(article)]


def is_column(article: Article) -> bool:
    """Whether an article is about what its outlet got wrong in others."""
    title = plain(article.title)
    return any(name in title for name in words("pages")["columns"]) or is_note(article.title)


def moved_keys(article: Article, before: Stamp | None) -> list[str]:
    """The night in which a page was re-dated, or none where its date did not move."""
    after = article.published
    if before is None or after is None or after.at - before.at < MOVED:
        return []
    return [_night(article, after)]


def nights_around(article: Article) -> list[str]:
    """The nights in which other pages must have been re-dated to be of one migration."""
    if article.published is None:
        return []
    days = (timedelta(days=-1), timedelta(0), timedelta(days=1))
    return [_night(article, article.published, day) for day in days]


def _night(article: Article, stamp: Stamp, later: timedelta = timedelta(0)) -> str:
    return _key("moved", f"{host(article.url)} {stamp.day + later}")


def host(url: str) -> str:
    """The outlet's host, whichever of its machines serves a page."""
    name = urlsplit(url).hostname or ""
    first, _, rest = name.partition(".")
    return rest if first in ("www", *words("stale")["versions"]) and "." in rest else name


def _key(kind: str, text: str) -> str:
    return f"{kind}:{hashlib.blake2b(text.encode(), digest_size=10).hexdigest()}"


@cache
def _blanks() -> frozenset[str]:
    months = "january february march april may june july august september october november december"
    return frozenset(words("numbers")["cardinal"]) | frozenset(months.split())
