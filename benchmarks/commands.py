"""What commands cost from a cold start, beside Python alone and their heaviest imports."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.generator import generate
from benchmarks.measure import Cost, Row, cost_of_command, in_own_process, side_by_side

GROUP = "commands"

# Articles in the store that is listed, and in the quick version; runs of each command.
STORED, STORED_QUICK, RUNS = 1_000, 250, 3

_PYTHON = "pass"


@dataclass(frozen=True, slots=True)
class _Command:
    """A command, the imports that it cannot do without, and its budget in seconds."""

    arguments: tuple[str, ...]
    imports: str
    budget: float


def measure_commands(*, full: bool = False) -> list[Row]:
    """Seconds of processor time, start of Python included."""
    with TemporaryDirectory(prefix="recount-benchmark-") as folder:
        store, one = Path(folder) / "archive.db", Path(folder) / "article.txt"
        in_own_process(_filled, f"sqlite:///{store}", STORED if full else STORED_QUICK)
        one.write_text(next(islice(generate(), 1)).article.text, encoding="utf-8")
        return [
            row for command in _commands(one) for row in _measured(command, Path(folder), store)
        ]


def _commands(article: Path) -> list[_Command]:
    reading = "import spacy, textacy, datasketch, sqlmodel"
    return [
        _Command(("--help",), "import typer, rich.table", 0.3),
        _Command(("findings",), "import typer, rich.table, sqlmodel", 0.6),
        _Command(("check", str(article)), f"{reading}, rich.table", 3.0),
        _Command(("nightly", "--demo"), f"{reading}, rich.table, httpx, trafilatura", 15.0),
    ]


def _measured(command: _Command, folder: Path, archive: Path) -> list[Row]:
    # Only the listing needs the archive; the others start from a store that is not there yet.
    fresh = command.arguments[0] != "findings"
    met = side_by_side(
        {
            "recount": lambda: _run(command, folder, None if fresh else archive),
            "imports": lambda: _python(command.imports),
            "python": lambda: _python(_PYTHON),
        },
        RUNS,
    )
    ours = met["recount"]
    name = "recount " + " ".join(Path(argument).name for argument in command.arguments)
    return [
        Row(
            GROUP,
            name,
            ours.cpu,
            "s",
            against,
            ours.cpu / met[peer].cpu,
            ours.wall,
            ours.peak_mb,
            f"<= {command.budget}",
        )
        for peer, against in (("imports", command.imports), ("python", "python -c pass"))
    ]


def _run(command: _Command, folder: Path, archive: Path | None) -> Cost:
    with TemporaryDirectory(dir=folder) as own:
        store = archive or Path(own) / "recount.db"
        return cost_of_command(
            [sys.executable, "-m", "flows.cli.main", *command.arguments],
            {"RECOUNT_DATABASE_URL": f"sqlite:///{store}", "NO_COLOR": "1"},
        )


def _python(code: str) -> Cost:
    return cost_of_command([sys.executable, "-c", code], {})


def _filled(url: str, articles: int) -> list[Row]:
    # Here, for the process of its own: what the measuring process holds, its children seem to hold.
    from benchmarks.checking import fill

    fill(url, articles)
    return []
