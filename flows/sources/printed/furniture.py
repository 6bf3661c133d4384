"""Page furniture: the buttons, menus and notices that stand around an article."""

from __future__ import annotations

import re
from functools import cache

from seeds import words

# "XS SM MD LG", "A+ A-", "ad a b": size switches and placeholders hold no longer words.
_SWITCH = re.compile(r"[^\W\d_]{1,2}[+-]?")
# "18 comments", "3 min read", "1,204 views" on a line of their own.
_COUNTER = re.compile(
    r"[\d.,]+[KM]? ?(?:comments?|shares?|views?|likes?|reads?|replies|min(?:ute)?s?(?: read)?)",
    re.IGNORECASE,
)
# Fewer names in a row may be a place and an outlet.
FEWEST_SECTIONS = 4
# The name of an author, an outlet or a desk above the text has no more words than these.
MOST_LABEL_WORDS = 4


def is_furniture(line: str) -> bool:
    """Whether a whole line belongs to the page and not to its article."""
    if _is_button(line) or _is_menu(line) or _COUNTER.fullmatch(line):
        return True
    # A line of running text that was wrapped may begin with any of these words, but in lower case.
    begins = not line[:1].islower()
    return begins and (_points_elsewhere(line) or line.lower().startswith(_openings()))


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


def _is_button(line: str) -> bool:
    """Whether it is a listed word or two, or switches such as "XS SM MD"."""
    if line in words("photo_credits")["agencies"]:
        return False  # "AP" alone says where the text comes from
    switches = all(_SWITCH.fullmatch(word) for word in line.split())
    return switches or line.strip().rstrip(":.").lower() in _listed("lines")


def _is_menu(line: str) -> bool:
    """Whether it is a row of buttons ("Share    Print") or of sections ("Home | World | Sport")."""
    cells = [cell for cell in re.split(r"\s*[|•·]\s*|\s{2,}|\t", line.strip()) if cell]
    if len(cells) > 1 and all(_is_button(cell) for cell in cells):
        return True
    names = [cell for cell in cells if is_label(cell) and not cell[0].islower()]
    return len(cells) >= FEWEST_SECTIONS and len(names) == len(cells)


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
