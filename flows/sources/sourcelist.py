"""Lists of sources: TOML as in ``seeds/sources.toml``, and OPML as feed readers write it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from checkers.errors import ConfigurationError, RecountError, WrongUse
from flows.sources.client import check_scheme
from flows.sources.feeds import FETCHERS
from storage.stored import Source

# The longest public lists have some thousands of feeds in under a megabyte.
LARGEST_LIST = 10_000_000
FIELDS = {
    "name": str, "url": str, "publisher": str, "kind": str, "language": str, "region": str,
    "enabled": bool, "every_minutes": int,
}  # fmt: skip


def read_list(path: Path) -> list[Source]:
    """The sources of a TOML or OPML file, in its order; TOML ends in ``.toml``.

    Raises:
        ConfigurationError: it cannot be read, or an entry cannot be used; the message says which.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_LIST + 1)
    except OSError as error:
        why = (error.strerror or "it cannot be read").lower()
        raise ConfigurationError(f"{path}: {why}") from error
    if len(data) > LARGEST_LIST:
        raise ConfigurationError(f"{path}: it is larger than {LARGEST_LIST:,} bytes")
    try:
        return _from_toml(data) if path.suffix.lower() == ".toml" else read_opml(data)
    except RecountError as error:
        raise ConfigurationError(f"{path}: {error}") from error


def read_opml(data: bytes) -> list[Source]:
    """The feeds of an OPML list, each address once, switched on; folders are opened.

    Raises:
        ConfigurationError: it is no OPML.
    """
    # Nothing outside the file is read, and no entity is expanded.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ConfigurationError(f"it is neither TOML nor OPML: {_first_line(error)}") from error
    if etree.QName(root).localname.lower() != "opml":
        raise ConfigurationError("it is XML, but no OPML")
    found: dict[str, Source] = {}
    for outline in root.iter("outline"):
        url = (outline.get("xmlUrl") or outline.get("xmlurl") or "").strip()
        if url:
            address, host = checked_address(url)
            name = (outline.get("title") or outline.get("text") or "").strip() or host
            found.setdefault(address, Source(name=name, url=address, publisher=name))
    return list(_with_own_names(found.values()))


def write_opml(sources: Iterable[Source]) -> bytes:
    """An OPML list of ``sources``, as feed readers take it."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = "Sources of Recount"
    body = etree.SubElement(root, "body")
    for source in sources:
        name = source.name
        etree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=source.url)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written


def checked_address(url: str) -> tuple[str, str]:
    """An address that can be fetched, as it is kept, and its host.

    Raises:
        WrongUse: it is not an address of the web.
    """
    address = url.strip()
    try:
        check_scheme(address)
    except RecountError as error:
        raise WrongUse(f"{address[:80]!r} is no address of a source: {error}") from error
    return address, urlsplit(address).hostname or ""


def _from_toml(data: bytes) -> list[Source]:
    try:
        tables = tomllib.loads(data.decode("utf-8")).get("sources", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"it is no TOML: {_first_line(error)}") from error
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigurationError("it must hold [[sources]] tables")
    sources = [_source(number, table) for number, table in enumerate(tables, start=1)]
    for field in ("name", "url"):
        values = [getattr(source, field) for source in sources]
        if twice := next((value for value in values if values.count(value) > 1), ""):
            raise ConfigurationError(f"the {field} {twice!r} is given twice")
    return sources


def _source(number: int, table: Mapping[str, Any]) -> Source:
    """One table of the list."""
    which = f"source {number} ({table.get('name', 'without a name')})"
    for name, value in table.items():
        if name not in FIELDS:
            raise ConfigurationError(f"{which} has an unknown field {name!r}")
        if type(value) is not FIELDS[name]:
            raise ConfigurationError(f"{which}: {name} must be of type {FIELDS[name].__name__}")
    if not table.get("url"):
        raise ConfigurationError(f"{which} has no url")
    address, host = checked_address(table["url"])
    kind = table.get("kind", "feed")
    if kind not in FETCHERS:
        raise ConfigurationError(f"{which}: kind must be {' or '.join(FETCHERS)}")
    if table.get("every_minutes", 1) < 1:
        raise ConfigurationError(f"{which}: every_minutes must be at least 1")
    given = {name: value for name, value in table.items() if name != "region"}
    return Source(**{"name": host, **given, "url": address})


def _with_own_names(sources: Iterable[Source]) -> Iterator[Source]:
    """The sources; one whose name another has already gets its number behind it."""
    taken: set[str] = set()
    for number, source in enumerate(sources, start=1):
        name = source.name if source.name not in taken else f"{source.name} ({number})"
        taken.add(name)
        yield replace(source, name=name)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or ["it cannot be read"])[0]
