"""Counts of which one holds the other, or which come to the same once added up."""

from __future__ import annotations

import re

from checkers.compare.asides import with_killer
from checkers.compare.growth import grew
from checkers.compare.pair import Pair, same_value
from checkers.compare.report import FATALLY, OTHERS, Report, is_total
from checkers.compare.values import listed
from checkers.language.lexicon import mapped
from checkers.model import Claim, Count, Hedge, Reason, Role

_IDENTIFIED = re.compile(r"\b(?:identity|identities|names?|photos?) of (?:the )?$", re.IGNORECASE)
# "One of three men hurt has died": he is among the three.
_AMONG = re.compile(r"\bof (?:the |those |these )?$")
_OF_THEM = re.compile(r"([\w,]+) of (?:them|these|those|which|whom)\b")
_THERE = re.compile(
    r"([\w,]+)(?: (?:people|others|died|dead|deaths|were killed))? in "
    r"([A-Z][\w'-]+(?: [A-Z][\w'-]+)*)"
)
_SEXED = frozenset({"men", "women", "males", "females", "boys", "girls"})
# Groups that are often all of those struck, told by where it happened: miners in a mine.
_LIKELY_ALL = frozenset({"workers", "passengers", "crew", "civilians", "fighters", "students"})
# A verb that holds of some of the hurt alone, right after their number.
_GRADED = re.compile(
    r"(?: (?!and\b)[\w'’-]+){0,3}? (?:critically|seriously|severely|badly|gravely|slightly|lightly)"
    r" (?:injured|wounded|hurt|burned|burnt)\b"
)
_HURT = frozenset({"injured", "infected", "shot", "casualties"})
# "Four guests poisoned at a wedding are in intensive care": of those poisoned, the worst.
_GRAVE = re.compile(
    r" (?:[\w-]+ ){0,3}?(?:poisoned|injured|wounded|hurt|infected|sickened|burned|burnt|shot)\b"
    r"[^.;]{0,90}?\b(?:is|are|was|were|be|remain(?:s|ed)?|lay|lie)\b(?: \w+){0,3}? "
    r"(?:in (?:an? )?(?:intensive care|critical|serious|grave)"
    r"|on (?:a )?(?:ventilator|life support)|fighting for (?:their|his|her) li|in danger of d)"
)
# How a sentence begins that goes on with the next thing somebody did.
_STEP = re.compile(
    r"(?:(?:on|along) (?:the|his|her|their) way|from there|after that|then|next"
    r"|(?:he|she|they|the \w+) (?:then|next))\b",
    re.IGNORECASE,
)


def some_of_them(pair: Pair) -> Reason | None:
    """A count of a group beside a count of everybody."""
    x, y = pair.counts
    if x.group == y.group or x.measure == "distance":
        return None
    part, whole = (x, y) if y.group == "people" else (y, x)
    if "people" not in (x.group, y.group):
        part, whole = (x, y) if (x.low or 0) <= (y.low or 0) else (y, x)
    if same_value(part, whole) or (part.point or part.low or 0) == (whole.point or whole.low or 0):
        return None
    if whole.group == "people" and part.overlaps(whole) and _may_be_all(part, whole):
        return None
    if whole.group == "people" and _calls_them_so(part.noun, pair.earlier, pair.later, x is part):
        return None
    if part.group in _LIKELY_ALL and whole.group == "people":
        if part.overlaps(whole):
            return None  # the bounds leave room for both, whoever they are
        if pair.counts[0] is part and grew(pair) is not None:
            return Reason.TOLL_GREW
    fits = whole.high is None or (part.low or 0) <= whole.high
    return Reason.SUBSET if fits else None


def _may_be_all(part: Count, whole: Count) -> bool:
    """As in "nearly 5,000 islanders" beside 4,987, "up to 15 scouts" beside twelve.

    A round figure leaves room for the other, whoever they are; so does a bound, where the noun is
    no group of those struck but only says who all of them were.
    """
    if Hedge.ABOUT in (part.hedge, whole.hedge):
        return True
    return part.group == part.noun and not part.hedge is whole.hedge is Hedge.EXACT


