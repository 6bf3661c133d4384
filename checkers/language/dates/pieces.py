"""What each form means: a date, a time of day, a part of a day, or nothing after all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from checkers.language.dates import lookalikes
from checkers.language.dates.absolute import (
    CalendarDay,
    CalendarMonth,
    CalendarYear,
    DayRange,
    Feast,
    NearMonth,
    NumericDay,
    Season,
    YearPart,
)
from checkers.language.dates.clock import Clock, read_clock
from checkers.language.dates.patterns import form, form_of, scanner
from checkers.language.dates.relative import (
    Ago,
    DayOfMonth,
    NearDay,
    NearUnit,
    Same,
    Shift,
    Weekday,
    WeekdayRange,
)
from checkers.language.dates.stretch import Resolved
from checkers.language.dates.tense import Told
from checkers.language.dates.timeline import Timeline
from checkers.language.dates.vocabulary import (
    EASTER,
    HOLIDAYS,
    SEASONS,
    VAGUE,
    month_number,
    number,
)

# Years from here on are another calendar's ("19 November 2569"), and so are those before the first.
_FIRST_YEAR, _LAST_YEAR = 1000, 2149


class Term(Protocol):
    """A date in words that can be resolved."""

    def resolve(self, timeline: Timeline, told: Told) -> Resolved | None:
        """The days it stands for, or None when it is no date after all."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence that holds a date, a time of day, a part of a day, or several.

    Attributes:
        start: First character in the sentence.
        end: One past the last.
        term: The date, or None.
        clock: The time of day, or None.
        part: Key of the table ``parts``, or "".
        bound: True for a short weekday ("Sat"), which is one only before a date.
    """

    start: int
    end: int
    term: Term | None = None
    clock: Clock | None = None
    part: str = ""
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence to look through: lower case and as it came, character for character."""

    text: str
    raw: str
    title: bool = False


def find_pieces(line: Line) -> list[Piece]:
    """All pieces of a sentence, in order."""
    found: list[Piece] = []
    position = 0
    while match := scanner().search(line.text, position):
        name = form_of(match)
        exact = form(name).match(line.text, match.start())
        pieces = _BUILDERS[name](exact, line) if exact else []
        found += pieces
        position = max(match.start() + 1, pieces[-1].end if pieces else _next_word(match))
    return found


def _next_word(match: re.Match[str]) -> int:
    """Where to look on after a match that was no date: past its first word."""
    space = re.compile(r"[ -]").search(match.string, match.start(), match.end())
    return space.end() if space else match.end()


def _year(digits: str | None) -> int | None:
    """A written year; two digits are of this or the last century."""
    if digits is None:
        return None
    year = int(digits)
    if len(digits) == 2:
        return 2000 + year if year < 50 else 1900 + year
    return year


def _foreign(year: int | None, match: re.Match[str]) -> bool:
    """Whether a year is of another calendar, or before Christ."""
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        return True
    return lookalikes.is_other_calendar(match.string, match.end()) or lookalikes.is_before_christ(
        match.string, match.end()
    )


