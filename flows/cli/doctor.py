"""``recount doctor``: what is set up, what is missing, and the command that mends it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from checkers.errors import RecountError
from flows.cli.doctor_web import manners, sources_check
from flows.cli.exits import Exit
from flows.cli.options import SET_UP, AsJson, Database, examples, settings_with
from flows.cli.output import print_json, show

if TYPE_CHECKING:
    from flows.console.doctor import Check
    from flows.settings import Settings

PYTHONS = ((3, 11), (3, 13))  # oldest and newest that the packages we rest on have been made for


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command(rich_help_panel=SET_UP, epilog=examples("recount doctor"))(doctor)


def doctor(database: Database = None, as_json: AsJson = False) -> int:
    """Say what is set up, what is missing, and the command that mends it. Changes nothing."""
    from flows.console.doctor import State, checks_table

    checks = list(_checks(database))
    if as_json:
        print_json(
            {
                "type": "check",
                "name": check.name,
                "state": check.state.value,
                "says": check.says,
                "mend": check.mend or None,
            }
            for check in checks
        )
    else:
        show(checks_table(checks))
    broken = any(check.state is State.BROKEN for check in checks)
    return Exit.UNUSABLE if broken else Exit.DONE


def _checks(database: str | None) -> Iterator[Check]:
    from flows.console.doctor import Check, State

    yield _python()
    try:
        settings = settings_with(database)
    except RecountError as error:
        yield Check("settings", State.BROKEN, str(error))
        return
    store = _store(settings)
    yield store
    if store.state is State.GOOD:
        yield sources_check(settings)
    yield _contact(settings)
    yield from manners(settings)
    yield _places()
    yield _rules()
    yield _prefect()


def _python() -> Check:
    from flows.console.doctor import Check, State

    running = sys.version_info[:2]
    says = f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"
    if PYTHONS[0] <= running <= PYTHONS[1]:
        return Check("Python", State.GOOD, says)
    return Check(
        "Python", State.BROKEN, f"{says} is not supported", "make clean setup with Python 3.11"
    )


def _store(settings: Settings) -> Check:
    from flows.console.doctor import Check, State
    from storage.database import status

    upgrade = "recount database upgrade"
    try:
        found = status(settings.database_url)
    except RecountError as error:
        return Check(
            "store", State.BROKEN, str(error), "set RECOUNT_DATABASE_URL, or give --database"
        )
    if found.current is None:
        return Check("store", State.MISSING, f"{found.url} is not there yet", upgrade)
    if found.current != found.head:
        says = f"{found.url} is at schema {found.current}, not {found.head}"
        return Check("store", State.MISSING, says, upgrade)
    articles = found.tables.get("article", 0)
    return Check("store", State.GOOD, f"{found.url}, up to date, {articles:,} articles")


def _contact(settings: Settings) -> Check:
    from flows.console.doctor import Check, State

    if settings.contact:
        return Check("contact", State.GOOD, f"{settings.contact} is named to the sites we read")
    says = "sites we read are not told whom to write to"
    return Check("contact", State.MISSING, says, "export RECOUNT_CONTACT=desk@outlet.example")


def _places() -> Check:
    from importlib.resources import files

    from flows.console.doctor import Check, State

    try:
        lines = files("seeds").joinpath("gazetteer", "index.txt").read_bytes().count(b"\n")
    except OSError:
        says, mend = "the list of places is not there", "python -m seeds.gazetteer.build"
        return Check("gazetteer", State.BROKEN, says, mend)
    return Check("gazetteer", State.GOOD, f"{lines:,} names of places")


def _rules() -> Check:
    from checkers.registry import all_checkers
    from checkers.rules import BUILT_IN
    from flows.console.doctor import Check, State

    try:
        found = len(all_checkers())
    except RecountError as error:
        return Check("rules", State.BROKEN, str(error), "remove one of the two packages")
    added = found - len(BUILT_IN)
    return Check("rules", State.GOOD, f"{len(BUILT_IN)} built in, {added} of other packages")


def _prefect() -> Check:
    from flows.console.doctor import Check, State

    address = _prefect_address()
    if address:
        return Check("Prefect", State.GOOD, f"runs are reported to {address}")
    says = "no server configured; recount serve keeps the schedule with one of its own"
    return Check("Prefect", State.OPTIONAL, says)


def _prefect_address() -> str:
    """The server that the environment or Prefect's active profile names, or "".

    Read from Prefect's own file: asking Prefect would cost a second.
    """
    import tomllib

    if address := os.environ.get("PREFECT_API_URL"):
        return address
    home = Path(os.environ.get("PREFECT_HOME") or "~/.prefect").expanduser()
    try:
        profiles = tomllib.loads((home / "profiles.toml").read_text(encoding="utf-8"))
        active = os.environ.get("PREFECT_PROFILE") or profiles["active"]
        return str(profiles["profiles"][active]["PREFECT_API_URL"])
    except (OSError, KeyError, TypeError, ValueError):
        return ""
