"""What the past holds of an article: its revisions."""

from __future__ import annotations

from checkers.model import Origin, Stamp
from storage.articles import save_articles
from storage.database import Engine, reading, session
from storage.histories import load_histories, published_before
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
