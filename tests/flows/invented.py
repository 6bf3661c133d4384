"""An invented night: articles, one event and what was found in it, built by hand for tests."""

from __future__ import annotations

from datetime import UTC, datetime

from checkers.model import (
    Apart,
    Article,
    Claim,
    ClaimKind,
    Count,
    Event,
    EventRef,
    Evidence,
    Family,
    Field,
    Figure,
    Finding,
    Hedge,
    Image,
    Member,
    Mention,
    Origin,
    Place,
    Reading,
    Reason,
    Reconciliation,
    Severity,
    Side,
    Span,
    Stamp,
    Status,
)
from storage.stored import Decision, StoredFinding

SEEN = datetime(2026, 3, 6, 2, 30, tzinfo=UTC)
FERRY = EventRef(
    "7c1e9a40", "Ferry fire off Port Lann", "fire", "Port Lann", "2026-03-05", "2026-03-05"
)


def article(
    host: str, title: str, text: str, at: str, *, publisher: str = "", caption: str = ""
) -> Article:
    """An article of one outlet; ``at`` is its ISO time of publication."""
    images = (Image(url=f"https://{host}/1.jpg", caption=caption),) if caption else ()
    return Article(
        url=f"https://{host}/ferry-fire",
        title=title,
        text=text,
        published=Stamp(datetime.fromisoformat(at), Origin.GIVEN),
        publisher=publisher,
        language="en",
        images=images,
    )


TELEGRAPH = article(
    "lann-telegraph.example",
    "Fire on Lann ferry kills 14",
    "Fourteen people died when the car deck of the ferry Aster caught fire off Port Lann on "
    "Thursday morning, the coast guard said. Another 31 were taken to hospital.\n\n"
    "The Aster was on its way to Skarrow with 212 people aboard. Two tugs kept her off the rocks.",
    "2026-03-05T12:10:00+01:00",
    publisher="The Lann Telegraph",
    caption="The ferry Aster off Port Lann on Thursday.",
)
WIRE = article(
    "northwire.example",
    "Ferry fire: 23 dead off Port Lann",
    "A fire on the ferry Aster off Port Lann on Thursday morning killed 23 people, harbour master "
    "Ines Vollan told reporters at noon.\n\nShe said that the crew had rung the alarm too late.",
    "2026-03-05T12:40:00+01:00",
    publisher="North Wire",
)
EVENING = article(
    "skarrow-evening.example",
    "At least a dozen die in Aster blaze",
    "At least a dozen people lost their lives on the Aster, the coast guard said in its first "
    "count. The ship had left Skarrow at dawn.",
    "2026-03-05T09:30:00+01:00",
    publisher="Skarrow Evening",
)
ARTICLES = (EVENING, TELEGRAPH, WIRE)


def claim(
    of: Article, said: str, count: Count, *, by: str | None = None, field: Field = Field.TEXT
) -> Claim:
    """A count that ``of`` states in the words ``said``."""
    value = of.title if field is Field.TITLE else of.text
    start = value.index(said)
    first = value.rfind(". ", 0, start) + 2 if ". " in value[:start] else 0
    last = value.find(".", start)
    return Claim(
        kind=ClaimKind.COUNT,
        article=of,
        span=Span(field, start, start + len(said)),
        sentence=Span(field, first, len(value) if last < 0 else last + 1),
        value=count,
        attributed_to=by,
        mention="m1",
    )


def killed(low: float, high: float | None, hedge: Hedge = Hedge.EXACT) -> Count:
    """A number of dead."""
    return Count("killed", "people", low, high, hedge)


DOZEN = claim(
    EVENING, "At least a dozen people", killed(12, None, Hedge.AT_LEAST), by="the coast guard"
)
FOURTEEN = claim(TELEGRAPH, "Fourteen people", killed(14, 14), by="the coast guard")
HEADLINE = claim(TELEGRAPH, "14", killed(14, 14), field=Field.TITLE)
INJURED = claim(TELEGRAPH, "31", Count("injured", "people", 31, 31), by="the coast guard")
ABOARD = claim(TELEGRAPH, "212 people", Count("aboard", "people", 212, 212))
TWENTY_THREE = claim(WIRE, "23 people", killed(23, 23), by="harbour master Ines Vollan")


def reading(of: Article, *claims: Claim) -> Reading:
    """The article with its main mention, whose toll is that of its first claim."""
    toll = claims[0].count
    mention = Mention(
        "m1",
        "fire",
        figures={"killed": Figure(toll.low, toll.high)},
        title="Ferry fire off Port Lann",
    )
    return Reading(of, claims, (mention,))


READINGS = (
    reading(EVENING, DOZEN),
    reading(TELEGRAPH, FOURTEEN, HEADLINE, INJURED, ABOARD),
    reading(WIRE, TWENTY_THREE),
)
OLDER = Event(
    "91f0aa12",
    "fire",
    "Fire in the Port Lann fish market",
    places=(Place("Port Lann", "port lann"),),
)
EVENT = Event(
    id=FERRY.id,
    kind=FERRY.kind,
    title=FERRY.title,
    places=(Place("Port Lann", "port lann", "city"),),
    members=tuple(
        Member(
            one, "m1", joined_by=() if n == 0 else ("same day and place: Port Lann, 5 March 2026",)
        )
        for n, one in enumerate(READINGS)
    ),
    apart=(Apart(OLDER, "twelve days apart"),),
)


def evidence(of: Claim) -> Evidence:
    """The claim as a quotation."""
    return Evidence.of(of, f"killed: {of.count.low:g}")


FINDING = Finding(
    code="CAS101",
    family=Family.CAS,
    title="Death tolls that cannot both stand",
    severity=Severity.HIGH,
    confidence=0.9,
    message="The coast guard counts 14 dead and the harbour master 23, half an hour apart.",
    slot="killed|people",
    sides=(
        Side("14", (evidence(FOURTEEN), evidence(HEADLINE)), roots=1),
        Side("23", (evidence(TWENTY_THREE),), roots=1),
    ),
    event=FERRY,
)
RECONCILIATION = Reconciliation(
    family=Family.CAS,
    reason=Reason.WITHIN_BOUNDS,
    message="“At least a dozen” leaves room for fourteen.",
    slot="killed|people",
    evidence=(evidence(DOZEN), evidence(FOURTEEN)),
    event=FERRY,
)


def stored(finding: Finding = FINDING, status: Status = Status.OPEN) -> StoredFinding:
    """The finding as the store gives it back, with one decision in its history."""
    decision = Decision(status, "mara", SEEN, "asked both offices")
    return StoredFinding(finding, status, SEEN, SEEN, decisions=(decision,))
