"""The signature by which copies are found, and what it may cost to take it."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
from checkers.grouping.copies import signature, similar
from checkers.model import Article
words = [f"word{number}" for number in range(400)]
whole, cut, other = " ".join(words), " ".join(words[:380]), " ".join(reversed(words))
texts = (whole, cut, other)
first, copy, apart = (signature(Article("https://a.example/", text)) for text in texts)
assert "scipy" not in sys.modules, "half a second of import for what is not used"
import datasketch
print(similar(first, copy) > 0.8, similar(first, apart) < 0.1, datasketch.MinHashLSH.__name__)
"""


def test_a_signature_needs_no_scipy_and_leaves_datasketch_whole_for_others() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "True", "MinHashLSH"]
