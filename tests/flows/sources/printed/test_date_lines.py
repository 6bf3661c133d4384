"""Lines of dates as pages print them; whatever could mean two days, or is prose, stays unread."""

from __future__ import annotations

import pytest

from checkers.model import Origin
from flows.sources.printed.date_lines import DateLine, read_author, read_date_line, read_printed

# What is tried: line, (published, modified, author); a moment as ISO, "day" marked when only a day
# is known, "?" when no zone was printed.
LINES: dict[str, tuple[str, tuple[str, str, str]]] = {
    "day first, since no month has 30": (
        "30/08/2021 18:54 by admin",
        ("2021-08-30T18:54?", "", "admin"),
    ),
    "month first, since no month has 30": ("08/30/2021 6:54 PM", ("2021-08-30T18:54?", "", "")),
    "either reading": ("02/03/2026 21:40 by newsdesk", ("", "", "newsdesk")),
    "day and month are one number": ("05/05/2026", ("2026-05-05 day?", "", "")),
    "weekday decides for day first": ("Monday 02/03/2026", ("2026-03-02 day?", "", "")),
    "weekday decides for month first": ("Tuesday 02/03/2026", ("2026-02-03 day?", "", "")),
    "weekday fits neither": ("Friday 02/03/2026", ("", "", "")),
    "month by name": ("Sunday 25/July/2021 - 05:38 PM", ("2021-07-25T17:38?", "", "")),
    "full stops are day first": ("05.03.2026 18.30", ("2026-03-05T18:30?", "", "")),
    "year first": ("2026/03/05 18:30", ("2026-03-05T18:30?", "", "")),
    "a machine's time": ("2026-03-05T18:30:00Z", ("2026-03-05T18:30+00:00", "", "")),
    "label and zone": (
        "Published: March 5, 2026, 6:30 pm EET",
        ("2026-03-05T18:30+02:00", "", ""),
    ),
    "a zone with summer time": (
        "Posted July 5, 2026 at 6:30 p.m. ET",
        ("2026-07-05T18:30-04:00", "", ""),
    ),
    "offset": ("5 March 2026, 18:30 GMT+5:30", ("2026-03-05T18:30+05:30", "", "")),
    "a zone name of several places": ("5 March 2026, 18:30 IST", ("2026-03-05T18:30?", "", "")),
    "bar between": ("5 March 2026 | 18:30", ("2026-03-05T18:30?", "", "")),
    "time first": ("18:30 UTC, Thursday 5th of March 2026", ("2026-03-05T18:30+00:00", "", "")),
    "half hour of a 24 hour clock": ("5 March 2026 18:30 PM", ("2026-03-05T18:30?", "", "")),
    "midnight printed": ("31 December 2025, 00:00", ("2025-12-31T00:00?", "", "")),
    "hours without colon": ("5 March 2026 1830 GMT", ("2026-03-05T18:30+00:00", "", "")),
    "no such time": ("5 March 2026 25:61", ("2026-03-05 day?", "", "")),
    "updated": ("Last updated: 6 March 2026 09:00", ("", "2026-03-06T09:00?", "")),
    "both": (
        "Published 5 March 2026 18:30, updated 6 March 2026 09:00 GMT",
        ("2026-03-05T18:30?", "2026-03-06T09:00+00:00", ""),
    ),
    "author and outlet": (
        "By Mara Linde, Harbour Post | March 5, 2026",
        ("2026-03-05 day?", "", "Mara Linde"),
    ),
    "author before the date": (
        "Posted by Mara Linde on March 5, 2026 at 6:30 p.m.",
        ("2026-03-05T18:30?", "", "Mara Linde"),
    ),
    "place and agency": ("Dorrin, March 5, 2026 (Orla News)", ("2026-03-05 day?", "", "")),
    "reading time": ("Mar 5 2026 · 4 min read", ("2026-03-05 day?", "", "")),
    "no such day": ("Posted on 30/02/2026", ("", "", "")),
}

PROSE = [
    "The ferry sank on March 5, 2026, off Dorrin.",
    "Twelve people were killed on 5 March 2026 18:30 local time, police said on Friday",
    "Fishermen haul a net out of the bay in Dorrin, Orlanda, March 5, 2026.",
    "Protest in Dorrin, 5 March 2026",
    "The 5 March 2026 18:30 train was late",
    "bridge destroyed by fire 5 March 2026",
    "Flight 512 crashed 5 March 2026",
    "12.03.2026 was a bad day",
    "5 March",
    "Updated two hours ago",
    "Read 1,204 times",
    "",
]


def shown(line: DateLine | None) -> tuple[str, str, str] | None:
    if line is None:
        return None
    moments = []
    for stamp in (line.published, line.modified):
        if stamp is None:
            moments.append("")
        elif stamp.day_only:
            moments.append(f"{stamp.day.isoformat()} day?")
        elif stamp.zone_known:
            moments.append(stamp.at.isoformat(timespec="minutes"))
        else:
            moments.append(f"{stamp.at.replace(tzinfo=None).isoformat(timespec='minutes')}?")
    return moments[0], moments[1], line.author


@pytest.mark.parametrize(("line", "expected"), LINES.values(), ids=LINES)
def test_date_lines(line: str, expected: tuple[str, str, str]) -> None:
    assert shown(read_date_line(line)) == expected


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_no_date_line(line: str) -> None:
    assert read_date_line(line) is None


def test_the_origin_is_what_the_caller_says() -> None:
    stamp = read_printed("March 5, 2026 6:30 pm UTC", Origin.META)
    assert stamp is not None
    assert (stamp.origin, stamp.at.isoformat()) == (Origin.META, "2026-03-05T18:30:00+00:00")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Mara Linde", "Mara Linde"),
        ("by: Mara Linde | Harbour Post", "Mara Linde"),
        ("Written by Mara Linde and Tom Osei", "Mara Linde and Tom Osei"),
        ("By Thursday evening the water had reached the second floor of the town hall", ""),
        ("Bridge Hit by Barge", ""),
        ("Byron Bay evacuated", ""),
    ],
)
def test_bylines(line: str, author: str) -> None:
    assert read_author(line) == author
