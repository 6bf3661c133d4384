"""What befell whom, by the grammar of a sentence: the counts that a table of sentences holds."""

from __future__ import annotations

import pytest

from tests.language.counted import counts

VERBS = {  # what verbs, nouns and states say of those counted
    "Dan Moss was one of five victims of the shooting in Wilton Park.": [
        "five victims = casualties 5"
    ],
    "A gas blast killed 14 people at a bakery in Orvel.": ["14 people = killed 14"],
    "Fourteen people were killed by a gas blast in Orvel.": ["Fourteen people = killed 14"],
    "Fourteen people in the bakery were killed.": ["Fourteen people = killed 14"],
    "Fourteen people died when the roof fell in.": ["Fourteen people = killed 14"],
    "The storm left 14 dead.": ["14 = killed 14"],
    "The storm left 14 people dead and 30 hurt.": ["14 people = killed 14", "30 = injured 30"],
    "At least 14 people have been killed in the storm.": ["At least 14 people = killed 14.."],
    "The landslide claimed 14 lives.": ["14 lives = killed 14"],
    "The landslide claimed the lives of 14 villagers.": ["14 villagers = killed 14"],
    "The crash caused the deaths of six cyclists.": ["six cyclists = killed 6"],
    "Six deaths were reported after the heatwave.": ["Six deaths = killed 6"],
    "There were six fatalities.": ["six fatalities = killed 6"],
    "Rescuers recovered six bodies from the lake.": ["six bodies = killed 6.."],
    "Police killed three gunmen.": ["three gunmen = killed 3 attackers"],
    "Two gunmen killed 12 people.": ["12 people = killed 12"],
    "Two gunmen were killed by police.": ["Two gunmen = killed 2 attackers"],
    "Twelve people were shot dead by two gunmen.": ["Twelve people = killed 12"],
    "Six miners lost their lives in the pit.": ["Six miners = killed 6 workers"],
    "Three people and two horses were killed in the fire.": ["Three people = killed 3"],
    "Three of the nine victims were treated and sent home.": [
        "Three = injured 3 treated (part)",
        "nine victims = casualties 9",
    ],
    "All seven of them were killed in their home.": ["seven = killed 7"],
    "Two suffered non-life threatening injuries.": ["Two = injured 2"],
    "Farmers counted 500 drowned cattle.": [],
    "They carried six drowned sailors ashore.": ["six drowned sailors = killed 6 soldiers"],
    "Six walkers froze to death on the pass.": ["Six walkers = killed 6"],
    "Six sailors drowned off the cape.": ["Six sailors = killed 6 soldiers"],
    "The court heard that he murdered four women.": ["four women = killed 4"],
    "Nine pupils were hurt when their coach overturned.": ["Nine pupils = injured 9 students"],
    "Nine pupils suffered minor injuries.": ["Nine pupils = injured 9 students"],
    "The blast injured nine and killed two.": ["nine = injured 9", "two = killed 2"],
    "The blast killed two and injured nine others.": ["two = killed 2", "nine others = injured 9"],
    "Two people died and nine were injured.": ["Two people = killed 2", "nine = injured 9"],
    "Two soldiers were killed and five wounded.": [
        "Two soldiers = killed 2",
        "five = injured 5 soldiers",
    ],
    "Nobody was hurt.": ["Nobody = injured 0"],
    "No one was killed, the airport said.": ["No one = killed 0"],
    "There were no casualties.": ["no casualties = killed 0", "no casualties = injured 0"],
    "None of the 40 passengers was hurt.": ["None = injured 0"],
    "Three people are missing after the flood.": ["Three people = missing 3"],
    "Three people remain unaccounted for.": ["Three people = missing 3"],
    "Rescuers freed 33 miners.": ["33 miners = rescued 33 workers"],
    "Sixty passengers were rescued from the ferry.": ["Sixty passengers = rescued 60"],
    "The villages were cleared and 3,000 people were evacuated.": ["3,000 people = evacuated 3000"],
    "The floods have displaced 40,000 people.": ["40,000 people = displaced 40000"],
    "Police arrested 17 demonstrators.": ["17 demonstrators = arrested 17"],
    "Seventeen demonstrators were taken into custody.": ["Seventeen demonstrators = arrested 17"],
    "Gunmen kidnapped 20 schoolgirls.": ["20 schoolgirls = abducted 20 children"],
    "Twenty schoolgirls were abducted from a boarding school.": [
        "Twenty schoolgirls = abducted 20 children"
    ],
    "The ferry was carrying 150 passengers.": ["150 passengers = aboard 150"],
    "There were 150 people on board.": ["150 people = aboard 150"],
    "Eleven people survived the crash.": ["Eleven people = survivors 11"],
    "Sixty children fell ill after the school lunch.": ["Sixty children = infected 60"],
}

