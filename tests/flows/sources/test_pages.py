"""One web page to one article: text, headline, dates with their origin, address, data."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from checkers.errors import ArticleUnreadable
from checkers.model import Image
from flows.sources.pages import article_from_html

ADDRESS = "https://outlet.example/news/tram"
FIRST = (
    "Eleven people were taken to hospital after a tram left the rails in Dorrin on Thursday "
    "evening, the operator said."
)
SECOND = (
    "The operator said that the line would stay closed until the weekend at least, since the "
    "rails have to be laid anew."
)
THIRD = (
    "Nobody could say at first why the driver had not braked before the curve, where a sign "
    "allows no more than 15 kilometres an hour."
)
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
TEXT = "\n\n".join([FIRST, SECOND, THIRD])


def linked(**fields: str) -> str:
    pairs = "".join(f', "{name}": "{value}"' for name, value in fields.items())
    return f'<script type="application/ld+json">{{"@type": "NewsArticle"{pairs}}}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def page(head: str = "", below: str = "", title: str = "Tram derails in Dorrin") -> str:
    return (
        f"<html><head><title>{title}</title>{head}</head><body><nav>Home | World</nav><main>"
        f"<article><h1>Tram derails in Dorrin</h1>{below}{BODY}</article></main>"
        "<footer>Published by Outlet, 1 January 1999</footer></body></html>"
    )


def test_a_whole_page() -> None:
    seen = datetime(2026, 3, 6, 2, 30, tzinfo=UTC)
    article = article_from_html(
        '<!doctype html><html lang="en-GB"><head><title>Tram derails in Dorrin | Outlet</title>'
        '<link rel="canonical" href="https://www.outlet.example/news/tram-dorrin">'
        + meta("og:site_name", "Outlet")
        + meta("og:title", "Tram accident: eleven hurt")
        + meta("og:description", "A tram left the rails.")
        + '<meta name="description" content="A tram left the rails.">'
        + '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": ['
        '{"@type": "WebPage"}, {"@type": ["Thing", "http://schema.org/NewsArticle"], '
        '"headline": "Tram derails &amp; burns", "datePublished": "2026-03-05T18:30:00+02:00", '
        '"dateModified": "2026-03-05T20:00:00+02:00", "articleSection": ["World", "Rail"], '
        '"author": [{"name": "Mara Linde"}, {"name": "Tom Osei"}], '
        '"publisher": {"@type": "Organization", "name": "Outlet News"}}]}</script>'
        f"</head><body><header><a href='/'>Outlet</a></header><article>"
        "<h1>Tram derails in Dorrin</h1>"
        "<p class='byline'>By Mara Linde</p><p>Published: 5 March 2026, 18:30</p>"
        "<figure><img src='/i/1.jpg'><figcaption>A bent rail</figcaption></figure>"
        f"{BODY}<p>READ ALSO: Forty hurt in Velmara</p><p>Share this article</p></article>"
        "</body></html>",
        ADDRESS,
        seen,
    )
    assert article.url == "https://www.outlet.example/news/tram-dorrin"
    assert (article.title, article.text) == ("Tram derails in Dorrin", TEXT)
    assert article.published is not None
    assert article.modified is not None
    assert article.published.at.isoformat() == "2026-03-05T18:30:00+02:00"
    assert article.modified.at.isoformat() == "2026-03-05T20:00:00+02:00"
    assert (article.fetched, article.status) == (seen, 200)
    assert (article.publisher, article.author) == ("Outlet News", "Mara Linde, Tom Osei")
    assert (article.language, article.section) == ("en-GB", "World")
    assert article.images == (
        Image(url="https://www.outlet.example/i/1.jpg", caption="A bent rail", role="lead"),
    )
    assert article.metadata == {
        "og:title": "Tram accident: eleven hurt",
        "og:description": "A tram left the rails.",
        "headline": "Tram derails & burns",
        "datePublished": "2026-03-05T18:30:00+02:00",
        "dateModified": "2026-03-05T20:00:00+02:00",
    }


# What is tried: the page, (moment, origin) of publication; "day" marks a day without a time.
DATES: dict[str, tuple[str, tuple[str, str] | None]] = {
    "JSON-LD before the rest": (
        page(
            linked(datePublished="2026-03-05T18:30:00+02:00")
            + meta("article:published_time", "2026-03-04T10:00:00Z")
        ),
        ("2026-03-05T18:30:00+02:00", "json-ld"),
    ),
    "a day in JSON-LD, its time in a meta tag": (
        page(
            linked(datePublished="2026-03-05")
            + meta("article:published_time", "2026-03-05T16:30:00Z")
        ),
        ("2026-03-05T16:30:00+00:00", "meta"),
    ),
    "a meta tag": (
        page('<meta name="DC.date.issued" content="2026-03-05">'),
        ("2026-03-05 day", "meta"),
    ),
    "a meta tag for people": (
        page('<meta name="pubdate" content="March 5, 2026, 6:30 pm EET">'),
        ("2026-03-05T18:30:00+02:00", "meta"),
    ),
    "a time element": (
        page(below='<p><time datetime="2026-03-05T18:30+02:00">yesterday</time></p>'),
        ("2026-03-05T18:30:00+02:00", "page-text"),
    ),
    "a printed line": (
        page(below="<div><span>By Mara Linde</span> | <span>5 March 2026 18:30</span></div>"),
        ("2026-03-05T18:30:00+00:00", "page-text"),
    ),
    "an updated time is none of publication": (
        page(below='<p>Updated <time datetime="2026-03-06T08:00+02:00">today</time></p>'),
        None,
    ),
    "a date in the text is none": (
        page(below="<p>The line was opened on 5 March 1998 by the mayor of the time.</p>"),
        None,
    ),
    "a system's default": (page(linked(datePublished="1970-01-01T00:00:00Z")), None),
    "a place that two others contradict": (
        page(
            linked(datePublished="2026-09-01T00:10:00Z")
            + meta("article:published_time", "2026-03-05T16:30:00Z"),
            below="<p>Published: 5 March 2026, 18:30</p>",
        ),
        ("2026-03-05T16:30:00+00:00", "meta"),
    ),
    "markup at the foot of the story": (
        page(
            below='<footer><abbr itemprop="datePublished" title="2026-03-05T18:30+02:00">x</abbr>'
            "</footer>"
        ),
        ("2026-03-05T18:30:00+02:00", "page-text"),
    ),
    "the script's data": (
        page(
            '<script type="application/json">{"props": {"story": {"title": "Tram derails in Dorrin"'
            ', "publishedAt": "2026-03-05T16:30:00Z"}, "other": {"title": "Snow", "publishedAt": '
            '"2026-03-01T10:00:00Z", "text": "' + "x" * 200 + '"}}}</script>'
        ),
        ("2026-03-05T16:30:00+00:00", "meta"),
    ),
    "broken JSON-LD": (
        page('<script type="application/ld+json">{"@type": "NewsArticle", </script>'),
        None,
    ),
    "nothing": (page(), None),
}


@pytest.mark.parametrize(("markup", "expected"), DATES.values(), ids=DATES)
def test_publication(markup: str, expected: tuple[str, str] | None) -> None:
    stamp = article_from_html(markup, ADDRESS, None).published
    shown = stamp and (f"{stamp.day} day" if stamp.day_only else stamp.at.isoformat())
    assert expected == (stamp and (shown, stamp.origin.value))


def test_no_page_was_published_after_it_was_seen() -> None:
    seen = datetime(2026, 3, 6, tzinfo=UTC)
    head = linked(datePublished="2027-03-05T16:30:00Z", dateModified="2027-03-06T09:00:00Z")
    article = article_from_html(
        page(head + meta("article:published_time", "2026-03-05T16:30:00Z")), ADDRESS, seen
    )
    assert article.published is not None
    assert (article.published.day.isoformat(), article.modified) == ("2026-03-05", None)


def test_a_change_before_the_publication_is_none() -> None:
    head = linked(datePublished="2026-03-05T16:30:00Z", dateModified="2026-02-01T09:00:00Z")
    assert article_from_html(page(head), ADDRESS, None).modified is None


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://outlet.example/2026/03/05/tram", "2026-03-05"),
        ("https://outlet.example/news/2026-03-05-tram", "2026-03-05"),
        ("https://outlet.example/20260305/tram", "2026-03-05"),
        ("https://outlet.example/2026/13/05/tram", None),
        ("https://outlet.example/id/202603051234", None),
    ],
)
def test_the_address_may_date_a_page(address: str, day: str | None) -> None:
    stamp = article_from_html(page(), address, None).published
    assert day == (stamp and stamp.day.isoformat())
    assert stamp is None or (stamp.origin.value, stamp.day_only) == ("address", True)


# What is tried: the page's own address for itself, the address it came from, the one that is kept.
CANONICAL = {
    "without what tracks": ("/news/tram", f"{ADDRESS}?utm_source=x", ADDRESS),
    "of the mobile version": (ADDRESS, "https://m.outlet.example/news/tram?x", ADDRESS),
    "of another outlet": ("https://wire.example/tram", ADDRESS, ADDRESS),
    "the home page": ("https://outlet.example/", ADDRESS, ADDRESS),
    "no address": ("javascript:void(0)", ADDRESS, ADDRESS),
    "of a saved page": (ADDRESS, "file:///desk/tram.html", ADDRESS),
    "none": ("", "file:///desk/tram.html", "file:///desk/tram.html"),
}


@pytest.mark.parametrize(("given", "url", "kept"), CANONICAL.values(), ids=CANONICAL)
def test_addresses(given: str, url: str, kept: str) -> None:
    head = f'<link rel="canonical" href="{given}">' if given else ""
    assert article_from_html(page(head), url, None).url == kept


# What is tried: the page, its title.
TITLES = {
    "the heading, not the logo": (
        page(title="Tram derails in Dorrin - Outlet").replace("<nav>", "<h1>Outlet</h1><nav>"),
        "Tram derails in Dorrin",
    ),
    "the data, where no heading says the same": (
        page(linked(headline="Tram jumps rails"), title="").replace(
            "Tram derails in Dorrin", "Rail"
        ),
        "Tram jumps rails",
    ),
    "the title element without the outlet": (
        page(meta("og:site_name", "Outlet"), title="Tram jumps rails | Outlet").replace(
            "h1>", "b>"
        ),
        "Tram jumps rails",
    ),
    "nothing": (page(title="").replace("h1>", "b>"), ""),
}


@pytest.mark.parametrize(("markup", "title"), TITLES.values(), ids=TITLES)
def test_titles(markup: str, title: str) -> None:
    assert article_from_html(markup, ADDRESS, None).title == title


# What is tried: the page's bytes, what the server declared.
ENCODINGS = {
    "declared in the page": (page('<meta charset="windows-1251">'), "windows-1251", None),
    "declared by the server": (page(), "windows-1251", "windows-1251"),
    "wrongly declared": (page('<meta charset="ascii">'), "utf-8", "latin-1"),
    "declared otherwise by a server that was never set up": (
        page('<meta charset="windows-1251">'),
        "windows-1251",
        "ISO-8859-1",
    ),
    "with an XML declaration": (
        f'<?xml version="1.0" encoding="windows-1251"?>{page()}',
        "windows-1251",
        None,
    ),
}


@pytest.mark.parametrize(("markup", "encoding", "declared"), ENCODINGS.values(), ids=ENCODINGS)
def test_encodings(markup: str, encoding: str, declared: str | None) -> None:
    russian = markup.replace("Nobody could say", "Никто не мог сказать")
    article = article_from_html(russian.encode(encoding), ADDRESS, None, charset=declared)
    assert "Никто не мог сказать" in article.text


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (b"", "the page holds no markup"),
        (b"   ", "the page holds no markup"),
        (b"\x00\x01\x02" * 100, "it is not text"),
        (b"<html><body></body></html>", "no text of an article was found on the page"),
        (b"<html><body><nav>Home | World</nav></body></html>", "no text of an article was found"),
        (b"<" * 5000, "no text of an article was found on the page"),
    ],
)
def test_what_is_no_article(markup: bytes, said: str) -> None:
    with pytest.raises(ArticleUnreadable) as raised:
        article_from_html(markup, ADDRESS, None)
    assert str(raised.value).startswith(said)


def test_characters_that_no_text_may_hold_are_replaced() -> None:
    below = (
        "<figure><img src='/i/1.jpg'><figcaption>A bent\x01 rail <b class='credit'>M.&#2;</b>"
        "\x0b</figcaption></figure>"
    )
    (picture,) = article_from_html(page(below=below), ADDRESS, None).images
    assert (picture.caption, picture.credit) == ("A bent\ufffd rail \ufffd", "M.\ufffd")
