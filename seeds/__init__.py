"""What Recount starts from: sources to watch, word lists, and invented articles to show its work.

Everything here is data that ships with the project; these functions say where it lies.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


def demo_folder() -> Path:
    """The folder of the demonstration articles; it holds nothing else."""
    return _HERE / "demo" / "articles"


def demo_expectations() -> Path:
    """The TOML file that says what must be found in the demonstration set, and what must not."""
    return _HERE / "demo" / "expected.toml"


def default_sources() -> Path:
    """The TOML file of public feeds that ships with Recount, all of them switched off."""
    return _HERE / "sources.toml"


@cache
def words(name: str) -> dict[str, Any]:
    """The word list ``seeds/words/<name>.toml``, read once and shared: do not change it.

    Raises:
        FileNotFoundError: there is no such list.
        tomllib.TOMLDecodeError: the list is not valid TOML.
    """
    with (_HERE / "words" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
