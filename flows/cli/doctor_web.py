"""What ``recount doctor`` says of the sources, and of how they are asked."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.console.doctor import Check
    from flows.settings import Settings


def sources_check(settings: Settings) -> Check:
    """Whether there is something to read, and whether it can be read."""
    from flows.console.doctor import Check, State
    from storage.database import open_database, reading
    from storage.sources import list_sources
    from storage.standing import standings

    engine = open_database(settings.database_url)
    with reading(engine) as opened:
        sources = list_sources(opened)
        standing = standings(opened, sources)
    engine.dispose()
    given_up = [one.source.name for one in standing if one.source.enabled and one.visits.given_up]
    moved = [one.source.name for one in standing if one.answered and one.answered.moved]
    on = sum(source.enabled for source in sources)
    failing = [source.name for source in sources if source.enabled and source.failures]
    if not sources:
        says = "none is on the list, so a night finds nothing to read"
        return Check("sources", State.MISSING, says, "recount sources import seeds/sources.toml")
    if not on:
        says = f"none of {len(sources)} is on, so a night finds nothing to read"
        return Check("sources", State.MISSING, says, "recount sources enable NAME")
    if given_up:
        says = f"{on} on, of which {len(given_up)} given up: {', '.join(given_up[:3])}"
        return Check(
            "sources", State.MISSING, says, f"recount sources enable {shlex.quote(given_up[0])}"
        )
    if failing:
        says = f"{on} on, of which {len(failing)} failed last time: {', '.join(failing[:3])}"
        return Check(
            "sources", State.MISSING, says, f"recount sources test {shlex.quote(failing[0])}"
        )
    if moved:
        says = f"{on} on; {len(moved)} moved for good: {', '.join(moved[:3])}"
        return Check("sources", State.OPTIONAL, says, "recount sources")
    return Check("sources", State.GOOD, f"{on} of {len(sources)} on")


def manners(settings: Settings) -> Iterator[Check]:
    """What the operator has decided otherwise than most: nobody should forget it."""
    from flows.console.doctor import Check, State

    if not settings.robots:
        says = "what sites ask for in robots.txt is not obeyed (RECOUNT_ROBOTS=off)"
        yield Check("robots.txt", State.MISSING, says, "unset RECOUNT_ROBOTS")
    if settings.allow_networks:
        networks = ", ".join(str(network) for network in settings.allow_networks)
        says = f"links may lead into {networks} (RECOUNT_ALLOW_NETWORKS)"
        yield Check("networks", State.OPTIONAL, says)
