"""What the past holds beside an article: its revisions, and pages found by what they share."""

from __future__ import annotations

from dataclasses import replace

from checkers.model import Origin, Stamp
from storage import histories as room
from storage.articles import save_articles
from storage.copies import save_copy
from storage.database import Engine, reading, session
from storage.histories import load_histories, published_before, sharing, uncrowded
from storage.readings import save_readings
from tests.storage.invented import DAY, DOCK, FERRY, NOON, article, read


def test_a_history_holds_every_revision_that_was_read_the_oldest_first(store: Engine) -> None:
    pages = [
        article(),
        article(text="Ten people were killed.", fetched=NOON + 2 * DAY),
        article(text="Nine people were killed.", fetched=NOON + DAY),
        article(FERRY),
    ]
    with session(store) as opened:
        for page in pages:
            [saved] = save_articles(opened, [page], NOON)
            if page is not pages[3]:
                save_readings(opened, [read(saved.article)])
    with reading(store) as opened:
        found = load_histories(opened, [DOCK, FERRY, "https://unknown.example/"])
    assert {url: [one.article.text for one in past] for url, past in found.items()} == {
        DOCK: [pages[0].text, pages[2].text, pages[1].text]
    }


def test_the_date_that_the_revision_before_gave(store: Engine) -> None:
    later = Stamp(NOON + 400 * DAY, Origin.FEED)
    pages = [article(), article(published=later, fetched=NOON + DAY)]
    with session(store) as opened:
        saved = [one.article for one in save_articles(opened, pages, NOON)]
        assert [published_before(opened, one) for one in saved] == [None, pages[0].published]


def test_pages_are_found_by_the_keys_they_share(store: Engine) -> None:
    held = {
        "https://a.example/": ["band", "s:1", "s:2"],
        "https://b.example/": ["s:1", "s:2"],
        "https://c.example/": ["s:1"],
        "https://d.example/": ["band"],
    }
    with session(store) as opened:
        for url, keys in held.items():
            [saved] = save_articles(opened, [article(url)], NOON)
            save_copy(opened, saved.article, (1,), keys, url)
    with reading(store) as opened:
        first = list(held)
        assert sharing(opened, "", ["s:1", "s:2"], most=9) == [first[0], first[1], first[2]]
        assert sharing(opened, "", ["s:1", "s:2"], most=9, least=2) == first[:2]
        assert sharing(opened, first[0], ["s:1", "s:2"], ["band"], most=9, least=2) == [
            first[1],
            first[3],
        ]
        assert sharing(opened, "", ["s:1"], most=2) == first[:2]
        assert sharing(opened, first[0], ["s:1"], most=1) == [first[1]]
        assert sharing(opened, "", [], most=2) == []


def test_what_a_crowd_shares_leads_nowhere_and_is_not_kept(store: Engine) -> None:
    with session(store) as opened:
        for number in range(room.CROWD):
            page = replace(article(), url=f"https://o.example/{number}")
            [saved] = save_articles(opened, [page], NOON)
            assert uncrowded(opened, ["phrase", f"own {number}"]) == ["phrase", f"own {number}"]
            save_copy(opened, saved.article, (1,), ["phrase", f"own {number}"], page.url)
    with reading(store) as opened:
        assert uncrowded(opened, ["phrase", "new"]) == ["new"]
        assert sharing(opened, "", ["phrase"], most=9) == []
        assert sharing(opened, "", ["own 3"], most=9) == ["https://o.example/3"]
