"""Days by where the reader stands: weekdays, "yesterday", "two weeks ago", "overnight"."""

from __future__ import annotations

import pytest

from checkers.language.dates import read_dates
from checkers.language.document import Document
from checkers.model import Anchor, Article, ClaimKind, Field, Grain, Image, Span, Voice
from tests.language.dated import FRIDAY, MONDAY, claims, dates

WEEKDAYS = {  # text of Friday 20 November 2026: its dates
    "A mine collapsed on Friday.": ["Friday = 2026-11-20"],
    "A mine collapsed on Thursday.": ["Thursday = 2026-11-19"],
    "A mine collapsed Sunday, killing four.": ["Sunday = 2026-11-15"],
    "Rescuers reached the miners on WEDNESDAY.": ["WEDNESDAY = 2026-11-18"],
    "Friday's collapse was the second.": ["Friday = 2026-11-20"],
    "The mine will reopen on Tuesday.": ["Tuesday = 2026-11-24"],
    "The court is to rule on Monday.": ["Monday = 2026-11-23"],
    "He is due before a judge on Wednesday.": ["Wednesday = 2026-11-25"],
    "Ministers agreed to meet on Thursday.": ["Thursday = 2026-11-26"],
    "The two sides failed to meet on Thursday.": ["Thursday = 2026-11-19"],
    "She left the house to go to work on Thursday.": ["Thursday = 2026-11-19"],
    "An autopsy is scheduled for Monday.": ["Monday = 2026-11-23"],
    "A hearing was postponed to Monday.": ["Monday = 2026-11-23"],
    "The trial opens on Tuesday.": ["Tuesday = 2026-11-24"],
    "The play will open on Friday.": ["Friday = 2026-11-20 or 2026-11-27"],
    "Schools are closed until Monday.": ["Monday = 2026-11-23"],
    "The siege lasted until Monday.": ["Monday = 2026-11-16"],
    "The judge was given until Tuesday to answer.": ["Tuesday = 2026-11-24"],
    "The army must leave by Tuesday.": ["Tuesday = 2026-11-24"],
    "By Tuesday, the water had fallen.": ["Tuesday = 2026-11-17"],
    "The ferry has been missing since Monday.": ["Monday = 2026-11-16"],
    "The bridge will be rebuilt after Monday's flood.": ["Monday = 2026-11-16"],
    "The mayor said on Monday that shops would open on Tuesday.": [
        "Monday = 2026-11-16",
        "Tuesday = 2026-11-24",
    ],
    "The dam, which burst on Monday, will be drained on Sunday.": [
        "Monday = 2026-11-16",
        "Sunday = 2026-11-22",
    ],
    "It appears to be the work of thieves who came on Sunday.": ["Sunday = 2026-11-15"],
    "The strike ran from Monday to Wednesday.": ["Monday to Wednesday = 2026-11-16 .. 2026-11-18"],
    "Police said that Tuesday's march was calm.": ["Tuesday = 2026-11-17"],
}

RELATIONS = {  # published, text: its dates
    (MONDAY, "The tram left the rails last Friday."): ["last Friday = 2026-11-13"],
    (FRIDAY, "The tram left the rails last Friday."): ["last Friday = 2026-11-13"],
    ("2026-11-21T09:00:00+02:00", "The tram left the rails last Friday."): [
        "last Friday = 2026-11-20 or 2026-11-13"
    ],
    ("2026-11-18T09:00:00+02:00", "The tram left the rails last Tuesday."): [
        "last Tuesday = 2026-11-17 or 2026-11-10"
    ],
    (MONDAY, "The tram will run next Friday."): ["next Friday = 2026-11-27 or 2026-11-20"],
    (FRIDAY, "The tram will run next Tuesday."): ["next Tuesday = 2026-11-24"],
    (FRIDAY, "The tram will run this Sunday."): ["this Sunday = 2026-11-22"],
    (FRIDAY, "The tram ran this past Sunday."): ["this past Sunday = 2026-11-15"],
    (FRIDAY, "The tram will run this coming Friday."): ["this coming Friday = 2026-11-27"],
    (FRIDAY, "The tram broke down on Monday last week."): ["Monday last week = 2026-11-09"],
    (FRIDAY, "The tram will be back on Tuesday of next week."): [
        "Tuesday of next week = 2026-11-24"
    ],
    (FRIDAY, "The tram broke down two weeks ago on Friday."): [
        "two weeks ago on Friday = 2026-11-06"
    ],
    ("2026-11-19T20:00:00-05:00", "On Friday a lorry hit a crowd in Europe."): [
        "Friday = 2026-11-13 or 2026-11-20"
    ],
    ("2026-11-19T23:30:00-05:00", "The quake struck on Thursday."): ["Thursday = 2026-11-19"],
    ("2026-11-20T04:30:00+00:00", "The quake struck on Friday."): ["Friday = 2026-11-20"],
}

