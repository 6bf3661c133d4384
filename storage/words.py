"""Words from outside, made fit for every database: nothing crashes, every offset holds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from checkers.model import Article, Image

# PostgreSQL refuses NUL, and no encoding has half a surrogate pair. Each becomes one mark of
# replacement, so that a span still points at the same words.
_REFUSED = re.compile("[\x00\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def storable(text: str) -> str:
    """The text, the same length, with what no database holds replaced."""
    if text.isascii() and "\x00" not in text:
        return text
    return _REFUSED.sub(REPLACEMENT, text)


def storable_article(article: Article) -> Article:
    """The article with every word of it storable; the same object where all were."""
    images = tuple(_storable_image(image) for image in article.images)
    metadata = {storable(key): storable(value) for key, value in article.metadata.items()}
    words: dict[str, Any] = {name: storable(getattr(article, name)) for name in _WORDS}
    if (
        all(getattr(article, name) == word for name, word in words.items())
        and images == article.images
        and metadata == article.metadata
    ):
        return article
    return replace(article, images=images, metadata=metadata, **words)


_WORDS = ("url", "text", "title", "publisher", "author", "language", "section", "guid")


def _storable_image(image: Image) -> Image:
    names = ("url", "caption", "alt", "credit", "taken", "role", "data")
    return Image(**{name: storable(getattr(image, name)) for name in names})


def searchable(*texts: str) -> str:
    """The texts in one, case folded: what a search looks through, alike in every database."""
    return storable("\n".join(text for text in texts if text).casefold())


def search_pattern(text: str) -> str:
    r"""A pattern for LIKE with ``\`` as its escape that finds ``text`` anywhere."""
    folded = storable(text.casefold())
    for sign in "\\%_":
        folded = folded.replace(sign, "\\" + sign)
    return f"%{folded}%"
