"""Web pages around generated articles, as long and as cluttered as outlets' own, and archives."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from html import escape
from itertools import cycle, islice
from pathlib import Path

from benchmarks.generator import generate
from checkers.model import Article

# About as much as surrounds an article on an outlet's page: menus, teasers, scripts and styles. In
# all a page comes to some 73 KB with 490 elements and 185 words of text. That is small: the middle
# half of 134 saved pages of outlets has 68 KB to 208 KB, 460 to 960 elements, 190 to 760 words.
# What comes once a page weighs more here.
MENU_ITEMS, TEASERS, RULES, STATE_BYTES = 60, 40, 300, 40_000
PICTURES = 3


def pages(number: int) -> list[tuple[str, bytes]]:
    """So many pages with their addresses, the same ones every time."""
    articles = (report.article for report in generate())
    return [(one.url, page_of(one)) for one in islice(articles, number)]


def page_of(article: Article) -> bytes:
    """An article as a page, in the manner of a large publishing system."""
    title = escape(article.title)
    published = article.published.at.isoformat() if article.published else ""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": published,
        "author": {"@type": "Person", "name": "Mara Linde"},
        "publisher": {"@type": "Organization", "name": article.publisher},
    }
    menu = "".join(
        f'<li class="nav-item"><a href="/section/{n}" data-track="nav:{n}">Section {n}</a></li>'
        for n in range(MENU_ITEMS)
    )
    teasers = "".join(
        f'<div class="card"><a href="/story/{n}"><img src="/t/{n}.jpg" alt=""><h3>Another story of'
        f' the day, number {n}</h3></a><span class="card-date">{n % 24} hours ago</span></div>'
        for n in range(TEASERS)
    )
    style = "".join(f".c{n} > .d{n} {{ margin: {n}px; color: #abc{n:03} }}\n" for n in range(RULES))
    state = json.dumps({"state": ["x" * 50] * (STATE_BYTES // 54)})
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | Outlet'
        f'</title><meta property="og:title" content="{title}">'
        f'<meta property="article:published_time" content="{published}">'
        f'<link rel="canonical" href="{escape(article.url)}">'
        f'<script type="application/ld+json">{json.dumps(data)}</script><style>{style}</style>'
        f'</head><body class="page"><header><nav><ul>{menu}</ul></nav></header><main>'
        f'<article class="story"><h1>{title}</h1><div class="byline">By <a href="/by/linde">Mara'
        f' Linde</a> <time datetime="{published}">{published[:10]}</time></div>'
        f'<div class="story-body">{_body(article)}</div></article>'
        f'<aside class="related"><h2>More on this</h2>{teasers}</aside></main>'
        f"<footer><ul>{menu}</ul></footer>"
        f"<script>window.__STATE__ = {state};</script></body></html>"
    ).encode()


def _body(article: Article) -> str:
    parts = [f"<p>{escape(words)}</p>" for words in article.text.split("\n\n")]
    for number in range(min(PICTURES, len(parts))):
        parts[number] += (
            f'<figure><img src="/p/{number}.jpg" srcset="/p/{number}-640.jpg 640w, /p/{number}-1280'
            f'.jpg 1280w" alt="A street"><figcaption>A street in the town, picture {number}. '
            "<span>Photo: O. Brandt</span></figcaption></figure>"
        )
    return "".join(parts)


def write_archive(file: Path, given: Iterable[tuple[str, bytes]], number: int) -> None:
    """A web archive of so many answers, ``given`` again and again under ever new addresses."""
    with file.open("wb") as archive:
        for count, (url, page) in enumerate(islice(cycle(list(given)), number)):
            archive.write(gzip.compress(_record(f"{url}?{count}", page), compresslevel=1))


def saved_pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The pages of a folder, packed with gzip or not."""
    for path in sorted(folder.rglob("*.htm*")):
        data = path.read_bytes()
        yield path.as_uri(), gzip.decompress(data) if path.suffix == ".gz" else data


def _record(url: str, page: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2026-03-05T18:30:00Z\r\nWARC-Record-ID: <urn:uuid:"
        "00000000-0000-0000-0000-000000000000>\r\nContent-Type: application/http; "
        f"msgtype=response\r\nContent-Length: {len(head) + len(page)}\r\n\r\n"
    ).encode() + b"".join((head, page, b"\r\n\r\n"))
