"""What numbers in news are numbers of: people and things, or what counts nobody."""

from __future__ import annotations

import pytest

from checkers.language.document import Tokens
from checkers.language.numbers import find_numbers


def uses(text: str) -> list[tuple[str, str]]:
    """The numbers of a sentence: the number words alone, and their use."""
    tokens = Tokens(text)
    return [
        (text[tokens.starts[number.core_first] : tokens.ends[number.core_last - 1]], number.use)
        for number in find_numbers(tokens)
    ]


ONE_USE: dict[str, dict[str, list[str]]] = {  # use: text: its numbers, all of that use
    "age": {
        "A 24-year-old man came.": ["24"],
        "The 81-year-old came.": ["81"],
        "A twenty-two-year-old came.": ["twenty-two"],
        "A 17 year old boy came.": ["17"],
        "An 18-month-old girl came.": ["18"],
        "The boat was nine years old.": ["nine"],
        "She is 41 years of age.": ["41"],
        "The watchmen, aged 52 and 61, came.": ["52", "61"],
        "The brothers, aged 12, 14 and 16, came.": ["12", "14", "16"],
        "All were aged between 19 and 23.": ["19 and 23"],
        "The children, ages 3 to 11, came.": ["3 to 11"],
        "Men between the ages of 18 and 35 came.": ["18", "35"],
        "Lena Orsk, 41, who sells papers, came.": ["41"],
        "Simon, 33, of Dorrin, came.": ["33"],
        '"I ran," said Finn, 22.': ["22"],
        "Jan Mraz, 41, and Tibor Sall, 38, came.": ["41", "38"],
        "A suspect, 27, was held.": ["27"],
        "The captain, 61, came.": ["61"],
        "Her sons, 8 and 10, came.": ["8", "10"],
        "Rona Vell (34) came.": ["34"],
        "A man of 58 came.": ["58"],
        "The neighbour, of 66 years, came.": ["66"],
        "A woman of 90 on a balcony waved.": ["90"],
        "A daughter of two came.": ["two"],
        "A teacher of 50 came.": ["50"],
        "The herder, who is 55 and lives alone, came.": ["55"],
        "The youngest of the dead was 15.": ["15"],
        "The victim, Abi Farr, was 16.": ["16"],
        "The goalkeeper turned 18 in May.": ["18"],
        "Children under five came.": ["five"],
        "People over 65 came.": ["65"],
        "A man in his 20s came.": ["20s"],
        "A woman in her early 30s came.": ["30s"],
        "The 5- and 7-year-olds came.": ["5-", "7"],
        "The four- and six-year-old boys came.": ["four-", "six"],
        "He died at 62.": ["62"],
        "Children aged from one to 12 years came.": ["one to 12"],
        "A man in his 30's came.": ["30"],
    },
    "money": {
        "It cost $5.": ["5"],
        "It cost US$40m.": ["40m."],
        "It cost €3.5bn.": ["3.5bn"],
        "It cost £40,000.": ["40,000"],
        "It cost Rs 500.": ["500"],
        "It cost Rs. 2 lakh.": ["2 lakh"],
        "It cost 500 crowns.": ["500"],
        "It cost 40 million euros.": ["40 million"],
        "It cost two thousand US dollars.": ["two thousand"],
        "It cost hundreds of dollars.": ["hundreds"],
        "It is a 10-million-dollar house.": ["10-million"],
        "It cost between $2 and $3 million.": ["2 and $3 million"],
        "It cost $2-3bn.": ["2-3bn"],
        "The fine is up to 400 crowns.": ["400"],
    },
    "clock": {
        "It began at 7:40 a.m.": ["7:40"],
        "It began at 8.30 am.": ["8.30"],
        "It began at 11 pm.": ["11"],
        "It began at 16:25.": ["16:25"],
        "It began at 0430 GMT.": ["0430"],
        "It began at about 7.40.": ["7.40"],
        "It began at 1800 hours.": ["1800"],
        "It began at nine o'clock.": ["nine"],
        "It began at half past eight.": ["eight"],
        "It began shortly after nine in the morning.": ["nine"],
        "It ended by nine this morning.": ["nine"],
        "It ended by three on Tuesday afternoon.": ["three"],
        "It began at nine.": ["nine"],
        "It began between 9 and 10 a.m.": ["9 and 10"],
        "It is open between ten and four.": ["ten and four"],
        "It began at about 8 p. m. on Monday.": ["8"],
    },
    "date": {
        "It began on 5 March.": ["5"],
        "It began on March 5.": ["5"],
        "They remember the March 5 attacks.": ["5"],
        "It began on Nov. 21.": ["21"],
        "It began on the 15th of May.": ["15th"],
        "It ran from 12 to 15 November.": ["12", "15"],
        "It ran on 23 and 24 November.": ["23", "24"],
        "It ran on March 5-7.": ["5-7"],
        "It began on 30/08/2021.": ["30/08/2021"],
        "It began on 2026-03-05.": ["2026-03-05"],
        "They remember 9/11.": ["9/11"],
    },
    "year": {
        "It began in 2019.": ["2019"],
        "The 2019 attack began it.": ["2019"],
        "It has stood since 1741.": ["1741"],
        "It ran in 2012-13.": ["2012-13"],
        "It ran from 1939 to 1945.": ["1939", "1945"],
        "It ran in 2015 and 2016.": ["2015", "2016"],
        "It ran in the 1990s.": ["1990s"],
        "It came in January 2026.": ["2026"],
        "The winter of 1791 was cold.": ["1791"],
        "It came in 2017 or 2018.": ["2017 or 2018"],
        "Rome burned in 390 BC.": ["390"],
        "A 2008 police raid began it.": ["2008"],
    },
    "ordinal": {
        "The 12th victim was named.": ["12th"],
        "The third soldier was named.": ["third"],
        "The seventy-first victim was named.": ["seventy-first"],
        "A second blast was heard.": ["second"],
        "A goal came in the 70th minute.": ["70th"],
    },
    "score": {
        "They won 5–0.": ["5–0"],
        "They lost 2-1.": ["2-1"],
        "They won 3 to 1.": ["3 to 1"],
        "The vote was 52-48.": ["52-48"],
        "The vote was 48-52.": ["48-52"],
        "They lead by 52.3-38.1.": ["52.3-38.1"],
        "It ended 1-1.": ["1-1"],
    },
    "calibre": {
        "He had a 7.62 mm rifle.": ["7.62"],
        "He had a 9mm pistol.": ["9"],
        "He had a .45 pistol.": [".45"],
        "He had a 12-gauge shotgun.": ["12"],
        "It was a 155mm shell.": ["155"],
    },
    "label": {
        "They took Flight 370 to Rome.": ["370"],
        "They took Route 66.": ["66"],
        "They cite Article 121.": ["121"],
        "They took Highway 16.": ["16"],
        "Trams on lines 3 and 8 stopped.": ["3", "8"],
        "They took the number 12 bus.": ["12"],
        "They live at No. 40.": ["40"],
        "They fled Room 5.": ["5"],
        "They fled Unit 731.": ["731"],
        "They watch Channel 4.": ["4"],
        "They told Newscast 9 about it.": ["9"],
        "They cite Section 8.": ["8"],
        "They flew a Boeing 737.": ["737"],
        "They closed lane 3.": ["3"],
        "They turned to page two.": ["two"],
        "They enter phase 2.": ["2"],
        "The leaders of the Group of 20 met.": ["20"],
        "The crew of Apollo 11 met.": ["11"],
        "They met on platform 2.": ["2"],
        "They stopped at kilometre 62.": ["62"],
        "They left at exits 22 and 25.": ["22", "25"],
        "Gates 1 to 9 are shut.": ["1 to 9"],
        "They flew Air Force One.": ["One"],
        "This is image 3 of 40.": ["3", "40"],
        "They stopped on lap 20.": ["20"],
        "They told 11 News about it.": ["11"],
        "They wrote to box #12.": ["12"],
    },
    "address": {
        "They live at 2200 Main Street.": ["2200"],
        "They live at 12 Saint Ilva Road.": ["12"],
        "They live at 4601 Orvel.": ["4601"],
        "It was in the 7300 block of Vale Avenue.": ["7300"],
        "It was in the 2000 block of Vale Avenue.": ["2000"],
    },
    "phone": {
        "Please call 555-0134.": ["555-0134"],
        "Please call +1 555 123 4567.": ["+1 555 123 4567"],
        "Please call 0800 77 12 12.": ["0800 77 12 12"],
        "Please call 1-800-555-0134.": ["1-800-555-0134"],
        "Please call (706) 555-0134.": ["706", "555-0134"],
        "A neighbour called 911.": ["911"],
        "A 999 call came.": ["999"],
    },
    "percent": {
        "It rose 10 percent.": ["10"],
        "It rose 54 per cent.": ["54"],
        "It rose 12.5%.": ["12.5"],
        "It rose 5 to 10 percent.": ["5 to 10"],
        "It rose two percentage points.": ["two"],
    },
    "temperature": {
        "It was 8 degrees.": ["8"],
        "It was 38C outside.": ["38C"],
        "It was minus 34 degrees Celsius.": ["34"],
    },
    "fraction": {
        "A third of the houses burned.": ["A third"],
        "Two-thirds of voters stayed away.": ["Two-thirds"],
        "Half of the crew stayed.": ["Half"],
        "One in five children stayed.": ["One in five"],
    },
}

