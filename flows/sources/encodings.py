"""Bytes to text, in the encodings in which news files are found."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from checkers.errors import ArticleUnreadable
from flows.sources.fields import writable

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What Western news text holds beyond ASCII: typographic marks and the letters of Western names.
WESTERN = re.compile("[‘’‚“”„–—…•€£©®°·«»½¼¾\xa0À-ÖØ-öø-ÿŒœŠšŽžŸ]")
# In text of a Western language fewer than one character in ten lies beyond ASCII (a guess on the
# safe side: French has about one in thirty); in Cyrillic or Greek nearly all letters do.
MOST_BEYOND_ASCII = 0.1
# A text holds at most a few stray control characters; pictures and archives are full of them.
MOST_CONTROLS = 0.01
CONTROLS = bytes({*range(32), 127} - set(b"\t\n\f\r\x1b"))
# In UTF-8 with a few strays at least so many characters beyond ASCII are proper for one stray.
FEWEST_PROPER = 4
_STRAY = re.compile("[\udc80-\udcff]")
# The byte that stood behind each character which windows-1252 gives; it leaves five bytes open.
_BYTES = {
    bytes([byte]).decode("windows-1252", errors="ignore") or chr(byte): bytes([byte])
    for byte in range(0x80, 0x100)
}
_HEAD = "".join(chr(byte) for byte in range(0xC2, 0xF5))
_TAIL = re.escape("".join(c for c, data in _BYTES.items() if data[0] < 0xC0))
_TWICE = re.compile(f"[{_HEAD}][{_TAIL}]{{1,3}}")
# Quotation marks, dashes and accented letters that were encoded twice; nobody writes them so.
_TELLTALE = re.compile("â€[™œ\x9d˜“”¦¢]|Ã[©¨¡³±¶¼¤§«ª­\xad]|Â[£°·»\xa0]")
_TELLTALE_LETTERS = ("â€", "Ã", "Â")
# So much is looked at to tell what a file is.
SAMPLE = 65_536


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``; what a declared encoding cannot hold gives way to what fits.

    Raises:
        ArticleUnreadable: it is no text, or in an encoding that cannot be told.
    """
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return writable(data[len(mark) :].decode(name, errors="replace"))
    if wide := _wide(data[:SAMPLE]):
        return writable(data.decode(wide, errors="replace"))
    if is_binary(data):
        raise ArticleUnreadable("it is not text")
    with suppress(UnicodeDecodeError):
        return writable(data.decode("utf-8"))
    if patched := _patched(data):
        return writable(patched)
    with suppress(UnicodeError, LookupError, ValueError):
        return writable(data.decode(_usual(declared or "utf-8")))
    return writable(_western(data) or _detected(data))


def mended(text: str) -> str:
    """``text`` with what was taken for windows-1252 once too often read as the UTF-8 that it is.

    Not for texts that somebody gave us with an address: what they quote must stay as it came.
    """
    # Most texts hold none of these letters, which is told much faster than what follows them.
    suspect = any(letter in text for letter in _TELLTALE_LETTERS)
    return _TWICE.sub(_once, text) if suspect and _TELLTALE.search(text) else text


def _once(match: re.Match[str]) -> str:
    """The characters that were meant, or what stood there where it is no UTF-8."""
    data = b"".join(_BYTES.get(character, b"?") for character in match[0])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


def _patched(data: bytes) -> str:
    """UTF-8 with a few bytes of windows-1252 in it, as pasted passages leave them; else ""."""
    text = data.decode("utf-8", errors="surrogateescape")
    strays = len(_STRAY.findall(text))
    if not strays or strays * FEWEST_PROPER > sum(not character.isascii() for character in text):
        return ""
    return _STRAY.sub(
        lambda match: bytes([ord(match[0]) - 0xDC00]).decode("windows-1252", errors="replace"), text
    )


def is_binary(data: bytes) -> bool:
    """Whether ``data`` is a picture, an archive or the like, told from its first bytes."""
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return controls > MOST_CONTROLS * len(sample)


def _usual(declared: str) -> str:
    """What a declared name stands for on the web, where Latin-1 means windows-1252 (WHATWG)."""
    latin = {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"}
    return "windows-1252" if declared.strip().lower() in latin else declared.strip()


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of mostly Latin text is zero."""
    if len(sample) < 4:
        return None
    pairs = len(sample) // 2
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[offset : 2 * pairs : 2].count(0)
        others = sample[1 - offset : 2 * pairs : 2].count(0)
        if zeros > pairs * 0.7 and others < pairs * 0.01:
            return name
    return None


def _western(data: bytes) -> str | None:
    """The text as windows-1252, where it reads as Western news does; else None."""
    try:
        text = data.decode("windows-1252")
    except UnicodeDecodeError:
        return None
    beyond = [character for character in text if not character.isascii()]
    fits = all(WESTERN.match(character) for character in beyond)
    return text if fits and len(beyond) <= MOST_BEYOND_ASCII * len(text) else None


def _detected(data: bytes) -> str:
    # Only a text in an older encoding pays for the detector's tables.
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise ArticleUnreadable("its encoding cannot be told; save it as UTF-8")
    return str(best)
