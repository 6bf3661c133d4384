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

from checkers.compare.amounts import comparable, converted, in_two_currencies
from checkers.compare.deaths_left_out import drawn_elsewhere
from checkers.compare.growth import (
    ONE_MOMENT,
    corrected,
    grew,
    is_said_to_rise,
    revised,
    told_as_earlier,
)
from checkers.compare.pair import Pair
from checkers.compare.partial import (
    adds_up,
    how_badly,
    in_one_division,
    said_to_be_among,
    some_by_name,
    some_of_them,
    some_of_those,
    step_by_step,
    with_the_dead,
    without_attackers,
)
from checkers.compare.report import Report
from checkers.compare.values import last_place, listed
from checkers.language.casualties import attacker_died
from checkers.language.totals import is_round_up
from checkers.model import Claim, Count, Field, Hedge, Reason, Role, Voice

# Beyond this, two undated reports of floods in one town are of two floods. A guess.
_ANOTHER_SEASON = timedelta(days=90)
_MANY = 3  # a toll from which one person told of is no longer likely to be all of it
_ANYBODY = frozenset({"", "person", "people", "dead", "death", "fatality"})
# Ways of writing a number that explain more of a difference than "about" or "up to" beside it.
_LOOSE_STYLES = frozenset({"dozen", "lakh", "continental", "script"})
_ROUND_WORDS = frozenset({Hedge.ABOUT, Hedge.VAGUE})
_UNDER_ARMS = frozenset({"soldiers", "police", "fighters", "attackers"})
_YOUNG = frozenset({"children", "students"})
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
        ("soldiers", "crew"),
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
    for one, other in ((x, y), (y, x)):
        if one.group in _UNDER_ARMS and other.group == "people" and other.noun in listed("civil"):
            return Reason.DIFFERENT_GROUP
        if one.group in _YOUNG and other.group == "people" and other.noun in listed("professions"):
            return Reason.DIFFERENT_GROUP
    if "people" in (x.group, y.group):
        return None
    return None if frozenset({x.group, y.group}) in _OVERLAPPING_GROUPS else Reason.DIFFERENT_GROUP


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


def _any_station(pair: Pair) -> Reason | None:
    """Two temperatures that no scale makes one: each thermometer of a region has its own."""
    if pair.a.count.measure != "temperature" or converted(pair.a, pair.b):
        return None
    return Reason.TOO_UNCERTAIN


def _other_unit(pair: Pair) -> Reason | None:
    """One amount in two units; amounts that no unit brings together are not compared."""
    if pair.a.count.unit == pair.b.count.unit:
        return None
    if converted(pair.a, pair.b):
        return Reason.UNIT_CONVERSION
    known = comparable(pair.a, pair.b) or in_two_currencies(pair.a.count, pair.b.count)
    return None if known else Reason.TOO_UNCERTAIN


def _other_scale(pair: Pair) -> Reason | None:
    """Two magnitudes of one quake on two scales; a scale that is not named may be either."""
    x, y = pair.counts
    if x.measure != "magnitude" or x.group == y.group:
        return None
    return Reason.OTHER_SCALE


def _other_thing(pair: Pair) -> Reason | None:
    """A distance is from somewhere: two of them from different places are two distances."""
    x, y = pair.counts
    if x.measure != "distance" or x.group == y.group:
        return None
    generic = x.group.startswith("the ") or y.group.startswith("the ")
    return None if generic else Reason.DIFFERENT_GROUP


def _written_differently(pair: Pair) -> Reason | None:
    """One value written, added up or worked out in two ways."""
    x, y = pair.counts
    if (
        x.point is None
        or x.point != y.point
        or (x.hedge is not y.hedge and _LOOSE_STYLES.isdisjoint((x.style, y.style)))
    ):
        return None
    styles = {x.style, y.style}
    if "sum" in styles and len(styles) > 1:
        return Reason.PERPETRATORS if _adds_the_killer(pair) else Reason.SUM
    if "fraction" in styles and len(styles) > 1:
        return Reason.DERIVED
    if len(styles - {"digits", "words"}) >= 1 and len(styles) > 1:
        return Reason.NUMBER_FORMAT
    return None


def _adds_the_killer(pair: Pair) -> bool:
    """As in "killed 17 before taking his own life", which are 18 only with the killer."""
    return any(
        c.count.style == "sum" and c.count.includes_attackers and attacker_died(c.quote.lower())
        for c in (pair.a, pair.b)
    )


def _of_several(pair: Pair) -> Reason | None:
    """A sentence over several happenings counts the victims of all of them."""
    one, other = _is_of_several(pair.a, pair.earlier), _is_of_several(pair.b, pair.later)
    if one == other or _at_one_site(pair, pair.a if one else pair.b):
        return None
    return Reason.DIFFERENT_EVENT


