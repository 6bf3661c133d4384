"""The headline of a page, and where on the page it stands."""

from __future__ import annotations

import re

from lxml import html

from flows.sources.page.data import PageData
from flows.sources.page.markup import words_of

# At least half of the words of the page's own title stand in its headline; a logo shares none.
SHARED_WORDS = 0.5
# An outlet's name behind the title: " | Harbour Post", " - Harbour Post".
_OUTLET = re.compile(r"\s+[|\u2013\u2014»·-]\s+(?P<outlet>[^|»·]{2,50})$")


def find_headline(tree: html.HtmlElement, data: PageData) -> html.HtmlElement | None:
    """The element that holds the headline, None where no heading says what the page's data say."""
    told = [data.linked("headline"), data.meta("og:title", "twitter:title"), data.title]
    wanted = [_words(title) for title in told if title]
    best: tuple[float, html.HtmlElement | None] = (0.0, None)
    for tag in ("h1", "h2", "h3"):
        for heading in tree.iter(tag):
            share = max(
                (_shared(_words(words_of(heading)), title) for title in wanted), default=0.0
            )
            if share > best[0]:
                best = (share, heading)
        if best[0] >= SHARED_WORDS:
            return best[1]
    only = list(tree.iter("h1"))
    return only[0] if len(only) == 1 and not wanted else None


def read_title(data: PageData, headline: html.HtmlElement | None) -> str:
    """The title: the headline as printed, else as the page's data give it, "" where they do not."""
    if headline is not None:
        return words_of(headline)
    return data.linked("headline") or data.meta("og:title", "twitter:title") or _bare(data)


def _bare(data: PageData) -> str:
    """The title element without the outlet's name, where that is known."""
    name = data.meta("og:site_name", "application-name").lower()
    match = _OUTLET.search(data.title)
    return data.title[: match.start()] if match and match["outlet"].lower() == name else data.title


def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", title.lower()))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the shorter title's words that the longer has; a single word shares nothing."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter > 1 else 0.0
