"""What is remembered of sources, pages and hosts comes back as it was, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from storage.answers import lied_at, load_answers, load_rests, save_answers, save_rest
from storage.articles import save_articles
from storage.database import Engine, reading, session
from storage.pages import (
    gone_pages,
    latest_revision,
    load_page,
    pages_to_check,
    save_pages,
    sources_to_check,
)
from storage.sources import add_source
from storage.standing import standings
from storage.stored import Source
from storage.visited import Answered, Page, Standing, Visits
from storage.visits import load_visits, save_visits, try_again
from tests.storage.invented import DAY, DOCK, HOUR, NOON, article

FEED = "https://herald.example/feed?" + "a" * 4000  # longer than any index takes
ANSWER = Answered(FEED, '"1"', "Thu, 05 Mar 2026 20:00:00 GMT", "d" * 64, 3)
ENTRY = {"link": DOCK, "published": {"at": "2026-03-05T18:30:00+02:00", "origin": "feed"}}
PAGE = Page(DOCK, DOCK, "herald", ENTRY, "t" * 64, NOON, NOON, NOON + HOUR)


def test_answers_replace_each_other(store: Engine) -> None:
    lying = replace(ANSWER, url="https://other.example/a", lied=NOON, moved="https://new.example/")
    with session(store) as opened:
        save_answers(opened, [ANSWER, lying])
        save_answers(opened, [replace(ANSWER, since_full=4)])
        save_answers(opened, [])
    with reading(store) as opened:
        assert load_answers(opened, [FEED, lying.url, "https://new.example/"]) == {
            FEED: replace(ANSWER, since_full=4),
            lying.url: lying,
        }
        assert lied_at(opened, "https://OTHER.example/b") == NOON
        assert lied_at(opened, FEED) is None


def test_characters_that_no_database_holds_come_back_replaced(store: Engine) -> None:
    with session(store) as opened:
        save_answers(opened, [replace(ANSWER, etag='"\x00"')])
        assert load_answers(opened, [FEED])[FEED].etag == '"\ufffd"'


def test_hosts_are_left_alone_until_then(store: Engine) -> None:
    with session(store) as opened:
        save_rest(opened, "herald.example", NOON + DAY)
        save_rest(opened, "herald.example", NOON + HOUR)
        assert load_rests(opened, NOON) == {"herald.example": NOON + HOUR}
        assert load_rests(opened, NOON + HOUR) == {}


def test_visits_of_a_source_never_visited_are_empty(store: Engine) -> None:
    failing = Visits(FEED, NOON, NOON, NOON, 3600, NOON + HOUR, NOON, 7, NOON - DAY, NOON)
    with session(store) as opened:
        assert load_visits(opened, [FEED]) == {FEED: Visits(FEED)}
        save_visits(opened, Visits(FEED, next=NOON))
        save_visits(opened, failing)
        assert load_visits(opened, [FEED]) == {FEED: failing}
        try_again(opened, FEED)
        assert load_visits(opened, [FEED])[FEED] == replace(
            failing, next=None, failures=0, failing_since=None, given_up=None
        )


def test_pages_are_found_when_they_are_due(store: Engine) -> None:
    later = replace(PAGE, url=f"{DOCK}?b", due=NOON + DAY, gone=NOON)
    done = replace(PAGE, url=f"{DOCK}?c", due=None, source="tribune")
    with session(store) as opened:
        save_pages(opened, [later, PAGE, done])
    with reading(store) as opened:
        assert load_page(opened, DOCK) == PAGE
        assert load_page(opened, f"{DOCK}?d") is None
        assert pages_to_check(opened, "herald", NOON + HOUR) == [PAGE]
        assert pages_to_check(opened, "herald", None) == [PAGE, later]
        assert pages_to_check(opened, "tribune", None) == []
        assert sources_to_check(opened, NOON + HOUR - timedelta(seconds=1)) == set()
        assert sources_to_check(opened, NOON + HOUR) == {"herald"}
        assert gone_pages(opened) == {"herald": 1}


def test_the_latest_revision_of_an_article_is_known(store: Engine) -> None:
    with session(store) as opened:
        assert latest_revision(opened, DOCK) == 0
        edited = replace(article(), text="Another text.", fetched=NOON + HOUR)
        save_articles(opened, [article(), edited], NOON)
        assert latest_revision(opened, DOCK) == 2


def test_how_a_source_stands(store: Engine) -> None:
    with session(store) as opened:
        herald = add_source(opened, Source("herald", FEED), NOON)
        other = add_source(opened, Source("other", "https://other.example/"), NOON)
        save_answers(opened, [ANSWER])
        save_visits(opened, Visits(FEED, next=NOON))
        save_pages(opened, [replace(PAGE, gone=NOON)])
        assert standings(opened, [other, herald]) == [
            Standing(other, Visits(other.url)),
            Standing(herald, Visits(FEED, next=NOON), ANSWER, 1),
        ]