# With these, several happenings were in as many places.
_APART = re.compile(r"\b(?:separate|unrelated|across|around|citywide|overnight|weekend|since)\b")


def _at_one_site(pair: Pair, several: Claim) -> bool:
    """As in "several shootings at the fairground", of which both reports speak: one happening."""
    if _APART.search(f"{several.article.title} {several.quote}".lower()):
        return False
    sites = (_sites(report) for report in (pair.earlier, pair.later))
    quote = several.quote.lower()
    return any(site in quote for site in frozenset.intersection(*sites))


def _sites(report: Report) -> frozenset[str]:
    places = report.member.reading.mention(report.member.mention).places
    return frozenset(p.name.lower() for p in places if p.type == "site")


def _is_of_several(claim: Claim, report: Report) -> bool:
    """Whether the words around a count, or the headline, tell of "shootings across the city".

    So does the headline's count that adds up what the first lines count of several happenings.
    """
    if claim.span.field is Field.TITLE:
        several = [c.count.point or 0 for c in report.claims if is_round_up(c)]
        if claim.count.point and claim.count.point in (*several, sum(several)):
            return True
    return any(bool(_told_together().search(text)) for text in (claim.article.title, claim.quote))


# "Hours after the unrest at Gant prison had been put down": what follows happened before.
_HAPPENED_BEFORE = re.compile(r"\b(?:hours?|minutes|days?|weeks?|shortly|soon) after\b(?P<what>.+)")


def _after_the_other(pair: Pair) -> Reason | None:
    """A report that dates its happening by one elsewhere, which is the other report's."""
    for claim, report, other in (
        (pair.a, pair.earlier, pair.later),
        (pair.b, pair.later, pair.earlier),
    ):
        before = _HAPPENED_BEFORE.search(claim.quote)
        if before is None:
            continue
        own, theirs = _place_names(report), _place_names(other)
        if own and any(name in before["what"] for name in theirs - own):
            return Reason.DIFFERENT_EVENT
    return None


def _place_names(report: Report) -> frozenset[str]:
    return frozenset(p.name for p in report.member.reading.mention(report.member.mention).places)


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


_OF_BEFORE = re.compile(
    r"\b(?:earlier|initial|previous|first|preliminary|original) (?:\w+ )?"
    r"(?:reports?|figures?|counts?|tolls?|statements?|accounts?|claims?|estimates?)\b",
    re.IGNORECASE,
)


def _denied_there(pair: Pair) -> Reason | None:
    """A report that itself tells the other's figure as one that is denied, or was wrong."""
    for claim, report, other in (
        (pair.a, pair.earlier, pair.b),
        (pair.b, pair.later, pair.a),
    ):
        for told in report.claims:
            nobody = claim.count.high == 0 and told.count.overlaps(other.count)
            alike = (told.count.low, told.count.high) == (other.count.low, other.count.high)
            if told.voice is Voice.DENIED and told.count.measure == other.count.measure:
                if (alike or nobody) and report is pair.later and _OF_BEFORE.search(told.quote):
                    return Reason.OFFICIAL_REVISION
                if alike or nobody:
                    return Reason.DENIED
    return None


# From this long after "at least nine", 29 is news and not only what the words left room for: the
# hours between two bulletins of one day and of the next. A guess.
_NEXT_BULLETIN = timedelta(hours=12)


def _has_grown(pair: Pair) -> Reason | None:
    """As in "at least nine" on Wednesday and 29 on Thursday night."""
    x, y = pair.counts
    bounded = x.hedge is Hedge.AT_LEAST and y.hedge in (Hedge.EXACT, Hedge.AT_LEAST)
    if not bounded or pair.gap is None:
        return None
    told = pair.gap >= ONE_MOMENT and (is_said_to_rise(pair.b) or _adds_to_it(pair.later, y))
    far = pair.gap >= _NEXT_BULLETIN or told
    return grew(pair) if far and y.size > x.size else None


def _adds_to_it(report: Report, count: Count) -> bool:
    """As in "brought up five more bodies": the report itself says how many were found since."""
    return any(
        c.count.role is Role.INCREMENT and c.count.measure == count.measure for c in report.claims
    )


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
    told_as_earlier,
    _of_several,
    _after_the_other,
    _one_of_many,
    _other_thing,
    _other_scale,
    _any_station,
    _other_unit,
    without_attackers,
    drawn_elsewhere,
    _other_group,
    some_of_them,
    some_by_name,
    said_to_be_among,
    some_of_those,
    in_one_division,
    how_badly,
    _written_differently,
    adds_up,
    step_by_step,
    with_the_dead,
    _has_grown,
    _within_bounds,
    _rounded,
    grew,
    revised,
    corrected,
    _denied_there,
)
