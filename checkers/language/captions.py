"""What captions say of their pictures: of this event, or declared old, stock or drawn."""

from __future__ import annotations

import re

from checkers.language.document import Document
from checkers.model import Caption, Claim, ClaimKind, Field, Span

# "FILE - …", "Archivbild", "(file photo)", "illustration", "library picture", "AI-generated".
_DECLARED = re.compile(
    r"^\W*file\b\s*[-–—:(]|\bfile (?:photo|photograph|picture|image|pic|footage)\b"
    r"|\barchiv\w*|\billustrat\w+|\b(?:library|stock|symbolic|symbol) (?:photo|image|picture)"
    r"|\bAI-generated\b|\bgenerated (?:with|by) AI\b|\brepresentational\b"
    r"|\bimage d'illustration\b|\bdrawing\b"
    r"|\bartist'?s impression\b|\bfor illustration\b|\bpicture for representation\b",
    re.IGNORECASE,
)


def is_declared_old(text: str) -> bool:
    """Whether a caption or credit declares its picture old, illustrative or drawn."""
    return bool(_DECLARED.search(text))


def read_captions(document: Document) -> list[Claim]:
    """One claim for each caption of the article."""
    article = document.article
    claims = []
    for index, image in enumerate(article.images):
        if not image.caption.strip():
            continue
        whole = Span(Field.CAPTION, 0, len(image.caption), image=index)
        value = Caption(index, file_photo=is_declared_old(f"{image.caption} {image.credit}"))
        claims.append(Claim(ClaimKind.CAPTION, article, whole, whole, value))
    return claims
