"""EDT101 to EDT108, CAS121 and NUM121 over a file of cases, and over slips too small for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from checkers.model import Article, Family, Field, Reading, Revisions
from checkers.rule import Checker
from checkers.rules import (
    article_taken_down,
    copy_keeps_withdrawn_number,
    copy_keeps_withdrawn_toll,
    date_changed_without_a_word,
    figure_changed_without_a_word,
    name_changed_without_a_word,
    picture_credit_changed,
    quotation_changed_without_a_word,
    source_taken_out,
    statement_turned_round,
)
from flows.steps.reading import read_batch
from tests.casework import case_ids, run_case_file, shortcomings
from tests.marked import quotations, reasons

EDITS = frozenset({Family.EDT, Family.STL})

FOUND_BY: dict[str, Checker] = {
    "ED-01": figure_changed_without_a_word,
    "ED-12": source_taken_out,
    "ED-16": article_taken_down,
    "ED-30": date_changed_without_a_word,
    "ED-32": name_changed_without_a_word,
    "ED-35": quotation_changed_without_a_word,
    "ED-38": statement_turned_round,
    "ED-56": picture_credit_changed,
    "ED-57": copy_keeps_withdrawn_toll,
    "ED-58": copy_keeps_withdrawn_number,
}


@pytest.mark.parametrize("case", case_ids("edits"))
def test_edits(case: str) -> None:
    assert shortcomings(run_case_file("edits")[case], EDITS) == []


@pytest.mark.parametrize(("case", "rule"), FOUND_BY.items(), ids=FOUND_BY)
def test_each_kind_of_edit_has_its_rule(case: str, rule: Checker) -> None:
    run = run_case_file("edits")[case]
    assert rule.RULE.code in {stored.finding.code for stored in run.findings}


REST = " The pass stays closed until Friday, and the district has opened a hall for the families."


def history(*texts: str) -> Revisions:
    """The revisions of one page, an hour apart, as they are read in earnest."""
    articles = [
        Article(
            url="https://valley.example/bus",
            text=text + REST,
            title="Bus leaves the road at Mirren pass",
            fetched=datetime(2026, 3, 5, 12 + number, tzinfo=UTC),
            publisher="Valley Paper",
            revision=number + 1,
        )
        for number, text in enumerate(texts)
    ]
    return Revisions(tuple(one for one in read_batch(articles) if isinstance(one, Reading)))


FIGURES = {  # what is tried: the sentence in each revision, words at odds, reasons
    "a figure loses its point": (
        ["The bus company owes 3.5 million crowns.", "The bus company owes 35 million crowns."],
        [["3.5 million", "35 million"]],
        [],
    ),
    "a figure becomes another that the sentence has already": (
        [
            "Forty people were hurt when two trams met at the bridge.",
            "Two people were hurt when two trams met at the bridge.",
        ],
        [["Forty", "Two"]],
        [],
    ),
    "words for digits": (["The bus had 9 seats.", "The bus had nine seats."], [], []),
    "a figure that is counted on": (
        ["Four people were killed on the bus.", "Seven people were killed on the bus."],
        [],
        ["toll-grew"],
    ),
    "a figure changed and changed back": (
        ["The bus had 40 seats.", "The bus had 60 seats.", "The bus had 40 seats."],
        [],
        ["superseded", "superseded"],
    ),
    "two figures of one sentence": (
        [
            "The bus had 40 seats and 6 doors, the police said.",
            "The bus had 50 seats and 8 doors, the police said.",
        ],
        [["40", "50"], ["6", "8"]],
        [],
    ),
    "a rounder figure": (
        ["The road is 412 kilometres long.", "The road is about 400 kilometres long."],
        [],
        ["rounding"],
    ),
    "figures that change places": (
        ["The bus had 40 seats and 6 doors.", "The bus had 6 doors and 40 seats."],
        [],
        [],
    ),
    "readers that are counted": (
        ["It has been shared 212 times so far.", "It has been shared 318 times so far."],
        [],
        [],
    ),
}


@pytest.mark.parametrize(("texts", "found", "spared"), FIGURES.values(), ids=FIGURES)
def test_figures(texts: list[str], found: list[list[str]], spared: list[str]) -> None:
    outcomes = list(figure_changed_without_a_word.check(history(*texts)))
    assert (quotations(outcomes), reasons(outcomes)) == (found, spared)


NAMES = {  # what is tried: the sentence in each revision, words at odds
    "a street that is called after a bishop": (
        [
            "It stood in Bishop Street, the police said.",
            "It stood in Chapel Street, the police said.",
        ],
        [["Bishop Street", "Chapel Street"]],
    ),
    "a title": (
        ["It was opened by Mayor Ida Roth in spring.", "It was opened by Dr Ida Roth in spring."],
        [],
    ),
    "initials": (
        ["It was built for the World Rail Union.", "It was built for the WRU."],
        [],
    ),
    "another woman": (
        ["It was opened by Ida Roth in spring.", "It was opened by Eva Lind in spring."],
        [["Ida Roth", "Eva Lind"]],
    ),
}


@pytest.mark.parametrize(("texts", "found"), NAMES.values(), ids=NAMES)
def test_names(texts: list[str], found: list[list[str]]) -> None:
    outcomes = list(name_changed_without_a_word.check(history(*texts)))
    assert quotations(outcomes) == found


def test_the_quotation_holds_in_the_revision_that_it_names() -> None:
    revisions = history("The bus had 40 seats.", "In all, the bus had 60 seats.")
    [finding] = figure_changed_without_a_word.check(revisions)
    articles = {reading.article.revision: reading.article for reading in revisions.readings}
    for item in finding.evidence:
        assert articles[item.revision].words(item.span) == item.said
        assert item.span.field is Field.TEXT


def test_a_wall_between_two_revisions_hides_no_edit() -> None:
    first, second = history("The bus had 40 seats.", "The bus had 60 seats.").readings
    wall = replace(
        first.article, title="Privacy", text="We value your privacy. Accept all.", revision=2
    )
    last = replace(second, article=replace(second.article, revision=3))
    [came] = read_batch([wall])
    assert isinstance(came, Reading)
    outcomes = list(figure_changed_without_a_word.check(Revisions((first, came, last))))
    assert quotations(outcomes) == [["40", "60"]]
