"""What prefect.yaml deploys runs: on its schedule, and on demand, by a real server and worker."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from storage.database import Session, open_database, reading, session
from storage.findings import list_findings
from storage.runs import latest_runs
from storage.sources import add_source, list_sources
from storage.stored import Run, Source
from tests.flows.prefect.outlets import outlets
from tests.flows.prefect.processes import ROOT, Machine, Running, answers, machine, wait_for

SHIPPED = ROOT / "prefect.yaml"
EVERY_FEW_SECONDS = "* * * * * */10"  # a sixth field, which Prefect reads, counts seconds


@dataclass(frozen=True, slots=True)
class Station:
    """A machine with Prefect's server and a worker on it."""

    machine: Machine
    running: tuple[Running, ...]

    def wait(self, what: str, happened: Callable[[], bool]) -> None:
        """Wait until something happened, two minutes at most."""
        wait_for(what, happened, self.running)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Two outlets' feed and pages."""
    with outlets() as base:
        yield base


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory, site: str) -> Iterator[Station]:
    """A machine with a Prefect server, a worker, and two sources of which one is broken."""
    here = machine(tmp_path_factory.mktemp("station"), server=True)
    engine = open_database(here.environment["RECOUNT_DATABASE_URL"])
    with session(engine) as opened:
        for name, path in (("province", "/feed"), ("broken", "/no-feed")):
            add_source(opened, Source(name, f"{site}{path}"), datetime.now(UTC))
    engine.dispose()
    with ExitStack() as stack:
        serve = ("prefect", "server", "start", "--no-ui")
        server = stack.enter_context(here.running("server", *serve))
        api = here.environment["PREFECT_API_URL"]
        wait_for("Prefect's server starts", lambda: answers(api), [server])
        here.run("prefect", "work-pool", "create", "--type", "process", "recount")
        work = ("prefect", "worker", "start", "--pool", "recount")
        worker = stack.enter_context(here.running("worker", *work))
        yield Station(here, (server, worker))


def test_the_shipped_file_deploys_a_nightly_run_that_never_overlaps(station: Station) -> None:
    deploy(station, SHIPPED, RECOUNT_TIMEZONE="Europe/Kyiv")
    nightly = asked(station, "deployments/name/nightly/nightly")
    schedules = [(one["schedule"], one["active"]) for one in nightly["schedules"]]
    assert schedules == [({"cron": "30 2 * * *", "timezone": "Europe/Kyiv", "day_or": True}, True)]
    assert nightly["global_concurrency_limit"]["limit"] == 1
    assert nightly["concurrency_options"]["collision_strategy"] == "CANCEL_NEW"
    check = asked(station, "deployments/name/check_article/check_article")
    assert (check["schedules"], check["parameter_openapi_schema"]["required"]) == ([], ["target"])


def test_a_scheduled_run_and_one_on_demand_leave_their_findings(
    station: Station, site: str, tmp_path: Path
) -> None:
    # The same file but for the time, so that the night comes within seconds.
    soon = tmp_path / "soon.yaml"
    soon.write_text(SHIPPED.read_text().replace("30 2 * * *", EVERY_FEW_SECONDS))
    deploy(station, soon, RECOUNT_TIMEZONE="")
    station.wait("a scheduled run ends", lambda: bool(ended(station, "nightly")))
    pause(station, "nightly/nightly")

    night = ended(station, "nightly")[0]
    assert (night.counts["read"], night.counts["new findings"]) == (2, 1)
    assert [failure["what"] for failure in night.failures] == ["broken"]
    assert quotations(station) == {("Twelve people", "Twenty-one people")}
    station.wait("it completes", lambda: scheduled_and_completed(station))
    assert "Twelve people were killed" in artifact(station, "night-findings")
    assert [(one.name, bool(one.last_error)) for one in sources(station)] == [
        ("broken", True),
        ("province", False),
    ]

    target = f"target={site}/radio/crash"
    name = "check_article/check_article"
    station.machine.run("prefect", "deployment", "run", name, "-p", target)
    station.wait("the run on demand ends", lambda: bool(ended(station, "check")))
    [check] = ended(station, "check")
    assert (check.counts["read"], check.failures) == (1, ())
    assert any("Thirty-four people" in pair for pair in quotations(station))
    assert "Thirty-four people were killed" in artifact(station, "article-findings")


def deploy(station: Station, file: Path, **environment: str) -> None:
    """Deploy everything in a file, as docs/operations.md says."""
    here = station.machine
    there = Machine(here.folder, {**here.environment, **environment})
    there.run("prefect", "--no-prompt", "deploy", "--all", "--prefect-file", str(file))


def asked(station: Station, path: str) -> Any:
    """What Prefect's server says at an address."""
    return (
        httpx.get(f"{station.machine.environment['PREFECT_API_URL']}/{path}")
        .raise_for_status()
        .json()
    )


def pause(station: Station, name: str) -> None:
    """Let no further run of a deployment start by itself."""
    deployment = asked(station, f"deployments/name/{name}")["id"]
    api = station.machine.environment["PREFECT_API_URL"]
    httpx.post(f"{api}/deployments/{deployment}/pause_deployment").raise_for_status()


def scheduled_and_completed(station: Station) -> bool:
    """Whether a run that the scheduler made, and no person, has completed."""
    wanted = {"flow_runs": {"state": {"type": {"any_": ["COMPLETED"]}}}}
    api = station.machine.environment["PREFECT_API_URL"]
    runs = httpx.post(f"{api}/flow_runs/filter", json=wanted).raise_for_status().json()
    return any(run["auto_scheduled"] for run in runs)


def artifact(station: Station, key: str) -> str:
    """The latest artifact of that key."""
    return json.dumps(asked(station, f"artifacts/{key}/latest")["data"], ensure_ascii=False)


@contextmanager
def store(station: Station) -> Iterator[Session]:
    """The station's store, to read."""
    engine = open_database(station.machine.environment["RECOUNT_DATABASE_URL"])
    with reading(engine) as opened:
        yield opened
    engine.dispose()


def ended(station: Station, kind: str) -> list[Run]:
    """Runs of that kind that came to their end, the first first."""
    with store(station) as opened:
        return [run for run in latest_runs(opened, 50)[::-1] if run.kind == kind and run.ended]


def quotations(station: Station) -> set[tuple[str, ...]]:
    """The words at odds, one tuple to a finding, read back from the store."""
    with store(station) as opened:
        return {
            tuple(sorted(item.said for item in stored.finding.evidence))
            for stored in list_findings(opened)
        }


def sources(station: Station) -> list[Source]:
    """The sources as the last night left them."""
    with store(station) as opened:
        return list_sources(opened)
