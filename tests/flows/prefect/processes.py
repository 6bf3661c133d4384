"""Real processes for tests: a Prefect server, workers, `recount serve`; none outlives its test."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Running:
    """A process that runs, and the file that its output goes to."""

    process: subprocess.Popen[bytes]
    log: Path

    def said(self) -> str:
        """What it has printed so far."""
        return self.log.read_text(errors="replace")


@dataclass(frozen=True, slots=True)
class Machine:
    """A folder and an environment of its own, in which nothing of the developer's is seen.

    Attributes:
        folder: For files, logs and Prefect's home.
        environment: Of every process.
    """

    folder: Path
    environment: Mapping[str, str]

    def run(self, *command: str, seconds: float = 120) -> str:
        """Run a module of Python (``prefect``, ``flows.cli.main``) to its end; what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
        assert done.returncode == 0, (
            f"{command} gave {done.returncode}:\n{done.stdout}{done.stderr}"
        )
        return done.stdout

    @contextmanager
    def running(self, name: str, *command: str) -> Iterator[Running]:
        """A module of Python and all processes it starts, ended at the end of the block."""
        file = self.folder / f"{name}.log"
        with file.open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", *command],
                cwd=ROOT,
                env=dict(self.environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            yield Running(process, file)
        finally:
            end(process)


def wait_for(
    what: str, happened: Callable[[], bool], running: Sequence[Running], seconds: float = 120
) -> None:
    """Look several times a second until something happened.

    Raises:
        AssertionError: it did not in time, or a process that it needs has ended.
    """
    deadline = time.monotonic() + seconds
    while not happened():
        gone = any(one.process.poll() is not None for one in running)
        if gone or time.monotonic() > deadline:
            said = "\n".join(one.said() for one in running)
            raise AssertionError(f"{what}: it did not\n{said[-6000:]}")
        time.sleep(0.2)


def machine(folder: Path, *, server: bool) -> Machine:
    """A machine with a store of its own and a free port for Prefect's server.

    Args:
        folder: An empty folder.
        server: True when Prefect's address is configured, False when nobody has said where it is.
    """
    port = free_port()
    ours = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "NO_COLOR": "1",
        "PREFECT_HOME": str(folder / "prefect"),
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_WORKER_QUERY_SECONDS": "1",
        "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "5",
        "RECOUNT_DATABASE_URL": f"sqlite:///{folder / 'recount.db'}",
        "RECOUNT_HOST_DELAY": "0",
        "RECOUNT_ALLOW_NETWORKS": "127.0.0.0/8",
    }
    if server:
        ours["PREFECT_API_URL"] = address(port)
    return Machine(folder, ours)


def address(port: str | int) -> str:
    """Of Prefect's server on this machine."""
    return f"http://127.0.0.1:{port}/api"


def answers(api: str) -> bool:
    """Whether a Prefect server is there."""
    try:
        return httpx.get(f"{api}/health", timeout=5).is_success
    except httpx.TransportError:
        return False


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process politely, and then whatever is left of its session."""
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
