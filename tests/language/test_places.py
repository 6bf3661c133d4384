"""Which words of an article name places, in which role, and what is known to hold them."""

from __future__ import annotations

import pytest

from checkers.language.document import Document
from checkers.language.places import read_places
from checkers.model import Article, Claim, Field, Image, PlaceRole


def read(text: str, title: str = "", caption: str = "") -> list[Claim]:
    """The place claims of an article."""
    images = (Image(caption=caption),) if caption else ()
    article = Article("https://a.example/1", text, title, images=images)
    return read_places(Document(article))


def told(text: str, title: str = "") -> list[str]:
    """Each place of an article as "words: role"."""
    return [f"{claim.said}: {claim.place.role}" for claim in read(text, title)]


ROLES = {  # text: its places, in order, each with its role
    # where it happened, by preposition
    "A fire broke out in Dorrin on Friday.": ["Dorrin: event"],
    "A coach overturned near Lunde, injuring nine.": ["Lunde: event"],
    "Two barges collided outside Pellmar.": ["Pellmar: event"],
    "A trawler sank off Orlanda in the night.": ["Orlanda: event"],
    "Floods were reported across Tarsk.": ["Tarsk: event"],
    "Shells fell in northern Velmara overnight.": ["Velmara: event"],
    "Shops were looted in downtown Velmara.": ["Velmara: event"],
    "The blast killed two at Rouvenne, a village in the hills.": ["Rouvenne: event"],
    "In Dorrin, a bridge collapsed.": ["Dorrin: event"],
    "A gas main blew up in Port Marin.": ["Port Marin: event"],
    "A gale tore roofs off in Saint-Aulin.": ["Saint-Aulin: event"],
    "Shots were heard in Bir al-Hamra at dusk.": ["Bir al-Hamra: event"],
    "Rain flooded cellars in Karsk and Lunde.": ["Karsk: event", "Lunde: event"],
    "Rain flooded cellars in Karsk, Lunde and Ostrelin.": [
        "Karsk: event",
        "Lunde: event",
        "Ostrelin: event",
    ],
    # called a town, a village, a part
    "A mine went off in the village of Deh Sorkh.": ["Deh Sorkh: event"],
    "A boiler burst in the town of Velmara.": ["Velmara: event"],
    "A tram derailed on the outskirts of Karsk.": ["Karsk: event"],
    "Police cleared the streets of Karsk.": ["Karsk: event"],
    "The accident happened in the capital, Belmour, on Monday.": ["Belmour: event"],
    "The accident happened in the capital Belmour on Monday.": ["Belmour: event"],
    "The shelling of Orvel went on.": ["Orvel: event"],
    "The siege of Orvel went on.": ["Orvel: event"],
    # the object of what struck
    "An earthquake shook Puerto Lir at noon.": ["Puerto Lir: event"],
    "Rockets hit Kessim before dawn.": ["Kessim: event"],
    "Rockets hit downtown Kabul before dawn.": ["Kabul: event"],
    # with a noun
    "A bomb went off at the Dorrin bus depot.": ["Dorrin bus depot: event"],
    "Rockets were fired at Kabul airport.": ["Kabul airport: event"],
    "Rockets were fired at Kabul's airport.": ["Kabul's airport: event"],
    "Rockets were fired at Kabul International Airport.": ["Kabul International Airport: event"],
    "A man was stabbed on Lime Street.": ["Lime Street: event"],
    "Snow closed the Tarskoe pass, where two died.": ["Tarskoe pass: other"],
    "A dam broke in the Orvel valley.": ["Orvel valley: event"],
    "Three villages burned in Dorrin province.": ["Dorrin province: event"],
    "Three villages burned in the canton of Vesle.": ["Vesle: event"],
    "A boat capsized on Lake Orlo.": ["Lake Orlo: event"],
    "A boat capsized on the river Sil.": ["Sil: event"],
    "A yacht was lost near Cape Lorne.": ["Cape Lorne: event"],
    "Two hikers died on Mount Skarv.": ["Mount Skarv: event"],
    "A fire gutted the Grand Hotel in Saint-Aulin.": ["Grand Hotel: event", "Saint-Aulin: event"],
    "A fire burned in the Old Market quarter of Dorrin.": [
        "Old Market quarter: event",
        "Dorrin: event",
    ],
    "A wall fell in Dorrin's Old Market.": ["Dorrin: event", "Old Market: event"],
    # datelines
    "DORRIN, Nov 19 (Wire) - A bus crashed on Friday.": ["DORRIN: dateline"],
    "KELDI. — A bus crashed on Friday.": ["KELDI: dateline"],
    "LUNDE - A bus crashed on Friday.": ["LUNDE: dateline"],
    "TELL MORA – A bus crashed on Friday.": ["TELL MORA: dateline"],
    "VELMARA (UPA) — A bus crashed on Friday.": ["VELMARA: dateline"],
    "Velmara (UPA) — A bus crashed on Friday.": ["Velmara: dateline"],
    "**Kabul:** A bus crashed on Friday.": ["Kabul: dateline"],
    "Kabul, Afghanistan — A bus crashed on Friday.": ["Kabul: dateline", "Afghanistan: dateline"],
    "MESA, Ariz. (UPA) — A bus crashed on Friday.": ["MESA: dateline", "Ariz.: dateline"],
    "MOSCOW/KYIV, March 3 (UPA) - Talks failed.": ["MOSCOW: dateline", "KYIV: dateline"],
    "DORRIN - A blast killed two in Lunde.": ["DORRIN: dateline", "Lunde: event"],
    # hospitals
    "The wounded were taken to a hospital in Velmara.": ["Velmara: hospital"],
    "The wounded were taken to hospital in Velmara.": ["Velmara: hospital"],
    "Six are being treated at clinics in Velmara.": ["Velmara: hospital"],
    "The burns unit in Velmara took in eight.": ["Velmara: hospital"],
    "She died at St Anselm's hospital.": ["St Anselm's hospital: hospital"],
    "He was flown to Velmara General Hospital.": ["Velmara General Hospital: hospital"],
    "A missile hit the hospital in Tell Mora.": ["Tell Mora: event"],
    "A strike on a clinic in Kessim killed three.": ["Kessim: event"],
    "Shells hit St Anselm's hospital.": ["St Anselm's hospital: event"],
    # seats of government
    "Washington condemned the attack.": ["Washington: seat"],
    "Moscow said it would respond.": ["Moscow: seat"],
    "Brussels called for calm.": ["Brussels: seat"],
    "The Kremlin said it saw no reason for talks.": ["Kremlin: seat"],
    "The White House has confirmed the raid.": ["White House: seat"],
    "Moscow and London blamed each other.": ["Moscow: seat", "London: seat"],
    "Turkey has accused its neighbour.": ["Turkey: seat"],
    "The US is to withdraw by Tuesday.": ["US: seat"],
    "A man set himself on fire outside the White House.": ["White House: event"],
    "A blast shook Moscow on Friday.": ["Moscow: event"],
    # homes and ways
    "Tourists from Aarhus were among the dead.": ["Aarhus: origin"],
    "A resident of Lunde was arrested.": ["Lunde: origin"],
    "The ferry was on its way to Orlanda.": ["Orlanda: origin"],
    "The ship was bound for Rotterdam.": ["Rotterdam: origin"],
    "The flight from Karsk to Velmara turned back.": ["Karsk: origin", "Velmara: origin"],
    "Rockets were fired from Khair Khana.": ["Khair Khana: origin"],
    "Families were evacuated from Dorrin.": ["Dorrin: event"],
    "Troops will withdraw from Afghanistan.": ["Afghanistan: other"],
    "The mayor of Dorrin resigned.": ["Dorrin: other"],
    # distances
    "The plane came down 30 km north of Dorrin.": ["Dorrin: distance"],
    "The plane came down 30 kilometres (19 miles) south-east of Dorrin.": ["Dorrin: distance"],
    "The plane came down two miles from Dorrin.": ["Dorrin: distance"],
    "The village lies 85 km away from Velmara.": ["Velmara: distance"],
    "The camp is a two-hour drive from Velmara.": ["Velmara: distance"],
    "The plane came down just north of Dorrin.": ["Dorrin: distance"],
    "The lorry burned on the road between Dorrin and Lunde.": [
        "Dorrin: distance",
        "Lunde: distance",
    ],
    "Snow fell in the north of Marenia.": ["Marenia: event"],
    # elsewhere in a sentence, once the article has made them places
    "A fire broke out in Dorrin. Dorrin has no fire brigade.": ["Dorrin: event", "Dorrin: other"],
    "The Dorrin blast killed two. It was heard all over Dorrin, in Dorrin itself.": [
        "Dorrin: event",
        "Dorrin: event",
        "Dorrin: event",
    ],
    "The attack on the Afghan capital killed two.": ["Afghan capital: event"],
    "A rocket hit Kabul airport. Smoke rose from the airport.": [
        "Kabul airport: event",
        "airport: other",
    ],
    "A bomb killed two in Kabul. Flights from the airport were stopped.": [
        "Kabul: event",
        "airport: origin",
    ],
}


