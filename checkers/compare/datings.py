"""When one article says that an event happened: which of its dates is that of the event."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from checkers.compare.moments import overlap
from checkers.language.kinds import can_be_one, frames, kinds_in
from checkers.language.lexicon import mapped
from checkers.model import Claim, ClaimKind, Event, Field, Grain, Member, When

_CLAUSE = re.compile(r"; |\b(?:after|which|but|before)\b")
FINE = (Grain.DAY, Grain.PART, Grain.MINUTE)
_STATING = (Field.TITLE, Field.TEXT)
# The stamp of a page or an agency before the text: "Updated: 2026-03-05 06:50", "(3-05) 11:15 PST".
_STAMP_BEFORE = re.compile(
    r"(?:updated?|published|posted|photos?)\W{0,3}(?:on |at )?$|^\W?[\d-]{0,6}\W{0,2}$"
)
# "Our report "Ceiling falls in care home" (16 February) said": when the other text appeared.
_OF_A_STORY = re.compile(r"[\"'”’»] ?\($")
_WORD = re.compile(r"[a-z]+")
# "Died on Sunday, three days after": the day of a death that came later.
_LATER = re.compile(r"\b(?:days?|weeks?|months?|hours|years?) $")
_DIED = re.compile(r"\b(?:died|dies|dead|death)\b")
_STAMP_AFTER = re.compile(r"\W{0,2}(?:[A-Z]{3,}|:)")
# A date that opens a sentence of which it is a part: "March 8, police arrested", "4 May fire".
_SENTENCE_AFTER = re.compile(r"(?:, | )(?![A-Z]{2}|[A-Z][a-z]*:)\w+ \w+")


@dataclass(frozen=True, slots=True)
class Dating:
    """When one article says that the event happened."""

    member: Member
    claim: Claim

    @property
    def when(self) -> When:
        """The time it gives."""
        return self.claim.when


def event_datings(event: Event) -> list[Dating]:
    """One dating for each article that is about the event and dates it to the day."""
    found = []
    for member in event.members:
        if not member.about:
            continue
        mention = member.reading.mention(member.mention)
        if mention.when is None:
            continue
        claim = _stating(member, mention.when)
        kinds = dict.fromkeys((event.kind, mention.kind))
        if claim is None:
            continue
        if not any(_tells_of(claim, member, kind) for kind in kinds):
            claim = _beside(claim, member, kinds)
        if claim is not None:
            found.append(Dating(member, claim))
    return found


def _beside(claim: Claim, member: Member, kinds: Iterable[str]) -> Claim | None:
    """Another date of the sentence, of the same time, whose clause tells of the happening.

    "A man died on Friday evening, seconds after the launch at 18:20": the hour is the launch's.
    """
    for other in member.reading.claims_of(ClaimKind.DATE):
        near = other is not claim and other.sentence == claim.sentence and other.when.grain in FINE
        if not near or not overlap(other.when, claim.when):
            continue
        if any(_tells_of(other, member, kind) for kind in kinds):
            return other
    return None


def event_claims(member: Member, kind: str) -> list[Claim]:
    """The days on which an article says that the event happened: its clause names the happening."""
    return [
        claim
        for claim in member.reading.claims_of(ClaimKind.DATE)
        if claim.span.field in _STATING
        and claim.when.grain in FINE
        and claim.when.told != "future"
        and _names(kind, claim.quote[slice(*clause_of(claim))])
    ]


def clause_of(claim: Claim) -> tuple[int, int]:
    """Where the clause of a date begins and ends in its sentence."""
    at = claim.span.start - claim.sentence.start
    start = max((m.end() for m in _CLAUSE.finditer(claim.quote, 0, at)), default=0)
    following = _CLAUSE.search(claim.quote, at)
    return start, following.start() if following else len(claim.quote)


def _names(kind: str, clause: str) -> bool:
    """Whether a clause names a happening of a kind."""
    named = [k for _, _, k in kinds_in(clause) if k not in frames()]
    return any(can_be_one(k, kind) for k in named)


def _tells_of(claim: Claim, member: Member, kind: str) -> bool:
    """Whether the dated clause itself tells of the happening: names it, or counts its victims.

    "She died on Friday" alone may be days after it.
    """
    start, end = clause_of(claim)
    if is_stamp(claim) or _is_of_aftermath(claim, start, end, kind):
        return False
    clause = claim.quote[start:end]
    died = _DIED.search(clause.lower())
    if _names(kind, _DIED.sub("", clause.lower()) if died else clause):
        return True
    told = claim.sentence.within(claim.sentence.start + start, claim.sentence.start + end)
    return any(
        c.kind is ClaimKind.COUNT and told.covers(c.span) and not (died and _is_one(c))
        for c in member.claims()
    )


def _is_one(claim: Claim) -> bool:
    return claim.count.point is None or claim.count.point <= 1


def is_stamp(claim: Claim) -> bool:
    """Whether a date belongs to the page or the agency, not to the sentence."""
    at = claim.span.start - claim.sentence.start
    before, after = claim.quote[:at].lower(), claim.quote[claim.span.end - claim.sentence.start :]
    if not before.strip(" (") and _SENTENCE_AFTER.match(after):
        return False
    if _OF_A_STORY.search(before) and after.startswith(")"):
        return True
    return bool(_STAMP_BEFORE.search(before)) and (
        not before.strip(" (") or bool(_STAMP_AFTER.match(after)) or "d" in before[-6:]
    )


def _without(kind: str, clause: str) -> str:
    """A clause without the words for the happening itself: a tank that "released chlorine"."""
    for start, end, named in reversed(list(kinds_in(clause))):
        if named not in frames() and can_be_one(named, kind):
            clause = clause[:start] + " " + clause[end:]
    return clause


def _is_of_aftermath(claim: Claim, start: int, end: int, kind: str) -> bool:
    """Whether the clause tells what came after: an arrest, a release, a death in hospital later."""
    clause = claim.quote[start:end].lower()
    if not _aftermath().isdisjoint(_WORD.findall(_without(kind, clause))):
        return True
    if claim.quote[end : end + 5] != "after":
        return False
    later = bool(_LATER.search(clause)) or bool(_DIED.search(clause))
    # "The bus overturned on Friday after a tyre had burst": the clause itself tells of it.
    return later or (_names(kind, claim.quote[end:]) and not _names(kind, clause))


@cache
def _aftermath() -> frozenset[str]:
    return frozenset(mapped("intervals", "aftermath")["words"])


def _stating(member: Member, when: When) -> Claim | None:
    """The claim in which the article states the time of its main happening."""
    for claim in member.claims():
        if claim.kind is ClaimKind.DATE and claim.value == when:
            return claim
    return None
