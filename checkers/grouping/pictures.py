"""Under which keys the uses of a picture, or of its caption, are found."""

from __future__ import annotations

import re

from checkers.model import Article

# A caption shorter than this ("The minister.") says too little to be one picture's own.
_SHORTEST_CAPTION = 5  # words
_WORD = re.compile(r"\w+")
_SIZE = re.compile(
    r"[-_]?\d{2,4}x\d{2,4}|[-_](?:small|large|medium|thumb|\d+w)(?=\.)|^\d+/", re.IGNORECASE
)


def picture_keys(article: Article) -> list[tuple[str, int]]:
    """(key, image index): one key for the caption's words, one for the picture's address."""
    keys = []
    for index, image in enumerate(article.images):
        words = _WORD.findall(image.caption.lower())
        if len(words) >= _SHORTEST_CAPTION:
            keys.append((f"caption:{' '.join(words)}", index))
        address = re.sub(r"[?#].*$", "", image.url)
        if address:
            keys.append((f"address:{_SIZE.sub('', address)}", index))
    return keys
