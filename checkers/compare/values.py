"""Counts as a reader sees them, and the evidence that carries them."""

from __future__ import annotations

from functools import cache
from urllib.parse import unquote, urlsplit

from checkers.model import Article, Claim, Count, Event, EventRef, Evidence, Hedge
from seeds import words

# Units that a measure is always given in: they tell no two values apart.
_OWN_UNITS = frozenset({"magnitude", "vote"})


@cache
def listed(name: str) -> frozenset[str]:
    """One list of ``measures.toml``."""
    return frozenset(words("measures")[name])


def is_people(measure: str) -> bool:
    """Whether a measure says what befell people (family CAS), not how many things there were."""
    return measure in listed("people")


def number(value: float | None) -> str:
    """12, 1,200, 4.5; "?" where there is none."""
    if value is None:
        return "?"
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def amount(count: Count) -> str:
    """The number as its words leave it: "at least 12", "20 to 30"."""
    if count.hedge is Hedge.NONE or (count.low == 0 and count.high == 0):
        return "none"
    if count.hedge in (Hedge.AT_LEAST, Hedge.VAGUE) and count.high is None:
        return f"at least {number(count.low)}"
    if count.hedge is Hedge.UP_TO:
        return f"up to {number(count.high)}"
    if count.hedge is Hedge.ABOUT and count.point is not None:
        return f"about {number(count.point)}"
    if count.low == count.high:
        return number(count.low)
    if count.high is None:
        return f"at least {number(count.low)}"
    return f"{number(count.low)} to {number(count.high)}"


def counted(count: Count) -> str:
    """The amount with what it counts: "12 killed", "6 rockets fired"."""
    verb = words("measures")["words"].get(count.measure)
    if verb is not None:
        whom = "" if count.group in ("people", "", count.measure) else f" {count.group}"
        number_of = "no" if whom and count.high == 0 else amount(count)
        return f"{number_of}{whom} {verb}"
    if count.unit and count.measure != count.unit:
        return f"{amount(count)} {count.unit}" + (f" {count.action}" if count.action else "")
    noun = count.noun or count.measure
    return f"{amount(count)} {noun}" + (f" {count.action}" if count.action else "")


def evidence_of(claim: Claim) -> Evidence:
    """A count as evidence."""
    return Evidence.of(claim, counted(claim.count))


def key_of(count: Count) -> str:
    """The value as it enters a fingerprint: the interval, and the unit of a measured amount."""
    unit = f" {count.unit}" if count.unit and count.unit not in _OWN_UNITS else ""
    if count.low is not None and count.low == count.high:
        return number(count.low).replace(",", "") + unit
    return f"{number(count.low)}..{number(count.high)}".replace(",", "").replace("?", "") + unit


def reference(event: Event) -> EventRef:
    """An event as findings name it."""
    when = event.when
    first = when.first.date().isoformat() if when and when.first else ""
    last = when.last.date().isoformat() if when and when.last else ""
    return EventRef(event.id, event.title, event.kind, event.place, first, last)


def outlet_of(article: Article) -> str:
    """What a reader calls the outlet: its name, else the site, or the file."""
    if article.publisher:
        return article.publisher
    parts = urlsplit(article.url)
    return (
        unquote(parts.path.rsplit("/", 1)[-1])
        if parts.scheme == "file"
        else parts.netloc or article.url
    )


def who_says(claim: Claim) -> str:
    """The outlet, and whom it quotes: "Harbour Post (citing police)"."""
    outlet = outlet_of(claim.article)
    speaker = claim.attributed_to
    if not speaker:
        return outlet
    speaker = speaker[0].lower() + speaker[1:] if speaker.startswith(("The ", "A ")) else speaker
    return f"{outlet} (citing {speaker})"


def when_said(claim: Claim) -> str:
    """Time of publication for a reader, or "date unknown"."""
    published = claim.article.published
    if published is None:
        return "date unknown"
    return f"{published.at.day} {published.at:{'%b %Y' if published.day_only else '%b %Y %H:%M'}}"


def last_place(value: float) -> float:
    """The place of the last figure that is not a zero: 100 for 1,200."""
    if value != int(value) or value == 0:
        return 1
    step, whole = 1, int(value)
    while whole % 10 == 0:
        whole //= 10
        step *= 10
    return step
