"""The ordered reconcilers: why two figures that differ may both stand.

Each looks at two reports of one event and returns a reason or None; the first reason found is
the one recorded. The order is that of the design: whom it counts, part and whole, bounds,
rounding, growth, revision, dispute.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from functools import cache

from checkers.compare.amounts import comparable, converted
from checkers.compare.growth import corrected, grew, revised
from checkers.compare.pair import Pair, same_value
from checkers.compare.report import FATALLY
from checkers.compare.values import last_place, listed
from checkers.model import Claim, Count, Hedge, Reason

# Beyond this, two undated reports of floods in one town are of two floods. A guess.
_ANOTHER_SEASON = timedelta(days=90)
_MANY = 3  # a toll from which one person told of is no longer likely to be all of it
_IDENTIFIED = re.compile(r"\b(?:identity|identities|names?|photos?) of (?:the )?$", re.IGNORECASE)
_SEXED = frozenset({"men", "women", "males", "females", "boys", "girls"})
_ANYBODY = frozenset({"", "person", "people", "dead", "death", "fatality"})
_ROUND_WORDS = frozenset({Hedge.ABOUT, Hedge.VAGUE})
_OVERLAPPING_GROUPS = frozenset(
    frozenset(pair)
    for pair in (
        ("workers", "passengers"),
        ("children", "students"),
        ("civilians", "children"),
        ("civilians", "workers"),
        ("civilians", "students"),
        ("civilians", "passengers"),
        ("passengers", "crew"),
        ("passengers", "children"),
        ("passengers", "students"),
        ("attackers", "fighters"),
        ("soldiers", "fighters"),
        ("workers", "firefighters"),
        ("police", "workers"),
    )
)


def reason_for(pair: Pair) -> Reason | None:
    """The first reason why the two may both stand, or None."""
    for reconciler in _ORDER:
        reason = reconciler(pair)
        if reason is not None:
            return reason
    return None


def _other_group(pair: Pair) -> Reason | None:
    x, y = pair.counts
    if x.group == y.group or x.measure == "distance":
        return None
    if "families" in (x.group, y.group):
        return Reason.DIFFERENT_GROUP
    if "people" in (x.group, y.group):
        return None
    return None if frozenset({x.group, y.group}) in _OVERLAPPING_GROUPS else Reason.DIFFERENT_GROUP


def _some_of_them(pair: Pair) -> Reason | None:
    """A count of a group beside a count of everybody."""
    x, y = pair.counts
    if x.group == y.group or x.measure == "distance":
        return None
    part, whole = (x, y) if y.group == "people" else (y, x)
    if "people" not in (x.group, y.group):
        part, whole = (x, y) if (x.low or 0) <= (y.low or 0) else (y, x)
    if same_value(part, whole) or (part.point or part.low or 0) == (whole.point or whole.low or 0):
        return None
    fits = whole.high is None or (part.low or 0) <= whole.high
    return Reason.SUBSET if fits else None


def _long_after(pair: Pair) -> Reason | None:
    """Months apart, only a stated day tells that both speak of one: rivers flood again."""
    if pair.gap is None or pair.gap < _ANOTHER_SEASON:
        return None
    one, other = (
        r.member.reading.mention(r.member.mention).when for r in (pair.earlier, pair.later)
    )
    if one is None or other is None or one.first is None or other.first is None:
        return Reason.DIFFERENT_EVENT
    assert one.last is not None
    assert other.last is not None
    meet = one.first <= other.last and other.first <= one.last
    return None if meet else Reason.DIFFERENT_EVENT


def _one_of_many(pair: Pair) -> Reason | None:
    """“A man was killed” beside a toll of seven names one of them, not all."""
    x, y = pair.counts
    for one, many in ((x, y), (y, x)):
        named = one.style == "article" or (one.point == 1 and one.noun not in _ANYBODY)
        if named and many.size >= _MANY:
            return Reason.TOO_UNCERTAIN
    return None


def _other_unit(pair: Pair) -> Reason | None:
    """One amount in two units; amounts that no unit brings together are not compared."""
    if pair.a.count.unit == pair.b.count.unit:
        return None
    if converted(pair.a, pair.b):
        return Reason.UNIT_CONVERSION
    return None if comparable(pair.a, pair.b) else Reason.TOO_UNCERTAIN


def _other_thing(pair: Pair) -> Reason | None:
    """A distance is from somewhere: two of them from different places are two distances."""
    x, y = pair.counts
    if x.measure != "distance" or x.group == y.group:
        return None
    generic = x.group.startswith("the ") or y.group.startswith("the ")
    return None if generic else Reason.DIFFERENT_GROUP


def _some_by_name(pair: Pair) -> Reason | None:
    """“Two women were wounded” beside four people: the words do not say that they were all."""
    x, y = pair.counts
    if x.point is None or y.point is None or x.group != y.group:
        return None
    part, whole = (x, y) if x.point < y.point else (y, x)
    claim = pair.a if part is x else pair.b
    named = part.noun in _SEXED and whole.noun not in _SEXED
    named = named or bool(_IDENTIFIED.search(claim.article.text[: claim.span.start]))
    return Reason.SUBSET if named and x.point != y.point and whole.group == "people" else None


def _written_differently(pair: Pair) -> Reason | None:
    """One value written, added up or worked out in two ways."""
    x, y = pair.counts
    if (
        x.point is None
        or x.point != y.point
        or (x.hedge is not y.hedge and "dozen" not in (x.style, y.style))
    ):
        return None
    styles = {x.style, y.style}
    if "sum" in styles and len(styles) > 1:
        return Reason.SUM
    if "fraction" in styles and len(styles) > 1:
        return Reason.DERIVED
    if len(styles - {"digits", "words"}) >= 1 and len(styles) > 1:
        return Reason.NUMBER_FORMAT
    return None


def _adds_up(pair: Pair) -> Reason | None:
    """Parts of the one make the other."""
    x, y = pair.counts
    if x.overlaps(y):
        return None
    for report, own, whole in ((pair.earlier, x, y), (pair.later, y, x)):
        parts = [p.point or 0 for p in report.parts(x.measure)]
        # Parts stand for the report where it has no total of its own beside them.
        if own.style != "sum" and own.point not in parts:
            continue
        if whole.point and len(parts) > 1 and sum(parts) == whole.point:
            return Reason.SUM
    return None


def _with_the_dead(pair: Pair) -> Reason | None:
    """“Four were hurt” where one of them died, beside “one was killed and three were hurt”."""
    x, y = pair.counts
    if x.measure != "injured" or x.point is None or y.point is None or x.point == y.point:
        return None
    more, fewer = (pair.a, pair.later) if x.point > y.point else (pair.b, pair.earlier)
    killed = fewer.total_of("killed")
    report = pair.earlier if more is pair.a else pair.later
    beside_dead = any(
        c.count.measure == "killed" and c.sentence == more.sentence and not FATALLY.search(c.quote)
        for c in report.claims
    )
    if beside_dead or "other" in more.said.lower():
        return None
    beyond = abs(x.point - y.point)
    if beyond == 1 and "other" in (pair.b if more is pair.a else pair.a).said.lower():
        return Reason.SUM  # "four others" and the one beside whom they are counted
    return Reason.SUM if killed is not None and beyond == killed.point else None


def _of_several(pair: Pair) -> Reason | None:
    """A sentence over several happenings counts the victims of all of them."""
    return Reason.DIFFERENT_EVENT if _is_of_several(pair.a) != _is_of_several(pair.b) else None


def _is_of_several(claim: Claim) -> bool:
    """Whether the words around a count, or the headline, tell of "shootings across the city"."""
    return any(bool(_told_together().search(text)) for text in (claim.article.title, claim.quote))


@cache
def _told_together() -> re.Pattern[str]:
    several = "|".join(sorted(listed("several")))
    spread = "|".join(re.escape(phrase) for phrase in sorted(listed("spread")))
    return re.compile(
        rf"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:[a-z]+ )?(?:{several})\b|"
        r"\b(?:violent|deadly|bloody) (?:weekend|night|week)\b|"
        rf"\b(?:{spread})\b[^.;]{{0,40}}\b(?:{several})\b|\b(?:{several})\b[^.;]{{0,30}}\b(?:{spread})\b",
        re.IGNORECASE,
    )


def _without_attackers(pair: Pair) -> Reason | None:
    x, y = pair.counts
    if x.point is None or y.point is None:
        return None
    difference = abs(x.point - y.point)
    for report in (pair.earlier, pair.later):
        for count in (c.count for c in report.claims):
            if (
                count.measure == x.measure
                and count.group == "attackers"
                and count.point == difference
            ):
                return Reason.PERPETRATORS
    return None


def _within_bounds(pair: Pair) -> Reason | None:
    x, y = pair.counts
    if not x.overlaps(y):
        return _just_over(x, y)
    if x.hedge is Hedge.EXACT and y.hedge is Hedge.EXACT:
        return None
    if x.hedge in _ROUND_WORDS and y.hedge in _ROUND_WORDS | {Hedge.EXACT} and x.point is not None:
        return Reason.ROUNDING
    if y.hedge in _ROUND_WORDS and x.hedge is Hedge.EXACT and y.point is not None:
        return Reason.ROUNDING
    return Reason.WITHIN_BOUNDS


def _just_over(x: Count, y: Count) -> Reason | None:
    """Reconcile “over 100” with a round 100."""
    if x.point is not None and x.point == y.point and x.point >= 10:
        return Reason.ROUNDING
    return None


def _rounded(pair: Pair) -> Reason | None:
    """An exact count beside one that is plainly its round figure."""
    x, y = pair.counts
    if x.point is None or y.point is None or min(x.point, y.point) < 50:
        return None
    for fine, coarse in ((x.point, y.point), (y.point, x.point)):
        step = last_place(coarse)
        if (
            step >= 10
            and fine != coarse
            and abs(fine - coarse) <= step / 2
            and coarse >= 10 * step / 2
        ):
            return Reason.ROUNDING
    return None


_ORDER: tuple[Callable[[Pair], Reason | None], ...] = (
    _long_after,
    _of_several,
    _one_of_many,
    _other_thing,
    _other_unit,
    _other_group,
    _some_of_them,
    _some_by_name,
    _written_differently,
    _adds_up,
    _with_the_dead,
    _without_attackers,
    _within_bounds,
    _rounded,
    grew,
    revised,
    corrected,
)
