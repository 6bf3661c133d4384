"""What was read goes into the store, and each mention into its event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import chain

from checkers.grouping.copies import bands, root_of, signature
from checkers.grouping.grouping import place_all
from checkers.grouping.pictures import picture_keys
from checkers.model import Article, Reading
from flows.sources.failure import Failure
from flows.steps.dossiers import trace_keys
from flows.steps.reading import Outcome, Unreadable
from flows.steps.result import ArticleResult
from flows.steps.salvage import salvage
from storage.copies import NewTexts
from storage.database import Engine, Session, session
from storage.pictures import save_picture_uses
from storage.placements import StoreIndex, save_placed
from storage.readings import mark_read, save_readings


@dataclass(slots=True)
class Settled:
    """What came of reading, filled batch by batch.

    Attributes:
        articles: What became of each article, by its key.
        events: Ids of the events that the articles speak of.
        failures: Articles that could not be read or placed.
    """

    articles: dict[str, ArticleResult] = field(default_factory=dict)
    events: set[str] = field(default_factory=set)
    failures: list[Failure] = field(default_factory=list)


def settle(engine: Engine, read: Sequence[Outcome], settled: Settled) -> None:
    """Store a batch in one transaction and group it; add what came of it to ``settled``."""
    salvage(read, partial(_settle_all, engine, settled), partial(_give_up, engine, settled))


def _settle_all(engine: Engine, settled: Settled, read: Sequence[Outcome]) -> None:
    events: set[str] = set()
    readings = [one for one in read if isinstance(one, Reading)]
    with session(engine) as opened:
        save_readings(opened, readings)
        for some in _of_different_addresses(one for one in readings if not one.page):
            events |= _place(opened, some)
        plain = [one for one in readings if not one.unsupported and not one.page]
        mark_read(opened, [one.article for one in plain])
        for one in read:
            if isinstance(one, Unreadable) or one.unsupported or one.page:
                _set_aside(opened, one)
    settled.events |= events
    for one in read:
        settled.articles[one.article.key] = _result(one)
        if isinstance(one, Unreadable):
            settled.failures.append(Failure(one.article.url, one.why))


def _give_up(engine: Engine, settled: Settled, one: Outcome, why: str) -> None:
    """Set one article aside, so that no later run meets it again."""
    _settle_all(engine, settled, [Unreadable(one.article, why)])


def _of_different_addresses(readings: Iterable[Reading]) -> list[list[Reading]]:
    """The readings in their order, a second revision of an article apart from the first."""
    parts: list[list[Reading]] = [[]]
    for reading in readings:
        if any(one.article.url == reading.article.url for one in parts[-1]):
            parts.append([])
        parts[-1].append(reading)
    return parts


def _place(opened: Session, readings: Sequence[Reading]) -> set[str]:
    """Find the articles' sources, their pictures' other uses and their events; the events' ids."""
    roots = _sources(opened, [reading.article for reading in readings])
    placed = place_all([one for one in readings if not one.unsupported], StoreIndex(opened))
    save_placed(opened, placed, [one.article for one in readings], roots, datetime.now(UTC))
    own = {one.event for placements in placed.own.values() for one in placements}
    moved = {event for one in placed.moved for event in (one.event, one.left)}
    return own | moved | placed.heirs.keys() | set(placed.heirs.values())


def _sources(opened: Session, articles: Sequence[Article]) -> dict[str, str]:
    """The source that each text goes back to; keeps the traces that others find the articles by."""
    signed = [signature(article) for article in articles]
    alike = [bands(one) for one in signed]
    traces = [trace_keys(opened, article) for article in articles]
    texts = NewTexts(opened, articles, chain(*alike, *traces))
    roots = {}
    for article, own, some, others in zip(articles, signed, alike, traces, strict=True):
        root = root_of(article.url, own, texts.copies(some))
        texts.keep(article, own, some, others, root)
        save_picture_uses(opened, article, picture_keys(article))
        roots[article.url] = root
    texts.save()
    return roots


def _set_aside(opened: Session, one: Outcome) -> None:
    result = _result(one)
    assert result.status != "unchanged", "an unchanged article is not read again"
    mark_read(opened, [one.article], result.status, result.detail, judge=_is_page(one))


def _is_page(one: Outcome) -> bool:
    """Whether something else came for the article, which the rules on edits have to see."""
    return isinstance(one, Reading) and bool(one.page)


def _result(one: Outcome) -> ArticleResult:
    article: Article = one.article
    match one:
        case Unreadable(why=why):
            return ArticleResult(article.url, article.revision, "failed", why)
        case Reading(page=page) if page:
            return ArticleResult(article.url, article.revision, "failed", page)
        case Reading(unsupported=language) if language:
            return ArticleResult(article.url, article.revision, "unsupported-language", language)
        case _:
            return ArticleResult(article.url, article.revision, "read")
