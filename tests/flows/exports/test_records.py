"""The records of ``--json``, key by key and value by value."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from checkers.model import (
    Anchor,
    Caption,
    Claim,
    ClaimKind,
    Count,
    Evidence,
    Field,
    Grain,
    Mention,
    Place,
    PlaceRole,
    Role,
    Span,
    Statement,
    Status,
    Value,
    When,
)
from flows.exports import records
from flows.plain.vocabulary import CLAIM_FIELDS, FIELDS_OF
from storage.stored import Decision
from tests.flows import invented

DAY = datetime(2026, 3, 5, tzinfo=UTC)


def test_a_finding() -> None:
    stored = invented.stored(status=Status.CONFIRMED)
    record = records.finding_record(stored)
    evidence = record.pop("evidence")
    assert record == {
        "type": "finding",
        "id": stored.finding.fingerprint[:8],
        "code": "CAS101",
        "family": "CAS",
        "title": "Death tolls that cannot both stand",
        "severity": "high",
        "message": "The coast guard counts 14 dead and the harbour master 23, half an hour apart.",
        "event": {
            "id": "7c1e9a40",
            "title": "Ferry fire off Port Lann",
            "kind": "fire",
            "place": "Port Lann",
            "from": "2026-03-05",
            "to": "2026-03-05",
        },
        "roots": [1, 1],
        "status": "confirmed",
        "first_seen": "2026-03-06T02:30:00+00:00",
        "last_seen": "2026-03-06T02:30:00+00:00",
        "fingerprint": stored.finding.fingerprint,
    }
    assert evidence[0] == {
        "url": "https://lann-telegraph.example/ferry-fire",
        "publisher": "The Lann Telegraph",
        "published": "2026-03-05T12:10:00+01:00",
        "revision": 1,
        "field": "text",
        "image": None,
        "start": 0,
        "end": 15,
        "quote": "Fourteen people died when the car deck of the ferry Aster caught fire off Port "
        "Lann on Thursday morning, the coast guard said.",
        "said": "Fourteen people",
        "value": "killed: 14",
        "attributed_to": "the coast guard",
    }
    assert [(item["field"], item["said"]) for item in evidence] == [
        ("text", "Fourteen people"),
        ("title", "14"),
        ("text", "23 people"),
    ]


def test_what_is_unknown_is_null() -> None:
    unsigned = Evidence("file:///a.txt", "", None, 1, Span(Field.TEXT, 0, 1), "9 died.", "9", "9")
    record = records.evidence_record(unsigned)
    assert (record["publisher"], record["published"], record["attributed_to"]) == (None, None, None)
    assert records.event_ref_record(None) is None
    bare = replace(invented.FERRY, title="", kind="", place="", first="", last="")
    found = records.event_ref_record(bare)
    assert found == {
        "id": "7c1e9a40",
        "title": None,
        "kind": None,
        "place": None,
        "from": None,
        "to": None,
    }


def test_a_quotation_of_metadata_names_its_entry() -> None:
    span = Span(Field.METADATA, 3, 5, key="og:description")
    shown = Evidence("https://a.example/", "A", None, 2, span, "12 die", "12", "12")
    record = records.evidence_record(shown)
    assert (record["field"], record["key"], record["revision"]) == ("metadata", "og:description", 2)


def test_a_reconciliation_has_its_reason_and_both_statements() -> None:
    record = records.reconciliation_record(invented.RECONCILIATION)
    assert list(record) == ["type", "family", "reason", "event", "evidence", "message"]
    assert (record["family"], record["reason"]) == ("CAS", "within-bounds")
    assert [item["said"] for item in record["evidence"]] == [
        "At least a dozen people",
        "Fourteen people",
    ]


CLAIMED: dict[str, tuple[ClaimKind, Value, dict[str, object]]] = {
    "an exact count of people": (
        ClaimKind.COUNT,
        Count("killed", "people", 12.0, 12.0),
        {
            "measure": "killed",
            "group": "people",
            "low": 12,
            "high": 12,
            "hedge": "exact",
            "role": "total",
            "unit": None,
            "noun": None,
            "campaign": False,
            "place": None,
        },
    ),
    "a measured amount with a fraction": (
        ClaimKind.COUNT,
        Count("hectare", "forest", 1.5, None, role=Role.PART, unit="hectare", noun="forest"),
        {
            "measure": "hectare",
            "group": "forest",
            "low": 1.5,
            "high": None,
            "hedge": "exact",
            "role": "part",
            "unit": "hectare",
            "noun": "forest",
            "campaign": False,
            "place": None,
        },
    ),
    "a day": (
        ClaimKind.DATE,
        When(DAY, DAY, Grain.DAY, Anchor.PUBLICATION, weekday="Thursday"),
        {"from": "2026-03-05", "to": "2026-03-05", "weekday": "Thursday"},
    ),
    "a date that could not be resolved": (
        ClaimKind.DATE,
        When(None, None, Grain.DAY, Anchor.UNKNOWN),
        {"from": None, "to": None, "weekday": None},
    ),
    "a place, whose type leaves the record's alone": (
        ClaimKind.PLACE,
        Place("Lann", "port lann", "city", ("skarrow",), PlaceRole.EVENT, known=False),
        {
            "type": "claim",
            "name": "Lann",
            "key": "port lann",
            "place_type": "city",
            "inside": ["skarrow"],
            "role": "event",
            "known": False,
        },
    ),
    "a cause": (
        ClaimKind.CAUSE,
        Statement("gas leak", "suspected"),
        {"value": "gas leak", "status": "suspected", "subject": None},
    ),
    "a caption": (
        ClaimKind.CAPTION,
        Caption(0, file_photo=True),
        {"image": 0, "file_photo": True, "repeated": False},
    ),
}


@pytest.mark.parametrize(("kind", "value", "fields"), CLAIMED.values(), ids=CLAIMED)
def test_a_claim_of_each_kind(kind: ClaimKind, value: Value, fields: dict[str, object]) -> None:
    claim = Claim(
        kind=kind,
        article=invented.TELEGRAPH,
        span=Span(Field.CAPTION, 4, 9, image=0),
        sentence=Span(Field.CAPTION, 0, 42, image=0),
        value=value,
        mention="m1",
        background=True,
    )
    record = records.claim_record(claim)
    assert {name: record[name] for name in fields} == fields
    assert (record["field"], record["image"], record["said"]) == ("caption", 0, "ferry")
    assert (record["voice"], record["event"], record["background"]) == ("outlet", "m1", True)


@pytest.mark.parametrize(("kind", "value"), [(k, v) for k, v, _ in CLAIMED.values()], ids=CLAIMED)
def test_explain_claims_lists_the_fields_that_are_printed(kind: ClaimKind, value: Value) -> None:
    claim = replace(invented.FOURTEEN, kind=kind, value=value)
    explained = {"type", *CLAIM_FIELDS, *FIELDS_OF[kind]} - {"key"}
    assert set(records.claim_record(claim)) - {"key"} == explained


def test_a_mention_gives_its_articles_totals() -> None:
    reading = invented.READINGS[0]
    assert records.mention_record(reading.article, reading.mention("m1"), "7c1e9a40") == {
        "type": "mention",
        "url": "https://skarrow-evening.example/ferry-fire",
        "id": "m1",
        "kind": "fire",
        "from": None,
        "to": None,
        "places": [],
        "background": False,
        "figures": {"killed": {"low": 12, "high": None}},
        "event": "7c1e9a40",
    }


def test_an_event_gives_figures_in_the_order_of_time_and_who_gave_them() -> None:
    record = records.event_record(invented.EVENT)
    assert record["articles"] == [article.url for article in invented.ARTICLES]
    assert record["mentioned_in"] == []
    assert [
        (one["low"], one["high"], one["at"], one["publisher"], one["attributed_to"])
        for one in record["figures"]["killed"]
    ] == [
        (12, None, "2026-03-05T09:30:00+01:00", "Skarrow Evening", "the coast guard"),
        (14, 14, "2026-03-05T12:10:00+01:00", "The Lann Telegraph", "the coast guard"),
        (23, 23, "2026-03-05T12:40:00+01:00", "North Wire", "harbour master Ines Vollan"),
    ]


def test_an_article_that_is_about_an_event_is_not_listed_in_passing_too() -> None:
    passing = Mention("m2", "fire", background=True)
    reading = invented.READINGS[0]
    both = replace(reading, mentions=(*reading.mentions, passing))
    members = (
        replace(invented.EVENT.members[0], reading=both),
        replace(invented.EVENT.members[0], reading=both, mention="m2"),
        replace(
            invented.EVENT.members[1],
            reading=replace(invented.READINGS[1], mentions=(passing,)),
            mention="m2",
        ),
    )
    record = records.event_record(replace(invented.EVENT, members=members))
    assert record["articles"] == [invented.EVENING.url]
    assert record["mentioned_in"] == [invented.TELEGRAPH.url]


def test_a_decision() -> None:
    asleep = Decision(Status.SNOOZED, "mara", invented.SEEN, until=date(2026, 4, 1))
    assert records.decision_record(invented.stored(), asleep) == {
        "type": "decision",
        "finding": invented.stored().id,
        "status": "snoozed",
        "by": "mara",
        "at": "2026-03-06T02:30:00+00:00",
        "note": None,
        "until": "2026-04-01",
    }
