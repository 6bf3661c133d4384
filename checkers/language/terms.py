"""The words that tell one story from another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from checkers.language.lexicon import listed

_WORD = re.compile(r"[^\W\d_][\w'-]{2,}")
_MOST_TERMS = 48
_HEADLINE_WEIGHT = 3.0


@cache
def _common() -> frozenset[str]:
    return listed("common", "words") | frozenset(STOP_WORDS)


def salient_terms(sentences: Sequence[str]) -> tuple[str, ...]:
    """The most telling words of these sentences, the weightiest first; the first is a headline.

    Names weigh double: a capital inside a sentence is the best sign of one. Words of ``common.toml``
    (function words and words that stand in most reports) do not count.
    """
    weights: Counter[str] = Counter()
    common = _common()
    for position, text in enumerate(sentences):
        weight = _HEADLINE_WEIGHT if position == 0 else 1.0
        for match in _WORD.finditer(text):
            word = _stem(match[0])
            if word in common or len(word) < 3:
                continue
            named = match[0][0].isupper() and match.start() > 0
            weights[word] += weight * (2.0 if named else 1.0)  # type: ignore[assignment]
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return tuple(word for word, _ in ranked[:_MOST_TERMS])


def _stem(word: str) -> str:
    """Lower case, without possessive and plural s: enough to bring word forms together."""
    word = word.lower().removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return word
