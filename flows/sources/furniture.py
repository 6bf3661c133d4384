"""Page furniture: the buttons, menus and notices that stand around an article."""

from __future__ import annotations

import re
from functools import cache

from seeds import words

# "XS SM MD LG", "ad a b": size switches and placeholders hold no longer words.
LONGEST_SWITCH = 2
# The name of an author, an outlet or a desk above the text has no more words than these.
MOST_LABEL_WORDS = 4


def is_furniture(line: str) -> bool:
    """Whether a whole line belongs to the page and not to its article."""
    said = line.strip().rstrip(":.").lower()
    if said in _listed("lines"):
        return True
    if line[:1].islower():
        return _is_switches(line)
    return _is_switches(line) or _points_elsewhere(line) or said.startswith(_openings())


def is_imprint(line: str) -> bool:
    """Whether a line above the headline says who made the page."""
    return line.lower().startswith(tuple(_listed("imprints")))


def is_note(line: str) -> bool:
    """Whether a line speaks of the article itself: a correction, its editors, its reporters."""
    return line.lower().startswith(tuple(_listed("notes")))


def is_label(line: str) -> bool:
    """Whether a line above the text is too short to state anything: a name, a desk, a button."""
    return (
        len(line.split()) <= MOST_LABEL_WORDS
        and not any(map(str.isdigit, line))
        and line[-1] not in ".!?…\"”'’"
    )


def _is_switches(line: str) -> bool:
    return all(word.isalpha() and len(word) <= LONGEST_SWITCH for word in line.split())


def _points_elsewhere(line: str) -> bool:
    """Whether it says "READ ALSO …" or "Related: …"."""
    lowered = line.lower()
    for pointer in _listed("pointers"):
        if lowered.startswith(pointer):
            lead, rest = line[: len(pointer)], line[len(pointer) :]
            if re.match(r"\s*[:|»>–—-]", rest) or lead.isupper() or lead.endswith(":"):
                return True
    return False


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(words("page_furniture")[name])


@cache
def _openings() -> tuple[str, ...]:
    return tuple(words("page_furniture")["openings"])