def _calls_them_so(noun: str, earlier: Report, later: Report, part_is_earlier: bool) -> bool:
    """Whether the report of the whole counts its victims by the same noun, and not as a part.

    "Three more rowers have died, bringing the toll to eight" beside "five rowers": rowers all.
    """
    whole = later if part_is_earlier else earlier
    measure = whole.best.count.measure
    told = [c.count for c in whole.claims if c.count.measure == measure and c.count.noun == noun]
    return bool(noun) and bool(told) and all(c.role is not Role.PART for c in told)


def may_count_the_same(x: Count, y: Count) -> bool:
    """Whether two counts that one text gives may be of the same people: two miners, 17 dead."""
    if x.group == y.group:
        return True
    part, whole = (x, y) if y.group == "people" else (y, x)
    if whole.group != "people":
        return False
    return part.group in _LIKELY_ALL or part.size > whole.size


def some_by_name(pair: Pair) -> Reason | None:
    """“Two women were wounded” beside four people: the words do not say that they were all."""
    x, y = pair.counts
    if x.point is None or y.point is None or x.group != y.group:
        return None
    part, whole = (x, y) if x.point < y.point else (y, x)
    claim, report = (pair.a, pair.earlier) if part is x else (pair.b, pair.later)
    named = part.noun in _SEXED and whole.noun not in _SEXED
    named = named or (part.noun in listed("professions") and whole.noun in listed("anybody"))
    named = named and not _beside_the_dead(claim, report)
    named = named or bool(_IDENTIFIED.search(claim.article.text[: claim.span.start]))
    return Reason.SUBSET if named and x.point != y.point and whole.group == "people" else None


# "Four of those killed were nurses": of a number that is not said.
_OF_THOSE = re.compile(
    r"\s+of (?:those|them|the (?:people|dead|victims|injured|wounded|killed|casualties|bodies))\b"
)


def some_of_those(pair: Pair) -> Reason | None:
    """A count that its words make a part: "four of those killed" beside eleven."""
    x, y = pair.counts
    if x.point is None or y.point is None or x.point == y.point:
        return None
    part = min(pair.a, pair.b, key=lambda claim: claim.count.size)
    behind = part.quote[part.span.end - part.sentence.start :]
    return Reason.SUBSET if _OF_THOSE.match(behind) else None


# Words with which a count is of a whole country, and names of what lies inside one.
_ALL_OVER = re.compile(
    r"\b(?:across|throughout|all over|nationwide|countrywide|in the whole of|in all of)\b"
)
_DIVISION = re.compile(
    r"\b(?:province|district|county|state|region|prefecture|canton|municipality|department"
    r"|governorate|town|village|city|suburb|borough|island) of [A-Z]"
    r"|\b[A-Z][\w'-]+ (?:[Pp]rovince|[Dd]istrict|[Cc]ounty|[Pp]refecture|[Gg]overnorate)\b"
)


def in_one_division(pair: Pair) -> Reason | None:
    """“41 across the country” beside “13 in the province of Lower Mir”."""
    x, y = pair.counts
    if x.point is None or y.point is None or x.point == y.point:
        return None
    part, whole = sorted((pair.a, pair.b), key=lambda claim: claim.count.size)
    if not _ALL_OVER.search(whole.quote.lower()) or _ALL_OVER.search(part.quote.lower()):
        return None
    divided = _DIVISION.search(part.quote)
    return Reason.SUBSET if divided and divided[0] not in whole.quote else None


def said_to_be_among(pair: Pair) -> Reason | None:
    """As in "1,100 jobs worldwide, 400 of them in Sweden" beside 400.

    So is "nine people in two states: six in Temna and three in Orvel" beside three in Orvel.
    """
    x, y = pair.counts
    if x.point is None or y.point is None or x.point == y.point:
        return None
    part, whole = sorted((pair.a, pair.b), key=lambda claim: claim.count.size)
    behind = whole.quote[whole.span.end - whole.sentence.start :]
    found = [_value(match[1]) for match in _OF_THEM.finditer(behind.lower())]
    found += [
        _value(match[1].lower()) for match in _THERE.finditer(behind) if match[2] in part.quote
    ]
    return Reason.SUBSET if part.count.point in found else None


def _value(word: str) -> float | None:
    """The number that a word or figures give, or None."""
    figures = word.replace(",", "")
    if figures.isdigit():
        return float(figures)
    return mapped("numbers", "cardinal").get(word)


