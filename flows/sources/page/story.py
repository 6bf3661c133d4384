"""Where on a page the story stands, and which parts belong to other stories or to the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from lxml import html

from flows.sources.page.markup import words_of
from flows.sources.page.names import Names, PageNames, read_names

# Class names of parts that hold other stories or advertising, and of the site's own things. Source:
# the markup of news sites and of the systems that make them, as seen on saved pages.
OTHER_STORIES = Names(
    r"related|recirc|recommend|promo|teaser|newsletter|sidebar|most-?(?:read|viewed|popular)|popular"
    r"|trending|footer|advert|sponsor|outbrain|taboola|breaking|bookmark|recent-posts|latest-"
    r"|(?:read|see|watch)[-_]?(?:more|next|also)|readnext|more-?(?:on|from)|also-(?:read|live|see|on)"
    r"|\brail\b|\brail_|\bads?\b|\bad[-_]|[-_]ads?\b|links-block|next-?up|up-?next"
)
_SITE_PARTS = Names(
    r"\bnav|menu|logo|avatar|byline|social|\bshare|sharing|comment|headshot|profile|masthead"
    r"|\bauthor[-_]?(?:image|photo|pic|bio|box|info|card|thumb|details|wrap)"
)
# What a picture is by its own name, whatever the system calls its buttons on it.
_SITE_PICTURE = Names(
    r"logo|icon|avatar|byline|headshot|profile|pixel|emoji|author[-_]?(?:image|photo|pic)|enlarge"
)
_ELSEWHERE_TAGS = frozenset({"aside", "footer", "form", "nav"})
_WHOLE = frozenset({"body", "html", "main"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
# A link to a picture of its own page: the picture's file, or the page that shows it alone.
_OF_PICTURE = re.compile(
    r"\.(?:jpe?g|png|webp|gif|avif)\b|attachment|/(?:photos?|galler|images?|media|file:)",
    re.IGNORECASE,
)
# A link around a picture that says more than this is the headline of another story.
LONGEST_LINK_LABEL = 24
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
        named: The names that the page gives to its elements.
    """

    tree: html.HtmlElement
    address: str
    headline: html.HtmlElement | None = None
    around: Set[html.HtmlElement] = field(default_factory=frozenset)
    named: PageNames = field(default_factory=PageNames)
    _elsewhere: dict[html.HtmlElement, bool] = field(default_factory=dict)
    _site: dict[html.HtmlElement, bool] = field(default_factory=dict)

    def shows(self, picture: html.HtmlElement) -> bool:
        """Whether a picture or its caption belongs to the story: no portrait, icon or logo."""
        return self.holds(picture) and not self._around(picture, self._site, _is_of_site)

    def holds(self, element: html.HtmlElement) -> bool:
        """Whether ``element`` belongs to the story and not to another one."""
        return not self._around(element, self._elsewhere, self._is_elsewhere)

    def _around(
        self,
        element: html.HtmlElement,
        known: dict[html.HtmlElement, bool],
        is_meant: Callable[[html.HtmlElement], bool],
    ) -> bool:
        """Whether ``element`` or anything around it is meant; ``known`` keeps what was told.

        From the outside in: a box of other stories is told by its name, and nothing in it has to be
        looked at.
        """
        unknown = []
        within = False
        for part in self._between(element):
            if part in known:
                within = known[part]
                break
            unknown.append(part)
        for part in reversed(unknown):
            within = known[part] = within or is_meant(part)
        return within

    def _is_elsewhere(self, part: html.HtmlElement) -> bool:
        if part.tag in _ELSEWHERE_TAGS or OTHER_STORIES.name(part):
            return True
        if part.tag == "article":
            return self._leads_away(part)
        return part.tag == "a" and self._is_headline_link(part)

    def _leads_away(self, article: html.HtmlElement) -> bool:
        """Whether an article inside the page is another one: its heading is a link to it."""
        for heading in article.iter(*_HEADINGS):
            links = [*heading.iter("a"), *heading.iterancestors("a")]
            if any(self.is_other_page(link.get("href")) for link in links):
                return True
        return False

    def _is_headline_link(self, link: html.HtmlElement) -> bool:
        """Whether a link around a picture leads to another story, whose headline it holds."""
        if next(link.iter(*_HEADINGS), None) is None:
            label = " ".join("".join(link.itertext()).split())
            if len(label) <= LONGEST_LINK_LABEL:
                return False
        return self.is_other_page(link.get("href"))

    def is_other_page(self, href: str | None) -> bool:
        """Whether a link leads to another page of the web than this and its pictures."""
        if not href or href.startswith(("#", "javascript:", "data:")) or _OF_PICTURE.search(href):
            return False
        try:
            target = urlsplit(urljoin(self.address, href.strip()))
        except ValueError:
            return False
        return target.path.rstrip("/") != urlsplit(self.address).path.rstrip("/")

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
            if sum(map(is_paragraph, part.iter("p"))) >= FEWEST_PARAGRAPHS:
                return part
        return None


def _is_of_site(part: html.HtmlElement) -> bool:
    return (_SITE_PICTURE if part.tag == "img" else _SITE_PARTS).name(part)


def is_paragraph(element: html.HtmlElement) -> bool:
    """Whether an element is as long as a paragraph of a story."""
    return len("".join(element.itertext())) >= SHORTEST_PARAGRAPH and (
        len(words_of(element)) >= SHORTEST_PARAGRAPH
    )


def find_story(tree: html.HtmlElement, address: str, headline: html.HtmlElement | None) -> Story:
    """The story of a page whose headline is ``headline``."""
    around = frozenset(headline.iterancestors()) if headline is not None else frozenset()
    return Story(tree, address, headline, around, read_names(tree))
