"""One character for one: text made regular without moving a single offset."""

from __future__ import annotations

import unicodedata
from functools import cache

from textacy.preprocessing.normalize import quotation_marks

# Characters that only look like the plain one. A table, not NFKC: that would change lengths.
_PLAIN = {
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u200a": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2007": " ",
    "\u3000": " ",
    "\u200b": " ",
    "\ufeff": " ",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "–",
    "\u2015": "—",
    "\u2212": "-",
    "\t": " ",
    "\r": " ",
    "\x0b": " ",
    "\x0c": " ",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u00ad": " ",
    "\u201e": '"',
    "\u00ab": '"',
    "\u00bb": '"',
    "\uff02": '"',
}


@cache
def _table(characters: str) -> dict[int, str]:
    """Replacements for the characters beyond ASCII (and the odd controls) of one text."""
    table: dict[int, str] = {}
    for character in characters:
        plain = _PLAIN.get(character) or _folded(character)
        if plain != character:
            table[ord(character)] = plain
    return table


def _folded(character: str) -> str:
    """A decimal digit of any script as ASCII, a full-width form as its plain one."""
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - 0xFEE0)
    return character


def normalise(text: str) -> str:
    """The text in plain quotes, dashes, spaces and digits; as long as it came in."""
    if text.isascii() and not any(character in text for character in "\t\r\x0b\x0c"):
        return text
    special = "".join(sorted({c for c in text if c > "\x7f" or c in "\t\r\x0b\x0c"}))
    plain = quotation_marks(text.translate(_table(special)))
    return plain if len(plain) == len(text) else text.translate(_table(special))
