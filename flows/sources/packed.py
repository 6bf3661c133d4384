"""What is packed with gzip as a file, such as ``sitemap.xml.gz``, unpacked within a limit."""

from __future__ import annotations

import zlib

from checkers.errors import ArticleUnreadable

MAGIC = b"\x1f\x8b"
_GZIP = zlib.MAX_WBITS | 16


def unpacked(data: bytes, max_bytes: int) -> bytes:
    """``data`` as it is, or unpacked where it is packed with gzip.

    Raises:
        ArticleUnreadable: it is damaged, or larger than ``max_bytes`` once unpacked.
    """
    if not data.startswith(MAGIC):
        return data
    whole = bytearray()
    while data.startswith(MAGIC):  # several may stand one after the other
        undo = zlib.decompressobj(_GZIP)
        try:
            whole += undo.decompress(data, max_bytes + 1 - len(whole))
        except zlib.error as error:
            raise ArticleUnreadable("it is packed with gzip and damaged") from error
        if len(whole) > max_bytes:
            raise ArticleUnreadable(f"it is larger than {max_bytes:,} bytes (RECOUNT_MAX_BYTES)")
        if not undo.eof:
            raise ArticleUnreadable("it is packed with gzip and cut short")
        data = undo.unused_data
    return bytes(whole)


def first_bytes(data: bytes, number: int) -> bytes:
    """The first bytes of ``data``, unpacked; of what is damaged, as it is."""
    if not data.startswith(MAGIC):
        return data[:number]
    try:
        return zlib.decompressobj(_GZIP).decompress(data, number)
    except zlib.error:
        return data[:number]
