"""Where on a page the story stands, and which parts belong to other stories or to the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from lxml import html

from flows.sources.page.markup import words_of

# Class names of parts that hold other stories, and of those that hold the site's own things.
_OTHER_STORIES = re.compile(
    r"related|recirc|recommend|promo|teaser|newsletter|sidebar|most-?read|popular|trending|footer|"
    r"advert|sponsor|outbrain|taboola|breaking",
    re.IGNORECASE,
)
_SITE_PARTS = re.compile(r"\bnav|menu|logo|avatar|byline|social|share|comment", re.IGNORECASE)
_ELSEWHERE_TAGS = frozenset({"aside", "footer", "form", "nav"})
_WHOLE = frozenset({"body", "html", "main"})
# The text of a story has at least so many paragraphs of at least so many characters.
FEWEST_PARAGRAPHS = 3
SHORTEST_PARAGRAPH = 80


@dataclass(frozen=True, slots=True)
class Story:
    """The story on a page.

    Attributes:
        tree: The page.
        address: The page's address, to which its links are relative.
        headline: The element that holds the headline, or None.
        around: The elements that hold the headline, which all hold the story too.
    """

    tree: html.HtmlElement
    address: str
    headline: html.HtmlElement | None = None
    around: Set[html.HtmlElement] = field(default_factory=frozenset)

    def shows(self, picture: html.HtmlElement) -> bool:
        """Whether a picture or its caption belongs to the story: no portrait, icon or logo."""
        return self.holds(picture) and not any(
            is_named(part, _SITE_PARTS) for part in self._between(picture)
        )

    def holds(self, element: html.HtmlElement) -> bool:
        """Whether ``element`` belongs to the story and not to another one."""
        has_article = any(part.tag == "article" for part in self.around)
        return not any(
            part.tag in _ELSEWHERE_TAGS
            or is_named(part, _OTHER_STORIES)
            or (has_article and part.tag == "article")  # another than the headline's
            for part in self._between(element)
        )

    def _between(self, element: html.HtmlElement) -> Iterator[html.HtmlElement]:
        """``element`` and what holds it, up to what holds the headline too."""
        for part in (element, *element.iterancestors()):
            if part.tag in _WHOLE or part in self.around:
                return
            yield part

    def part(self) -> html.HtmlElement | None:
        """The smallest part of the page with headline and text, None where there is none."""
        if self.headline is None:
            return None
        for part in self.headline.iterancestors():
            long_ones = (len(words_of(p)) >= SHORTEST_PARAGRAPH for p in part.iter("p"))
            if sum(long_ones) >= FEWEST_PARAGRAPHS:
                return part
        return None


def find_story(tree: html.HtmlElement, address: str, headline: html.HtmlElement | None) -> Story:
    """The story of a page whose headline is ``headline``."""
    around = frozenset(headline.iterancestors()) if headline is not None else frozenset()
    return Story(tree, address, headline, around)


def is_named(element: html.HtmlElement, names: re.Pattern[str]) -> bool:
    """Whether an element's class or property is one of ``names``."""
    return bool(names.search(f"{element.get('class', '')} {element.get('itemprop', '')}"))
