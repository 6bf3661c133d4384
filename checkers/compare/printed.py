"""The time of publication that a page prints, beside the one that its data give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.compare.moments import written
from checkers.compare.values import when_said
from checkers.model import (
    Claim,
    ClaimKind,
    Event,
    Evidence,
    Family,
    Field,
    Grain,
    Reason,
    Reconciliation,
)

_LABEL = re.compile(r"\b(?:first )?(?:published|posted|issued)\W{0,3}(?:on |at )?$", re.IGNORECASE)
_OPENING = 300  # characters of text in which a page prints when it was published


def printed_elsewhere(event: Event) -> Iterator[Reconciliation]:
    """Printed times that are the moment of publication, told in another zone."""
    for member in event.members:
        stamp = member.reading.article.published
        if not member.about or stamp is None or stamp.day_only:
            continue
        for claim in member.reading.claims_of(ClaimKind.DATE):
            first = claim.when.first
            if first is None or claim.when.grain is not Grain.MINUTE or not _is_printed(claim):
                continue
            apart = first.utcoffset() != stamp.at.utcoffset()
            if apart and first.replace(second=0) == stamp.at.replace(second=0, microsecond=0):
                yield _reconciled(claim)


def _is_printed(claim: Claim) -> bool:
    """Whether a date is labelled as that of publication, at the head of the text."""
    if claim.span.field is not Field.TEXT or claim.span.start > _OPENING:
        return False
    return bool(_LABEL.search(claim.article.text[: claim.span.start]))


def _reconciled(claim: Claim) -> Reconciliation:
    return Reconciliation(
        family=Family.DAT,
        reason=Reason.TIME_ZONE,
        message=f"The page prints “{claim.said}”, its data {when_said(claim)}: one moment.",
        slot="published",
        evidence=(Evidence.of(claim, written(claim.when)),),
    )
