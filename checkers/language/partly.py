"""Parts of packages whose whole would keep a person waiting.

``import textacy`` imports scikit-learn and most of SciPy for topic models and graphs, ``import
datasketch`` SciPy's integration for forests of hashes: a second each in which a person waits for
``recount check``. What is used of them needs neither.
"""

from __future__ import annotations

import importlib
import sys
from importlib.machinery import PathFinder
from types import ModuleType


def without_its_package(package: str, part: str) -> ModuleType:
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
