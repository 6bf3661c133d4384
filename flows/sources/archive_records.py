"""The answers that a web archive (WARC) keeps, one in memory at a time.

FastWARC reads the records. Where one is damaged it stops; then the next one that can be read is
looked for and reading goes on from there, so that one bad record costs one record.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from checkers.errors import ArticleUnreadable
from flows.sources.archive_bodies import body_of, too_large
from flows.sources.failure import Failure
from flows.sources.fields import writable

PAGE_KINDS = frozenset({"text/html", "application/xhtml+xml", ""})
# After so many damaged records the rest of an archive is left alone: it is no archive any more, or
# was made to keep us busy.
MOST_DAMAGED = 1_000
# An answer packed and chunked is a little longer than its body at times.
_WRAPPING = 65_536
_PIECE = 1 << 20
_GZIP = b"\x1f\x8b\x08"
_PLAIN = re.compile(rb"(?<=\n)WARC/[01]\.")
_LENGTH = re.compile(rb"^content-length:\s*(?P<bytes>\d{1,18})\s*$", re.IGNORECASE | re.MULTILINE)
_END = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """A page as a server answered it once.

    Attributes:
        url: The address that was asked for.
        taken: When (``WARC-Date``), "" where it is not given.
        status: HTTP status; 200 for a page that was kept without its headers.
        charset: Encoding that the server declared, or None.
        body: The page, without the codings of its way over the wire.
    """

    url: str
    taken: str
    status: int
    charset: str | None
    body: bytes


def read_answers(file: BinaryIO, name: str, max_bytes: int) -> Iterator[Answer | Failure]:
    """Every web page that an archive keeps; what is damaged or too large comes as a failure.

    Pictures, scripts, requests and records that only point to an earlier one are passed over.

    Args:
        file: The archive, packed with gzip or not; it must be possible to move in it.
        name: What to call it in failures.
        max_bytes: Most bytes of a page, unpacked.
    """
    reading = _Reading(file, name, max_bytes)
    start = 0
    for _ in range(MOST_DAMAGED):
        yield from reading.stretch(start)
        if reading.resume is None:
            return
        start = reading.resume
    why = f"{MOST_DAMAGED:,} of its records are damaged; what follows byte {start:,} was not read"
    yield Failure(name, why)


class _Reading:
    """The reading of one archive.

    An answer is held back until the record after it has begun, since the reader notices only there
    that a record's length or checksum was wrong.
    """

    def __init__(self, file: BinaryIO, name: str, max_bytes: int) -> None:
        self._file = file
        self._name = name
        self._max_bytes = max_bytes
        self._packed = file.read(len(_GZIP)) == _GZIP
        self.resume: int | None = None

    def stretch(self, start: int) -> Iterator[Answer | Failure]:
        """The answers from a place on, up to the end or to what is damaged.

        Afterwards ``resume`` says where to go on, None at the end.
        """
        held: Answer | Failure | None = None
        at, url, inside = start, "", False
        self.resume = None
        self._file.seek(start)
        try:
            for record in ArchiveIterator(self._file, parse_http=False, strict_mode=False):
                if held is not None:
                    yield held
                held = None
                at, url, inside = record.stream_pos, _url(record), True
                held = self._answer(record, url)
                inside = False
        except (OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # of the disk, not of what stands on it
            end = None if inside else _end_of(self._file, at, self._packed, self._max_bytes)
            if end is not None:
                at, url = end, ""
                if held is not None:
                    yield held
            what = f"{self._name}, {url}" if url else f"{self._name}, record at byte {at:,}"
            yield Failure(what, "this record of the archive is damaged or cut short")
            self.resume = _next_start(self._file, at + 1, self._packed)
            return
        if held is not None:
            yield held

    def _answer(self, record: WarcRecord, url: str) -> Answer | Failure | None:
        """The page of a record; None where it keeps something else.

        Raises:
            OSError: the record is damaged.
        """
        if record.record_type not in (WarcRecordType.response, WarcRecordType.resource):
            return None
        if not url.startswith(("http://", "https://")):
            return None
        status, transfer, coding, kind, charset = 200, "", "", "", None
        if record.record_type == WarcRecordType.response:
            record.parse_http("none", strict_mode=False)
            headers = record.http_headers
            status = headers.status_code or 0
            transfer = headers.get("Transfer-Encoding") or ""
            coding = headers.get("Content-Encoding") or ""
            kind, charset = record.http_content_type or "", record.http_charset
        else:
            kind = (record.headers.get("Content-Type") or "").split(";")[0]
        if kind.strip().lower() not in PAGE_KINDS:
            return None
        try:
            body = body_of(self._kept(record), transfer, coding, self._max_bytes)
        except ArticleUnreadable as error:
            return Failure(f"{self._name}, {url}", str(error))
        return Answer(url, record.headers.get("WARC-Date") or "", status, charset, body)

    def _kept(self, record: WarcRecord) -> bytes:
        """What a record holds after its headers, whole.

        Raises:
            ArticleUnreadable: it is too large to be a page.
            OSError: it is cut short.
        """
        if record.content_length > self._max_bytes + _WRAPPING:
            raise too_large(self._max_bytes)
        kept = record.reader.read(record.content_length)
        if len(kept) < record.content_length:
            raise OSError("cut short")
        return kept


def _url(record: WarcRecord) -> str:
    """The address that was asked for; some tools put it in angle brackets (wget 1.19)."""
    return writable(record.headers.get("WARC-Target-URI") or "").strip().strip("<>")


def _end_of(file: BinaryIO, at: int, packed: bool, max_bytes: int) -> int | None:
    """Where the record that begins at ``at`` ends, None where it is damaged or very large."""
    most = max_bytes + 2 * _WRAPPING
    file.seek(at)
    if packed:
        undo, whole, read = zlib.decompressobj(zlib.MAX_WBITS | 16), bytearray(), 0
        try:
            while not undo.eof and len(whole) <= most and (piece := file.read(_WRAPPING)):
                whole += undo.decompress(piece, most)
                read += len(piece)
        except zlib.error:
            return None
        length = _length(bytes(whole))
        if not undo.eof or length is None or whole[length:].strip(b"\r\n"):
            return None
        return at + read - len(undo.unused_data)
    length = _length(file.read(_WRAPPING))
    if length is None:
        return None
    file.seek(at + length)
    return at + length + len(_END) if file.read(len(_END)) == _END else None


def _length(begins: bytes) -> int | None:
    """How long a record is, its headers included, by what they say; None where they do not."""
    headers = begins.find(_END) if begins.startswith(b"WARC/") else -1
    said = _LENGTH.search(begins, 0, max(headers + 2, 0))
    return headers + len(_END) + int(said["bytes"]) if said else None


def _next_start(file: BinaryIO, at: int, packed: bool) -> int | None:
    """Where the next record begins that can be read, None where none does."""
    file.seek(max(at - 1, 0))
    base, data = file.tell(), b""
    while piece := file.read(_PIECE):
        data += piece
        for found in _starts(data, packed):
            if base + found < at:
                continue
            if not packed or _opens(data[found : found + 4096]):
                return base + found
        # What stands at the edge is looked at again with what follows.
        keep = min(len(data), 4096)
        base, data = base + len(data) - keep, data[len(data) - keep :]
    return None


def _starts(data: bytes, packed: bool) -> Iterator[int]:
    if not packed:
        yield from (match.start() for match in _PLAIN.finditer(data))
        return
    found = data.find(_GZIP)
    while found >= 0:
        yield found
        found = data.find(_GZIP, found + 1)


def _opens(begins: bytes) -> bool:
    """Whether a record stands at the beginning of packed bytes."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(begins, 5) == b"WARC/"
    except zlib.error:
        return False
