"""Events: looked up as grouping asks, loaded with the members that they have today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from checkers.errors import NotFound
from checkers.grouping.grouping import Placed
from checkers.grouping.profile import (
    CROWD,
    Account,
    EventIndex,
    MemoryIndex,
    Placement,
    Sought,
)
from checkers.model import Apart, Article, Event, Member, Origin, Stamp
from storage.articles import save_articles
from storage.database import Engine, reading, session
from storage.events import (
    APART_SHOWN,
    event_changes,
    events_of,
    find_event,
    list_events,
    load_event,
    load_events,
    load_whole_events,
    mark_judged,
    unjudged,
)
from storage.outcomes import save_outcomes
from storage.placements import StoreIndex, save_placed, save_placements
from storage.readings import mark_read, save_readings
from storage.stored import EventChange, EventSummary
from tests.storage.invented import (
    DAY,
    DOCK,
    FERRY,
    HOUR,
    NOON,
    article,
    profile,
    read,
    settle,
    thursday,
    tolls,
    velmara,
)


def published(url: str, hours: int | None) -> Article:
    stamp = None if hours is None else Stamp(NOON + hours * HOUR, Origin.FEED)
    return article(url, published=stamp)


def outline(event: str) -> Event:
    return Event(event, "fire", "Dock fire", thursday(), (velmara(),))


LONG = "caption: " + "ж" * 5000
TOLD = Account(DOCK, NOON, read(article()).mentions[0])


def crowd(index: EventIndex) -> None:
    """More events of one key than are worth a look; of another, more than are kept under one."""
    for number in range(CROWD + 9):
        index.put(profile(f"o{number:02}"), ["many"] + ["more"] * (number % 3 == 0))


def answers(index: EventIndex) -> list[object]:
    """All that grouping may ask."""
    hoods = [index.neighbours(wanted) for wanted in ([], ["", "harbour"], ["town", "harbour"])]
    sought = [Sought(keys, window) for keys in ASKED for window in WINDOWS]
    alone = [index.candidates([one])[0] for one in sought]
    assert index.candidates(sought) == alone  # asked together, each gets what it gets alone
    return [*alone, *hoods, index.taken(["a", "d", "nobody"])]


STORY = ["*|dock+smoke", "*|dock+velmara", "*|smoke+velmara", "*|p:velmara+fire"]
# What grouping does to its index, in this order.
STEPS: list[Callable[[EventIndex], None]] = [
    lambda index: index.put(profile("b"), ["day|velmara", "day|fire"]),
    lambda index: index.put(profile("a", title="Quay fire", accounts=(TOLD,)), ["day|fire", LONG]),
    lambda index: index.put(profile("b", title="Again", main=2, articles=(DOCK,)), []),
    lambda index: index.put(profile("c", when=None, terms=()), ["day|fire", "day|fire"]),
    lambda index: index.put(profile("b", title="And again"), ["day|velmara", "harbour"]),
    lambda index: index.drop("a"),
    lambda index: index.drop("never there"),
    lambda index: index.put(profile("a", title="Back"), ["day|fire"]),
    lambda index: index.put(profile("a", accounts=(TOLD,), hood="harbour"), []),
    lambda index: index.put(profile("d", hood="harbour"), ["day|fire"]),
    lambda index: index.put(profile("b", title="Moved", hood="harbour"), []),
    lambda index: index.drop("d"),
    lambda index: index.put(profile("a", accounts=(TOLD,), hood="town"), []),
    lambda index: index.put(profile("e"), STORY),
    lambda index: index.put(profile("f", when=None), STORY),
    crowd,
]
ASKED = [
    [],
    ["day|fire"],
    ["harbour", "day|velmara", "day|fire"],
    [LONG],
    ["nobody"],
    ["day|fire"] * 3,
    ["many", "more"],
    ["harbour", "day|velmara", "many"],
    STORY,
    STORY[1:],
]
WINDOWS = [None, (NOON - DAY, NOON), (NOON + 300 * DAY, NOON + 301 * DAY)]


def test_the_index_of_a_store_answers_like_the_one_in_memory(store: Engine) -> None:
    memory = MemoryIndex()
    for step in STEPS:
        step(memory)
        with session(store) as opened:
            index = StoreIndex(opened)
            step(index)
            assert answers(index) == answers(memory)
    with reading(store) as opened:
        assert answers(StoreIndex(opened)) == answers(memory)


@pytest.mark.parametrize(
    ("keys", "days", "met"),
    [(4, 0, True), (3, 0, True), (3, 119, True), (3, 122, False), (4, 122, True)],
)
def test_what_lies_a_season_apart_is_met_where_much_is_shared(
    store: Engine, keys: int, days: int, met: bool
) -> None:
    with session(store) as opened:
        index = StoreIndex(opened)
        index.put(profile("dock"), STORY)
        later = NOON + days * DAY
        [found] = index.candidates([Sought(STORY[:keys], (later, later))])
        assert [event.id for event in found] == ["dock"] * met


def test_what_has_no_date_is_met_however_little_is_shared(store: Engine) -> None:
    with session(store) as opened:
        index = StoreIndex(opened)
        index.put(profile("dock", when=None), STORY)
        later = NOON + 300 * DAY
        assert [
            [one.id for one in found]
            for found in index.candidates([Sought(STORY[:1], (later, later)), Sought(STORY[:1])])
        ] == [["dock"], ["dock"]]


def test_the_events_that_an_article_is_in_are_found_by_its_address(store: Engine) -> None:
    settle(store, [article()], "dock")
    dock = profile("dock", accounts=(TOLD,))
    with session(store) as opened:
        index = StoreIndex(opened)
        index.put(dock, [])
        assert index.holding([DOCK, FERRY]) == [dock]
        assert index.holding([FERRY]) == []


def test_what_is_left_of_an_event_goes_to_its_heir_and_is_on_record(store: Engine) -> None:
    saved = settle(store, [article(), article(FERRY)], "dock")
    settle(store, [article("https://o.example/")], "quay")
    with session(store) as opened:
        mark_judged(opened, ["dock", "quay"])
        moved = Placement("m1", "quay", ("same ship",), url=FERRY, left="dock")
        save_placed(opened, Placed({}, [moved], {"dock": "quay"}), [], {}, NOON + DAY)
    with reading(store) as opened:
        quay = load_event(opened, "quay")
        assert {one.reading.article.url for one in quay.members} >= {one.url for one in saved}
        assert load_event(opened, "dock").members == ()
        assert unjudged(opened) == ["dock", "quay"]
        changes = [
            EventChange(NOON + DAY, "dock", "quay", FERRY, ("same ship",)),
            EventChange(NOON + DAY, "dock", "quay", "", ()),
        ]
        assert event_changes(opened, "dock") == event_changes(opened, "quay") == changes
        assert event_changes(opened, "nothing") == []


def test_a_mention_of_another_article_is_moved_where_it_was(store: Engine) -> None:
    [first] = settle(store, [article()], "dock")
    [second] = settle(store, [article(FERRY)], "ferry")
    settle(store, [article("https://o.example/")], "other")
    with session(store) as opened:
        mark_judged(opened, ["dock", "ferry", "other"])
        moved = Placement("m1", "ferry", ("same ship",), url=DOCK, left="dock")
        gone = Placement("m1", "ferry", url="https://o.example/", left="dock")
        save_placements(opened, second, [Placement("m1", "ferry"), moved, gone], "Tribune")
    with reading(store) as opened:
        assert load_event(opened, "dock").members == ()
        assert load_event(opened, "ferry").members == (
            Member(read(first), "m1", ("same ship",), "The Velmara Herald"),
            Member(read(second), "m1", (), "Tribune"),
        )
        assert [one.event.id for one in list_events(opened)] == ["ferry", "other"]
        assert unjudged(opened) == ["dock", "ferry"]


def test_an_event_has_its_members_the_first_published_first(store: Engine) -> None:
    given = [
        published("https://c.example/", None),
        published("https://b.example/", 3),
        published("https://a.example/", 3),
        published("https://d.example/", 1),
    ]
    saved = settle(store, given)
    with reading(store) as opened:
        event = load_event(opened, "dock")
    in_order = [saved[3], saved[2], saved[1], saved[0]]
    members = tuple(
        Member(read(one), "m1", ("same day",), "The Velmara Herald") for one in in_order
    )
    assert event == replace(outline("dock"), members=members)


def test_the_latest_readable_revision_speaks_for_its_article(store: Engine) -> None:
    first = article()
    second = article(text="Thirteen people were killed in Velmara.", fetched=NOON + 2 * HOUR)
    gone = article(text="Page not found", fetched=NOON + 3 * HOUR, status=404)
    settle(store, [first])
    settle(store, [second])
    with session(store) as opened:
        [failed] = [one.article for one in save_articles(opened, [gone], NOON)]
        mark_read(opened, [failed], "failed", "404")
        [member] = load_event(opened, "dock").members
    assert (member.reading.article.revision, member.reading.article.text) == (2, second.text)


def test_an_article_that_turned_to_another_event_leaves_the_first(store: Engine) -> None:
    settle(store, [article(), article(FERRY)], "dock")
    with session(store) as opened:
        mark_judged(opened, ["dock"])
    settle(store, [article(text="Nine people drowned.", fetched=NOON + 2 * HOUR)], "ferry")
    with reading(store) as opened:
        dock, ferry = load_events(opened, ["dock", "ferry"])
        assert [one.reading.article.url for one in dock.members] == [FERRY]
        assert [one.reading.article.url for one in ferry.members] == [DOCK]
        assert unjudged(opened) == ["dock", "ferry"], "both are other events now"
        assert events_of(opened, [DOCK]) == ["ferry"]
        assert events_of(opened, [DOCK, FERRY, "https://unknown.example/"]) == ["dock", "ferry"]


def test_an_event_is_judged_again_when_it_changes(store: Engine) -> None:
    settle(store, [article()])
    with session(store) as opened:
        assert unjudged(opened) == ["dock"]
        mark_judged(opened, ["dock"])
        assert unjudged(opened) == []
    settle(store, [article(FERRY)])
    with reading(store) as opened:
        assert unjudged(opened) == ["dock"]


def test_an_event_that_came_into_another_neighbourhood_is_not_judged_again(store: Engine) -> None:
    settle(store, [article()])
    with session(store) as opened:
        mark_judged(opened, ["dock"])
        index = StoreIndex(opened)
        [[dock]] = index.candidates([Sought(["*|dock"])])
        index.put(replace(dock, hood="harbour"), [])
    with session(store) as opened:
        index = StoreIndex(opened)
        assert index.neighbours(["harbour"]) == [replace(dock, hood="harbour")]
        assert unjudged(opened) == []
        index.put(replace(dock, hood="harbour", title="Quay fire"), [])
        assert unjudged(opened) == ["dock"]


def test_a_background_mention_is_a_member_that_is_not_about_it(store: Engine) -> None:
    [saved] = settle(store, [article()])
    with session(store) as opened:
        StoreIndex(opened).put(profile("old"), [])
        save_placements(opened, saved, [Placement("m2", "old")], "")
        [member] = load_event(opened, "old").members
    assert member == Member(read(saved), "m2")
    assert not member.about


def test_events_kept_apart_are_shown_from_both_sides(store: Engine) -> None:
    [dock] = settle(store, [article()], "dock")
    [ferry] = settle(store, [article(FERRY)], "ferry")
    with session(store) as opened:
        StoreIndex(opened).put(profile("empty"), [])
        apart = (("ferry", "another day"), ("empty", "nobody speaks of it"))
        save_placements(opened, dock, [Placement("m1", "dock", (), apart)], "Herald")
        save_placements(opened, ferry, [Placement("m1", "ferry", (), (("ferry", "itself"),))], "")
    with reading(store) as opened:
        dock_event, ferry_event = load_event(opened, "dock"), load_event(opened, "ferry")
        together = load_whole_events(opened, ["ferry", "dock"])
    assert dock_event.apart == (Apart(replace(ferry_event, apart=()), "another day"),)
    assert ferry_event.apart == (Apart(replace(dock_event, apart=()), "another day"),)
    assert together == [ferry_event, dock_event]


def test_of_many_events_kept_apart_the_nearest_in_time_are_shown(store: Engine) -> None:
    [dock] = settle(store, [article()], "dock")
    others = [f"other{number:02}" for number in range(APART_SHOWN + 5)]
    for number, other in enumerate(others):
        settle(store, [article(f"https://o.example/{number}")], other)
    with session(store) as opened:
        index = StoreIndex(opened)
        for number, other in enumerate(others):
            when = thursday()
            assert when.first is not None
            index.put(profile(other, when=replace(when, first=when.first + number * DAY)), [])
        apart = tuple((other, "another day") for other in reversed(others))
        save_placements(opened, dock, [Placement("m1", "dock", (), apart)], "")
        [dock_event, *rest] = load_whole_events(opened, ["dock", *others])
    assert [one.event.id for one in dock_event.apart] == others[:APART_SHOWN]
    assert [one.event.id for event in rest for one in event.apart] == ["dock"] * len(rest)


def test_placing_again_changes_nothing(store: Engine) -> None:
    for _ in range(2):
        settle(store, [article(), article(FERRY)])
        with reading(store) as opened:
            members = load_event(opened, "dock").members
        assert [one.reading.article.url for one in members] == [DOCK, FERRY]


def test_a_mention_that_was_never_read_cannot_be_placed(store: Engine) -> None:
    [saved] = settle(store, [article()])
    placements = [Placement("m1", "dock"), Placement("m9", "dock")]
    with session(store) as opened, pytest.raises(NotFound, match=r"lacks a mention of m1, m9$"):
        save_placements(opened, saved, placements, "")


FOUND = {  # what is typed: the event, or what the message says
    "e1a2": "e1a2",
    "e1b": "e1b2c3",
    "e1a2b": "e1a2b3",
    "e1": "'e1' fits several events: e1a2, e1a2b3, e1b2c3; add a character",
    "f": "no event 'f' is in the store; recount events lists them",
    "": "no event '' is in the store; recount events lists them",
    "%": "no event '%' is in the store; recount events lists them",
    "e1\x00": "no event 'e1\\x00' is in the store; recount events lists them",
}


@pytest.mark.parametrize(("typed", "found"), FOUND.items(), ids=map(repr, FOUND))
def test_an_event_is_found_by_the_beginning_of_its_id(
    store: Engine, typed: str, found: str
) -> None:
    with session(store) as opened:
        for event in ("e1a2", "e1a2b3", "e1b2c3"):
            StoreIndex(opened).put(profile(event), [])
        try:
            said = find_event(opened, typed).id
        except NotFound as error:
            said = str(error)
    assert said == found


def test_an_unknown_event_is_named(store: Engine) -> None:
    with reading(store) as opened:
        assert load_events(opened, ["nothing"]) == []
        with pytest.raises(NotFound, match=r"^event 'nothing' is not in the store"):
            load_event(opened, "nothing")
        with pytest.raises(NotFound, match=r"^event 'nothing' is not in the store"):
            load_whole_events(opened, ["nothing"])


LISTED = {  # filter: ids in order
    "all, the latest first, those of unknown time last": ({}, ["new", "dock", "undated"]),
    "of a kind": ({"kind": "storm"}, ["new"]),
    "words in any case": ({"text": "STORM"}, ["new"]),
    "a place": ({"text": "velm"}, ["new", "dock", "undated"]),
    "signs of a pattern are words": ({"text": "%"}, []),
    "since": ({"since": NOON + DAY}, ["new"]),
    "until": ({"until": NOON + DAY}, ["dock"]),
    "no more than": ({"limit": 1}, ["new"]),
}


@pytest.mark.parametrize(("wanted", "ids"), LISTED.values(), ids=LISTED)
def test_events_are_listed(store: Engine, wanted: dict[str, object], ids: list[str]) -> None:
    week = thursday()
    assert week.first is not None
    assert week.last is not None
    later = replace(week, first=week.first + 7 * DAY, last=week.last + 7 * DAY)
    settle(store, [article("https://u.example/")], "undated")
    settle(store, [article("https://n.example/")], "new")
    settle(store, [article()], "dock")
    with session(store) as opened:
        index = StoreIndex(opened)
        index.put(profile("undated", when=None), [])
        index.put(profile("new", kind="storm", title="Storm at sea", when=later), [])
        index.put(profile("nobody speaks of it", when=later), [])
    with reading(store) as opened:
        found = list_events(opened, **wanted)  # type: ignore[arg-type]  # a table of keywords
    assert [one.event.id for one in found] == ids


def test_a_listed_event_counts_articles_mentions_and_findings(store: Engine) -> None:
    saved = settle(store, [article(), article(FERRY)])
    with session(store) as opened:
        save_placements(opened, saved[0], [Placement("m2", "dock")], "")
        [passing] = [
            one.article for one in save_articles(opened, [article("https://p.example/")], NOON)
        ]
        save_readings(opened, [read(passing)])
        save_placements(opened, passing, [Placement("m2", "dock")], "")
        mark_read(opened, [passing])
        save_outcomes(opened, [tolls(), tolls("injured|people")], NOON)
        assert list_events(opened) == [EventSummary(outline("dock"), 2, 1, 2)]


def test_many_readings_of_one_event_stay_whole(store: Engine) -> None:
    saved = settle(store, [article(f"https://o.example/{number:03}") for number in range(150)])
    with reading(store) as opened:
        members = load_event(opened, "dock").members
    assert [one.reading for one in members] == [read(one) for one in saved]
