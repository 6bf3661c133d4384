"""CAS104 over a table of cases: one article against itself."""

from __future__ import annotations

import pytest

from checkers.model import Finding, Severity
from checkers.rules.figure_differs_inside_article import check
from tests.marked import Text, quotations, reading, reasons

CASES = {  # what is tried: the article, quotations in the findings, reasons
    "an exact headline over a lower bound": (
        Text(
            9, "[At least 12 people]{killed 12..} died.", title="[20]{killed 20..20} dead in fire"
        ),
        [["20", "At least 12 people"]],
        [],
    ),
    "an exact headline over the same lower bound": (
        Text(
            9, "[At least 12 people]{killed 12..} died.", title="[12]{killed 12..12} dead in fire"
        ),
        [],
        [],
    ),
    "a headline of dozens over 31": (
        Text(9, "[31 people]{killed 31..31} died.", title="[Dozens]{killed 24.. vague} dead"),
        [],
        [],
    ),
    "a headline that is only part of the dead": (
        Text(
            9,
            "[Five people]{killed 5..5} died, [two pilots]{killed 2..2 part} among them.",
            title="[Two]{killed 2..2} dead in crash",
        ),
        [["Two", "Five people"]],
        [],
    ),
    "a headline that counts children": (
        Text(
            9,
            "[Five people]{killed 5..5} died.",
            title="[Two children]{killed 2..2 children} die in crash",
        ),
        [],
        ["subset"],
    ),
    "a caption frozen at an earlier count": (
        Text(
            9,
            "[19 people]{killed 19..19} died.",
            caption="[Twelve bodies]{killed 12..12} lie here.",
        ),
        [["Twelve bodies", "19 people"]],
        [],
    ),
    "a page description left as it was": (
        Text(9, "[19 people]{killed 19..19} died.", description="Fire: [12]{killed 12..12} killed"),
        [["12", "19 people"]],
        [],
    ),
    "two named sides": (
        Text(
            9,
            "The ministry says [12]{killed 12..12 by=ministry} died. "
            "The rebels say [60]{killed 60..60 by=rebels}.",
        ),
        [],
        ["disputed"],
    ),
    "a mayor quoted beside the outlet's own figure": (
        Text(
            9,
            "[Twelve people]{killed 12..12} died. "
            "[Hundreds]{killed 200.. vague quoted by=mayor} died.",
        ),
        [["Hundreds", "Twelve people"]],
        [],
    ),
    "a lead left standing under its new version": (
        Text(
            9,
            "Police say [four students]{injured 4..4} were wounded as they left a party. "
            "Police say [seven students]{injured 7..7} were wounded as they left a party.",
        ),
        [["four students", "seven students"]],
        [],
    ),
    "two stages of one toll": (
        Text(
            9,
            "By noon [four bodies]{killed 4..4} lay in the yard. "
            "In the evening the fire chief spoke of [seven]{killed 7..7} dead.",
        ),
        [],
        [],
    ),
    "more hurt in the text than the headline has": (
        Text(
            9,
            "[Three people]{injured 3..3} were hurt when a tram left the rails. All "
            "[five victims]{injured 5..5 noun=victims action=treated} were taken to hospital.",
            title="[Three]{injured 3..3} hurt in tram accident",
        ),
        [["Three", "five victims"]],
        [],
    ),
    "fewer in the text, who may be some of them": (
        Text(
            9,
            "[Five people]{injured 5..5} were hurt. [Three]{injured 3..3} went home by evening.",
            title="[Five]{injured 5..5} hurt in tram accident",
        ),
        [],
        [],
    ),
    "four hurt, one of whom died": (
        Text(
            9,
            "[Four people]{injured 4..4} were wounded when a wall fell on a queue.",
            title="[One]{killed 1..1} dead, [three]{injured 3..3} hurt as wall falls",
        ),
        [],
        ["sum"],
    ),
    "one more beside the dead": (
        Text(
            9,
            "[One person]{killed 1..1} died and [four others]{injured 4..4} were hurt when a wall "
            "fell on a queue.",
            title="[One]{killed 1..1} dead, [three]{injured 3..3} hurt as wall falls",
        ),
        [["three", "four others"]],
        [],
    ),
    "more shot than killed and injured together": (
        Text(
            9,
            "A gunman fired into a queue. Police found [six people]{shot 6..6} outside.",
            title="[Two]{killed 2..2} dead, [three]{injured 3..3} hurt at bus stop",
        ),
        [["Two", "three", "six people"]],
        [],
    ),
    "two men, and a woman besides": (
        Text(
            9,
            "[Two men]{killed 2..2 noun=men} died in the lane. "
            "[Three people]{killed 3..3 noun=people} were killed in all.",
            title="[Two men]{killed 2..2 noun=men} die in lane",
        ),
        [],
        [],
    ),
    "a text that says the count has risen": (
        Text(
            9,
            "[Three]{killed 3..3} died. The toll, at first [three]{killed 3..3 previous}, is "
            "[five]{killed 5..5}.",
            title="[Three]{killed 3..3} dead in hotel fire",
        ),
        [],
        [],
    ),
    "those whom they found": (
        Text(
            9,
            "Medics found [three people]{shot 3..3} outside.",
            title="[Four]{shot 4..4} shot at club",
        ),
        [],
        [],
    ),
    "six wounded, two of them mortally": (
        Text(
            9,
            "[Six]{injured 6..6} were wounded, [two]{killed 2..2} mortally.",
            title="[Two]{killed 2..2} dead, [four]{injured 4..4} hurt",
        ),
        [],
        ["sum"],
    ),
    "killed and injured told twice": (
        Text(
            9,
            "[One man]{killed 1..1} died and [three people]{injured 3..3} were hurt. Police say "
            "[one man]{killed 1..1} died and [two people]{injured 2..2} were hurt.",
        ),
        [["three people", "two people"]],
        [],
    ),
    "killed by name and injured, told twice": (
        Text(
            9,
            "The crash left [one]{killed 1..1} dead and [four]{injured 4..4} hurt. It killed "
            "[Ida Brand]{killed 1..1 style=article part} and hurt [three others]{injured 3..3}.",
        ),
        [["four", "three others"]],
        [],
    ),
    "more shot than there were victims": (
        Text(
            9,
            "[Five victims]{casualties 5..5 noun=victims} lay there. [Six]{shot 6..6} were shot.",
        ),
        [["Five victims", "Six"]],
        [],
    ),
    "a part beyond its whole": (
        Text(
            9,
            "[Four people]{shot 4..4} were shot and [five]{killed 5..5 part} of them died.",
        ),
        [["Four people", "five"]],
        [],
    ),
    "what was said earlier, above what is said now": (
        Text(
            9,
            "Earlier, rescuers had spoken of [three]{killed 3..3} dead. At least "
            "[four workers]{killed 4..} died when the store burned down.",
        ),
        [],
        [],
    ),
    "a round-up of accidents": (
        Text(
            9,
            "[Two people]{killed 2..2} died on the coast road. [Five]{killed 5..5} died inland.",
            title="[Two]{killed 2..2} die in crashes",
        ),
        [],
        [],
    ),
    "a year's count beside the night's": (
        Text(
            9,
            "[Two people]{killed 2..2} died. [Nine]{killed 9..9} have died there since January.",
            title="[Two]{killed 2..2} dead in lift",
        ),
        [],
        [],
    ),
    "two sides in one text": (
        Text(
            9,
            "The army says [four people]{killed 4..4 by=army} died. "
            "The rebels say [nine]{killed 9..9 by=rebels} did.",
        ),
        [],
        ["disputed"],
    ),
    "another happening in the text": (
        Text(
            9,
            "[Nine]{killed 9..9} died; in 2019 [51]{killed 51..51 m2} died.",
            title="[9]{killed 9..9} dead",
        ),
        [],
        [],
    ),
}


@pytest.mark.parametrize(("article", "flagged", "spared"), CASES.values(), ids=CASES)
def test_inside(article: Text, flagged: list[list[str]], spared: list[str]) -> None:
    outcomes = list(check(reading(article)))
    assert (quotations(outcomes), reasons(outcomes)) == (flagged, spared)


def test_a_headline_weighs_more_than_a_caption() -> None:
    text = "[At least 12 people]{killed 12..} died."
    (high,) = check(reading(Text(9, text, title="[20]{killed 20..20} dead")))
    (low,) = check(reading(Text(9, text, caption="[Five]{killed 5..5} bodies")))
    assert isinstance(high, Finding)
    assert isinstance(low, Finding)
    assert (high.severity, low.severity) == (Severity.HIGH, Severity.LOW)
