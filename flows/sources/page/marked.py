"""What a page's own markup says of its story to machines: microdata, RDFa, links to authors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree, html

from flows.sources.page.markup import one_line, words_of
from flows.sources.page.names import Names
from flows.sources.page.story import Story

# Properties of a story that are read, under schema.org's names.
_PROPERTIES = frozenset(
    {"author", "creator", "articleSection", "dateCreated", "dateModified", "datePublished"}
)
_MARKED = etree.XPath(
    "descendant-or-self::*/@itemprop/.. | descendant-or-self::*/@property/.."
    " | descendant-or-self::*/@rel[. = 'author']/.."
)
_ELSEWHERE = Names(r"comment|related|recommend|teaser|promo|sidebar")
# A longer text is no name, section or date.
LONGEST_VALUE = 120


@dataclass(frozen=True, slots=True)
class Marked:
    """The first value of each property that the story's markup gives."""

    values: Mapping[str, str] = field(default_factory=dict)

    def value(self, *names: str) -> str:
        """The first of these properties that is there, else ""."""
        return next((self.values[name] for name in names if self.values.get(name)), "")


def read_marked(story: Story) -> Marked:
    """What the markup of the story says; properties of pictures and of other stories left out."""
    found: dict[str, str] = {}
    for element in _MARKED(story.tree):
        if element.tag == "meta" and element.get("name") is not None:
            continue
        named = element.get("itemprop") or element.get("property") or element.get("rel") or ""
        for name in (part.rsplit(":", 1)[-1] for part in named.split()):
            if name in _PROPERTIES and name not in found and _is_of_story(element, story):
                value = _value(element)
                if value and len(value) <= LONGEST_VALUE:
                    found[name] = value
    return Marked(found)


def _is_of_story(element: html.HtmlElement, story: Story) -> bool:
    above = next(
        (part for part in element.iterancestors() if part.get("itemtype") or part.get("typeof")),
        None,
    )
    kind = "" if above is None else above.get("itemtype") or above.get("typeof") or ""
    if kind.endswith(("ImageObject", "Comment", "VideoObject")):
        return False
    # Not ``story.holds``: some systems put the author into the footer of the article.
    return not any(
        part.tag in ("aside", "nav") or _ELSEWHERE.name(part)
        for part in element.iterancestors()
        if part not in story.around
    )


def _value(element: html.HtmlElement) -> str:
    """What a property says: to machines, by the name inside it, or in words."""
    for name in ("content", "datetime"):
        if element.get(name):
            return one_line(element.get(name, ""))
    if element.tag == "abbr" and element.get("title"):
        return one_line(element.get("title", ""))
    for part in element.iterdescendants():
        if "name" in (part.get("itemprop") or part.get("property") or "").split():
            return one_line(part.get("content") or "") or words_of(part)
    return words_of(element)
