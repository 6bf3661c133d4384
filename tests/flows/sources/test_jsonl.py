"""JSON articles: every field of the contract, and one clear line for whatever is wrong."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from checkers.errors import ArticleUnreadable
from checkers.model import Article, Image, Origin, Stamp
from flows.sources.failure import Failure
from flows.sources.jsonl import article_from_json, parse_json, read_jsonl

LIMIT = 1_000


def test_every_field() -> None:
    eet = timezone(timedelta(hours=2))
    assert article_from_json(
        {
            "url": "https://outlet.example/a",
            "title": " Tram derails ",
            "text": "One.\n\nTwo.",
            "published": "2026-03-05T18:30:00+02:00",
            "fetched": "2026-03-05T17:02:00Z",
            "publisher": "Outlet",
            "author": "Mara Linde",
            "language": "en",
            "section": "World",
            "guid": "a-1",
            "status": 404,
            "images": [
                {
                    "url": "https://outlet.example/1.jpg",
                    "caption": "A tram",
                    "alt": "tram",
                    "credit": "M. Linde",
                    "taken": "2019-03-04",
                    "role": "lead",
                    "data": "AAAA",
                },
                {},
            ],
            "metadata": {"og:title": "Tram", "dateModified": "2026-03-06", "words": 12, "x": None},
            "unheard-of": [1, 2],
        }
    ) == Article(
        url="https://outlet.example/a",
        title=" Tram derails ",
        text="One.\n\nTwo.",
        published=Stamp(datetime(2026, 3, 5, 18, 30, tzinfo=eet), Origin.GIVEN),
        modified=Stamp(datetime(2026, 3, 6, tzinfo=UTC), Origin.GIVEN, True, False),
        fetched=datetime(2026, 3, 5, 17, 2, tzinfo=UTC),
        publisher="Outlet",
        author="Mara Linde",
        language="en",
        section="World",
        guid="a-1",
        status=404,
        images=(
            Image(
                url="https://outlet.example/1.jpg",
                caption="A tram",
                alt="tram",
                credit="M. Linde",
                taken="2019-03-04",
                role="lead",
                data="AAAA",
            ),
            Image(),
        ),
        metadata={"og:title": "Tram", "dateModified": "2026-03-06", "words": "12"},
    )


def test_an_address_and_a_text_are_enough() -> None:
    assert article_from_json(
        {"url": "https://outlet.example/a", "text": "One.", "title": None}
    ) == (Article(url="https://outlet.example/a", text="One."))


# What is tried: the value of "published", (moment, day only, zone known) or None for unknown.
PUBLISHED: dict[str, tuple[str, tuple[str, bool, bool] | None]] = {
    "without a zone": ("2026-03-05T18:30:00", ("2026-03-05T18:30:00+00:00", False, False)),
    "a day": ("2026-03-05", ("2026-03-05T00:00:00+00:00", True, False)),
    "as people write": ("March 5, 2026, 6:30 pm EET", ("2026-03-05T18:30:00+02:00", False, True)),
    "either of two days": ("05/03/2026", None),
    "no date": ("last night", None),
    "empty": ("", None),
}


@pytest.mark.parametrize(("written", "expected"), PUBLISHED.values(), ids=PUBLISHED)
def test_published(written: str, expected: tuple[str, bool, bool] | None) -> None:
    article = article_from_json({"url": "u", "text": "One.", "published": written})
    stamp = article.published
    assert expected == (stamp and (stamp.at.isoformat(), stamp.day_only, stamp.zone_known))


GOOD = {"url": "https://outlet.example/a", "text": "One."}

# What is wrong: the object, and what is said of it.
WRONG: dict[str, tuple[Any, str]] = {
    "a list": ([GOOD], "it is no JSON object"),
    "no text": ({"url": "u"}, "there is no text"),
    "no address": ({"text": "One."}, "there is no url"),
    "an empty address": ({"url": " ", "text": "One."}, "there is no url"),
    "two lines of address": ({"url": "a\nb", "text": "One."}, "url holds white space"),
    "a number for text": ({"url": "u", "text": 12}, "text is a number, not text"),
    "a list for a title": (GOOD | {"title": []}, "title is a list, not text"),
    "a number for a date": (GOOD | {"published": 1772728200}, "published is a number, not text"),
    "no time of fetching": (GOOD | {"fetched": "soon"}, "fetched is no time: 'soon'"),
    "one image": (GOOD | {"images": {}}, "images is an object, not a list"),
    "an address for an image": (GOOD | {"images": ["x"]}, "image 1 is text, not an object"),
    "a caption of numbers": (
        GOOD | {"images": [{}, {"caption": 3}]},
        "caption of image 2 is a number, not text",
    ),
    "nested metadata": (GOOD | {"metadata": {"a": {}}}, "metadata 'a' is an object, not text"),
    "a list of metadata": (GOOD | {"metadata": []}, "metadata is a list, not an object"),
    "a status beyond HTTP": (GOOD | {"status": 20}, "status is no HTTP status"),
    "a status of true": (GOOD | {"status": True}, "status is no HTTP status"),
}


@pytest.mark.parametrize(("obj", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_in_one_line(obj: Any, said: str) -> None:
    with pytest.raises(ArticleUnreadable) as raised:
        article_from_json(obj)
    assert str(raised.value) == said


BROKEN: dict[bytes, str] = {
    b'{"url": "u", "text": "One."': "it is not JSON: Expecting ',' delimiter (character 28)",
    b'{"url": "u", "url": "v"}': "the key 'url' is given twice",
    b'{"images": [{"url": "u", "url": "v"}]}': "the key 'url' is given twice",
    b'{"status": NaN}': "NaN is no number in JSON",
    b'{"status": -Infinity}': "-Infinity is no number in JSON",
    b'{"status": ' + b"9" * 5_000 + b"}": "it holds a number that is too large",
    b"[" * 100_000: "it is nested too deeply",
    b'{"text": "caf\xe9"}': "it is not UTF-8 (byte 13)",
}


@pytest.mark.parametrize("line", BROKEN, ids=BROKEN.values())
def test_broken_json(line: bytes) -> None:
    with pytest.raises(ArticleUnreadable) as raised:
        parse_json(line)
    assert str(raised.value) == BROKEN[line]


def test_halves_of_pairs_are_replaced_one_for_one() -> None:
    article = article_from_json(parse_json(rb'{"url": "u", "text": "a\ud800b\u0000c"}'))
    assert article.text == "a\ufffdb\ufffdc"


def test_a_broken_line_is_named_and_the_rest_goes_on() -> None:
    long_line = json.dumps(GOOD | {"text": "x" * 2 * LIMIT}).encode()
    lines = b"\n".join(
        [
            b"\xef\xbb\xbf" + json.dumps(GOOD | {"url": "first"}).encode() + b"\r",
            b"",
            b"{",
            long_line,
            json.dumps({"url": "u"}).encode(),
            json.dumps(GOOD | {"url": "last"}).encode(),
        ]
    )
    assert [
        item.url if isinstance(item, Article) else item
        for item in read_jsonl(io.BytesIO(lines), "news.jsonl", LIMIT)
    ] == [
        "first",
        Failure(
            "news.jsonl, line 3",
            "it is not JSON: Expecting property name enclosed in double quotes (character 2)",
        ),
        Failure("news.jsonl, line 4", "the line is longer than 1,000 bytes"),
        Failure("news.jsonl, line 5", "there is no text"),
        "last",
    ]


def test_lines_are_streamed() -> None:
    class Endless(io.RawIOBase):
        """A stream without end; reading it whole would never come back."""

        def readline(self, size: int | None = -1, /) -> bytes:
            return json.dumps(GOOD).encode() + b"\n"

    stream: Iterator[Any] = read_jsonl(Endless(), "endless", LIMIT)
    assert [next(stream).text for _ in range(3)] == ["One."] * 3
