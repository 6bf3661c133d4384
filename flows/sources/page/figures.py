"""The pictures that a page shows, each with the caption and the credit that are its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import html

from checkers.model import Image
from flows.sources.page.figure_words import (
    CREDIT_NAMES,
    bare_credit,
    caption_and_credit,
    captions_in,
    is_caption,
    labelled_credit,
)
from flows.sources.page.layout import Layout
from flows.sources.page.markup import words_of
from flows.sources.page.microdata import described
from flows.sources.page.nearby import caption_near, nearest_pictures
from flows.sources.page.showing import pictures_in, said_in_attributes, shown, without_fallbacks
from flows.sources.page.story import OTHER_STORIES, Story

# A picture without a caption is told from decoration by a description of some words.
FEWEST_ALT_WORDS = 3
# Around a picture outside of figures so many boxes may carry its words in their attributes.
ATTRIBUTE_BOXES = 2
_ADVERTISING = frozenset({"advertisement", "advertising", "sponsored", "anzeige", "ad"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture and where on its page it stands, counted from the top."""

    place: int
    image: Image


def read_figures(story: Story, layout: Layout) -> list[Placed]:
    """The pictures of the story in the order of its page."""
    used: set[html.HtmlElement] = set()
    found: list[Placed] = []
    for figure in layout.figures:
        found += _placed(layout, figure, _of_figure(figure, story, used))
    for box in layout.objects:
        found += _placed(layout, box, _of_object(box, story, used))
    for caption in layout.captions:
        found += _placed(layout, caption, _of_caption(caption, story, used))
    part = story.part()
    within = set(part.iter("img", "amp-img", "div", "span", "a")) if part is not None else set()
    for element in layout.pictures:
        if element not in used and _in_no_figure(element) and story.shows(element):
            found += _placed(layout, element, _alone(element, story, in_story=element in within))
    return sorted(found, key=lambda placed: placed.place)


def _placed(layout: Layout, element: html.HtmlElement, images: Iterator[Image]) -> list[Placed]:
    return [Placed(layout.places[element], image) for image in images]


def _of_figure(
    figure: html.HtmlElement, story: Story, used: set[html.HtmlElement]
) -> Iterator[Image]:
    """The pictures of a figure; where it holds figures, what they lack comes from the whole."""
    parts = list(figure.iterdescendants("figure")) or [figure]
    whole = _words_of_figure(figure, own_only=len(parts) > 1)
    for part in parts:
        if any(
            story.is_other_page(a.get("href")) and OTHER_STORIES.name(a) for a in part.iter("a")
        ):
            continue
        showing = pictures_in(part)
        used.update(showing)
        showing = without_fallbacks(showing, story.address)
        captions = captions_in(part)
        if len(captions) > 1 and len(showing) > 1 and part is figure:
            yield from _paired(captions, showing, story.address)
            continue
        said = _words_of_figure(part)
        said = replace(
            said, caption=said.caption or whole.caption, credit=said.credit or whole.credit
        )
        if said.caption.lower() in _ADVERTISING:
            continue
        for element in showing:
            yield _with(shown(element, story.address), said)
        if not showing and said.caption:
            yield said


def _words_of_figure(figure: html.HtmlElement, own_only: bool = False) -> Image:
    """Caption, credit and date of a figure; with ``own_only`` not those of figures inside it."""
    inside = [
        part
        for part in figure.iterdescendants()
        if isinstance(part.tag, str) and (not own_only or _nearest_figure(part) is figure)
    ]
    holder = next((p for p in inside if p.tag == "figcaption" and is_caption(p)), None)
    if holder is None:
        holder = next(filter(is_caption, inside), None)
    if holder is None and not own_only:
        holder = _behind(figure)
    caption, credit = ("", "") if holder is None else caption_and_credit(holder)
    if not credit:
        marked = (_credit(part) for part in inside if CREDIT_NAMES.name(part))
        credit = next(filter(None, marked), "") or ("" if own_only else labelled_credit(figure))
    said = said_in_attributes([figure, *inside])
    data = described(figure, "")
    return Image(
        caption=caption or said.caption or data.caption,
        credit=credit or bare_credit(said.credit) or data.credit,
        taken=data.taken or said.taken,
    )


