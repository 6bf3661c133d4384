"""What is known of places, how two of them stand to each other, and when two names are one."""

from __future__ import annotations

import pytest

from checkers.language.gazetteer import lookup, related, resolve
from checkers.language.place_spelling import spelled_alike
from checkers.model import Place

LOOKUPS = {  # name: (key, type, what holds it) of the likeliest place
    "Kabul": ("kabul", "city", ("kabul province", "afghanistan")),
    "KABUL": ("kabul", "city", ("kabul province", "afghanistan")),
    "Caboul": ("kabul", "city", ("kabul province", "afghanistan")),
    "Cologne": ("cologne", "city", ("north rhine westphalia", "germany")),
    "Köln": ("cologne", "city", ("north rhine westphalia", "germany")),
    "Koeln": ("cologne", "city", ("north rhine westphalia", "germany")),
    "Kiev": ("kyiv", "city", ("ukraine",)),
    "Bombay": ("mumbai", "city", ("maharashtra", "india")),
    "St. Petersburg": ("saint petersburg", "city", ("russia",)),
    "Ft Worth": ("fort worth", "city", ("texas", "united states")),
    "New York": ("new york", "city", ("new york state", "united states")),
    "New York State": ("new york state", "region", ("united states",)),
    "Washington": ("washington", "city", ("district of columbia", "united states")),
    "Washington State": ("washington state", "region", ("united states",)),
    "US": ("united states", "country", ()),
    "U.S.": ("united states", "country", ()),
    "Britain": ("united kingdom", "country", ()),
    "Burma": ("myanmar", "country", ()),
    "Ivory Coast": ("ivory coast", "country", ()),
    "Côte d'Ivoire": ("ivory coast", "country", ()),
    "DR Congo": ("democratic republic of the congo", "country", ()),
    "Turkiye": ("turkey", "country", ()),
    "Bavaria": ("bavaria", "region", ("germany",)),
    "Kandahar province": ("kandahar province", "region", ("afghanistan",)),
    "Middle East": ("middle east", "region", ("asia",)),
    "Kashmir": ("kashmir", "region", ()),
    "Brooklyn": ("brooklyn", "city", ("new york",)),
    "Heathrow": ("heathrow airport", "site", ("london", "england", "united kingdom")),
    "White House": ("white house", "site", ("washington", "united states")),
}


@pytest.mark.parametrize(("name", "place"), LOOKUPS.items(), ids=LOOKUPS)
def test_lookup(name: str, place: tuple[str, str, tuple[str, ...]]) -> None:
    best = lookup(name)[0]
    assert (best.key, best.type, best.inside) == place


@pytest.mark.parametrize("name", ["Dorrin", "Tell Mora", "Afghan", "=AF", "", "Orvel\t", "\n"])
def test_what_the_gazetteer_does_not_have(name: str) -> None:
    assert lookup(name) == ()


def test_all_places_of_one_name_come_likeliest_first() -> None:
    assert [place.inside for place in lookup("Hyderabad")] == [
        ("telangana", "india"),
        ("sindh", "pakistan"),
    ]


RESOLVED = {  # (name, what the words say holds it, what else is named): what holds the place meant
    ("Paris", (), ()): ("ile de france", "france"),
    ("Paris", (), ("united states",)): ("ile de france", "france"),
    ("Paris", ("texas",), ()): ("texas", "united states"),
    ("Hyderabad", (), ()): (),
    ("Hyderabad", (), ("pakistan",)): ("sindh", "pakistan"),
    ("Hyderabad", (), ("india",)): ("telangana", "india"),
    ("Hyderabad", (), ("india", "pakistan")): (),
    ("Birmingham", (), ()): ("england", "united kingdom"),
    ("Birmingham", (), ("alabama",)): ("alabama", "united states"),
    ("Springfield", (), ()): ("united states",),
    ("Springfield", (), ("ohio",)): ("ohio", "united states"),
    ("Harrow", (), ()): (),
    ("Harrow", (), ("england",)): ("england", "united kingdom"),
}


@pytest.mark.parametrize(("asked", "inside"), RESOLVED.items(), ids=map(str, RESOLVED))
def test_which_of_several_places_is_meant(
    asked: tuple[str, tuple[str, ...], tuple[str, ...]], inside: tuple[str, ...]
) -> None:
    place = resolve(*asked)
    assert place is not None
    assert place.inside == inside


def test_a_place_that_does_not_lie_where_the_words_say_is_another_one() -> None:
    assert resolve("Kabul", ("texas",)) is None


def known(name: str) -> Place:
    """The gazetteer's likeliest place of that name."""
    return lookup(name)[0]


def city(name: str, *inside: str) -> Place:
    """A town read by pattern."""
    return Place(name, name.lower(), "city", inside)


def region(name: str, *inside: str) -> Place:
    """A region read by pattern."""
    return Place(name, name.lower(), "region", inside)


def site(name: str, *inside: str) -> Place:
    """A building or street read by pattern."""
    return Place(name, name.lower(), "site", inside)


def unclear(name: str, *inside: str) -> Place:
    """A name of which only the name is known."""
    return Place(name, name.lower(), "unknown", inside)


