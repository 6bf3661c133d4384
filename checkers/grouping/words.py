"""How much two stories share in words."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2, sqrt

_MOST_TERMS = 60


def likeness(terms: Sequence[str], others: Sequence[str]) -> float:
    """0 to 1: cosine of two ranked lists of terms, the first terms weighing most."""
    mine, theirs = _weights(terms), _weights(others)
    dot = sum(weight * theirs[term] for term, weight in mine.items() if term in theirs)
    norm = sqrt(sum(w * w for w in mine.values()) * sum(w * w for w in theirs.values()))
    return dot / norm if norm else 0.0


def merged(terms: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """One ranked list out of two: what both hold comes first."""
    weights = _weights(terms)
    for term, weight in _weights(others).items():
        weights[term] = weights.get(term, 0.0) + weight
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return tuple(term for term, _ in ranked[:_MOST_TERMS])


def _weights(terms: Sequence[str]) -> dict[str, float]:
    return {term: 1 / log2(2 + rank) for rank, term in enumerate(terms)}
