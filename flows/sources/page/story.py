"""Where on a page the story stands, and which parts belong to other stories or to the site."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field

from lxml import html

from flows.sources.page.markup import words_of

# Class names of parts that hold other stories or the site's own things.
_ELSEWHERE_NAMES = re.compile(
    r"related|recirc|recommend|promo|teaser|newsletter|sidebar|most-?read|popular|trending|footer|"
    r"\bnav|menu|logo|avatar|byline|social|share|comment|advert|sponsor|outbrain|taboola|breaking",
    re.IGNORECASE,
)
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

    def holds(self, element: html.HtmlElement) -> bool:
        """Whether ``element`` belongs to the story."""
        for part in (element, *element.iterancestors()):
            if part.tag in _WHOLE or part in self.around:
                return True
            if part.tag in _ELSEWHERE_TAGS or is_named(part, _ELSEWHERE_NAMES):
                return False
            if part.tag == "article" and any(other.tag == "article" for other in self.around):
                return False  # another article than the headline's
        return True

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
