"""What a server sent for an article: the article, a wall before it, an error, or nothing more."""

from __future__ import annotations

import re
from functools import cache

from checkers.model import Article
from seeds import words

# What ``what_came`` says of an article that was taken down; all else it says is a failed fetch.
GONE = "taken down"

# Under this key an article's metadata say what came in its place, or that only a part of it came:
# whoever took the page in saw its markup, of which its text no longer tells.
PAGE_KEY = "recount:page"
_MARKED = {
    "consent wall": "a consent wall",
    "paywall": "a paywall",
    "error page": "an error page",
    "robot check": "a check for robots",
    "empty shell": "an empty page",
    "section page": "a list of stories",
}
SOMETHING_ELSE = frozenset(_MARKED.values())
"""What a person is told that a marked page is."""
_TEASER = "behind a paywall"

# Longest pages, in words, that can be something other than an article: walls and error pages are
# short, and an article about cookies is not.
_WALL = 260
_NOTICE = 120
_STUB = 60
_GONE_STATUSES = frozenset({404, 410, 451})


def what_came(article: Article) -> str:
    """What stands in the article's place ("a consent wall", ``GONE``), or "" for the article."""
    if article.status in _GONE_STATUSES:
        return GONE
    if article.status >= 400:
        return f"an error page ({article.status})"
    if marked := _MARKED.get(article.metadata.get(PAGE_KEY, "")):
        return marked
    text = f"{article.title}\n{article.text}".lower().replace(
        "\N{RIGHT SINGLE QUOTATION MARK}", "'"
    )
    length = len(article.text.split())
    if length <= _STUB and 300 <= article.status < 400:
        return GONE
    if length <= _WALL and _found("consent", text) >= 2 and not _says_who(article.text):
        return "a consent wall"
    if length <= _NOTICE and _sells(text, length) and not _says_who(article.text):
        return "a paywall"
    removed = _found("gone", text) > 0 and _found("gone_of", text) > 0
    if length <= _STUB and removed and not _says_who(article.text):
        return GONE
    if length <= _NOTICE and _found("error", text[:300]) and not _says_who(article.text):
        return "an error page"
    return ""


def _sells(text: str, length: int) -> bool:
    """Whether a short page offers a subscription in place of the article."""
    asked, offers = _found("paywall", text), _found("offer", text)
    return asked > 0 and (length <= _STUB or offers >= 2)


def behind_a_wall(article: Article) -> bool:
    """Whether the page says that the rest of its text is for subscribers."""
    marked = article.metadata.get(PAGE_KEY) == _TEASER
    return marked or _found("paywall", article.text.lower()) > 0


def _found(name: str, text: str) -> int:
    """How many of the phrases stand in the text as words: no "oops" in "troops"."""
    return sum(
        phrase in text and re.search(rf"(?<!\w){re.escape(phrase)}", text) is not None
        for phrase in words("pages")[name]
    )


@cache
def _speech() -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in words("speech")["verbs"])
    return re.compile(rf"[\"”,]\s+(?:[\w'’-]+\s+){{0,4}}(?:{verbs})\b|\b(?:said|told)\b")


def _says_who(text: str) -> bool:
    """Whether somebody is quoted, as in a report and never on a wall."""
    return bool(_speech().search(text))


def is_front_page(article: Article) -> bool:
    """Whether the page is the outlet's front page, to which dead addresses are often sent on.

    Only beside an earlier revision does this say anything: some outlets title every page so.
    """
    title = re.sub(r"\s+", " ", article.title).strip().casefold()
    outlet = article.publisher.strip().casefold()
    if not title:
        return False
    if title == outlet:
        return True
    parts = {part.strip() for part in re.split(r"\s*[|:–—-]\s+|\s+[|–—-]\s*", title)} - {outlet}
    return bool(parts) and parts <= set(words("pages")["front"])
