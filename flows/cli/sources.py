"""``recount sources``: what the nightly run reads, listed, added, switched and tried out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flows.cli.exits import Exit, exit_code
from flows.cli.finding import found_at, kind_of
from flows.cli.options import SET_UP, AsJson, Database, alone, examples, settings_with
from flows.cli.output import print_json, say_failures, show
from flows.cli.source_lists import export_list, import_list, tell
from flows.cli.stores import store_to_read, store_to_write

if TYPE_CHECKING:
    from checkers.model import Article
    from storage.database import Session
    from storage.stored import Source

app = typer.Typer(
    help="List, add, remove, switch, test, import and export what the nightly run reads.",
    rich_markup_mode="rich",
    epilog=examples(
        "recount sources   (lists them)",
        "recount sources test https://outlet.example/rss",
        "recount sources add https://outlet.example   (finds its feed)",
        'recount sources add https://outlet.example/rss --publisher "The Outlet"',
        "recount sources add /srv/inbox   (a folder of pages, articles, archives)",
        "recount sources import seeds/sources.toml",
        'recount sources enable "BBC News World"',
    ),
)

Names = Annotated[list[str], typer.Argument(metavar="NAME", help="Names of sources, as listed.")]


def add_to(parent: typer.Typer) -> None:
    """Register the group."""
    app.command(
        "import",
        epilog=examples(
            "recount sources import seeds/sources.toml", "recount sources import feeds.opml"
        ),
    )(import_list)
    app.command(
        "export",
        epilog=examples("recount sources export > feeds.opml", "recount sources export feeds.opml"),
    )(export_list)
    parent.add_typer(app, name="sources", rich_help_panel=SET_UP)


@app.callback(invoke_without_command=True)
def sources(context: typer.Context, database: Database = None, as_json: AsJson = False) -> int:
    """List, add, remove, switch, test, import and export what the nightly run reads."""
    if alone(context, database, as_json):
        return list_them(database=database, as_json=as_json)
    return Exit.DONE


@app.command("list", epilog=examples("recount sources list --json"))
def list_them(database: Database = None, as_json: AsJson = False) -> int:
    """List the sources, and how each last went."""
    from storage.sources import list_sources
    from storage.standing import standings

    with store_to_read(database) as session:
        found = standings(session, list_sources(session))
    return tell(found, as_json=as_json)


@app.command(
    epilog=examples(
        "recount sources add https://outlet.example",
        "recount sources add https://outlet.example/rss --name Outlet",
        "recount sources add https://outlet.example/news-sitemap.xml",
        "recount sources add /srv/inbox",
    )
)
def add(
    url: Annotated[
        str,
        typer.Argument(
            metavar="ADDRESS",
            help="A feed, a sitemap, a site whose feed is to be found, a file or a folder.",
        ),
    ],
    *,
    name: Annotated[str, typer.Option(help="What to call it. Default: its host.")] = "",
    publisher: Annotated[str, typer.Option(help="The outlet that findings name.")] = "",
    kind: Annotated[
        str,
        typer.Option(
            metavar="KIND",
            help="feed, page, sitemap or files. Default: told from the address.",
            show_default=False,
        ),
    ] = "",
    section: Annotated[
        str, typer.Option(help="Part of the outlet, for articles that do not say theirs.")
    ] = "",
    language: Annotated[str, typer.Option(help="Language of its articles.")] = "en",
    every: Annotated[
        int, typer.Option(min=1, metavar="MINUTES", help="Least time between two visits.")
    ] = 60,
    database: Database = None,
    as_json: AsJson = False,
) -> int:
    """Add a source and switch it on; of a site's bare address, the feed that is found there."""
    from checkers.errors import WrongUse
    from flows.sources.feeds import FETCHERS
    from flows.sources.files import path_of
    from flows.sources.sourcelist import checked_address
    from storage.sources import add_source
    from storage.standing import standings
    from storage.stored import Source

    if kind and kind not in FETCHERS:
        raise WrongUse(f"--kind is one of {', '.join(FETCHERS)}, not {kind!r}")
    kind = kind or kind_of(url)
    address, host = checked_address(url, kind)
    if kind == "files" and not path_of(address).exists():
        raise WrongUse(f"there is no file or folder {path_of(address)}")
    if kind == "site":
        address, kind = found_at(address, database), "feed"
    source = Source(
        name=name or host,
        url=address,
        publisher=publisher,
        kind=kind,
        language=language,
        every_minutes=every,
        section=section,
    )
    with store_to_write(database) as session:
        added = standings(session, [add_source(session, source, datetime.now(UTC))])
    return tell(added, as_json=as_json)


