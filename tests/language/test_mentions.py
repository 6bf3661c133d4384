"""The happenings of whole invented reports: what each is about, what it says in passing.

Reports are published on the evening of Thursday 5 March 2026 unless their time is given.
"""

from __future__ import annotations

from datetime import datetime

import pytest

from checkers.language.reader import read_article
from checkers.model import Article, Figure, Mention, Origin, Stamp

PUBLISHED = "2026-03-05T18:00:00+00:00"


def mentions(text: str, title: str = "", published: str | None = PUBLISHED) -> list[str]:
    """Each mention as "kind, day, places: figures", those in passing in brackets."""
    stamp = Stamp(datetime.fromisoformat(published), Origin.GIVEN) if published else None
    article = Article("https://outlet.example/a", text, title=title, published=stamp)
    return [_shown(mention) for mention in read_article(article).mentions]


def _shown(mention: Mention) -> str:
    day = (mention.when.written_from or "")[:10] if mention.when else ""
    what = ", ".join(filter(None, (mention.kind, day, "/".join(p.name for p in mention.places))))
    figures = ", ".join(f"{m} {_figure(f)}" for m, f in sorted(mention.figures.items()))
    whole = f"{what}: {figures}" if figures else what
    return f"({whole})" if mention.background else whole


def _figure(figure: Figure) -> str:
    if figure.low == figure.high:
        return f"{figure.low:g}"
    return f"{figure.low or 0:g}.." + ("" if figure.high is None else f"{figure.high:g}")


