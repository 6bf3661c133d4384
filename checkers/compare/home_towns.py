"""The towns that reports of one happening hold on to from end to end, set side by side.

A report whose police, dateline and lead are those of one town does not name it by chance, and
another report that names it nowhere, but another town as often, tells of somewhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import combinations, product

from checkers.compare.durations import about
from checkers.compare.kinship import kinship, of_one_day
from checkers.compare.passages import Passage, passage, sentences_with
from checkers.language.gazetteer import level_of, related
from checkers.language.lexicon import listed
from checkers.language.place_index import Kind, entries, folded
from checkers.language.place_spelling import spelled_alike
from checkers.language.places.words import pattern
from checkers.model import Claim, ClaimKind, Event, Field, Member, Place, PlaceRole

# What two reports must have in common beside their kind and day: persons, amounts, telling words
# (as ``kinship`` counts them), and streets or houses. For those that grouping put together, and
# for those that it kept apart by their places.
_TOGETHER, _KEPT_APART = 1.2, 1.7
_SITE, _MOST_SITES = 1.2, 2
# So much kinship outweighs two days that differ.
_WHATEVER_DAY = 4.0
_SEASON = timedelta(days=60)
_OFTEN = 2  # times a town is named that is no slip of the moment
_MOST_TOWNS = 3
_STATING = (Field.TITLE, Field.TEXT)
_MOST_ACCOUNTS = 4  # of an event kept apart
# "the 3400 block of West Monroe", "on Gallier Street", "at Dahlia Lane": what no other town has.
_ADDRESS = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)|[A-Z][a-z]+(?: [A-Z][a-z]+)?) "
    r"(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Drive|Dr\b|Lane|Ln\b|Boulevard|Blvd|Court|Place|Terrace|Way"
    r"|Park|Mall|Apartments|School|Church|Inn)"
)


@dataclass(frozen=True, slots=True)
class HomeTown:
    """A town that a report holds on to.

    Attributes:
        member: The article's part in the event.
        name: The town, lower case.
        said: Words that show it.
    """

    member: Member
    name: str
    said: Passage


@dataclass(frozen=True, slots=True)
class _Account:
    """One report with its towns.

    Attributes:
        member: The article's part in the event.
        towns: Their names, lower case.
        sure: Whether they are surely towns of their own, not quarters of one that is not named.
    """

    member: Member
    towns: frozenset[str]
    sure: bool = True

    @property
    def text(self) -> str:
        """Headline and text."""
        return f"{self.member.reading.article.title}\n{self.member.reading.article.text}"


def compare_home_towns(event: Event) -> Iterator[tuple[HomeTown, HomeTown]]:
    """Pairs of reports of one happening that hold on to two towns, each silent on the other's."""
    accounts = _accounts(event)
    for one, other in combinations(accounts, 2):
        if _exclude(one, other, _TOGETHER):
            yield _home_town(one), _home_town(other)
    for apart in event.apart if accounts else ():
        for one, other in product(
            accounts[:_MOST_ACCOUNTS], _accounts(apart.event)[:_MOST_ACCOUNTS]
        ):
            if _exclude(one, other, _KEPT_APART):
                yield _home_town(one), _home_town(other)


def _accounts(event: Event) -> list[_Account]:
    found = []
    for member in about(event):
        sure = frozenset((*_of_forces(member), *_held(member)))
        towns = sure or frozenset(_repeated(member))
        if 0 < len(towns) <= _MOST_TOWNS:
            found.append(_Account(member, towns, bool(sure)))
    return found


def _exclude(one: _Account, other: _Account, least: float) -> bool:
    """Whether two reports tell of one happening, in towns of which neither can be the other's."""
    if _names_any(one, other.towns) or _names_any(other, one.towns):
        return False
    if any(related(p, q) != "apart" for p in _known(one) for q in _known(other)):
        return False
    if any(
        spelled_alike(folded(t), folded(u)) != "different" for t in one.towns for u in other.towns
    ):
        return False
    if not (one.sure and other.sure) and _regions(one.towns).isdisjoint(_regions(other.towns)):
        return False
    if not _in_one_season(one.member, other.member):
        return False
    alike = _alike(one, other)
    return alike >= _WHATEVER_DAY or (alike >= least and of_one_day(one.member, other.member))


def _in_one_season(one: Member, other: Member) -> bool:
    """Whether two reports were published near each other, as reports of one happening are."""
    first, second = one.reading.article.published, other.reading.article.published
    return first is None or second is None or abs(first.at - second.at) <= _SEASON


