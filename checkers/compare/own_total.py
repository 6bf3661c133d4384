"""A text against its own total: what an article announces, and what it counts further down.

A count below the announced total may be of some of those counted, so nothing is made of it. One
above it cannot be part of it: either more were counted by then and the article does not say so,
or one of the two is a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checkers.compare.asides import WRITTEN, phrases, two_speakers, two_stages, with_killer
from checkers.compare.report import FATALLY, OTHERS, is_of_all, is_of_victims
from checkers.compare.told_twice import parts_beyond, told_twice
from checkers.compare.values import counted, evidence_of, key_of, listed, number
from checkers.model import (
    Claim,
    ClaimKind,
    Conflict,
    Count,
    Field,
    Hedge,
    Mention,
    Reading,
    Role,
    Severity,
    Side,
    Span,
    Voice,
)

# Where the news itself stands, in characters of the text: the first three or four sentences.
_OPENING = 600
_ADDED = WRITTEN | {"sum"}  # "three women and a boy"
_THEN_AND_SINCE = frozenset({"initial", "initially", "at first", "since"})
_COUNTED_ROLES = frozenset({Role.TOTAL, Role.INCREMENT})  # "five other men were shot as well"
# The announced measures that together hold those counted: whoever was shot was killed or injured.
_WITHIN = {
    "killed": (("killed",), ("shot",), ("casualties",)),
    "injured": (("injured",), ("shot",), ("casualties",)),
    "shot": (("shot",), ("killed", "injured"), ("casualties",), ("injured",)),
    "casualties": (("casualties",), ("shot",), ("killed", "injured"), ("injured",)),
}


@dataclass(frozen=True, slots=True)
class _Excess:
    """A count that is more than the total which it should be part of.

    Attributes:
        announced: What headline or first lines give; two counts where these make the total.
        counted: What the text counts of the same people.
        whole: The announced total.
    """

    announced: tuple[Claim, ...]
    counted: Claim
    whole: float


def beyond_own_total(reading: Reading) -> Iterator[Conflict]:
    """Where a text counts more people than its headline and first lines announce.

    At most one for each measure. Live pages and round-ups of several happenings are left alone,
    and so are articles that themselves name an earlier figure or those by whom the counts differ.
    """
    if reading.not_news or not reading.mentions or _is_round_up(reading):
        return
    main = reading.mentions[0]
    own = [c for c in reading.claims_of(ClaimKind.COUNT) if c.mention == main.id]
    if any(claim.as_of is not None for claim in own):
        return
    announced = {measure: a for measure in _WITHIN if (a := _announced(own, measure))}
    apart = _told_of_another_time(reading, main)
    yield from parts_beyond(own)
    parallel = list(told_twice([c for c in own if c.sentence not in apart]))
    yield from parallel
    if parallel:
        return
    for measure in _WITHIN:
        for claim in own:
            if claim.count.measure != measure or claim.sentence in apart or _is_of_others(claim):
                continue
            excess = _excess(claim, announced, own)
            if excess is not None:
                yield _conflict(excess)
                break


def _conflict(excess: _Excess) -> Conflict:
    whole = " and ".join(counted(claim.count) for claim in excess.announced)
    headed = excess.announced[0].span.field is Field.TITLE
    where = "The headline has" if headed else "The first lines have"
    measure = excess.counted.count.measure
    return Conflict(
        severity=Severity.HIGH if headed else Severity.MEDIUM,
        message=f"{where} {whole}, the text further down {counted(excess.counted.count)}.",
        slot=f"{measure}|own total",
        sides=(
            Side(
                f"{excess.announced[0].span.field.value} {number(excess.whole)}",
                tuple(evidence_of(claim) for claim in excess.announced),
            ),
            Side(f"text {key_of(excess.counted.count)}", (evidence_of(excess.counted),)),
        ),
        confidence=0.8,
    )


def _is_round_up(reading: Reading) -> bool:
    """Whether the headline itself tells of several happenings ("shootings across the city")."""
    words = set(_WORDS.findall(reading.article.title.lower()))
    return bool(words & listed("several"))


_WORDS = re.compile(r"[a-z]+")
_OTHER_DEATHS = re.compile(r"\bother \w*\s?(?:deaths|killings|murders|fatalities|cases)\b", re.I)


def _is_of_others(claim: Claim) -> bool:
    """As in "eleven other deaths have been looked into": deaths are named where victims are not."""
    return bool(_OTHER_DEATHS.search(claim.said))


def _told_of_another_time(reading: Reading, main: Mention) -> frozenset[Span]:
    """The sentences that date what they tell outside the time of the main happening."""
    when = main.when
    if when is None or when.first is None or when.last is None:
        return frozenset()
    return frozenset(
        claim.sentence
        for claim in reading.claims_of(ClaimKind.DATE)
        if claim.when.first is not None
        and claim.when.last is not None
        and claim.when.last.date() < when.first.date()
    )


def _announced(own: Sequence[Claim], measure: str) -> Claim | None:
    """The total of a measure that the headline gives, else the first lines, or None."""
    found = [c for c in own if c.count.measure == measure and _states_total(c)]
    for claim in found:
        if claim.span.field is Field.TITLE:
            return claim
    opening = [c for c in own if c.count.measure in _WITHIN and _opens(c)]
    if any(c.count.hedge is Hedge.VAGUE for c in opening):
        return None
    for claim in found:
        # "One of them is in hospital" is no total; "one dead and three wounded" has one.
        told_with = {c.count.measure for c in opening if c.sentence == claim.sentence}
        one = measure == "killed" and len(told_with) > 1
        if _opens(claim) and (claim.count.size > 1 or one):
            return claim
    return None


def _opens(claim: Claim) -> bool:
    return claim.span.field is Field.TEXT and claim.span.start < _OPENING


def _states_total(claim: Claim) -> bool:
    count = claim.count
    written = _ADDED if claim.span.field is Field.TITLE else WRITTEN
    exact = count.hedge is Hedge.EXACT and count.style in written and bool(count.point)
    return (
        exact
        and claim.voice is Voice.OUTLET
        and count.role is Role.TOTAL
        and not count.campaign
        and not with_killer(claim)
        and not phrases("elsewhere").search(claim.quote)
    )


def _excess(claim: Claim, announced: Mapping[str, Claim], own: Sequence[Claim]) -> _Excess | None:
    """The announced total that a count breaks, or None where it fits into one of them."""
    if not _is_counted(claim):
        return None
    broken: _Excess | None = None
    for measures in _WITHIN[claim.count.measure]:
        parts = tuple(announced[m] for m in measures if m in announced)
        comparable = all(is_of_all(part.count, claim.count) for part in parts)
        if len(parts) < len(measures) or not comparable or claim in parts:
            continue
        whole = sum(part.count.point or 0 for part in parts)
        if (claim.count.low or 0) <= whole or any(p.sentence == claim.sentence for p in parts):
            return None
        if any(two_speakers(claim, part) or two_stages(claim, part) for part in parts):
            return None
        broken = broken or _Excess(parts, claim, whole)
        if measures == (claim.count.measure,):
            break
    if broken is None or _explained(claim, broken.whole, announced, own):
        return None
    return broken


def _is_counted(claim: Claim) -> bool:
    """Whether a count in the text is the outlet's own, of people of the main happening."""
    count = claim.count
    return (
        claim.voice is Voice.OUTLET
        and claim.span.field is Field.TEXT
        and count.role in _COUNTED_ROLES
        and not count.campaign
        and count.hedge in (Hedge.EXACT, Hedge.AT_LEAST)
        and (count.style in WRITTEN or _adds_more(claim))
        and not _leads_elsewhere(claim)
        and not with_killer(claim)
    )