HOSPITAL = {  # said only to have been in hospital
    "Five people were taken to hospital.": ["Five people = injured 5 treated"],
    "Two men were taken in critical condition to Harbour View Hospital.": [
        "Two men = injured 2 treated"
    ],
    "The crash sent six people to the hospital.": ["six people = injured 6 treated"],
    "Four cyclists were treated for shock at Marlow General Hospital.": [
        "Four cyclists = injured 4 treated"
    ],
    "Two others were rushed to an infirmary.": ["Two others = injured 2 treated"],
    "A dozen guests were hospitalised.": ["A dozen guests = injured 11..13 treated"],
    "Three victims are in critical condition.": ["Three victims = injured 3 treated"],
    "Police took the two suspects to court.": [],
}

ONE_BY_ONE = {  # people told of without a number
    "A man was killed.": ["A man = killed 1"],
    "A 24-year-old woman was shot and injured.": ["A 24-year-old woman = injured 1"],
    "A drummer was shot and died.": ["A drummer = killed 1"],
    "A fourth pensioner has died after the crash.": ["fourth = killed 4 (ordinal)"],
    "A third dog was killed.": [],
    "Twelve people were killed in the raid, not counting the two gunmen, police said.": [
        "Twelve people = killed 12"
    ],
    "Eleven other deaths were found natural.": ["Eleven other deaths = killed 11 (increment)"],
    "Two Koreans, a Thai and four Laotians drowned.": [
        "Two Koreans = killed 2 (part)",
        "Two Koreans, a Thai and four Laotians = killed 7",
        "a Thai = killed 1 (part)",
        "four Laotians = killed 4 (part)",
    ],
    "Wreaths were laid off Skerra Point on Sunday.": [],
    "The rocket blew up on the pad and killed a technician.": ["a technician = killed 1"],
    "A coal train left the rails, killing its engineer.": ["its engineer = killed 1"],
    "A grandmother, her daughter and the daughter's twin boys were killed.": [
        "A grandmother = killed 1 (part)",
        "A grandmother, her daughter and the daughter's twin boys = killed 4",
        "her daughter = killed 1 children (part)",
        "the daughter's twin boys = killed 2 children (part)",
    ],
    "A man and a woman were killed.": [
        "A man = killed 1 (part)",
        "A man and a woman = killed 2",
        "a woman = killed 1 (part)",
    ],
    "A man and his wife were found dead.": [
        "A man = killed 1 (part)",
        "A man and his wife = killed 2",
        "his wife = killed 1 (part)",
    ],
    "A woman and child died in the flat.": [
        "A woman = killed 1 (part)",
        "A woman and child = killed 2",
        "child = killed 1 children (part)",
    ],
    "A 9-year-old and her grandmother were killed.": [
        "A 9-year-old = killed 1 children (part)",
        "A 9-year-old and her grandmother = killed 2",
        "her grandmother = killed 1 (part)",
    ],
    "Two men and a woman were killed.": [
        "Two men = killed 2 (part)",
        "Two men and a woman = killed 3",
        "a woman = killed 1 (part)",
    ],
    "A couple and their three children were killed.": [
        "A couple = killed 2 (part)",
        "A couple and their three children = killed 5",
        "three children = killed 3 (part)",
    ],
    "A mother and her two sons drowned.": [
        "A mother = killed 1 (part)",
        "A mother and her two sons = killed 3",
        "two sons = killed 2 children (part)",
    ],
    "The driver and two passengers were killed.": [
        "The driver = killed 1 (part)",
        "The driver and two passengers = killed 3",
        "two passengers = killed 2 (part)",
    ],
    "A family of five died in the fire.": ["A family of five = killed 5"],
    "Lena Orsk, 41, was killed.": ["Lena Orsk, 41 = killed 1 (part)"],
    "Lena Orsk, 41, and Dan Holt, 38, were killed.": [
        "Lena Orsk, 41 = killed 1 (part)",
        "Lena Orsk, 41, and Dan Holt, 38 = killed 2 (part)",
        "Dan Holt, 38 = killed 1 (part)",
    ],
    "Lena Orsk, 41, of Marlow, and Dan Holt, 38, of Dorrin, were killed.": [
        "Lena Orsk, 41 = killed 1 (part)",
        "Lena Orsk, 41, of Marlow, and Dan Holt, 38 = killed 2 (part)",
        "Dan Holt, 38 = killed 1 (part)",
    ],
    "Police say Dan Holt shot and killed Lena Orsk, 41, and her son.": [
        "Lena Orsk, 41 = killed 1 (part)",
        "Lena Orsk, 41, and her son = killed 2",
        "her son = killed 1 children (part)",
    ],
    "The bodies of 54-year-old Per Rask and 19-year-old Ida Rask were found.": [
        "54-year-old Per Rask = killed 1 (part)",
        "54-year-old Per Rask and 19-year-old Ida Rask = killed 2 (part)",
        "19-year-old Ida Rask = killed 1 (part)",
    ],
    "She and three others were shot.": [
        "She = shot 1 (part)",
        "She and three others = shot 4",
        "three others = shot 3 (part)",
    ],
    "Both victims were pronounced dead at the scene.": ["Both victims = killed 2"],
    "Both drivers were injured.": ["Both drivers = injured 2"],
    "Two people, a man and a woman, were killed.": ["Two people = killed 2"],
    "Three victims, a nurse, a porter and a patient, died.": ["Three victims = killed 3"],
    "Harbour View Hospital was hit by a drone.": [],
}

