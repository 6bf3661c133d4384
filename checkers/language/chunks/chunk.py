"""One chunk of a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from checkers.language.numbers import Number

_KEPT = 4_096  # a dozen tags, in sentences of some hundred tokens

Forms = dict[str, frozenset[str]]  # measure -> forms in which the words express it


@dataclass(slots=True)
class Chunk:
    """One chunk.

    Attributes:
        tag: See the package.
        first: First token.
        last: One past the last token.
        number: The number of a ``Q``.
        forms: For ``E`` (and a ``Q`` that counts deaths, bodies, …): measures and forms.
        measure: For ``T``: what the toll counts.
        noun: The counted noun phrase's head, lower case, or "".
        group: The group it belongs to, or "".
        others: "31 others", "three more": says that some were counted before.
        definite: "the driver", "both pilots": known already.
        named: A person called by name.
        bare: Without an article: "Man killed", "a woman and child".
        singular: How many an ``S`` stands for.
        hospital: For ``E``: says only that they were taken to hospital.
    """

    tag: str
    first: int
    last: int
    number: Number | None = None
    forms: Forms = field(default_factory=dict)
    measure: str = ""
    noun: str = ""
    group: str = ""
    others: bool = False
    definite: bool = False
    named: bool = False
    bare: bool = False
    singular: int = 0
    hospital: bool = False


@lru_cache(maxsize=_KEPT)
def single(tag: str, at: int) -> Chunk:
    """A chunk of one token that says no more than its tag, as most do; made once."""
    return Chunk(tag, at, at + 1)


def tag_row(chunks: list[Chunk]) -> str:
    """The tags of the chunks as one string: position in it is index of the chunk."""
    return "".join(chunk.tag for chunk in chunks)
