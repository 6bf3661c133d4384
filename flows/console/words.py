"""How times, numbers, outlets and words from outside are written on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import unquote, urlsplit

from rich.text import Text

from checkers.model import EventRef, Evidence, Field, Severity, Span, When
from flows.plain.visible import visible

UNKNOWN_TIME = "time unknown"
NOTHING = "–"
SHORT = 8  # digits of an id that people see: enough for some ten thousand events


def outside(words: str, style: str = "") -> Text:
    """Words from outside as ``Text``: never markup, and nothing hidden in them."""
    return Text(visible(words), style=style)


def moment(at: datetime | None) -> str:
    """``5 Mar 2026, 18:30 +02:00``: the outlet's own time, with its zone.

    Midnight to the second is taken for a date without a time and written without one.
    """
    if at is None:
        return UNKNOWN_TIME
    day = f"{at.day} {at:%b %Y}"
    if (at.hour, at.minute, at.second) == (0, 0, 0):
        return day
    return f"{day}, {at:%H:%M} {_zone(at)}".rstrip()


def _zone(at: datetime) -> str:
    offset = at.utcoffset()
    if offset is None:
        return ""
    if not offset:
        return "UTC"
    sign, size = ("-", -offset) if offset < timedelta(0) else ("+", offset)
    hours, seconds = divmod(int(size.total_seconds()), 3600)
    return f"{sign}{hours:02}:{seconds // 60:02}"


def stretch(when: When | None) -> str:
    """The stretch of time of an event, ``30 Aug 2021`` or ``30–31 Aug 2021``; "" if unknown."""
    if when is None or when.first is None:
        return ""
    return _between(when.first, when.last or when.first)


def _between(first: datetime, last: datetime) -> str:
    if first.date() == last.date():
        return f"{first.day} {first:%b %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%b %Y}"
    if first.year == last.year:
        return f"{first.day} {first:%b} – {last.day} {last:%b %Y}"
    return f"{first.day} {first:%b %Y} – {last.day} {last:%b %Y}"


def event_line(event: EventRef | None) -> Text:
    """The event of a finding in one line; empty where it has none."""
    if event is None:
        return Text()
    days = ""
    if event.first:
        first = datetime.fromisoformat(event.first)
        days = _between(first, datetime.fromisoformat(event.last) if event.last else first)
    return event_words(event.title, event.kind, event.place, days)


def event_words(title: str, kind: str, place: str, days: str) -> Text:
    """Title, place and days, without saying twice what the title says already."""
    name = title or kind or "happening"
    parts = [name]
    if place and place.casefold() not in name.casefold():
        parts.append(place)
    if days:
        parts.append(days)
    return outside(" · ".join(parts))


def interval(low: float | None, high: float | None) -> str:
    """``12``, ``9 or more``, ``up to 20``, ``9–12``."""
    if low is None and high is None:
        return NOTHING
    if high is None:
        return f"{amount(low)} or more"
    if low is None:
        return f"up to {amount(high)}"
    return amount(low) if low == high else f"{amount(low)}–{amount(high)}"


def amount(value: float | None) -> str:
    """A number with thousands set off, whole where it is whole."""
    if value is None:
        return NOTHING
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def outlet(publisher: str, url: str) -> str:
    """The outlet's name, else the host, else the name of the file."""
    if publisher:
        return publisher
    parts = urlsplit(url)
    return parts.netloc or unquote(parts.path.rsplit("/", 1)[-1]) or url


def shortened(name: str, limit: int) -> str:
    """``name`` in at most ``limit`` characters, both ends kept: what tells file names apart."""
    if len(name) <= limit:
        return name
    end = limit // 2
    return f"{name[: limit - end - 1]}…{name[-end:]}"


def short_id(event_id: str) -> str:
    """As much of an event's id as a person types; commands accept any beginning of it."""
    return event_id[:SHORT]


def place_in_article(span: Span) -> str:
    """``headline``, ``text``, ``caption of picture 2``: where in its article a quotation stands."""
    match span.field:
        case Field.TITLE:
            return "headline"
        case Field.TEXT:
            return "text"
        case Field.URL:
            return "address"
        case Field.METADATA:
            return f"metadata {span.key or ''}".rstrip()
        case Field.CAPTION | Field.CREDIT:
            return f"{span.field.value} of picture {(span.image or 0) + 1}"


def origin(evidence: Evidence, *, revised: bool = False) -> str:
    """Time and place of a quotation, with its revision where an article has several."""
    parts = [moment(evidence.published), place_in_article(evidence.span)]
    if revised or evidence.revision > 1:
        parts.append(f"revision {evidence.revision}")
    return " · ".join(parts)


def severity_badge(severity: Severity) -> Text:
    """The severity as a word on its colour."""
    return Text.assemble((f" {severity.value.upper()} ", severity.value))


def counted(number: int, one: str, many: str = "") -> str:
    """``1 finding``, ``2 findings``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: Sequence[str], limit: int = 4) -> str:
    """``A, B and C``; after ``limit`` names only how many more there are."""
    shown = list(names[:limit])
    if len(names) > limit:
        shown.append(f"{len(names) - limit} more")
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"