SHOT = {  # shot is neither killed nor hurt until something says so
    "Three people were shot, one fatally.": ["Three people = shot 3", "one = killed 1"],
    "Three people were shot and killed.": ["Three people = killed 3"],
    "Five men were found with gunshot wounds.": ["Five men = shot 5"],
    "Four people were struck by bullets.": ["Four people = shot 4"],
    "One person was killed and six others shot.": [
        "One person = killed 1",
        "six others = injured 6",
    ],
    "The gunman fired 30 rounds.": ["30 rounds = gunshot 30 fired"],
    "He was shot three times.": [],
    "Two of the three people who were shot have died.": [
        "Two = killed 2",
        "three people = shot 3",
    ],
    "Two of the nine men shot at the bar have died.": ["Two = killed 2", "nine men = shot 9"],
    "Orsk was one of five people hurt in the crush.": ["five people = injured 5"],
    "Lena Orsk, one of nine people hurt in the crush, said it was dark.": [
        "nine people = injured 9"
    ],
    "Three of the nine people killed were children.": ["nine people = killed 9"],
    "Two of the 23 passengers were killed.": ["Two = killed 2"],
    "A man shot two people, one of whom died.": ["two people = shot 2", "one = killed 1"],
    "Police are investigating a double shooting.": ["double shooting = shot 2"],
    "He is charged with a triple murder.": ["triple murder = killed 3"],
    "Two other children were upstairs but unharmed.": ["Two other children = unhurt 2"],
    "The child was taken to a clinic in Vorn but died of his injuries.": [
        "The child = killed 1 children (part)"
    ],
    "A man is accused of shooting two neighbours.": ["two neighbours = shot 2"],
    "She admitted shooting a deputy in the arm.": ["a deputy = shot 1 police"],
    "Police search for a shooting suspect in Vorn.": [],
    "The shooting at the market happened at 3 p.m., an officer said.": [],
    "The gunman fled the scene after the shooting.": [],
    "Police said four of the five victims had ties to a gang.": ["five victims = casualties 5"],
    "The two witnesses of the shooting spoke on Friday.": [],
    "He pleaded guilty to the attempted murder of three officers.": [],
}

ATTACKER = {  # the attacker among the dead, or beside them
    "A man killed three people before turning the gun on himself.": [
        "three people = killed 3",
        "three people = killed 4",
    ],
    "She shot dead her two brothers and then killed herself.": [
        "two brothers = killed 2",
        "two brothers = killed 3",
    ],
    "Seven people died, including the gunman.": [
        "Seven people = killed 7",
        "the gunman = killed 1 attackers (part)",
    ],
    "Fourteen people, including two attackers, died on Tuesday.": [
        "Fourteen people = killed 14",
        "two attackers = killed 2 (part)",
    ],
}

