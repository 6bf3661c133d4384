"""Dates by the calendar, times of day, and words that only look like either."""

from __future__ import annotations

import pytest

from tests.language.dated import FRIDAY, dates

FULL = {  # text: its dates
    "It opened on 5 March 2026.": ["5 March 2026 = 2026-03-05"],
    "It opened on the 5th of March, 2026.": ["5th of March, 2026 = 2026-03-05"],
    "It opened on March 5, 2026.": ["March 5, 2026 = 2026-03-05"],
    "It opened on March 5th 2026.": ["March 5th 2026 = 2026-03-05"],
    "It opened on Mar. 5, 2026.": ["Mar. 5, 2026 = 2026-03-05"],
    "It opened on MARCH 5, 2026.": ["MARCH 5, 2026 = 2026-03-05"],
    "It opened on 2026-03-05.": ["2026-03-05 = 2026-03-05"],
    "It opened on 2026/03/05.": ["2026/03/05 = 2026-03-05"],
    "It opened on 30.08.2021.": ["30.08.2021 = 2021-08-30"],
    "It opened on 3.4.2021.": ["3.4.2021 = 2021-04-03"],
    "It opened on Sunday 25/July/2021.": ["Sunday 25/July/2021 = 2021-07-25"],
    "It opened on 25-Jul-2021.": ["25-Jul-2021 = 2021-07-25"],
    "It opened on 12/25/2025.": ["12/25/2025 = 2025-12-25"],
    "It opened on 25/12/25.": ["25/12/25 = 2025-12-25"],
    "It opened in September 2021.": ["September 2021 = 2021-09-01 .. 2021-09-30"],
    "It opened in mid-September 2021.": ["mid-September 2021 = 2021-09-11 .. 2021-09-20"],
    "It opened at the end of May 2021.": ["the end of May 2021 = 2021-05-21 .. 2021-05-31"],
    "It opened in 2019.": ["2019 = 2019-01-01 .. 2019-12-31"],
    "It opened in early 2023.": ["early 2023 = 2023-01-01 .. 2023-06-30"],
    "The 2019 fire is forgotten.": ["2019 = 2019-01-01 .. 2019-12-31"],
    "It closed by the end of 1958.": ["the end of 1958 = 1958-07-01 .. 1958-12-31"],
    "It was common in the 1990s.": ["1990s = 1990-01-01 .. 1999-12-31"],
    "They won the 2012–13 season.": ["2012–13 = 2012-01-01 .. 2013-12-31"],
    "It opened in spring 2024.": ["spring 2024 = 2024-03-01 .. 2024-05-31"],
    "It opened in the winter of 2024.": [
        "the winter of 2024 = 2024-12-01 .. 2025-02-28 or 2023-12-01 .. 2024-02-29"
    ],
    "It opened in the first quarter of 2024.": [
        "the first quarter of 2024 = 2024-01-01 .. 2024-03-31"
    ],
    "It closed on Christmas Eve 2024.": ["Christmas Eve 2024 = 2024-12-24"],
    "It closed on Good Friday 2024.": ["Good Friday 2024 = 2024-03-29"],
}

YEARLESS = {  # published, text: its dates
    (FRIDAY, "A well was dug on 3 November."): ["3 November = 2026-11-03"],
    (FRIDAY, "A well was dug on Dec. 31."): ["Dec. 31 = 2025-12-31"],
    ("2026-01-02T11:00:00+02:00", "A boy was hurt on Dec. 31."): ["Dec. 31 = 2025-12-31"],
    ("2026-01-02T11:00:00+02:00", "A ban will be debated in February."): [
        "February = 2026-02-01 .. 2026-02-28"
    ],
    ("2026-12-20T11:00:00+02:00", "A ban will be debated on 10 January."): [
        "10 January = 2027-01-10"
    ],
    (FRIDAY, "A guide was killed on 25 November."): ["25 November = 2026-11-25"],
    (FRIDAY, "A guide was killed in January."): ["January = 2026-01-01 .. 2026-01-31"],
    (FRIDAY, "A guide was killed in December."): ["December = 2025-12-01 .. 2025-12-31"],
    (FRIDAY, "A guide was killed in November."): ["November = 2026-11-01 .. 2026-11-30"],
    (FRIDAY, "The lift is to close in January."): ["January = 2027-01-01 .. 2027-01-31"],
    (FRIDAY, "The lift was due to close in December."): ["December = 2026-12-01 .. 2026-12-31"],
    (FRIDAY, "A guide was killed last March."): [
        "last March = 2026-03-01 .. 2026-03-31 or 2025-03-01 .. 2025-03-31"
    ],
    (FRIDAY, "A guide was killed in May last year."): ["May last year = 2025-05-01 .. 2025-05-31"],
    (FRIDAY, "A guide was killed on 5 May last year."): ["5 May last year = 2025-05-05"],
    (FRIDAY, "A guide was killed last summer."): ["last summer = 2026-06-01 .. 2026-08-31"],
    (FRIDAY, "The lift will open in the spring."): ["the spring = 2027-03-01 .. 2027-05-31"],
    (FRIDAY, "A guide was killed on New Year's Eve."): ["New Year's Eve = 2025-12-31"],
    (FRIDAY, "Flood in the valley, 4 May"): ["4 May = 2026-05-04"],
    (FRIDAY, "Carnival in the valley, 2 December"): ["2 December = 2026-12-02"],
}

