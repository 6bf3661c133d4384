"""Copies of one text: found by MinHash, counted as one root."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checkers.language.partly import without_its_package
from checkers.model import Article

if TYPE_CHECKING:
    from datasketch import MinHash

_PERMUTATIONS = 64
# With 16 bands, texts of likeness 0.5 meet in one with probability 0.64, of 0.8 with 0.9998.
_ROWS = 4
_SHINGLE = 5  # words
_SHORTEST = 40  # words; below, two reports of one happening can agree by chance
_COPY = 0.6  # share of shingles in common from which a text is a copy, edited or cut
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copy:
    """An earlier article as far as copies are concerned."""

    url: str
    root: str
    signature: tuple[int, ...]


@cache
def _empty() -> MinHash:
    part = without_its_package("datasketch", "minhash")
    empty: MinHash = part.MinHash(num_perm=_PERMUTATIONS, seed=1)
    return empty


def signature(article: Article) -> tuple[int, ...]:
    """The MinHash of the text's five-word shingles; empty for a short text."""
    words = _WORD.findall(article.text.lower())
    if len(words) < _SHORTEST:
        return ()
    shingles = {" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}
    minhash = _empty().copy()
    minhash.update_batch([shingle.encode() for shingle in sorted(shingles)])
    return tuple(int(value) for value in minhash.hashvalues)


def bands(values: Sequence[int]) -> list[str]:
    """Look-up keys: texts that are much alike share at least one."""
    return [
        f"{start}:{','.join(map(str, values[start : start + _ROWS]))}"
        for start in range(0, len(values), _ROWS)
    ]


def similar(a: Sequence[int], b: Sequence[int]) -> float:
    """Estimated share of shingles in common, 0 to 1."""
    if not a or not b:
        return 0.0
    return sum(x == y for x, y in zip(a, b, strict=True)) / len(a)


def root_of(url: str, own: Sequence[int], earlier: Sequence[Copy]) -> str:
    """Name of the independent source behind an article: a copy's is that of what it copies.

    ``own`` is the signature of the article at ``url``.

    An article that credits a wire ("VELMARA (UPA) —") without being a copy of anything known is
    its own root: agencies send several reports of one happening.
    """
    best = max(earlier, key=lambda copy: (similar(own, copy.signature), copy.url), default=None)
    if best is not None and best.url != url and similar(own, best.signature) >= _COPY:
        return best.root
    return url
