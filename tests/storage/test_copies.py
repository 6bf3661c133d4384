"""Copies of a text and uses of a picture, found again by key."""

from __future__ import annotations

import pytest

from checkers.errors import NotFound
from checkers.grouping.copies import Copy
from checkers.model import Image, Origin, PictureUse, PictureUses, Stamp
from storage import copies as copies_room
from storage.articles import save_articles
from storage.copies import copies, save_copy
from storage.database import Engine, reading, session
from storage.events import load_outlines
from storage.pictures import EARLIEST_SHOWN, LATEST_SHOWN, picture_uses, save_picture_uses
from storage.readings import mark_read, save_readings
from tests.storage.invented import DOCK, FERRY, HOUR, NOON, article, read, row_counts, settle

SIGNATURE = (0, 1, 2**32 - 1, 2**64 - 1)


def test_articles_that_share_a_band_are_found(store: Engine) -> None:
    with session(store) as opened:
        saved = [one.article for one in save_articles(opened, [article(), article(FERRY)], NOON)]
        save_copy(opened, saved[0], SIGNATURE, ["0:1", "4:2"], DOCK)
        save_copy(opened, saved[1], SIGNATURE[::-1], ["0:9", "4:2", "4:2"], DOCK)
    with reading(store) as opened:
        first, second = Copy(DOCK, DOCK, SIGNATURE), Copy(FERRY, DOCK, SIGNATURE[::-1])
        assert copies(opened, ["0:1"]) == [first]
        assert copies(opened, ["4:2", "0:1"]) == [first, second]
        assert copies(opened, ["nothing"]) == []
        assert copies(opened, []) == []


def test_a_revised_text_takes_the_place_of_the_old_one(store: Engine) -> None:
    with session(store) as opened:
        [saved] = [one.article for one in save_articles(opened, [article()], NOON)]
        save_copy(opened, saved, SIGNATURE, ["0:1"], DOCK)
        save_copy(opened, saved, (), [], FERRY)
        assert copies(opened, ["0:1"]) == []
        save_copy(opened, saved, (7,), ["0:7"], FERRY)
        assert copies(opened, ["0:7"]) == [Copy(DOCK, FERRY, (7,))]


def test_of_many_copies_the_first_to_arrive_are_given(
    store: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies_room, "MOST_COPIES", 2)
    urls = [f"https://o.example/{number}" for number in range(4)]
    with session(store) as opened:
        for url in urls:
            [saved] = save_articles(opened, [article(url)], NOON)
            save_copy(opened, saved.article, (1,), ["0:1"], urls[0])
        assert [copy.url for copy in copies(opened, ["0:1"])] == urls[:2]


def test_a_copy_of_an_unsaved_article_is_refused(store: Engine) -> None:
    with session(store) as opened, pytest.raises(NotFound, match="herald"):
        save_copy(opened, article(), (1,), ["0:1"], DOCK)


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
