"""Words of feeds, which give them with or without markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from lxml import etree, html

from flows.sources.fields import writable
from flows.sources.page.markup import one_line, words_of

_BLOCKS = ("blockquote", "h1", "h2", "h3", "h4", "li", "p", "pre", "td")
# "desk@outlet.example (Mara Linde)", as RSS asks for it, and the other way round.
_MAIL = re.compile(r"\S+@\S+\s*\((?P<inside>[^)]+)\)|(?P<before>[^<(]+?)\s*[<(]\S+@\S+[>)]")


def plain(markup: str) -> str:
    """The words of a title, a name or a caption on one line."""
    if not markup.strip():
        return ""
    if "<" not in markup and "&" not in markup:
        return one_line(writable(markup))
    return one_line(words_of(_tree(markup)))


def paragraphs(markup: str) -> Iterator[str]:
    """The paragraphs of a text."""
    tree = _tree(markup) if markup.strip() else None
    if tree is None:
        return
    blocks = [
        block
        for block in tree.iter(*_BLOCKS)
        if not any(True for _ in block.iterdescendants(*_BLOCKS))
    ]
    if blocks:
        yield from filter(None, map(words_of, blocks))
    else:
        yield from filter(None, map(one_line, re.split(r"\n\s*\n", tree.text_content())))


def as_markup(text: str) -> str:
    """A text without markup as HTML: paragraphs stand between blank lines."""
    return "".join(f"<p>{escape(part)}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())


def names(given: Iterator[str] | list[str]) -> str:
    """Several names as one byline, each once."""
    return ", ".join(dict.fromkeys(filter(None, (one_line(writable(name)) for name in given))))


def without_mail(author: str) -> str:
    """The name of an author whose mail address stands beside it, "" where only that is given."""
    found = _MAIL.fullmatch(author)
    if found:
        return found["inside"] or found["before"]
    return "" if re.fullmatch(r"\S+@\S+", author) else author


def _tree(markup: str) -> html.HtmlElement:
    try:
        return html.fragment_fromstring(writable(markup), create_parent="div")
    except (etree.ParserError, ValueError):
        return html.Element("div")