@app.command(epilog=examples('recount sources remove "BBC News World"'))
def remove(names: Names, database: Database = None, as_json: AsJson = False) -> int:
    """Take sources off the list; what was read from them stays."""
    from storage.sources import remove_source

    return _each(names, remove_source, database, as_json=as_json)


@app.command(epilog=examples('recount sources enable "BBC News World"'))
def enable(names: Names, database: Database = None, as_json: AsJson = False) -> int:
    """Switch sources on; one that failed or was given up is visited at the next occasion."""
    return _switch(names, database, on=True, as_json=as_json)


@app.command(epilog=examples('recount sources disable "BBC News World"'))
def disable(names: Names, database: Database = None, as_json: AsJson = False) -> int:
    """Switch sources off; they stay on the list."""
    return _switch(names, database, on=False, as_json=as_json)


@app.command(
    "test",
    epilog=examples(
        "recount sources test https://outlet.example/rss", "recount sources test Outlet"
    ),
)
def try_out(
    source: Annotated[
        str, typer.Argument(metavar="NAME|URL", help="A source of the list, or any address.")
    ],
    database: Database = None,
    as_json: AsJson = False,
) -> int:
    """Fetch a source and say what it gives. Stores nothing."""
    from dataclasses import replace

    from checkers.errors import ArticleUnreadable, SourceUnavailable
    from flows.console.sources import Tried, tested
    from flows.sources.client import open_client
    from flows.sources.failure import Failure
    from flows.sources.feeds import fetch_source

    failures: list[tuple[str, str]] = []
    tried = Tried()
    with open_client(settings_with(database)) as client:
        # All that it holds now, whenever it was visited last.
        named = replace(_named(source, database), last_ok=None)
        try:
            for item in fetch_source(named, client, datetime.now(UTC)):
                if isinstance(item, Failure):
                    failures.append((item.what, item.why))
                    continue
                tried.took(item)
                if as_json:
                    print_json(_articles([item]))
        except (SourceUnavailable, ArticleUnreadable) as error:
            failures.append((source, str(error)))
    if tried.articles and not as_json:
        show(tested(tried))
    say_failures(failures)
    return exit_code(findings=(), fail_on=None, done=tried.articles, failures=failures)


def _named(source: str, database: str | None) -> Source:
    """The source of that name, or one made up around an address."""
    from storage.sources import load_source
    from storage.stored import Source

    kind = kind_of(source)
    if kind == "files":
        from flows.sources.sourcelist import checked_address

        return Source(name=source, url=checked_address(source, kind)[0], kind=kind)
    if kind == "site":
        return Source(name=source, url=found_at(source, database))
    if "://" in source:
        return Source(name=source, url=source)
    with store_to_read(database) as session:
        return load_source(session, source)


def _switch(names: list[str], database: str | None, *, on: bool, as_json: bool) -> int:
    from storage.sources import set_enabled
    from storage.visits import try_again

    def switch(session: Session, name: str) -> Source:
        source = set_enabled(session, name, on)
        if on:
            try_again(session, source.url)
        return source

    return _each(names, switch, database, as_json=as_json)


def _each(
    names: list[str],
    change: Callable[[Session, str], Source],
    database: str | None,
    *,
    as_json: bool,
) -> int:
    """Change each source, all of them or none, and show them as they are now."""
    from storage.standing import standings

    with store_to_write(database) as session:
        changed = standings(session, [change(session, name) for name in names])
    return tell(changed, as_json=as_json)


def _articles(found: Iterable[Article]) -> Iterator[dict[str, Any]]:
    from flows.exports.records import article_record

    return (article_record(one.url, None, "fetched", one.title) for one in found)
