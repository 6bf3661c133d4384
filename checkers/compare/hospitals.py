"""Those whom hospitals took in: all of them together, and each hospital by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.compare.sums import Overfull
from checkers.compare.values import number
from checkers.model import Claim, ClaimKind, Field, Hedge, Reading

# "The town's hospitals received 12", "12 were taken to three hospitals".
_TOGETHER_BEFORE = re.compile(
    r"\bhospitals\b[^.;,]{0,30}\b(?:received|admitted|treated|treating)[^.;,]{0,15}$"
)
_TOGETHER_AFTER = re.compile(
    r"^[^.;,]{0,40}\b(?:taken|rushed|brought|sent|flown|transported|admitted) to (?:\w+ ){0,3}"
    r"hospitals\b"
)
# "Vell Hospital", "St Ilva Medical Centre".
_BY_NAME = re.compile(
    r"\b(?:(?:[A-Z][\w'’-]*|of|the) )*[A-Z][\w'’-]*\.? "
    r"(?:Hospital|Clinic|Infirmary|Medical Cent(?:er|re))\b"
)
# Who is moved on is counted by both hospitals.
_MOVED = re.compile(r"\b(?:transferred|moved|later|since|discharged|released)\b")
_NEAR = 800  # characters: the list of hospitals goes on for some sentences


def overfull_hospitals(reading: Reading) -> Iterator[Overfull]:
    """Where the hospitals of a list took in more, added up, than all of them are said to have."""
    taken_in = [c for c in reading.claims_of(ClaimKind.COUNT) if _is_taken_in(c)]
    whole = next((c for c in taken_in if _is_of_all(c)), None)
    if whole is None:
        return
    parts: dict[str, Claim] = {}
    for claim in taken_in:
        if not whole.sentence.end <= claim.span.start <= whole.sentence.end + _NEAR:
            continue
        if _MOVED.search(claim.quote):
            return
        named = {found[0] for found in _BY_NAME.finditer(claim.quote)}
        if len(named) == 1:
            parts.setdefault(named.pop(), claim)
    taken = sum(claim.count.size for claim in parts.values())
    if len(parts) > 1 and taken > whole.count.size:
        each = ", ".join(number(claim.count.size) for claim in parts.values())
        message = (
            f"All hospitals together took in {number(whole.count.size)}, "
            f"one by one {each}: that makes {number(taken)}."
        )
        yield Overfull(whole, tuple(parts.values()), taken, "hospitals", message)


def _is_taken_in(claim: Claim) -> bool:
    count = claim.count
    exact = count.measure == "injured" and count.hedge is Hedge.EXACT and count.style != "article"
    return exact and count.action == "treated" and claim.span.field is Field.TEXT


def _is_of_all(claim: Claim) -> bool:
    quote, start = claim.quote, claim.span.start - claim.sentence.start
    after = quote[start + len(claim.said) :]
    return bool(_TOGETHER_BEFORE.search(quote[:start]) or _TOGETHER_AFTER.search(after))
