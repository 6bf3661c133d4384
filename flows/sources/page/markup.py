"""Web pages as trees, and the small questions that all page readers ask of them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from checkers.errors import ArticleUnreadable
from flows.sources.encodings import decode, mended

# An encoding is declared within the first kilobyte (HTML standard); some pages come a little late.
DECLARED_WITHIN = 4096
# Elements that stand inside a line, and within a word at times.
INLINE = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "mark", "q", "s",
        "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
    }
)  # fmt: skip
# Stands for the edge of an inline element until it is known whether words meet there.
JOINT = "\x1f"
# "…in Dorrin.</span><span>Photo: …": one ends and a new one begins, though no space is between.
_GAP = re.compile(rf"(?<=[\w.!?…,;:)\]”’»]){JOINT}+(?=[A-ZÀ-Þ©(\[])")
_JOINT = re.compile(JOINT)
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*(?P<name>[\w.:-]+)""", re.IGNORECASE
)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,100}encoding=["'](?P<name>[\w.:-]+)""")
# Characters that no XML text may hold (XML 1.0, 2.2); the parser lets them in, but not out again.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTROLS = bytes({*range(32)} - set(b"\t\n\r"))
_NO_SIGNS = ("\ufffe".encode(), "\uffff".encode())
_REFERENCE = re.compile(
    r"&#(?:[xX](?P<hex>[0-9a-fA-F]{1,8})|(?P<number>[0-9]{1,8}))(?![0-9a-fA-F]);?"
)
_UNSET = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii"})
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_markup(page: bytes | str, charset: str | None = None) -> str:
    """The markup of a page, in the encoding that fits it.

    Args:
        page: The page as it came.
        charset: Encoding that the server declared, if any.

    Raises:
        ArticleUnreadable: it is no text, or in an unknown encoding.
    """
    if isinstance(page, str):
        return page
    declared = _declared(page)
    # Servers send "iso-8859-1" where nobody told them; what the page says of itself is meant.
    unset = not charset or charset.strip().lower() in _UNSET
    return mended(decode(page, declared or charset if unset else charset))


def read_tree(page: bytes | str, charset: str | None = None) -> html.HtmlElement:
    """The tree of a page, as it came or as ``read_markup`` gave it.

    Raises:
        ArticleUnreadable: it is no text, in an unknown encoding, or holds no markup.
    """
    text = _XML_DECLARATION.sub("", read_markup(page, charset))
    if "&#" in text:
        text = _REFERENCE.sub(_writable, text)
    data = text.encode("utf-8", "replace")
    if _holds_no_xml(data):
        data = _NO_XML.sub("\ufffd", text).encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(data, parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ArticleUnreadable("the page holds no markup") from error
    return tree


def _parser() -> etree.HTMLParser:
    """A parser all of whose elements are of one class.

    ``html.HTMLParser`` asks a Python function for the class of every element that is touched.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    return parser


def words_of(element: html.HtmlElement) -> str:
    """The text of an element on one line: blocks apart, words across inline marks whole."""
    return one_line(_JOINT.sub("", _GAP.sub(" ", "".join(_texts(element)))))


def _texts(element: html.HtmlElement) -> Iterator[str]:
    """The texts of an element, blocks set off by spaces and inline elements by ``JOINT``."""
    edge = JOINT if element.tag in INLINE else " "
    yield edge
    yield element.text or ""
    for part in element:
        if isinstance(part.tag, str):
            yield from _texts(part)
        yield part.tail or ""
    yield edge


def one_line(text: str) -> str:
    """``text`` with every run of white space as one space."""
    return re.sub(r"\s+", " ", text.replace("\u200b", "")).strip()


def web_address(base: str, link: str) -> str:
    """The absolute address of ``link`` on the page ``base``, "" where it is none on the web."""
    try:
        address = urljoin(base, link.strip())
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


def _writable(reference: re.Match[str]) -> str:
    """A reference to a character, or the sign that stands for one that no text may hold."""
    code = int(reference["hex"], 16) if reference["hex"] else int(reference["number"])
    allowed = code <= sys.maxunicode and not _NO_XML.match(chr(code))
    return reference[0] if allowed else "\ufffd"


def _holds_no_xml(data: bytes) -> bool:
    """Whether UTF-8 holds what ``_NO_XML`` finds, told in a tenth of its time."""
    return len(data.translate(None, _CONTROLS)) < len(data) or any(
        sign in data for sign in _NO_SIGNS
    )


def _declared(page: bytes) -> str | None:
    found = _CHARSET.search(page[:DECLARED_WITHIN]) or _XML_ENCODING.search(page[:DECLARED_WITHIN])
    return found["name"].decode("ascii", "replace") if found else None
