"""The body of an answer, decompressed piece by piece, within a size and a time."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator

import httpx

from checkers.errors import ArticleUnreadable, SourceUnavailable

# What we ask for and can undo under a limit.
ENCODINGS = "gzip, deflate"
# So much is decompressed at a time: a bomb of a thousand to one is noticed within a few pieces.
PIECE = 65_536


def read_body(response: httpx.Response, max_bytes: int, ends: float, *, cut: bool = False) -> bytes:
    """The body of ``response``, decompressed.

    Args:
        response: A response whose body was not read yet.
        max_bytes: Most bytes that it may have, decompressed.
        ends: When the connection gives up (``time.monotonic`` seconds).
        cut: Be content with the beginning of one that is larger.

    Raises:
        ArticleUnreadable: it is larger and not to be cut, or packed in a way that we did not
            ask for.
        SourceUnavailable: it takes too long, or it is cut short or broken.
    """
    body = bytearray()
    try:
        for piece in _unpacked(response):
            body += piece
            if len(body) > max_bytes:
                if cut:
                    return bytes(body[:max_bytes])
                raise ArticleUnreadable(
                    f"it is larger than {max_bytes:,} bytes (RECOUNT_MAX_BYTES)"
                )
    except httpx.TimeoutException as error:
        if not body or time.monotonic() < ends:
            raise
        raise SourceUnavailable("it did not end in time") from error
    return bytes(body)


def _unpacked(response: httpx.Response) -> Iterator[bytes]:
    """The pieces of the body without their compression, as they come in."""
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding in ("", "identity"):
        yield from response.iter_raw()
    elif encoding in ("gzip", "x-gzip", "deflate"):
        yield from _inflated(response.iter_raw(), encoding)
    else:
        raise ArticleUnreadable(f"it is packed as {encoding[:20]!r}, which was not asked for")


def _inflated(packed: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    undo = None
    try:
        for data in packed:
            undo = undo or _undo(encoding, data)
            yield undo.decompress(data, PIECE)
            while undo.unconsumed_tail:
                yield undo.decompress(undo.unconsumed_tail, PIECE)
    except zlib.error as error:
        raise SourceUnavailable("what it sends is not packed as it says") from error
    if undo is not None and not undo.eof:
        raise SourceUnavailable("it broke off in the middle")


def _undo(encoding: str, begins: bytes) -> zlib._Decompress:
    """The decompressor for what begins so; some servers send deflate without its wrapper."""
    if encoding != "deflate":
        return zlib.decompressobj(zlib.MAX_WBITS | 16)
    wrapped = begins[:1] and begins[0] & 0x0F == zlib.DEFLATED
    return zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
