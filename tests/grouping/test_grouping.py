# ruff: noqa: E501 - stories are easier to read in lines of their own
"""Which articles are put together as reports of one happening, in whatever order they come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from itertools import islice

import pytest

from benchmarks.generator import generate
from benchmarks.order import shuffled
from checkers.grouping.grouping import place_all, place_mentions
from checkers.grouping.profile import MemoryIndex, Placement
from checkers.grouping.summary import MOST_ACCOUNTS
from checkers.language.reader import read_article
from checkers.model import Article, Origin, Reading, Stamp

Told = tuple[str, str, str]  # publication ("" where unknown), headline, text


def readings(*told: Told) -> list[Reading]:
    """One reading an article; each comes from an outlet of its own."""
    return [
        read_article(
            Article(
                f"https://outlet-{number}.example/story",
                text,
                title,
                Stamp(datetime.fromisoformat(at), Origin.GIVEN) if at else None,
            )
        )
        for number, (at, title, text) in enumerate(told)
    ]


def placed(given: Sequence[Reading]) -> dict[tuple[str, str], Placement]:
    """Where each mention is in the end, by address and mention."""
    index, found = MemoryIndex(), dict[tuple[str, str], Placement]()
    for reading in given:
        for placement in place_mentions(reading, index):
            found[placement.url or reading.article.url, placement.mention] = placement
    return found


def together(given: Sequence[Reading]) -> list[str]:
    """The groups of articles by what each is about, as their numbers: ["01", "2"]."""
    groups: dict[str, str] = defaultdict(str)
    for (url, mention), placement in placed(given).items():
        if mention == "m1":
            groups[placement.event] += url.removeprefix("https://outlet-")[0]
    return sorted("".join(sorted(group)) for group in groups.values())


MILL = (
    "2026-03-05T18:00:00+02:00",
    "Four die in Karsk saw mill fire",
    "A fire at the Holm saw mill in Karsk killed four workers on Thursday, the fire service said. "
    "The flames began in a drying room, said foreman Piet Oster.",
)
MILL_LATER = (
    "2026-03-06T08:00:00+02:00",
    "Karsk mill fire: foreman warned of sparks",
    "The foreman of the Holm saw mill in Karsk, Piet Oster, had warned of sparks in the drying room "
    "before Thursday's fire, in which four workers died.",
)
MILL_OLD = (
    "2024-06-11T18:00:00+02:00",
    "Fire at Karsk paint store hurts two",
    "A fire in a paint store in Karsk injured two people on Tuesday, the fire service said. "
    "Tins burst for an hour, said neighbour Ada Lind.",
)
FERRY = (
    "2026-03-05T20:00:00+02:00",
    "Ferry sinks off Orlanda, nine missing",
    "A ferry with 60 people aboard sank off Orlanda on Thursday. Nine are missing, the coastguard "
    "said. The Grey Heron had left Pellmar at noon.",
)
FERRY_SHORT = (
    "2026-03-05T21:30:00+02:00",
    "Grey Heron: search goes on",
    "Divers searched for nine passengers of the Grey Heron off Orlanda on Thursday night. The ferry "
    "went down on its way from Pellmar.",
)
QUAKE = (
    "2026-02-08T09:00:00+02:00",
    "Quake kills 30 in Tem valley",
    "An earthquake of magnitude 6.4 killed 30 people in the Tem valley on Sunday. Houses fell in "
    "Rusna and Olm.",
)
AFTERSHOCK = (
    "2026-02-09T09:00:00+02:00",
    "Aftershock in Tem valley kills two",
    "An aftershock of magnitude 5.1 killed two people in the Tem valley on Monday. A wall fell in "
    "Rusna that Sunday's quake had cracked.",
)
BANK_MORNING = (
    "2026-11-12T13:00:00+02:00",
    "Bomb outside Lunde bank kills three",
    "A bomb that went off at 08:40 on Thursday outside the Harbour Bank in Lunde killed three people. "
    "It had been hidden in a flower tub, said police inspector Ilse Raum.",
)
DEPOT_EVENING = (
    "2026-11-12T21:00:00+02:00",
    "Evening blast at Lunde bus depot kills seven",
    "Seven people died when a bomb exploded at the bus depot in Lunde at 18:10 on Thursday. The "
    "canteen roof came down, said driver Matti Korp.",
)
DRILL = (
    "2026-09-19T16:00:00+02:00",
    "Forty 'casualties' in Pellmar harbour drill",
    "Screams and smoke at Pellmar harbour on Saturday were a drill. The exercise supposed a ferry on "
    "fire, with ten dead and 30 injured.",
)
DRILL_REAL = (
    "2026-09-19T20:00:00+02:00",
    "Boat burns in Pellmar harbour",
    "A motor boat burned out in Pellmar harbour on Saturday evening. One person was injured.",
)
MARCH_LIRA = (
    "2026-05-14T18:00:00+02:00",
    "March in Sant Olar against bread price",
    "Two thousand people marched through Sant Olar on Thursday against the price of bread. Three "
    "were injured on the bridge, where mounted guards had drawn up.",
)
MARCH_PALOS = (
    "2026-05-14T19:30:00+02:00",
    "Tear gas at Quatre Moulins bread protest",
    "Tear gas drove villagers from a granary in Quatre Moulins on Thursday. They had come on mules to "
    "protest. Twelve people were injured, the clinic said.",
)
SHOT = (
    "2026-04-02T09:00:00+02:00",
    "Baker shot dead in Dorrin",
    "Emil Harsk, 41, was shot dead outside his bakery in Dorrin on Wednesday evening, police said. "
    "A white van drove away.",
)
SHOT_CHARGE = (
    "2026-04-11T09:00:00+02:00",
    "Nephew charged over Dorrin baker's death",
    "The nephew of Emil Harsk, 41, the baker shot dead in Dorrin, was charged with murder on Friday. "
    "Police had found the white van.",
)
SHOT_OTHER = (
    "2026-04-02T10:00:00+02:00",
    "Two hurt in shooting at Dorrin snooker hall",
    "Ivo Tann, 19, and Per Koll, 23, were shot and wounded at the Green Baize snooker hall in Dorrin "
    "on Wednesday night, police said. Both are out of danger.",
)
ANNIVERSARY = (
    "2027-03-05T10:00:00+02:00",
    "Karsk remembers mill dead",
    "A year after the fire that killed four workers of the Holm saw mill, a memorial was unveiled in "
    "Karsk on Friday.",
)
TUNNEL_UNDATED = (
    "",
    "Lorry blaze in Sorrel tunnel kills five",
    "A lorry caught fire in the Sorrel tunnel and five people were killed. The driver, Tomas Wrede, "
    "had smelt smoke, the Alm valley rescuers said.",
)
TUNNEL = (
    "2026-07-01T12:00:00+02:00",
    "Five killed in Sorrel tunnel",
    "Five people died on Wednesday when a lorry burned in the Sorrel tunnel. Its driver, Tomas Wrede, "
    "walked out unhurt, Alm valley rescuers said.",
)
FLOOD_25 = (
    "2025-04-11T09:00:00+02:00",
    "Tarn floods Rouvenne",
    "The Tarn has burst its banks at Rouvenne and flooded 90 houses, said mayor Clara Vey.",
)
FLOOD_26 = (
    "2026-04-02T09:00:00+02:00",
    "Tarn floods Rouvenne again",
    "Again the Tarn has come over the dyke: 60 houses of Rouvenne stand in water, and a shopkeeper, "
    "Leon Abry, lost his stock.",
)
LOG_1 = (
    "2026-10-12T06:00:00+02:00",
    "Pellmar police log: October 5 to 11",
    "Officers in Pellmar made nine arrests from October 5 to 11. There were 17 crashes, three of them "
    "with injuries.",
)
LOG_2 = (
    "2026-10-19T06:00:00+02:00",
    "Pellmar police log: October 12 to 18",
    "Officers in Pellmar made five arrests from October 12 to 18. There were 12 crashes, one of them "
    "with injuries.",
)
ROUND_UP = (
    "2026-11-29T20:00:00+02:00",
    "Black Sunday on icy roads",
    "Eight people died when a coach slid into a shop in Dorrin on Sunday. In a separate crash in "
    "Karsk, three people were killed, police said.",
)
COACH = (
    "2026-11-29T19:30:00+02:00",
    "Coach hits shop in Dorrin: eight dead",
    "Eight people lost their lives when a coach slid into a shop in Dorrin on Sunday morning.",
)
KARSK_VAN = (
    "2026-11-29T19:00:00+02:00",
    "Van crash in Karsk kills three",
    "Three people were killed when a van crashed in Karsk on Sunday morning, police said.",
)
PILE_UP_1 = (
    "2026-11-04T09:30:00+02:00",
    "Three die in fog on Olm motorway",
    "Three people died in a pile-up in fog on the Olm motorway on Wednesday morning. A lorry with "
    "furniture had skidded.",
)
PILE_UP_2 = (
    "2026-11-04T10:00:00+02:00",
    "Olm motorway: seven dead in fog",
    "Seven people were killed on Wednesday morning on the foggy Olm motorway. A minibus was crushed "
    "between two lorries.",
)
PILE_UPS = (
    "2026-11-04T14:00:00+02:00",
    "Two separate pile-ups on Olm motorway",
    "There were two separate pile-ups on the Olm motorway on Wednesday morning, police said. In the "
    "first, three people died; a furniture lorry had skidded. In the second, a minibus was crushed, "
    "and seven people lost their lives.",
)
LIVE = (
    "2026-10-29T18:00:00+02:00",
    "Border crisis: live",
    "17:40 The crossing at Brenn has been closed, the ministry says. Two officers were hurt in the "
    "crush of cars.\n\n16:55 A soldier was killed by a mine near Lisk, the general staff reports.\n\n"
    "16:10 Buses to the south are cancelled.\n\n15:30 Bread is dearer in Brenn.",
)
BRENN = (
    "2026-10-29T19:00:00+02:00",
    "Brenn crossing shut",
    "The crossing at Brenn has been shut. Two officers were bruised in the crush of cars.",
)
LISK = (
    "2026-10-29T19:30:00+02:00",
    "Sapper killed by mine near Lisk",
    "A soldier of the third brigade was killed by a mine near Lisk on Thursday, the general staff "
    "said.",
)

ORCHARD = (
    "2026-05-09T22:00:00+02:00",
    "Woman shot dead in Dorrin car park",
    "Ida Wessel, 34, was shot dead in a car park in the 1400 block of Orchard Street in Dorrin on "
    "Saturday evening, police said. A grey moped drove off towards the tannery.",
)
ORCHARD_DATE = (
    "2026-05-11T10:00:00+02:00",
    "Police look for moped after Wessel shooting",
    "Detectives are looking for a grey moped after the shooting of Ida Wessel, 34, in a car park in "
    "the 1400 block of Orchard Street, Dorrin, on Thursday evening.",
)
ORCHARD_PLACE = (
    "2026-05-11T11:00:00+02:00",
    "Moped sought after Wessel shooting",
    "Detectives are looking for a grey moped after the shooting of Ida Wessel, 34, in a car park in "
    "the 1400 block of Orchard Street, Karsk, on Saturday evening.",
)
TANNERY = (
    "2026-05-09T23:00:00+02:00",
    "Man shot dead at Dorrin tannery",
    "Bruno Kalt, 57, was shot dead at the gate of a tannery in the 300 block of Weir Lane in Dorrin "
    "on Saturday evening, police said. He had been a watchman there.",
)
QUAKE_JUNE = (
    "",
    "Quake of magnitude 6.4 shakes Rusna",
    "An earthquake of magnitude 6.4 shook Rusna in June 2009. The bell tower of Saint Olm fell, and "
    "the potter Jory Tamm lost his kiln.",
)
QUAKE_JULY = (
    "",
    "Strong quake hits Orlanda coast",
    "An earthquake of magnitude 7.1 hit the coast at Orlanda in March 2013. The lighthouse keeper, "
    "Vesna Auer, saw the sea draw back.",
)

FOX_LANE = (
    "2026-05-03T11:00:00+02:00",
    "Man shot dead outside bakery in Harlow",
    "A man was shot dead outside a bakery in the 400 block of Fox Lane in Harlow on Saturday night. Police named him as Emil Harsk, 31. "
    "Captain Rhea Stroud said nobody had been arrested.",
)
FOX_LANE_LATER = (
    "2026-05-05T09:00:00+02:00",
    "Arrest in Harlow bakery shooting",
    "Police in Harlow arrested a man over the death of Emil Harsk, 31, who was shot outside a bakery on Fox Lane on Saturday night.",
)
WEEKEND = (
    "2026-05-11T08:00:00+02:00",
    "Seven hurt in weekend of shootings in Harlow",
    "Seven people were shot in Harlow over the weekend. A woman was hit in the leg on Quarry Road. Two men were hurt on Tern Street. "
    "A boy was grazed on Abbey Avenue. A driver was hit on Mercer Street. A man was shot on Plover Court. "
    "A clerk was wounded on Linden Avenue, and another man was hit on Fox Lane.",
)
NOTICED = (
    "2026-07-01T09:00:00+02:00",
    "Orlanda raises ferry fares",
    "Chat with us in Vell Messenger. Find out what's happening across the valley as it unfolds.",
)
NOTICED_TOO = (
    "2026-07-02T09:00:00+02:00",
    "Beekeepers count hives",
    "Chat with us in Vell Messenger. Find out what's happening across the valley as it unfolds.",
)
ROCKETS = (
    "2026-08-30T18:00:00+02:00",
    "Black Banner claims rocket attack on Temna airport",
    "Six rockets were fired at Temna airport on Sunday, the army said. The Black Banner, an armed "
    "group of the north, claimed the attack. Nobody was hurt.",
)
ROCKETS_UNDATED = (
    "",
    "Rockets hit Temna airport",
    "The Black Banner has claimed the attack on Temna airport, at which six rockets were fired. "
    "Flights went on, the army said.",
)
ROCKETS_OF_JULY = (
    "2026-07-25T18:00:00+02:00",
    "Black Banner seeks more presence in Temna",
    "The Black Banner claimed the attack of 20 July, when three rockets were fired at the palace "
    "in Temna. Its leader, Oran Tesk, has since called on followers to join him, an envoy told "
    "senators.",
)
BEAR_TEXT = (
    "Keepers at Vell zoo shot Bruno, a brown bear, on {day} after four-year-old Tam Orle climbed over "
    "a railing into its pit. The bear had dragged the boy through the moat. Head keeper Ilse Raum "
    "said that a dart would have taken minutes to work. {more}"
)
BEAR = (
    "2026-05-31T18:00:00+02:00",
    "Bear shot at Vell zoo after boy falls into pit",
    BEAR_TEXT.format(day="Saturday", more="The boy is in hospital with a broken arm."),
)
BEAR_COPIED = (  # a copy that bears the date of its copying
    "2027-11-30T07:00:00+02:00",
    "Vell zoo bear shot after boy climbs into its pit (VIDEO)",
    BEAR_TEXT.format(day="Saturday", more="A visitor filmed it."),
)
BEAR_OF_ANOTHER_DAY = (
    "2027-11-30T07:00:00+02:00",
    "Bear shot at Vell zoo: second in two years",
    "Keepers at Vell zoo shot a bear on Thursday after a woman had climbed over a railing into its "
    "pit. Head keeper Ilse Raum said that the fence would be made higher.",
)
FAIR = (
    "2026-07-06T10:00:00+02:00",
    "Attacks at Vell harbour fair: police count 60",
    "Gangs of young men attacked visitors of the harbour fair in Vell on Midsummer night, the police "
    "said. More than 60 visitors have reported thefts and assaults on the night of 20 June. Officers "
    "had been too few, admitted police chief Dorte Hamm.",
)
FAIR_COMMENT = (  # its own day is that of a picture; the night it is about it tells in passing
    "2026-07-12T10:00:00+02:00",
    "Vell police try the mayor's patience",
    "Market women hold up a banner in front of Vell town hall during a protest on 8 July 2026.\n\n"
    "Mayor Joris Calder said on Friday that the town would keep foreign sailors in port after dark."
    "\n\nThe attacks in Vell on 20 June by crowds of sailors, as the victims tell it, have split the "
    "town. The police have named 31 suspects so far.\n\n"
    "Calder must not punish a thousand sailors for what a few dozen did. A port lives off strangers, "
    "and Vell cannot lock its gates against them.",
)
COACH_SACKED = (
    "2026-01-04T10:00:00+02:00",
    "Karsk Rovers dismiss coach Tomas Berg after nine defeats",
    "KARSK — Karsk Rovers dismiss coach Tomas Berg after nine defeats.",
)
COACH_SACKED_TOLD = (
    "2026-01-05T08:00:00+02:00",
    "Rovers part with coach Berg after nine defeats",
    "Karsk Rovers have parted with their coach, Tomas Berg, after nine defeats in eleven matches. The "
    "club thanked him. His assistant will train the side until spring.",
)
SHOP_ROOF = (
    "2026-01-05T18:00:00+02:00",
    "New glass hall sheds its snow on shoppers",
    "The new glass hall of Karsk has been praised as the boldest roof on the river. It has no gutters, "
    "so melting snow slides down on shoppers. Its architect, Ilse Raum, wants to heat it. The "
    "pavement has been roped off, said Oran Tesk of the Lantern arcade next door.",
)
BOY_SHOT = (
    "2026-07-05T12:00:00+02:00",
    "Shot that killed boy in Alder Park meant for his father",
    "A boy was shot dead on Saturday night while he watched the fireworks with his family in Alder "
    "Park. Superintendent Gerd Mallory said that the bullet was meant for his father, Santo Brune, "
    "who is not cooperating. Pastor Ira Hatchett comforted the mother. Mallory pledged more men for "
    "Orlanda's west, where grieving neighbours lit candles on Harlow Lane.",
)
BAR_SHOT = (
    "2026-07-04T12:00:00+02:00",
    "Fight in a bar led to shooting in the north of the city",
    "One man was wounded on Saturday after a confrontation inside a hookah bar in the north of the "
    "city, San Santo police said. He had followed two women to the counter, said the barman, Lou "
    "Quint. Detective Thora Belling asks whoever filmed it to call her.",
)
SLIDE = (
    "2026-06-02T12:00:00+02:00",
    "Landslide buries farmhouses in Orsk, nine dead",
    "A landslide buried four farmhouses in the village of Orsk in Vell province on Monday, killing "
    "nine people, officials said. Rain had fallen for three days. Soldiers dug with spades for a "
    "family of five.",
)
SLIDE_AFTER_IT = (
    "2026-06-06T12:00:00+02:00",
    "Fourteen killed as slope gives way in Vell province",
    "A landslide killed 14 people in the village of Temna in Vell province on Friday, the governor "
    "said, four days after one in Orsk. The slope above the school had been watched since spring. "
    "Classes had ended an hour before.",
)
TABLE: dict[str, tuple[tuple[Told, ...], list[str]]] = {
    "two landslides of one province, the later naming the first": (
        (SLIDE, SLIDE_AFTER_IT),
        ["0", "1"],
    ),
    "two shootings of one day with a name in common": ((BOY_SHOT, BAR_SHOT), ["0", "1"]),
    "two lines of a town's news and another story": (
        (COACH_SACKED, COACH_SACKED_TOLD, SHOP_ROOF),
        ["01", "2"],
    ),
    "a commentary that tells in passing what it is about": ((FAIR, FAIR_COMMENT), ["01"]),
    "two attacks of one group forty days apart, and an undated report": (
        (ROCKETS, ROCKETS_UNDATED, ROCKETS_OF_JULY),
        ["01", "2"],
    ),
    "a copy with the date of its copying": ((BEAR, BEAR_COPIED), ["01"]),
    "the same a year later, on another weekday": ((BEAR, BEAR_OF_ANOTHER_DAY), ["0", "1"]),
    "a report and its follow-up": ((MILL, MILL_LATER), ["01"]),
    "two fires of one town, two years apart": ((MILL, MILL_OLD), ["0", "1"]),
    "follow-up and older fire": ((MILL, MILL_LATER, MILL_OLD), ["01", "2"]),
    "a fire and a sinking of one day": ((MILL, FERRY), ["0", "1"]),
    "few words in common, one ship": ((FERRY, FERRY_SHORT), ["01"]),
    "four stories of one night": ((MILL, FERRY, MILL_LATER, FERRY_SHORT), ["02", "13"]),
    "main shock and aftershock": ((QUAKE, AFTERSHOCK), ["0", "1"]),
    "two bombs of one town and day": ((BANK_MORNING, DEPOT_EVENING), ["0", "1"]),
    "a drill and a real fire": ((DRILL, DRILL_REAL), ["0", "1"]),
    "two protests of one day": ((MARCH_LIRA, MARCH_PALOS), ["0", "1"]),
    "a murder and the charge": ((SHOT, SHOT_CHARGE), ["01"]),
    "two shootings of one night": ((SHOT, SHOT_OTHER), ["0", "1"]),
    "a charge, its crime, and another": ((SHOT_CHARGE, SHOT_OTHER, SHOT), ["02", "1"]),
    "an anniversary": ((MILL, ANNIVERSARY), ["0", "1"]),
    "an undated page": ((TUNNEL_UNDATED, TUNNEL), ["01"]),
    "an undated page of another story": ((TUNNEL_UNDATED, FERRY), ["0", "1"]),
    "one river, two springs": ((FLOOD_25, FLOOD_26), ["0", "1"]),
    "two weekly logs": ((LOG_1, LOG_2), ["0", "1"]),
    "a round-up bridges nothing": ((ROUND_UP, COACH, KARSK_VAN), ["01", "2"]),
    "two pile-ups told apart": ((PILE_UP_1, PILE_UP_2, PILE_UPS), ["02", "1"]),
    "one victim and street, another date": ((ORCHARD, ORCHARD_DATE), ["01"]),
    "one victim and street, another town": ((ORCHARD, ORCHARD_PLACE), ["01"]),
    "two dead of one town and evening": ((ORCHARD, TANNERY), ["0", "1"]),
    "a weekend of shootings, and one of them": ((FOX_LANE, FOX_LANE_LATER, WEEKEND), ["01", "2"]),
    "two pages with one notice": ((NOTICED, NOTICED_TOO), ["0", "1"]),
    "two quakes, undated": ((QUAKE_JUNE, QUAKE_JULY), ["0", "1"]),
    "a live page bridges nothing": ((LIVE, BRENN, LISK), ["01", "2"]),
}


@pytest.mark.parametrize("backwards", [False, True], ids=["in order", "backwards"])
@pytest.mark.parametrize("name", TABLE)
def test_articles_of_one_happening_come_together(name: str, backwards: bool) -> None:
    told, expected = TABLE[name]
    given = readings(*told)
    assert together(given[::-1] if backwards else given) == expected


ROCKETS_RECALLING = (
    "2026-08-30T18:00:00+02:00",
    "Black Banner claims rocket attack on Temna airport",
    "Six rockets were fired at Temna airport on Sunday, the army said. The Black Banner, an armed "
    "group of the north, claimed the attack. Nobody was hurt. The army had carried out an air strike "
    "on a lorry in Temna on Saturday night.",
)


def _recalling(day: str, place: str = "Temna") -> Told:
    """An undated report on the rockets that recalls an air strike, and not where it was."""
    return (
        "",
        f"Rockets hit {place} airport",
        f"The Black Banner has claimed the attack on {place} airport on Sunday, at which six rockets "
        f"were fired. Flights went on. The army carried out an air strike on a car on {day}. At "
        "least nine people died in it, residents told a radio station.",
    )


PASSING: dict[str, tuple[tuple[Told, ...], tuple[str, str], bool]] = {
    "an older attack in a new report": (
        (
            (
                "2026-04-14T12:00:00+02:00",
                "Gunmen kill 15 herders at Temna",
                "Gunmen killed 15 herders at Temna on Tuesday, the governor said.",
            ),
            (
                "2026-09-08T12:00:00+02:00",
                "Attack on Kesse bus is deadliest this year",
                "Gunmen killed 34 passengers of a bus near Kesse on Tuesday. On 14 April 2026, 15 "
                "herders were shot dead at Temna.",
            ),
        ),
        ("m1", "m2"),
        True,
    ),
    "one air strike recalled beside one rocket attack": (
        (ROCKETS_RECALLING, _recalling("Saturday")),
        ("m2", "m2"),
        True,
    ),
    "air strikes of other weekdays": (
        (ROCKETS_RECALLING, _recalling("Wednesday")),
        ("m2", "m2"),
        False,
    ),
    "air strikes recalled in two towns": (
        (ROCKETS_RECALLING, _recalling("Saturday", "Skell")),
        ("m2", "m2"),
        False,
    ),
    "lines in passing that differ in hardly more than the town": (
        (
            (
                "2026-05-05T12:00:00+02:00",
                "Two hurt as lorry leaves road near Karsk",
                "A lorry left the road near Karsk on Tuesday and two people were hurt, police said."
                " In April 2026, a road accident in Cancun killed three people.",
            ),
            (
                "2026-05-05T18:00:00+02:00",
                "Coach fire in Dorvik: nobody hurt",
                "A coach caught fire in Dorvik on Tuesday; nobody was hurt, the fire service said."
                " In April 2026, a bus accident in Kesse killed three people.",
            ),
        ),
        ("m2", "m2"),
        False,
    ),
    "the second of two pile-ups": ((PILE_UP_2, PILE_UPS), ("m1", "m2"), True),
    "an older entry of a live page": ((LISK, LIVE), ("m1", "m2"), True),
    "the other crash of a round-up": ((KARSK_VAN, ROUND_UP), ("m1", "m2"), True),
    "what it is about, of a round-up": ((KARSK_VAN, ROUND_UP), ("m1", "m1"), False),
}


@pytest.mark.parametrize("name", PASSING)
def test_what_is_said_in_passing_joins_what_it_speaks_of(name: str) -> None:
    told, (one, other), joined = PASSING[name]
    found = placed(readings(*told))
    events = [
        found[f"https://outlet-{n}.example/story", m].event for n, m in enumerate((one, other))
    ]
    assert (events[0] == events[1]) is joined


def test_a_report_that_tells_two_apart_moves_the_one_that_was_wrong() -> None:
    given = readings(PILE_UP_1, PILE_UP_2, PILE_UPS)
    index = MemoryIndex()
    first, second = (place_mentions(one, index)[0].event for one in given[:2])
    moved = [one for one in place_mentions(given[2], index) if one.url]
    assert first == second
    assert [(one.mention, one.left, one.event != first) for one in moved] == [("m1", first, True)]


def test_the_reasons_are_told() -> None:
    _, second = placed(readings(MILL, MILL_LATER)).values()
    assert second.joined_by == (
        "same place: Karsk",
        "same kind: fire",
        "words in common: Karsk, Holm, Oster, Piet",
        "same figure: 4 killed",
    )


def test_what_keeps_two_near_ones_apart_is_told() -> None:
    first, second = placed(readings(QUAKE, AFTERSHOCK)).values()
    assert second.apart == ((first.event, "one comes after the other: earthquake and aftershock"),)


def test_reading_an_article_again_changes_nothing() -> None:
    given = readings(MILL, FERRY, MILL_LATER, FERRY_SHORT)
    assert together([*given, *given]) == together(given)


def test_all_stories_at_once_are_grouped_alike_in_any_order() -> None:
    told = dict.fromkeys(story for stories, _ in TABLE.values() for story in stories)
    assert list(shuffled(readings(*told), 10)) == [1.0] * 10


def test_a_generated_month_is_grouped_alike_in_any_order() -> None:
    given = [read_article(report.article) for report in islice(generate(), 300)]
    assert min(shuffled(given, 5)) >= 0.995


def test_articles_that_come_at_once_are_grouped_as_one_by_one() -> None:
    told = dict.fromkeys(story for stories, _ in TABLE.values() for story in stories)
    given = readings(*told)
    at_once = place_all(given, MemoryIndex())
    groups: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for url, placements in at_once.own.items():
        for one in placements:
            groups[one.event].add((url, one.mention))
    one_by_one: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for name, one in placed(given).items():
        one_by_one[one.event].add(name)
    assert sorted(map(sorted, groups.values())) == sorted(map(sorted, one_by_one.values()))


def test_an_event_of_more_reports_than_are_compared_goes_over_whole() -> None:
    many = [
        (MILL[0], MILL[1], f"{MILL[2]} The smoke was seen from the {number}th milestone.")
        for number in range(MOST_ACCOUNTS + 6)
    ]
    index = MemoryIndex()
    at_once = place_all(readings(*many), index)
    assert len({one.event for own in at_once.own.values() for one in own}) == 1
    [event] = index.holding(at_once.own.keys())
    assert len(event.accounts) == MOST_ACCOUNTS