RANGES = {
    "The inn was held from 12 to 15 November.": ["12 to 15 November = 2026-11-12 .. 2026-11-15"],
    "The inn was held from November 12-15.": ["November 12-15 = 2026-11-12 .. 2026-11-15"],
    "The inn was held on 12–15 November 2024.": ["12–15 November 2024 = 2024-11-12 .. 2024-11-15"],
    "The inn was held between 3 and 5 May.": ["3 and 5 May = 2026-05-03 .. 2026-05-05"],
    "The inn was held on 23 and 24 October.": ["23 and 24 October = 2026-10-23 .. 2026-10-24"],
    "The inn was held on 3 and 17 May.": ["3 = 2026-05-03", "17 May = 2026-05-17"],
    "The inn was held from 28 May to 2 June 2024.": [
        "28 May to 2 June 2024 = 2024-05-28 .. 2024-06-02"
    ],
    "The inn was held from 28 December 2024 to 2 January 2025.": [
        "28 December 2024 to 2 January 2025 = 2024-12-28 .. 2025-01-02"
    ],
    "The inn was held from December 28 to January 2, 2025.": [
        "December 28 to January 2, 2025 = 2024-12-28 .. 2025-01-02"
    ],
    "The inn was held on 1 May and 7 June 2020.": [
        "1 May = 2020-05-01",
        "7 June 2020 = 2020-06-07",
    ],
    "The inn was held in April and June 1955.": [
        "April = 1955-04-01 .. 1955-04-30",
        "June 1955 = 1955-06-01 .. 1955-06-30",
    ],
    "The inn was held between 1957 and 1960.": [
        "1957 = 1957-01-01 .. 1957-12-31",
        "1960 = 1960-01-01 .. 1960-12-31",
    ],
}

WITH_WEEKDAY = {
    "It fell on Friday, 20 November 2026.": ["Friday, 20 November 2026 = 2026-11-20"],
    "It fell on Thursday, 20 November 2026.": [
        "Thursday, 20 November 2026 = 2026-11-20 wrong weekday"
    ],
    "It fell on Thursday, November 19.": ["Thursday, November 19 = 2026-11-19"],
    "It fell on Tuesday, November 19.": ["Tuesday, November 19 = 2026-11-19 wrong weekday"],
    "It fell on Thu 19 Nov.": ["Thu 19 Nov. = 2026-11-19"],
    "It fell on 19 November (Thursday).": ["19 November (Thursday) = 2026-11-19"],
    "It fell on 19 November 2026, a Friday.": [
        "19 November 2026, a Friday = 2026-11-19 wrong weekday"
    ],
    "It fell on Friday (20 November).": ["Friday (20 November) = 2026-11-20"],
    "It fell on Wednesday, 12 March.": ["Wednesday, 12 March = 2025-03-12"],
    "It fell on 31 November.": ["31 November = no such day"],
    "It fell on 30 February 2024.": ["30 February 2024 = no such day"],
    "It fell on 29 February 2023.": ["29 February 2023 = no such day"],
    "It fell on 29 February 2024.": ["29 February 2024 = 2024-02-29"],
}

