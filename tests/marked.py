"""Write a test article with its claims marked, instead of counting characters.

``[12 people]{killed 12..12}`` marks a count; a missing upper end means "at least". After the
interval may stand, in any order: a group (``soldiers``), a role (``part``, ``previous``), a hedge
(``about``, ``up-to``, ``vague``, ``between``), a style (``style=sum``), a noun (``noun=men``), an
action (``action=fired``), ``campaign``, ``quoted``, ``denied``, ``hypothetical``, a speaker
(``by=police``), a mention (``m2``).
``[Thursday, 5 March]{date 2026-03-05 day}`` marks a date, with ``weekday=`` and ``misfit``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from checkers.model import (
    Anchor,
    Article,
    Caption,
    Claim,
    ClaimKind,
    Count,
    Event,
    Field,
    Finding,
    Grain,
    Hedge,
    Image,
    Member,
    Mention,
    Origin,
    Outcome,
    Place,
    Reading,
    Reconciliation,
    Role,
    Span,
    Stamp,
    Voice,
    When,
)

DAY_START = datetime(2026, 3, 5, tzinfo=UTC)
_MARK = re.compile(r"\[(?P<said>[^]]+)\]\{(?P<terms>[^}]+)\}")
_HEDGES = {
    "about": Hedge.ABOUT,
    "up-to": Hedge.UP_TO,
    "vague": Hedge.VAGUE,
    "between": Hedge.BETWEEN,
    "none": Hedge.NONE,
}
_GROUPS = ("soldiers", "children", "attackers", "civilians", "workers", "families", "police")


@dataclass(frozen=True, slots=True)
class Text:
    """A report of a test: hours after midnight of 5 March 2026 UTC, and marked fields."""

    hour: float | None
    text: str
    title: str = ""
    caption: str = ""
    description: str = ""
    outlet: str = ""
    root: str = ""
    corrections: tuple[str, ...] = ()
    kind: str = "explosion"


def reading(report: Text, number: int = 0) -> Reading:
    """The reading of one report, its claims as marked."""
    outlet = report.outlet or f"Outlet {number}"
    published = None
    if report.hour is not None:
        published = Stamp(DAY_START + timedelta(hours=report.hour), Origin.GIVEN)
    article = Article(
        url=f"https://{outlet.lower().replace(' ', '-')}.example/",
        text=_MARK.sub(r"\g<said>", report.text),
        title=_MARK.sub(r"\g<said>", report.title),
        published=published,
        publisher=outlet,
        images=(Image(caption=_MARK.sub(r"\g<said>", report.caption)),) if report.caption else (),
        metadata={"og:description": _MARK.sub(r"\g<said>", report.description)}
        if report.description
        else {},
    )
    fields = (
        (Span(Field.TITLE, 0, len(article.title)), report.title),
        (Span(Field.TEXT, 0, len(article.text)), report.text),
        (
            Span(Field.CAPTION, 0, len(article.images[0].caption) if article.images else 0, 0),
            report.caption,
        ),
        (Span(Field.METADATA, 0, 0, key="og:description"), report.description),
    )
    claims = [claim for whole, marked in fields for claim in _claims(article, whole, marked)]
    if report.caption:
        whole = fields[2][0]
        claims.append(Claim(ClaimKind.CAPTION, article, whole, whole, Caption(0), mention="m1"))
    when = next((c.when for c in claims if c.kind is ClaimKind.DATE and c.mention == "m1"), None)
    mentions = [Mention("m1", report.kind, when=when)]
    mentions += [
        Mention(name, "explosion", background=True)
        for name in sorted({c.mention for c in claims if c.mention} - {"m1"})
    ]
    return Reading(article, tuple(claims), tuple(mentions), corrections=report.corrections)


def event(*reports: Text) -> Event:
    """An event that all these reports are about, the first published first."""
    readings = [reading(report, number) for number, report in enumerate(reports)]
    members = [
        Member(found, "m1", root=report.root or found.article.url)
        for found, report in zip(readings, reports, strict=True)
    ]
    members.sort(key=lambda m: (m.reading.article.published is None, _at(m)))
    return Event(
        "test", "explosion", "A test", places=(Place("Orvane", "orvane"),), members=tuple(members)
    )


def _at(member: Member) -> float:
    published = member.reading.article.published
    return published.at.timestamp() if published else 0.0


def quotations(outcomes: Sequence[Outcome]) -> list[list[str]]:
    """The words that each finding sets against each other, side by side."""
    return [[e.said for e in found.evidence] for found in outcomes if isinstance(found, Finding)]


def reasons(outcomes: Sequence[Outcome]) -> list[str]:
    """The reasons recorded, in order."""
    return [found.reason.value for found in outcomes if isinstance(found, Reconciliation)]


def _claims(article: Article, whole: Span, marked: str) -> list[Claim]:
    claims, removed = [], 0
    for mark in _MARK.finditer(marked):
        start = mark.start() - removed
        span = whole.within(start, start + len(mark["said"]))
        removed += len(mark[0]) - len(mark["said"])
        kind, *terms = mark["terms"].split()
        base = Claim(
            ClaimKind.COUNT, article, span, _sentence(article, span), Count("", "", None, None)
        )
        claims.append(_dated(base, terms) if kind == "date" else _counted(base, kind, terms))
    return claims


def _sentence(article: Article, span: Span) -> Span:
    value = article.value(span)
    start = value.rfind(". ", 0, span.start) + 1
    end = value.find(". ", span.end)
    start += value[start : start + 1] == " "
    return span.within(start, end + 1 if end >= 0 else len(value))


def _counted(claim: Claim, measure: str, terms: list[str]) -> Claim:
    low, high = terms[0].split("..")
    bounds = (float(low) if low else None, float(high) if high else None)
    exact = bounds[0] == bounds[1]
    count = Count(measure, "people", *bounds, hedge=Hedge.EXACT if exact else Hedge.AT_LEAST)
    count = replace(count, point=bounds[0] if bounds[0] is not None else bounds[1])
    for term in terms[1:]:
        name, _, value = term.partition("=")
        if term in _HEDGES:
            count = replace(count, hedge=_HEDGES[term])
        elif term in _GROUPS:
            count = replace(count, group=term)
        elif term in {role.value for role in Role}:
            count = replace(count, role=Role(term))
        elif name == "style":
            count = replace(count, style=value)
        elif name == "noun":
            count = replace(count, noun=value)
        elif name == "point":
            count = replace(count, point=float(value))
        elif name == "action":
            whom = "people" if value == "treated" else measure
            count = replace(count, action=value, group=whom)
        elif term == "campaign":
            count = replace(count, campaign=True)
    return _spoken(replace(claim, value=count), terms[1:])


def _dated(claim: Claim, terms: list[str]) -> Claim:
    first = datetime.fromisoformat(terms[0]).replace(tzinfo=UTC)
    grain = Grain(terms[1])
    last = first if grain is Grain.MINUTE else first + timedelta(days=1, seconds=-1)
    named = {term.partition("=")[0]: term.partition("=")[2] for term in terms[2:]}
    if "to" in named:
        last = datetime.fromisoformat(named["to"]).replace(tzinfo=UTC)
    when = When(
        first,
        last,
        grain,
        Anchor.ABSOLUTE,
        weekday=named.get("weekday"),
        weekday_fits="misfit" not in named,
        zone_stated="zone" in named,
    )
    return _spoken(replace(claim, kind=ClaimKind.DATE, value=when), terms[2:])


def _spoken(claim: Claim, terms: list[str]) -> Claim:
    voice, speaker, mention = Voice.OUTLET, None, "m1"
    for term in terms:
        if term in {v.value for v in Voice}:
            voice = Voice(term)
        elif term.startswith("by="):
            speaker = term[3:].replace("-", " ")
        elif re.fullmatch(r"m\d", term):
            mention = term
    return replace(
        claim, voice=voice, attributed_to=speaker, mention=mention, background=mention != "m1"
    )
