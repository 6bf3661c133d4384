"""What a page shows, in the order of the page: its pictures, figures, captions and first text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from flows.sources.page.figure_words import CAPTION_BOXES, CAPTION_NAMES, captions_in, is_caption
from flows.sources.page.microdata import is_picture_object
from flows.sources.page.showing import is_showing
from flows.sources.page.story import Story, is_paragraph

_SHOWING = frozenset({"img", "amp-img", "video"})
# Most elements of a page are no part that is looked for. These are told by their tags, and the
# others found by their attributes; from the attribute up, which is the parser's shortest way.
_TAGS = frozenset({"figure", "p", "h1", "h2", "h3", "figcaption"}) | _SHOWING
_MARKED = etree.XPath(
    "descendant::*/@role[. = 'img']/.. | descendant::*/@itemtype/.. | descendant::*/@typeof/.."
)


@dataclass(slots=True)
class Layout:
    """The parts of a page that its pictures are read from.

    Attributes:
        places: Where on the page each of these parts stands, counted from its top.
        figures: The outermost figures.
        pictures: What shows a picture, outside of figures too.
        captions: Captions outside of figures, by their names; the innermost of each.
        objects: Boxes that describe a picture in the vocabulary of schema.org.
        headline: Where the headline stands; negative where there is none.
        text: Where the first paragraph of the story stands; the end where there is none.
    """

    places: dict[html.HtmlElement, int] = field(default_factory=dict)
    figures: list[html.HtmlElement] = field(default_factory=list)
    pictures: list[html.HtmlElement] = field(default_factory=list)
    captions: list[html.HtmlElement] = field(default_factory=list)
    objects: list[html.HtmlElement] = field(default_factory=list)
    headline: int = -1
    text: int = 1 << 30


def read_layout(story: Story) -> Layout:
    """The parts of the page that show or describe pictures of the story, in the page's order."""
    found = Layout()
    for place, element in enumerate(_parts(story)):
        if element is story.headline:
            found.headline = place
        elif element.tag == "figure":
            if next(element.iterancestors("figure"), None) is None and story.shows(element):
                found.places[element] = place
                found.figures.append(element)
        elif element.tag in _SHOWING or element.get("role") == "img":
            if is_showing(element):
                found.places[element] = place
                found.pictures.append(element)
        elif is_caption(element):
            _add_caption(found, element, place, story)
        if is_picture_object(element) and story.shows(element):
            found.places[element] = place
            found.objects.append(element)
        if element.tag == "p" and found.text > place and _is_text(found, element, story):
            found.text = place
    return found


def _parts(story: Story) -> Iterator[html.HtmlElement]:
    """Everything that may be one of the parts, in the order of the page."""
    body = story.tree.find("body")
    if body is None:
        return
    others = {*_MARKED(body), *story.named.elements(body, CAPTION_NAMES, CAPTION_BOXES)}
    for element in body.iter(*_TAGS, *{other.tag for other in others}):
        if element.tag in _TAGS or element in others:
            yield element


def _add_caption(found: Layout, element: html.HtmlElement, place: int, story: Story) -> None:
    if _in_figure(element) or not story.shows(element):
        return
    if captions_in(element):
        return
    found.places[element] = place
    found.captions.append(element)


def _is_text(found: Layout, element: html.HtmlElement, story: Story) -> bool:
    """Whether a paragraph below the headline is of the story's text and no caption."""
    if story.headline is not None and found.headline < 0:
        return False
    if not is_paragraph(element) or is_caption(element) or _in_figure(element):
        return False
    return story.holds(element)


def _in_figure(element: html.HtmlElement) -> bool:
    return next(element.iterancestors("figure"), None) is not None
