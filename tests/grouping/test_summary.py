"""The time of an event, from what its reports say together."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from checkers.grouping.profile import Account
from checkers.grouping.summary import summed_up
from checkers.language.reader import read_article
from checkers.model import Article, ClaimKind, Origin, Stamp


def _accounts(text: str, published: str | None, url: str) -> Account:
    """An account whose happening was when the first date of the text says."""
    stamp = Stamp(datetime.fromisoformat(published), Origin.GIVEN) if published else None
    reading = read_article(Article(url, text, published=stamp))
    said = next(reading.claims_of(ClaimKind.DATE))
    mention = replace(reading.mentions[0], when=said.when)
    return Account(url, stamp.at if stamp else None, mention)


def test_a_weekday_without_a_date_tells_the_day_of_a_stretch() -> None:
    dated = _accounts(
        "A bomb killed eleven people at the harbour in Brenn late last week, the navy said.",
        "2026-08-31T18:00:00+00:00",
        "https://one.example/a",
    )
    bare = _accounts(
        "Eleven people were killed by a bomb at the harbour in Brenn on Thursday, the navy said.",
        None,
        "https://two.example/b",
    )
    when = summed_up("e", [dated, bare], None).when
    assert when is not None
    assert (when.written_from, when.written_to) == ("2026-08-27", "2026-08-27")
    alone = summed_up("e", [dated], None).when
    assert alone is not None
    assert (alone.written_from, alone.written_to) == ("2026-08-27", "2026-08-30")
