"""Figures inside one article: headline, text, captions, metadata and address against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from checkers.compare.counts import family_of
from checkers.compare.pair import Pair
from checkers.compare.partial import may_count_the_same
from checkers.compare.reconcile import reason_for
from checkers.compare.report import Report, is_of_all, is_total
from checkers.compare.severity import Weight, slip_between, weigh
from checkers.compare.values import counted, evidence_of, key_of
from checkers.model import (
    Claim,
    ClaimKind,
    Conflict,
    Count,
    Field,
    Hedge,
    Member,
    Reading,
    Reason,
    Reconciliation,
    Role,
    Severity,
    Side,
    Voice,
)

_FOUND = re.compile(r"\b(?:found|discovered|located|arrived to)\b", re.IGNORECASE)
_OPENING = 600  # characters: the first three or four sentences of a report
# Share of words in common from which two sentences are versions of one. A guess, on the safe side:
# two stages of one toll, told one after the other, share about a third.
_SAME_SENTENCE = 0.55
_WORD = re.compile(r"[^\W\d_]{2,}")
# From how many times the outlet's figure a quotation is at odds with it; below, it counts others.
_FAR_OFF = 5
_FEW = 3  # below it, what the outlet counts is more often some of them
# What a headline's count of people may be told as further down, alone or added up.
_HOLDS = {
    "killed": frozenset({"killed", "missing", "casualties"}),
    "injured": frozenset({"killed", "injured", "shot", "casualties"}),
    "shot": frozenset({"killed", "injured", "shot", "casualties"}),
}
_PLACE_NAMES = {
    Field.TITLE: "the headline",
    Field.TEXT: "the text",
    Field.CAPTION: "a caption",
    Field.METADATA: "the page's description",
    Field.URL: "the address",
}


def compare_fields(
    reading: Reading, measures: frozenset[str]
) -> Iterator[Conflict | Reconciliation]:
    """Set the figures of one article's main happening side by side, measure by measure."""
    if reading.not_news:
        return
    main = reading.mentions[0].id if reading.mentions else ""
    claims = [c for c in reading.claims_of(ClaimKind.COUNT) if c.mention == main]
    for measure in sorted({c.count.measure for c in claims} & measures):
        own = [c for c in claims if c.count.measure == measure]
        text = [c for c in own if c.span.field is Field.TEXT and is_total(c)]
        if not text:
            continue
        yield from _headline(reading, claims, text)
        yield from _others(reading, own, text)
        yield from _speakers(reading, text)
        yield from _said_twice(text)


def _report(reading: Reading, totals: Sequence[Claim], claims: Sequence[Claim]) -> Report:
    return Report(Member(reading, reading.mentions[0].id), tuple(totals), tuple(claims))


def _headline(
    reading: Reading, claims: list[Claim], text: list[Claim]
) -> Iterator[Conflict | Reconciliation]:
    measure = text[0].count.measure
    titles = [
        c
        for c in claims
        if c.count.measure == measure and c.span.field is Field.TITLE and is_total(c)
    ]
    for title in titles[:1]:
        if any(_bears_out(title.count, body.count) for body in text) or _is_told(
            title, reading, text
        ):
            continue
        body = max(text, key=lambda claim: (claim.count.group == "people", claim.count.size))
        if body.count.size == 1 < title.count.size and not body.count.noun:
            continue  # "one died at the scene": told one by one
        if body.count.size < title.count.size and _FOUND.search(body.quote):
            continue  # "they found three people": others may have left by then
        pair = _pair(reading, body, title, claims)
        reason = reason_for(pair) if not _only_overlaps(title.count, body.count) else None
        if reason is None and _beside_its_dead(title, body, claims):
            reason = Reason.SUM
        if reason is Reason.WITHIN_BOUNDS and title.count.hedge is Hedge.EXACT:
            reason = None
        some = body.count.size > title.count.size and not is_of_all(title.count, body.count)
        if reason is not None:
            yield _reconciled(pair, reason)
        elif not some:  # "two women die" over a text that counts three people
            yield _inside(title, body, Weight(Severity.HIGH, 0.9, weigh(pair).hint))


def _beside_its_dead(title: Claim, body: Claim, claims: list[Claim]) -> bool:
    """As in "One dead, three shot" over four who were shot: the three beside the dead."""
    more = body.count.size - title.count.size
    return title.count.measure == "shot" and any(
        c.count.measure == "killed" and c.span.field is Field.TITLE and c.count.size == more
        for c in claims
    )


def _is_told(title: Claim, reading: Reading, text: list[Claim]) -> bool:
    """Whether the text gives the headline's number after all, or too little to say it does not.

    A headline above the text's total may add up who was shot, the dead and the injured: its number
    in any count of the text will do. One below it has to face a total of the opening sentences;
    further down, texts count others too.
    """
    point = title.count.point
    body = max(claim.count.size for claim in text)
    if point is not None and point > body:
        told_as = _HOLDS.get(title.count.measure)
        counts = [
            c
            for c in reading.claims_of(ClaimKind.COUNT)
            if c.span.field is Field.TEXT and (told_as is None or c.count.measure in told_as)
        ]
        sums = {a.count.size + b.count.size for a, b in combinations(counts, 2)}
        return any(c.count.point == point for c in counts) or point in sums
    return all(claim.span.start > _OPENING for claim in text)


def _bears_out(title: Count, body: Count) -> bool:
    """Whether the text backs its headline: an exact headline needs more than a lower bound."""
    if not title.overlaps(body):
        return False
    return not _only_overlaps(title, body)


