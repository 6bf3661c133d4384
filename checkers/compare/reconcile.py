"""The ordered reconcilers: why two figures that differ may both stand.

Each looks at two reports of one event and returns a reason or None; the first reason found is
the one recorded. The order is that of the design: whom it counts, part and whole, bounds,
rounding, growth, revision, dispute.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from checkers.compare.amounts import comparable, converted
from checkers.compare.report import FATALLY, Report
from checkers.compare.values import listed
from checkers.model import Claim, Count, Hedge, Reason

# Within this time a count does not credibly grow: both are accounts of one moment. A guess,
# between the quarter of an hour in which desks copy each other and the hours between bulletins.
ONE_MOMENT = timedelta(minutes=45)
# After it, those whom a gunman or a knifeman struck have been found; and how many more may still
# turn up at a hospital. Guesses, from how such reports run.
_A_NIGHT = timedelta(hours=18)
_UNSEEN = 2
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


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports in the order they were made, with the totals that are compared."""

    earlier: Report
    later: Report
    a: Claim
    b: Claim

    @property
    def counts(self) -> tuple[Count, Count]:
        """The earlier count and the later one."""
        return self.a.count, self.b.count

    @property
    def gap(self) -> timedelta | None:
        """Time between the two, or None where one is unknown."""
        if self.earlier.at is None or self.later.at is None:
            return None
        return self.later.at - self.earlier.at


def reason_for(pair: Pair) -> Reason | None:
    """The first reason why the two may both stand, or None."""
    for reconciler in _ORDER:
        reason = reconciler(pair)
        if reason is not None:
            return reason
    return None


def same_value(x: Count, y: Count) -> bool:
    """Whether two counts give one and the same interval."""
    return x.low == y.low and x.high == y.high


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
        step = _last_place(coarse)
        if (
            step >= 10
            and fine != coarse
            and abs(fine - coarse) <= step / 2
            and coarse >= 10 * step / 2
        ):
            return Reason.ROUNDING
    return None


def _last_place(value: float) -> float:
    """The place of the last figure that is not a zero: 100 for 1,200."""
    if value != int(value) or value == 0:
        return 1
    step, whole = 1, int(value)
    while whole % 10 == 0:
        whole //= 10
        step *= 10
    return step


def _grew(pair: Pair) -> Reason | None:
    x, y = pair.counts
    if x.measure not in listed("growing") | listed("moving") or pair.gap is None:
        return None
    more = y.size > x.size
    if not more:
        return _moved(pair)
    says_so = bool(pair.later.earlier_figures(x.measure)) or bool(_RISEN.search(pair.b.quote))
    if not says_so and _all_known(pair):
        return None
    other_day = (pair.earlier.day_only or pair.later.day_only) and pair.gap >= timedelta(0)
    return Reason.TOLL_GREW if pair.gap >= ONE_MOMENT or says_so or other_day else None


def _all_known(pair: Pair) -> bool:
    """Whether the earlier count left nobody to be found: what a gunman did is soon counted.

    Those wounded may die, so that the dead grow at the cost of the injured; together they do not,
    once a night has passed, but for one who went to hospital unseen.
    """
    x, y = pair.counts
    if x.measure not in ("killed", "injured", "shot") or pair.gap is None or pair.gap < _A_NIGHT:
        return False
    kinds = {r.member.reading.mention(r.member.mention).kind for r in (pair.earlier, pair.later)}
    if (
        not kinds & listed("soon_counted")
        or y.size - (x.high or x.size) < _UNSEEN
        or not _is_exact(x, y)
    ):
        return False
    if x.measure != "killed":
        return True
    if any(c.count.measure == "missing" for c in pair.earlier.claims):
        return False
    injured, since = (r.total_of("injured") for r in (pair.earlier, pair.later))
    if injured is not None and injured.hedge not in (Hedge.EXACT, Hedge.BETWEEN):
        return False
    hurt = [c.count.size for c in pair.earlier.claims if c.count.measure == "injured"]
    before = x.size + (injured.size if injured is not None else max(hurt, default=0))
    return y.size + (since.size if since is not None else 0) >= before + _UNSEEN


def _is_exact(*counts: Count) -> bool:
    known = (Hedge.EXACT, Hedge.BETWEEN)
    return all(count.hedge in known and count.group == "people" for count in counts)


_RISEN = re.compile(
    r"\b(?:ris(?:es|en|ing)|rose|climb(?:s|ed)|grow[ns]?|grew|increased|reach(?:es|ed)|mount(?:s|ed)|jump(?:s|ed)"
    r"|now|up from|so far)\b",
    re.IGNORECASE,
)


def _moved(pair: Pair) -> Reason | None:
    """Fewer missing or injured later, where that is how it goes."""
    x = pair.a.count
    if pair.gap is None or pair.gap < ONE_MOMENT:
        return None
    if x.measure in listed("moving"):
        return Reason.TOLL_GREW
    if x.measure == "injured":
        before, after = pair.earlier.total_of("killed"), pair.later.total_of("killed")
        if after and (after.low or 0) > ((before.low or 0) if before else 0):
            return Reason.TOLL_GREW
    return None


def _revised(pair: Pair) -> Reason | None:
    x, y = pair.counts
    if y.size >= x.size:
        return None
    withdrawn = pair.later.earlier_figures(x.measure)
    if any(claim.count.overlaps(x) for claim in withdrawn):
        return Reason.OFFICIAL_REVISION
    text = pair.b.quote.lower()
    if any(phrase in text for phrase in listed("revision")):
        return Reason.OFFICIAL_REVISION
    return None


def _corrected(pair: Pair) -> Reason | None:
    for report, other in ((pair.earlier, pair.b), (pair.later, pair.a)):
        for sentence in report.member.reading.corrections:
            figures = {int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*", sentence)}
            if other.count.point in figures:
                return Reason.CORRECTED
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
    _grew,
    _revised,
    _corrected,
)
