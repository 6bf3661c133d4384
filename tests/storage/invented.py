"""Invented articles, readings and findings to put into a store, and ways to look at all of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from sqlalchemy import func, select

from checkers.grouping.profile import Placement, Profile
from checkers.model import (
    Anchor,
    Article,
    Caption,
    Claim,
    ClaimKind,
    Count,
    EventRef,
    Evidence,
    Family,
    Field,
    Figure,
    Finding,
    Grain,
    Hedge,
    Image,
    Mention,
    Origin,
    Place,
    PlaceRole,
    Reading,
    Reason,
    Reconciliation,
    Severity,
    Side,
    Span,
    Stamp,
    Statement,
    Voice,
    When,
)
from storage.articles import save_articles
from storage.database import Engine, reading, session
from storage.placements import StoreIndex, save_placements
from storage.readings import mark_read, save_readings
from storage.rows.every_table import TABLES

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

DOCK = "https://herald.example/dock-fire"
FERRY = "https://tribune.example/ferry"

DOCK_TEXT = (
    "Twelve people were killed on Thursday when fire swept a dock in Velmara, police said.\n\n"
    "A warehouse nearby burned in 2019, when three workers died."
)


def article(url: str = DOCK, text: str = DOCK_TEXT, **given: object) -> Article:
    """An article of the Herald, published at noon in a zone of its own."""
    plain = Article(
        url=url,
        text=text,
        title="Twelve dead in dock fire",
        published=Stamp(NOON.astimezone(_zone(2)), Origin.FEED),
        fetched=NOON + HOUR,
        publisher="The Velmara Herald",
        author="A. Reporter",
        language="en",
        section="City",
        guid="dock-1",
        images=(Image("https://herald.example/dock.jpg", "Smoke over the dock", role="lead"),),
        metadata={"og:description": "A fire swept a dock."},
    )
    return replace(plain, **given)  # type: ignore[arg-type]  # fields by name


def read(of: Article) -> Reading:
    """What a reader might make of an article: counts, a date, a place, a cause, a caption."""
    figure = re.search(r"\b(Twelve|Thirteen|Nine)\b", of.text)
    number = {"Twelve": 12, "Thirteen": 13, "Nine": 9}[figure[0]] if figure else None
    claims = []
    if figure and number is not None:
        count = Count("killed", "people", number, float(number), Hedge.EXACT, noun="people")
        claims.append(_claim(of, ClaimKind.COUNT, figure[0], count, attributed_to="police"))
    if "Thursday" in of.text:
        claims.append(_claim(of, ClaimKind.DATE, "Thursday", thursday(), mention="m1"))
    if "Velmara" in of.text:
        claims.append(_claim(of, ClaimKind.PLACE, "Velmara", velmara(), voice=Voice.QUOTED))
    if "fire" in of.text:
        claims.append(_claim(of, ClaimKind.CAUSE, "fire", Statement("fire", "suspected")))
    claims.append(
        Claim(
            ClaimKind.CAPTION,
            of,
            Span(Field.CAPTION, 0, 5, image=0),
            Span(Field.CAPTION, 0, 5, image=0),
            Caption(0, repeated=True),
            as_of=NOON,
            uncertain="printed twice",
        )
    )
    figures = {"killed": Figure(number, None)} if number is not None else {}
    main = Mention("m1", "fire", thursday(), (velmara(),), False, figures, ("dock",), "Dock fire")
    past = Mention("m2", "fire", None, (), True, {"killed": Figure(3, 3)}, hypothetical=False)
    return Reading(of, tuple(claims), (main, past), wire="UPA", corrections=("It was twelve.",))


def thursday() -> When:
    """The day of the fire, in local time, with a second reading."""
    day = datetime(2026, 3, 5, tzinfo=_zone(2))
    end = day + DAY - timedelta(seconds=1)
    week = ((day - 7 * DAY, end - 7 * DAY),)
    return When(day, end, Grain.DAY, Anchor.PUBLICATION, "Thursday", others=week)


def velmara() -> Place:
    """An invented port."""
    return Place("Velmara", "velmara", "city", ("lower coast", "dorria"), PlaceRole.EVENT, True)


def profile(event: str, **given: object) -> Profile:
    """The summary of an event, by default the dock fire's."""
    plain = Profile(event, "fire", "Dock fire", thursday(), (velmara(),), ("dock", "smoke"))
    return replace(plain, **given)  # type: ignore[arg-type]  # fields by name


