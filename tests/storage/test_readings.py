"""Readings: loaded as they were saved, replaced whole, and never forgotten half done."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest

from checkers.errors import NotFound
from checkers.model import Reading
from storage.articles import save_articles
from storage.database import Engine, reading, session
from storage.readings import (
    load_reading,
    mark_read,
    mark_readings_judged,
    save_readings,
    unjudged_readings,
    unread,
)
from tests.storage.invented import DOCK, FERRY, HOUR, NOON, article, read, row_counts

FIRST = article()
SECOND = article(text="Thirteen people were killed in Velmara.", fetched=NOON + 2 * HOUR)
OTHER = article(FERRY, "Nine people were killed on Thursday.")


def test_a_reading_comes_back_exactly(store: Engine) -> None:
    with session(store) as opened:
        [saved] = save_articles(opened, [FIRST], NOON)
        given = read(saved.article)
        save_readings(opened, [given])
    with reading(store) as opened:
        loaded = load_reading(opened, DOCK)
    assert repr(loaded) == repr(given)
    assert loaded == given
    assert {claim.article is loaded.article for claim in loaded.claims} == {True}
    assert [claim.said for claim in loaded.claims] == [claim.said for claim in given.claims]


def test_each_revision_has_its_own_reading(store: Engine) -> None:
    with session(store) as opened:
        saved = [one.article for one in save_articles(opened, [FIRST, SECOND], NOON)]
        save_readings(opened, [read(one) for one in saved])
        assert load_reading(opened, DOCK) == read(saved[1])
        assert load_reading(opened, DOCK, 1) == read(saved[0])


def test_reading_again_replaces_what_was_read(store: Engine) -> None:
    with session(store) as opened:
        [saved] = save_articles(opened, [FIRST], NOON)
        save_readings(opened, [read(saved.article)])
    with session(store) as opened:
        save_readings(opened, [Reading(saved.article, not_news="satire")])
    with reading(store) as opened:
        assert load_reading(opened, DOCK) == Reading(saved.article, not_news="satire")
    assert (row_counts(store)["claim"], row_counts(store)["mention"]) == (0, 0)


def test_a_reading_of_an_unsaved_article_is_refused(store: Engine) -> None:
    with session(store) as opened:
        with pytest.raises(
            NotFound, match=r"^revision 1 of https://herald\S+ is not in the store$"
        ):
            save_readings(opened, [read(FIRST)])
        with pytest.raises(NotFound, match=r"^no reading of https://herald\S+ is in the store$"):
            load_reading(opened, DOCK)


def test_what_is_unread_is_found_until_it_is_marked(store: Engine) -> None:
    with session(store) as opened:
        saved = [one.article for one in save_articles(opened, [FIRST, SECOND, OTHER], NOON)]
    with session(store) as opened:
        assert unread(opened, 10) == saved
        assert unread(opened, 2) == saved[:2]
        mark_read(opened, saved[:1])
        mark_read(opened, saved[1:2], "failed", "the reader tripped")
    with reading(store) as opened:
        assert unread(opened, 10) == saved[2:]


def test_what_was_read_is_judged_once(store: Engine) -> None:
    with session(store) as opened:
        saved = [one.article for one in save_articles(opened, [FIRST, OTHER], NOON)]
        save_readings(opened, [read(one) for one in saved])
        assert unjudged_readings(opened, 10) == [], "its mentions may not be placed yet"
        mark_read(opened, saved)
        assert unjudged_readings(opened, 10) == [read(one) for one in saved]
        assert unjudged_readings(opened, 1) == [read(saved[0])]
        mark_readings_judged(opened, saved[:1])
        assert unjudged_readings(opened, 10) == [read(saved[1])]


def test_a_batch_that_breaks_leaves_nothing(store: Engine) -> None:
    with session(store) as opened:
        saved = [one.article for one in save_articles(opened, [FIRST, OTHER], NOON)]
    before = row_counts(store)
    with suppress(InterruptedError), session(store) as opened:
        save_readings(opened, [read(one) for one in saved])
        mark_read(opened, saved)
        raise InterruptedError
    assert row_counts(store) == before
    with reading(store) as opened:
        assert unread(opened, 10) == saved


def test_a_number_that_moved_takes_its_reading_along(store: Engine) -> None:
    with session(store) as opened:
        [late] = [one.article for one in save_articles(opened, [SECOND], NOON)]
        save_readings(opened, [read(late)])
        mark_read(opened, [late])
        mark_readings_judged(opened, [late])
    with session(store) as opened:
        save_articles(opened, [FIRST], NOON)
        moved = replace(late, revision=2)
        assert load_reading(opened, DOCK, 2) == read(moved)
        assert unjudged_readings(opened, 10) == [read(moved)], "its key changed: judged again"
