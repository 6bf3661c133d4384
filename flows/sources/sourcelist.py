"""Lists of sources: TOML as in ``seeds/sources.toml``, and OPML as feed readers write it."""

from __future__ import annotations

import re
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
from flows.sources.files import path_of
from flows.sources.xml_names import safe_parser
from storage.stored import Source

# The longest public lists have some thousands of feeds in under a megabyte.
LARGEST_LIST = 10_000_000
# Name space of what OPML itself has no word for.
OURS = "urn:recount:opml"
FIELDS = {
    "name": str, "url": str, "publisher": str, "kind": str, "language": str, "region": str,
    "enabled": bool, "section": str, "every_minutes": int,
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
    try:
        root = etree.fromstring(data, safe_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ConfigurationError(f"it is neither TOML nor OPML: {_first_line(error)}") from error
    if etree.QName(root).localname.lower() != "opml":
        raise ConfigurationError("it is XML, but no OPML")
    found: dict[str, Source] = {}
    for outline in root.iter("outline"):
        if (source := _listed(outline)) is not None:
            found.setdefault(source.url, source)
    return list(_with_own_names(found.values()))


def write_opml(sources: Iterable[Source]) -> bytes:
    """An OPML list of ``sources``, as feed readers take it, those of one section in one folder.

    Files of this machine are left out.

    What OPML has no word for stands in attributes of a name space of our own.
    """
    root = etree.Element("opml", version="2.0", nsmap={"recount": OURS})
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = "Sources of Recount"
    body = etree.SubElement(root, "body")
    folders = {"": body}
    for source in sources:
        if source.kind == "files":
            continue
        if source.section not in folders:
            folder = etree.SubElement(body, "outline", text=source.section, title=source.section)
            folders[source.section] = folder
        name = source.name
        kind = "rss" if source.kind == "feed" else source.kind
        outline = etree.SubElement(
            folders[source.section], "outline", type=kind, text=name, title=name, xmlUrl=source.url
        )
        outline.set(f"{{{OURS}}}publisher", source.publisher)
        outline.set(f"{{{OURS}}}every_minutes", str(source.every_minutes))
        outline.set(f"{{{OURS}}}enabled", "true" if source.enabled else "false")
        outline.set("language", source.language)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written


def _listed(outline: etree._Element) -> Source | None:
    """The source of an outline; None for a folder of the list."""
    url = (outline.get("xmlUrl") or outline.get("xmlurl") or "").strip()
    if not url:
        return None
    # A list from somebody else may name addresses of the web, and no files of this machine.
    kind = outline.get("type", "")
    kind = kind if kind in ("page", "sitemap") else "feed"
    address, host = checked_address(url, kind)
    name = (outline.get("title") or outline.get("text") or "").strip() or host
    publisher = outline.get(f"{{{OURS}}}publisher")
    every = outline.get(f"{{{OURS}}}every_minutes", "")
    return Source(
        name=name,
        url=address,
        publisher=name if publisher is None else publisher,
        kind=kind,
        language=(outline.get("language") or "en").strip(),
        enabled=outline.get(f"{{{OURS}}}enabled") != "false",
        section=_folder(outline),
        every_minutes=int(every) if re.fullmatch(r"[1-9]\d{0,5}", every) else 60,
    )


def _folder(outline: etree._Element) -> str:
    """The names of the folders that an outline stands in, the outermost first."""
    around = [
        (folder.get("title") or folder.get("text") or "").strip()
        for folder in outline.iterancestors("outline")
    ]
    return " / ".join(filter(None, reversed(around)))


def checked_address(url: str, kind: str = "feed") -> tuple[str, str]:
    """An address that can be read, as it is kept, and a name for it: its host, or the file's name.

    Raises:
        WrongUse: it is not an address of the web; for ``files``, no path of this machine.
    """
    address = url.strip()
    if kind == "files":
        path = path_of(address) if address.startswith("file:") else Path(address).absolute()
        if not path.is_absolute():
            raise WrongUse(f"{address[:80]!r} names no file or folder; write its whole path")
        return path.as_uri(), path.name
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
    kind = table.get("kind", "feed")
    if kind not in FETCHERS:
        raise ConfigurationError(f"{which}: kind must be one of {', '.join(FETCHERS)}")
    address, host = checked_address(table["url"], kind)
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
