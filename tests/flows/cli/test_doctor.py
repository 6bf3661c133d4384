"""The doctor says what is missing and names the command that mends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.cli.conftest import Ran, Recount


def states(ran: Ran) -> dict[str, str]:
    """How each part stands."""
    return {record["name"]: record["state"] for record in ran.records}


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("RECOUNT_CONTACT", "PREFECT_API_URL", "PREFECT_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "prefect"))


def test_on_a_fresh_machine_nothing_is_broken(recount: Recount) -> None:
    ran = recount("doctor", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert states(ran) == {
        "Python": "good",
        "store": "missing",
        "contact": "missing",
        "gazetteer": "good",
        "rules": "good",
        "Prefect": "optional",
    }
    mend = {record["name"]: record["mend"] for record in ran.records}
    assert mend["store"] == "recount database upgrade"


def test_the_command_it_names_mends_it(recount: Recount) -> None:
    recount("database", "upgrade")
    assert states(recount("doctor", "--json"))["store"] == "good"
    assert states(recount("doctor", "--json"))["sources"] == "missing"  # none is on


def test_a_store_that_cannot_be_used_is_broken(recount: Recount) -> None:
    ran = recount("doctor", "--database", "mysql://localhost/x", "--json")
    assert ran.code == 2
    assert states(ran)["store"] == "broken"


def test_settings_that_cannot_be_used_are_broken(
    recount: Recount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECOUNT_TIMEZONE", "Nowhere/Town")
    ran = recount("doctor", "--json")
    assert ran.code == 2
    assert states(ran) == {"Python": "good", "settings": "broken"}


def test_a_prefect_server_is_found_in_the_environment_or_in_its_profile(
    recount: Recount, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = tmp_path / "prefect"
    home.mkdir()
    profile = 'active = "desk"\n[profiles.desk]\nPREFECT_API_URL = "http://desk.example/api"\n'
    (home / "profiles.toml").write_text(profile, encoding="utf-8")
    assert "desk.example" in recount("doctor").out
    monkeypatch.setenv("PREFECT_API_URL", "http://night.example/api")
    assert "night.example" in recount("doctor").out


def test_people_see_a_sign_for_each_state(recount: Recount) -> None:
    out = recount("doctor").out
    assert "✓  Python" in out
    assert "→ recount database upgrade" in out
