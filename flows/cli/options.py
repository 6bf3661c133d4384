"""Options and arguments that several commands share, and how their values are read."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from checkers.errors import WrongUse
from checkers.model import Severity

if TYPE_CHECKING:
    from flows.settings import Settings

RUN = "Read and check"
LOOK = "Look at what was found"
SET_UP = "Set up and look after"

Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar="URL",
        show_default=False,
        help="The store. Default: RECOUNT_DATABASE_URL, else a SQLite file in your data folder.",
    ),
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print JSON Lines and nothing else on standard output.")
]
FailOn = Annotated[
    Severity | None,
    typer.Option(
        "--fail-on",
        show_default=False,
        help="Exit with 1 when a finding is at least this severe.",
    ),
]
Targets = Annotated[
    list[str],
    typer.Argument(
        metavar="TARGET",
        show_default=False,
        help="A web address, a file, a folder, or - for standard input.",
    ),
]

_AGO = re.compile(r"(\d{1,4})\s*([hdw])")
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


def examples(*lines: str) -> str:
    """Lines of real use, to stand below a command's help."""
    return "\n".join(("Examples:", *(f"  {line}" for line in lines)))


def alone(context: typer.Context, database: str | None, as_json: bool) -> bool:
    """Whether a group of commands was called without one of them.

    Raises:
        WrongUse: a command follows, and an option that it would not see was given before it.
    """
    command = context.invoked_subcommand
    if command is None:
        return True
    if database or as_json:
        raise WrongUse(f"write --database and --json after {command}, not before it")
    return False


def settings_with(database: str | None) -> Settings:
    """The settings of the environment, with the store that the command line names.

    Raises:
        ConfigurationError: a variable of the environment cannot be used.
    """
    from flows.settings import read_settings

    settings = read_settings()
    return replace(settings, database_url=database) if database else settings


def moment_since(written: str | None, now: datetime) -> datetime | None:
    """The moment that ``--since`` means: a date or time (local, unless it names its zone), or "2d".

    Raises:
        WrongUse: it is neither.
    """
    if written is None:
        return None
    if ago := _AGO.fullmatch(written.strip().lower()):
        return now - int(ago[1]) * _UNITS[ago[2]]
    try:
        return datetime.fromisoformat(written.strip()).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise WrongUse(
            f"--since {written!r} is no date: write 2026-03-05, 2026-03-05T18:30, 12h, 7d or 2w"
        ) from error


def day_until(written: str | None, today: date) -> date | None:
    """The last day that ``--until`` means.

    Raises:
        WrongUse: it is no date, or has passed.
    """
    if written is None:
        return None
    try:
        day = date.fromisoformat(written.strip())
    except ValueError as error:
        raise WrongUse(f"--until {written!r} is no date: write it as 2026-03-31") from error
    if day < today:
        raise WrongUse(f"--until {written} has passed; name a day to come")
    return day