def _adds_more(claim: Claim) -> bool:
    """As in "two people were killed, and two more have since died": four, in the text's words."""
    count = claim.count
    return count.style == "sum" and count.measure == "killed" and bool(OTHERS.search(claim.said))


def _leads_elsewhere(claim: Claim) -> bool:
    """Whether its sentence tells of others too; of one sum, "at first" and "since" tell stages."""
    words = {found[0].lower() for found in phrases("elsewhere").finditer(claim.quote)}
    return bool(words - _THEN_AND_SINCE if _adds_more(claim) else words)


def _explained(
    claim: Claim, whole: float, announced: Mapping[str, Claim], own: Sequence[Claim]
) -> bool:
    """Whether the article itself accounts for those counted beyond its total."""
    count = claim.count
    more = (count.low or 0) - whole
    beside_dead = bool(OTHERS.search(claim.said)) or any(
        c.count.measure == "killed" and c.sentence == claim.sentence and not FATALLY.search(c.quote)
        for c in own
    )
    if count.action == "treated" and not (beside_dead or is_of_victims(claim)):
        return True  # people are taken to hospital for shock and smoke, too
    killed = announced.get("killed")
    if killed is not None and killed.count.size == more and not beside_dead:
        return True  # "six wounded", two of them mortally
    among_hurt = count.measure != "killed" and more == 1
    if among_hurt and not beside_dead and any(OTHERS.search(a.said) for a in announced.values()):
        return True  # "five were hurt" holds the one beside whom "four others" were
    if _died_since(claim, announced, own):
        return True
    if count.measure != "killed" and any(
        c.count.role is Role.PART
        and c.sentence == claim.sentence
        and c.count.measure in _WITHIN
        and c.count.size >= whole - (killed.count.size if killed else 0)
        for c in own
    ):
        return True  # "ten were hurt, including eight who were shot"
    return any(
        _accounts_for(c.count, more, count.measure)
        for c in own
        # "Two at first, and two more have died": the sum was made from the earlier figure.
        if c is not claim and not (count.style == "sum" and c.sentence == claim.sentence)
    )


def _died_since(claim: Claim, announced: Mapping[str, Claim], own: Sequence[Claim]) -> bool:
    """Whether killed and injured make the announced sum: some who were hurt have died since."""
    if claim.count.measure != "injured" or not {"killed", "injured"} <= announced.keys():
        return False
    whole = sum(announced[measure].count.size for measure in ("killed", "injured"))
    return any(
        c.count.measure == "killed"
        and c.sentence == claim.sentence
        and c.count.size + claim.count.size <= whole
        for c in own
    )


def _accounts_for(other: Count, more: float, measure: str) -> bool:
    """Whether a further figure of the article says who the others are, or that the count rose."""
    if other.measure == measure and other.role is Role.PREVIOUS:
        return True
    if other.group == "attackers" and other.measure in _WITHIN and other.size == more:
        return True
    if other.measure == "killed" and measure == "shot" and other.size == more:
        return True
    return other.measure == measure and other.role is Role.INCREMENT and other.size == more
