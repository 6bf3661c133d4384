"""The part of textacy that reading needs, without the rest of its package.

``import textacy`` imports scikit-learn and most of SciPy for topic models and graphs: a second in
which a person waits for ``recount check``. Its preprocessing needs neither. Measured on two cores:
1.9 s for ``import textacy.preprocessing``, 0.9 s for what is done here (spaCy's own import).
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from importlib.machinery import PathFinder
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the import contracts see who uses textacy
    import textacy  # noqa: F401 - imported below, in part


def quotation_marks() -> Callable[[str], str]:
    """Textacy's ``preprocessing.normalize.quotation_marks``."""
    normalize = _without_its_package("textacy", "preprocessing.normalize")
    found: Callable[[str], str] = normalize.quotation_marks
    return found


def _without_its_package(package: str, part: str) -> ModuleType:
    """Import a submodule while an empty module stands in for its package."""
    if package in sys.modules:
        return importlib.import_module(f"{package}.{part}")
    spec = PathFinder.find_spec(package)
    if spec is None or spec.submodule_search_locations is None:
        return importlib.import_module(f"{package}.{part}")
    stand_in = ModuleType(package)
    stand_in.__path__ = list(spec.submodule_search_locations)
    sys.modules[package] = stand_in
    try:
        return importlib.import_module(f"{package}.{part}")
    finally:  # whoever wants the whole package still gets it, made anew
        for name in [name for name in sys.modules if name.partition(".")[0] == package]:
            del sys.modules[name]
