"""The tokens of a stretch of text without white space, as spaCy's English rules cut it.

Most stretches are words with a mark or two around them. Those are cut here, to the same tokens, at
a tenth of what the tokeniser takes; the others ("U.S.-led", "$4.5m", addresses) go to it.
"""

from __future__ import annotations

from functools import cache, lru_cache

import spacy
from spacy.language import Language

# Stretches of text whose tokens are kept: the running vocabulary of a night, a few megabytes.
_KEPT = 32_768
_LONGEST_KEPT = 40  # characters; what is longer is an address, and seldom met twice
# Marks that are tokens of their own wherever they end or begin a word.
_CLOSING = frozenset(",;:?\"')")
_OPENING = frozenset('"(')
_POSSESSIVE = "'s"


def tokens_of(stretch: str) -> tuple[str, ...]:
    """The tokens of a stretch, which nothing outside it changes."""
    return _of_word(stretch) if len(stretch) <= _LONGEST_KEPT else _by_spacy(stretch)


@lru_cache(maxsize=_KEPT)
def _of_word(stretch: str) -> tuple[str, ...]:
    """The tokens of a short stretch; nine in ten were met before."""
    peeled = _peeled(stretch)
    return peeled if peeled and not _hold_exception(peeled) else _by_spacy(stretch)


def _by_spacy(stretch: str) -> tuple[str, ...]:
    return tuple(token.text for token in _pipeline().make_doc(stretch))


def _peeled(stretch: str) -> tuple[str, ...]:
    """A word with its marks taken off one by one; () where more than that is to be done."""
    if stretch.isalpha() or stretch.isdigit():
        return (stretch,) if stretch.isascii() else ()
    first, last = stretch[0], stretch[-1]
    if len(stretch) > 2 and (last in _CLOSING or (last == "." and stretch[-2].islower())):
        inner = _peeled(stretch[:-1])
        return (*inner, last) if inner else ()
    if len(stretch) > 2 and first in _OPENING:
        inner = _peeled(stretch[1:])
        return (first, *inner) if inner else ()
    left, hyphen, right = stretch.partition("-")
    if left.isalpha() and right.isalpha():
        return (left, hyphen, right) if stretch.isascii() else ()
    owner = stretch.removesuffix(_POSSESSIVE)
    return (owner, _POSSESSIVE) if owner.isalpha() and owner.isascii() else ()


def _hold_exception(tokens: tuple[str, ...]) -> bool:
    """Whether some tokens in a row make what the tokeniser has a rule for: "cant", "Oct.", ":)"."""
    exceptions, size = _exceptions(), len(tokens)
    if size == 1:
        return tokens[0] in exceptions
    ends = range(1, size + 1)
    return any("".join(tokens[a:b]) in exceptions for b in ends for a in range(b))


@cache
def _exceptions() -> frozenset[str]:
    """What the tokeniser does not cut by rule, without the marks that stand for themselves."""
    listed = frozenset(_pipeline().Defaults.tokenizer_exceptions)
    return listed - _CLOSING - _OPENING - {_POSSESSIVE, "-", "."}


@cache
def _pipeline() -> Language:
    """The English tokeniser of spaCy; no trained model is needed."""
    return spacy.blank("en")
