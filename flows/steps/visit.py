"""One visit to one source, and the round that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flows.settings import Settings
from flows.sources.client import Client
from flows.steps.remembering import StoreMemory
from storage.database import Engine
from storage.stored import Source


@dataclass(frozen=True, slots=True)
class Round:
    """One round of visits.

    Attributes:
        seen: Its time (aware): that at which everything in it is fetched.
        everything: Visit every source and look again at every page that is still looked at; else
            only what is due.
        named: Somebody named the sources: they are visited even if they were given up.
    """

    seen: datetime
    everything: bool = True
    named: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """What it takes to visit a source."""

    engine: Engine
    source: Source
    settings: Settings
    round: Round
    memory: StoreMemory
    client: Client
