"""The part of textacy that reading needs, without the rest of its package.

Measured on two cores: 1.9 s for ``import textacy.preprocessing``, 0.9 s for what is done here
(spaCy's own import).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from checkers.language.partly import without_its_package

if TYPE_CHECKING:  # the import contracts see who uses textacy
    import textacy  # noqa: F401 - imported below, in part


def quotation_marks() -> Callable[[str], str]:
    """Textacy's ``preprocessing.normalize.quotation_marks``."""
    normalize = without_its_package("textacy", "preprocessing.normalize")
    found: Callable[[str], str] = normalize.quotation_marks
    return found
