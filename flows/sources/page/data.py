"""What a page says of itself outside its text: JSON-LD, Open Graph and other meta tags."""

from __future__ import annotations

import html as entities
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import html

from flows.sources.page.markup import one_line, words_of

ARTICLE_TYPES = frozenset(
    {
        "AnalysisNewsArticle", "Article", "AskPublicNewsArticle", "BackgroundNewsArticle",
        "BlogPosting", "LiveBlogPosting", "NewsArticle", "OpinionNewsArticle", "Report",
        "ReportageNewsArticle", "ReviewNewsArticle", "ScholarlyArticle", "SocialMediaPosting",
        "TechArticle",
    }
)  # fmt: skip
# Deeper nesting than this is a mistake or an attack.
DEEPEST = 8
# Meta tags that state something about the story, under the names they have on the page.
STATEMENTS = ("og:title", "og:description", "description", "twitter:title", "twitter:description")
LINKED_STATEMENTS = ("headline", "alternativeHeadline", "datePublished", "dateModified")


@dataclass(frozen=True, slots=True)
class PageData:
    """The data of one page.

    Attributes:
        metas: Content of the meta tags by name or property in lower case; the first of each.
        article: The JSON-LD node of the article, or {}.
        nodes: Every JSON-LD node.
        canonical: What the page gives as its own address, or "".
        title: The title element.
        language: The language that the page declares, or "".
    """

    metas: Mapping[str, str] = field(default_factory=dict)
    article: Mapping[str, Any] = field(default_factory=dict)
    nodes: tuple[Mapping[str, Any], ...] = ()
    canonical: str = ""
    title: str = ""
    language: str = ""

    def meta(self, *names: str) -> str:
        """The first of these meta tags that is there."""
        return next((self.metas[name] for name in names if self.metas.get(name)), "")

    def linked(self, name: str) -> str:
        """One text of the article's JSON-LD node, or ""."""
        return text_of(self.article.get(name))

    def statements(self) -> dict[str, str]:
        """What the data state about the story, without repeating themselves."""
        found = {name: self.metas.get(name, "") for name in STATEMENTS}
        found |= {name: self.linked(name) for name in LINKED_STATEMENTS}
        kept: dict[str, str] = {}
        for name, value in found.items():
            if value and value not in kept.values():
                kept[name] = value
        return kept


def read_page_data(tree: html.HtmlElement) -> PageData:
    """The data of a page; whatever is broken is left out."""
    metas: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = one_line(tag.get("content") or "")
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    nodes = tuple(_nodes(tree))
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)").strip()
    title = tree.find(".//title")
    return PageData(
        metas=metas,
        article=next(filter(_is_article, nodes), {}),
        nodes=nodes,
        canonical=canonical or metas.get("og:url", ""),
        title=words_of(title) if title is not None else "",
        language=one_line(
            tree.get("lang") or metas.get("content-language") or metas.get("dc.language", "")
        ),
    )


def text_of(value: Any) -> str:
    """The text of a JSON-LD value: itself, its name, or the first that has one."""
    match value:
        case str():
            return one_line(entities.unescape(value))
        case dict():
            return text_of(value.get("name") or value.get("@value") or "")
        case list():
            return next(filter(None, map(text_of, value)), "")
        case _:
            return ""


def names_of(value: Any) -> str:
    """All the names in a JSON-LD value, parted by commas."""
    names = [text_of(entry) for entry in value] if isinstance(value, list) else [text_of(value)]
    return ", ".join(dict.fromkeys(name for name in names if name))


def types_of(node: Mapping[str, Any]) -> frozenset[str]:
    """The types of a JSON-LD node, without their vocabulary's address."""
    types = node.get("@type")
    named = types if isinstance(types, list) else [types]
    return frozenset(name.rsplit("/", 1)[-1] for name in named if isinstance(name, str))


def _is_article(node: Mapping[str, Any]) -> bool:
    return bool(types_of(node) & ARTICLE_TYPES)


def _nodes(tree: html.HtmlElement) -> Iterator[Mapping[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            # Some systems wrap the data for readers of the last century.
            wrapped = script.text.strip().removeprefix("<!--").removesuffix("-->")
            try:
                yield from _flat(json.loads(wrapped.strip().rstrip(";"), strict=False), 0)
            except (ValueError, RecursionError):
                continue


def _flat(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """The nodes of a JSON-LD document: lists and graphs opened, a page's main entity after it."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _flat(entry, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(name), dict | list):
                yield from _flat(value[name], depth + 1)
