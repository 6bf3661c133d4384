"""``recount serve``: one process that keeps the nightly schedule and takes articles on demand.

It needs a Prefect server. Where one is configured (``PREFECT_API_URL`` or a Prefect profile) that
one is used; else one is started on this machine for as long as this process lives.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from checkers.errors import ConfigurationError
from flows.settings import Settings
from storage.database import open_database

if TYPE_CHECKING:
    from prefect.deployments.runner import RunnerDeployment
    from prefect.runner import Runner
    from prefect.schedules import Schedule

EVERY_NIGHT = "30 2 * * *"  # the same in prefect.yaml

ON_DEMAND = "check_article/check_article"

# Time from asking for a run to its start: measured under 3 s with this, 6 to 9 s with Prefect's own
# 10 s. One question costs the server a few milliseconds.
POLL_EVERY = timedelta(seconds=2)

# A new server makes its database first: measured 9 s on two busy cores. The rest is room.
SERVER_START = timedelta(seconds=90)
SERVER_STOP = timedelta(seconds=15)

ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

Say = Callable[[str], None]


def serve(settings: Settings, *, cron: str = EVERY_NIGHT, say: Say) -> None:
    """Keep the schedule and take runs until SIGINT, SIGTERM or SIGHUP.

    Args:
        settings: The store, and the time zone in which ``cron`` is meant.
        cron: When the nightly run starts: minute, hour, day of month, month, day of week.
        say: Told, in one line each, what a person should know.

    Raises:
        ConfigurationError: the schedule, the store or the Prefect server cannot be used.
    """
    _keep_to_ourselves()
    # What is wrong with the store should be said now, not at night.
    open_database(settings.database_url).dispose()
    # Runs are processes of their own, which read their settings from the environment.
    os.environ["RECOUNT_DATABASE_URL"] = settings.database_url
    schedule = _schedule(cron, settings.timezone)

    from prefect.settings import PREFECT_API_URL, temporary_settings

    _stop_in_order()
    with suppress(KeyboardInterrupt), _server(say) as api:
        with temporary_settings({PREFECT_API_URL: api}):
            runner = _runner(schedule)
            say(f"Every night: {cron} ({settings.timezone}). One article now:")
            say(f"  PREFECT_API_URL={api} prefect deployment run {ON_DEMAND} -p target=URL")
            asyncio.run(_until_stopped(runner.start))
        _stop_in_order()  # asyncio has put back the handlers that Python starts with
    say("Stopped.")


def _keep_to_ourselves() -> None:
    """Prefect reports its use to its makers unless both are set, and is slow to start offline."""
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("DO_NOT_TRACK", "1")


def _schedule(cron: str, timezone: str) -> Schedule:
    from prefect.client.schemas.schedules import CronSchedule
    from prefect.schedules import Cron

    try:
        CronSchedule(cron=cron, timezone=timezone)
    except ValueError as error:
        raise ConfigurationError(
            f"{cron!r} in {timezone!r} is no schedule; write for example {EVERY_NIGHT!r} (half past"
            " two) and a time zone such as Europe/Kyiv"
        ) from error
    return Cron(cron, timezone)


def _deployments(schedule: Schedule) -> list[RunnerDeployment]:
    """The two of prefect.yaml, found by module, so that runs start in whichever folder."""
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.deployments.runner import RunnerDeployment
    from prefect.types.entrypoint import EntrypointType

    from flows.check_article import check_article
    from flows.nightly import nightly

    no_overlap = ConcurrencyLimitConfig(
        limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW
    )
    by_module = EntrypointType.MODULE_PATH
    return [
        RunnerDeployment.from_flow(
            nightly,
            "nightly",
            schedule=schedule,
            concurrency_limit=no_overlap,
            entrypoint_type=by_module,
        ),
        RunnerDeployment.from_flow(check_article, "check_article", entrypoint_type=by_module),
    ]


def _runner(schedule: Schedule) -> Runner:
    """What takes runs, its deployments known to the server.

    Schedules go on while it is away: a night that came meanwhile is made up for at its return.

    Raises:
        ConfigurationError: the server does not take the deployments.
    """
    import httpx
    from prefect.runner import Runner

    runner = Runner(query_seconds=POLL_EVERY.total_seconds(), pause_on_shutdown=False)
    try:
        for deployment in _deployments(schedule):
            runner.add_deployment(deployment)
    except httpx.HTTPStatusError as error:
        answer = f"{error.response.status_code} {error.response.reason_phrase}"
        raise ConfigurationError(
            f"Prefect's server does not let us deploy ({answer}); if it asks for a password, set"
            " PREFECT_API_AUTH_STRING"
        ) from error
    return runner


def _stop_in_order() -> None:
    """Have every signal that asks for an end raise KeyboardInterrupt, unless it is ignored."""
    for number in ENDS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)


async def _until_stopped(start: Callable[[], Coroutine[object, object, None]]) -> None:
    """Run ``start`` until a signal asks for an end, then let it end what it started."""
    running = asyncio.create_task(start())
    # By now the runner has a SIGTERM handler of its own, which leaves the loop in the middle of
    # things, with a traceback and without waiting for the processes it started. Ours replace it.
    await asyncio.sleep(0)
    for number in ENDS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            asyncio.get_running_loop().add_signal_handler(number, running.cancel)
    with suppress(asyncio.CancelledError):
        await running


@contextmanager
def _server(say: Say) -> Iterator[str]:
    """The address of the Prefect server to use; where none is configured, one is started.

    Raises:
        ConfigurationError: it does not answer or does not start.
    """
    from prefect.settings import get_current_settings

    settings = get_current_settings()
    if settings.api.url:
        if not _answers(settings.api.url):
            raise ConfigurationError(
                f"no Prefect server answers at {settings.api.url}: start it, or unset"
                " PREFECT_API_URL and Recount starts one of its own"
            )
        yield settings.api.url
        return
    own = settings.server.api
    url = f"http://{own.host}:{own.port}"
    if _answers(f"{url}/api"):
        say(f"Using the Prefect server that runs at {url}.")
        yield f"{url}/api"
        return
    log = settings.home / "recount-server.log"
    say(f"Starting a Prefect server of its own at {url} (its log: {log}).")
    with _started(url, log):
        yield f"{url}/api"


@contextmanager
def _started(url: str, log: Path) -> Iterator[None]:
    """A Prefect server that answers at ``url`` while inside.

    In a session of its own, so that Ctrl-C in the terminal reaches this process alone, which still
    needs the server to end its runs.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "prefect", "server", "start"]
    with log.open("ab") as file:
        server = subprocess.Popen(  # noqa: S603 - nothing in it comes from outside
            command, stdin=subprocess.DEVNULL, stdout=file, stderr=file, start_new_session=True
        )
    try:
        _wait_for(server, url, log)
        yield
    finally:
        server.terminate()
        try:
            server.wait(SERVER_STOP.total_seconds())
        except subprocess.TimeoutExpired:
            server.kill()


def _wait_for(server: subprocess.Popen[bytes], url: str, log: Path) -> None:
    deadline = time.monotonic() + SERVER_START.total_seconds()
    while not _answers(f"{url}/api"):
        if server.poll() is not None or time.monotonic() > deadline:
            raise ConfigurationError(
                f"Prefect's server did not start at {url}; {log} says why. Another port: set"
                " PREFECT_SERVER_API_PORT"
            )
        time.sleep(0.2)


def _answers(api: str) -> bool:
    """Whether a Prefect server is there."""
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL, temporary_settings

    with temporary_settings({PREFECT_API_URL: api}), get_client(sync_client=True) as client:
        return client.api_healthcheck() is None
