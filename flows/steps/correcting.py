"""Findings that an outlet has put right since, resolved on positive evidence only.

A source that does not answer, a wall before the article or a rule that failed proves nothing: what
was found stands until a later revision can be read that no longer says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from checkers.compare.notes import notes_in
from checkers.compare.wording import plain
from checkers.model import Article, Evidence, Field, Reading, Reconciliation, Status
from checkers.rule import LooksAt
from flows.steps.batches import batches
from flows.steps.judging import Judging
from storage.database import Session, session
from storage.decisions import resolve
from storage.findings import findings_about
from storage.histories import load_histories
from storage.reconciliations import reconciliations
from storage.stored import StoredFinding

# Of the rule on articles that are gone: resolved by an article that is back.
_TAKEN_DOWN = "EDT108"
_STANDING = frozenset({Status.OPEN, Status.CONFIRMED, Status.SNOOZED})


def resolve_corrected(judging: Judging) -> None:
    """Resolve what rested on revisions that this run saw replaced, and did not see again."""
    edits = frozenset(
        checker.RULE.code
        for checker in judging.checkers
        if checker.RULE.looks_at is LooksAt.REVISIONS
    )
    for urls in batches(sorted(judging.revised)):
        with session(judging.engine) as opened:
            latest = {
                url: history[-1]
                for url, history in load_histories(opened, urls).items()
                if not history[-1].page
            }
            notes = {}
            for stored in findings_about(opened, latest):
                fingerprint = stored.finding.fingerprint
                if stored.status not in _STANDING or fingerprint in judging.met:
                    continue
                if stored.finding.code in edits:
                    note = _explained(stored, latest, _found(opened, judging, stored))
                else:
                    note = _withdrawn(stored, latest)
                if note:
                    notes[fingerprint] = note
            resolve(opened, notes, judging.run.started)


def _found(opened: Session, judging: Judging, stored: StoredFinding) -> Iterator[Reconciliation]:
    """The differences about a finding's articles that this run met and explained."""
    for url in sorted({item.url for item in stored.finding.evidence}):
        for reconciliation in reconciliations(opened, url=url):
            if reconciliation.fingerprint in judging.reconciliations:
                yield reconciliation


def _explained(
    stored: StoredFinding, latest: Mapping[str, Reading], found: Iterable[Reconciliation]
) -> str:
    """How it is known that an edit has its reason by now; "" where it is not."""
    if stored.finding.code == _TAKEN_DOWN:
        return "the article is back"
    edited = {_place(item) for item in stored.finding.evidence}
    for reconciliation in found:
        if edited <= {_place(item) for item in reconciliation.evidence}:
            return f"explained since: {reconciliation.reason.value}"
    return ""


def _place(item: Evidence) -> tuple[str, int, str]:
    return item.url, item.revision, item.said


def _withdrawn(stored: StoredFinding, latest: Mapping[str, Reading]) -> str:
    """How it is known that a statement no longer stands; "" where it is not."""
    for item in stored.finding.evidence:
        reading = latest.get(item.url)
        if reading is None or reading.article.revision <= item.revision:
            continue
        if not _states(reading.article, item):
            return f"revision {reading.article.revision} of {item.url} no longer says so"
    return ""


def _states(article: Article, item: Evidence) -> bool:
    """Whether a revision still makes a statement, in its words or around the words that matter.

    What stands only in a correction note is what the outlet takes back.
    """
    match item.span.field:
        case Field.TITLE:
            text = article.title
        case Field.TEXT:
            text = article.text
            for note in notes_in(article):
                for piece in note.pieces:
                    text = text.replace(piece.text, " ")
        case Field.CAPTION | Field.CREDIT:
            text = "\n".join(f"{image.caption} {image.credit}" for image in article.images)
        case Field.METADATA:
            text = "\n".join(article.metadata.values())
        case Field.URL:
            return True
    text = plain(text)
    said = re.escape(plain(item.said))
    return plain(item.quote) in text or bool(re.search(rf"(?<!\w){said}(?!\w)", text))
