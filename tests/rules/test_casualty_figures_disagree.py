"""CAS103 over a table of cases: the injured, the missing, the evacuated."""

from __future__ import annotations

import pytest

from checkers.rules.casualty_figures_disagree import check
from tests.marked import Text, event, quotations, reasons

CASES = {  # what is tried: reports, quotations in the findings, reasons
    "two or five wounded": (
        [
            Text(11, "[Two seamen]{injured 2..2} were wounded."),
            Text(10.9, "[Five of the crew]{injured 5..5} were wounded."),
        ],
        [["Five of the crew", "Two seamen"]],
        [],
    ),
    "evacuations grow": (
        [
            Text(9, "[2,300 people]{evacuated 2300..2300} were evacuated."),
            Text(15, "[5,100 people]{evacuated 5100..5100} were evacuated."),
        ],
        [],
        ["toll-grew"],
    ),
    "injured who died since": (
        [
            Text(9, "[12]{killed 12..12} died and [30]{injured 30..30} were hurt."),
            Text(20, "[14]{killed 14..14} died and [28]{injured 28..28} were hurt."),
        ],
        [],
        ["toll-grew"],
    ),
    "fewer missing in the evening": (
        [
            Text(9, "[30]{missing 30..30} are missing."),
            Text(20, "[12]{missing 12..12} are missing."),
        ],
        [],
        ["toll-grew"],
    ),
    "families are not people": (
        [
            Text(9, "[30 families]{displaced 30..30 families} lost their homes."),
            Text(9.2, "[150 people]{displaced 150..150} lost their homes."),
        ],
        [],
        ["different-group"],
    ),
    "casualties are the dead and the injured": (
        [
            Text(9, "The strike caused [40 casualties]{casualties 40..40}."),
            Text(9.2, "[Twelve]{killed 12..12} died and [28]{injured 28..28} were hurt."),
        ],
        [],
        ["sum"],
    ),
    "dozens against nine": (
        [
            Text(20, "Police arrested [dozens]{arrested 24.. vague}."),
            Text(20.5, "[Nine people]{arrested 9..9} were arrested."),
        ],
        [["dozens", "Nine people"]],
        [],
    ),
    "three days on, twice as many wounded by one gunman": (
        [
            Text(9, "[Five people]{injured 5..5} were wounded.", kind="shooting"),
            Text(81, "[Ten people]{injured 10..10} were wounded.", kind="shooting"),
        ],
        [["Five people", "Ten people"]],
        [],
    ),
    "three days on, one more wounded": (
        [
            Text(9, "[Five people]{injured 5..5} were wounded.", kind="shooting"),
            Text(81, "[Six people]{injured 6..6} were wounded.", kind="shooting"),
        ],
        [],
        ["toll-grew"],
    ),
    "three days on, more hurt by an earthquake": (
        [
            Text(9, "[Five people]{injured 5..5} were hurt.", kind="earthquake"),
            Text(81, "[Ten people]{injured 10..10} were hurt.", kind="earthquake"),
        ],
        [],
        ["toll-grew"],
    ),
    "those in hospital, where nobody is called injured": (
        [
            Text(
                9, "All [four victims]{injured 4..4 noun=victims action=treated} are in hospital."
            ),
            Text(9.2, "[Nine people]{injured 9..9} were hurt."),
        ],
        [["four victims", "Nine people"]],
        [],
    ),
    "some of many in hospital": (
        [
            Text(9, "[Six people]{injured 6..6 noun=people action=treated} went to hospital."),
            Text(9.2, "[Thirty people]{injured 30..30} were hurt."),
        ],
        [],
        [],
    ),
    "four shot, one killed, whether or not among them": (
        [
            Text(9, "[Four people]{shot 4..4} were shot, [one]{killed 1..1} fatally."),
            Text(9.2, "[One]{killed 1..1} was killed and [four]{injured 4..4} were wounded."),
        ],
        [],
        ["within-bounds"],
    ),
    "a sentence over several accidents": (
        [
            Text(9, "[Three people]{injured 3..3} were hurt in the tunnel."),
            Text(9.2, "[Nine people]{injured 9..9} were hurt in separate accidents."),
        ],
        [],
        ["different-event"],
    ),
    "two women, and others besides": (
        [
            Text(9, "[Two women]{injured 2..2 noun=women} were hurt."),
            Text(9.2, "[Four people]{injured 4..4 noun=people} were hurt."),
        ],
        [],
        ["subset"],
    ),
    "the names of some": (
        [
            Text(9, "The names of [two victims]{injured 2..2 noun=victims} are known."),
            Text(9.2, "[Four people]{injured 4..4 noun=people} were hurt."),
        ],
        [],
        ["subset"],
    ),
    "others who were shot beside the dead": (
        [
            Text(9, "He died. [Five other people]{shot 5..5 increment} were shot as well."),
            Text(9.2, "[Three]{injured 3..3} were hurt."),
        ],
        [["Five other people", "Three"]],
        [],
    ),
    "a violent weekend beside one of its nights": (
        [
            Text(9, "[Nine]{injured 9..9} were hurt in a violent weekend."),
            Text(9.2, "[Four]{injured 4..4} were hurt at the quay."),
        ],
        [],
        ["different-event"],
    ),
    "one of four hurt has died": (
        [
            Text(9, "[Four people]{injured 4..4} were hurt."),
            Text(9.2, "[One]{killed 1..1} died and [three]{injured 3..3} were hurt."),
        ],
        [],
        ["sum"],
    ),
}


@pytest.mark.parametrize(("reports", "flagged", "spared"), CASES.values(), ids=CASES)
def test_figures(reports: list[Text], flagged: list[list[str]], spared: list[str]) -> None:
    outcomes = list(check(event(*reports)))
    assert (quotations(outcomes), reasons(outcomes)) == (flagged, spared)
