"""A headline without the outlet's name behind it: "… | The Orlanda Herald", "… - Channel 5 News".

The name stands in the titles of all the outlet's pages, so it tells nothing of what one is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from urllib.parse import urlsplit

from checkers.language.lexicon import listed
from checkers.model import Article

_SEPARATED = re.compile(r"\s+(?:[|»·]|::|[-–—])\s+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|&")
_ADDRESS = re.compile(r"[\w-]+\.(?:com|org|net|news|tv|co\.uk|example)\b", re.IGNORECASE)
# Broadcasters of North America by the letters of their licence: "KQRX", "WQRX-TV".
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-?(?:TV|FM|AM))?\d{0,2}|(?:ABC|CBS|FOX|NBC)\d{1,2}")
# A headline of fewer words is a heading or a place, and what follows it is the headline.
_FEWEST_WORDS = 3
# An outlet's name with its town and its sections has no more words.
_MOST_WORDS = 12
# Letters that a name has to share with an address to be the outlet's.
_FEWEST_LETTERS = 4


def headline_of(article: Article) -> str:
    """The headline up to where an outlet is named."""
    title = article.title
    marks = list(_SEPARATED.finditer(title))
    for mark, following in zip_longest(marks, marks[1:]):
        end = following.start() if following else len(title)
        before = title[: mark.start()]
        long = len(_WORD.findall(before)) >= _FEWEST_WORDS
        if long and _is_outlet(title[mark.end() : end], article):
            return before
    return title


def _is_outlet(segment: str, article: Article) -> bool:
    """Whether some words are the name of the article's outlet, or have the form of such a name."""
    words = _WORD.findall(segment)
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    return _is_of(segment, article) or _has_form(segment, words)


def _is_of(segment: str, article: Article) -> bool:
    """Whether a name is alike to the publisher's, to that of the site or to the host's."""
    name = _letters(segment)
    known = [article.publisher, article.metadata.get("og:site_name", "")]
    if any(name == other for other in map(_letters, known) if other):
        return True
    host = urlsplit(article.url).hostname or ""
    return len(name) >= _FEWEST_LETTERS and name in map(_letters, host.split("."))


def _has_form(segment: str, words: Sequence[str]) -> bool:
    """Whether these words are written as outlets are named."""
    if _ADDRESS.search(segment) or any(map(_CALL_SIGN.fullmatch, (words[0], words[-1]))):
        return True
    small = [word.lower() for word in words]
    if " ".join(small) in listed("outlets", "names"):
        return True
    if any(_is_small(word) for word in words):
        return False
    for at, word in enumerate(small):
        following = small[at + 1] if at + 1 < len(small) else ""
        if word in listed("outlets", "nouns") and _may_end(segment, words, at):
            return True
        if word in listed("outlets", "numbered") and following.isdigit():
            return True
    return False


def _is_small(word: str) -> bool:
    """Whether a word is written small, and is none of those that names hold."""
    return word[0].islower() and word.lower() not in {"and", "for", "of", "on", "the", "in"}


def _may_end(segment: str, words: Sequence[str], at: int) -> bool:
    """Whether after the word at ``at`` only a number, sections or, after a comma, a town follow."""
    for word in words[at + 1 :]:
        if word.isdigit() or word.lower() in listed("outlets", "sections"):
            continue
        return bool(re.search(rf"{re.escape(words[at])}\s*(?:,|-)", segment)) and at > 0
    return True


def _letters(name: str) -> str:
    """A name as far as its writing is no matter: "The Orlanda Herald", "orlanda-herald"."""
    return re.sub(r"^the(?=[\W_])|[\W_]", "", name.lower())
