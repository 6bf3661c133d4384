"""From a difference to a finding of a rule."""

from __future__ import annotations

from checkers.compare.counts import Difference
from checkers.compare.fields import Inside
from checkers.compare.values import reference
from checkers.model import Event, EventRef, Evidence, Finding, Severity, Side
from checkers.rule import Rule


def finding_of(rule: Rule, difference: Difference, event: Event) -> Finding:
    """A difference between articles, as this rule's finding."""
    return Finding(
        code=rule.code,
        family=rule.family,
        title=rule.title,
        severity=difference.weight.severity,
        confidence=difference.weight.confidence,
        message=difference.message,
        slot=difference.slot,
        sides=difference.sides,
        event=reference(event),
    )


def finding_inside(rule: Rule, inside: Inside) -> Finding:
    """A difference inside one article, as this rule's finding."""
    return Finding(
        code=rule.code,
        family=rule.family,
        title=rule.title,
        severity=inside.weight.severity,
        confidence=inside.weight.confidence,
        message=inside.message,
        slot=inside.slot,
        sides=inside.sides,
    )


def finding_about(
    rule: Rule,
    severity: Severity,
    message: str,
    slot: str,
    sides: tuple[Side, ...],
    event: EventRef | None = None,
    confidence: float = 0.9,
) -> Finding:
    """A finding from its parts."""
    return Finding(
        rule.code, rule.family, rule.title, severity, confidence, message, slot, sides, event
    )


def side(value: str, *evidence: Evidence, roots: int = 1) -> Side:
    """One side out of its evidence."""
    return Side(value, evidence, roots)
