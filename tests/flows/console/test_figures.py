"""The figures of an event: who says what, and how they moved."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from checkers.model import Claim, Event, Hedge, Member, Reading, Role, Voice
from flows.console.figures import FiguresChart, figures_table
from flows.plain.timeline import DatedFigure, moved, timeline
from tests.flows import invented
from tests.flows.rendered import lines


def event_with(*claims: Claim) -> Event:
    """An event told of by one article that makes these claims."""
    reading = replace(invented.READINGS[1], claims=claims)
    return replace(invented.EVENT, members=(Member(reading, "m1"),))


def test_the_table_says_who_says_what_measures_of_people_first() -> None:
    table = figures_table(invented.EVENT)
    assert table is not None
    rows = [re.split(r" {2,}", line.strip())[:4] for line in lines(table, 160)]
    assert rows == [
        ["measure", "value", "as written", "according to"],
        ["killed", "12 or more", "At least a dozen people", "the coast guard"],
        ["14", "Fourteen people", "the coast guard", "The Lann Telegraph"],
        ["23", "23 people", "harbour master Ines Vollan", "North Wire"],
        ["injured", "31", "31", "the coast guard"],
        ["aboard", "212", "212 people", "–"],
    ]


def test_an_event_without_figures_has_no_table() -> None:
    assert figures_table(invented.OLDER) is None


def test_a_value_repeated_in_an_article_is_one_row_and_keeps_its_source() -> None:
    table = figures_table(event_with(invented.HEADLINE, invented.FOURTEEN))
    assert table is not None
    assert [claim.attributed_to for claim in table.claims] == ["the coast guard"]


def test_the_table_says_what_a_figure_is_not() -> None:
    part = replace(
        invented.FOURTEEN, value=replace(invented.killed(2, 2), role=Role.PART, group="children")
    )
    denied = replace(invented.FOURTEEN, value=invented.killed(40, 40), voice=Voice.DENIED)
    about = replace(
        invented.FOURTEEN, value=replace(invented.killed(90, 110, Hedge.ABOUT), point=100)
    )
    season = replace(invented.FOURTEEN, value=replace(invented.killed(300, 300), campaign=True))
    table = figures_table(event_with(part, denied, about, season))
    assert table is not None
    shown = "\n".join(lines(table, 160))
    for words in (
        "killed, children",
        "2 (part)",
        "40 (denied)",
        "about 100",
        "300 (over a longer time)",
    ):
        assert words in shown


def test_figures_stand_in_the_order_of_time_and_undated_ones_last() -> None:
    undated = replace(invented.TELEGRAPH, published=None)
    reading = Reading(undated, (), invented.READINGS[1].mentions)
    event = replace(
        invented.EVENT, members=(Member(reading, "m1"), *reversed(invented.EVENT.members))
    )
    killed = timeline(event)["killed"]
    assert [figure.low for figure in killed] == [12, 14, 23, 14]
    assert killed[-1].at is None


def test_a_figure_speaks_as_of_what_its_text_says() -> None:
    noon = invented.FOURTEEN.article.published
    assert noon is not None
    claim = replace(invented.FOURTEEN, as_of=noon.at - timedelta(hours=3))
    [figure] = timeline(event_with(claim))["killed"]
    assert figure.at == claim.as_of


def test_only_figures_that_moved_are_drawn() -> None:
    figures = timeline(invented.EVENT)
    assert list(moved(figures)) == ["killed"]
    assert moved(timeline(event_with(invented.FOURTEEN))) == {}


def figure(low: float | None, high: float | None) -> DatedFigure:
    return DatedFigure("killed", low, high, invented.SEEN, "https://a.example/", "A", None)


def test_a_bar_shows_the_least_full_the_most_light_and_an_open_end_as_an_arrow() -> None:
    chart = FiguresChart([figure(10, 10), figure(5, 20), figure(10, None), figure(None, 0)])
    bars = [line.split("  ")[1] for line in lines(chart, 160)]
    assert bars == ["█" * 18, "█" * 9 + "░" * 27, "█" * 18 + "▸", ""]


def test_a_small_figure_beside_a_large_one_still_has_a_bar() -> None:
    bars = [
        line.split("  ")[1] for line in lines(FiguresChart([figure(1, 1), figure(9e6, 9e6)]), 160)
    ]
    assert [len(bar) for bar in bars] == [1, 36]


def test_a_long_series_shows_its_ends_and_says_how_much_it_leaves_out() -> None:
    shown = lines(FiguresChart([figure(n, n) for n in range(1, 41)]), 80)
    assert len(shown) == 13
    assert shown[6].split() == ["…", "28", "more"]


def test_on_a_narrow_screen_every_line_fits() -> None:
    for width in (40, 60, 80):
        shown = lines(FiguresChart(timeline(invented.EVENT)["killed"]), width)
        assert max(len(line) for line in shown) <= width
