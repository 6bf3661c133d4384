"""How each source stands: what is on the list, with what its visits have shown."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from storage.answers import load_answers
from storage.pages import gone_pages
from storage.stored import Source
from storage.visited import Standing
from storage.visits import load_visits


def standings(session: Session, sources: Sequence[Source]) -> list[Standing]:
    """How these sources stand, in their order."""
    urls = [source.url for source in sources]
    visits = load_visits(session, urls)
    answers = load_answers(session, urls)
    gone = gone_pages(session)
    return [
        Standing(
            source,
            visits[source.url],
            answers.get(source.url),
            gone.get(source.name, 0),
        )
        for source in sources
    ]