def _alike(one: _Account, other: _Account) -> float:
    words = frozenset(word for name in one.towns | other.towns for word in name.split())
    sites = _addresses(one.text) & _addresses(other.text)
    return kinship(one.member, other.member, words) + _SITE * min(len(sites), _MOST_SITES)


def _addresses(text: str) -> set[str]:
    return {match[0].lower() for match in _ADDRESS.finditer(text)}


def _names_any(account: _Account, towns: frozenset[str]) -> bool:
    """Whether a report names one of these towns, in whatever connection."""
    text = account.text.lower()
    return any(_places_of(town, text) for town in towns)


def _known(account: _Account) -> list[Place]:
    """What the gazetteer has of its towns, as the article's other words tell them."""
    claims = account.member.reading.claims_of(ClaimKind.PLACE)
    return [c.place for c in claims if c.place.known and c.place.name.lower() in account.towns]


def _own_places(member: Member) -> Iterator[Claim]:
    """The places that a report names of this happening, not of what it recalls beside it."""
    places = member.reading.claims_of(ClaimKind.PLACE)
    return (claim for claim in places if claim.mention == member.mention)


def _held(member: Member) -> Iterator[str]:
    """Towns that are told with the region that holds them."""
    for claim in _own_places(member):
        place = claim.place
        told = place.role in (PlaceRole.EVENT, PlaceRole.DATELINE) and place.type == "city"
        if told and place.inside and level_of(place.inside[0]) == "region":
            yield place.name.lower()


def _repeated(member: Member) -> Iterator[str]:
    """Towns of the gazetteer that a report names again and again as the place of the event."""
    article = member.reading.article
    text = f"{article.title}\n{article.text}".lower()
    for claim in _own_places(member):
        place = claim.place
        told = place.role in (PlaceRole.EVENT, PlaceRole.DATELINE) and place.type == "city"
        if told and place.known and len(_places_of(place.name.lower(), text)) >= _OFTEN:
            yield place.name.lower()


def _regions(towns: frozenset[str]) -> set[str]:
    """The regions in which the gazetteer has towns of these names."""
    found = (entry for town in towns for entry in entries(folded(town)))
    return {e.inside[0] for e in found if e.kind in (Kind.TOWN, Kind.CAPITAL) and e.inside}


def _places_of(name: str, text: str) -> list[str]:
    return re.findall(rf"\b{re.escape(name)}\b", text)


def _of_forces(member: Member) -> Iterator[str]:
    """Towns whose police or firemen a report speaks of: "Orvane police"."""
    article = member.reading.article
    for match in _forces().finditer(article.text):
        name = _town_in(match["name"])
        if name and not _places_of(name.lower(), article.text):  # "Police Say Police in …"
            yield name.lower()
    for match in _forces().finditer(article.title):
        name = _town_in(match["name"])
        if name and entries(folded(name)):
            yield name.lower()


def _home_town(account: _Account) -> HomeTown:
    """The first words that show the town of a report."""
    article = account.member.reading.article
    claims = [
        Passage(claim.article, claim.span, claim.sentence, claim.place.name)
        for claim in _own_places(account.member)
        if claim.place.name.lower() in account.towns and claim.span.field in _STATING
    ]
    if claims:
        return HomeTown(account.member, claims[0].value.lower(), claims[0])
    for sentence in sentences_with(article, _forces()):
        for match in _forces().finditer(sentence.text):
            name = _town_in(match["name"])
            if name.lower() in account.towns:
                start = match.start("name") + match["name"].rindex(name)
                said = passage(article, sentence, start, match.end(), name)
                return HomeTown(account.member, name.lower(), said)
    raise AssertionError(account.towns)


def _town_in(words: str) -> str:
    """The town before "police", without what only opens the sentence; "" for a state's police."""
    parts = words.split()
    while parts and parts[0].lower() in _openers():
        parts.pop(0)
    if not parts or any(part.lower() in listed("places", "wide_forces") for part in parts):
        return ""
    return " ".join(parts)


@cache
def _openers() -> frozenset[str]:
    books = ("function_words", "titles", "calendar", "wide_forces")
    return frozenset().union(*(listed("places", book) for book in books))


@cache
def _forces() -> re.Pattern[str]:
    word = r"(?:(?:St|Ft|Mt)\.|[A-ZÀ-Þ][\w'’-]+)"
    return re.compile(
        rf"(?P<name>\b{word}(?: {word}){{0,3}}) (?:[Mm]etro )?(?:{pattern('town_forces')})\b(?!-)",
    )