TABLE = {  # what is tried: (title, text), mentions
    "one happening": (
        (
            "Roof falls in at Brenn swimming bath",
            "Three people were killed when the roof of the swimming bath in Brenn collapsed on "
            "Wednesday evening, the fire service said. Eleven were injured.",
        ),
        [
            "collapse, 2026-03-04, Brenn: injured 11, killed 3",
        ],
    ),
    "days after one in another town": (
        (
            "Landslide kills 14 in Vell province",
            "A landslide killed 14 people in the village of Temna in Vell province on Wednesday, "
            "the governor said, four days after one in Orsk.",
        ),
        [
            "landslide, 2026-03-04, Temna/Vell province: killed 14",
            "(Orsk)",
        ],
    ),
    "it came days after a like one": (
        (
            "Mill burns in Karsk",
            "A fire at a mill in Karsk killed two workers on Wednesday. It came a week after a "
            "fire in Brenn.",
        ),
        [
            "fire, 2026-03-04, Karsk: killed 2",
            "(fire, Brenn)",
        ],
    ),
    "days after that which it is about": (
        (
            "Search ends in Orsk",
            "Soldiers ended their search on Wednesday, three days after a landslide in the village "
            "of Orsk killed nine people.",
        ),
        [
            "landslide, Orsk: killed 9",
        ],
    ),
    "what buries a village buries nobody's dead": (
        (
            "",
            "An avalanche buried two huts at Orvane on Wednesday, killing nine people, officials "
            "said.",
        ),
        [
            "avalanche, 2026-03-04, Orvane: killed 9",
        ],
    ),
    "the worst since": (
        (
            "Coach plunges into ravine near Karsk",
            "A coach plunged into a ravine near Karsk on Wednesday, killing 14 people, police "
            "said. It was the worst accident on the road since 2019, when 51 people died in a "
            "crash.",
        ),
        [
            "crash, 2026-03-04, Karsk: killed 14",
            "(crash, 2019-01-01: killed 51)",
        ],
    ),
    "what it befell is named, and nothing befell it": (
        (
            "Ferry sinks off Karsk",
            "A ferry sank off Karsk on Wednesday, killing 14 people, police said. The ferry, built "
            "in 1994, had been overhauled in November.",
        ),
        [
            "sinking, 2026-03-04, Karsk: killed 14",
            "(2025-11-01)",
        ],
    ),
    "it befell another of its sort": (
        (
            "Ferry sinks off Karsk",
            "A ferry sank off Karsk on Wednesday, killing 14 people, police said. Another ferry "
            "capsized there in November.",
        ),
        [
            "sinking, 2026-03-04, Karsk: killed 14",
            "(sinking, 2025-11-01)",
        ],
    ),
    "trial": (
        (
            "Owner on trial over Dorrin club fire",
            "The owner of a club in Dorrin went on trial on Thursday over a fire in which 17 "
            "guests died in 2024. He denies manslaughter.",
        ),
        [
            "trial, 2026-03-05, Dorrin: killed 17",
        ],
    ),
    "funeral": (
        (
            "Hundreds at funeral of Lisk miners",
            "Hundreds of people attended the funeral on Thursday of nine miners who were "
            "killed in an explosion at the Lisk pit on Sunday.",
        ),
        [
            "funeral, 2026-03-05, Lisk pit: killed 9",
        ],
    ),
    "anniversary": (
        (
            "Orvane remembers the dam burst",
            "Orvane held a minute's silence on Thursday on the tenth anniversary of the flood "
            "of 2016, in which 31 people died.",
        ),
        [
            "memorial, 2026-03-05: killed 31",
        ],
    ),
    "pluperfect series": (
        (
            "Stallholder dies in Telmont market fire",
            "A stallholder was killed in a fire at the covered market in Telmont on Wednesday "
            "night. It was the third fire in the town this week: on Monday two people had died "
            "in a blaze in Mill Lane.",
        ),
        [
            "fire, 2026-03-04, Telmont market/Telmont: killed 1",
            "(fire, 2026-03-02, Mill Lane: killed 2)",
        ],
    ),
    "separate accident": (
        (
            "Cyclist killed in Harrow",
            "A cyclist was killed in a crash with a lorry in Harrow on Thursday morning. In a "
            "separate crash in Skell, two people were injured on Wednesday.",
        ),
        [
            "road-crash, 2026-03-05, Harrow: killed 1",
            "(crash, 2026-03-04, Skell: injured 2)",
        ],
    ),
    "two happenings": (
        (
            "Two separate pile-ups close motorway",
            "Two separate pile-ups on the motorway near Ludin killed three people on Thursday. "
            "Two died in the first near Ludin. In the second, a man of 40 was killed.",
        ),
        [
            "road-crash, 2026-03-05, Ludin: killed 3",
            "(road-crash, 2026-03-05, Ludin: killed 1)",
        ],
    ),
    "drill": (
        (
            "Fifty 'injured' in tunnel drill",
            "Fifty people were 'injured' in a drill in the Karsk tunnel on Thursday. In the "
            "scenario a train had derailed and 12 passengers were killed.",
        ),
        [
            "drill, 2026-03-05, Karsk tunnel",
        ],
    ),
    "list of earlier": (
        (
            "Gunmen kill six at Temna",
            "Gunmen killed six herders at Temna on Wednesday, the governor said. On 3 "
            "February, 15 people were shot dead at Kesse. In January, nine farmers were killed "
            "in an attack near Oudray.",
        ),
        [
            "shooting, 2026-03-04, Temna: killed 6",
            "(shooting, 2026-02-03, Kesse: killed 15)",
            "(attack, 2026-01-01, Oudray: killed 9)",
        ],
    ),
    "strike before": (
        (
            "Rockets hit Karsholm airport",
            "Five rockets hit the airport at Karsholm on Thursday, the army said. On Sunday, a "
            "drone strike blew up a car carrying suicide bombers before they could attack the "
            "evacuation at the airport, officials said.",
        ),
        [
            "rocket-attack, 2026-03-05, Karsholm airport/Karsholm: rocket 5",
            "(air-strike, 2026-03-01, airport)",
        ],
    ),
    "years after": (
        (
            "Dam burst: Orvane lays wreaths",
            "Orvane laid wreaths on Thursday at a ceremony on the anniversary of the flood of "
            "2016, in which 31 people died.",
        ),
        [
            "memorial, 2026-03-05: killed 31",
        ],
    ),
    "round-up": (
        (
            "In brief",
            "A man was killed in a fire at a sawmill in Karsk on Wednesday.\n\nA van left the "
            "road near Holm on Monday and two people were injured in the crash.",
        ),
        [
            "fire, 2026-03-04, Karsk: killed 1",
            "(crash, 2026-03-02, Holm: injured 2)",
        ],
    ),
    "an earlier one": (
        (
            "Five hurt in Skell tram crash",
            "Five people were injured when two trams crashed in Skell on Thursday. Last month "
            "a tram had derailed in the same street and killed a passenger.",
        ),
        [
            "rail-crash, 2026-03-05, Skell: injured 5",
            "(rail-crash, 2026-02-01: killed 1)",
        ],
    ),
    "another town, this month and this year": (
        (
            "Two dead in bus crash near Karsk",
            "A bus left the road near Karsk on Wednesday and two people died, police said. In "
            "March 2026, a fire in Temna killed three people. The region has not forgotten the "
            "explosion in Kesse in 2026, in which four people died. It was the fourth crash near "
            "Karsk in 2026.",
        ),
        [
            "road-crash, 2026-03-04, Karsk: killed 2",
            "(fire, 2026-03-01, Temna: killed 3)",
            "(explosion, 2026-01-01, Kesse: killed 4)",
        ],
    ),
    "weather to come": (
        (
            "Frost tonight, milder air by Sunday",
            "A cold night lies ahead, the weather office in Brenn said on Thursday. Temperatures "
            "will fall to minus 8 degrees in 14 districts.",
        ),
        [
            "weather-forecast, 2026-03-05, Brenn",
        ],
    ),
    "forecast": (
        (
            "Ministry: quake could kill thousands",
            "A strong earthquake under Vessany could kill 20,000 people, the ministry of the "
            "interior warned on Thursday.",
        ),
        [
            "earthquake",
        ],
    ),
    "day in relative clause": (
        (
            "Group claims rocket attack on Karsholm",
            "A rebel group claimed the rocket attack on Karsholm airport, which took place on "
            "Monday, on the eve of the election. Nobody was hurt.",
        ),
        [
            "rocket-attack, 2026-03-02, Karsholm airport: injured 0",
        ],
    ),
    "goes back": (
        (
            "Rebels seek a foothold in Oudray",
            "The group announced its presence in the city after it launched three missiles at "
            "the palace in Oudray. This happened on 2 March, as the president was speaking. "
            "Nobody was hurt.",
        ),
        [
            "rocket-attack, 2026-03-02, Oudray: injured 0, rocket 3",
        ],
    ),
    "stamp": (
        (
            "Two shot in Harrow car park",
            "Two shot in Harrow car park Posted: Thursday, March 5, 2026 6:15 PM Updated: "
            "Thursday, March 5, 2026 6:40 PM\n\nTwo men were shot in a car park in Harrow on "
            "Monday night, police said.",
        ),
        [
            "shooting, 2026-03-02, Harrow: injured 2, shot 2",
        ],
    ),
    "no date": (
        (
            "Boat sinks off Skell",
            "A fishing boat sank off Skell and four men are missing.",
        ),
        [
            "sinking, Skell: missing 4",
        ],
    ),
    "an aftershock and the quake before it": (
        (
            "Aftershock shakes Vessany",
            "An aftershock shook Vessany on Thursday and injured four people, the observatory "
            "said. On Tuesday an earthquake had destroyed 300 houses there.",
        ),
        [
            "aftershock, 2026-03-05, Vessany: injured 4",
            "(earthquake, 2026-03-03: house 300)",
        ],
    ),
    "an aftershock that harmed nobody, and the quake of another weekday": (
        (
            "Aftershock shakes Vessany",
            "An aftershock shook Vessany on Thursday, the observatory said. Wednesday's earthquake "
            "killed 30 people there.",
        ),
        ["aftershock, 2026-03-05, Vessany", "(earthquake, 2026-03-04: killed 30)"],
    ),
    "a toll that stands is that of the quake before": (
        (
            "Aftershock shakes Vessany",
            "An aftershock shook Vessany on Thursday. The death toll stands at 30, officials said.",
        ),
        ["aftershock, 2026-03-05, Vessany", "(earthquake: killed 30)"],
    ),
    "an aftershock a day after a quake that killed": (
        (
            "Aftershock shakes Vessany",
            "An aftershock shook Vessany on Thursday, a day after an earthquake killed 30 people.",
        ),
        ["aftershock, 2026-03-05, Vessany", "(earthquake: killed 30)"],
    ),
    "a toll of the aftershock's own, and the main shock's": (
        (
            "Aftershock kills two in Vessany",
            "An aftershock killed two people in Vessany on Thursday. The tremor hurt four more. "
            "The main shock had killed 30.",
        ),
        ["aftershock, 2026-03-05, Vessany: injured 4, killed 2", "(earthquake: killed 30)"],
    ),
    "a live page": (
        (
            "Storm Runa: live",
            "17:40 The crossing at Brenn has been closed in the storm. Two officers were hurt, "
            "the ministry says.\n\n16:55 A ferry has sunk off Skell. Four men are missing.\n\n"
            "16:10 Schools in the south stay closed.\n\n15:30 Trains stand still.",
        ),
        ["storm, Brenn: injured 2", "(sinking, Skell: missing 4)"],
    ),
    "the time of an entry on a line of its own": (
        (
            "Latest: Brenn bus crash",
            "6:30 p.m.\n\nA bus crash in Brenn injured five people, police say.\n\n"
            "1:35 p.m.\n\nPolice have named the driver.\n\n"
            "12 p.m.\n\nThe road is shut.",
        ),
        ["road-crash, Brenn: injured 5"],
    ),
    "a time of day told of a crash": (
        (
            "Bus crash in Brenn",
            "A bus crash in Brenn at 6:30 a.m. injured five people, police say.",
        ),
        ["road-crash, 2026-03-05, Brenn: injured 5"],
    ),
    "the later of two separate crashes": (
        (
            "Two crashes in Brenn",
            "One man died in two separate crashes in Brenn on Thursday. In the most recent crash, "
            "which happened overnight, two people were hurt.",
        ),
        ["crash, 2026-03-05, Brenn", "(crash, 2026-03-05, Brenn: injured 2)"],
    ),
}


@pytest.mark.parametrize(("told", "expected"), TABLE.values(), ids=TABLE)
def test_mentions(told: tuple[str, str], expected: list[str]) -> None:
    title, text = told
    assert mentions(text, title) == expected
