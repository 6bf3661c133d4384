"""Make ``levels.txt`` from the word probabilities of the package spacy-lookups-data (MIT licence).

Run ``python -m seeds.rarity.build en_lexeme_prob.json.gz`` with that file of the package. The
probabilities are of words in English web text; ours are their sums over capitals and plurals.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import defaultdict
from math import exp, log
from pathlib import Path

from seeds.rarity import levels_file, stem

WORDS_IN_A_TEXT = 300
RAREST = 3e-7  # the probability below which a word is left out: two in three of those are slips
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def build(probabilities: Path) -> str:
    """The text of the list, the commonest words first."""
    with gzip.open(probabilities, "rt", encoding="utf-8") as file:
        logarithms: dict[str, float] = json.load(file)
    shares: dict[str, float] = defaultdict(float)
    for word, logarithm in logarithms.items():
        if _WORD.fullmatch(word):
            shares[stem(word)] += exp(logarithm)
    levels: dict[int, list[str]] = defaultdict(list)
    for word, share in shares.items():
        if share >= RAREST:
            levels[round(-10 * log(1 - exp(-share * WORDS_IN_A_TEXT)))].append(word)
    return "".join(f"{level} {' '.join(sorted(levels[level]))}\n" for level in sorted(levels))


if __name__ == "__main__":
    levels_file().write_text(build(Path(sys.argv[1])), encoding="utf-8")
