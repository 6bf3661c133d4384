"""The names that a page's makers give to its elements, by which their use is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree, html

# Where systems put a name that tells what an element is for: classes first; systems that scramble
# their classes keep the others for their tests and scripts.
_HOLDERS = frozenset(
    {"class", "itemprop", "property", "data-testid", "data-component", "data-hook", "id"}
)
_SEARCHES = {
    holder: etree.XPath(f"descendant-or-self::*/@{holder}", smart_strings=False)
    for holder in sorted(_HOLDERS)
}


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
        return bool(named) and self.fits(named)

    def fits(self, named: str) -> bool:
        """Whether a name, or one of several parted by spaces, is among these."""
        return self._search(named) is not None


@dataclass(frozen=True, slots=True)
class PageNames:
    """The names on a page, each once, by the attribute that holds them.

    A page repeats its names hundreds of times: most questions are answered by the few that differ.
    """

    held: Mapping[str, Set[str]] = field(default_factory=dict)

    def elements(
        self, box: html.HtmlElement, names: Names, tags: tuple[str, ...]
    ) -> Iterator[html.HtmlElement]:
        """The elements in ``box`` with one of ``tags`` and one of ``names``, in their order."""
        fitting = [(holder, set(filter(names.fits, held))) for holder, held in self.held.items()]
        meant = [(holder, held) for holder, held in fitting if held]
        if not meant:
            return
        for element in box.iter(*tags):
            if any(element.get(holder) in held for holder, held in meant):
                yield element


def read_names(tree: html.HtmlElement) -> PageNames:
    """The names that a page gives to its elements."""
    held = {holder: frozenset(search(tree)) for holder, search in _SEARCHES.items()}
    return PageNames({holder: values for holder, values in held.items() if values})


def names_of_element(element: html.HtmlElement) -> str:
    """All the names of an element, parted by spaces; "" where it has none."""
    return " ".join([value for key, value in element.items() if key in _HOLDERS])
