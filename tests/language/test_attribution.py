"""Who says a figure, and in which voice: in one sentence, and over several."""

from __future__ import annotations

import pytest

from tests.language.counted import count_claims

OUTLET, QUOTED, DENIED, HYPOTHETICAL = "outlet", "quoted", "denied", "hypothetical"

# text: (words of the count, who says so, voice) for each count
SPEAKERS: dict[str, list[tuple[str, str | None, str]]] = {
    "Police said 12 people were killed.": [("12 people", "Police", OUTLET)],
    "It is not true that 40 guards were killed, the ministry said.": [
        ("40 guards", "the ministry", DENIED)
    ],
    "Claims that 60 people were killed are untrue, the mine said.": [
        ("60 people", "the mine", DENIED)
    ],
    "The claim was made after 60 people were killed in a false alarm.": [
        ("60 people", None, OUTLET)
    ],
    "Twelve people were killed, police said.": [("Twelve people", "police", OUTLET)],
    "Twelve people were killed, police in the port city of Orvel said on Friday.": [
        ("Twelve people", "police in the port city of Orvel", OUTLET)
    ],
    "Twelve people were killed, according to the interior ministry.": [
        ("Twelve people", "the interior ministry", OUTLET)
    ],
    "According to the interior ministry, 12 people were killed.": [
        ("12 people", "the interior ministry", OUTLET)
    ],
    "The interior ministry put the number of dead at 12.": [
        ("12", "The interior ministry", OUTLET)
    ],
    "Mayor Ada Brek told reporters that 12 people were killed.": [
        ("12 people", "Mayor Ada Brek", OUTLET)
    ],
    '"Twelve people were killed," said fire chief Ada Brek, weeping.': [
        ("Twelve people", "fire chief Ada Brek", QUOTED)
    ],
    '"Twelve people were killed," said Ada Brek, the mayor.': [
        ("Twelve people", "Ada Brek", QUOTED)
    ],
    '"Twelve people were killed," Ada Brek said. "Forty were hurt."': [
        ("Twelve people", "Ada Brek", QUOTED),
        ("Forty", "Ada Brek", QUOTED),
    ],
    "Ada Brek, who leads the rescue, said 12 people were killed.": [
        ("12 people", "Ada Brek", OUTLET)
    ],
    "Ada Brek, the mayor of Orvel, said that 12 people were killed.": [
        ("12 people", "Ada Brek", OUTLET)
    ],
    "The ministry sent a helicopter. It said 12 people had been killed.": [
        ("12 people", "The ministry", OUTLET)
    ],
    "Ada Brek runs the hospital, officials said. She said 12 people had been treated there.": [
        ("12 people", "Ada Brek", OUTLET)
    ],
    "Officials said 12 people were killed, but a doctor at the hospital put the toll at 19.": [
        ("12 people", "Officials", OUTLET),
        ("19", "a doctor at the hospital", OUTLET),
    ],
    "The army says 12 fighters died. The rebels say 40 civilians were killed.": [
        ("12 fighters", "The army", OUTLET),
        ("40 civilians", "The rebels", OUTLET),
    ],
    "State television reported 12 dead, citing the governor.": [("12", "the governor", OUTLET)],
    "The governor denied that 12 people were killed.": [("12 people", "The governor", DENIED)],
    "Officials denied reports that 12 people had been killed.": [
        ("12 people", "Officials", DENIED)
    ],
    "Up to 40 people could die if the dam breaks, engineers warned.": [
        ("Up to 40 people", "engineers", HYPOTHETICAL)
    ],
    "If the dam broke, 40 people would drown.": [("40 people", None, HYPOTHETICAL)],
    # A modal makes a figure possible only where it governs the verb of harm.
    "The quake could kill up to 1,000 people.": [("up to 1,000 people", None, HYPOTHETICAL)],
    "The flood could leave 40 people dead.": [("40 people", None, HYPOTHETICAL)],
    "Up to 40 people may have died.": [("Up to 40 people", None, HYPOTHETICAL)],
    "The gang planned to kill three officers.": [("three officers", None, HYPOTHETICAL)],
    "The seven walkers who were hurt are expected to recover.": [("seven walkers", None, OUTLET)],
    "The crash that left six people hurt could be linked to ice.": [("six people", None, OUTLET)],
    "Four hikers were injured in what may be an avalanche.": [("Four hikers", None, OUTLET)],
    "Two people were killed, and the driver may be charged.": [("Two people", None, OUTLET)],
    "A local newspaper reported that 12 people were killed.": [
        ("12 people", "A local newspaper", OUTLET)
    ],
    "A spokesman for the hospital said 12 people had died.": [
        ("12 people", "A spokesman for the hospital", OUTLET)
    ],
    "Twelve people died, the hospital confirmed.": [("Twelve people", "the hospital", OUTLET)],
    "Witnesses told the agency that they saw 12 bodies.": [("12 bodies", "Witnesses", OUTLET)],
    "The toll stands at 12, the Red Cross says.": [("12", "the Red Cross", OUTLET)],
    "Twelve people were killed in the blast. No group has claimed responsibility.": [
        ("Twelve people", None, OUTLET)
    ],
    "In a statement, the union said 12 members were killed.": [("12 members", "the union", OUTLET)],
    "The blast killed 12 people, the fire brigade wrote on its website.": [
        ("12 people", "the fire brigade", OUTLET)
    ],
    "Twelve people were killed, said the ministry.": [("Twelve people", "the ministry", OUTLET)],
    "The rebels said 60 had died. The ministry says 12 people died.": [
        ("60", "The rebels", OUTLET),
        ("12 people", "The ministry", OUTLET),
    ],
    "ORVANE, March 5 — Local officials said 12 people were killed.": [
        ("12 people", "Local officials", OUTLET)
    ],
    "Police believe 12 people were killed.": [("12 people", "Police", OUTLET)],
    "Twelve people, among them two nurses, were killed, Ada Brek told the radio.": [
        ("Twelve people", "Ada Brek", OUTLET),
        ("two nurses", "Ada Brek", OUTLET),
    ],
    "He said 12 people were killed.": [("12 people", None, OUTLET)],
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.items())
def test_who_says_so(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = [(c.said, c.attributed_to, c.voice.value) for c in count_claims(text)]
    assert found == expected