NEAR_DAYS = {
    "Two huts burned today.": ["today = 2026-11-20"],
    "Two huts burned yesterday.": ["yesterday = 2026-11-19"],
    "Two huts burned the day before yesterday.": ["the day before yesterday = 2026-11-18"],
    "Talks go on tomorrow.": ["tomorrow = 2026-11-21"],
    "Talks go on the day after tomorrow.": ["the day after tomorrow = 2026-11-22"],
    "The hut fell two days ago.": ["two days ago = 2026-11-18"],
    "The hut fell 10 days ago.": ["10 days ago = 2026-11-10"],
    "The hut fell about 20 days ago.": ["about 20 days ago = 2026-10-29 .. 2026-11-02"],
    "The hut fell a couple of days ago.": ["a couple of days ago = 2026-11-17 .. 2026-11-18"],
    "The hut fell a few weeks ago.": ["a few weeks ago = 2026-10-06 .. 2026-11-09"],
    "The hut fell a week ago.": ["a week ago = 2026-11-10 .. 2026-11-16"],
    "The hut fell a fortnight ago.": ["a fortnight ago = 2026-11-03 .. 2026-11-09"],
    "The hut fell three months ago.": ["three months ago = 2026-08-01 .. 2026-08-31"],
    "The hut fell eleven months ago.": ["eleven months ago = 2025-12-01 .. 2025-12-31"],
    "The hut fell two years ago.": ["two years ago = 2024-01-01 .. 2024-12-31"],
    "The hut fell a decade ago.": ["a decade ago = 2016-01-01 .. 2016-12-31"],
    "The hut fell last week.": ["last week = 2026-11-09 .. 2026-11-15"],
    "The hut fell late last week.": ["late last week = 2026-11-12 .. 2026-11-15"],
    "The hut fell early last week.": ["early last week = 2026-11-09 .. 2026-11-11"],
    "The hut fell earlier this week.": ["earlier this week = 2026-11-16 .. 2026-11-20"],
    "Talks go on later this week.": ["later this week = 2026-11-20 .. 2026-11-22"],
    "The hut fell earlier this month.": ["earlier this month = 2026-11-01 .. 2026-11-20"],
    "The hut fell last month.": ["last month = 2026-10-01 .. 2026-10-31"],
    "The hut fell last year.": ["last year = 2025-01-01 .. 2025-12-31"],
    "The hut fell late last year.": ["late last year = 2025-07-01 .. 2025-12-31"],
    "The hut will be rebuilt next year.": ["next year = 2027-01-01 .. 2027-12-31"],
    "The hut will be rebuilt by the end of the month.": [
        "the end of the month = 2026-11-21 .. 2026-11-30"
    ],
    "The hut fell over the weekend.": ["the weekend = 2026-11-14 .. 2026-11-15"],
    "The hut will be rebuilt next weekend.": ["next weekend = 2026-11-28 .. 2026-11-29"],
    "The hut fell in the last week of a dry month.": [],
    "The hut fell on the 15th.": ["the 15th = 2026-11-15"],
    "The hut fell on the 25th.": ["the 25th = 2026-10-25"],
    "The hut will be rebuilt by the 5th.": ["the 5th = 2026-12-05"],
}

