"""The records that ``--json`` prints, key by key: findings, reasons, claims, mentions, events.

A value that is not known is null; a number that is whole is written without a fraction.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from checkers.model import (
    Article,
    Caption,
    Claim,
    Count,
    Event,
    EventRef,
    Evidence,
    Field,
    Mention,
    Place,
    Reconciliation,
    Span,
    Statement,
    Value,
    When,
)
from flows.plain.timeline import timeline
from storage.stored import Decision, EventChange, StoredFinding
from storage.visited import Standing

Record = dict[str, Any]


def finding_record(stored: StoredFinding) -> Record:
    """A finding with its status and both its sides' quotations."""
    finding = stored.finding
    return {
        "type": "finding",
        "id": stored.id,
        "code": finding.code,
        "family": finding.family.value,
        "title": finding.title,
        "severity": finding.severity.value,
        "message": finding.message,
        "event": event_ref_record(finding.event),
        "evidence": [evidence_record(item) for item in finding.evidence],
        "roots": list(finding.roots),
        "status": stored.status.value,
        "first_seen": moment(stored.first_seen),
        "last_seen": moment(stored.last_seen),
        "fingerprint": finding.fingerprint,
    }


def decision_record(stored: StoredFinding, decision: Decision) -> Record:
    """One decision in the history of a finding."""
    return {
        "type": "decision",
        "finding": stored.id,
        "status": decision.status.value,
        "by": decision.by,
        "at": moment(decision.at),
        "note": decision.note or None,
        "until": decision.until.isoformat() if decision.until else None,
    }


def reconciliation_record(reconciliation: Reconciliation) -> Record:
    """A difference that is not a finding, with its reason."""
    return {
        "type": "reconciliation",
        "family": reconciliation.family.value,
        "reason": reconciliation.reason.value,
        "event": event_ref_record(reconciliation.event),
        "evidence": [evidence_record(item) for item in reconciliation.evidence],
        "message": reconciliation.message,
    }


def evidence_record(evidence: Evidence) -> Record:
    """A quotation and where to find it."""
    return {
        "url": evidence.url,
        "publisher": evidence.publisher or None,
        "published": moment(evidence.published),
        "revision": evidence.revision,
        **_place_in_article(evidence.span),
        "quote": evidence.quote,
        "said": evidence.said,
        "value": evidence.value,
        "attributed_to": evidence.attributed_to,
    }


def event_ref_record(event: EventRef | None) -> Record | None:
    """The event that a finding is about, in short."""
    if event is None:
        return None
    return {
        "id": event.id,
        "title": event.title or None,
        "kind": event.kind or None,
        "place": event.place or None,
        "from": event.first or None,
        "to": event.last or None,
    }


def claim_record(claim: Claim) -> Record:
    """One statement of an article, with the fields of its kind."""
    return {
        "type": "claim",
        "url": claim.article.url,
        **_place_in_article(claim.span),
        "quote": claim.quote,
        "said": claim.said,
        "kind": claim.kind.value,
        **_value_record(claim.value),
        "attributed_to": claim.attributed_to,
        "voice": claim.voice.value,
        "event": claim.mention,
        "background": claim.background,
    }


def mention_record(article: Article, mention: Mention, event_id: str | None = None) -> Record:
    """One happening spoken of in one article, with the article's own totals."""
    return {
        "type": "mention",
        "url": article.url,
        "id": mention.id,
        "kind": mention.kind or None,
        "from": mention.when.written_from if mention.when else None,
        "to": mention.when.written_to if mention.when else None,
        "places": [place.name for place in mention.places],
        "background": mention.background,
        "figures": {
            measure: {"low": number(figure.low), "high": number(figure.high)}
            for measure, figure in mention.figures.items()
        },
        "event": event_id,
    }


def change_record(change: EventChange) -> Record:
    """An article, or all that was left of an event, that went from one event to another."""
    return {
        "type": "event-change",
        "at": moment(change.at),
        "left": change.left,
        "joined": change.joined,
        "url": change.url or None,
        "joined_by": list(change.why),
    }


