"""Killed and injured told twice in one text, and parts that are more than their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from checkers.compare.asides import (
    STRUCK,
    WRITTEN,
    phrases,
    two_speakers,
    two_stages,
    with_killer,
)
from checkers.compare.report import FATALLY
from checkers.compare.values import counted, evidence_of, key_of
from checkers.model import Claim, Conflict, Field, Hedge, Role, Severity, Side, Voice

_OF_THEM = re.compile(r"\s*of (?:them|whom|those|these)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Account:
    """The killed and the injured of one sentence or headline."""

    killed: Claim
    injured: Claim

    @property
    def whole(self) -> float:
        return self.killed.count.size + self.injured.count.size


def told_twice(own: Sequence[Claim]) -> Iterator[Conflict]:
    """Two sentences that count killed and injured side by side, and differ in one of the two.

    Where both together come to the same, somebody has died in between.
    """
    for first, second in combinations(_accounts(own), 2):
        a, b = first.injured, second.injured
        if first.killed.count.size != second.killed.count.size:
            a, b = first.killed, second.killed
            if first.injured.count.size != second.injured.count.size:
                continue
        if a.count.size == b.count.size or first.whole == second.whole:
            continue
        if two_speakers(b, a) or two_stages(a, b) or two_stages(b, a):
            continue
        headed = a.span.field is Field.TITLE
        yield Conflict(
            severity=Severity.HIGH if headed else Severity.MEDIUM,
            message=f"{'The headline' if headed else 'One sentence'} has {counted(a.count)}, "
            f"another {counted(b.count)}, each beside "
            f"{counted((first.killed if a is first.injured else first.injured).count)}.",
            slot=f"{a.count.measure}|told twice",
            sides=(
                Side(f"{a.span.field.value} {key_of(a.count)}", (evidence_of(a),)),
                Side(f"text {key_of(b.count)}", (evidence_of(b),)),
            ),
            confidence=0.8,
        )
        return


def _accounts(own: Sequence[Claim]) -> list[_Account]:
    """The sentences that give killed and injured in full, side by side."""
    sentences = dict.fromkeys(c.sentence for c in own)
    found = []
    for sentence in sentences:
        there = [c for c in own if c.sentence == sentence and _is_whole(c)]
        killed, injured = (
            [c for c in there if c.count.measure == measure] for measure in ("killed", "injured")
        )
        if any(FATALLY.search(c.quote) for c in killed):
            continue  # "six wounded, two of them mortally"
        if len(killed) == len(injured) == 1 and all(map(_tells_all, (*killed, *injured))):
            found.append(_Account(killed[0], injured[0]))
    return found


def _is_whole(claim: Claim) -> bool:
    """A total, or the one dead called by name ("killing Ida Brand and wounding three others")."""
    named = claim.count.measure == "killed" and claim.count.style == "article"
    return claim.count.role is Role.TOTAL or (named and claim.count.role is Role.PART)


def _tells_all(claim: Claim) -> bool:
    count = claim.count
    return (
        claim.voice is Voice.OUTLET
        and claim.span.field in (Field.TITLE, Field.TEXT)
        and count.hedge is Hedge.EXACT
        and count.group == "people"
        and count.action != "treated"
        and not count.campaign
        and (count.measure == "killed" or count.style in WRITTEN)
        and not phrases("elsewhere").search(claim.quote)
        and not with_killer(claim)
    )


def parts_beyond(own: Sequence[Claim]) -> Iterator[Conflict]:
    """Where "five of those" are told of right beside a whole of four."""
    for part in own:
        count = part.count
        exact = count.hedge is Hedge.EXACT and count.style in WRITTEN
        if count.role is not Role.PART or count.measure not in STRUCK or not exact:
            continue
        if part.span.field is not Field.TEXT or not _OF_THEM.match(
            part.article.text, part.span.end
        ):
            continue
        wholes = [
            c
            for c in own
            if c.sentence == part.sentence
            and c.span.end <= part.span.start
            and c.count.role is Role.TOTAL
            and c.count.measure in STRUCK
            and c.count.high is not None
            and c.count.group in ("people", count.group)
        ]
        if wholes and all((count.low or 0) > (c.count.high or 0) for c in wholes):
            whole = max(wholes, key=lambda c: c.count.size)
            yield Conflict(
                severity=Severity.MEDIUM,
                message=f"{counted(count)} are told of as some of {counted(whole.count)}.",
                slot=f"{count.measure}|part",
                sides=(
                    Side(f"whole {key_of(whole.count)}", (evidence_of(whole),)),
                    Side(f"part {key_of(count)}", (evidence_of(part),)),
                ),
                confidence=0.8,
            )
