"""Times as machines write them, in the zone they give; a default moment is no date."""

from __future__ import annotations

import pytest

from checkers.model import Origin
from flows.sources.stamps import read_stamp

# What was written: (moment, only a day is known, the zone is known), None for what is no time.
TIMES: dict[str, tuple[str, bool, bool] | None] = {
    "2026-03-05T18:30:00+02:00": ("2026-03-05T18:30:00+02:00", False, True),
    "2026-03-05T18:30:00Z": ("2026-03-05T18:30:00+00:00", False, True),
    "2026-03-05t18:30z": ("2026-03-05T18:30:00+00:00", False, True),
    "2026-03-05 18:30:00 +0200": ("2026-03-05T18:30:00+02:00", False, True),
    "2026-03-05T18:30:00.1234567-05": ("2026-03-05T18:30:00.123456-05:00", False, True),
    "2026-03-05T18:30": ("2026-03-05T18:30:00+00:00", False, False),
    "2026-03-05T00:00:00": ("2026-03-05T00:00:00+00:00", True, False),
    "2026-03-05T00:00:00+02:00": ("2026-03-05T00:00:00+02:00", False, True),
    "2026-03-05": ("2026-03-05T00:00:00+00:00", True, False),
    "Thu, 05 Mar 2026 18:30:00 +0200": ("2026-03-05T18:30:00+02:00", False, True),
    "Thu, 05 Mar 2026 18:30:00 GMT": ("2026-03-05T18:30:00+00:00", False, True),
    "5 Mar 26 18:30 EST": ("2026-03-05T18:30:00-05:00", False, True),
    "05 Mar 2026 18:30:00": ("2026-03-05T18:30:00+00:00", False, False),
    "March 5, 2026, 6:30 pm": None,
    "Thu, 05 Mar 2026": None,
    "1970-01-01T00:00:00Z": None,
    "1970-01-01": None,
    "0001-01-01T00:00:00": None,
    "2026-02-30": None,
    "2026-03-05T25:00:00Z": None,
    "2026-03-05T18:30:00 sharp": None,
    "2026": None,
    "20260305": None,
    "yesterday": None,
    "12": None,
    "9" * 5000: None,
    "": None,
}


@pytest.mark.parametrize("written", TIMES, ids=lambda written: written[:40] or "nothing")
def test_times(written: str) -> None:
    stamp = read_stamp(written, Origin.FEED)
    expected = TIMES[written]
    if stamp is None:
        assert expected is None
    else:
        assert stamp.origin is Origin.FEED
        assert (stamp.at.isoformat(), stamp.day_only, stamp.zone_known) == expected