def event_record(event: Event) -> Record:
    """A happening with its articles, and its figures as they were given over time."""
    return {
        "type": "event",
        "id": event.id,
        "title": event.title or None,
        "kind": event.kind or None,
        "place": event.place or None,
        "from": event.when.written_from if event.when else None,
        "to": event.when.written_to if event.when else None,
        "articles": _urls(event, about=True),
        "mentioned_in": _urls(event, about=False),
        "figures": {
            measure: [
                {
                    "low": number(figure.low),
                    "high": number(figure.high),
                    "at": moment(figure.at),
                    "url": figure.url,
                    "publisher": figure.publisher or None,
                    "attributed_to": figure.attributed_to,
                }
                for figure in figures
            ]
            for measure, figures in timeline(event).items()
        },
    }


def article_record(url: str, revision: int | None, status: str, detail: str = "") -> Record:
    """What became of an article; ``revision`` is None for one that could not be taken in."""
    return {
        "type": "article",
        "url": url,
        "revision": revision,
        "status": status,
        "detail": detail or None,
    }


def source_record(standing: Standing) -> Record:
    """A source of the nightly run, and how its visits went."""
    source, visits, answered = standing.source, standing.visits, standing.answered
    return {
        "type": "source",
        "name": source.name,
        "url": source.url,
        "publisher": source.publisher or None,
        "kind": source.kind,
        "language": source.language or None,
        "section": source.section or None,
        "enabled": source.enabled,
        "every_minutes": source.every_minutes,
        "added": moment(source.added),
        "last_ok": moment(source.last_ok),
        "failures": source.failures,
        "last_error": source.last_error or None,
        "next_visit": moment(visits.next),
        "failing_since": moment(visits.failing_since),
        "given_up": moment(visits.given_up),
        "left_alone_until": moment(visits.rest),
        "asked_in_full_since": moment(answered.lied) if answered else None,
        "moved_to": (answered.moved or None) if answered else None,
        "pages_gone": standing.gone,
    }


def moment(at: datetime | None) -> str | None:
    """ISO 8601 in the zone in which it was given."""
    return at.isoformat() if at else None


def number(value: float | None) -> float | int | None:
    """``value``, as an ``int`` where it is whole."""
    return int(value) if value is not None and value == int(value) else value


def _place_in_article(span: Span) -> Record:
    place: Record = {
        "field": span.field.value,
        "image": span.image,
        "start": span.start,
        "end": span.end,
    }
    if span.field is Field.METADATA:
        place["key"] = span.key
    return place


def _value_record(value: Value) -> Record:
    match value:
        case Count():
            return {
                "measure": value.measure,
                "group": value.group,
                "low": number(value.low),
                "high": number(value.high),
                "hedge": value.hedge.value,
                "role": value.role.value,
                "unit": value.unit,
                "noun": value.noun or None,
                "campaign": value.campaign,
                "place": value.place,
            }
        case When():
            return {"from": value.written_from, "to": value.written_to, "weekday": value.weekday}
        case Place():  # its type is not "type": that says what the record is
            return {
                "name": value.name,
                "key": value.key,
                "place_type": value.type,
                "inside": list(value.inside),
                "role": value.role.value,
                "known": value.known,
            }
        case Statement():
            return {
                "value": value.value,
                "status": value.status or None,
                "subject": value.subject or None,
            }
        case Caption():
            return {
                "image": value.image,
                "file_photo": value.file_photo,
                "repeated": value.repeated,
            }


def _urls(event: Event, *, about: bool) -> list[str]:
    """Addresses of the articles about the event, or of those that only mention it, each once."""
    main = {member.reading.article.url for member in event.members if member.about}
    return list(
        dict.fromkeys(
            member.reading.article.url
            for member in event.members
            if member.about is about and (about or member.reading.article.url not in main)
        )
    )
