"""What ships in ``seeds``: the demonstration set and the list of sources are well formed."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup

from checkers.model import Family, Reason, Severity
from seeds import default_sources, demo_expectations, demo_folder

NIGHT = date(2026, 3, 5)
ARCHIVE = "https://broadsheetonline.example/archive/2019/06/13/vessany-earthquake"
WRONG_WEEKDAY = ("https://coastmail.example/shipping/arvesund-ferry-refloated", "Friday", 28)
MONTHS = "January February March April May June July August September October November December"
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
DATED_WEEKDAY = re.compile(
    rf"\b({'|'.join(WEEKDAYS.split())}),? (\d{{1,2}}) ({'|'.join(MONTHS.split())})(?: (\d{{4}}))?"
)


@dataclass(frozen=True, slots=True)
class Shipped:
    """One article of the set, read as simply as its format allows."""

    url: str
    title: str
    text: str
    published: str
    captions: tuple[str, ...]

    def field(self, name: str | None) -> str:
        """The words of one field, of all three where none is named."""
        fields = {"title": self.title, "text": self.text, "caption": "\n".join(self.captions)}
        return fields[name] if name else "\n".join(fields.values())


def of_mapping(article: dict[str, Any], text: str) -> Shipped:
    captions = tuple(image["caption"] for image in article.get("images", ()))
    return Shipped(article["url"], article["title"], text, article["published"], captions)


def of_page(html: str) -> Shipped:
    page = BeautifulSoup(html, "lxml")
    blocks = [json.loads(tag.get_text()) for tag in page.find_all("script", type=re.compile("ld"))]
    parts = [part for block in blocks for part in block.get("@graph", [block])]
    news = next(part for part in parts if part["@type"] == "NewsArticle")
    captions = tuple(tag.get_text() for tag in page.find_all("figcaption"))
    text = "\n\n".join(tag.get_text() for tag in page.select("article p"))
    url = str(page.select("link[rel=canonical]")[0]["href"])
    return Shipped(url, news["headline"], text, news["datePublished"], captions)


def articles_in(file: Path) -> Iterator[Shipped]:
    content = file.read_text(encoding="utf-8")
    match file.suffix:
        case ".md":
            _, front_matter, text = content.split("---\n", 2)
            yield of_mapping(yaml.safe_load(front_matter), text.strip())
        case ".jsonl":
            rows = [json.loads(line) for line in content.splitlines()]
            yield from (of_mapping(row, row["text"]) for row in rows)
        case ".html":
            yield of_page(content)
        case ".txt":
            yield Shipped(file.name, "", content, "", ())
        case suffix:
            raise AssertionError(f"{file.name}: nothing reads {suffix}")


FILES = sorted(demo_folder().iterdir())
ARTICLES = [article for file in FILES for article in articles_in(file)]
BY_URL = {article.url: article for article in ARTICLES}
EXPECTED = tomllib.loads(demo_expectations().read_text(encoding="utf-8"))
ROWS = [*EXPECTED["expect"], *EXPECTED["reasons"]]
SOURCES = tomllib.loads(default_sources().read_text(encoding="utf-8"))["sources"]


def alternatives(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def urls_of(row: dict[str, Any]) -> set[str]:
    return {url for item in row["evidence"] for url in alternatives(item["url"])}


def each(articles: list[Shipped]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("article", articles, ids=[article.url for article in articles])


def test_addresses_are_unique_and_invented() -> None:
    assert Counter(article.url for article in ARTICLES).most_common(1)[0][1] == 1
    hosts = [urlsplit(article.url).hostname or "" for article in ARTICLES if article.published]
    assert [host for host in hosts if not host.endswith(".example")] == []


@each([article for article in ARTICLES if article.published])
def test_publication_has_a_zone_and_belongs_to_the_night(article: Shipped) -> None:
    published = datetime.fromisoformat(article.published)
    offset_hours = 3 if article.url == ARCHIVE else 2  # summer time in June
    assert published.utcoffset() == timedelta(hours=offset_hours)
    assert (published.date() == NIGHT) is (article.url != ARCHIVE)


def test_the_page_copied_as_text_prints_its_time_among_furniture() -> None:
    [page] = [article for article in ARTICLES if not article.published]
    assert "05/03/2026 21:40 by newsdesk" in page.text.splitlines()


@each(ARTICLES)
def test_an_article_is_as_long_as_short_news(article: Shipped) -> None:
    assert 120 <= len(article.text.split()) <= 350


def test_every_weekday_beside_a_date_is_right_but_the_one_that_shows_the_rule() -> None:
    seen, wrong = 0, []
    for article in ARTICLES:
        for weekday, day, month, year in DATED_WEEKDAY.findall(article.field(None)):
            number = MONTHS.split().index(month) + 1
            named = date(int(year or NIGHT.year), number, int(day))
            seen += 1
            if named.weekday() != WEEKDAYS.split().index(weekday):
                wrong.append((article.url, weekday, named.day))
    assert wrong == [WRONG_WEEKDAY]
    assert seen > len(wrong)


def test_the_guide_has_a_row_for_every_file_and_no_other() -> None:
    guide = demo_folder().with_name("README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]+)` \|", guide, re.MULTILINE)
    assert sorted(rows) == [file.name for file in FILES]


@pytest.mark.parametrize("row", ROWS, ids=[row["about"] for row in ROWS])
def test_expected_quotations_occur_in_their_articles(row: dict[str, Any]) -> None:
    for item in row["evidence"]:
        sayings = [saying.casefold() for saying in alternatives(item["says"])]
        found = {
            url: {s for s in sayings if s in BY_URL[url].field(item.get("field")).casefold()}
            for url in alternatives(item["url"])
        }
        assert all(found.values()), "an article has none of the sayings"
        assert set().union(*found.values()) == set(sayings), "a saying is in none of the articles"


@pytest.mark.parametrize("row", ROWS, ids=[row["about"] for row in ROWS])
def test_expectations_use_the_words_of_the_contract(row: dict[str, Any]) -> None:
    assert row["family"] in set(Family)
    if "reason" in row:
        assert set(alternatives(row["reason"])) <= set(Reason)
    else:
        assert row["severity"] in set(Severity)


def test_no_finding_is_expected_of_a_quiet_article() -> None:
    quiet = set(EXPECTED["quiet"])
    assert quiet <= set(BY_URL)
    assert [row["about"] for row in EXPECTED["expect"] if quiet & urls_of(row)] == []


def test_only_expected_articles_have_something_to_tolerate() -> None:
    expected = set().union(*(urls_of(row) for row in EXPECTED["expect"]))
    tolerated = {(row["family"] in set(Family), row["url"]) for row in EXPECTED["tolerate"]}
    assert tolerated <= {(True, url) for url in expected}


def test_sources_are_complete_distinct_and_off() -> None:
    keys = {"name", "url", "publisher", "kind", "language", "region", "enabled"}
    assert [source["name"] for source in SOURCES if set(source) != keys] == []
    assert {(source["kind"], source["enabled"]) for source in SOURCES} == {("feed", False)}
    assert {urlsplit(source["url"]).scheme for source in SOURCES} == {"https"}
    for key in ("name", "url"):
        assert Counter(source[key] for source in SOURCES).most_common(1)[0][1] == 1