ROWS = [(text, use, said) for use, table in ONE_USE.items() for text, said in table.items()]


@pytest.mark.parametrize(("text", "use", "said"), ROWS, ids=[row[0] for row in ROWS])
def test_what_counts_nobody(text: str, use: str, said: list[str]) -> None:
    assert uses(text) == [(one, use) for one in said]


UNITS = {  # text: (use, canonical unit, the words with unit and hedge)
    "It lasted 24 hours.": ("duration", "hour", "24 hours"),
    "A two-hour delay began.": ("duration", "hour", "two-hour"),
    "It ended within four minutes.": ("duration", "minute", "four minutes"),
    "It lasted half an hour.": ("duration", "hour", "half an hour"),
    "It lasted two and a half hours.": ("duration", "hour", "two and a half hours"),
    "A 12-year war began.": ("duration", "year", "12-year"),
    "He got up to 30 years in prison.": ("duration", "year", "up to 30 years"),
    "It took two decades.": ("duration", "decade", "two decades"),
    "It took three more days.": ("duration", "day", "three more days"),
    "It shook for 14 seconds.": ("duration", "second", "14 seconds"),
    "It is 30 km away.": ("measure", "km", "30 km"),
    "It is five kilometers away.": ("measure", "km", "five kilometers"),
    "It is 18 miles away.": ("measure", "mile", "18 miles"),
    "It is 2.2 metres wide.": ("measure", "m", "2.2 metres"),
    "It is 40m high.": ("measure", "m", "40m"),
    "It fell from 10,000 feet.": ("measure", "ft", "10,000 feet"),
    "A 12-foot boat sank.": ("measure", "ft", "12-foot"),
    "It covers 3.2 hectares.": ("measure", "hectare", "3.2 hectares"),
    "It covers 1.125 hectares.": ("measure", "hectare", "1.125 hectares"),
    "It covers 100 acres.": ("measure", "acre", "100 acres"),
    "It covers 2,100 square metres.": ("measure", "m2", "2,100 square metres"),
    "It covers 30 sq km.": ("measure", "km2", "30 sq km"),
    "It holds 900 cubic metres.": ("measure", "m3", "900 cubic metres"),
    "It holds half a million litres.": ("measure", "litre", "half a million litres"),
    "It weighs 9 tonnes.": ("measure", "tonne", "9 tonnes"),
    "It held 500 pounds of powder.": ("measure", "lb", "500 pounds"),
    "It blew at 46 kilometres an hour.": ("measure", "km/h", "46 kilometres an hour"),
    "It blew at 60 km/h all day.": ("measure", "km/h", "60 km/h"),
    "It blew at 40 mph.": ("measure", "mile/h", "40 mph"),
    "A 6.1-magnitude quake struck.": ("measure", "magnitude", "6.1-magnitude"),
    "A quake of magnitude 6.1 struck.": ("measure", "magnitude", "6.1"),
    "A 6.1 quake struck.": ("measure", "magnitude", "6.1"),
    "An M6.1 quake struck.": ("measure", "magnitude", "M6.1"),
    "A tremor measuring 4.5 struck.": ("measure", "magnitude", "4.5"),
    "She asked four times.": ("measure", "time", "four times"),
    "It rained 120 mm of water.": ("measure", "mm", "120 mm"),
    "It cost $5.": ("money", "USD", "$5"),
    "It cost 40 million euros.": ("money", "EUR", "40 million euros"),
    "It cost 500 crowns.": ("money", "crowns", "500 crowns"),
    "It cost hundreds of pounds.": ("money", "pounds", "hundreds of pounds"),
    "It cost Rs 500.": ("money", "INR", "Rs 500"),
    "It cost a million Egyptian pounds.": ("money", "pounds", "a million Egyptian pounds"),
    "It took a couple of years.": ("duration", "year", "a couple of years"),
    "It was 8 degrees Celsius.": ("temperature", "C", "8 degrees Celsius"),
}