PARTS = {  # parts, sums and what comes on top
    "Three people died at the roadside and another two on the operating table.": [
        "Three people = killed 3 (part)",
        "Three people died at the roadside and another two = killed 5",
        "two = killed 2 (part)",
    ],
    "Three thousand people marched. Three of them were injured on the bridge.": [
        "Three = injured 3"
    ],
    "Nine people were injured. Three of them were injured badly.": [
        "Nine people = injured 9",
        "Three = injured 3 (part)",
    ],
    "Seven people, including two children, died when a tour boat sank.": [
        "Seven people = killed 7",
        "two children = killed 2 (part)",
    ],
    "Seven people, two of them children, died.": [
        "Seven people = killed 7",
        "two = killed 2 (part)",
    ],
    "Among the dead were three firefighters.": ["three firefighters = killed 3 (part)"],
    "Three nurses were among the dead.": ["Three nurses = killed 3 (part)"],
    "A family of five were among 12 people killed in the crash.": [
        "A family of five = killed 5 (part)",
        "12 people = killed 12",
    ],
    "Five people died at the scene and three in hospital.": [
        "Five people = killed 5 (part)",
        "Five people died at the scene and three = killed 8",
        "three = killed 3 (part)",
    ],
    "Four people were badly hurt and 20 others slightly hurt.": [
        "Four people = injured 4 (part)",
        "Four people were badly hurt and 20 others = injured 24",
        "20 others = injured 20 (part)",
    ],
    "Two more people died on Friday.": ["Two more people = killed 2 (increment)"],
    "Another passenger died on Friday.": ["Another passenger = killed 1 passengers (increment)"],
    "The 12th victim of the blast died on Sunday.": ["12th = killed 12 (ordinal)"],
    "A fourth victim is in stable condition.": [],
    "Half of the 40 passengers died.": ["Half of the 40 passengers = killed 20"],
    "Of the 40 passengers, 12 died.": ["12 = killed 12"],
    "Two of the injured are children.": [],
}

TOLLS = {  # tolls and where they stood before
    "The death toll has risen to 19.": ["19 = killed 19"],
    "The death toll rose from 12 to 19.": ["12 = killed 12 (previous)", "19 = killed 19"],
    "The number of injured stands at 45.": ["45 = injured 45"],
    "The toll, earlier put at 12, is now 19.": ["12 = killed 12 (previous)", "19 = killed 19"],
    "The previous toll was 12.": ["12 = killed 12 (previous)"],
    "Divers found a boy, taking the number of deaths in the sinking to 17.": ["17 = killed 17"],
    "The ministry puts the number of inmates killed in Friday's riot at nine.": ["nine = killed 9"],
    "Deaths from the tainted spirit jumped to nine on Friday.": ["nine = killed 9"],
    "Arrests in the town rose from 12 to 19.": [
        "12 = arrested 12 (previous)",
        "19 = arrested 19",
    ],
}

HEDGES = {  # what hedges leave open
    "At least 12 people were killed.": ["At least 12 people = killed 12.."],
    "Up to 12 people were killed.": ["Up to 12 people = killed ..12"],
    "About 100 people were hurt.": ["About 100 people = injured 90..110"],
    "Dozens were killed.": ["Dozens = killed 24.."],
    "Between 20 and 30 people were hurt.": ["Between 20 and 30 people = injured 20..30"],
    "More than 100 people were arrested.": ["More than 100 people = arrested 101.."],
}

CAMPAIGN = {  # totals of a war or a year
    "More than 40,000 people have been killed since the war began.": [
        "More than 40,000 people = killed 40001.. campaign"
    ],
    "He was the 64th homicide victim of the year.": [],
    "In the past two months, eight people have been shot in the city.": [
        "eight people = shot 8 campaign"
    ],
    "Forty people have drowned this year.": ["Forty people = killed 40 campaign"],
    "Three people died in a shooting last year.": ["Three people = killed 3"],
}

