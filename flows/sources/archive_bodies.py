"""Bodies as web archives keep them: chunked and packed as they went over the wire, or undone."""

from __future__ import annotations

import re
import zlib

from checkers.errors import ArticleUnreadable
from flows.sources.packed import MAGIC, unpacked

_CHUNK = re.compile(rb"[ \t]*(?P<size>[0-9a-fA-F]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")
# Headers may name several codings; more than two are a joke at our cost.
_MOST_CODINGS = 2


def body_of(kept: bytes, transfer: str, coding: str, max_bytes: int) -> bytes:
    """The body without the codings that its headers name.

    Archives differ in what they undo before they keep an answer, so a body that does not look
    packed or chunked is taken as it is, whatever its headers say.

    Args:
        kept: What the archive holds.
        transfer: The header ``Transfer-Encoding``.
        coding: The header ``Content-Encoding``.
        max_bytes: Most bytes that it may have once unpacked.

    Raises:
        ArticleUnreadable: it is damaged, larger than that, or packed in a way that is not known.
    """
    body = _joined(kept) if "chunked" in transfer.lower() else kept
    named = [
        one.strip() for one in coding.lower().split(",") if one.strip() not in ("", "identity")
    ]
    if len(named) > _MOST_CODINGS:
        raise ArticleUnreadable(f"it is packed {len(named)} times over")
    for name in reversed(named):
        if name in ("gzip", "x-gzip"):
            body = unpacked(body, max_bytes)
        elif name == "deflate":
            body = _inflated(body, max_bytes)
        elif name == "br":
            body = _unbrotlied(body, max_bytes)
        else:
            raise ArticleUnreadable(f"it is packed as {name[:20]!r}, which is not known here")
    if len(body) > max_bytes:
        raise too_large(max_bytes)
    return body


def too_large(max_bytes: int) -> ArticleUnreadable:
    """The error about a page that is larger than a setting allows."""
    return ArticleUnreadable(f"it is larger than {max_bytes:,} bytes (RECOUNT_MAX_BYTES)")


def _joined(kept: bytes) -> bytes:
    """A chunked body in one piece."""
    body, at = bytearray(), 0
    while chunk := _CHUNK.match(kept, at):
        size = int(chunk["size"], 16)
        if not size:
            return bytes(body)
        body += kept[chunk.end() : chunk.end() + size]
        at = chunk.end() + size
        if at > len(kept):
            raise ArticleUnreadable("it broke off in the middle")
        at += len(kept[at : at + 2]) - len(kept[at : at + 2].lstrip(b"\r\n"))
    if not at:
        return kept  # undone by the archive, which left the header in place
    raise ArticleUnreadable("its chunks are damaged" if at < len(kept) else "it broke off")


def _inflated(body: bytes, max_bytes: int) -> bytes:
    """Without ``deflate``, which some servers send without its wrapper, and some do not send."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        undo = zlib.decompressobj(bits)
        try:
            whole = undo.decompress(body, max_bytes + 1)
        except zlib.error:
            continue
        if len(whole) > max_bytes:
            raise too_large(max_bytes)
        if undo.eof:
            return whole
    if body.lstrip()[:1] == b"<":
        return body
    raise ArticleUnreadable("it is packed and damaged")


def _unbrotlied(body: bytes, max_bytes: int) -> bytes:
    import brotli

    if body.startswith(MAGIC):
        return unpacked(body, max_bytes)
    undo, whole = brotli.Decompressor(), bytearray()
    try:
        given = body
        while not undo.is_finished():
            piece = undo.process(given, output_buffer_limit=65_536)
            given = b""
            whole += piece
            if len(whole) > max_bytes:
                raise too_large(max_bytes)
            if not piece and undo.can_accept_more_data():
                raise ArticleUnreadable("it broke off in the middle")
    except brotli.error as error:
        if body.lstrip()[:1] == b"<":
            return body
        raise ArticleUnreadable("it is packed and damaged") from error
    return bytes(whole)
