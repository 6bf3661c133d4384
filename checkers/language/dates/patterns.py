"""The forms in which news writes dates and times, each one pattern over lower-case text.

At one place of a text the first form that matches is taken, so the longer stand before the shorter.
A form begins with its first telling word; prepositions before it are looked at in ``pieces``, where
it is also said what a match means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from checkers.language.dates.vocabulary import (
    ANY_WEEKDAY,
    ANY_YEAR,
    DAY,
    EASTER,
    HOLIDAYS,
    LUNAR_FEASTS,
    MONTH,
    MONTHS,
    NUMBER,
    NUMBERS,
    OPENINGS,
    OTHER_MONTH,
    PART,
    SEASON,
    SEASONS,
    TELLING,
    VAGUE,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    ZONE,
)
from checkers.language.phrases import opening_runs, runs_of

_FEAST = "|".join(
    re.escape(name) for name in sorted([*HOLIDAYS, *EASTER, *LUNAR_FEASTS], key=len, reverse=True)
)
_TO = r" ?(?P<to>-|–|—|to|and|through|until|till) ?"
_EDGE = (
    r"(?:(?P<edge>early|mid|late)[ -](?:in )?"
    r"|the (?:very )?(?P<edge_noun>beginning|start|middle|end|close|last days|first days) of )"
)
_THIS = r"last|next|this past|this coming|this"
_SAME = r"that same|that|the same|the very same"
_NEXT = r"the next|the very next|the following|the previous|the preceding"
_SUFFIX = rf"(?P<after>,? \((?:a )?{WEEKDAY}\)|, (?:a )?{WEEKDAY}\b(?! [a-z]))?"
_YEAR_AFTER = rf"(?:(?:,? (?:of )?|,)(?P<year>{ANY_YEAR}))?"
_NEAR_YEAR = r"(?:,? (?:of )?(?P<near>last|this|next) year\b)?"
_SECOND_DAY = rf"(?:(?P<weekday2>{ANY_WEEKDAY}),? )?(?:the )?"

_HOUR = r"(?:[01]?\d|2[0-3])"
_HALF = r"(?P<half>[ap])\.? ?m\b\.?"
_AFTER = rf"(?:,? \(?(?P<zone>{ZONE})\)?)?"

# Forms that begin with a digit.
_DIGIT_FORMS = {
    "iso": (
        r"(?P<year>[12]\d{3})(?P<sep>[-/])(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>0[1-9]|[12]\d|3[01])"
        r"(?!\d)(?:[t ](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?"
        r"(?: ?(?P<zone>z\b|[+-]\d\d:?(?:\d\d)?))?)?"
    ),
    "numeric": (
        rf"(?P<day>\d{{1,2}})(?P<sep>[/.-])(?P<month>\d{{1,2}}|{MONTH})"
        r"(?P=sep)(?P<year>\d{4}|\d\d)(?![\d/%]|[.-]\d)"
    ),
    "clock_range": (
        rf"(?P<hour>{_HOUR})(?:[:.](?P<minute>[0-5]\d))? ?(?:{_HALF})? ?(?:and|to|until|-|–) ?"
        rf"(?P<hour2>{_HOUR})(?:[:.](?P<minute2>[0-5]\d))? ?(?P<half2>[ap])\.? ?m\b\.?{_AFTER}"
    ),
    "clock_range_24": (
        rf"(?P<hour>{_HOUR}):(?P<minute>[0-5]\d) ?(?P<to>and|to|until|-|–) ?"
        rf"(?P<hour2>{_HOUR}):(?P<minute2>[0-5]\d){_AFTER}"
    ),
    "clock_half": (
        rf"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d)(?::\d\d)?)? ?{_HALF}{_AFTER}"
    ),
    "days_of_month": (
        rf"(?P<day>{DAY}){_TO}{_SECOND_DAY}(?P<day2>{DAY})(?: of)? (?P<month>{MONTH})\b"
        rf"{_YEAR_AFTER}"
    ),
    "day_to_day": (
        rf"(?P<day>{DAY})(?: of)? (?P<month>{MONTH})\b{_YEAR_AFTER}{_TO}{_SECOND_DAY}"
        rf"(?P<day2>{DAY})(?: of)? (?P<month2>{MONTH})\b(?:,? (?P<year2>{ANY_YEAR}))?"
    ),
    "day_month": (
        rf"(?P<day>{DAY})(?: of)? (?P<month>{MONTH})(?!\w){_YEAR_AFTER}{_NEAR_YEAR}{_SUFFIX}"
    ),
    "other_day": (
        rf"(?P<day>{DAY})(?: of)? (?P<month>{OTHER_MONTH}),? (?P<year>1[2-9]\d\d|20\d\d)(?![\w%])"
        r"(?: ?(?:ah|a\.h\.|h|ap|sh|ec|e\.c\.)(?![\w.]))?"
        r"(?:,? \(?(?:in the |on the )?"
        r"(?:(?:solar )?hijri|islamic|persian|iranian|ethiopian|afghan)(?: calendar)?\)?)?"
    ),
    "decade": r"(?P<year>(?:1[5-9]|20)\d0)'?s\b",
    "years": r"(?P<year>(?:1[5-9]|20)\d\d) ?[-–/] ?(?P<last>\d{4}|\d\d)(?![\d/%]|[-.,:]\d)",
    "clock_24": (
        rf"(?P<hour>{_HOUR})[:h](?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d%]|[:.]\d)"
        rf"(?: ?(?:hrs|hours|h)\b)?{_AFTER}"
    ),
    "clock_dotted": (
        rf"(?P<hour>{_HOUR})\.(?P<minute>[0-5]\d)(?![\d%]|[:.,]\d)(?: ?(?:hrs|hours|h)\b)?{_AFTER}"
    ),
    "clock_military": (
        rf"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
        rf"(?:(?P<military> ?(?:hours|hrs|h)\b){_AFTER}| ?(?P<zone_>{ZONE}))"
    ),
}

# Forms that begin with a number, in digits or in words.
_NUMBER_FORMS = {
    "ago": (
        rf"(?P<count>{'|'.join(VAGUE)}|{NUMBER})[ -](?:short |long |full )?"
        r"(?P<unit>day|week|fortnight|month|year|decade|century|centurie)s? "
        r"(?P<side>ago|earlier|later)\b"
        rf"(?: on (?P<weekday>{WEEKDAY}))?"
    ),
    "clock_fraction": (
        r"(?P<fraction>half|(?:a )?quarter|(?:five|ten|twenty|twenty-five|5|10|20|25)(?: minutes)?"
        rf"|{NUMBER} minutes?) (?P<side>past|to) (?P<hour>{NUMBER})\b(?: o'clock\b)?{_AFTER}"
    ),
    "clock_oclock": rf"(?P<hour>{NUMBER}) ?o'clock\b{_AFTER}",
    "clock_of_part": (
        rf"(?P<hour>{NUMBER})(?= (?:in the (?:early )?(?:morning|afternoon|evening)|at night)\b)"
    ),
}

# Forms that begin with a word.
_WORD_FORMS = {
    "month_and_days": (
        rf"(?P<month>{MONTH}) (?P<day>{DAY}){_TO}(?P<day2>{DAY})(?! (?:of )?{MONTH})(?!\w)"
        rf"{_YEAR_AFTER}"
    ),
    "month_to_month": (
        rf"(?P<month>{MONTH}) (?P<day>{DAY})(?!\w){_YEAR_AFTER}{_TO}{_SECOND_DAY}"
        rf"(?P<month2>{MONTH}) (?P<day2>{DAY})(?!\w)(?:,? (?P<year2>{ANY_YEAR}))?"
    ),
    "month_day": (
        rf"(?P<month>{MONTH}) (?:the )?(?P<day>{DAY})(?!\w){_YEAR_AFTER}{_NEAR_YEAR}{_SUFFIX}"
    ),
    "feast": rf"(?P<name>{_FEAST})\b(?:,? (?:of |in )?(?P<year>{YEAR}))?",
    "beyond": r"the day (?P<name>before yesterday|after tomorrow)\b",
    "today": (
        r"(?:(?P<edge>early|late|earlier|later) (?:on )?)?(?P<name>today|yesterday|tomorrow)\b"
        rf"(?:(?:'s)?,? (?:in the )?(?P<part>(?:early |late )?{PART})\b)?"
    ),
    "tonight": r"(?:early |late |earlier |later )?(?P<name>tonight|last night|overnight)\b",
    "this_part": (
        rf"(?:(?P<edge>early|late|earlier|later) )?(?P<relation>this|{_SAME}|{_NEXT}) "
        rf"(?P<part>(?:early |late )?{PART})\b"
    ),
    "weekday_range": rf"(?P<first>{WEEKDAY}) (?P<joint>to|until|and|through) (?P<last>{WEEKDAY})\b",
    "weekday": (
        rf"(?:(?P<relation>{_THIS}|{_NEXT}|{_SAME}) )?(?P<weekday>{WEEKDAY})\b"
        rf"(?:(?:'s)? (?P<part>(?:early |late )?{PART})\b)?"
        r"(?:,? (?:of )?(?P<week>last|next|this) week\b)?"
    ),
    "weekday_short": rf"(?P<weekday>{ANY_WEEKDAY})(?=,? (?:the )?(?:\d|{MONTH}))",
    "near_unit": (
        rf"(?:(?P<edge2>earlier|later) |{_EDGE})?(?P<relation>{_THIS}|{_NEXT}|{_SAME}|the) "
        r"(?P<unit>weekend|week|month|year)\b"
    ),
    "next_day": rf"(?:early |late |earlier |later )?(?P<relation>{_NEXT}|{_SAME}) (?P<unit>day)\b",
    "day_after": r"the (?P<unit>day|week|month|year) (?P<side>after|before|following)(?=[.,;:)]|$)",
    "of_month": (
        r"the (?P<day>[12]?\d|3[01])(?:st|nd|rd|th)"
        r"(?=[.,;:)]|$| (?:and|but|when|after|while|was|were|he|she|they|it|in|at)\b)"
    ),
    "month": (
        rf"{_EDGE}?(?:(?P<relation>{_THIS}|the previous|the following) )?"
        rf"(?P<month>{MONTH})(?!['\w]){_YEAR_AFTER}{_NEAR_YEAR}"
    ),
    "season": (
        rf"(?:(?P<edge>early|mid|late)[ -])?(?:(?P<relation>{_THIS}|{_SAME}|the) )?"
        rf"(?P<season>{SEASON})\b(?:,? (?:of )?(?P<year>{YEAR}))?"
    ),
    "edge_decade": r"(?:the )?(?:early|mid|late)[ -](?P<year>(?:1[5-9]|20)\d0)'?s\b",
    "year_part": (
        r"the (?P<which>first|second|third|fourth|last) (?P<what>quarter|half) of "
        r"(?P<year>(?:19|20)\d\d)\b"
    ),
    "edge_year": rf"{_EDGE}(?P<year>{YEAR})(?!\w)",
    "clock_named": rf"(?P<named>noon|midday|midnight)\b{_AFTER}",
    # Parts of a day, most of which mean something beside a day only.
    "hours": r"(?:the )?(?:early|small|wee|pre-dawn|predawn) hours\b",
    "dawn": r"(?:dawn|daybreak|sunrise|first light)\b",
    "part": rf"(?:the )?(?P<part>(?:early[ -]|late[ -])?{PART})\b(?: hours\b)?",
    "edge": r"(?P<part>early|late)\b",
}

# Taken last: four digits may be many things.
_LAST_FORMS = {"year": rf"(?P<year>{YEAR})(?!\w|-\d)"}

FORMS = {**_DIGIT_FORMS, **_NUMBER_FORMS, **_WORD_FORMS, **_LAST_FORMS}

# Words that open a form and never are one: a word of the form has to follow.
_ARTICLES = frozenset({"a", "an", "that", "the"})
_HALVES_OF_A_DAY = ("am", "pm", "a", "p")  # "a.m." is two runs
# A number of other length needs a word of the form behind it too ("12 March", not "12 people").
_DIGITS_OF_A_YEAR = 4
# Letters by which words of the forms are told from others; their endings vary ("day", "days").
_TELLING_LETTERS = 3

# A number glued to a word by a hyphen ("covid-19 March") or to a currency is no day.
_START = r"(?<![\w$£€#])(?<!\d[.,:/])(?!(?<=[a-z]-)\d\d?(?!\d))"


@cache
def scanner() -> re.Pattern[str]:
    """All forms in one pattern; ``form_of`` says which one matched."""
    openings = "|".join(re.escape(word) for word in sorted(_opening_words()))
    digits = _alternatives("d", {**_DIGIT_FORMS, **_NUMBER_FORMS, **_LAST_FORMS})
    others = _alternatives("w", {**_NUMBER_FORMS, **_WORD_FORMS})
    return re.compile(rf"{_START}(?:(?=\d)(?:{digits})|(?=(?:{openings})(?!\w))(?:{others}))")


def places_to_scan(text: str, runs: Sequence[str]) -> list[int]:
    """Where in a lower-case text of these runs a form may begin: at a number or an opening word.

    To try the scanner there alone takes a third of the time of searching the text with it.
    """
    openings, going_on, places, last = _openings(), _going_on(), [], 0
    for run, following in zip_longest(runs, runs[1:], fillvalue=""):
        start = text.index(run, last)
        last = start + len(run)
        if run in _ARTICLES or (run.isdigit() and len(run) != _DIGITS_OF_A_YEAR):
            if following[:_TELLING_LETTERS] in going_on or following[:1].isdigit():
                places.append(start)
        elif run in openings or run[0].isdigit():
            places.append(start)
    return places


@cache
def _going_on() -> frozenset[str]:
    """The first letters of every word in a form: nothing else follows where a form goes on.

    Half of all openings are articles, and one in forty of those opens a date.
    """
    letters = re.sub(r"\\.", " ", " ".join(map(_bare, FORMS.values())))
    words = {*re.findall("[a-z]+", letters), *_HALVES_OF_A_DAY}
    return frozenset(word[:_TELLING_LETTERS] for word in words)


@cache
def _opening_words() -> frozenset[str]:
    words = {*OPENINGS, *NUMBERS, *MONTHS, *WEEKDAYS, *SEASONS}
    return frozenset(
        words | {name.split()[0] for name in (*VAGUE, *HOLIDAYS, *EASTER, *LUNAR_FEASTS)}
    )


@cache
def _openings() -> frozenset[str]:
    return opening_runs(_opening_words())


def form_of(match: re.Match[str]) -> str:
    """The name of the form that a match of the scanner found."""
    return (match.lastgroup or "")[2:]


def _alternatives(prefix: str, forms: dict[str, str]) -> str:
    return "|".join(f"(?P<{prefix}_{name}>{_bare(form)})" for name, form in forms.items())


def _bare(form: str) -> str:
    """A form without names of groups, and with the separators of a date repeated by kind."""
    return re.sub(r"\(\?P<\w+>", "(?:", form).replace("(?P=sep)", "[-/.]")


@cache
def form(name: str) -> re.Pattern[str]:
    """One form with its groups."""
    return re.compile(FORMS[name])


# What at least stands in a sentence that holds a date or a time; the others are not looked at.
_NUMBERS = re.compile(r"\d(?:\d\d\d|[:h.]\d\d|[/-]\d| ?[ap]\.? ?m\b|(?:st|nd|rd|th)\b)")
_FEAST_WORDS = {
    word for name in (*HOLIDAYS, *EASTER, *LUNAR_FEASTS) for word in name.split() if len(word) > 3
}
_TELLING = frozenset((*TELLING, *MONTHS, *WEEKDAYS, *SEASONS, *_FEAST_WORDS, "eid"))


def may_hold_date(text: str, words: Sequence[str]) -> bool:
    """Whether a lower-case sentence of these words is worth looking through; most are not."""
    if not _TELLING.isdisjoint(words) or _NUMBERS.search(text):
        return True
    return "'" in text and not _TELLING.isdisjoint(runs_of(text))  # "Friday's"