NOBODY = {  # numbers that count nobody
    "None wore life jackets.": [],
    "He was accused of drowning three kittens.": [],
    "The blast killed a tiger.": [],
    "There are two versions of the dead.": [],
    "None of the dead had life insurance.": [],
    "The 24-year-old was not hurt.": [],
    "Robert Orsk, 21, was not hurt.": [],
    "The road was closed for 12 hours after the crash, in which nobody died.": [
        "nobody = killed 0"
    ],
    "Flight 214 was carrying 80 people.": ["80 people = aboard 80"],
    "Twelve cows were killed.": [],
    "Two houses were hit.": ["Two houses = house 2 fired"],
    "Two Danes were among the dead.": ["Two Danes = killed 2 (part)"],
    "Two Danes among dead in Orvel blast.": ["Two Danes = killed 2 (part)"],
    "On Friday 12 were hurt.": ["12 = injured 12"],
}

HEADLINES = {  # the clipped grammar of headlines
    "Man fatally stabs cousin": ["cousin = killed 1 (part)"],
    "Torvik girl killed in fall": ["Torvik girl = killed 1 children (part)"],
    "School bus driver hurt in crash": ["School bus driver = injured 1 (part)"],
    "Police identify cyclist killed in Orvel": ["Police identify cyclist = killed 1 (part)"],
    "12 dead, 30 hurt in Orvel blast": ["12 = killed 12", "30 = injured 30"],
    "Orvel blast kills 12": ["12 = killed 12"],
    "Orvel blast leaves 12 dead": ["12 = killed 12"],
    "20 dead in Orvel nightclub fire": ["20 = killed 20"],
    "Woman, 3-year-old dead after flat fire": [
        "Woman = killed 1 (part)",
        "Woman, 3-year-old = killed 2",
        "3-year-old = killed 1 children (part)",
    ],
    "Man killed, two hurt in crash": ["Man = killed 1 (part)", "two = injured 2"],
    "Two killed, dozens injured as bus plunges into gorge": [
        "Two = killed 2",
        "dozens = injured 24..",
    ],
    "Four shot at Marlow bar, one fatally": ["Four = shot 4", "one = killed 1"],
    "Crash kills three teens": ["three teens = killed 3 children"],
    "Toll in dam collapse climbs to 60": ["60 = killed 60"],
    "Father of 3 killed at crossing": ["Father of 3 = killed 1 (part)"],
    "Couple and baby die in fire": [
        "Couple = killed 2 (part)",
        "Couple and baby = killed 3",
        "baby = killed 1 children (part)",
    ],
    "Gunman kills five, then himself": ["five = killed 5", "five = killed 6"],
    "Police officer shot": ["Police officer = shot 1 police (part)"],
    "Police said that there was no third death to report.": [],
    "Third victim dies after Marlow shooting": ["Third = killed 3 (ordinal)"],
}

