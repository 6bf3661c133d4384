"""The rules look at what changed, and what they say is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from checkers.grouping.pictures import picture_keys
from checkers.model import Event, Finding, Outcome, Reading, Reason, Reconciliation
from checkers.rule import Checker, LooksAt
from checkers.runner import Dossier, judge
from flows.sources.failure import Failure
from flows.steps.batches import batches
from flows.steps.dossiers import Past
from flows.steps.result import Progress
from flows.steps.salvage import salvage
from storage.database import Engine, Session, session
from storage.decisions import resolve
from storage.events import load_whole_events, mark_judged
from storage.outcomes import save_outcomes
from storage.pictures import picture_uses
from storage.readings import mark_readings_judged
from storage.splits import told_apart
from storage.stored import Kept, Run

# Events in a transaction; a busy one has hundreds of members.
EVENTS_AT_ONCE = 25

# The note of a finding on what had been taken for one event.
TOLD_APART = "its articles turned out to tell of different happenings"


def articles_about(event: Event) -> frozenset[str]:
    """The addresses of the articles that are about an event, not only speak of it."""
    return frozenset(member.reading.article.url for member in event.members if member.about)


@dataclass(slots=True)
class Judging:
    """The rules at work in one run, with what they have said so far.

    Attributes:
        engine: The store.
        run: The run they work for.
        checkers: The rules.
        keeps: Which events to name in the result; a night has too many for a person.
        shows: Which findings belong to the result.
        new: Fingerprints of the findings that were never met before.
        met: Fingerprints of all findings, new or known.
        shown: Fingerprints of those that ``shows`` let through, with what they are ordered by.
        reconciliations: The reason of each difference that is no finding, by fingerprint.
        about: The addresses of the articles about each event that ``keeps`` let through, by its id.
        revised: Addresses of the articles looked at that have several revisions.
        failures: Articles and events on which judging failed.
    """

    engine: Engine
    run: Run
    checkers: Sequence[Checker]
    keeps: Callable[[Event], bool]
    shows: Callable[[Finding], bool]
    new: list[str] = field(default_factory=list)
    met: set[str] = field(default_factory=set)
    shown: dict[str, tuple[int, int]] = field(default_factory=dict)
    reconciliations: dict[str, Reason] = field(default_factory=dict)
    about: dict[str, frozenset[str]] = field(default_factory=dict)
    revised: set[str] = field(default_factory=set)
    failures: list[Failure] = field(default_factory=list)

    def judge_readings(self, readings: Sequence[Reading]) -> None:
        """Judge articles, and the uses of their pictures, in one transaction."""
        salvage(readings, self._readings, self._give_up_reading)

    def judge_events(self, ids: Sequence[str], tell: Progress) -> None:
        """Judge events, a few in a transaction."""
        done = 0
        for batch in batches(ids, EVENTS_AT_ONCE):
            tell("Comparing", done, len(ids))
            salvage(batch, self._events, self._give_up_event)
            done += len(batch)

    def _readings(self, readings: Sequence[Reading]) -> None:
        articles = [reading.article for reading in readings]
        with session(self.engine) as opened:
            keys = sorted({key for article in articles for key, _ in picture_keys(article)})
            uses = [picture_uses(opened, key) for key in keys]
            past = Past(opened, readings)
            said = self._judge(opened, [*past.current, *uses, *past.dossiers()])
            mark_readings_judged(opened, articles)
        self._note(*said)
        self.revised |= past.revised

    def _events(self, ids: Sequence[str]) -> None:
        with session(self.engine) as opened:
            events = load_whole_events(opened, ids)
            said = self._judge(opened, events)
            self._resolve_split(opened, ids, said[1])
            mark_judged(opened, ids)
        self._note(*said)
        for event in filter(self.keeps, events):
            self.about[event.id] = articles_about(event)

    def _resolve_split(self, opened: Session, ids: Sequence[str], said: Kept) -> None:
        """Close findings whose articles turned out to tell of different happenings.

        What a rule has said just now stands: some set an event beside those kept apart from it.
        """
        fresh = {finding.fingerprint for finding in (*said.new, *said.known)}
        of_events = {one.RULE.code for one in self.checkers if one.RULE.looks_at is LooksAt.EVENT}
        apart = [one for one in told_apart(opened, ids, of_events) if one not in fresh]
        resolve(opened, dict.fromkeys(apart, TOLD_APART), self.run.started)

    def _judge(self, opened: Session, dossiers: Sequence[Dossier]) -> tuple[list[Outcome], Kept]:
        outcomes = list(judge(dossiers, self.checkers))
        return outcomes, save_outcomes(opened, outcomes, self.run.started, self.run.id)

    def _note(self, outcomes: Iterable[Outcome], kept: Kept) -> None:
        """Add what was said to what was said before, once the store has it."""
        self.new += [finding.fingerprint for finding in kept.new]
        for finding in (*kept.new, *kept.known):
            self.met.add(finding.fingerprint)
            if self.shows(finding):
                self.shown[finding.fingerprint] = (-finding.severity.rank, -sum(finding.roots))
        for outcome in outcomes:
            if isinstance(outcome, Reconciliation):
                self.reconciliations[outcome.fingerprint] = outcome.reason

    def _give_up_reading(self, reading: Reading, why: str) -> None:
        with session(self.engine) as opened:
            mark_readings_judged(opened, [reading.article])
        self.failures.append(Failure(reading.article.url, why))

    def _give_up_event(self, event_id: str, why: str) -> None:
        with session(self.engine) as opened:
            mark_judged(opened, [event_id])
        self.failures.append(Failure(f"event {event_id}", why))
