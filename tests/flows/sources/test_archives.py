"""Web archives: whole, packed, in pieces, damaged, and meant to do harm."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest

from checkers.model import Article
from flows.sources.archive_records import MOST_DAMAGED
from flows.sources.archives import read_archive
from flows.sources.failure import Failure
from flows.sources.files import read_file, read_folder
from tests.flows.sources.archived import PARAGRAPHS, chunked, page, record

LIMIT = 100_000
A, B, C, D = (f"https://outlet.example/{letter}" for letter in "abcd")
DAMAGED = "this record of the archive is damaged or cut short"


def read(data: bytes, max_bytes: int = LIMIT) -> list[Article | Failure]:
    return list(read_archive(io.BytesIO(data), "news.warc", max_bytes))


def shown(items: Iterable[Article | Failure]) -> list[str]:
    """The last part of each address, with the status where it is not 200; failures as they are."""
    return [
        f"{item.what}: {item.why}"
        if isinstance(item, Failure)
        else item.url.rsplit("/", 1)[-1] + ("" if item.status == 200 else f" {item.status}")
        for item in items
    ]


def test_a_page_comes_with_its_address_time_and_text() -> None:
    (article,) = read(record(A))
    assert article == Article(
        url=A,
        title="Ferry adrift",
        text="\n\n".join(PARAGRAPHS),
        fetched=datetime(2026, 3, 5, 18, 30, tzinfo=UTC),
        metadata=article.metadata if isinstance(article, Article) else {},
    )


PACKED = {
    "plain": b"".join(record(url) for url in (A, B, C)),
    "each record by itself": b"".join(gzip.compress(record(url)) for url in (A, B, C)),
    "the whole file at once": gzip.compress(b"".join(record(url) for url in (A, B, C))),
}


@pytest.mark.parametrize("data", PACKED.values(), ids=PACKED)
def test_packed_or_not(data: bytes) -> None:
    assert shown(read(data)) == ["a", "b", "c"]


BODIES = {
    "chunked": ("Transfer-Encoding: chunked\r\n", chunked(page())),
    "chunked, undone by the archive": ("Transfer-Encoding: chunked\r\n", page()),
    "gzip": ("Content-Encoding: gzip\r\n", gzip.compress(page())),
    "gzip, undone by the archive": ("Content-Encoding: gzip\r\n", page()),
    "deflate": ("Content-Encoding: deflate\r\n", zlib.compress(page())),
    "deflate, bare": ("Content-Encoding: deflate\r\n", zlib.compress(page(), wbits=-15)),
    "brotli": ("Content-Encoding: br\r\n", brotli.compress(page())),
    "brotli, undone by the archive": ("Content-Encoding: br\r\n", page()),
    "chunked and gzip": (
        "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
        chunked(gzip.compress(page())),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("headers", "body"), BODIES.values(), ids=BODIES)
def test_bodies_as_they_went_over_the_wire(headers: str, body: bytes) -> None:
    headers = f"Content-Type: text/html; charset=utf-8\r\n{headers}"
    (article,) = read(record(A, body, headers=headers))
    assert isinstance(article, Article)
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_an_encoding_that_only_the_server_declares() -> None:
    body = page("Café “Linde” brennt").decode().encode("windows-1252")
    (article,) = read(record(A, body, headers="Content-Type: text/html; charset=cp1252\r\n"))
    assert isinstance(article, Article)
    assert article.title == "Café “Linde” brennt"


def test_error_pages_are_handed_on_with_their_status() -> None:
    gone = b"<html><title>Gone</title><script>x()</script><p>This story was removed.</p></html>"
    items = read(
        record(A) + record(A, gone, status="410 Gone", taken="2026-03-06T18:30:00Z")
        + record(f"{B}?utm_source=feed", b"", status="404 Not Found")
        + record(C, status="403 Forbidden")
    )  # fmt: skip
    assert shown(items) == ["a", "a 410", "b 404", "c 403"]
    assert items[1] == Article(
        url=A,
        title="Gone",
        text="This story was removed.",
        status=410,
        fetched=datetime(2026, 3, 6, 18, 30, tzinfo=UTC),
    )


def test_what_is_no_page_is_passed_over() -> None:
    other = [
        record("filename:a", b"software: x\r\n", kind="warcinfo"),
        record(A, b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(A, kind="revisit"),
        record("dns:outlet.example", b"10.0.0.1", kind="response"),
        record("file:///etc/passwd"),
        record("../../etc/passwd"),
        record(B, b"\xff\xd8\xff", headers="Content-Type: image/jpeg\r\n"),
        record(C, status="301 Moved Permanently", headers="Location: /d\r\n"),
        record(D),
    ]
    assert shown(read(b"".join(other))) == ["d"]
    assert shown(read(b"".join(other[:-1]))) == [
        "news.warc: there are no web pages in this archive"
    ]


def test_a_page_kept_without_headers() -> None:
    assert shown(read(record(f"<{A}>", kind="resource"))) == ["a"]


def spoilt(packed: bytes, at: int) -> bytes:
    return packed[:at] + bytes(255 - byte for byte in packed[at : at + 8]) + packed[at + 8 :]


ONE = record(A)
GZ = gzip.compress(ONE)

# An archive of four records, one of them broken, and what is read of it.
BROKEN: dict[str, tuple[bytes, list[str]]] = {
    "cut short": (
        b"".join(map(record, (A, B, C))) + record(D)[:-300],
        ["a", "b", "c", f"news.warc, {D}: {DAMAGED}"],
    ),
    "cut short, packed": (
        b"".join(gzip.compress(record(url)) for url in (A, B, C, D))[:-40],
        ["a", "b", "c", f"news.warc, {D}: {DAMAGED}"],
    ),
    "rubbish in between": (
        record(A) + record(B) + b"RUBBISH\r\n" * 50 + record(D),
        ["a", "b", f"news.warc, record at byte {2 * len(ONE):,}: {DAMAGED}", "d"],
    ),
    "rubbish in between, packed": (
        gzip.compress(record(A)) + b"RUBBISH" * 50 + gzip.compress(record(D)),
        ["a", f"news.warc, record at byte {len(GZ):,}: {DAMAGED}", "d"],
    ),
    "a spoilt beginning": (
        GZ + spoilt(gzip.compress(record(B)), 40) + gzip.compress(record(C)),
        ["a", f"news.warc, record at byte {len(GZ):,}: {DAMAGED}", "c"],
    ),
    "a wrong checksum": (
        GZ + spoilt(gzip.compress(record(B)), len(gzip.compress(record(B))) - 8)
        + gzip.compress(record(C)),
        ["a", f"news.warc, record at byte {len(GZ):,}: {DAMAGED}", "c"],
    ),
    "a length that is too long": (
        record(A) + record(B, length=3 * len(page())) + record(C) + record(D) + record(A),
        ["a", f"news.warc, {B}: {DAMAGED}", "c", "d", "a"],
    ),
    "a length that is too short": (
        record(A) + record(B, length=300) + record(C),
        ["a", f"news.warc, {B}: {DAMAGED}", "c"],
    ),
    "a length beyond the end": (
        record(A) + record(B, length=10**6) + record(C),
        ["a", f"news.warc, {B}: it is larger than 100,000 bytes (RECOUNT_MAX_BYTES)"],
    ),
    "a header without end": (
        record(A) + b"WARC/1.0\r\nX: " + b"x" * 300_000 + b"\r\n\r\n" + record(C),
        ["a", f"news.warc, record at byte {len(ONE):,}: {DAMAGED}", "c"],
    ),
    "a first record that is broken": (
        b"RUBBISH\r\n" + record(B),
        [f"news.warc, record at byte 0: {DAMAGED}", "b"],
    ),
    "broken chunks": (
        record(A, b"64\r\nshort", headers="Transfer-Encoding: chunked\r\n") + record(B),
        [f"news.warc, {A}: it broke off in the middle", "b"],
    ),
    "a coding that nobody knows": (
        record(A, headers="Content-Encoding: rot13\r\n") + record(B),
        [f"news.warc, {A}: it is packed as 'rot13', which is not known here", "b"],
    ),
    "no status": (
        record(A, status="OK") + record(B),
        [f"news.warc, {A}: the answer that was kept has no HTTP status", "b"],
    ),
    "an empty page": (record(A, b"") + record(B), [f"news.warc, {A}: it is empty", "b"]),
    "no archive at all": (
        b"<html>" * 100,
        [f"news.warc, record at byte 0: {DAMAGED}"],
    ),
    "nothing": (b"", ["news.warc: there are no web pages in this archive"]),
}  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_broken_record_is_named_and_the_rest_goes_on(data: bytes, expected: list[str]) -> None:
    assert shown(read(data)) == expected


def test_an_archive_of_nothing_but_damage_is_given_up() -> None:
    items = shown(read(record(A) + b"WARC/1.0\r\nX\r\n" * 100_000))
    assert items[0] == "a"
    assert len(items) == MOST_DAMAGED + 2
    assert "1,000 of its records are damaged; what follows byte" in items[-1]


BOMBS = {
    "gzip": gzip.compress(bytes(50_000_000)),
    "deflate": zlib.compress(bytes(50_000_000)),
    "br": brotli.compress(bytes(50_000_000)),
}


@pytest.mark.parametrize("coding", BOMBS)
def test_a_bomb_is_not_unpacked(coding: str) -> None:
    headers = f"Content-Type: text/html\r\nContent-Encoding: {coding}\r\n"
    data = record(A, BOMBS[coding], headers=headers) + record(B)
    assert shown(read(data)) == [
        f"news.warc, {A}: it is larger than 100,000 bytes (RECOUNT_MAX_BYTES)",
        "b",
    ]


def test_archives_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "b.warc.gz").write_bytes(gzip.compress(record(A)) + gzip.compress(record(B)))
    (tmp_path / "a.WARC").write_bytes(record(C))
    line = '{"url": "https://outlet.example/d", "text": "One."}\n'
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(line.encode() * 2))
    assert shown(read_folder(tmp_path)) == ["c", "a", "b", "d", "d"]
    assert shown(read_file(tmp_path / "b.warc.gz")) == ["a", "b"]


def test_packed_lines_that_break_off(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    line = b'{"url": "https://outlet.example/a", "text": "One."}\n'
    path.write_bytes(gzip.compress(line) + gzip.compress(line)[:-12])
    assert shown(read_file(path))[-1].endswith("damaged; what stands before was read")
