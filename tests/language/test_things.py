"""Counted things and measured amounts that carry a story, and those that carry none."""

from __future__ import annotations

import pytest

from tests.language.counted import counts

THINGS = {  # what was done with them tells apart counts of one thing
    "The army said 40 rockets were fired and 36 of them intercepted.": [
        "40 rockets = rocket 40 fired",
        "36 = rocket 36 intercepted (part)",
    ],
    "Two of the five rockets were intercepted.": ["Two = rocket 2 intercepted (part)"],
    "The storm damaged 200 houses and destroyed 12.": ["200 houses = house 200 damaged"],
    "Seven vehicles burned out on the motorway.": ["Seven vehicles = vehicle 7 burned"],
    "Nineteen vehicles collided in fog.": ["Nineteen vehicles = vehicle 19 involved"],
    "Thieves stole 14 paintings.": ["14 paintings = painting 14 stolen"],
    "She won 31,552 votes.": ["31,552 votes = vote 31552 won"],
    "Her majority of 2,104 is the smallest in years.": ["2,104 = majority 2104 won vote"],
    "He won by a margin of 312 votes.": ["312 = majority 312 won vote"],
    "The fire has burned 400 hectares.": ["400 hectares = area 400 burned hectare"],
    "Some 1,200 acres of forest were scorched.": ["Some 1,200 acres = area 1150..1250 burned acre"],
    "Thieves made off with 3.5 million euros.": ["3.5 million euros = money 3500000 stolen EUR"],
    "The damage was put at $40 million.": ["$40 million = money 40000000 damage USD"],
    "The bridge will cost 12 million pounds.": ["12 million pounds = money 12000000 cost pounds"],
    "A quake of magnitude 6.1 shook the coast.": ["6.1 = magnitude 6.1 magnitude"],
    "The agency revised the magnitude to 6.3.": ["6.3 = magnitude 6.3 magnitude"],
    "The village lies 30 km north of Dorrin.": ["30 km = distance 30 from km"],
    "The epicentre was 40 miles from the capital.": ["40 miles = distance 40 from mile"],
    "The lake is 40 metres deep.": [],
    "The storm left 5,000 homes without power.": ["5,000 homes = house 5000 powerless"],
    "Power was cut to 12,000 customers.": ["12,000 customers = customer 12000 powerless"],
    "The carmaker is to cut 2,500 jobs.": ["2,500 jobs = job 2500 cut"],
    "Parliament approved a flood fund of 3 million euros.": [
        "3 million euros = money 3000000 given EUR"
    ],
    "The tunnel, the cost of which it put at 640 million euros, is late.": [
        "640 million euros = money 640000000 cost EUR"
    ],
    "The quake had a moment magnitude (Mw) of 4.8.": ["4.8 = magnitude 4.8 magnitude"],
    "The agency put the magnitude at 6.7, down from an initial 6.9.": [
        "6.7 = magnitude 6.7 magnitude",
        "6.9 = magnitude 6.9 magnitude (previous)",
    ],
    "The company made a profit of 12 million euros.": [],
    "Nineteen vehicles, eleven of them lorries, collided in fog.": [
        "Nineteen vehicles = vehicle 19 involved"
    ],
    "Twelve shells fell on the market.": ["Twelve shells = shell 12 fired"],
    "Two drones were shot down over the port.": ["Two drones = drone 2 intercepted"],
    "Five drones were launched at the port.": ["Five drones = drone 5 fired"],
    "Forty flats were gutted by the fire.": ["Forty flats = flat 40 burned"],
    "Flooding cut off three bridges.": ["three bridges = bridge 3 blocked"],
    "Two carriages left the track.": ["Two carriages = carriage 2 involved"],
    "Gunmen set fire to 30 cars.": ["30 cars = car 30 burned"],
    "The oil slick covers 12 square kilometres.": ["12 square kilometres = area 12 spilled km2"],
    "The kidnappers asked for a ransom of $2 million.": ["$2 million = money 2000000 ransom USD"],
    "The firm was fined 300,000 euros.": ["300,000 euros = money 300000 fined EUR"],
    "Donors pledged $1.2 billion.": ["$1.2 billion = money 1200000000 given USD"],
    "Losses came to 4 million crowns.": ["4 million crowns = money 4000000 damage crowns"],
    "The fire covers 2 square miles.": ["2 square miles = area 2 burned mile2"],
    "A 5.8-magnitude quake was felt on the islands.": ["5.8-magnitude = magnitude 5.8 magnitude"],
    "He walked 40 km to the border.": [],
    "The house has 12 rooms.": [],
    "Three houses stand by the river.": [],
}


@pytest.mark.parametrize(("text", "expected"), THINGS.items())
def test_what_a_sentence_counts_of_things(text: str, expected: list[str]) -> None:
    assert counts(text) == expected
