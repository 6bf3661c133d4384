"""What numbers in news say: value, the interval that their hedges leave, how they are written."""

from __future__ import annotations

import pytest

from checkers.language.document import Tokens
from checkers.language.numbers import Number, find_numbers, may_hold_number
from checkers.language.phrases import words_of
from checkers.model import Hedge

EXACT, ABOUT, VAGUE, NONE = Hedge.EXACT, Hedge.ABOUT, Hedge.VAGUE, Hedge.NONE
AT_LEAST, UP_TO, BETWEEN = Hedge.AT_LEAST, Hedge.UP_TO, Hedge.BETWEEN

Row = tuple[str, float | None, float | None, Hedge]


def read(text: str) -> list[tuple[str, Number]]:
    """The numbers of a sentence, each with its words."""
    tokens = Tokens(text)
    return [
        (text[tokens.starts[number.first] : tokens.ends[number.last - 1]], number)
        for number in find_numbers(tokens)
    ]


def rows(text: str) -> list[Row]:
    """The numbers of a sentence: words, least and greatest value, hedge."""
    return [(said, number.low, number.high, number.hedge) for said, number in read(text)]


PLAIN = {  # text: the value of its one number
    "They counted 12 people.": 12,
    "A crowd of 1,200 people waited.": 1_200,
    "Some say that 1,234,567 voters stayed away.": 1_234_567,
    "The floods hit 1 200 houses.": 1_200,
    "The floods hit 1 200 000 people.": 1_200_000,
    "The quake left 1.200 people homeless.": 1_200,
    "The quake left 3.400.000 people homeless.": 3_400_000,
    "The quake left 1'200 people homeless.": 1_200,
    "Relief reached 1,00,000 villagers.": 100_000,
    "Relief reached 12,34,567 villagers.": 1_234_567,
    "There were 3,5 million voters.": 3_500_000,
    "There were 1.2 million voters.": 1_200_000,
    "There were 1.125 million voters.": 1_125_000,
    "There were 2bn visits.": 2_000_000_000,
    "There were 5k runners.": 5_000,
    "There were 1.5m homes without power.": 1_500_000,
    "The state counted 40mn birds.": 40_000_000,
    "The state counted 12 hundred goats.": 1_200,
    "Aid came to 15 millions for the camps.": 15_000_000,
    "Forty-four villages are cut off.": 44,
    "Twenty two villages are cut off.": 22,
    "The storm felled one hundred and twenty-four trees.": 124,
    "The storm felled one hundred twenty trees.": 120,
    "The storm felled one thousand two hundred trees.": 1_200,
    "The storm felled twelve hundred trees.": 1_200,
    "The storm felled two thousand and five trees.": 2_005,
    "The storm felled three hundred thousand trees.": 300_000,
    "The storm felled one million two hundred thousand trees.": 1_200_000,
    "The storm felled a hundred trees.": 100,
    "The storm felled a hundred and one trees.": 101,
    "The storm felled two and a half million trees.": 2_500_000,
    "The storm felled two-and-a-half million trees.": 2_500_000,
    "The storm felled a million and a half trees.": 1_500_000,
    "The storm felled half a million trees.": 500_000,
    "The storm felled a quarter of a million trees.": 250_000,
    "The storm felled three quarters of a million trees.": 750_000,
    "Floods displaced 2 lakh people.": 200_000,
    "Floods displaced two lakh people.": 200_000,
    "Floods displaced 1.5 crore people.": 15_000_000,
    "Floods displaced 3万人.": 30_000,
    "Floods displaced 2.5萬 people.": 25_000,
    "On the bench sat a pair of judges.": 2,
    "A trio of climbers came back.": 3,
    "A family of six lives there.": 6,
    "A man and one woman came back.": 1,
    "A father of three came back.": 3,
    "The 20,000-strong crowd sang.": 20_000,
    "No, 12 people came.": 12,
    "A footnote marks 12* people.": 12,
}


@pytest.mark.parametrize(("text", "value"), PLAIN.items(), ids=PLAIN)
def test_plain_numbers(text: str, value: float) -> None:
    assert [
        (number.low, number.high, number.point, number.hedge, number.use)
        for _, number in read(text)
    ] == [(value, value, value, EXACT, "quantity")]


