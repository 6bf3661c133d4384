"""CAS104: headline, text, captions or metadata of one article give different figures of people."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.fields import compare_fields
from checkers.compare.own_total import beyond_own_total
from checkers.compare.spelt_out import Spelt, misspelt
from checkers.compare.values import listed, number
from checkers.model import Conflict, Outcome, Reading, Severity, Side
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="CAS104",
    title="A figure that differs inside one article",
    looks_at=LooksAt.ARTICLE,
    flags="A headline whose figure its own text does not bear out; a text that counts more than "
    "its headline or first lines announce; people spelt out who are more or fewer than the "
    "number before them; one sentence printed twice with two figures; a "
    "caption, a page description or a bare quotation with another figure than the text.",
    spares="A headline that counts a named part of the victims; a smaller count further down, "
    "which may be of some of them; round-ups of several happenings; figures that two named sides "
    "dispute; entries of a live page; the page's address, which is never updated.",
    example=(
        Report(
            "At least 12 people were killed when fire broke out in a hotel in Orvane on Thursday.",
            title="20 dead in Orvane hotel fire",
        ),
    ),
    counterexample=(
        Report(
            "At least 12 people, including three children, were killed when fire broke out in a "
            "hotel in Orvane.",
            title="12 dead in Orvane hotel fire",
        ),
    ),
)


def check(reading: Reading) -> Iterator[Outcome]:
    """Yield a finding for each place in which the article gives another figure."""
    at_odds: set[str] = set()
    for found in compare_fields(reading, listed("people")):
        if isinstance(found, Conflict):
            at_odds.add(_measure_of(found))
            yield RULE.finding(found)
        else:
            yield found
    for conflict in beyond_own_total(reading):
        if _measure_of(conflict) not in at_odds:
            yield RULE.finding(conflict)
    for spelt in misspelt(reading):
        yield RULE.finding(_misspelt(spelt))


def _misspelt(spelt: Spelt) -> Conflict:
    return Conflict(
        severity=Severity.MEDIUM,
        message=f"“{spelt.counted.said}” are spelt out as “{spelt.listed.said}”, "
        f"who are {number(spelt.sum)}.",
        slot="people|spelt out",
        sides=(
            Side(f"counted {number(spelt.number)}", (spelt.counted.evidence(),)),
            Side(f"listed {number(spelt.sum)}", (spelt.listed.evidence(),)),
        ),
        confidence=0.8,
    )


def _measure_of(conflict: Conflict) -> str:
    """What was counted, from the slot."""
    return conflict.slot.partition("|")[0]
