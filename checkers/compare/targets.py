"""What articles say was struck by one event, set side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from checkers.compare.kinship import LIKELY_ONE, SURELY_ONE, kinship, of_one_day
from checkers.compare.passages import Passage, passage, sentences_with
from checkers.grouping.evidence import figures_differ
from checkers.language.targets import any_noun, exclude, nouns_of, targets_in
from checkers.model import Claim, Event, Field, Member, Voice

_OPENING = 700  # characters of text in which a report says what was struck


@dataclass(frozen=True, slots=True)
class Struck:
    """What one article says was struck.

    Attributes:
        member: The article's part in the event.
        said: The words that say so, the first of them.
        sorts: The sorts of everything that it says was struck.
    """

    member: Member
    said: Passage
    sorts: frozenset[str]


def compare_targets(event: Event) -> Iterator[tuple[Struck, Struck]]:
    """Pairs of articles that let one event strike things which cannot be the same."""
    news = [m for m in event.members if m.about and not m.reading.not_news]
    if len(news) < 2:
        return
    found = [struck for struck in map(_struck, news) if struck is not None]
    for one, other in combinations(found, 2):
        if not all(exclude(a, b) for a in one.sorts for b in other.sorts):
            continue
        if _names(one, other.sorts) or _names(other, one.sorts):
            continue
        least = SURELY_ONE if _tolls_differ(one.member, other.member) else LIKELY_ONE
        if of_one_day(one.member, other.member) and _kin(one, other) >= least:
            yield one, other


def _tolls_differ(one: Member, other: Member) -> bool:
    """Whether the dead or hurt of the one leave no room for those of the other."""
    a, b = (m.reading.mention(m.mention).figures for m in (one, other))
    return figures_differ(a, b)


def _kin(one: Struck, other: Struck) -> float:
    return kinship(one.member, other.member) + 2 * _same_town(one.member, other.member)


def _same_town(one: Member, other: Member) -> bool:
    """Whether both put the event in one town."""
    a, b = (m.reading.mention(m.mention).places for m in (one, other))
    return bool({p.key for p in a if p.type == "city"} & {p.key for p in b if p.type == "city"})


def _struck(member: Member) -> Struck | None:
    """What an article's headline and opening say was struck, or None."""
    reading = member.reading
    first: Passage | None = None
    sorts: set[str] = set()
    other = [c for c in reading.claims if c.background or c.voice is Voice.HYPOTHETICAL]
    # Cutting whole articles into sentences would cost more than all other rules together.
    text = reading.article.text
    end = text.find("\n", _OPENING)
    opening = replace(
        reading.article, text=text[: end if end > 0 else None], images=(), metadata={}
    )
    for sentence in sentences_with(opening, any_noun()):
        if any(_in(claim, sentence.span.start, sentence.span.end) for claim in other):
            continue
        for target in targets_in(sentence.text):
            sorts.add(target.sort)
            said = passage(reading.article, sentence, target.start, target.end, target.noun)
            if first is None or (first.span.field is Field.TITLE) > (sentence.field is Field.TITLE):
                first = said
    return Struck(member, first, frozenset(sorts)) if first else None


def _in(claim: Claim, start: int, end: int) -> bool:
    return claim.span.field is Field.TEXT and start <= claim.span.start < end


def _names(struck: Struck, sorts: frozenset[str]) -> bool:
    """Whether an article speaks of a thing of one of these sorts at all."""
    article = struck.said.article
    text = f"{article.title}\n{article.text}".lower()
    nouns = "|".join(re.escape(noun) for sort in sorts for noun in nouns_of(sort))
    return bool(re.search(rf"\b(?:{nouns})\b", text))
