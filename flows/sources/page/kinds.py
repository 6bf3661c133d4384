"""What a page is, if no plain article: a wall, an error, a check, a shell, a list, a live page.

A page that is no article is passed on with this mark, so that nobody takes it for an edit which
deleted the text of the article that stood there before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from urllib.parse import urlsplit

from lxml import html

from checkers.compare.pages import PAGE_KEY
from checkers.model import Article
from flows.sources.page.data import PageData, types_of
from flows.sources.page.markup import one_line, words_of
from flows.sources.page.names import Names
from flows.sources.page.story import Story
from flows.sources.printed.lines import FEWEST_TEXT_WORDS
from seeds import words

# A wall, an error or a check has fewer words than this; a report on cookies has more.
MOST_NOTICE_WORDS = 150
LONGEST_NOTICE = 8 * MOST_NOTICE_WORDS  # characters
# A text for subscribers that has more words was sent whole.
MOST_TEASER_WORDS = 300
# A shorter heading than this may begin the headline of a story, too.
MOST_LABEL_WORDS = 2
# A list of stories has at least so many headings that lead elsewhere.
FEWEST_LISTED = 8
# A live page has at least so many entries with a time of their own.
FEWEST_ENTRIES = 3
_HEADINGS = ("h1", "h2", "h3", "h4")
_WALL_BOXES = ("div", "section", "aside")
_LIVE_BOXES = ("article", "div", "main", "section")
_ENTRY_BOXES = ("article", "div", "li", "section")
_ENTRY = Names(r"live-?(?:blog)?[-_]*(?:entry|post|update|event)|(?:^|\s)(?:entry|timeline-item)\b")
_LIVE = Names(r"live-?blog|liveblog|live-?(?:page|coverage|updates)|live-event")


class Kind(StrEnum):
    """What a page is; the words are shown to people."""

    ARTICLE = ""
    LIVE_BLOG = "live blog"
    TEASER = "behind a paywall"
    PAYWALL = "paywall"
    CONSENT = "consent wall"
    ERROR = "error page"
    ROBOT_CHECK = "robot check"
    SHELL = "empty shell"
    LIST = "section page"


# These hold the text of an article, whole or in part.
ARTICLES = frozenset({Kind.ARTICLE, Kind.LIVE_BLOG, Kind.TEASER})


# These come every time that the page is asked for; errors and checks are over tomorrow.
LASTING = frozenset({Kind.PAYWALL, Kind.CONSENT, Kind.SHELL})


def is_walled(article: Article) -> bool:
    """Whether what came in place of an article will come tomorrow too."""
    return article.metadata.get(PAGE_KEY) in LASTING


@dataclass(frozen=True, slots=True)
class Outline:
    """What is looked at on a page to tell its kind, taken before its tree is cut down.

    Attributes:
        headings: The title and the first headings, in lower case.
        is_article: Whether its data say that it is an article.
        is_list: Whether its data say that it lists others.
        is_live: Whether its data or its parts say that it is a live page.
        is_free: Whether the text is said to be free; None where nothing is said.
        has_wall: Whether it holds a wall, shown or hidden.
        sells: Whether the wall says that the rest is for subscribers.
        listed: Number of headings that lead to other pages.
        notice: The words of a page that says little, in lower case; "" for others.
        has_scripts: Whether scripts may have been meant to bring the text.
    """

    headings: tuple[str, ...]
    is_article: bool
    is_list: bool
    is_live: bool
    is_free: bool | None
    has_wall: bool
    sells: bool
    listed: int
    notice: str
    has_scripts: bool


def read_outline(story: Story, data: PageData) -> Outline:
    """The outline of a page; ``story`` is what it may hold."""
    tree = story.tree
    said = _notice_of(tree)
    boxes = story.named.elements(tree, _walls(), _WALL_BOXES)
    walls = [_plain(words_of(box)) for box in boxes]
    headings = [data.title, data.meta("og:title"), *(words_of(h) for h in _first(tree, "h1", 2))]
    has_article = bool(data.article) or data.meta("og:type").startswith("article")
    return Outline(
        headings=tuple(dict.fromkeys(_plain(heading) for heading in headings if heading)),
        is_article=has_article,
        is_list=any(types_of(node) & _listed("list_types") for node in data.nodes),
        is_live=_is_live(story, data),
        is_free=_is_free(data),
        has_wall=bool(walls),
        sells=any(_has(wall, words("pages")["paywall"]) for wall in walls),
        listed=0 if has_article else _count_listed(tree, story.address),
        notice=_plain(said),
        has_scripts=next(tree.iter("script"), None) is not None,
    )


def kind_of_page(outline: Outline, paragraphs: Sequence[str]) -> Kind:
    """What a page is, from its outline and the text that was found on it."""
    length = sum(len(paragraph.split()) for paragraph in paragraphs)
    if notice := _notice(outline, length):
        return notice
    if outline.is_live:
        return Kind.LIVE_BLOG
    if length < FEWEST_TEXT_WORDS and outline.has_scripts:
        return Kind.SHELL if outline.listed < FEWEST_LISTED else Kind.LIST
    if not outline.is_article and (
        outline.listed >= (FEWEST_LISTED if outline.is_list else 3 * FEWEST_LISTED)
    ):
        return Kind.LIST
    locked = outline.has_wall if outline.is_free is False else outline.sells and not outline.is_free
    if locked and length < MOST_TEASER_WORDS:
        return Kind.TEASER
    return Kind.ARTICLE


def _notice(outline: Outline, length: int) -> Kind:
    """The kind of a page that has only a notice to show, ARTICLE where it has more."""
    if length > MOST_NOTICE_WORDS:
        return Kind.ARTICLE
    if not outline.is_article:
        if _begin(outline.headings, "robot_titles"):
            return Kind.ROBOT_CHECK
        if _begin(outline.headings, "error_titles"):
            return Kind.ERROR
        if _begin(outline.headings, "consent_titles") or _asks_consent(outline.notice):
            return Kind.CONSENT
    if length < FEWEST_TEXT_WORDS:
        if outline.has_wall or _has(outline.notice, words("pages")["paywall"]):
            return Kind.PAYWALL
        if _has(outline.notice, _listed("script_notices")):
            return Kind.SHELL
    return Kind.ARTICLE


def _asks_consent(notice: str) -> bool:
    """Whether a short page asks for consent: at least three of the phrases that such pages hold."""
    return sum(phrase in notice for phrase in words("pages")["consent"]) >= 3


def _has(notice: str, phrases: Sequence[str] | frozenset[str]) -> bool:
    return any(phrase in notice for phrase in phrases)


def _begin(headings: Sequence[str], name: str) -> bool:
    """Whether a heading is one of the listed ones, alone or before the outlet's name.

    Behind three words and more the sentence may go on ("sorry, we couldn't find that story").
    """
    for start in words("page_kinds")[name]:
        goes_on = r"|\b" if len(start.split()) > MOST_LABEL_WORDS else ""
        told = re.compile(rf"{re.escape(start)}(?:$|\s*[.…!:,|–—-]{goes_on})")
        if any(told.match(heading) for heading in headings):
            return True
    return False


def _is_live(story: Story, data: PageData) -> bool:
    if any("LiveBlogPosting" in types_of(node) for node in data.nodes):
        return True
    live = re.search(r"/live(?:blog)?[/-]", urlsplit(story.address).path) is not None
    if not live and next(story.named.elements(story.tree, _LIVE, _LIVE_BOXES), None) is None:
        return False
    entries = story.named.elements(story.tree, _ENTRY, _ENTRY_BOXES)
    return sum(part.find(".//time") is not None for part in entries) >= FEWEST_ENTRIES


def _is_free(data: PageData) -> bool | None:
    given = data.article.get("isAccessibleForFree")
    if given is not None:
        return str(given).lower() not in ("false", "0", "no")
    tier = data.meta("article:content_tier", "content_tier", "article.access", "access")
    return tier.lower() not in _listed("locked_metas") if tier else None


def _count_listed(tree: html.HtmlElement, url: str) -> int:
    """Number of headings of a page that are links to different other pages."""
    links = set()
    for heading in tree.iter(*_HEADINGS):
        link = heading.find(".//a[@href]")
        if link is None:
            link = next(heading.iterancestors("a"), None)
        if link is not None:
            links.add((link.get("href") or "").split("#")[0])
    return len(links - {"", url, urlsplit(url).path})


def _notice_of(tree: html.HtmlElement) -> str:
    """The words of a page that has no more than a notice to show, "" for every other page."""
    body = tree.find("body")
    if body is None or sum(len(p.text or "") for p in body.iter("p")) > LONGEST_NOTICE:
        return ""
    parts: list[str] = []
    length = 0
    for part in body.iter("*"):
        unread = part.tag in ("script", "style", "noscript")
        said = one_line(f"{'' if unread else part.text or ''} {part.tail or ''}")
        length += len(said.split())
        if length > MOST_NOTICE_WORDS:
            return ""
        parts.append(said)
    return one_line(" ".join(parts))


def _first(tree: html.HtmlElement, tag: str, many: int) -> list[html.HtmlElement]:
    return [heading for heading, _ in zip(tree.iter(tag), range(many), strict=False)]


def _plain(said: str) -> str:
    return said.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


@cache
def _walls() -> Names:
    return Names("|".join(map(re.escape, words("page_kinds")["wall_names"])))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(words("page_kinds")[name])