PARTS_OF_A_DAY = {
    "The well ran dry on Monday morning.": [
        "Monday morning = 2026-11-16 05:00 .. 2026-11-16 11:59"
    ],
    "The well ran dry on Monday night.": ["Monday night = 2026-11-16 18:00 .. 2026-11-17 05:59"],
    "The well ran dry early on Thursday.": [
        "early on Thursday = 2026-11-19 00:00 .. 2026-11-19 07:59"
    ],
    "The well ran dry late Thursday.": ["late Thursday = 2026-11-19 18:00 .. 2026-11-19 23:59"],
    "The well ran dry late on Thursday night.": [
        "late on Thursday night = 2026-11-19 20:00 .. 2026-11-20 05:59"
    ],
    "The well ran dry in the small hours of Friday.": [
        "the small hours of Friday = 2026-11-20 00:00 .. 2026-11-20 07:59"
    ],
    "The well ran dry in the early hours of Friday morning.": [
        "the early hours of Friday morning = 2026-11-20 00:00 .. 2026-11-20 07:59"
    ],
    "The well ran dry before dawn on Tuesday.": [
        "before dawn on Tuesday = 2026-11-17 00:00 .. 2026-11-17 07:59"
    ],
    "The well ran dry this morning.": ["this morning = 2026-11-20 05:00 .. 2026-11-20 11:59"],
    "The well ran dry early this morning.": [
        "early this morning = 2026-11-20 00:00 .. 2026-11-20 08:59"
    ],
    "The well ran dry last night.": ["last night = 2026-11-19 18:00 .. 2026-11-20 05:59"],
    "The choir will sing tonight.": ["tonight = 2026-11-20 18:00 .. 2026-11-21 05:59"],
    "The well ran dry yesterday evening.": [
        "yesterday evening = 2026-11-19 17:00 .. 2026-11-19 23:59"
    ],
    "The well ran dry overnight.": ["overnight = 2026-11-19 18:00 .. 2026-11-20 07:59"],
    "The well ran dry overnight on Wednesday.": [
        "overnight on Wednesday = 2026-11-18 18:00 .. 2026-11-19 07:59"
    ],
    "The well ran dry in the night to Thursday.": [
        "the night to Thursday = 2026-11-18 18:00 .. 2026-11-19 05:59"
    ],
    "It burned in the night from Tuesday to Wednesday.": [
        "the night from Tuesday to Wednesday = 2026-11-17 18:00 .. 2026-11-18 05:59"
    ],
    "The road was blocked on Monday and Tuesday.": [
        "Monday and Tuesday = 2026-11-16 .. 2026-11-17"
    ],
    "Shots fell on Monday and Thursday.": ["Monday = 2026-11-16", "Thursday = 2026-11-19"],
    "The well ran dry overnight into Thursday.": [
        "overnight into Thursday = 2026-11-18 18:00 .. 2026-11-19 07:59"
    ],
    "Frost is expected overnight.": ["overnight = 2026-11-20 18:00 .. 2026-11-21 07:59"],
    "The well ran dry on the night of 3 to 4 May.": [
        "the night of 3 to 4 May = 2026-05-03 18:00 .. 2026-05-04 05:59"
    ],
    "The well ran dry on the morning of 5 March 2024.": [
        "the morning of 5 March 2024 = 2024-03-05 05:00 .. 2024-03-05 11:59"
    ],
    "These are the early hours of an inquiry.": [],
    "Cats hunt in the evening.": [],
}

IN_THE_STORY = {
    "The sluice broke on 3 May. Two days later, the lower town was under water.": [
        "3 May = 2026-05-03",
        "Two days later = 2026-05-05",
    ],
    "The sluice broke on Tuesday. The next day, the lower town was under water.": [
        "Tuesday = 2026-11-17",
        "The next day = 2026-11-18",
    ],
    "The sluice broke on Tuesday; the following morning the town was under water.": [
        "Tuesday = 2026-11-17",
        "the following morning = 2026-11-18 05:00 .. 2026-11-18 11:59",
    ],
    "The sluice broke on Tuesday. Earlier that day, at 9 a.m., a guard saw a crack.": [
        "Tuesday = 2026-11-17",
        "Earlier that day, at 9 a.m. = 2026-11-17 09:00",
    ],
    "The sluice broke on 3 May; on the following Monday it was mended.": [
        "3 May = 2026-05-03",
        "the following Monday = 2026-05-04",
    ],
    "The league was founded in 2014. The following year it split.": [
        "2014 = 2014-01-01 .. 2014-12-31",
        "The following year = 2015-01-01 .. 2015-12-31",
    ],
    "The hearing will be on Monday. That night, guards said, the lamp was out.": [
        "Monday = 2026-11-23",
        "That night = unknown",
    ],
    "He was freed on 3 May. A rope snapped in 2003, and the next day a wall fell.": [
        "3 May = 2026-05-03",
        "2003 = 2003-01-01 .. 2003-12-31",
        "the next day = unknown",
    ],
    "It was the worst frost since 2015, when a storm in March froze the harbour.": [
        "2015 = 2015-01-01 .. 2015-12-31",
        "March = 2015-03-01 .. 2015-03-31",
    ],
    "He was held in March 2019 and freed in June.": [
        "March 2019 = 2019-03-01 .. 2019-03-31",
        "June = 2019-06-01 .. 2019-06-30",
    ],
}

