"""Articles with their revisions: in the order of fetching, once each, whatever they are made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from checkers.errors import NotFound
from checkers.model import Article, Image, Origin, Stamp
from storage.articles import load_article, revisions, save_article, save_articles
from storage.database import Engine, reading, session
from tests.storage.invented import DOCK, FERRY, HOUR, NOON, article, row_counts

# What comes in, as (words, hours after noon at which it was fetched, or None), and what is kept.
HISTORIES = {  # what is tried: (articles in the order of arrival, states, words by revision)
    "a first sight": ([("a", 1)], ["new"], ["a"]),
    "fetched again unchanged": ([("a", 1), ("a", 2)], ["new", "unchanged"], ["a"]),
    "edited": ([("a", 1), ("b", 2)], ["new", "revised"], ["a", "b"]),
    "edited and put back": (
        [("a", 1), ("b", 2), ("a", 3)],
        ["new", "revised", "revised"],
        ["a", "b", "a"],
    ),
    "the whole history twice": (
        [("a", 1), ("b", 2), ("a", 3), ("a", 1), ("b", 2), ("a", 3)],
        ["new", "revised", "revised", "unchanged", "unchanged", "unchanged"],
        ["a", "b", "a"],
    ),
    "an older one arrives late": (
        [("b", 2), ("c", 3), ("a", 1)],
        ["new", "revised", "revised"],
        ["a", "b", "c"],
    ),
    "one between two arrives late": (
        [("a", 1), ("c", 3), ("b", 2)],
        ["new", "revised", "revised"],
        ["a", "b", "c"],
    ),
    "late, and what the one after it says": (
        [("a", 1), ("b", 3), ("b", 2)],
        ["new", "revised", "unchanged"],
        ["a", "b"],
    ),
    "two at one moment keep the order of arrival": (
        [("a", 1), ("b", 1), ("a", 1)],
        ["new", "revised", "unchanged"],
        ["a", "b"],
    ),
    "files without a time of fetching, read twice": (
        [("a", None), ("b", None), ("a", None), ("b", None)],
        ["new", "revised", "unchanged", "unchanged"],
        ["a", "b"],
    ),
}


def at(words: str, hours: int | None) -> Article:
    return article(text=words, fetched=None if hours is None else NOON + hours * HOUR)


@pytest.mark.parametrize("at_once", [True, False], ids=["in one batch", "one by one"])
@pytest.mark.parametrize(("incoming", "states", "kept"), HISTORIES.values(), ids=HISTORIES)
def test_revisions_stand_in_the_order_of_fetching(
    store: Engine,
    incoming: list[tuple[str, int | None]],
    states: list[str],
    kept: list[str],
    at_once: bool,
) -> None:
    articles = [at(*one) for one in incoming]
    batches = [articles] if at_once else [[one] for one in articles]
    seen = []
    for number, batch in enumerate(batches):
        with session(store) as opened:
            seen += save_articles(opened, batch, NOON + number * HOUR)
    assert [saved.state for saved in seen] == states
    with reading(store) as opened:
        stored = revisions(opened, DOCK)
    assert [(one.revision, one.text) for one in stored] == list(enumerate(kept, start=1))


def test_an_article_comes_back_as_it_went_in(store: Engine) -> None:
    given = article(
        published=Stamp(NOON.astimezone(timezone(timedelta(hours=5, minutes=45))), Origin.META),
        modified=Stamp(NOON + HOUR, Origin.JSON_LD, day_only=True, zone_known=False),
        images=(
            Image("https://herald.example/a.jpg", "Smoke", "smoke", "UPA", "2019-03-04", "lead"),
            Image(data="aGVsbG8="),
        ),
        metadata={"og:description": "A fire.", "dateModified": "2026-03-05"},
        status=203,
    )
    with session(store) as opened:
        saved = save_article(opened, given, NOON)
    with reading(store) as opened:
        loaded = load_article(opened, DOCK)
    assert (saved.state, saved.article, loaded) == ("new", given, given)
    assert loaded.published is not None
    assert loaded.published.at.isoformat() == "2026-03-05T17:45:00+05:45"


def test_an_unknown_time_of_fetching_stays_unknown(store: Engine) -> None:
    with session(store) as opened:
        save_article(opened, article(fetched=None, published=None), NOON)
        loaded = load_article(opened, DOCK)
    assert (loaded.fetched, loaded.published) == (None, None)


def test_saving_says_how_each_revision_will_be_loaded(store: Engine) -> None:
    batch = [at("b", 2), article(FERRY), at("a", 1)]
    standing = ((DOCK, 2), (FERRY, 1), (DOCK, 1))
    with session(store) as opened:
        saved = save_articles(opened, batch, NOON)
        loaded = [load_article(opened, url, number) for url, number in standing]
    assert [one.article for one in saved] == loaded


AWKWARD = {
    "nothing at all": "",
    "a NUL inside": "Twelve\x00 people",
    "half a surrogate pair": "Twelve \ud83d people",
    "two halves that are no pair": "\udc00\ud800 people",
    "four-byte characters": "𝟙𝟚 people 🜚 were \U0010ffff killed",
    "every control character": "".join(map(chr, range(32))) + "\x7f\x85\u2028",
    "quotes and percent signs": "'; DROP TABLE article; -- %s %(x)s :name ? \\ \"",
    "a million characters": "число " * 170_000,
}


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD)
def test_no_text_is_lost_or_moved(store: Engine, text: str) -> None:
    images = (Image(url=text[:3000], caption=text, credit=text[:50], data=text[:9]),)
    given = article(text=text, title=text, publisher=text, images=images, metadata={"note": text})
    with session(store) as opened:
        saved = save_article(opened, given, NOON).article
    with reading(store) as opened:
        loaded = load_article(opened, DOCK)
    expected = "".join(
        "\ufffd" if sign == "\x00" or "\ud800" <= sign <= "\udfff" else sign for sign in text
    )
    assert loaded == saved
    assert (loaded.text, loaded.title, loaded.images[0].caption) == (expected,) * 3
    with session(store) as opened:
        assert save_article(opened, given, NOON).state == "unchanged"


@pytest.mark.parametrize(
    "url",
    [
        "https://herald.example/?" + "q=ш" * 20_000,
        "file:///a\x00b",
        "x",
        "https://h.example/\ud800",
    ],
    ids=["very long", "with a NUL", "one letter", "with half a pair"],
)
def test_an_article_is_found_under_any_address(store: Engine, url: str) -> None:
    with session(store) as opened:
        saved = save_article(opened, article(url), NOON).article
        assert load_article(opened, url) == saved
        assert save_article(opened, article(url), NOON).state == "unchanged"


@pytest.mark.parametrize("year", [1, 1582, 9999])
def test_dates_at_the_edges_of_the_calendar_are_kept(store: Engine, year: int) -> None:
    moments = [
        datetime(year, month, day, hour, tzinfo=timezone(timedelta(hours=offset)))
        for month, day, hour, offset in ((1, 1, 0, 14), (12, 31, 23, -12))
    ]
    for moment in moments:
        given = article(f"{DOCK}/{moment.month}", published=Stamp(moment, Origin.GIVEN))
        with session(store) as opened:
            save_article(opened, given, NOON)
            loaded = load_article(opened, given.url)
        assert loaded.published == given.published


def test_what_is_not_there_is_named(store: Engine) -> None:
    with session(store) as opened:
        save_article(opened, article(), NOON)
    with reading(store) as opened:
        assert revisions(opened, FERRY) == []
        with pytest.raises(NotFound, match=r"^https://tribune\.example/ferry is not in the store$"):
            load_article(opened, FERRY)
        with pytest.raises(NotFound, match=r"^revision 2 of https://herald\.example/dock-fire "):
            load_article(opened, DOCK, 2)


def test_articles_saved_again_add_no_row(store: Engine) -> None:
    batch = [at("a", 1), at("b", 2), article(FERRY), replace(article(FERRY), fetched=None)]
    for _ in range(2):
        with session(store) as opened:
            save_articles(opened, batch, datetime.now(UTC))
        counts = row_counts(store)
    assert (counts["article"], counts["revision"]) == (2, 3)