@pytest.mark.parametrize(("text", "places"), ROLES.items(), ids=ROLES)
def test_places_and_their_roles(text: str, places: list[str]) -> None:
    assert told(text) == places


NO_PLACES = [
    "The victim was Lena Orsk, a baker.",
    "Police arrested Lena Orsk, 34, on Friday.",
    "The driver, Jon Orsk, said he saw nothing.",
    "Mr Orsk and Captain Vael were at the scene.",
    "It happened in March, on a Sunday, in Ramadan.",
    "The United Nations and NATO called for calm.",
    "The Taliban and the Red Crescent agreed.",
    "He works at Westvale Minerals.",
    "She is a lecturer at Harvard.",
    "The bill was debated in Parliament.",
    "He spoke in English and in Arabic.",
    "The video was posted on Twitter and Facebook.",
    "The crew of the Agia was saved.",
    "Afghan and Turkish officials met.",
    "The US troops left with the UK forces.",
    "Velmara Rovers won by three goals.",
    "The Dorrin Herald reported the case.",
    "He was moved to tears. Nobody spoke of Corvin.",
    "The money was found in Orsk's car.",
    "READ ALSO: What to do in a storm",
    "Smith said: Nobody was hurt.",
    "The Brazilian Grand Prix was stopped.",
    "The match was one of the best in the Champions League.",
    "He fought in Operation Bright Dawn.",
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_what_is_no_place(text: str) -> None:
    assert told(text) == []


KEYS = {  # text: (words, key, type, what holds it, whether the gazetteer has it)
    "Shots were fired in Kabul.": [
        ("Kabul", "kabul", "city", ("kabul province", "afghanistan"), True)
    ],
    "A fire broke out in Köln.": [
        ("Köln", "cologne", "city", ("north rhine westphalia", "germany"), True)
    ],
    "A fire broke out in Koeln.": [
        ("Koeln", "cologne", "city", ("north rhine westphalia", "germany"), True)
    ],
    "Shots were fired in Kandahar province.": [
        ("Kandahar province", "kandahar province", "region", ("afghanistan",), True)
    ],
    "Shots were fired in the province of Kandahar.": [
        ("Kandahar", "kandahar province", "region", ("afghanistan",), True)
    ],
    "A storm hit the state of Texas.": [("Texas", "texas", "region", ("united states",), True)],
    "Rockets hit Kabul International Airport.": [
        (
            "Kabul International Airport",
            "kabul airport",
            "site",
            ("kabul", "kabul province", "afghanistan"),
            True,
        )
    ],
    "A bomb hit Miami International Airport.": [
        (
            "Miami International Airport",
            "miami airport",
            "site",
            ("miami", "florida", "united states"),
            False,
        )
    ],
    "A fire broke out in Dorrin.": [("Dorrin", "dorrin", "city", (), False)],
    "A fire broke out in Marenia.": [("Marenia", "marenia", "unknown", (), False)],
    "A fire broke out in Aubrolle, in the canton of Vesle.": [
        ("Aubrolle", "aubrolle", "city", ("vesle canton",), False),
        ("Vesle", "vesle canton", "region", (), False),
    ],
    "A fire broke out in Aubrolle, a village in northern Marenia.": [
        ("Aubrolle", "aubrolle", "city", ("marenia",), False),
        ("Marenia", "marenia", "unknown", (), False),
    ],
    "A fire broke out in the Pioneer district of Dorrin.": [
        ("Pioneer district", "pioneer district", "region", ("dorrin",), False),
        ("Dorrin", "dorrin", "unknown", (), False),
    ],
    "A fire broke out in Deh Sorkh, Afghanistan.": [
        ("Deh Sorkh", "deh sorkh", "city", ("afghanistan",), False),
        ("Afghanistan", "afghanistan", "country", (), True),
    ],
    "A bus crashed near Bear Fork, Mont., on Friday.": [
        ("Bear Fork", "bear fork", "city", ("montana", "united states"), False),
        ("Mont", "montana", "region", ("united states",), True),
    ],
    "A bomb went off in Dorrin. The Dorrin market was closed.": [
        ("Dorrin", "dorrin", "city", (), False),
        ("Dorrin market", "dorrin market", "site", ("dorrin",), False),
    ],
    "A house burned on Lime Street in Dorrin.": [
        ("Lime Street", "lime street", "site", ("dorrin",), False),
        ("Dorrin", "dorrin", "city", (), False),
    ],
    "A flood reached Kolva, in Zedar's eastern district. In Zedar it rained.": [
        ("Kolva", "kolva", "city", ("zedar",), False),
        ("Zedar", "zedar", "unknown", (), False),
        ("Zedar", "zedar", "unknown", (), False),
    ],
    "Smoke rose over the Afghan capital.": [
        ("Afghan capital", "kabul", "city", ("kabul province", "afghanistan"), True)
    ],
    # names of several places
    "A storm tore through Paris.": [("Paris", "paris", "city", ("ile de france", "france"), True)],
    "A storm tore through Paris, Texas.": [
        ("Paris", "paris", "city", ("texas", "united states"), True),
        ("Texas", "texas", "region", ("united states",), True),
    ],
    "A church burned in Springfield.": [
        ("Springfield", "springfield", "city", ("united states",), True)
    ],
    "A church burned in Springfield, Illinois.": [
        ("Springfield", "springfield", "city", ("illinois", "united states"), True),
        ("Illinois", "illinois", "region", ("united states",), True),
    ],
    "A church burned in San Jose.": [("San Jose", "san jose", "city", (), True)],
    "A church burned in San Jose. Costa Rica has few fires.": [
        ("San Jose", "san jose", "city", ("costa rica",), True),
        ("Costa Rica", "costa rica", "country", (), True),
    ],
    "A train hit a lorry in Hyderabad, the Pakistani police said.": [
        ("Hyderabad", "hyderabad", "city", ("sindh", "pakistan"), True)
    ],
    "A mill burned in Georgia. Fire crews came from Atlanta.": [
        ("Georgia", "georgia state", "region", ("united states",), True),
        ("Atlanta", "atlanta", "city", ("georgia state", "united states"), True),
    ],
    "A mill burned in Georgia. Fire crews came from Tbilisi.": [
        ("Georgia", "georgia", "country", (), True),
        ("Tbilisi", "tbilisi", "city", ("georgia",), True),
    ],
    # a small town's name may be that of a smaller one elsewhere
    "A fair was held in Harrow.": [("Harrow", "harrow", "city", (), True)],
    "A fair was held in Harrow, England.": [
        ("Harrow", "harrow", "city", ("england", "united kingdom"), True),
        ("England", "england", "region", ("united kingdom",), True),
    ],
}


@pytest.mark.parametrize(("text", "places"), KEYS.items(), ids=KEYS)
def test_what_places_are_known_as_and_what_holds_them(
    text: str, places: list[tuple[str, str, str, tuple[str, ...], bool]]
) -> None:
    found = [(claim.said, claim.place) for claim in read(text)]
    assert [(said, p.key, p.type, p.inside, p.known) for said, p in found] == places


ONE_KEY = {  # how an article writes one place: its key
    ("KABUL (UPA) — Shots were heard.", "Kabul's streets were empty in Kabul."): "kabul",
    ("MUHAMMADKOT - Shots were heard.", "Nobody left Muhammadkot."): "muhammadkot",
    ("A ferry sank off St. Brin.", "In Saint Brin flags flew at half-mast."): "saint brin",
    ("A barge hit a bridge in Köln.", "Cologne cathedral was not damaged in Cologne."): "cologne",
}


@pytest.mark.parametrize(("sentences", "key"), ONE_KEY.items(), ids=ONE_KEY.values())
def test_one_place_written_in_several_ways_has_one_key(
    sentences: tuple[str, ...], key: str
) -> None:
    claims = read("\n\n".join(sentences))
    cities = [claim.place.key for claim in claims if claim.place.type == "city"]
    assert len(cities) > 1
    assert set(cities) == {key}


HEADLINES = {  # (headline, first sentence): places of the headline
    ("Islamists Claim Deadly Kabul Rocket Attack", "It was late."): ["Kabul: event"],
    ("Fire In Dorrin Market Kills Two Traders", "A fire killed two in Dorrin."): [
        "Dorrin Market: event"
    ],
    ("DORRIN FIRE KILLS TWO TRADERS", "A fire killed two in Dorrin."): ["DORRIN: event"],
    ("Boiler bursts in Dorrin laundry", "Eight were hurt."): ["Dorrin laundry: event"],
    ("Bomb at Dorrin bus depot kills three", "It was late."): ["Dorrin bus depot: event"],
    ("Washington condemns shelling of Orvel", "It was late."): ["Washington: seat", "Orvel: event"],
    ("Three hurt as bus hits lime tree", "It was late."): [],
    ("Van drives on to pavement", "Nobody was hurt."): [],
    ("Occupied Kolva under water", "A flood reached Kolva, in Zadar."): ["Kolva: other"],
    ("Lightning strikes Skell school", "It was late."): ["Skell school: event"],
}


@pytest.mark.parametrize(("article", "places"), HEADLINES.items(), ids=[h for h, _ in HEADLINES])
def test_places_in_headlines(article: tuple[str, str], places: list[str]) -> None:
    title, text = article
    claims = [claim for claim in read(text, title) if claim.span.field is Field.TITLE]
    assert [f"{claim.said}: {claim.place.role}" for claim in claims] == places


def test_captions_and_descriptions_are_read_and_addresses_are_not() -> None:
    article = Article(
        "https://a.example/kabul",
        "It was late.",
        images=(Image(caption="Rescuers in Velmara, 4 March 2019.", credit="Kabul Pictures"),),
        metadata={"og:description": "A blast in Dorrin kills two.", "author": "In Lunde"},
    )
    claims = read_places(Document(article))
    assert [(claim.span.field, claim.said, claim.place.role) for claim in claims] == [
        (Field.CAPTION, "Velmara", PlaceRole.EVENT),
        (Field.METADATA, "Dorrin", PlaceRole.EVENT),
    ]


def test_a_claim_points_at_the_name_and_quotes_its_sentence() -> None:
    text = "It was late.\n\nA fire broke out in the town of Dorrin on Friday. Nobody was hurt."
    (claim,) = read(text)
    assert (claim.said, claim.quote) == (
        "Dorrin",
        "A fire broke out in the town of Dorrin on Friday.",
    )


def test_later_sentences_name_an_event_only_where_they_tell_one() -> None:
    text = "\n\n".join(
        [
            "A ferry sank off Orlanda.",
            "Nine people are missing.",
            "Schools in Velmara teach swimming.",
            "In 2009 a ferry sank near Lunde.",
        ]
    )
    assert told(text) == ["Orlanda: event", "Velmara: other", "Lunde: event"]
