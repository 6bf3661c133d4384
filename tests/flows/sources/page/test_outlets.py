"""Forty pages in the manner of real outlets' markup, read whole.

The texts, places, people and outlets are invented. What a page must give stands in its last
comment: every caption, credit and date, each picture with its address, and how each paragraph of
the text begins.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from checkers.compare.pages import PAGE_KEY
from checkers.model import Article, Image, Stamp
from flows.sources.pages import article_from_html

FOLDER = Path(__file__).parent / "outlets"
PAGES = sorted(FOLDER.glob("*.html"))
GOLD = re.compile(r"<!--gold (?P<gold>.*)-->\s*$", re.DOTALL)
FIELDS = ("url", "title", "author", "publisher", "section", "language")
# Pages that are not read as they should be, with the reason.
KNOWN_FAILURES: dict[str, str] = {}


def read(page: Path) -> tuple[Article, dict[str, Any]]:
    markup = page.read_text(encoding="utf-8")
    match = GOLD.search(markup)
    assert match, f"{page.name} has no gold"
    gold = json.loads(match["gold"])
    return article_from_html(markup, gold.get("asked", gold["url"]), None), gold


def shown(stamp: Stamp | None) -> str:
    """A stamp as the gold writes it: moment or day, and where the page says so."""
    if stamp is None:
        return ""
    return f"{f'{stamp.day} day' if stamp.day_only else stamp.at.isoformat()} {stamp.origin.value}"


def cases() -> list[Any]:
    return [
        pytest.param(
            page,
            id=page.stem,
            marks=[pytest.mark.xfail(strict=True, reason=KNOWN_FAILURES[page.stem])]
            if page.stem in KNOWN_FAILURES
            else [],
        )
        for page in PAGES
    ]


@pytest.mark.parametrize("page", cases())
def test_a_page_is_read_whole(page: Path) -> None:
    article, gold = read(page)
    assert list(article.images) == [Image(**picture) for picture in gold["images"]]
    assert {name: getattr(article, name) for name in FIELDS} == {
        name: gold[name] for name in FIELDS
    }
    assert (shown(article.published), shown(article.modified)) == (
        gold.get("published", ""),
        gold.get("modified", ""),
    )
    assert article.metadata.get(PAGE_KEY, "") == gold.get("kind", "")
    begins = [" ".join(words.split()[:3]) for words in article.text.split("\n\n")]
    assert gold["text"] is None or begins == gold["text"]


def test_captions_stay_with_their_pictures() -> None:
    """At least 95 of 100 captions stand with the right picture, and no caption is made up."""
    right = given = expected = 0
    for page in PAGES:
        article, gold = read(page)
        wanted = {(p.get("url", ""), p["caption"]) for p in gold["images"] if p.get("caption")}
        found = {(image.url, image.caption) for image in article.images if image.caption}
        right += len(wanted & found)
        given += len(found)
        expected += len(wanted)
    assert len(PAGES) >= 40
    assert expected >= 75
    assert right / expected >= 0.95
    assert right / given >= 0.95
