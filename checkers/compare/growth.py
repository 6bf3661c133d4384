"""Counts that change with time: grown, gone down, revised, corrected."""

from __future__ import annotations

import re
from datetime import timedelta

from checkers.compare.pair import Pair
from checkers.compare.values import listed
from checkers.model import Claim, Count, Field, Hedge, Reason

# Within this time a count does not credibly grow: both are accounts of one moment. A guess,
# between the quarter of an hour in which desks copy each other and the hours between bulletins.
ONE_MOMENT = timedelta(minutes=45)
# After it, those whom a gunman or a knifeman struck have been found; and how many more may still
# turn up at a hospital. Guesses, from how such reports run.
_A_NIGHT = timedelta(hours=18)
_UNSEEN = 2


# What is put right again: homes get their power back, roads are opened.
_PASSING = frozenset({"powerless", "flooded", "blocked"})


def grew(pair: Pair) -> Reason | None:
    """A later count that is higher, or that went down as such counts do."""
    x, y = pair.counts
    if pair.gap is not None and x.action in _PASSING and pair.gap >= ONE_MOMENT:
        return Reason.TOLL_GREW
    if x.measure not in listed("growing") | listed("moving") or pair.gap is None:
        return None
    more = y.size > x.size
    if not more:
        return _moved(pair)
    says_so = bool(pair.later.earlier_figures(x.measure)) or is_said_to_rise(pair.b)
    if not says_so and _all_known(pair):
        return None
    other_day = (pair.earlier.day_only or pair.later.day_only) and pair.gap >= timedelta(0)
    return Reason.TOLL_GREW if pair.gap >= ONE_MOMENT or says_so or other_day else None


# With these beside it, a figure that went up was put right, and did not grow.
_PUT_RIGHT = re.compile(
    r"\b(?:revis|correct(?:ed|ing|s|ion)|amend|recount|recalculat|miscount|mistake|error|wrong"
    r"|incorrect|inaccura|confusion|misread|overlooked|audit|not (?:the )?[\w-]+,? as )"
)


def told_as_earlier(pair: Pair) -> Reason | None:
    """Whether the later article itself gives the other's count as the one of before."""
    x, y = pair.counts
    if x.overlaps(y):
        return None
    for claim in pair.later.earlier_figures(x.measure):
        given = claim.count
        if given.unit == pair.a.count.unit and (given.low, given.high) == (x.low, x.high):
            kind = pair.later.member.reading.mention(pair.later.member.mention).kind
            anew = put_right(claim, pair.b, kind)
            return Reason.OFFICIAL_REVISION if anew else Reason.TOLL_GREW
    return None


def put_right(before: Claim, now: Claim, kind: str) -> bool:
    """Whether a figure told as one of before was revised: else more had been counted since."""
    x, y = before.count, now.count
    measure = x.measure
    if y.size < x.size and measure not in listed("moving"):
        return True
    if measure in listed("growing") and kind in listed("soon_counted"):
        return not _CLIMBED.search(now.quote)
    quotes = f"{before.quote} {now.quote}".lower()
    return measure not in listed("growing") | listed("moving") or bool(_PUT_RIGHT.search(quotes))


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


_UPWARD = (
    r"ris(?:es|en|ing)|rose|climb(?:s|ed)|grow[ns]?|grew|increased|reach(?:es|ed)|mount(?:s|ed)"
    r"|jump(?:s|ed)|up from"
)
_RISEN = re.compile(rf"\b(?:{_UPWARD}|now|so far)\b", re.IGNORECASE)
_CLIMBED = re.compile(rf"\b(?:{_UPWARD})\b", re.IGNORECASE)


_FARTHEST_VERB = 60  # characters between "rose" and the count that it tells of
_OF_OTHERS = re.compile(r"\d\s*(?:%|percent|per cent)|;|,\s(?:which|who|that|where)\b")


def is_said_to_rise(claim: Claim) -> bool:
    """Whether the words beside a count say that it went up: not "copper rose 2 percent"."""
    start = claim.span.start - claim.sentence.start
    end = claim.span.end - claim.sentence.start
    for verb in _RISEN.finditer(claim.quote):
        between = claim.quote[verb.end() : start] or claim.quote[end : verb.start()]
        if len(between) <= _FARTHEST_VERB and not _OF_OTHERS.search(between):
            return True
    return False


# Within this much an agency puts the size of one quake anew as more stations report; the steps of
# published revisions, a few tenths, bear it out. A guess for the greatest of them.
_GREATEST_REVISION = 0.5