def settle(
    store: Engine, articles: Sequence[Article], event: str = "dock", seen: datetime = NOON
) -> list[Article]:
    """Save and read articles and put their main mentions into one event, as a batch does."""
    with session(store) as opened:
        saved = [saved.article for saved in save_articles(opened, articles, seen)]
        save_readings(opened, [read(one) for one in saved])
        index = StoreIndex(opened)
        for one in saved:
            index.put(profile(event), ["2026-03-05|p:velmara", f"*|{event}"])
            save_placements(opened, one, [Placement("m1", event, ("same day",))], one.publisher)
        mark_read(opened, saved)
    return saved


def evidence(of: Article, words: str, value: str) -> Evidence:
    """A quotation of an article's text: the whole of it around some words."""
    start = of.text.index(words)
    return Evidence(
        url=of.url,
        publisher=of.publisher,
        published=of.published.at if of.published else None,
        revision=of.revision,
        span=Span(Field.TEXT, start, start + len(words)),
        quote=of.text,
        said=words,
        value=value,
        attributed_to="police",
    )


def finding(*sides: Side, slot: str = "killed|people", **given: object) -> Finding:
    """Death tolls of the dock fire that cannot both stand."""
    plain = Finding(
        code="CAS101",
        family=Family.CAS,
        title="Death tolls that cannot both stand",
        severity=Severity.HIGH,
        confidence=0.9,
        message="The Herald says 12, the Tribune 13.",
        slot=slot,
        sides=sides,
        event=EventRef("dock", "Dock fire", "fire", "Velmara", "2026-03-05", "2026-03-05"),
    )
    return replace(plain, **given)  # type: ignore[arg-type]  # fields by name


def side(value: str, *quotations: Evidence, roots: int = 1) -> Side:
    """One of the statements at odds."""
    return Side(value, quotations, roots)


def tolls(slot: str = "killed|people", **given: object) -> Finding:
    """A finding over two invented articles that need not be in the store."""
    herald = article()
    tribune = article(FERRY, "Thirteen people were killed in Velmara.", publisher="Tribune")
    return finding(
        side("12", evidence(herald, "Twelve", "killed: 12")),
        side("13", evidence(tribune, "Thirteen", "killed: 13"), roots=2),
        slot=slot,
        **given,
    )


def reconciled(reason: Reason = Reason.TOLL_GREW, slot: str = "killed|people") -> Reconciliation:
    """The same difference with a reason."""
    found = tolls()
    return Reconciliation(
        Family.CAS, reason, "The toll rose.", slot, found.evidence, event=found.event
    )


def row_counts(store: Engine) -> dict[str, int]:
    """Rows by table."""
    with reading(store) as opened:
        return {
            name: opened.connection().scalar(select(func.count()).select_from(table)) or 0
            for name, table in TABLES.items()
        }


def _claim(
    of: Article,
    kind: ClaimKind,
    said: str,
    value: Count | When | Place | Statement,
    *,
    attributed_to: str | None = None,
    voice: Voice = Voice.OUTLET,
    mention: str | None = None,
) -> Claim:
    start = of.text.index(said)
    span = Span(Field.TEXT, start, start + len(said))
    sentence = Span(Field.TEXT, 0, len(of.text.split("\n")[0]))
    return Claim(kind, of, span, sentence, value, attributed_to, voice, mention)


def _zone(hours: int) -> timezone:
    return timezone(timedelta(hours=hours))
