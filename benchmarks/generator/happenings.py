"""What happens in the generated world, day by day: each happening with its toll as it grew."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

from benchmarks.generator.wording import settled
from benchmarks.generator.words import Town, book, kinds, towns

START = datetime(2024, 1, 1, tzinfo=UTC)

# Of all happenings: share that is easily taken for one of this day or the day before (same town and
# kind), and share that gives the same figures as one elsewhere.
CONFUSABLE, SAME_FIGURES = 0.08, 0.08

# How many past happenings reports look back on.
REMEMBERED = 300

# Days after which a happening is past: nobody reports it any more, others look back on it.
_PAST_AFTER = 14

_GREATEST_TOLL = 400


@dataclass(frozen=True, slots=True)
class Stage:
    """What was known of a toll from some hours after the happening on."""

    hours: float
    killed: int
    injured: int


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening, as it truly was.

    Attributes:
        id: The gold event id.
        sort: Its table in ``words.toml``.
        town: Where.
        site: Where in the town, a template.
        how: What happened, a template.
        at: When (aware).
        stages: Its toll as it became known, the last one final.
        speaker: Who gives the toll.
        like: Id of the happening that it is easily taken for, or "".
    """

    id: str
    sort: str
    town: Town
    site: str
    how: str
    at: datetime
    stages: tuple[Stage, ...]
    speaker: str
    like: str = ""

    def known(self, hours: float) -> Stage:
        """The toll as it was known so many hours after the happening."""
        return [stage for stage in self.stages if stage.hours <= hours][-1]

    @property
    def kind(self) -> str:
        """The kind of happening, as Recount names it."""
        kind: str = kinds()[self.sort]["kind"]
        return kind


def days(seed: int, a_day: int) -> Iterator[tuple[datetime, list[Happening], Sequence[Happening]]]:
    """(midnight, what happens on that day, what happened long before) for ever."""
    past: deque[Happening] = deque(maxlen=REMEMBERED)
    recent: deque[list[Happening]] = deque(maxlen=_PAST_AFTER)
    yesterday: list[Happening] = []
    number = 0
    while True:
        chance = Random(f"{seed} day {number}")
        midnight = START + timedelta(days=number)
        today: list[Happening] = []
        for _ in range(a_day + chance.randint(-a_day // 4, a_day // 4)):
            name = f"h{number:05d}-{len(today):02d}"
            today.append(_happening(chance, name, midnight, yesterday + today))
        yield midnight, today, past
        if len(recent) == recent.maxlen:
            past.extend(recent[0])
        recent.append(today)
        yesterday, number = today, number + 1


def _happening(
    chance: Random, name: str, midnight: datetime, near: Sequence[Happening]
) -> Happening:
    at = midnight + timedelta(minutes=chance.randrange(24 * 60))
    new = _new(chance, name, at)
    lot = chance.random()
    if near and lot < CONFUSABLE:
        other = chance.choice(near)
        told = kinds()[other.sort]
        return replace(
            new,
            sort=other.sort,
            town=other.town,
            site=settled(chance, chance.choice(told["sites"])),
            how=settled(chance, chance.choice(told["how"])),
            like=other.id,
        )
    if near and lot < CONFUSABLE + SAME_FIGURES:
        other = chance.choice(near)
        return replace(new, stages=other.stages, like=other.id)
    return new


def _new(chance: Random, name: str, at: datetime) -> Happening:
    sort = chance.choice(list(kinds()))
    told = kinds()[sort]
    # By rank: the first of the towns is in the news some hundred times as often as the last.
    town = towns()[int(len(towns()) * chance.random() ** 2)]
    return Happening(
        id=name,
        sort=sort,
        town=town,
        site=settled(chance, chance.choice(told["sites"])),
        how=settled(chance, chance.choice(told["how"])),
        at=at,
        stages=_stages(chance),
        speaker=chance.choice(book()["speakers"]),
    )


def _stages(chance: Random) -> tuple[Stage, ...]:
    """A toll that grows for hours or days, as more is known."""
    killed = min(1 + int(chance.paretovariate(0.9)), _GREATEST_TOLL)
    injured = 1 + int(killed * chance.uniform(0.5, 4))
    steps = 1 if killed < 4 else chance.randint(1, 4)
    hours = [0.0, *sorted(chance.uniform(2, 48) for _ in range(steps - 1))]
    shares = [*sorted(chance.uniform(0.3, 0.9) for _ in range(steps - 1)), 1.0]
    return tuple(
        Stage(hour, max(1, round(killed * share)), max(1, round(injured * share)))
        for hour, share in zip(hours, shares, strict=True)
    )
