"""A whole night over invented articles, as a process of its own: `python -m tests.storage.night`.

It works as the flows do, in small transactions, and finishes whatever an earlier night left. It can
be told to die at a point, as if the machine had been switched off there.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import datetime

from checkers.grouping.profile import Placement, Sought
from checkers.model import Article, Outcome
from storage.articles import save_articles
from storage.copies import NewTexts
from storage.database import Engine, Session, open_database, session
from storage.events import load_event, mark_judged, unjudged
from storage.outcomes import save_outcomes
from storage.pictures import picture_uses, save_picture_uses
from storage.placements import StoreIndex, save_placements
from storage.readings import (
    mark_read,
    mark_readings_judged,
    save_readings,
    unjudged_readings,
    unread,
)
from storage.sources import add_source
from storage.stored import Source
from tests.storage.invented import (
    FERRY,
    HOUR,
    NOON,
    article,
    evidence,
    finding,
    profile,
    read,
    reconciled,
    side,
)

POINTS = ("saved", "half read", "read", "half judged", "judged")

ARTICLES = (
    article(),
    article(FERRY, "Thirteen people were killed on Thursday."),
    article("https://gazette.example/", "Nine people were killed on Thursday in Velmara."),
    article(text="Nine people were killed on Thursday.", fetched=NOON + 2 * HOUR),
)

# Small, so that a night has several of each kind of transaction.
BATCH = 2


def night(store: Engine, seen: datetime, dies: str = "") -> None:
    """Take in, read, place and judge all articles; die at one of ``POINTS`` if told to."""
    with session(store) as opened:
        add_source(opened, Source("herald", "https://herald.example/feed"), seen)
        save_articles(opened, ARTICLES, seen)
    _die("saved", dies)
    while _read_some(store, dies):
        _die("read", dies)
    while _judge_some(store, seen, dies):
        _die("judged", dies)


def _read_some(store: Engine, dies: str) -> bool:
    with session(store) as opened:
        articles = unread(opened, BATCH)
        save_readings(opened, [read(one) for one in articles])
        _die("half read", dies)
        for one in articles:
            _place(opened, one)
        mark_read(opened, articles)
    return bool(articles)


def _place(opened: Session, one: Article) -> None:
    texts = NewTexts(opened, [one], ["0:1", "4:2", "headline"])
    roots = {copy.root for copy in texts.copies(["0:1"])} or {one.url}
    texts.keep(one, (1, 2), ["0:1", "4:2"], ["headline"], min(roots))
    texts.save()
    save_picture_uses(opened, one, [("smoke", 0)])
    index = StoreIndex(opened)
    [found] = index.candidates([Sought(["2026-03-05|p:velmara"])])
    known = {one.id for one in found}
    event = min(known, default="dock")
    index.put(profile(event), ["2026-03-05|p:velmara"])
    save_placements(opened, one, [Placement("m1", event, ("same day",))], min(roots))


def _judge_some(store: Engine, seen: datetime, dies: str) -> bool:
    with session(store) as opened:
        readings = unjudged_readings(opened, BATCH)
        events = unjudged(opened)
        outcomes: list[Outcome] = [reconciled()]
        for event in events:
            told = [member.reading.article for member in load_event(opened, event).members]
            words = {one.url: one.text.split()[0] for one in told}
            sides = [side(words[one.url], evidence(one, words[one.url], "")) for one in told]
            outcomes.append(finding(*sides))
        save_outcomes(opened, outcomes, seen, "a run")
        _die("half judged", dies)
        assert len(picture_uses(opened, "smoke").uses) == 3
        mark_judged(opened, events)
        mark_readings_judged(opened, [reading.article for reading in readings])
    return bool(readings or events)


def _die(point: str, dies: str) -> None:
    if point == dies:
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    url, dies_at = sys.argv[1], sys.argv[2]
    night(open_database(url), NOON, dies_at)