def _of_object(box: html.HtmlElement, story: Story, used: set[html.HtmlElement]) -> Iterator[Image]:
    """The picture that a box describes by the properties of its parts."""
    showing = [element for element in pictures_in(box) if element not in used]
    if not showing:
        return
    used.update(showing)
    data = described(box, story.address)
    for element in without_fallbacks(showing, story.address):
        yield _with(shown(element, story.address), data)


def _of_caption(
    caption: html.HtmlElement, story: Story, used: set[html.HtmlElement]
) -> Iterator[Image]:
    """The pictures whose caption stands in an element that only its name marks."""
    said, credit = caption_and_credit(caption)
    credit = credit or _credit_beside(caption)
    if not (said or credit) or said.lower() in _ADVERTISING:
        return
    for element in nearest_pictures(caption, used, story.address):
        used.add(element)
        given = said_in_attributes([element, *list(element.iterancestors())[:ATTRIBUTE_BOXES]])
        taken = replace(given, caption=said, credit=credit or bare_credit(given.credit))
        yield _with(shown(element, story.address), taken)


def _alone(element: html.HtmlElement, story: Story, *, in_story: bool) -> Iterator[Image]:
    """A picture outside of figures: with words nearby or in attributes, or with a description."""
    picture = shown(element, story.address)
    if not picture.url:
        return
    holders = [element]
    for box in list(element.iterancestors())[:ATTRIBUTE_BOXES]:
        if len(pictures_in(box)) > 1:
            break
        holders.append(box)
    given = said_in_attributes(holders)
    caption, credit = caption_near(element, story.tree)
    if not caption and in_story:
        caption = given.caption
    if caption or credit or given.credit:
        said = replace(
            given, caption=caption or given.caption, credit=credit or bare_credit(given.credit)
        )
        yield _with(picture, said)
    elif in_story and len(picture.alt.split()) >= FEWEST_ALT_WORDS:
        yield picture


def _paired(
    captions: list[html.HtmlElement], showing: list[html.HtmlElement], address: str
) -> Iterator[Image]:
    """The pictures of a gallery without figures of its own, each with the caption beside it."""
    said = [caption_and_credit(caption) for caption in captions]
    if len(captions) == len(showing):
        for element, (caption, credit) in zip(showing, said, strict=True):
            yield _with(shown(element, address), Image(caption=caption, credit=credit))
        return
    taken: set[html.HtmlElement] = set()
    for holder, (caption, credit) in zip(captions, said, strict=True):
        for element in nearest_pictures(holder, taken, address):
            taken.add(element)
            yield _with(shown(element, address), Image(caption=caption, credit=credit))
    for element in showing:
        if element not in taken:
            yield shown(element, address)


def _with(picture: Image, said: Image) -> Image:
    return replace(picture, caption=said.caption, credit=said.credit, taken=said.taken)


def _behind(figure: html.HtmlElement) -> html.HtmlElement | None:
    """The caption that stands behind a figure which holds none."""
    after = figure.getnext()
    return after if after is not None and is_caption(after) else None


def _credit(mark: html.HtmlElement) -> str:
    return caption_and_credit(mark)[1] or bare_credit(words_of(mark))


def _credit_beside(caption: html.HtmlElement) -> str:
    """The credit in an element of its own next to a caption, or ""."""
    box = caption.getparent()
    marks = [part for part in box if CREDIT_NAMES.name(part)] if box is not None else []
    return _credit(marks[0]) if marks else ""


def _in_no_figure(element: html.HtmlElement) -> bool:
    return _nearest_figure(element) is None


def _nearest_figure(element: html.HtmlElement) -> html.HtmlElement | None:
    return next(element.iterancestors("figure"), None)
