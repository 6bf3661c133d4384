"""An article from named fields, as JSON and front matter give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from checkers.errors import ArticleUnreadable
from checkers.model import Article, Image, Origin, Stamp
from flows.sources.printed.date_lines import read_printed
from flows.sources.stamps import read_stamp

# Text that no store, screen or encoder takes: halves of surrogate pairs and NUL.
UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
# What an HTTP status may be (RFC 9110, section 15).
STATUS = range(100, 600)

IMAGE_FIELDS = ("url", "caption", "alt", "credit", "taken", "role", "data")
# Where pages put the time of their last change; the first that is there counts.
MODIFIED_KEYS = ("dateModified", "article:modified_time", "og:updated_time")


def article_from_fields(
    fields: Mapping[str, object], origin: Origin, *, url: str = "", text: str | None = None
) -> Article:
    """The article that ``fields`` describe (contract: one JSON article).

    A date that no one can read is unknown; everything else must have its type. Fields that the
    contract does not name are left out.

    Args:
        fields: Field names and values, as read.
        origin: Where its dates come from.
        url: Address to go by where ``fields`` give none.
        text: The text, where it stands outside ``fields``.

    Raises:
        ArticleUnreadable: a field that is needed is missing, or one has the wrong type.
    """
    if text is None:
        if fields.get("text") is None:
            raise ArticleUnreadable("there is no text")
        text = _string(fields, "text")
    url = _string(fields, "url").strip() or url
    if not url:
        raise ArticleUnreadable("there is no url")
    if re.search(r"\s", url):
        raise ArticleUnreadable("url holds white space")
    metadata = _metadata(fields.get("metadata"))
    return Article(
        url=url,
        text=writable(text),
        title=_string(fields, "title"),
        published=read_date(_string(fields, "published"), origin),
        modified=read_modified(metadata, origin),
        fetched=_fetched(_string(fields, "fetched")),
        publisher=_string(fields, "publisher"),
        author=_author(fields.get("author")),
        language=_string(fields, "language").strip(),
        section=_string(fields, "section"),
        guid=_string(fields, "guid").strip(),
        images=_images(fields.get("images")),
        metadata=metadata,
        status=_status(fields.get("status")),
    )


def writable(text: str) -> str:
    """``text`` with what cannot be written replaced, one character for one."""
    return UNWRITABLE.sub("\ufffd", text)


def read_date(written: str, origin: Origin) -> Stamp | None:
    """A date as a machine or a person wrote it, None where it cannot be told."""
    return read_stamp(written, origin) or read_printed(written, origin)


def read_modified(metadata: Mapping[str, str], origin: Origin) -> Stamp | None:
    """When the page says that it was last changed, None where it does not."""
    stamps = (read_date(metadata[key], origin) for key in MODIFIED_KEYS if key in metadata)
    return next((stamp for stamp in stamps if stamp), None)


def _string(fields: Mapping[str, object], name: str) -> str:
    """A field that is text; "" where it is missing or null."""
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ArticleUnreadable(f"{name} is {_kind(value)}, not text")
    return writable(value)


def _author(value: object) -> str:
    """Who wrote it: a name, or several as a list of names."""
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return writable(", ".join(value))
    return _string({"author": value}, "author")


def _fetched(written: str) -> datetime | None:
    """The moment of fetching; without a zone it is in UTC, as our own records are."""
    if not written:
        return None
    stamp = read_stamp(written, Origin.GIVEN)
    if stamp is None:
        raise ArticleUnreadable(f"fetched is no time: {written[:40]!r}")
    return stamp.at if stamp.zone_known else stamp.at.replace(tzinfo=UTC)


def _images(value: object) -> tuple[Image, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise ArticleUnreadable(f"images is {_kind(value)}, not a list")
    return tuple(_image(number, entry) for number, entry in enumerate(value, start=1))


def _image(number: int, entry: object) -> Image:
    if not isinstance(entry, Mapping):
        raise ArticleUnreadable(f"image {number} is {_kind(entry)}, not an object")
    for name in IMAGE_FIELDS:
        value = entry.get(name)
        if value is not None and not isinstance(value, str):
            raise ArticleUnreadable(f"{name} of image {number} is {_kind(value)}, not text")
    return Image(**{name: writable(entry.get(name) or "") for name in IMAGE_FIELDS})


def _metadata(value: object) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise ArticleUnreadable(f"metadata is {_kind(value)}, not an object")
    kept: dict[str, str] = {}
    for key, entry in value.items():
        if isinstance(entry, Mapping | list):
            raise ArticleUnreadable(f"metadata {str(key)[:40]!r} is {_kind(entry)}, not text")
        if entry is not None:
            kept[writable(str(key))] = writable(entry if isinstance(entry, str) else str(entry))
    return kept


def _status(value: object) -> int:
    if value is None:
        return 200
    if isinstance(value, str) and re.fullmatch(r"\d{3}", value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or value not in STATUS:
        raise ArticleUnreadable("status is no HTTP status")
    return value


def _kind(value: object) -> str:
    """What a value is, in the words of JSON."""
    kinds = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list"}
    return kinds.get(type(value), "an object")
