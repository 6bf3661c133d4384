"""``recount``: puts the commands together, and turns every way they can end into an exit code."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from checkers.errors import RecountError
from flows.cli import (
    check,
    database,
    doctor,
    evaluate,
    events,
    export,
    findings,
    nightly,
    read,
    rules,
    sources,
)
from flows.cli.exits import Exit
from flows.cli.output import say
from flows.plain.collector import collect_seldom
from flows.plain.visible import visible

log = logging.getLogger(__name__)


class Commands(TyperGroup):
    """The commands, with the end that typer would otherwise give a code of its own."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command.

        Returns:
            Its exit code, or that of a reader who has gone (``recount findings | head``).
        """
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Python flushes once more at its end; by then there must be somewhere to write to.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return Exit.UNREAD
        return code


app = typer.Typer(
    name="recount",
    cls=Commands,
    help="Shows where two reports of one happening cannot both stand.",
    epilog="Exit codes: 0 done; 1 a finding reached --fail-on; 2 wrong use or unusable input; "
    "3 done in part.",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["--help", "-h"]},
)
for group in (
    check, nightly, read, events, findings, export, rules, sources, evaluate, database, doctor,
):  # fmt: skip
    group.add_to(app)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"recount {version('recount')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def recount(
    context: typer.Context,
    *,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say on standard error what is being done.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Show where two reports of one happening cannot both stand."""
    del version  # printed by its callback
    logging.basicConfig(level=logging.INFO if verbose else logging.WARNING, handlers=[_log_lines()])
    if context.invoked_subcommand is None:
        print(context.get_help())


class _OneLine(logging.Formatter):
    """Log lines without anything from outside that could steer a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        return visible(super().format(record), lines=record.exc_info is not None)


def _log_lines() -> logging.Handler:
    handler = logging.StreamHandler()
    handler.setFormatter(_OneLine("%(levelname)s %(name)s: %(message)s"))
    return handler


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line (None: this process's own) and return its exit code."""
    try:
        code = app(args=arguments, prog_name="recount", standalone_mode=False)
    except RecountError as error:
        say(str(error))
        return Exit.UNUSABLE
    except typer.TyperException as error:
        say(_wrong_use(error))
        return Exit.UNUSABLE
    except (KeyboardInterrupt, typer.Abort):
        code = Exit.STOPPED
    except Exception:
        # Python would end with 1, which says that a finding reached --fail-on.
        log.exception("this is a fault in Recount; please report it with the lines below")
        return Exit.CRASHED
    if code == Exit.STOPPED:
        say("stopped; what was finished is kept, and running it again does the rest")
    return int(code or Exit.DONE)


def _wrong_use(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "recount"
    return f"{error.format_message().rstrip('.')}; see {path} --help"


def main() -> None:
    """Entry point of the ``recount`` command."""
    collect_seldom()
    sys.exit(run())


if __name__ == "__main__":
    main()
