"""Run every rule over the dossiers that it looks at."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

from checkers.model import Copies, Event, Outcome, PictureUses, Reading, Revisions
from checkers.rule import Checker, LooksAt

log = logging.getLogger(__name__)

Dossier = Reading | Event | PictureUses | Revisions | Copies


def judge(dossiers: Iterable[Dossier], checkers: Iterable[Checker]) -> Iterator[Outcome]:
    """Yield what each rule says of each dossier of its kind.

    A rule that raises is logged with its code and skipped for that dossier: one bad
    rule must not silence the rest.
    """
    rules = list(checkers)
    for dossier in dossiers:
        kind = _kind(dossier)
        for checker in rules:
            if checker.RULE.looks_at is not kind:
                continue
            try:
                yield from checker.check(dossier)
            except Exception:
                log.exception("%s failed on %s %s", checker.RULE.code, kind, _name(dossier))


def _kind(dossier: Dossier) -> LooksAt:
    match dossier:
        case Reading():
            return LooksAt.ARTICLE
        case Event():
            return LooksAt.EVENT
        case PictureUses():
            return LooksAt.PICTURE
        case Revisions():
            return LooksAt.REVISIONS
        case Copies():
            return LooksAt.COPIES


def _name(dossier: Dossier) -> str:
    match dossier:
        case Reading(article=article):
            return article.url
        case Event(id=event_id):
            return event_id
        case PictureUses(key=key):
            return key
        case Revisions(url=url) | Copies(own=Revisions(url=url)):
            return url