ORDER = {  # what tells the order of 02/04/2026: fields of the article, published, first reading
    "nothing": ({}, FRIDAY, "2026-04-02"),
    "British English": ({"language": "en-GB"}, FRIDAY, "2026-04-02"),
    "American English": ({"language": "en-US"}, FRIDAY, "2026-02-04"),
    "a British address": ({"url": "https://outlet.co.uk/a"}, FRIDAY, "2026-04-02"),
    "an American address": ({"url": "https://outlet.gov/a"}, FRIDAY, "2026-02-04"),
    "American spelling": ({"title": "Sheriff closes harbor center"}, FRIDAY, "2026-02-04"),
    "British spelling": ({"title": "Harbour centre shut, £5 fee"}, FRIDAY, "2026-04-02"),
    "a date that can be read one way": ({"title": "Shut since 01/25/2026"}, FRIDAY, "2026-02-04"),
    "what has been was not in a month to come": (
        {"title": "Harbour centre shut, £5 fee"},
        "2026-03-09T10:00:00+00:00",
        "2026-02-04",
    ),
    "publication in April": ({}, "2026-04-07T10:00:00+00:00", "2026-04-02"),
    "publication in February": ({}, "2026-02-09T10:00:00+00:00", "2026-02-04"),
}

CLOCK = {
    "The boiler burst at 9:15 a.m. on Thursday.": ["at 9:15 a.m. on Thursday = 2026-11-19 09:15"],
    "The boiler burst on Thursday at 23:30.": ["Thursday at 23:30 = 2026-11-19 23:30"],
    "The boiler burst late on Thursday, at 11:30 p.m. local time.": [
        "late on Thursday, at 11:30 p.m. local time = 2026-11-19 23:30"
    ],
    "The boiler burst at 0430 GMT on Friday.": ["at 0430 GMT on Friday = 2026-11-20 04:30+0000"],
    "The boiler burst on Monday at 20:30 CEST.": ["Monday at 20:30 CEST = 2026-11-16 20:30+0200"],
    "The boiler burst at 6pm ET on Tuesday.": ["at 6pm ET on Tuesday = 2026-11-17 18:00-0500"],
    "The boiler burst at 17:45 UTC+5:30 on Tuesday.": [
        "at 17:45 UTC+5:30 on Tuesday = 2026-11-17 17:45+0530"
    ],
    "The boiler burst at 7.40 am on Tuesday.": ["at 7.40 am on Tuesday = 2026-11-17 07:40"],
    "The boiler burst at about 7:40 a.m. on Tuesday.": [
        "at about 7:40 a.m. on Tuesday = 2026-11-17 07:40 about"
    ],
    "The boiler burst at half past eight on Tuesday morning.": [
        "at half past eight on Tuesday morning = 2026-11-17 08:30"
    ],
    "The boiler burst at a quarter to ten on Tuesday evening.": [
        "at a quarter to ten on Tuesday evening = 2026-11-17 21:45"
    ],
    "The boiler burst at about three o'clock on Tuesday afternoon.": [
        "at about three o'clock on Tuesday afternoon = 2026-11-17 15:00 about"
    ],
    "The boiler burst at 8 in the evening on Tuesday.": [
        "at 8 in the evening on Tuesday = 2026-11-17 20:00"
    ],
    "The boiler burst at noon on Tuesday.": ["at noon on Tuesday = 2026-11-17 12:00"],
    "The boiler burst at midnight on Tuesday.": [
        "at midnight on Tuesday = 2026-11-18 00:00 or 2026-11-17 00:00"
    ],
    "The boiler burst shortly after midnight on Tuesday.": [
        "shortly after midnight on Tuesday = 2026-11-17 00:00 about"
    ],
    "The boiler burst between 9 and 10 p.m. on Tuesday.": [
        "between 9 and 10 p.m. on Tuesday = 2026-11-17 21:00 .. 2026-11-17 22:00"
    ],
    "The boiler burst around 14h30 on Tuesday.": [
        "around 14h30 on Tuesday = 2026-11-17 14:30 about"
    ],
    "The boiler burst on Tuesday at 5:30.": [
        "Tuesday at 5:30 = 2026-11-17 05:30 or 2026-11-17 17:30"
    ],
    "The boiler burst on Tuesday at 5:30; by 18:00 it was out.": [
        "Tuesday at 5:30 = 2026-11-17 05:30",
        "18:00 = 2026-11-17 18:00",
    ],
    "The boiler burst on Tuesday. The first call came at 10:57 p.m.": [
        "Tuesday = 2026-11-17",
        "at 10:57 p.m. = 2026-11-17 22:57",
    ],
    "The boiler burst at 6.15 a.m.": ["at 6.15 a.m. = 2026-11-20 06:15"],
    "The boiler burst at 11 p.m.": ["at 11 p.m. = 2026-11-19 23:00"],
    "Sunday 25/July/2021 - 05:38 PM": ["Sunday 25/July/2021 - 05:38 PM = 2021-07-25 17:38"],
    "30/08/2021 18:54 by the editor": ["30/08/2021 18:54 = 2021-08-30 18:54"],
    "Published: 20 November 2026, 00:30 (GMT+6)": [
        "20 November 2026, 00:30 (GMT+6) = 2026-11-20 00:30+0600"
    ],
    "Changed 2026-03-05T18:30:00+02:00": ["2026-03-05T18:30:00+02:00 = 2026-03-05 18:30+0200"],
}

