"""Text from outside made safe to show: nothing in it can steer a terminal or hide itself."""

from __future__ import annotations

import re

# What moves a cursor, changes a colour, turns the direction of writing, cannot be seen or encoded.
# The joiners U+200C and U+200D and the marks U+200E and U+200F stay: Persian, Hindi and emoji are
# written with them.
HIDDEN = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # C0, DEL and C1
    "\u2028-\u202e\u2066-\u2069"  # line ends; embeddings, overrides and isolates of direction
    "\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # invisible operators, BOM, interlinear marks
    "\U000e0000-\U000e007f"  # tags
    "\ud800-\udfff"  # halves of surrogate pairs
    "]"
)
_SPACES = frozenset("\t\n\v\f\r\x85\u2028\u2029")
_PICTURE_OF_CONTROL = (
    0x2400  # Unicode has a picture for each of U+0000 to U+001F, in the same order
)


def visible(text: str, *, lines: bool = False) -> str:
    """``text`` on one line (or with its line feeds, if ``lines``), every hidden character shown.

    White space that breaks lines becomes a space, ESC becomes "␛", U+202E becomes "⟨U+202E⟩".
    """
    return HIDDEN.sub(lambda found: _shown(found[0], lines), text)


def _shown(character: str, lines: bool) -> str:
    if character == "\n" and lines:
        return character
    if character in _SPACES:
        return " "
    code = ord(character)
    if code < 0x20:
        return chr(_PICTURE_OF_CONTROL + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"