def _measured_again(pair: Pair) -> bool:
    """Whether one agency gave the magnitude of a quake anew, some time later."""
    x, y = pair.counts
    if x.measure != "magnitude" or pair.gap is None or pair.gap < ONE_MOMENT:
        return False
    one, other = ((c.attributed_to or "").lower().removeprefix("the ") for c in (pair.a, pair.b))
    by_one = bool(one) and (one == other or one in pair.b.quote.lower())
    if not by_one or x.point is None or y.point is None:
        return False
    return abs(x.point - y.point) <= _GREATEST_REVISION


def _moved(pair: Pair) -> Reason | None:
    """Fewer missing or injured later, where that is how it goes."""
    x = pair.a.count
    if pair.gap is None or pair.gap < ONE_MOMENT:
        return None
    if x.measure in listed("moving"):
        return Reason.TOLL_GREW
    if x.measure in ("injured", "infected"):
        before, after = pair.earlier.total_of("killed"), pair.later.total_of("killed")
        if after and (after.low or 0) > ((before.low or 0) if before else 0):
            return Reason.TOLL_GREW
    return None


# "Brought the number of deaths in the camps down to 170", "the toll, down from 212";
# a riot that was "put down" is no count.
_BROUGHT_DOWN = re.compile(
    r"\b(?:brought|brings|bringing|taken|took|put|puts|marked|pared|knocked|moved|whittled)\b"
    r"\s+(?!down\b)[^.;]{2,80}\bdown\b|\bdown from\b|\breclassif"
    r"|\bafter (?:an audit|a recount|a review)\b"
    r"|\bnot (?:the )?[\w-]+,? as (?:had )?(?:at )?"
    r"(?:first|initially|previously|originally|earlier)\b"
    r"|\b(?:fewer|lower) than (?:(?:at )?first|initially|earlier|previously|originally) "
)


def revised(pair: Pair) -> Reason | None:
    """A later, lower count that is said to be a revision."""
    x, y = pair.counts
    if y.size >= x.size and x.measure in listed("growing"):
        return None
    if _measured_again(pair):
        return Reason.OFFICIAL_REVISION
    withdrawn = pair.later.earlier_figures(x.measure)
    if any(claim.count.overlaps(x) for claim in withdrawn):
        return Reason.OFFICIAL_REVISION
    text = pair.b.quote.lower()
    if any(phrase in text for phrase in listed("revision")) or _BROUGHT_DOWN.search(text):
        return Reason.OFFICIAL_REVISION
    return Reason.OFFICIAL_REVISION if _MISCOUNTED.search(_onward(pair.b)) else None


# How the sentences behind a lower count say why it is lower.
_MISCOUNTED = re.compile(
    r"\b(?:counted|listed|entered|recorded|registered|reported|included|named)\b(?: [\w'-]+){0,5}? "
    r"(?:twice|more than once|on (?:two|several) lists|by mistake|in error)\b"
    r"|\bdouble[- ]?count|\bduplicat|\bmiscount|\bturned up alive|\b(?:was|were) found alive and"
    r"|\bpresumed dead (?:was|were|had)|\bclerical|\bmix-?up|\bmixed up|\badded up (?:two|several)"
    r"|\bremains\b[^.;]{0,60}\b(?:two|twice|same|one person|separate|several|different)\b"
    r"|\bwho had been (?:listed|counted|reported|presumed|given up)\b"
    r"|\b(?:listed|reported|presumed|believed|declared|given up for) (?:as )?dead\b[^.;]{0,60}"
    r"\b(?:alive|safe|not (?:on board|aboard|there)|turned up|were found|was found)\b"
    r"|\bmistaken for|\bconfusion\b|\b(?:had|was|were) wrongly|\bmistakenly|\bapologi[sz]"
)
_ONWARD = 260  # characters: the two or three sentences behind a count, which say why


def _onward(claim: Claim) -> str:
    """The count's sentence from the count on, and what follows it in its article."""
    text = claim.article.text if claim.span.field is Field.TEXT else ""
    return text[claim.span.end : claim.sentence.end + _ONWARD].lower()


def corrected(pair: Pair) -> Reason | None:
    """A count that the other article's outlet has corrected."""
    for report, other in ((pair.earlier, pair.b), (pair.later, pair.a)):
        for sentence in report.member.reading.corrections:
            figures = {int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*", sentence)}
            if other.count.point in figures:
                return Reason.CORRECTED
    return None
