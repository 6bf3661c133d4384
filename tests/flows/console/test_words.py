"""How times, numbers, outlets and words from outside are written."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from checkers.model import Anchor, EventRef, Field, Grain, Span, When
from flows.console import words
from flows.plain.visible import visible

EAST = timezone(timedelta(hours=5, minutes=30))
WEST = timezone(timedelta(hours=-3, minutes=-30))

SHOWN = {
    "plain words": ("Nine died", "Nine died"),
    "an escape sequence": ("\x1b[31mred\x1b]0;title\x07", "␛[31mred␛]0;title␇"),
    "a C1 control sequence introducer": ("\x9b31m", "⟨U+009B⟩31m"),
    "a right-to-left override": ("exe\u202ecod.", "exe⟨U+202E⟩cod."),
    "an isolate": ("\u2066a\u2069", "⟨U+2066⟩a⟨U+2069⟩"),
    "NUL and DEL": ("\x00\x7f", "␀␡"),
    "line ends of every kind": ("a\nb\r\nc\u2028d\x85e", "a b  c d e"),
    "half a surrogate pair": ("\udcff", "⟨U+DCFF⟩"),
    "a byte order mark": ("\ufeffa", "⟨U+FEFF⟩a"),
    "joiners of Persian and of emoji": ("می\u200cخواهم 👩\u200d🚒", "می\u200cخواهم 👩\u200d🚒"),
}


@pytest.mark.parametrize(("given", "shown"), SHOWN.values(), ids=SHOWN)
def test_hidden_characters_are_shown(given: str, shown: str) -> None:
    assert visible(given) == shown


def test_line_feeds_are_kept_where_asked_for() -> None:
    assert visible("a\n\tb\x1b", lines=True) == "a\n b␛"


def test_words_from_outside_are_no_markup() -> None:
    assert words.outside("[red]9[/red] dead [/b]").plain == "[red]9[/red] dead [/b]"


MOMENTS = {
    "unknown": (None, "time unknown"),
    "in the outlet's own zone": (
        datetime(2026, 3, 5, 18, 30, tzinfo=EAST),
        "5 Mar 2026, 18:30 +05:30",
    ),
    "west of Greenwich": (datetime(2026, 3, 5, 18, 30, tzinfo=WEST), "5 Mar 2026, 18:30 -03:30"),
    "in UTC": (datetime(2026, 3, 5, 0, 1, tzinfo=UTC), "5 Mar 2026, 00:01 UTC"),
    "a day without a time": (datetime(2026, 3, 5, tzinfo=UTC), "5 Mar 2026"),
}


@pytest.mark.parametrize(("at", "written"), MOMENTS.values(), ids=MOMENTS)
def test_moments(at: datetime | None, written: str) -> None:
    assert words.moment(at) == written


INTERVALS: dict[str, tuple[float | None, float | None, str]] = {
    "exact": (12, 12, "12"),
    "at least": (1200, None, "1,200 or more"),
    "up to": (None, 20, "up to 20"),
    "between": (9, 12, "9–12"),
    "with a fraction": (6.4, 6.4, "6.4"),
    "nothing known": (None, None, "–"),
}


@pytest.mark.parametrize(("low", "high", "written"), INTERVALS.values(), ids=INTERVALS)
def test_intervals(low: float | None, high: float | None, written: str) -> None:
    assert words.interval(low, high) == written


OUTLETS = {
    "named": ("The Lann Telegraph", "https://x.example/a", "The Lann Telegraph"),
    "by its host": ("", "https://x.example/a", "x.example"),
    "by its file": ("", "file:///tmp/ferry%20fire.txt", "ferry fire.txt"),
}


@pytest.mark.parametrize(("publisher", "url", "name"), OUTLETS.values(), ids=OUTLETS)
def test_an_outlet_always_has_a_name(publisher: str, url: str, name: str) -> None:
    assert words.outlet(publisher, url) == name


def _days(first: datetime, last: datetime) -> str:
    return words.stretch(When(first, last, Grain.DAY, Anchor.ABSOLUTE))


def test_stretches_of_time() -> None:
    start = datetime(2025, 12, 30, tzinfo=UTC)
    assert words.stretch(None) == ""
    assert _days(start, start + timedelta(hours=23)) == "30 Dec 2025"
    assert _days(start, start + timedelta(days=1)) == "30–31 Dec 2025"
    assert _days(start, start + timedelta(days=3)) == "30 Dec 2025 – 2 Jan 2026"
    assert _days(start - timedelta(days=40), start) == "20 Nov – 30 Dec 2025"


def test_an_event_does_not_say_its_place_twice() -> None:
    ferry = EventRef("7c", "Fire off Port Lann", "fire", "Port Lann", "2026-03-05", "2026-03-06")
    assert words.event_line(ferry).plain == "Fire off Port Lann · 5–6 Mar 2026"
    assert words.event_line(EventRef("7c", "", "fire", "Skarrow")).plain == "fire · Skarrow"
    assert words.event_line(None).plain == ""


def test_where_in_its_article_a_quotation_stands() -> None:
    spans = {
        Span(Field.TITLE, 0, 1): "headline",
        Span(Field.CAPTION, 0, 1, image=1): "caption of picture 2",
        Span(Field.METADATA, 0, 1, key="og:title"): "metadata og:title",
    }
    assert {span: words.place_in_article(span) for span in spans} == spans


def test_lists_of_names_end_in_how_many_more_there_are() -> None:
    assert words.listed([]) == ""
    assert words.listed(["A"]) == "A"
    assert words.listed(["A", "B", "C"]) == "A, B and C"
    assert words.listed(["A", "B", "C", "D"], limit=2) == "A, B and 2 more"