MORE = {  # constructions in which a shorter reading goes wrong
    "Four German tourists died in a coach crash.": [
        "Four German tourists = killed 4 German nationals"
    ],
    "The attack left 19 dead, including five of the assailants.": [
        "19 = killed 19",
        "five = killed 5 attackers (part)",
    ],
    "Nineteen people, five of them attackers, died.": [
        "Nineteen people = killed 19",
        "five = killed 5 attackers (part)",
    ],
    "Two people on board and six on the ground were killed.": [
        "Two people = killed 2 (part)",
        "Two people on board and six = killed 8",
        "six = killed 6 (part)",
    ],
    "A driver killed two people in the car and three on the pavement were hurt.": [
        "two people = killed 2",
        "three = injured 3",
    ],
    "The bodies of seven divers have been recovered.": ["seven divers = killed 7.."],
    "The bodies of all nine climbers were found.": ["nine climbers = killed 9"],
    "All 24 people aboard were killed.": ["24 people = killed 24"],
    "A third of the 24 people on board drowned.": ["A third of the 24 people = killed 8"],
    "A bus with 40 people on board was hit by a train.": ["40 people = aboard 40"],
    "Four people died instantly and two more on the way to hospital.": [
        "Four people = killed 4 (part)",
        "Four people died instantly and two more = killed 6",
        "two more = killed 2 (part)",
    ],
    "Three died at the scene, one in the ambulance and two at the clinic.": [
        "Three = killed 3 (part)",
        "Three died at the scene, one in the ambulance and two = killed 6",
        "one = killed 1 (part)",
        "two = killed 2 (part)",
    ],
    "Authorities ordered 5,000 residents of Torvik to evacuate.": [
        "5,000 residents = evacuated 5000"
    ],
    "The leak forced the evacuation of 3,400 residents.": ["3,400 residents = evacuated 3400"],
    "Officials told 800 people to flee their homes.": ["800 people = evacuated 800"],
    "The flights have taken more than 7,400 people out of Torvik harbour.": [
        "more than 7,400 people = evacuated 7401.."
    ],
    "Four people were stabbed, one of them fatally.": [
        "Four people = shot 4",
        "one = killed 1",
    ],
    "The firm would lay off 2,500 workers.": ["2,500 workers = laid-off 2500"],
    "Some 150 passengers were unhurt.": ["Some 150 passengers = unhurt 135..165"],
    "The fire left a North Marlow family of five dead.": [
        "a North Marlow family of five = killed 5"
    ],
    "A gunman killed one person and wounded five others Wednesday.": [
        "one person = killed 1",
        "five others = injured 5",
    ],
    "Six people were killed, including a child, and four people were hurt.": [
        "Six people = killed 6",
        "a child = killed 1 children (part)",
        "four people = injured 4",
    ],
    "The driver, 41-year-old Dan Orsk, and a passenger were hurt.": [
        "The driver = injured 1 (part)",
        "The driver, 41-year-old Dan Orsk, and a passenger = injured 2",
        "41-year-old Dan Orsk = injured 1 (part)",
        "a passenger = injured 1 passengers (part)",
    ],
    "Dan Orsk, 41, is charged in the death of Ana Brek, 30, who was shot on Friday.": [
        "Ana Brek, 30 = killed 1 (part)"
    ],
    "The 19th victim has a broken leg.": [],
    "One of the victims lives in Orvel.": [],
    "Tomas Vell, 55 (shot at home), ran the bakery.": ["Tomas Vell, 55 = shot 1 (part)"],
    "A man, 60, was shot dead.": ["A man = killed 1"],
    "Both men, who were shot, survived.": ["Both men = shot 2"],
    "Up to 40 people could die if the dam breaks.": ["Up to 40 people = killed ..40"],
    "The boy who was shot on March 18 died over the weekend.": [
        "The boy = killed 1 children (part)"
    ],
    "The victim was taken to hospital, where he died.": [
        "The victim = injured 1 treated (part)",
        "he = killed 1 (part)",
    ],
    "An aspiring rapper was killed in Orvel.": ["An aspiring rapper = killed 1"],
    "A skydiver was hurt when a tower fell.": ["A skydiver = injured 1"],
    "A tower was hit by lightning and a trailer was destroyed; two people died.": [
        "two people = killed 2"
    ],
    "An eighth pupil was hurt, police said.": ["eighth = injured 8 (ordinal)"],
    "The eighth pupil was hurt on Friday.": [],
    "The bullets tore into houses, cars and a fence, striking trees, a van and four people.": [
        "four people = shot 4"
    ],
    "But 14 flares went up and four people were injured.": ["four people = injured 4"],
    "Twelve sales managers were killed.": ["Twelve sales managers = killed 12"],
    "Five men and women were injured.": ["Five men and women = injured 5"],
    "A shot was heard and two hikers were hurt.": ["two hikers = injured 2"],
    "Nine people have been hurt or killed on the slope.": ["Nine people = casualties 9"],
    "At least six more people have been hurt there since last weekend.": [
        "At least six more people = injured 6.. campaign"
    ],
    "Five were shot; two of them died and three were hurt.": [
        "Five = shot 5",
        "two = killed 2",
        "three = injured 3",
    ],
    "One of them was killed and three were hurt.": ["One = killed 1", "three = injured 3"],
    "Two miners suffered severe smoke-related injuries.": ["Two miners = injured 2 workers"],
    "Two walkers sustained non-life threatening burns.": ["Two walkers = injured 2"],
    "Three men suffered apparent gunshot wounds to the legs.": ["Three men = shot 3"],
    "Two riders suffered fatal head injuries.": ["Two riders = killed 2"],
    "Two people received a medal and suffered no harm.": [],
    "He shot two brothers to death.": ["two brothers = killed 2"],
    "A crowd beat a man to death in Orvel.": ["a man = killed 1"],
    "Officers found an injured girl and an injured woman in the cellar.": [
        "an injured girl = injured 1 children (part)",
        "an injured girl and an injured woman = injured 2",
        "an injured woman = injured 1 (part)",
    ],
    "Two cyclists were hit and killed by a lorry.": ["Two cyclists = killed 2"],
    "A cyclist was struck and seriously injured.": ["A cyclist = injured 1"],
    "Two men were drunk and killed a goat.": [],
    "The blast left 50 dead and injured 400 workers.": [
        "50 = killed 50",
        "400 workers = injured 400",
    ],
    "The girl's death shocked the town.": ["The girl = killed 1 children (part)"],
    "A farmer's tragic death led to a debate.": ["A farmer = killed 1"],
    "The minister's car was found after the death of a guard.": ["a guard = killed 1 workers"],
    "The teen who shot himself and died was alone.": ["The teen = killed 1 children (part)"],
    "Two miners were taken to Mercy West in serious condition.": [
        "Two miners = injured 2 workers treated"
    ],
    "Two miners were transported to Saint Luke's with burns.": [
        "Two miners = injured 2 workers treated"
    ],
    "Two miners were taken to Orvel Medical Center.": ["Two miners = injured 2 workers treated"],
    "Two miners were taken to a police station.": [],
    "One woman died at the scene and three women in their 30s were taken to a clinic.": [
        "One woman = killed 1",
        "three women = injured 3 treated",
    ],
    "A van hit a wall in Orvel.Two hikers were hurt.": ["Two hikers = injured 2"],
    "More than 300 people have been hurt in those crashes.": [
        "More than 300 people = injured 301.. campaign"
    ],
    "The woman and baby had been shot.": [
        "The woman = shot 1 (part)",
        "The woman and baby = shot 2 (part)",
        "baby = shot 1 children (part)",
    ],
    "A dead man was found in the lake.": ["A dead man = killed 1"],
    "Police searched a dead man's house.": [],
    "A man killed his family.": [],
    "She was pronounced dead at the scene.": ["She = killed 1 (part)"],
    "He runs a bakery in Orvel, where two people died.": ["two people = killed 2"],
    "The man who was hurt in the crash has died.": ["The man = killed 1 (part)"],
    "The storm left three men dead and injured nine others.": [
        "three men = killed 3",
        "nine others = injured 9",
    ],
    "Twelve were dead and injured.": ["Twelve = casualties 12"],
    "A man fatally stabbed his cousin at a farm.": ["his cousin = killed 1"],
    "A driver who hit three cyclists was killed when his van overturned.": ["A driver = killed 1"],
    "The blast that sent nine people to the hospital has claimed its first victim.": [
        "nine people = injured 9 treated",
        "first = killed 1 (ordinal)",
    ],
    "Three of the other five are in intensive care.": ["Three = injured 3 treated"],
    "His brother or a friend was killed.": ["His brother = killed 1", "a friend = killed 1"],
    "A boy shot himself in the foot.": ["A boy = shot 1 children"],
    "A farmer accidentally killed himself with a nail gun.": ["A farmer = killed 1"],
    "A farmer took his own life.": ["A farmer = killed 1"],
    "Dan Orsk 21, was killed when the roof fell in.": ["Dan Orsk 21 = killed 1 (part)"],
    "The bodies of 54-year-old Dan Orsk, 42-year-old Ana Brek and 6-year-old Tomas Orsk "
    "were found in the flat.": [
        "54-year-old Dan Orsk = killed 1 (part)",
        "54-year-old Dan Orsk, 42-year-old Ana Brek and 6-year-old Tomas Orsk = killed 3 (part)",
        "42-year-old Ana Brek = killed 1 (part)",
        "6-year-old Tomas Orsk = killed 1 (part)",
    ],
}

SENTENCES = {
    **MORE,
    **VERBS,
    **HOSPITAL,
    **ONE_BY_ONE,
    **SHOT,
    **ATTACKER,
    **PARTS,
    **TOLLS,
    **HEDGES,
    **CAMPAIGN,
    **NOBODY,
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items())
def test_what_a_sentence_counts(text: str, expected: list[str]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(("title", "expected"), HEADLINES.items())
def test_what_a_headline_counts(title: str, expected: list[str]) -> None:
    assert counts("", title) == expected
