"""A rule from another package: installed as its README says, listed, and at work."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "docs" / "example-plugin"

FERRY = """\
---
url: https://ardmoor-mail.example/lunvik
title: Ferry sinks off Ardmoor
published: 2026-03-05T18:00:00+00:00
---
The ferry Lunvik, with 30 people aboard, sank off Ardmoor on Thursday. The sinking killed {killed}
people, the coast guard said.
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """An environment in which the example is installed, and nowhere else."""
    folder = tmp_path_factory.mktemp("plugin")
    # Building leaves files beside the source, so it is built from a copy.
    source = shutil.copytree(EXAMPLE, folder / "source")
    command = [sys.executable, "-m", "uv", "pip", "install", "--offline", "--no-deps"]
    place = ["--no-build-isolation", "--python", sys.executable, "--target", str(folder / "site")]
    subprocess.run([*command, *place, str(source)], check=True, capture_output=True, timeout=60)
    store = f"sqlite:///{folder / 'recount.db'}"
    return {**os.environ, "PYTHONPATH": str(folder / "site"), "RECOUNT_DATABASE_URL": store}


def recount(environment: Mapping[str, str], *arguments: str, given: str = "") -> list[Any]:
    """The lines that a command prints with ``--json``."""
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli.main", *arguments, "--json"],
        cwd=ROOT,
        env=dict(environment),
        input=given,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_it_is_listed_with_our_own_rules(environment: Mapping[str, str]) -> None:
    without = {code(rule) for rule in recount(os.environ, "rules")}
    assert {code(rule) for rule in recount(environment, "rules")} == without | {"CAS901"}


@pytest.mark.parametrize(
    ("killed", "quotations"),
    [(34, [{"34 people", "30 people"}]), (30, [])],
    ids=["more than were aboard", "as many as were aboard"],
)
def test_it_finds_what_it_says(
    environment: Mapping[str, str], killed: int, quotations: list[set[str]]
) -> None:
    lines = recount(environment, "check", "-", given=FERRY.format(killed=killed))
    found = [line for line in lines if line["type"] == "finding" and line["code"] == "CAS901"]
    assert [{item["said"] for item in one["evidence"]} for one in found] == quotations


def code(rule: Mapping[str, Any]) -> str:
    """Of a rule in the list."""
    return str(rule["code"])