@pytest.mark.parametrize(("text", "expected"), UNITS.items(), ids=UNITS)
def test_units_belong_to_their_number(text: str, expected: tuple[str, str, str]) -> None:
    tokens = Tokens(text)
    assert [
        (number.use, number.unit, text[tokens.starts[number.first] : tokens.ends[number.last - 1]])
        for number in find_numbers(tokens)
    ] == [expected]


COUNTED = {  # what looks like one of these and counts all the same
    "About 2000 people came.": ["2000"],
    "The camp held 2000 people.": ["2000"],
    "The fire destroyed 1950 homes.": ["1950"],
    "It has 1500 seats.": ["1500"],
    "In March 12 people were hurt.": ["12"],
    "On Friday 12 were hurt.": ["12"],
    "Blast Kills 12 in Dorrin": ["12"],
    "Blast Kills 12, Injures 30": ["12", "30"],
    "Fire Leaves 12 Homeless": ["12"],
    "In Dorrin 12 people were hurt.": ["12"],
    "In Dorrin, 12, and in Arlen, 30, were hurt.": ["12", "30"],
    "The dead included two, both men, from Arlen.": ["two"],
    "A mother of three was hurt.": ["three"],
    "A family of six was hurt.": ["six"],
    "A group of 20 was hurt.": ["20"],
    "The number of dead was 15.": ["15"],
    "The toll was 15.": ["15"],
    "The crash injured 12 foot soldiers.": ["12"],
    "A third person was hurt, as were two others.": ["two"],
    "Police called 12 witnesses.": ["12"],
    "They rescued 10-15 people from the sea.": ["10-15"],
    "They rescued 48-52 people before the match.": ["48-52"],
    "The 1.2m people left.": ["1.2m"],
    "In the house 12 people slept.": ["12"],
    "They freed 12 of the 40 hostages.": ["12", "40"],
}


@pytest.mark.parametrize(("text", "said"), COUNTED.items(), ids=COUNTED)
def test_what_is_counted_all_the_same(text: str, said: list[str]) -> None:
    assert [one for one, use in uses(text) if use == "quantity"] == said
