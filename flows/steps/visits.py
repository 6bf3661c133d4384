"""How a visit went is noted, and with it when the next one is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from checkers.errors import NotFound
from flows.settings import Settings
from flows.sources.failure import Failure
from flows.steps.fetched import Fetched
from flows.steps.rhythm import answered, failed, left_alone
from storage.database import Engine, Session, session
from storage.sources import note_result
from storage.stored import Source
from storage.visited import Visits
from storage.visits import load_visits, save_visits


def note_visit(
    engine: Engine, settings: Settings, sources: Sequence[Source], at: datetime, fetched: Fetched
) -> Iterator[Failure]:
    """Note how the visit to one of the ``sources`` at that time (aware) went.

    A source that is given up with it comes back as a failure: nothing is given up in silence.
    """
    source = next(one for one in sources if one.name == fetched.source)
    if not fetched.visited:
        return
    with session(engine) as opened:
        visits = load_visits(opened, [source.url])[source.url]
        after = _after(visits, source, settings, at, fetched)
        save_visits(opened, after)
        if fetched.left_alone is None:
            _note(opened, fetched, at)
    if after.given_up is not None and visits.given_up is None:
        days = (at - (after.failing_since or at)) // timedelta(days=1)
        why = (
            f"given up after failing for {days} days, {after.failures} times in a row:"
            f" `recount sources enable` has it tried again"
        )
        yield Failure(source.name, why)


def _after(
    visits: Visits, source: Source, settings: Settings, at: datetime, fetched: Fetched
) -> Visits:
    shortest = timedelta(minutes=source.every_minutes)
    if fetched.left_alone is not None:
        return left_alone(visits, at, fetched.left_alone)
    if fetched.error:
        return failed(visits, at, shortest, settings.give_up_after)
    return answered(visits, at, fetched.new, shortest, settings.longest_poll)


def _note(opened: Session, fetched: Fetched, at: datetime) -> None:
    """Note it in the list of sources, where the source is in the store's own."""
    with suppress(NotFound):
        note_result(opened, fetched.source, at, fetched.error)