def how_badly(pair: Pair) -> Reason | None:
    """“Two were critically injured” beside three who were hurt: one may be hurt less badly."""
    x, y = pair.counts
    if x.measure not in _HURT or x.point is None or y.point is None or x.point == y.point:
        return None
    part, whole = sorted((pair.a, pair.b), key=lambda claim: claim.count.size)
    return Reason.SUBSET if _is_graded(part) and not _is_graded(whole) else None


def _is_graded(claim: Claim) -> bool:
    rest = claim.article.text[claim.span.end : claim.sentence.end]
    return bool(_GRADED.match(rest) or _GRAVE.match(rest))


def _beside_the_dead(claim: Claim, report: Report) -> bool:
    """As in "six other men", all of them beside the "three men" whom the article counts as dead."""
    return bool(OTHERS.search(claim.said)) and any(
        c.count.measure == "killed" and c.count.noun == claim.count.noun and is_total(c)
        for c in report.claims
    )


def adds_up(pair: Pair) -> Reason | None:
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


def step_by_step(pair: Pair) -> Reason | None:
    """As in "He hurt a woman. On the way he fired at a bus, injuring three" beside four hurt."""
    for report, claim, whole in (
        (pair.earlier, pair.a, pair.counts[1]),
        (pair.later, pair.b, pair.counts[0]),
    ):
        if claim.count.point is None or not _STEP.match(claim.quote):
            continue
        before = [
            c.count.point or 0
            for c in report.claims
            if c.count.measure == claim.count.measure
            and c.span.field is claim.span.field
            and c.span.start < claim.sentence.start
        ]
        if before and sum(before) + claim.count.point == whole.point:
            return Reason.SUM
    return None


def with_the_dead(pair: Pair) -> Reason | None:
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
    ) and not _AMONG.search(more.article.text[: more.span.start])
    if beside_dead or "other" in more.said.lower():
        return None
    beyond = abs(x.point - y.point)
    if beyond == 1 and "other" in (pair.b if more is pair.a else pair.a).said.lower():
        return Reason.SUM  # "four others" and the one beside whom they are counted
    return Reason.SUM if killed is not None and beyond == killed.point else None


_ATTACKERS = re.compile(
    r"\b(?:attackers|gunmen|bombers|assailants|militants|hijackers|terrorists|suspects|assassins)\b"
)
_MOST_ATTACKERS = 6  # in one attack, where they are counted in and not how many they were. A guess


def without_attackers(pair: Pair) -> Reason | None:
    """One counts the attackers among them, the other does not."""
    x, y = pair.counts
    if x.point is None or y.point is None:
        return None
    difference = abs(x.point - y.point)
    fewer = pair.earlier if x.point < y.point else pair.later
    if _has_attackers(pair.a if fewer is pair.earlier else pair.b, fewer):
        return None
    if x.measure == "killed" and difference == 1 and _leaves_out_the_killer(pair):
        return Reason.PERPETRATORS
    more = max(pair.a, pair.b, key=lambda claim: claim.count.size)
    if more.count.includes_attackers and more.count.style != "sum":
        most = _MOST_ATTACKERS if _ATTACKERS.search(more.quote.lower()) else 1
        if 0 < difference <= most:
            return Reason.PERPETRATORS
    for report in (pair.earlier, pair.later):
        for count in (c.count for c in report.claims):
            if (
                count.measure == x.measure
                and count.group == "attackers"
                and count.point == difference
            ):
                return Reason.PERPETRATORS
    return None


def _has_attackers(claim: Claim, report: Report) -> bool:
    """Whether the words of a count say that attackers are among those counted.

    A killer who died too was added to those he killed; that they were all told of is not said.
    """
    said = claim.count.includes_attackers and claim.count.style != "sum"
    return said or any(
        c.count.group == "attackers" and c.count.role is Role.PART and c.sentence == claim.sentence
        for c in report.claims
    )


def _leaves_out_the_killer(pair: Pair) -> bool:
    """As in "killed his wife and two sons" beside "four dead in murder-suicide"."""
    fewer, more = sorted((pair.a, pair.b), key=lambda claim: claim.count.size)
    headed = "suicide" in more.article.title.lower()
    return (with_killer(more) or headed) and not with_killer(fewer)
