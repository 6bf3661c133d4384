"""Copies of a text, pages that share some of it, and uses of a picture, found again by key."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import select, update

from checkers.errors import NotFound
from checkers.grouping.copies import Copy
from checkers.model import Image, Origin, PictureUse, PictureUses, Stamp
from storage import copies as room
from storage.articles import save_articles
from storage.copies import KnownTexts, NewTexts, settle_keys
from storage.database import Engine, Session, reading, session
from storage.events import load_outlines
from storage.pictures import EARLIEST_SHOWN, LATEST_SHOWN, picture_uses, save_picture_uses
from storage.readings import mark_read, save_readings
from storage.rows.copies import TEXT_KEY
from tests.storage.invented import DOCK, FERRY, HOUR, NOON, article, read, row_counts, settle

SIGNATURE = (0, 1, 2**32 - 1, 2**64 - 1)


def keep(
    opened: Session,
    url: str,
    bands: Sequence[str],
    traces: Sequence[str] = (),
    *,
    signature: Sequence[int] = (1,),
    root: str = DOCK,
) -> None:
    """Store an article with the keys of its text."""
    [saved] = save_articles(opened, [article(url)], NOON)
    texts = NewTexts(opened, [saved.article], [*bands, *traces])
    texts.keep(saved.article, signature, bands, traces, root)
    texts.save()


def copies(opened: Session, bands: Sequence[str]) -> list[Copy]:
    return NewTexts(opened, [], bands).copies(bands)


def sharing(
    opened: Session, url: str, keys: Sequence[str], bands: Sequence[str] = (), **limits: int
) -> list[str]:
    return KnownTexts(opened, [*keys, *bands]).sharing(url, keys, bands, **{"most": 9, **limits})


def test_articles_that_share_a_band_are_found(store: Engine) -> None:
    with session(store) as opened:
        keep(opened, DOCK, ["0:1", "4:2"], signature=SIGNATURE)
        keep(opened, FERRY, ["0:9", "4:2", "4:2"], signature=SIGNATURE[::-1])
    with reading(store) as opened:
        first, second = Copy(DOCK, DOCK, SIGNATURE), Copy(FERRY, DOCK, SIGNATURE[::-1])
        assert copies(opened, ["0:1"]) == [first]
        assert copies(opened, ["4:2", "0:1"]) == [first, second]
        assert copies(opened, ["nothing"]) == []
        assert copies(opened, []) == []


def test_articles_of_one_batch_find_those_before_them(store: Engine) -> None:
    with session(store) as opened:
        saved = [one.article for one in save_articles(opened, [article(), article(FERRY)], NOON)]
        texts = NewTexts(opened, saved, ["0:1", "headline"])
        assert texts.copies(["0:1"]) == []
        texts.keep(saved[0], SIGNATURE, ["0:1"], ["headline"], DOCK)
        assert texts.copies(["0:1"]) == [Copy(DOCK, DOCK, SIGNATURE)]
        texts.keep(saved[1], SIGNATURE[::-1], ["0:1"], ["headline"], DOCK)
        met = texts.copies(["0:1"])
        texts.save()
    with reading(store) as opened:
        assert copies(opened, ["0:1"]) == met
        assert sharing(opened, "", ["headline"]) == [DOCK, FERRY]


def test_a_revised_text_takes_the_place_of_the_old_one(store: Engine) -> None:
    with session(store) as opened:
        keep(opened, DOCK, ["0:1"], ["headline"], signature=SIGNATURE)
        [saved] = [one.article for one in save_articles(opened, [article()], NOON)]
        texts = NewTexts(opened, [saved], ["0:1", "headline"])
        assert [copy.url for copy in texts.copies(["0:1"])] == [DOCK]
        texts.keep(saved, (), [], [], FERRY)
        assert texts.copies(["0:1"]) == []
        texts.save()
        assert copies(opened, ["0:1"]) == []
        assert sharing(opened, "", ["headline"]) == []
        keep(opened, DOCK, ["0:7"], signature=(7,), root=FERRY)
        assert copies(opened, ["0:7"]) == [Copy(DOCK, FERRY, (7,))]


def test_of_many_copies_the_first_to_arrive_are_given(
    store: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOST_COPIES", 2)
    urls = [f"https://o.example/{number}" for number in range(4)]
    with session(store) as opened:
        for url in urls:
            keep(opened, url, ["0:1"], root=urls[0])
        assert [copy.url for copy in copies(opened, ["0:1"])] == urls[:2]


def test_a_copy_of_an_unsaved_article_is_refused(store: Engine) -> None:
    with session(store) as opened, pytest.raises(NotFound, match="herald"):
        NewTexts(opened, [article()], ["0:1"])


HELD = {
    "https://a.example/": (["band"], ["s:1", "s:2"]),
    "https://b.example/": ([], ["s:1", "s:2"]),
    "https://c.example/": ([], ["s:1"]),
    "https://d.example/": (["band"], []),
}


def test_pages_are_found_by_the_keys_they_share(store: Engine) -> None:
    with session(store) as opened:
        for url, (bands, traces) in HELD.items():
            keep(opened, url, bands, traces)
    with reading(store) as opened:
        first = list(HELD)
        assert sharing(opened, "", ["s:1", "s:2"]) == first[:3]
        assert sharing(opened, "", ["s:1", "s:2"], least=2) == first[:2]
        assert sharing(opened, first[0], ["s:1", "s:2"], ["band"], least=2) == [first[1], first[3]]
        assert sharing(opened, "", ["s:1"], most=2) == first[:2]
        assert sharing(opened, first[0], ["s:1"], most=1) == [first[1]]
        assert sharing(opened, "", [], most=2) == []


def test_what_a_crowd_shares_leads_nowhere_and_is_not_kept(store: Engine) -> None:
    with session(store) as opened:
        for number in range(room.CROWD + 2):
            keep(opened, f"https://o.example/{number}", [], ["phrase", f"own {number}"])
    with reading(store) as opened:
        assert sharing(opened, "", ["phrase"]) == []
        assert sharing(opened, "", ["own 3"]) == ["https://o.example/3"]
        assert sharing(opened, "", [f"own {room.CROWD}"]) == [f"https://o.example/{room.CROWD}"]
    assert row_counts(store)["text_key"] == 2 * room.CROWD + 2


def test_keys_lead_to_the_same_articles_once_they_are_no_longer_the_latest(
    store: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found() -> list[object]:
        with reading(store) as opened:
            shared = [sharing(opened, "", ["s:1", "s:2"], ["band"], least=2)]
            return [*shared, copies(opened, ["band"]), sharing(opened, "", ["phrase"])]

    with session(store) as opened:
        for url, (bands, traces) in list(HELD.items())[:2]:
            keep(opened, url, bands, [*traces, "phrase"])
        opened.connection().execute(update(TEXT_KEY).values(latest=False))
        for url, (bands, traces) in list(HELD.items())[2:]:
            keep(opened, url, bands, [*traces, "phrase"])
    before = found()
    assert before[2] == list(HELD)
    monkeypatch.setattr(room, "MOST_LATEST", -1)
    with session(store) as opened:
        settle_keys(opened)
        assert opened.connection().scalar(select(TEXT_KEY).where(TEXT_KEY.c.latest)) is None
    assert found() == before
    with session(store) as opened:
        keep(opened, DOCK, [f"{number}:1" for number in range(16)])
        assert opened.connection().scalar(select(TEXT_KEY).where(TEXT_KEY.c.latest)) is None


def test_uses_of_a_picture_come_with_reading_and_event(store: Engine) -> None:
    pictures = (Image("a.jpg", data="aGVsbG8="), Image("b.jpg"))
    late = article(
        FERRY, images=pictures, published=Stamp(NOON + HOUR, Origin.FEED), title="Ferry sinks"
    )
    [first] = settle(store, [article()], "dock")
    with session(store) as opened:
        [second, unread] = [
            one.article
            for one in save_articles(opened, [late, article("https://unread.example/")], NOON)
        ]
        save_readings(opened, [read(second)])
        mark_read(opened, [second])
        save_picture_uses(opened, second, [("b", 1), ("a", 0), ("b", 0)])
        save_picture_uses(opened, first, [("b", 0)])
        save_picture_uses(opened, unread, [("b", 0)])
    with reading(store) as opened:
        dock = load_outlines(opened, ["dock"])["dock"]
        assert picture_uses(opened, "b") == PictureUses(
            "b",
            (
                PictureUse(read(first), 0, dock),
                PictureUse(read(second), 0, None),
                PictureUse(read(second), 1, None),
            ),
        )
        assert picture_uses(opened, "nothing") == PictureUses("nothing", ())


def test_a_picture_that_an_article_took_away_is_no_use_of_it(store: Engine) -> None:
    [first] = settle(store, [article()])
    with session(store) as opened:
        save_picture_uses(opened, first, [("a", 0)])
    settle(store, [article(images=(), text="Thirteen dead", fetched=NOON + 2 * HOUR)])
    with reading(store) as opened:
        assert picture_uses(opened, "a").uses == ()


def test_of_very_many_uses_the_earliest_and_the_latest_are_given(store: Engine) -> None:
    hours = range(EARLIEST_SHOWN + LATEST_SHOWN + 2)
    saved = settle(
        store,
        [
            article(f"https://o.example/{hour}", published=Stamp(NOON + hour * HOUR, Origin.FEED))
            for hour in hours
        ],
    )
    with session(store) as opened:
        for one in saved:
            save_picture_uses(opened, one, [("file photo", 0)])
        uses = picture_uses(opened, "file photo").uses
    shown = [*hours[:EARLIEST_SHOWN], *hours[-LATEST_SHOWN:]]
    assert [use.reading.article.url for use in uses] == [
        f"https://o.example/{hour}" for hour in shown
    ]


def test_saving_uses_again_adds_none(store: Engine) -> None:
    [saved] = settle(store, [article()])
    for _ in range(2):
        with session(store) as opened:
            save_picture_uses(opened, saved, [("a", 0), ("caption: " + "ж" * 9000, 0)])
    assert row_counts(store)["picture_use"] == 2