RELATIONS = [
    # both in the gazetteer
    (known("Kabul"), known("Caboul"), "same"),
    (known("Köln"), known("Cologne"), "same"),
    (known("Kabul"), known("Afghanistan"), "a-in-b"),
    (known("Kabul"), known("Kabul province"), "a-in-b"),
    (known("Kabul airport"), known("Kabul"), "a-in-b"),
    (known("Kabul airport"), known("Afghanistan"), "a-in-b"),
    (known("Houston"), known("Texas"), "a-in-b"),
    (known("Bavaria"), known("Germany"), "a-in-b"),
    (known("Bavaria"), known("Europe"), "a-in-b"),
    (known("Brooklyn"), known("New York"), "a-in-b"),
    (known("Brooklyn"), known("United States"), "a-in-b"),
    (known("Kabul"), known("Kandahar"), "apart"),
    (known("Kabul"), known("Paris"), "apart"),
    (known("Kabul"), known("Kandahar province"), "apart"),
    (known("Houston"), known("California"), "apart"),
    (known("Texas"), known("California"), "apart"),
    (known("Paris"), known("Germany"), "apart"),
    (known("Iraq"), known("Iran"), "apart"),
    (known("Kabul airport"), known("Kandahar"), "apart"),
    (lookup("Hyderabad")[0], lookup("Hyderabad")[1], "apart"),
    (known("Kashmir"), known("India"), "unknown"),
    (known("Crimea"), known("Ukraine"), "unknown"),
    (known("Mediterranean"), known("Italy"), "unknown"),
    # both by pattern
    (city("Dorrin"), city("Dorrin"), "same"),
    (city("Dorrin"), city("Dorrin", "velmara province"), "same"),
    (city("Dorrin"), unclear("Dorrin"), "same"),
    (city("Zeleny Brod"), city("Zelenyi Brod"), "same"),
    (city("Mohammedkot"), city("Muhammadkot"), "same"),
    (city("Tell Mora"), city("Tellmora"), "same"),
    (city("Bir al hamra"), city("Bir el hamra"), "same"),
    (city("Zeleny Brod"), city("Zelenitsa"), "apart"),
    (city("Dorrin"), city("Velmara"), "apart"),
    (city("Upper Pell"), city("Lower Pell"), "apart"),
    (city("Dorrin"), city("Dorren"), "unknown"),
    (city("Qara"), city("Quara"), "unknown"),
    (city("San Orvel", "texas"), city("San Orvel", "france"), "apart"),
    (city("San Orvel", "vesle canton"), city("San Orvel", "marre canton"), "apart"),
    (city("San Orvel", "costa marena"), city("San Orvel", "iberra"), "unknown"),
    (city("Dorrin"), region("Dorrin province"), "a-in-b"),
    (city("Aubrolle", "vesle canton"), region("Vesle canton"), "a-in-b"),
    (city("Aubrolle", "vesle canton"), city("Rouvenne", "marre canton"), "apart"),
    (city("Aubrolle", "vesle canton"), region("Marre canton"), "apart"),
    (region("Vesle canton"), region("Marre canton"), "apart"),
    (region("Vesle canton"), region("Marre valley"), "unknown"),
    (city("Dorrin"), region("Vesle canton"), "unknown"),
    (unclear("Marenia"), city("Dorrin"), "unknown"),
    (site("Dorrin market"), city("Dorrin"), "a-in-b"),
    (site("Old Market", "dorrin"), city("Dorrin"), "a-in-b"),
    (site("Old Market", "dorrin"), city("Velmara"), "apart"),
    (site("Old Market", "dorrin"), site("Fish Market", "dorrin"), "apart"),
    (site("Lime Street", "dorrin"), site("Canal Street", "dorrin"), "unknown"),
    (site("Old Market", "dorrin"), site("Lime Street", "dorrin"), "unknown"),
    (site("Lime Street", "dorrin"), site("Lime Street", "dorrin"), "same"),
    # one of them in the gazetteer
    (city("Deh Sorkh"), known("Kabul"), "unknown"),
    (city("Deh Sorkh", "afghanistan"), known("Kabul"), "unknown"),
    (city("Deh Sorkh", "kabul"), known("Kabul"), "a-in-b"),
    (city("Deh Sorkh", "kabul"), known("Afghanistan"), "a-in-b"),
    (city("Deh Sorkh", "kabul"), known("Asia"), "a-in-b"),
    (city("Deh Sorkh", "pakistan"), known("Kabul"), "apart"),
    (city("Deh Sorkh", "herat province"), known("Kabul"), "apart"),
    (city("Dorrin"), Place("Harrow", "harrow", "city", (), known=True), "apart"),
    (known("Afghanistan"), city("Dorrin"), "unknown"),
    (unclear("Marenia"), known("France"), "unknown"),
]
TURNED = {"a-in-b": "b-in-a"}


@pytest.mark.parametrize(
    ("a", "b", "relation"), RELATIONS, ids=[f"{a.name}-{b.name}" for a, b, _ in RELATIONS]
)
def test_related(a: Place, b: Place, relation: str) -> None:
    assert (related(a, b), related(b, a)) == (relation, TURNED.get(relation, relation))


SPELLINGS = [
    ("vladikavkas", "wladikawkas", "same"),
    ("kharoun", "haroun", "same"),
    ("sheikh hamid", "shaikh hamid", "same"),
    ("novy dvorek", "novyi dvorek", "same"),
    ("petrovskoye", "petrovskoje", "same"),
    ("bir al hamra", "bir el hamra", "same"),
    ("velmara", "vellmara", "same"),
    ("velmara", "velmira", "near"),
    ("lunde", "lund", "near"),
    ("karsk", "kask", "near"),
    ("saint brin", "saint brun", "near"),
    ("novigrad sel", "novograd sel", "near"),
    ("aubrolle", "rouvenne", "different"),
    ("upper pell", "lower pell", "different"),
    ("dorrin", "dorrin hill", "different"),
    ("sel", "sil", "different"),
]


@pytest.mark.parametrize(("one", "other", "verdict"), SPELLINGS)
def test_spelled_alike(one: str, other: str, verdict: str) -> None:
    assert (spelled_alike(one, other), spelled_alike(other, one)) == (verdict, verdict)