NO_DATES = (
    "Two sappers may have died in the pit.",
    "12 May Be Dead in Mill",
    "Troops march on, and May Lind speaks.",
    "The March to Dorrin was banned.",
    "Ms Sunday and Captain April Sunday lead; Sgt August Frei got out.",
    "Ana Bell and August Frei got out.",
    "She writes for the Sunday Times.",
    "Shops wait for Black Friday.",
    "The market is held every Friday and on Saturdays.",
    "It happened on a Friday.",
    "The office is open Monday to Friday.",
    "They remembered the September 11 attacks, 9/11 and 7/7.",
    "The side won 2-1 and hurt 10-15 people.",
    "It took three hours, for three days, 24 hours a day.",
    "Four days into the search, the girl of three weeks was found.",
    "The bullets were 7.62 mm; it weighed 10.55 kg.",
    "Call 0171 555 1999 or 2026-555-0142.",
    "See page 5 March and room 12 May.",
    "A total of 2000 people left; 1914 homes burned.",
    "A shot was fired in the 1300 block of Oak Street.",
    "He drove a 2011 Honda.",
    "He lives at 12 March Road.",
    "The 17 December Movement met.",
    'The play "30 February" has closed.',
    "The law is of 14 Tishri 5787.",
    "The temple was founded in 2391.",
    "The wall was built in 480 BC.",
    "USA Today and the Today programme disagree.",
    "They lit a Christmas tree on a spring day.",
    "It was a midnight train.",
    "A decade of war has passed.",
)

OTHER_CALENDARS = {
    "The pier fell on 19 November 2569 (Buddhist Era).": ["19 November 2569 = 2026-11-19"],
    "It is of 1 Farvardin 1405.": ["1 Farvardin 1405 = 2026-03-21"],
    "It is of 14 Azar 1405 (Solar Hijri calendar).": [
        "14 Azar 1405 (Solar Hijri calendar) = 2026-12-05"
    ],
    "It is of 1 Farvardin 1400.": ["1 Farvardin 1400 = 2021-03-21"],
    "It is of 1 Meskerem 2019.": ["1 Meskerem 2019 = 2026-09-11"],
    "It is of 11 Hidar 2019.": ["11 Hidar 2019 = 2026-11-20"],
    "It is of 29 Shawwal 1447.": ["29 Shawwal 1447 = 2026-04-17 or 2026-04-16 or 2026-04-18"],
}


@pytest.mark.parametrize(("text", "expected"), FULL.items(), ids=FULL)
def test_full_dates_in_every_usual_form(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(("given", "expected"), YEARLESS.items(), ids=" ".join)
def test_year_left_out_is_the_nearest_that_the_tense_allows(
    given: tuple[str, str], expected: list[str]
) -> None:
    published, text = given
    assert dates(text, published) == expected


@pytest.mark.parametrize(("text", "expected"), RANGES.items(), ids=RANGES)
def test_several_days(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(("text", "expected"), WITH_WEEKDAY.items(), ids=WITH_WEEKDAY)
def test_weekday_and_date_together(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(("fields", "published", "first"), ORDER.values(), ids=ORDER)
def test_order_of_day_and_month(fields: dict[str, str], published: str, first: str) -> None:
    other = {"2026-04-02": "2026-02-04", "2026-02-04": "2026-04-02"}[first]
    read = dates("It fell on 02/04/2026.", published, **fields)
    assert read[-1] == f"02/04/2026 = {first} or {other}"


@pytest.mark.parametrize(("text", "expected"), CLOCK.items(), ids=CLOCK)
def test_times_of_day(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(("text", "expected"), OTHER_CALENDARS.items(), ids=OTHER_CALENDARS)
def test_days_of_other_calendars_are_turned_into_ours(text: str, expected: list[str]) -> None:
    assert dates(text) == expected