def _day_of(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _weekday_in(match: re.Match[str], line: Line, group: str = "weekday") -> str | None:
    """A weekday as written, without the full stop of an abbreviation."""
    start, end = match.span(group)
    return line.raw[start:end].rstrip(".") if start >= 0 else None


def _iso(match: re.Match[str], line: Line) -> list[Piece]:
    if _foreign(int(match["year"]), match):
        return []
    day = CalendarDay(int(match["day"]), int(match["month"]), int(match["year"]))
    clock = read_clock(match, "", about=False, firm=True) if match["hour"] else None
    return [Piece(match.start(), match.end(), day, clock)]


def _numeric(match: re.Match[str], line: Line) -> list[Piece]:
    year = _year(match["year"])
    if year is None or _foreign(year, match) or lookalikes.is_numbered(line.text, match.start()):
        return []
    if len(match["year"]) == 2 and match["sep"] != "/":
        return []
    first, month = int(match["day"]), match["month"]
    if not 1 <= first <= 31 or (month.isdigit() and not 1 <= int(month) <= 31):
        return []
    term: Term = (
        NumericDay(first, int(month), year, match["sep"] == ".")
        if month.isdigit()
        else CalendarDay(first, month_number(month), year)
    )
    return [Piece(match.start(), match.end(), term)]


_STEPS = {"last": -1, "this": 0, "next": 1}


def _day(match: re.Match[str], line: Line) -> list[Piece]:
    month = match.span("month")
    if not lookalikes.is_month(line.text, line.raw, *month):
        return []
    start, end = match.start(), match.end()
    core = match.start("after") if match["after"] else end
    if match["year"] is None and (
        lookalikes.is_verb_may(line.text, *month)
        or lookalikes.is_counted_month(line.text, start, core)
        or lookalikes.is_known_by_date(line.text, start, core)
    ):
        return []
    if lookalikes.is_numbered(line.text, start) or _foreign(_year(match["year"]), match):
        return []
    weekday = None
    if match["after"]:
        weekday = re.sub(r"\W|(?<![A-Za-z])a(?![A-Za-z])", "", line.raw[core:end])
    step = _STEPS.get(match["near"] or "")
    day = CalendarDay(
        _day_of(match["day"]), month_number(match["month"]), _year(match["year"]), weekday, step
    )
    return [Piece(start, end, day)]


def _days(match: re.Match[str], line: Line) -> list[Piece]:
    """A range of days, or two days that only share a month's name."""
    groups = match.groupdict()
    month, month2 = match["month"], groups.get("month2") or match["month"]
    year2 = _year(groups.get("year2") or (match["year"] if "month2" not in groups else None))
    year = _year(match["year"]) or (year2 if month == month2 else None)
    is_month = lookalikes.is_month(line.text, line.raw, *match.span("month"))
    if not is_month or _foreign(year2, match) or lookalikes.is_numbered(line.text, match.start()):
        return []
    weekday2 = _weekday_in(match, line, "weekday2") if "weekday2" in groups else None
    first = CalendarDay(_day_of(match["day"]), month_number(month), year)
    last = CalendarDay(_day_of(match["day2"]), month_number(month2), year2, weekday2)
    if first.month == last.month and first.day >= last.day and first.year == last.year:
        return []
    between = re.search(r"\bbetween (?:the )?$", line.text[: match.start()])
    if match["to"] == "and" and not between and _apart(first, last):
        end = len(line.text[: match.start("to")].rstrip())
        return [
            Piece(match.start(), end, first.with_year(year2)),
            Piece(match.end("to") + 1, match.end(), last),
        ]
    return [Piece(match.start(), match.end(), DayRange(first, last))]


def _apart(first: CalendarDay, last: CalendarDay) -> bool:
    """Whether two days do not follow one another."""
    return first.month != last.month or last.day - first.day != 1


def _feast(match: re.Match[str], line: Line) -> list[Piece]:
    name, year = match["name"], _year(match["year"])
    if name == "christmas" and re.match(
        r" (?:market|tree|party|card|present|gift|island|carol|shop|light|dinner|song|holiday|sermon|message)",
        line.text[match.end() :],
    ):
        return []
    if name in EASTER:
        return [Piece(match.start(), match.end(), Feast(from_easter=EASTER[name], year=year))]
    month, day = HOLIDAYS[name]
    return [Piece(match.start(), match.end(), Feast(month, day, year=year))]


_ABOUT_COUNT = re.compile(
    r"\b(?:nearly|almost|about|around|roughly|more than|over|at least|just over|just under|less than) $"
)


def _ago(match: re.Match[str], line: Line) -> list[Piece]:
    count, unit, side = match["count"], match["unit"], match["side"]
    unit = "century" if unit == "centurie" else unit
    fewest, most = VAGUE[count] if count in VAGUE else (number(count),) * 2
    if unit == "fortnight":
        fewest, most, unit = fewest * 2, most * 2, "week"
    about = _ABOUT_COUNT.search(line.text, max(0, match.start() - 14), match.start())
    start = about.start() if about else match.start()
    if side == "ago":
        if match["weekday"] and unit == "week" and fewest == most:
            return _weeks_ago(match, line, fewest)
        return [Piece(start, match.end("side"), Ago(fewest, most, unit, bool(about)))]
    if fewest != most or about:
        return []
    return [Piece(start, match.end("side"), Shift(fewest if side == "later" else -fewest, unit))]


def _weeks_ago(match: re.Match[str], line: Line, weeks: int) -> list[Piece]:
    """ "Two weeks ago on Friday": the weekday of the week that many back."""
    name = _weekday_in(match, line)
    assert name is not None
    if weeks != 1:
        return [Piece(match.start(), match.end("side"), Ago(weeks, weeks, "week"))]
    return [Piece(match.start(), match.end(), Weekday(name, week="last"))]


def _beyond(match: re.Match[str], line: Line) -> list[Piece]:
    return [Piece(match.start(), match.end(), NearDay(-2 if "before" in match["name"] else 2))]


def _today(match: re.Match[str], line: Line) -> list[Piece]:
    span = match.span("name")
    if lookalikes.is_name_of_today(line.text, line.raw, *span, title=line.title):
        return []
    offset = {"today": 0, "yesterday": -1, "tomorrow": 1}[match["name"]]
    edge = match["edge"] if match["edge"] in ("early", "late") else ""
    part = match["part"] or edge or ""
    return [Piece(match.start(), match.end(), NearDay(offset), part=part)]


def _tonight(match: re.Match[str], line: Line) -> list[Piece]:
    name = match["name"]
    start, end = match.span("name")
    if name == "overnight":
        return [Piece(start, end, part="overnight")]
    if lookalikes.is_name_of_today(line.text, line.raw, start, end, title=line.title):
        return []
    return [Piece(match.start(), end, NearDay(0 if name == "tonight" else -1), part="night")]


def _this_part(match: re.Match[str], line: Line) -> list[Piece]:
    name = line.raw[match.start("relation")].isupper() and line.raw[match.start("part")].isupper()
    if name and not line.title and not line.raw.isupper():  # the programme "This Morning"
        return []
    return [Piece(match.start(), match.end(), _story_day(match["relation"]), part=match["part"])]


def _story_day(relation: str) -> Term:
    """The day of "this morning", "that night", "the next morning"."""
    if relation == "this":
        return NearDay(0)
    if relation.endswith(("next", "following")):
        return Shift(1, "day")
    if relation.endswith(("previous", "preceding")):
        return Shift(-1, "day")
    return Same("day")


def _weekday_range(match: re.Match[str], line: Line) -> list[Piece]:
    if not re.search(r"\b(?:from|between) $", line.text[: match.start()]):
        return []
    first, last = (line.raw[slice(*match.span(group))] for group in ("first", "last"))
    return [Piece(match.start("first"), match.end(), WeekdayRange(first, last))]


_RELATIONS = {
    "this past": "past",
    "this coming": "coming",
    "the next": "following",
    "the very next": "following",
    "the following": "following",
    "the previous": "previous",
    "the preceding": "previous",
    "that same": "that",
    "the same": "that",
    "the very same": "that",
}


def _weekday(match: re.Match[str], line: Line) -> list[Piece]:
    span = match.span("weekday")
    if lookalikes.is_weekday_name(line.text, line.raw, *span):
        return []
    relation = match["relation"] or ""
    term = Weekday(line.raw[slice(*span)], _RELATIONS.get(relation, relation), match["week"] or "")
    return [Piece(match.start(), match.end(), term, part=match["part"] or "")]


def _weekday_short(match: re.Match[str], line: Line) -> list[Piece]:
    name = _weekday_in(match, line)
    if not name or not name[0].isupper():
        return []
    return [Piece(match.start(), match.end(), Weekday(name), bound=True)]


_NOUN_EDGES = {
    "beginning": "early",
    "start": "early",
    "first days": "early",
    "middle": "mid",
    "end": "late",
    "close": "late",
    "last days": "late",
}


def _edge(match: re.Match[str]) -> str:
    return match["edge"] or _NOUN_EDGES.get(match["edge_noun"] or "", "")


def _near_unit(match: re.Match[str], line: Line) -> list[Piece]:
    relation, unit = match["relation"], match["unit"]
    edge = _edge(match) or match["edge2"] or ""
    start, end = match.span()
    if relation == "the":
        near = edge in ("early", "mid", "late") or unit == "weekend"
        over = re.search(r"\b(?:over|at|during|on) $", line.text[:start])
        if not near or (unit == "weekend" and not edge and not over):
            return []
        return [Piece(start, end, NearUnit(unit, 0, edge))]
    step = {"last": -1, "this past": -1, "this": 0, "this coming": 1, "next": 1}.get(relation)
    if step is not None:
        return [Piece(start, end, NearUnit(unit, step, edge))]
    if unit == "weekend":
        return []
    if _RELATIONS.get(relation, relation) == "that":
        return [Piece(start, end, Same(unit))]
    count = 1 if relation in ("the next", "the very next", "the following") else -1
    return [Piece(start, end, Shift(count, unit))]


def _next_day(match: re.Match[str], line: Line) -> list[Piece]:
    return [Piece(match.start(), match.end(), _story_day(match["relation"]))]


def _day_after(match: re.Match[str], line: Line) -> list[Piece]:
    count = -1 if match["side"] == "before" else 1
    return [Piece(match.start(), match.end(), Shift(count, match["unit"]))]


def _of_month(match: re.Match[str], line: Line) -> list[Piece]:
    if not re.search(r"\b(?:on|until|by|since|before|after|from|to) $", line.text[: match.start()]):
        return []
    day = int(match["day"])
    return [Piece(match.start(), match.end(), DayOfMonth(day))] if 1 <= day <= 31 else []


def _month(match: re.Match[str], line: Line) -> list[Piece]:
    start, end = match.start(), match.end()
    month, year = month_number(match["month"]), _year(match["year"])
    span = match.span("month")
    if year is not None and lookalikes.is_month(line.text, line.raw, *span):
        if _foreign(year, match):
            return []
        if lookalikes.is_year(line.text, *match.span("year"), alone=True):
            return [Piece(start, end, CalendarMonth(month, year, _edge(match)))]
    if not lookalikes.is_lone_month(line.text, line.raw, start, *span):
        return []
    relation = match["relation"]
    if relation:
        relation = {"this past": "last", "this coming": "next"}.get(relation, relation)
        return [Piece(start, end, NearMonth(month, relation.removeprefix("the ")))]
    step = _STEPS.get(match["near"] or "")
    return [
        Piece(
            start, span[1] if step is None else end, CalendarMonth(month, None, _edge(match), step)
        )
    ]


def _season(match: re.Match[str], line: Line) -> list[Piece]:
    year, relation = _year(match["year"]), match["relation"] or ""
    month = SEASONS[match["season"]]
    if year is not None:
        return [] if _foreign(year, match) else [Piece(*match.span(), Season(month, year))]
    if relation == "the" and (
        match["season"] == "fall"
        or not re.search(
            r"\b(?:in|since|during|until|by|throughout|over|before) $", line.text[: match.start()]
        )
    ):
        return []
    if not relation or re.match(
        r" (?:of|school|term|break|sale|roll|olympic|games)\b", line.text[match.end() :]
    ):
        return []
    relation = {"this past": "last", "this coming": "next", "the": ""}.get(relation, relation)
    relation = "that" if "same" in relation else relation
    return [Piece(*match.span(), Season(month, None, relation))]


def _decade(match: re.Match[str], line: Line) -> list[Piece]:
    year = int(match["year"])
    if _foreign(year, match):
        return []
    return [
        Piece(
            *match.span(), CalendarYear(year, year + (99 if year % 100 == 0 and year < 2000 else 9))
        )
    ]


def _years(match: re.Match[str], line: Line) -> list[Piece]:
    first, last = int(match["year"]), int(match["last"])
    if last < 100:
        last += first // 100 * 100
    if not first < last <= min(first + 120, _LAST_YEAR) or _foreign(first, match):
        return []
    if lookalikes.is_numbered(line.text, match.start()):
        return []
    return [Piece(*match.span(), CalendarYear(first, last))]


def _year_part(match: re.Match[str], line: Line) -> list[Piece]:
    months = 3 if match["what"] == "quarter" else 6
    count = 12 // months
    place = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": count}[match["which"]]
    if place > count:
        return []
    return [Piece(*match.span(), YearPart(int(match["year"]), place, months))]


def _lone_year(match: re.Match[str], line: Line) -> list[Piece]:
    span = match.span()
    alone = len(line.text.strip(" .:()")) == 4
    if not lookalikes.is_year(line.text, *span, alone=alone):
        return []
    if lookalikes.is_numbered(line.text, match.start()) or _foreign(int(match["year"]), match):
        return []
    return [Piece(*span, CalendarYear(int(match["year"]), int(match["year"])))]


def _edge_year(match: re.Match[str], line: Line) -> list[Piece]:
    year = int(match["year"])
    if _foreign(year, match) or not lookalikes.is_year(line.text, *match.span("year"), alone=True):
        return []
    return [Piece(*match.span(), CalendarYear(year, year, _edge(match)))]


_ABOUT = ("about", "around", "approximately", "roughly", "nearly", "almost")
# What may stand before a time of day: a preposition, which makes a bare "10:57" one, and how near.
_LEAD = re.compile(
    r"(?:\b(?P<lead>at|as|by|until|till|before|after|since|from|towards?|between) )?(?:\b(?P<hedge>"
    r"(?:just|shortly|soon|a little|some time|right) (?:before|after|past)"
    r"|about|around|approximately|roughly|nearly|almost|exactly|precisely) )?$"
)


def _clock(match: re.Match[str], line: Line) -> list[Piece]:
    groups = match.groupdict()
    before = _LEAD.search(line.text, max(0, match.start() - 40), match.start())
    assert before is not None
    lead, hedge = before["lead"] or "", before["hedge"] or ""
    stated = ("half", "half2", "zone", "zone_", "military", "named", "fraction")
    clear = any(groups.get(key) for key in stated) or "o'clock" in match[0]
    if not clear and match.re is form("clock_dotted") and lead != "at":
        return []
    if groups.get("to") and lead not in ("between", "from"):
        return []
    if "hour" in groups and lookalikes.is_numbered(line.text, match.start("hour")):
        return []
    about = hedge in _ABOUT or hedge.endswith((" after", " before", " past"))
    firm = clear or bool(lead) or hedge in _ABOUT
    clock = read_clock(match, f"{lead} {hedge}", about=about, firm=firm)
    if clock is None:
        return []
    ranged = "hour2" in groups
    start = match.start() - len(hedge) - 1 if hedge else match.start()
    if lead == "at" or (ranged and lead in ("between", "from")):
        start = before.start()
    return [Piece(start, match.end(), clock=clock)]


def _hours(match: re.Match[str], line: Line) -> list[Piece]:
    return [Piece(*match.span(), part="small hours")]


def _dawn(match: re.Match[str], line: Line) -> list[Piece]:
    before = re.search(r"\b(?:(?:just |shortly )?before|at|around) $", line.text[: match.start()])
    return [Piece(before.start(), match.end(), part="small hours")] if before else []


def _part(match: re.Match[str], line: Line) -> list[Piece]:
    part = match["part"].replace("-", " ")
    return [Piece(*match.span(), part=part)]


_BUILDERS: dict[str, Callable[[re.Match[str], Line], list[Piece]]] = {
    "iso": _iso,
    "numeric": _numeric,
    "days_of_month": _days,
    "month_and_days": _days,
    "day_to_day": _days,
    "month_to_month": _days,
    "day_month": _day,
    "month_day": _day,
    "feast": _feast,
    "ago": _ago,
    "beyond": _beyond,
    "today": _today,
    "tonight": _tonight,
    "this_part": _this_part,
    "weekday_range": _weekday_range,
    "weekday": _weekday,
    "weekday_short": _weekday_short,
    "near_unit": _near_unit,
    "next_day": _next_day,
    "day_after": _day_after,
    "of_month": _of_month,
    "month": _month,
    "season": _season,
    "decade": _decade,
    "edge_decade": _decade,
    "years": _years,
    "year_part": _year_part,
    "edge_year": _edge_year,
    "year": _lone_year,
    "clock_range": _clock,
    "clock_range_24": _clock,
    "clock_half": _clock,
    "clock_24": _clock,
    "clock_dotted": _clock,
    "clock_military": _clock,
    "clock_fraction": _clock,
    "clock_oclock": _clock,
    "clock_of_part": _clock,
    "clock_named": _clock,
    "hours": _hours,
    "dawn": _dawn,
    "part": _part,
    "edge": _part,
}