HISTORY = (
    "The league took the fort on 4 March 1611. In May 1611 the duke came back with guns.\n\n"
    "On 9 June the walls fell. The next day the town burned. In 1612 a truce was signed.\n\n"
    "By October the duke was dead. In January, his son broke the truce. On 2 April 1613 the league "
    "won again. Its own house fell in 1640. In August it sold the fort. The siege of May 1614 was "
    "the last. By the end of the year all was quiet."
)


@pytest.mark.parametrize(("text", "expected"), WEEKDAYS.items(), ids=WEEKDAYS)
def test_weekday_is_of_the_week_around_publication(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(("given", "expected"), RELATIONS.items(), ids=" ".join)
def test_last_and_next_keep_their_other_reading(
    given: tuple[str, str], expected: list[str]
) -> None:
    published, text = given
    assert dates(text, published) == expected


@pytest.mark.parametrize(("text", "expected"), NEAR_DAYS.items(), ids=NEAR_DAYS)
def test_days_and_weeks_near_publication(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(("text", "expected"), PARTS_OF_A_DAY.items(), ids=PARTS_OF_A_DAY)
def test_parts_of_a_day(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(("text", "expected"), IN_THE_STORY.items(), ids=IN_THE_STORY)
def test_dates_reckoned_from_the_date_before(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


def test_history_is_reckoned_from_its_own_dates() -> None:
    assert dates(HISTORY) == [
        "4 March 1611 = 1611-03-04",
        "May 1611 = 1611-05-01 .. 1611-05-31",
        "9 June = 1611-06-09",
        "The next day = 1611-06-10",
        "1612 = 1612-01-01 .. 1612-12-31",
        "October = 1612-10-01 .. 1612-10-31",
        "January = 1613-01-01 .. 1613-01-31",
        "2 April 1613 = 1613-04-02",
        "1640 = 1640-01-01 .. 1640-12-31",
        "August = 1613-08-01 .. 1613-08-31",
        "May 1614 = 1614-05-01 .. 1614-05-31",
        "the end of the year = 1614-07-01 .. 1614-12-31",
    ]


UNDATED = {  # text of an article without a date of publication: its dates
    "The barn burned on Tuesday.": ["Tuesday = unknown"],
    "The barn burned yesterday, two weeks ago, last year and overnight.": [
        "yesterday = unknown",
        "two weeks ago = unknown",
        "last year = unknown",
        "overnight = unknown",
    ],
    "The barn burned on 5 May at 10 a.m.": ["5 May at 10 a.m. = unknown"],
    "The barn burned on 31 April.": ["31 April = no such day"],
    "The barn burned on 5 May 2024; the next day it rained.": [
        "5 May 2024 = 2024-05-05",
        "the next day = 2024-05-06",
    ],
    "TARSKOE, 3 March 2026 (Hill Wire) - The barn burned on Sunday. It will be rebuilt tomorrow.": [
        "3 March 2026 = 2026-03-03",
        "Sunday = 2026-03-01",
        "tomorrow = 2026-03-04",
    ],
}


@pytest.mark.parametrize(("text", "expected"), UNDATED.items(), ids=UNDATED)
def test_nothing_is_guessed_without_a_date_of_publication(text: str, expected: list[str]) -> None:
    assert dates(text, published=None) == expected


def test_a_dateline_says_what_today_is() -> None:
    text = "DORRIN, Nov 19 (Hill Wire) - A pipe burst today. It was laid on Monday."
    assert dates(text, "2026-11-20T00:35:00+02:00") == [
        "Nov 19 = 2026-11-19",
        "today = 2026-11-19",
        "Monday = 2026-11-16",
    ]


ANCHORS = {  # published, text: what each date was reckoned from
    (FRIDAY, "On 5 May 2024 it froze."): [Anchor.ABSOLUTE],
    (FRIDAY, "On 5 May it froze."): [Anchor.PUBLICATION],
    (FRIDAY, "On Tuesday it froze; the next day it thawed."): [Anchor.PUBLICATION, Anchor.CONTEXT],
    (None, "On Tuesday it froze."): [Anchor.UNKNOWN],
    (None, "DORRIN, 5 May 2024 (Hill Wire) - It froze on Friday."): [
        Anchor.ABSOLUTE,
        Anchor.DATELINE,
    ],
    ("0001-01-01T00:00:00+00:00", "On Tuesday it froze."): [Anchor.UNKNOWN],
}


@pytest.mark.parametrize(("given", "expected"), ANCHORS.items(), ids=str)
def test_every_date_says_what_it_was_reckoned_from(
    given: tuple[str | None, str], expected: list[Anchor]
) -> None:
    published, text = given
    assert [claim.when.anchor for claim in claims(text, published)] == expected


GRAINS = {
    "In 2019 it froze.": Grain.YEAR,
    "In March 2019 it froze.": Grain.MONTH,
    "Late last week it froze.": Grain.WEEK,
    "On Tuesday it froze.": Grain.DAY,
    "Early on Tuesday it froze.": Grain.PART,
    "On Tuesday at 7 a.m. it froze.": Grain.MINUTE,
}


@pytest.mark.parametrize(("text", "grain"), GRAINS.items(), ids=GRAINS)
def test_every_date_says_how_precise_it_is(text: str, grain: Grain) -> None:
    assert [claim.when.grain for claim in claims(text)] == [grain]


TENSES = {  # text: tense of its last date
    "A guide was killed on 25 November when a bridge fell.": "past",
    "A guide will cross on 25 November.": "future",
    "The quarry has until 30 November to clear the dust.": "future",
    "A memorial is being held on 25 November.": "future",
    "Published: 25 November 2026": "",
    "Bridge reopens tomorrow": "future",
    "The bridge fell two days ago.": "past",
    "A January court date was set.": "future",
}


@pytest.mark.parametrize(("text", "tense"), TENSES.items(), ids=TENSES)
def test_every_date_says_its_tense(text: str, tense: str) -> None:
    assert claims(text)[-1].when.told == tense


def test_speech_has_its_own_today() -> None:
    text = 'The town is calm today, the mayor said. "Today they came back. They left yesterday."'
    spoken = {claim.said + str(claim.span.start): bool(claim.uncertain) for claim in claims(text)}
    assert list(spoken.values()) == [False, True, True]


def test_all_fields_are_read_in_order_with_offsets_into_the_field_as_it_came() -> None:
    article = Article(
        "https://outlet.example/a",
        "“It fell on Monday,”\u00a0she said. İzmir, 5\u00a0May 2024.",
        title="Bridge fell on 3 March 2024",
        images=(Image(caption="The bridge on 2 March 2024", credit="Hill Wire 2023-01-02"),),
        metadata={"og:description": "Fell on 1 March 2024"},
    )
    read = read_dates(Document(article))
    assert [(claim.span.field, claim.said) for claim in read] == [
        (Field.TITLE, "3 March 2024"),
        (Field.TEXT, "Monday"),
        (Field.TEXT, "5\u00a0May 2024"),
        (Field.CAPTION, "2 March 2024"),
        (Field.CREDIT, "2023-01-02"),
        (Field.METADATA, "1 March 2024"),
    ]
    assert {(claim.kind, claim.voice, claim.mention) for claim in read} == {
        (ClaimKind.DATE, Voice.OUTLET, "m1")
    }
    assert read[0].sentence == Span(Field.TITLE, 0, len(article.title))