HEDGED: dict[str, list[Row]] = {
    # at least, and more than
    "At least 12 people came.": [("At least 12", 12, None, AT_LEAST)],
    "At the very least 12 people came.": [("At the very least 12", 12, None, AT_LEAST)],
    "No fewer than 12 people came.": [("No fewer than 12", 12, None, AT_LEAST)],
    "A minimum of 12 people came.": [("A minimum of 12", 12, None, AT_LEAST)],
    "Upwards of 300 people came.": [("Upwards of 300", 300, None, AT_LEAST)],
    "More than 100 people came.": [("More than 100", 101, None, AT_LEAST)],
    "Well over 100 people came.": [("Well over 100", 101, None, AT_LEAST)],
    "Over forty villages burned.": [("Over forty", 41, None, AT_LEAST)],
    "In excess of 1.2 million people came.": [
        ("In excess of 1.2 million", 1_200_001, None, AT_LEAST)
    ],
    "There were 200 or more people.": [("200 or more", 200, None, AT_LEAST)],
    "There were 12 at least.": [("12 at least", 12, None, AT_LEAST)],
    "There were 100+ people.": [("100+", 100, None, AT_LEAST)],
    "There were 100-plus people.": [("100-plus", 100, None, AT_LEAST)],
    "Police held 40 and counting.": [("40 and counting", 40, None, AT_LEAST)],
    "There were at least another four people.": [("at least another four", 4, None, AT_LEAST)],
    "At least a dozen people came.": [("At least a dozen", 12, None, AT_LEAST)],
    "More than a dozen people came.": [("More than a dozen", 13, None, AT_LEAST)],
    "At least about 40 people came.": [("At least about 40", 36, None, AT_LEAST)],
    "Reportedly at least 12 people came.": [("Reportedly at least 12", 12, None, AT_LEAST)],
    # up to, and fewer than
    "Up to 30 people came.": [("Up to 30", None, 30, UP_TO)],
    "As many as 200 people came.": [("As many as 200", None, 200, UP_TO)],
    "At most 30 people came.": [("At most 30", None, 30, UP_TO)],
    "No more than 40 people came.": [("No more than 40", None, 40, UP_TO)],
    "A maximum of 40 people came.": [("A maximum of 40", None, 40, UP_TO)],
    "Fewer than 50 people came.": [("Fewer than 50", None, 49, UP_TO)],
    "Less than a hundred people came.": [("Less than a hundred", None, 99, UP_TO)],
    "Well under 50 people came.": [("Well under 50", None, 49, UP_TO)],
    "There were 40 or fewer people.": [("40 or fewer", None, 40, UP_TO)],
    "There were 40 at most.": [("40 at most", None, 40, UP_TO)],
    "As many as two dozen people came.": [("As many as two dozen", None, 24, UP_TO)],
    "The figure fell below 10,000.": [("below 10,000", None, 9_999, UP_TO)],
    # about: half a step of the last place, a tenth at most, one at least
    "About 1,000 people came.": [("About 1,000", 900, 1_100, ABOUT)],
    "Around 40,000 people came.": [("Around 40,000", 36_000, 44_000, ABOUT)],
    "Some 2,300 people came.": [("Some 2,300", 2_250, 2_350, ABOUT)],
    "An estimated 114,400 people came.": [("An estimated 114,400", 114_350, 114_450, ABOUT)],
    "Roughly 25 people came.": [("Roughly 25", 23, 27, ABOUT)],
    "Approximately 60 people came.": [("Approximately 60", 55, 65, ABOUT)],
    "About 150 people came.": [("About 150", 135, 165, ABOUT)],
    "About 7 people came.": [("About 7", 6, 8, ABOUT)],
    "About 12 people came.": [("About 12", 11, 13, ABOUT)],
    "About 1.2 million people came.": [("About 1.2 million", 1_150_000, 1_250_000, ABOUT)],
    "Perhaps 600 people came.": [("Perhaps 600", 550, 650, ABOUT)],
    "There were 50 or so people.": [("50 or so", 45, 55, ABOUT)],
    "There were 40-odd people.": [("40-odd", 36, 44, ABOUT)],
    "There were ~40 people.": [("~40", 36, 44, ABOUT)],
    "There were just about 40 people.": [("just about 40", 36, 44, ABOUT)],
    "Nearly 100 people came.": [("Nearly 100", 90, 100, ABOUT)],
    "Almost a dozen people came.": [("Almost a dozen", 10, 12, ABOUT)],
    "Close to 1,000 people came.": [("Close to 1,000", 900, 1_000, ABOUT)],
    "Just under 100 people came.": [("Just under 100", 90, 100, ABOUT)],
    "Just over 100 people came.": [("Just over 100", 100, 110, ABOUT)],
    # said aloud, or without effect
    "Exactly 100 people came.": [("Exactly 100", 100, 100, EXACT)],
    "Exactly a dozen people came.": [("Exactly a dozen", 12, 12, EXACT)],
    "Only three people came.": [("Only three", 3, 3, EXACT)],
    "Just 12 people came.": [("Just 12", 12, 12, EXACT)],
    "Reportedly 30 people came.": [("Reportedly 30", 30, 30, EXACT)],
    "A total of 30 people came.": [("A total of 30", 30, 30, EXACT)],
    "The toll rose to above 600.": [("above 600", 601, None, AT_LEAST)],
    # a preposition that belongs to the word before it
    "The van ran over two children.": [("two", 2, 2, EXACT)],
    "Rebels handed over 40 hostages.": [("40", 40, 40, EXACT)],
    "He was arrested over two killings.": [("two", 2, 2, EXACT)],
    "Police arrested over 100 people.": [("over 100", 101, None, AT_LEAST)],
    "She asked about 12 victims.": [("12", 12, 12, EXACT)],
    "The costs add up to 40 percent.": [("40 percent", 40, 40, EXACT)],
    "The camp is close to two villages.": [("two", 2, 2, EXACT)],
    "He walked up to the two officers.": [("two", 2, 2, EXACT)],
    "The plane flew above 12 houses.": [("12", 12, 12, EXACT)],
    # measured amounts have no next number
    "More than 3 hectares burned.": [("More than 3 hectares", 3, None, AT_LEAST)],
    "It is about 6.5 km away.": [("about 6.5 km", 6.25, 6.75, ABOUT)],
    "It cost more than $2bn.": [("more than $2bn", 2_000_000_000, None, AT_LEAST)],
    "It lasted up to two hours.": [("up to two hours", None, 2, UP_TO)],
}


