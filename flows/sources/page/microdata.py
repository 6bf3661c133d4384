"""What markup says of a picture in the vocabularies of schema.org and IPTC (microdata, RDFa)."""

from __future__ import annotations

from lxml import html

from checkers.model import Image
from flows.sources.page.figure_words import bare_credit
from flows.sources.page.markup import one_line, web_address, words_of

_CAPTIONS = ("caption", "description")
# IPTC's creator and credit line, under the names that schema.org gives them; the line meant to be
# printed comes first.
_CREDITS = ("creditText", "creditLine", "creator", "author", "copyrightHolder", "copyrightNotice")
_TAKEN = ("dateCreated",)
_ADDRESSES = ("contentUrl", "url")


def is_picture_object(element: html.HtmlElement) -> bool:
    """Whether an element says that it describes a picture."""
    kind = element.get("itemtype") or element.get("typeof") or ""
    return kind.endswith(("ImageObject", "Photograph"))


def described(box: html.HtmlElement, page: str) -> Image:
    """What the properties in ``box`` say of its picture."""
    given: dict[str, str] = {}
    for part in box.iterdescendants():
        named = part.get("itemprop") or part.get("property")
        if named:
            for name in named.split():
                given.setdefault(name.rsplit(":", 1)[-1], _value(part))
    return Image(
        url=web_address(page, _first(given, _ADDRESSES)) if _first(given, _ADDRESSES) else "",
        caption=_first(given, _CAPTIONS),
        credit=bare_credit(_first(given, _CREDITS)),
        taken=_first(given, _TAKEN),
    )


def _value(part: html.HtmlElement) -> str:
    """The value of a property: what its attributes give to machines, else its text."""
    for name in ("content", "datetime", "src", "href"):
        if part.get(name):
            return one_line(part.get(name, ""))
    return words_of(part)


def _first(given: dict[str, str], names: tuple[str, ...]) -> str:
    return next((given[name] for name in names if given.get(name)), "")
