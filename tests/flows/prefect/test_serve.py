"""`recount serve`: one process that keeps the schedule, takes runs, and leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from storage.database import open_database, reading
from storage.findings import list_findings
from tests.flows.prefect.processes import (
    ROOT,
    Machine,
    address,
    answers,
    free_port,
    machine,
    wait_for,
)

CONTRADICTION = """\
---
title: Hostel fire kills six
published: 2026-03-05T18:00:00+01:00
publisher: Pellmar Gazette
---
Four people were killed when fire broke out in a hostel in Pellmar on Thursday, the fire brigade
said.

Neighbours had seen smoke at about three in the afternoon. The hostel stood empty in winter, and the
brigade is looking into the cause.
"""


@pytest.fixture
def here(tmp_path: Path) -> Machine:
    """A machine on which nobody has set up a Prefect server."""
    return machine(tmp_path, server=False)


def test_without_a_server_it_starts_one_takes_a_run_and_stops_cleanly(here: Machine) -> None:
    story = here.folder / "story.md"
    story.write_text(CONTRADICTION)
    port = here.environment["PREFECT_SERVER_API_PORT"]
    api = address(port)
    command = ("serve", "--timezone", "Europe/Kyiv")
    with here.running("serve", "flows.cli.main", *command) as serving:
        wait_for("it serves", lambda: "One article now" in serving.said(), [serving])
        there = Machine(here.folder, {**here.environment, "PREFECT_API_URL": api})
        name = "check_article/check_article"
        there.run("prefect", "deployment", "run", name, "-p", f"target={story}")
        wait_for("the run ends", lambda: bool(findings(here)), [serving])
        serving.process.terminate()
        assert serving.process.wait(30) == 0
    assert findings(here) == [("six", "Four people")]
    assert not answers(api)
    lines = [line for line in serving.said().splitlines() if line.startswith("recount: ")]
    assert lines == [
        f"recount: Starting a Prefect server of its own at http://127.0.0.1:{port} "
        f"(its log: {here.folder / 'prefect' / 'recount-server.log'}).",
        "recount: Every night: 30 2 * * * (Europe/Kyiv). One article now:",
        f"recount:   PREFECT_API_URL={api} "
        "prefect deployment run check_article/check_article -p target=URL",
        "recount: Stopped.",
    ]
    assert "Traceback" not in serving.said()


WRONG = {
    "a server that is not there": (
        {"PREFECT_API_URL": "http://127.0.0.1:{port}/api"},
        (),
        "recount: no Prefect server answers at http://127.0.0.1:{port}/api: start it, or unset "
        "PREFECT_API_URL and Recount starts one of its own\n",
    ),
    "a schedule that is none": (
        {},
        ("--at", "half past two"),
        "recount: 'half past two' in 'UTC' is no schedule; write for example '30 2 * * *' "
        "(half past two) and a time zone such as Europe/Kyiv\n",
    ),
    "a store that cannot be": (
        {"RECOUNT_DATABASE_URL": "oracle://desk"},
        (),
        "recount: ",
    ),
}


@pytest.mark.parametrize(("environment", "options", "says"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_in_one_line_at_the_start(
    here: Machine, environment: dict[str, str], options: tuple[str, ...], says: str
) -> None:
    port = free_port()
    changed = {name: value.format(port=port) for name, value in environment.items()}
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli.main", "serve", *options],
        cwd=ROOT,
        env={**here.environment, **changed},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
    assert done.stderr.startswith(says.format(port=port))


def findings(here: Machine) -> list[tuple[str, ...]]:
    """The words at odds in each finding of the store; none while there is no store."""
    if not (here.folder / "recount.db").exists():
        return []
    engine = open_database(here.environment["RECOUNT_DATABASE_URL"])
    with reading(engine) as opened:
        found = [
            tuple(item.said for item in stored.finding.evidence) for stored in list_findings(opened)
        ]
    engine.dispose()
    return found
