"""The names that a page's makers give to its elements, by which their use is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lxml import etree, html

# Where systems put a name that tells what an element is for: classes first; systems that scramble
# their classes keep the others for their tests and scripts.
_HOLDERS = frozenset(
    {"class", "itemprop", "property", "data-testid", "data-component", "data-hook", "id"}
)


class Names:
    """A set of names that elements are looked up by.

    What was asked of one element's names is kept: a page repeats its names hundreds of times.
    """

    def __init__(self, pattern: str) -> None:
        """Names that hold a part which fits ``pattern``, in any case."""
        self._search = lru_cache(maxsize=8192)(re.compile(pattern, re.IGNORECASE).search)

    def name(self, element: html.HtmlElement) -> bool:
        """Whether one of the names of ``element`` is among these."""
        named = names_of_element(element)
        return bool(named) and self._search(named) is not None


def elements_of(condition: str, *, named: Sequence[str]) -> etree.XPath:
    """A search for elements that meet a condition (XPath) or have a name with one of these parts.

    It only sorts out what cannot be meant; ``named`` are parts of words without their first letter,
    which may be a capital.
    """
    parts = " or ".join(f"contains(., '{part}')" for part in named)
    held = " or ".join(f"@{holder}[{parts}]" for holder in sorted(_HOLDERS))
    return etree.XPath(f"//body//*[{condition + ' or ' if condition else ''}{held}]")


def names_of_element(element: html.HtmlElement) -> str:
    """All the names of an element, parted by spaces; "" where it has none."""
    return " ".join([value for key, value in element.items() if key in _HOLDERS])