def _only_overlaps(title: Count, body: Count) -> bool:
    """An exact 20 over "at least 12": formally possible, and not what the text says."""
    return (
        title.hedge is Hedge.EXACT
        and body.hedge is Hedge.AT_LEAST
        and body.point is not None
        and (title.point or 0) > body.point + 1
        and title.overlaps(body)
    )


def _others(
    reading: Reading, own: list[Claim], text: list[Claim]
) -> Iterator[Conflict | Reconciliation]:
    """Captions, metadata and the address, each against the text."""
    seen: set[tuple[Field, str]] = set()
    for claim in own:
        field = claim.span.field
        if field not in (Field.CAPTION, Field.METADATA, Field.URL) or not _plain(claim):
            continue
        if (field, key_of(claim.count)) in seen or any(claim.count.overlaps(b.count) for b in text):
            continue
        seen.add((field, key_of(claim.count)))
        body = max(text, key=lambda other: other.count.size)
        pair = _pair(reading, claim, body, own)
        if field is Field.URL:
            yield _reconciled(pair, Reason.EARLIER_ENTRY)
            continue
        reason = reason_for(pair)
        if reason is not None and reason is not Reason.TOLL_GREW:
            yield _reconciled(pair, reason)
        else:
            # Captions and descriptions freeze at their time: a lower figure is old, not wrong.
            lower = claim.count.size < body.count.size
            yield _inside(claim, body, Weight(Severity.LOW if lower else Severity.MEDIUM, 0.8))


def _plain(claim: Claim) -> bool:
    return claim.count.role in (Role.TOTAL, Role.ORDINAL) and not claim.count.campaign


def _speakers(reading: Reading, text: list[Claim]) -> Iterator[Conflict | Reconciliation]:
    """Figures that two speakers give in one text, or one speaker and the outlet."""
    done: set[tuple[str, str]] = set()
    for a, b in combinations(text, 2):
        x, y = a.count, b.count
        one_breath = a.attributed_to == b.attributed_to and a.voice is b.voice
        if x.overlaps(y) or (one_breath and a.as_of == b.as_of):
            continue
        if (
            not may_count_the_same(x, y)
            or x.style == "article"
            or y.style == "article"
            or x.action != y.action
        ):
            continue
        values = (key_of(x), key_of(y))
        if values in done:
            continue
        done.add(values)
        pair = _pair(reading, a, b, text)
        if a.as_of != b.as_of:
            yield _reconciled(pair, Reason.EARLIER_ENTRY)
        elif a.attributed_to and b.attributed_to:
            yield _reconciled(pair, Reason.DISPUTED)
        elif Voice.QUOTED in (a.voice, b.voice) and x.low and y.low:
            quoted, outlet = (a, b) if a.voice is Voice.QUOTED else (b, a)
            if quoted.count.size <= _FAR_OFF * max(outlet.count.size, _FEW):
                continue
            yield _inside(quoted, outlet, Weight(Severity.LOW, 0.7))


def _said_twice(text: list[Claim]) -> Iterator[Conflict]:
    """One sentence printed twice with two figures: a lead left standing under its new version."""
    for a, b in combinations(text, 2):
        x, y = a.count, b.count
        if x.point is None or y.point is None or x.overlaps(y) or a.as_of != b.as_of:
            continue
        if x.group == y.group and "article" not in (x.style, y.style) and _alike(a, b):
            yield _inside(a, b, Weight(Severity.HIGH, 0.8, slip_between(x, y)))
            return


def _alike(a: Claim, b: Claim) -> bool:
    one, other = (set(_WORD.findall(c.quote.lower())) for c in (a, b))
    shared = len(one & other) / max(1, len(one | other))
    return a.sentence != b.sentence and shared >= _SAME_SENTENCE


def _pair(reading: Reading, a: Claim, b: Claim, claims: Sequence[Claim]) -> Pair:
    return Pair(_report(reading, [a], claims), _report(reading, [b], claims), a, b)


def _inside(claim: Claim, body: Claim, weight: Weight) -> Conflict:
    where, there = _PLACE_NAMES[claim.span.field], _PLACE_NAMES[body.span.field]
    says = f", {claim.attributed_to} is quoted" if claim.voice is Voice.QUOTED else ""
    hint = f" – {weight.hint}" if weight.hint else ""
    if claim.span.field is body.span.field:
        where = "a quotation" if claim.voice is Voice.QUOTED else "one sentence"
        there = there if claim.voice is Voice.QUOTED else "another"
    return Conflict(
        severity=weight.severity,
        message=f"{where.capitalize()} has {counted(claim.count)}{says}, "
        f"{there} {counted(body.count)}{hint}.",
        slot=f"{claim.count.measure}|{claim.span.field.value}",
        sides=(_side(claim), _side(body)),
        confidence=weight.confidence,
    )


def _side(claim: Claim) -> Side:
    return Side(f"{claim.span.field.value} {key_of(claim.count)}", (evidence_of(claim),))


def _reconciled(pair: Pair, reason: Reason) -> Reconciliation:
    a, b = pair.a, pair.b
    who = [c.attributed_to or _PLACE_NAMES[c.span.field] for c in (a, b)]
    return Reconciliation(
        family=family_of(a.count.measure),
        reason=reason,
        message=f"In one article: {who[0]}: {counted(a.count)}; {who[1]}: {counted(b.count)}.",
        slot=f"{a.count.measure}|{a.span.field.value}",
        evidence=(evidence_of(a), evidence_of(b)),
    )
