"""What is told as past and dated to a day that had not come when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache

from checkers.compare.datings import clause_of
from checkers.compare.moments import written
from checkers.compare.passages import Passage
from checkers.language.kinds import frames, kinds_in, sequels
from checkers.language.lexicon import mapped
from checkers.model import Anchor, Claim, ClaimKind, Field, Grain, Member, Voice

_STATING = (Field.TITLE, Field.TEXT, Field.CAPTION)
# A day begins 26 hours earlier at one end of the world than at the other; stamps are a little off.
_TOMORROW = timedelta(hours=30)
# A date without its year may be last year's; one so near ahead was meant to be this year's.
_NEAR_AHEAD = timedelta(days=45)
_BEFELL = frozenset({"killed", "injured", "missing", "rescued", "abducted", "shot"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def told_too_early(member: Member) -> Iterator[Passage]:
    """Happenings in the past tense on a day after publication."""
    article = member.reading.article
    if article.published is None:
        return
    known_until = max(
        moment
        for moment in (
            article.published.at
            + (timedelta(days=1) if article.published.day_only else timedelta()),
            article.modified.at if article.modified else None,
            article.fetched,
        )
        if moment is not None
    )
    for claim in member.reading.claims_of(ClaimKind.DATE):
        if _is_told(claim, member) and _is_ahead(claim, article.published.at, known_until):
            value = written(claim.when)
            start = claim.sentence.start + _happening_before(claim)
            span = claim.span.within(start, claim.span.end)
            yield Passage(article, span, claim.sentence, value, claim.attributed_to)


def _is_told(claim: Claim, member: Member) -> bool:
    """Whether a date is that of a happening told as past, not of a plan."""
    if claim.span.field not in _STATING or claim.voice not in (Voice.OUTLET, Voice.QUOTED):
        return False
    when = claim.when
    if when.told != "past" or when.grain not in (Grain.DAY, Grain.PART, Grain.MINUTE):
        return False
    if when.weekday is not None and not any(c.isdigit() for c in claim.said):
        return False  # a bare weekday is reckoned from publication, and never ahead by mistake
    start, end = clause_of(claim)
    clause = claim.quote[start:end].lower()
    before = claim.quote[: claim.span.start - claim.sentence.start].lower().split()[-1:]
    if before and before[0] in mapped("intervals", "planned")["prepositions"]:
        return False
    named = [k for _, _, k in kinds_in(clause) if k not in frames() and k not in sequels()]
    told = bool(named) or _counts_victims(claim, member, start, end)
    return told and not _listed("planned").search(clause)


def _counts_victims(claim: Claim, member: Member, start: int, end: int) -> bool:
    """Whether the clause of a date counts people who were killed or hurt, however it came."""
    clause = claim.sentence.within(claim.sentence.start + start, claim.sentence.start + end)
    return any(
        c.count.measure in _BEFELL and clause.covers(c.span)
        for c in member.reading.claims_of(ClaimKind.COUNT)
        if c.sentence == claim.sentence
    )


def _is_ahead(claim: Claim, published: datetime, known_until: datetime) -> bool:
    """Whether the day lies after all that the page can have known."""
    first = claim.when.first
    if first is None or claim.when.others or first <= known_until + _TOMORROW:
        return False
    if claim.when.anchor is Anchor.ABSOLUTE and _YEAR.search(claim.said):
        return True
    return first <= published + _NEAR_AHEAD and not _looks_back(claim)


def _looks_back(claim: Claim) -> bool:
    """Whether the article speaks of earlier years, to which a date without its year may belong."""
    article = claim.article
    text = f"{article.title}\n{article.text}".lower()
    first = claim.when.first
    earlier = {str(first.year - back) for back in range(1, 4)} if first else set()
    return bool(_listed("looking_back").search(text)) or any(year in text for year in earlier)


def _happening_before(claim: Claim) -> int:
    """Where the words that name the happening begin in the sentence, or the date itself."""
    start, _ = clause_of(claim)
    at = claim.span.start - claim.sentence.start
    named = [start + first for first, _, _ in kinds_in(claim.quote[start:at])]
    return named[0] if named else at


@cache
def _listed(name: str) -> re.Pattern[str]:
    """Any of the words of one list of ``intervals.toml``."""
    return re.compile(rf"\b(?:{'|'.join(mapped('intervals', name)['words'])})\b")