@pytest.mark.parametrize(("text", "expected"), HEDGED.items(), ids=HEDGED)
def test_hedges_widen_a_number(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


LOOSE: dict[str, list[Row]] = {
    "A dozen people came.": [("A dozen", 11, 13, ABOUT)],
    "Half a dozen people came.": [("Half a dozen", 5, 7, ABOUT)],
    "A half-dozen people came.": [("A half-dozen", 5, 7, ABOUT)],
    "There are half-a-dozen versions.": [("half-a-dozen", 5, 7, ABOUT)],
    "Two dozen people came.": [("Two dozen", 22, 26, ABOUT)],
    "About two dozen people came.": [("About two dozen", 20, 28, ABOUT)],
    "A score of people came.": [("A score of", 18, 22, ABOUT)],
    "A couple of people came.": [("A couple of", 2, 3, ABOUT)],
    "A couple of hundred people came.": [("A couple of hundred", 150, 300, ABOUT)],
    "Dozens of people came.": [("Dozens of", 24, None, VAGUE)],
    "Dozens of them came.": [("Dozens", 24, None, VAGUE)],
    "Dozens were hurt.": [("Dozens", 24, None, VAGUE)],
    "Scores of people came.": [("Scores of", 40, None, VAGUE)],
    "A blast injured scores.": [("scores", 40, None, VAGUE)],
    "Tens of people came.": [("Tens of", 20, None, VAGUE)],
    "Hundreds of people came.": [("Hundreds of", 200, None, VAGUE)],
    "There were 100s of people.": [("100s of", 200, None, VAGUE)],
    "Thousands marched.": [("Thousands", 2_000, None, VAGUE)],
    "Tens of thousands marched.": [("Tens of thousands", 20_000, None, VAGUE)],
    "Tens-of-thousands marched.": [("Tens-of-thousands", 20_000, None, VAGUE)],
    "Hundreds of thousands of people came.": [("Hundreds of thousands of", 200_000, None, VAGUE)],
    "Dozens of thousands of persons left.": [("Dozens of thousands of", 20_000, None, VAGUE)],
    "Many thousands of people came.": [("Many thousands of", 2_000, None, VAGUE)],
    "Several people came.": [("Several", 3, None, VAGUE)],
    "Several hundred people came.": [("Several hundred", 300, None, VAGUE)],
    "Several thousand people came.": [("Several thousand", 3_000, None, VAGUE)],
    "Several hundred thousand came.": [("Several hundred thousand", 300_000, None, VAGUE)],
    "A few people came.": [("A few", 2, 23, VAGUE)],
    "A handful of people came.": [("A handful of", 2, 23, VAGUE)],
    "A few dozen people came.": [("A few dozen", 24, None, VAGUE)],
    "A few hundred people came.": [("A few hundred", 200, None, VAGUE)],
    "A number of people came.": [("A number of", 2, None, VAGUE)],
    "Multiple people were shot.": [("Multiple", 2, None, VAGUE)],
    "Many were hurt.": [("Many", None, None, VAGUE)],
    "Numerous shots were heard.": [("Numerous", None, None, VAGUE)],
    # nobody
    "No one was hurt.": [("No one", 0, 0, NONE)],
    "No-one was hurt.": [("No-one", 0, 0, NONE)],
    "Nobody was hurt.": [("Nobody", 0, 0, NONE)],
    "None was hurt.": [("None", 0, 0, NONE)],
    "Neither was hurt.": [("Neither", 0, 0, NONE)],
    "There were no deaths.": [("no", 0, 0, NONE)],
    "There were zero deaths.": [("zero", 0, 0, NONE)],
    "Not a single person was hurt.": [("Not a single", 0, 0, NONE)],
    "Not one was hurt.": [("Not one", 0, 0, NONE)],
    "None of the 23 passengers was hurt.": [("None", 0, 0, NONE), ("23", 23, 23, EXACT)],
    # shares of a whole that is given
    "Half of the 40 passengers left.": [("Half of the 40", 20, 20, EXACT)],
    "Half the 40 passengers left.": [("Half the 40", 20, 20, EXACT)],
    "A third of the 60 seats are empty.": [("A third of the 60", 20, 20, EXACT)],
    "Two-thirds of its 90 beds are taken.": [("Two-thirds of its 90", 60, 60, EXACT)],
    "A third of the 40 seats are empty.": [("A third of the 40", 13, 14, ABOUT)],
    # ranges
    "They saw 10-15 people.": [("10-15", 10, 15, BETWEEN)],
    "They saw 10–15 people.": [("10–15", 10, 15, BETWEEN)],
    "They saw 20 to 30 people.": [("20 to 30", 20, 30, BETWEEN)],
    "They saw between 20 and 30 people.": [("between 20 and 30", 20, 30, BETWEEN)],
    "They saw two or three people.": [("two or three", 2, 3, BETWEEN)],
    "They saw 35 or 36 people.": [("35 or 36", 35, 36, BETWEEN)],
    "They saw about 20 to 30 people.": [("about 20 to 30", 20, 30, BETWEEN)],
    "They saw up to 30 or 40 people.": [("up to 30 or 40", None, 40, UP_TO)],
    "They saw two to three million people.": [
        ("two to three million", 2_000_000, 3_000_000, BETWEEN)
    ],
    "They saw 5-6,000 people.": [("5-6,000", 5_000, 6_000, BETWEEN)],
    "They saw two or three dozen people.": [("two or three dozen", 24, 36, BETWEEN)],
    "It has 12-to-15 seats.": [("12-to-15", 12, 15, BETWEEN)],
    "Crews ranged from 12 to 19.": [("12 to 19", 12, 19, BETWEEN)],
    # two numbers, no range
    "The toll rose from 12 to 19.": [("12", 12, 12, EXACT), ("19", 19, 19, EXACT)],
    "Officials cut the toll from 50 to 38.": [("50", 50, 50, EXACT), ("38", 38, 38, EXACT)],
    "Between them, 12 men and 14 women came.": [("12", 12, 12, EXACT), ("14", 14, 14, EXACT)],
    "They killed eight and injured 31 others.": [("eight", 8, 8, EXACT), ("31", 31, 31, EXACT)],
    "12 dead, 30 hurt in Dorrin": [("12", 12, 12, EXACT), ("30", 30, 30, EXACT)],
    "Two 13-seat boats sank.": [("Two", 2, 2, EXACT), ("13", 13, 13, EXACT)],
    "Two of the nine pilots came.": [("Two", 2, 2, EXACT), ("nine", 9, 9, EXACT)],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LOOSE.items(), ids=LOOSE)
def test_loose_amounts_shares_and_ranges(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


STYLES = {
    "12 people came.": ("digits", 12),
    "1,200 people came.": ("digits", 1_200),
    "1.2 million people came.": ("digits", 1_200_000),
    "Twelve people came.": ("words", 12),
    "Half a million people came.": ("words", 500_000),
    "1.200 people came.": ("continental", 1_200),
    "1 200 people came.": ("continental", 1_200),
    "3,5 million people came.": ("continental", 3_500_000),
    "2 lakh people came.": ("lakh", 200_000),
    "1,00,000 people came.": ("lakh", 100_000),
    "3万人 came.": ("lakh", 30_000),
    "A dozen people came.": ("dozen", 12),
    "Half of the 40 people came.": ("fraction", 20),
    "Dozens of people came.": ("vague", None),
    "Nobody came.": ("none", 0),
    "l2 people came.": ("typo", 12),
    "There were 1O people.": ("typo", 10),
    "20 to 30 people came.": ("digits", None),
}


@pytest.mark.parametrize(("text", "expected"), STYLES.items(), ids=STYLES)
def test_how_a_number_is_written(text: str, expected: tuple[str, float | None]) -> None:
    assert [(number.style, number.point) for _, number in read(text)] == [expected]


NO_NUMBERS = [
    "The plane was safe.",
    "They like one another.",
    "This one is better.",
    "It is no longer there.",
    "There is no doubt about it.",
    "One by one, they left.",
    "How many came is unknown.",
    "Test scores went up.",
    "She scores a goal.",
    "It was half empty.",
    "A couple and a dog went out.",
    "An AK-47 and an F-16 were shown.",
    "The A7 is shut.",
    "",
]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number(text: str) -> None:
    assert rows(text) == []


def test_the_core_leaves_hedges_signs_and_units_out() -> None:
    text = "It cost more than $2.5 million or so, at least 40 kilometres an hour."
    tokens = Tokens(text)
    assert [
        " ".join(tokens.raw[number.core_first : number.core_last])
        for number in find_numbers(tokens)
    ] == ["2.5 million", "40"]


def test_numbers_come_in_order_and_do_not_overlap() -> None:
    text = (
        "Between 20 and 30 people, at least 12 of them children, two or three dozen cars and "
        "half of the 40 houses were hit by 5- to 7-metre waves, up from 12 to 19 on 5 March."
    )
    edges = [edge for number in find_numbers(Tokens(text)) for edge in (number.first, number.last)]
    assert edges == sorted(edges)
    assert len(edges) == 16


@pytest.mark.parametrize("text", [*PLAIN, *HEDGED, *LOOSE, *STYLES])
def test_the_cheap_test_lets_every_number_through(text: str) -> None:
    assert may_hold_number(text.lower(), words_of(text.lower()))


def test_the_cheap_test_spares_sentences_without_numbers() -> None:
    text = "rescuers worked through the night, said the spokeswoman."
    assert not may_hold_number(text, words_of(text.lower()))
