"""What a person means who names a source by an address: a feed, a site, or files."""

from __future__ import annotations

from urllib.parse import urlsplit

from flows.cli.options import settings_with
from flows.cli.output import say


def kind_of(address: str) -> str:
    """What an address names: ``files`` that are there, a ``site`` by its bare address, a feed."""
    if "://" not in address:
        # A name of the list wins over a file of that name beside us; a path has a separator.
        return "files" if any(mark in address for mark in "/\\") else "feed"
    parts = urlsplit(address)
    if parts.scheme == "file":
        return "files"
    return "site" if parts.path in ("", "/") and not parts.query else "feed"


def found_at(site: str, database: str | None) -> str:
    """The address of the feed that is taken for a site; says what else was found.

    Raises:
        SourceUnavailable: the site does not answer.
        WrongUse: it has no feed and no sitemap.
    """
    from checkers.errors import WrongUse
    from flows.sources.client import open_client
    from flows.sources.discovery import find_feeds

    with open_client(settings_with(database)) as client:
        found = find_feeds(site, client)
    if not found:
        raise WrongUse(
            f"{site}: no feed and no sitemap was found there; give the address of one, or add the"
            " page itself with --kind page"
        )
    for number, one in enumerate(found):
        entries = f"{one.entries} {'entry' if one.entries == 1 else 'entries'}"
        which = "also there:" if number else "took"
        say(f"{which} {one.url} ({one.kind}, {entries}; {one.where})")
    return found[0].url
