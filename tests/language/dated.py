"""What dates were read in a text, in a short notation that tables of expectations can use."""

from __future__ import annotations

from datetime import datetime

from checkers.language.dates import read_dates
from checkers.language.document import Document
from checkers.model import Article, Claim, Origin, Stamp, When

FRIDAY = "2026-11-20T15:00:00+02:00"  # a Friday afternoon
MONDAY = "2026-11-16T08:00:00+02:00"


def claims(
    text: str,
    published: str | None = FRIDAY,
    *,
    url: str = "https://outlet.example/a",
    title: str = "",
    language: str = "",
) -> list[Claim]:
    """The date claims of an article with that text."""
    stamp = Stamp(datetime.fromisoformat(published), Origin.GIVEN) if published else None
    article = Article(url, text, title=title, published=stamp, language=language)
    return read_dates(Document(article))


def dates(text: str, published: str | None = FRIDAY, **fields: str) -> list[str]:
    """The dates of a text as "words = from .. to", with what else is known about them.

    A zone is shown where the words state one, else times are the article's own.
    """
    return [f"{claim.said} = {_shown(claim.when)}" for claim in claims(text, published, **fields)]


def _shown(when: When) -> str:
    if when.first is None or when.last is None:
        return "unknown" if when.exists else "no such day"
    words = _stretch(when.first, when.last, when)
    words += "".join(f" or {_stretch(*other, when)}" for other in when.others)
    words += " about" if when.about else ""
    return words if when.weekday_fits else f"{words} wrong weekday"


def _stretch(first: datetime, last: datetime, when: When) -> str:
    written = [_moment(moment, when) for moment in (first, last)]
    return written[0] if written[0] == written[1] else " .. ".join(written)


def _moment(moment: datetime, when: When) -> str:
    if "T" not in (when.written_from or ""):
        return moment.date().isoformat()
    zone = moment.strftime("%z") if when.zone_stated else ""
    return f"{moment:%Y-%m-%d %H:%M}{zone}"
