"""Findings: kept once, seen again, decided on by people, and found by what an editor types."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

import pytest

from checkers.errors import NotFound, WrongUse
from checkers.model import EventRef, Family, Finding, Severity, Status
from storage.articles import load_article, save_articles
from storage.database import Engine, reading, session
from storage.findings import (
    each_finding,
    find_finding,
    findings_about,
    history,
    list_findings,
    load_findings,
    mark,
)
from storage.outcomes import save_outcomes
from storage.stored import Decision, Kept, StoredFinding
from tests.storage.invented import (
    DAY,
    DOCK,
    FERRY,
    HOUR,
    NOON,
    article,
    evidence,
    finding,
    row_counts,
    side,
    tolls,
)


def save(store: Engine, *found: Finding, seen: datetime = NOON, run: str | None = None) -> Kept:
    with session(store) as opened:
        return save_outcomes(opened, found, seen, run)


def decide(
    store: Engine, status: Status, at: datetime = NOON, until: date | None = None
) -> StoredFinding:
    with session(store) as opened:
        fingerprint = tolls().fingerprint
        [marked] = mark(
            opened, [fingerprint], status, by="Vera", at=at, note="checked by phone", until=until
        )
    return marked


def stored(store: Engine, found: Finding | None = None) -> StoredFinding:
    with reading(store) as opened:
        [one] = load_findings(opened, [(found or tolls()).fingerprint])
    return one


def test_a_finding_comes_back_as_it_went_in(store: Engine) -> None:
    found = tolls()
    assert save(store, found) == Kept((found,), ())
    assert stored(store) == StoredFinding(
        found, Status.OPEN, NOON, NOON, short=found.fingerprint[:8]
    )
    assert stored(store).id == found.fingerprint[:8]


ODD = {
    "without an event": tolls(event=None),
    "with one side": finding(side("31 November", evidence(article(), "Thursday", "2026-03-05"))),
    "with awkward words": tolls(message="a\x00b \ud800 %s '", title="\x00"),
}


@pytest.mark.parametrize("found", ODD.values(), ids=ODD)
def test_findings_of_every_shape_are_kept(store: Engine, found: Finding) -> None:
    save(store, found)
    assert stored(store, found).finding == found


def test_a_finding_seen_again_moves_its_last_seen_and_takes_the_latest_evidence(
    store: Engine,
) -> None:
    save(store, tolls())
    reworded = tolls(message="The Tribune says 13 now.", severity=Severity.MEDIUM)
    assert save(store, reworded, seen=NOON + DAY) == Kept((), (reworded,))
    assert stored(store) == StoredFinding(
        reworded, Status.OPEN, NOON, NOON + DAY, short=tolls().fingerprint[:8]
    )
    save(store, reworded, seen=NOON + HOUR)
    assert stored(store).last_seen == NOON + DAY, "a run that ends late takes nothing back"


def test_a_finding_met_twice_in_one_run_is_one(store: Engine) -> None:
    assert save(store, tolls(), tolls(message="other words")) == Kept((tolls(),), ())


def test_saving_again_adds_no_row(store: Engine) -> None:
    save(store, tolls(), tolls("injured|people"))
    before = row_counts(store)
    save(store, tolls(), tolls("injured|people"))
    save(store, tolls(), tolls("injured|people"), seen=NOON + DAY)
    assert row_counts(store) == before


VERA = "Vera"
LIFE = {  # what was decided, until when, seen again after: status then, and its last decision
    "dismissed stays dismissed": (Status.DISMISSED, None, 9 * DAY, Status.DISMISSED, VERA, None),
    "confirmed stays confirmed": (Status.CONFIRMED, None, 9 * DAY, Status.CONFIRMED, VERA, None),
    "open stays open": (Status.OPEN, None, 9 * DAY, Status.OPEN, VERA, None),
    "snoozed sleeps through its last day": (
        Status.SNOOZED,
        date(2026, 3, 6),
        DAY,
        Status.SNOOZED,
        VERA,
        date(2026, 3, 6),
    ),
    "snoozed wakes on the day after": (
        Status.SNOOZED,
        date(2026, 3, 6),
        2 * DAY,
        Status.OPEN,
        "recount",
        None,
    ),
    "resolved is open again": (Status.RESOLVED, None, HOUR, Status.OPEN, "recount", None),
    "resolved after the run began stays so": (
        Status.RESOLVED,
        None,
        -HOUR,
        Status.RESOLVED,
        VERA,
        None,
    ),
}


@pytest.mark.parametrize(
    ("decided", "until", "later", "status", "by", "left"), LIFE.values(), ids=LIFE
)
def test_what_a_person_decided_stands_unless_its_time_is_over(
    store: Engine,
    decided: Status,
    until: date | None,
    later: timedelta,
    status: Status,
    by: str,
    left: date | None,
) -> None:
    save(store, tolls(), seen=NOON - DAY)
    decide(store, decided, until=until)
    for _ in range(2):
        save(store, tolls(), seen=NOON + later)
        now = stored(store)
        assert (now.status, now.decisions[-1].by, now.until) == (status, by, left)


def test_the_history_tells_everything_in_order(store: Engine) -> None:
    save(store, tolls())
    berlin = timezone(timedelta(hours=1))
    decide(store, Status.RESOLVED, at=(NOON + HOUR).astimezone(berlin))
    save(store, tolls(), seen=NOON + DAY)
    decide(store, Status.SNOOZED, at=NOON + DAY, until=date(2026, 3, 9))
    save(store, tolls(), seen=NOON + 5 * DAY)
    told = [
        Decision(Status.RESOLVED, "Vera", NOON + HOUR, "checked by phone"),
        Decision(Status.OPEN, "recount", NOON + DAY, "seen again"),
        Decision(Status.SNOOZED, "Vera", NOON + DAY, "checked by phone", date(2026, 3, 9)),
        Decision(Status.OPEN, "recount", NOON + 5 * DAY, "the snooze is over"),
    ]
    with reading(store) as opened:
        assert history(opened, tolls().fingerprint) == told
        assert history(opened, "0" * 64) == []
    assert stored(store).decisions == tuple(told)


def test_the_same_decision_made_twice_is_one(store: Engine) -> None:
    save(store, tolls())
    first = decide(store, Status.CONFIRMED)
    assert decide(store, Status.CONFIRMED, at=NOON + HOUR) == first
    assert len(decide(store, Status.OPEN, at=NOON + 2 * HOUR).decisions) == 2


def test_several_are_marked_at_once_in_the_order_given(store: Engine) -> None:
    found = [tolls(slot) for slot in ("c", "a", "b")]
    save(store, *found)
    with session(store) as opened:
        marked = mark(
            opened, [one.fingerprint for one in found], Status.DISMISSED, by="Vera", at=NOON
        )
    assert [one.finding for one in marked] == found
    assert {one.status for one in marked} == {Status.DISMISSED}


REFUSED = {
    "an unknown finding": ("0" * 64, Status.DISMISSED, None, NotFound, "no finding '0000"),
    "a snooze without end": (None, Status.SNOOZED, None, WrongUse, "needs the last day"),
    "an end without a snooze": (None, Status.OPEN, date(2026, 3, 9), WrongUse, "--until"),
}


@pytest.mark.parametrize(
    ("fingerprint", "status", "until", "error", "says"), REFUSED.values(), ids=REFUSED
)
def test_a_decision_that_cannot_be_is_refused_and_nothing_marked(
    store: Engine,
    fingerprint: str | None,
    status: Status,
    until: date | None,
    error: type[Exception],
    says: str,
) -> None:
    save(store, tolls())
    known = tolls().fingerprint
    with session(store) as opened, pytest.raises(error, match=says):
        mark(opened, [known, fingerprint or known], status, by="Vera", at=NOON, until=until)
    assert stored(store).status is Status.OPEN


HIGH = tolls("high", severity=Severity.HIGH)
LOW = tolls("low", severity=Severity.LOW, family=Family.NUM, event=None)
DATES = tolls(
    "dates",
    severity=Severity.MEDIUM,
    family=Family.DAT,
    message="A Thursday that was a Friday: 100% ÜBER_all",
    event=EventRef("ferry", "Ferry sinks", "sinking", "Lake Orm"),
)
WELL_SOURCED = replace(HIGH, slot="more", sides=(HIGH.sides[0], replace(HIGH.sides[1], roots=9)))
ALL = [WELL_SOURCED, HIGH, DATES, LOW]

WANTED = {  # filter: what is listed, in order
    "everything in an editor's order": ({}, ALL),
    "empty filters": ({"status": (), "family": [], "text": "", "event": None}, ALL),
    "a status": ({"status": [Status.OPEN, Status.DISMISSED]}, ALL),
    "a status that none has": ({"status": [Status.CONFIRMED]}, []),
    "families": ({"family": [Family.DAT, Family.NUM]}, [DATES, LOW]),
    "severities": ({"severity": {Severity.LOW}}, [LOW]),
    "an event": ({"event": "ferry"}, [DATES]),
    "part of an outlet's name, in any case": ({"publisher": "tribUNE"}, ALL),
    "an outlet that nobody quotes": ({"publisher": "Gazette"}, []),
    "seen since": ({"since": NOON + 1 * HOUR}, [DATES, LOW]),
    "words of the message, in any case": ({"text": "über_ALL"}, [DATES]),
    "words of a quotation": ({"text": "when fire swept a dock"}, ALL),
    "the event's title": ({"text": "ferry sinks"}, [DATES]),
    "a percent sign is a percent sign": ({"text": "100%"}, [DATES]),
    "an underline is an underline": ({"text": "a_thursday"}, []),
    "a NUL is in nothing": ({"text": "\x00"}, []),
    "all filters at once": (
        {"status": [Status.OPEN], "family": [Family.DAT], "text": "friday", "since": NOON},
        [DATES],
    ),
}


@pytest.mark.parametrize(("wanted", "expected"), WANTED.values(), ids=WANTED)
def test_findings_are_listed(
    store: Engine, wanted: dict[str, object], expected: list[Finding]
) -> None:
    save(store, HIGH, WELL_SOURCED)
    save(store, DATES, LOW, seen=NOON + HOUR)
    with reading(store) as opened:
        found = list_findings(opened, **wanted)  # type: ignore[arg-type]  # a table of keywords
        assert [one.finding for one in found] == expected
        assert list(each_finding(opened, **wanted)) == found  # type: ignore[arg-type]  # as above


def test_more_findings_than_one_page_are_listed_once_each(store: Engine) -> None:
    many = [tolls(f"slot {number}") for number in range(1201)]
    save(store, *many)
    decide_one = many[700].fingerprint
    with session(store) as opened:
        mark(opened, [decide_one], Status.CONFIRMED, by="Vera", at=NOON)
        listed = list(each_finding(opened))
    assert {one.finding.slot for one in listed} == {one.slot for one in many}
    assert len(listed) == 1201
    assert [one.finding.fingerprint for one in listed if one.decisions] == [decide_one]


def test_findings_about_articles_are_found_by_their_addresses(store: Engine) -> None:
    save(store, LOW, HIGH)
    with reading(store) as opened:
        assert [one.finding for one in findings_about(opened, [FERRY, DOCK])] == [HIGH, LOW]
        assert findings_about(opened, ["https://unquoted.example/"]) == []
        assert findings_about(opened, []) == []


def test_evidence_follows_a_revision_whose_number_moved(store: Engine) -> None:
    later = article(text="Thirteen people were killed.", fetched=NOON + 2 * HOUR)
    with session(store) as opened:
        [saved] = [one.article for one in save_articles(opened, [later], NOON)]
        found = finding(side("13", evidence(saved, "Thirteen", "killed: 13")))
        save_outcomes(opened, [found], NOON)
    with session(store) as opened:
        save_articles(opened, [article(fetched=NOON + HOUR)], NOON)
    with reading(store) as opened:
        [quotation] = stored(store, found).finding.evidence
        quoted = load_article(opened, quotation.url, quotation.revision)
    assert (quotation.revision, quoted.words(quotation.span)) == (2, "Thirteen")


@cache
def same_beginning() -> tuple[Finding, Finding]:
    """Two findings whose fingerprints begin with the same eight digits, found by trying."""
    met: dict[str, Finding] = {}
    plain = tolls()
    for number in range(10**6):
        one = replace(plain, slot=f"slot {number}")
        head = one.fingerprint[:8]
        if head in met:
            return met[head], one
        met[head] = one
    raise AssertionError("fingerprints are spread more evenly than chance allows")


def test_short_ids_grow_only_where_they_must_and_never_change(store: Engine) -> None:
    first, second = same_beginning()
    save(store, first)
    save(store, second)
    head = first.fingerprint[:8]
    assert (stored(store, first).id, stored(store, second).id) == (
        head,
        second.fingerprint[: len(stored(store, second).id)],
    )
    assert len(stored(store, second).id) > 8
    with reading(store) as opened:
        assert find_finding(opened, head).finding == first
        assert find_finding(opened, stored(store, second).id).finding == second
        with pytest.raises(
            NotFound, match=rf"^'{head[:7]}' fits several findings: .*; add a digit"
        ):
            find_finding(opened, head[:7])


def test_a_short_id_is_new_even_to_those_saved_with_it(store: Engine) -> None:
    first, second = same_beginning()
    save(store, second, first)
    assert {stored(store, first).id, stored(store, second).id} > {first.fingerprint[:8]}


TYPED = {  # what is typed: whether it is understood, or what the message says
    "four digits": (tolls().fingerprint[:4], None),
    "all digits": (tolls().fingerprint, None),
    "capitals and spaces": (f" {tolls().fingerprint[:8].upper()} ", None),
    "another's digits": ("f00d", "no finding 'f00d' is in the store; recount findings lists them"),
    "no digits": ("dock", "'dock' is not the id of a finding; recount findings lists them"),
    "nothing": ("", "'' is not the id of a finding; recount findings lists them"),
    "a pattern": ("%", "'%' is not the id of a finding; recount findings lists them"),
    "a NUL": ("\x00", "'\\x00' is not the id of a finding; recount findings lists them"),
}


@pytest.mark.parametrize(("typed", "says"), TYPED.values(), ids=TYPED)
def test_a_finding_is_found_by_what_is_typed(store: Engine, typed: str, says: str | None) -> None:
    save(store, tolls())
    with reading(store) as opened:
        if says is None:
            assert find_finding(opened, typed).finding == tolls()
        else:
            with pytest.raises(NotFound) as raised:
                find_finding(opened, typed)
            assert str(raised.value) == says


def test_times_are_kept_to_the_microsecond_in_utc(store: Engine) -> None:
    seen = datetime(2026, 3, 5, 14, 0, 0, 123456, timezone(timedelta(hours=2)))
    save(store, tolls(), seen=seen)
    first = stored(store).first_seen
    assert (first, first.tzinfo) == (seen, UTC)
