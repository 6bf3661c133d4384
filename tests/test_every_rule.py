"""What holds for every rule: listed, named, tabled, and right about its own example."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

import checkers.rules
from checkers.grouping.grouping import place_mentions
from checkers.grouping.pictures import picture_keys
from checkers.grouping.profile import MemoryIndex
from checkers.model import (
    Article,
    Copies,
    Event,
    Finding,
    Image,
    Member,
    Origin,
    PictureUse,
    PictureUses,
    Reading,
    Revisions,
    Stamp,
)
from checkers.rule import Checker, LooksAt, Report, Rule
from checkers.rules import BUILT_IN
from checkers.runner import Dossier, judge
from flows.steps.reading import read_batch

FOLDER = Path(checkers.rules.__file__).parent
RULES = {checker.RULE.code: checker for checker in BUILT_IN}


def _article(report: Report, number: int, revision: int = 1) -> Article:
    return Article(
        url=report.address or f"https://outlet-{number}.example/story",
        text=report.text,
        title=report.title,
        published=Stamp(datetime.fromisoformat(report.published), Origin.GIVEN),
        fetched=datetime.fromisoformat(report.fetched) if report.fetched else None,
        publisher=f"Outlet {number}",
        images=(Image(url=report.picture, caption=report.caption, credit=report.credit),)
        if report.caption
        else (),
        status=report.status,
        revision=revision,
    )


def _events(readings: list[Reading]) -> list[Event]:
    index, members = MemoryIndex(), dict[str, list[Member]]()
    for reading in readings:
        for placement in place_mentions(reading, index):
            member = Member(reading, placement.mention, root=reading.article.url)
            members.setdefault(placement.event, []).append(member)
    return [Event(id=name, kind="", members=tuple(found)) for name, found in members.items()]


def _pictures(readings: list[Reading], events: list[Event]) -> list[PictureUses]:
    about = {m.reading.article.url: event for event in events for m in event.members if m.about}
    uses: dict[str, list[PictureUse]] = {}
    for reading in readings:
        for key, image in picture_keys(reading.article):
            use = PictureUse(reading, image, about.get(reading.article.url))
            uses.setdefault(key, []).append(use)
    return [PictureUses(key, tuple(found)) for key, found in uses.items()]


def _copies(pages: list[Revisions]) -> list[Copies]:
    return [
        Copies(own, tuple(other for other in pages if other is not own))
        for own in pages
        if len(pages) > 1
    ]


def _codes(rule: Rule, reports: tuple[Report, ...]) -> set[str]:
    """The codes of all findings on these reports, read and grouped as in earnest."""
    if rule.looks_at is LooksAt.REVISIONS:
        reports = tuple(replace(report, address="https://outlet.example/a") for report in reports)
    pages: dict[str, list[Reading]] = {}
    for number, report in enumerate(reports):
        revisions = pages.setdefault(report.address or str(number), [])
        [read] = read_batch([_article(report, number, len(revisions) + 1)])
        assert isinstance(read, Reading)
        revisions.append(read)
    histories = [Revisions(tuple(revisions)) for revisions in pages.values()]
    readings = [history.readings[-1] for history in histories]
    events = _events(readings)
    past: list[Dossier] = [*histories, *_copies(histories)]
    dossiers: list[Dossier] = [*readings, *events, *_pictures(readings, events), *past]
    return {f.code for f in judge(dossiers, BUILT_IN) if isinstance(f, Finding)}


def _name(checker: Checker) -> str:
    """The name of the rule's file."""
    return str(getattr(checker, "__name__", "")).rsplit(".", 1)[-1]


def test_every_rule_file_is_listed_and_every_listed_rule_has_a_file() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    assert files == {_name(checker) for checker in BUILT_IN}


def test_codes_are_well_formed_and_unique() -> None:
    codes = [checker.RULE.code for checker in BUILT_IN]
    assert len(set(codes)) == len(codes)
    assert [code for code in codes if not re.fullmatch(r"[A-Z]{3}\d{3}", code)] == []


@pytest.mark.parametrize("checker", BUILT_IN, ids=RULES)
def test_a_rule_describes_itself(checker: Checker) -> None:
    rule = checker.RULE
    assert len(rule.title.split()) <= 10
    assert rule.flags.endswith(".")
    assert rule.spares.endswith(".")
    assert (checker.__doc__ or "").startswith(rule.code)


@pytest.mark.parametrize("checker", BUILT_IN, ids=RULES)
def test_the_example_yields_the_finding(checker: Checker) -> None:
    assert checker.RULE.code in _codes(checker.RULE, checker.RULE.example)


@pytest.mark.parametrize("checker", BUILT_IN, ids=RULES)
def test_the_counterexample_yields_no_finding_at_all(checker: Checker) -> None:
    assert _codes(checker.RULE, checker.RULE.counterexample) == set()


def test_every_rule_is_judged_by_a_table_of_cases() -> None:
    folder = Path(__file__).parent / "rules"
    tests = "".join(path.read_text("utf-8") for path in folder.glob("test_*.py"))
    assert [_name(checker) for checker in BUILT_IN if _name(checker) not in tests] == []
