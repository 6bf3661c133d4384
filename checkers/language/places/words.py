"""The word lists of places, compiled once, and only when the first article is read."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checkers.language.lexicon import listed
from checkers.language.phrases import opening_runs

_BOOK = "places"


class _Lists(dict[str, frozenset[str]]):
    """The lists of the book, each read when it is first asked."""

    def __missing__(self, name: str) -> frozenset[str]:
        self[name] = found = listed(_BOOK, name)
        return found


_LISTS = _Lists()


def has(name: str, word: str) -> bool:
    """Whether a word stands in one list of the book of places: asked 300 times an article."""
    return word in _LISTS[name]


@cache
def pattern(*names: str) -> str:
    """An alternation of these lists, longest first, with blanks that match any blank."""
    listed_words = {word for name in names for word in listed(_BOOK, name)}
    ordered = sorted(listed_words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in ordered)


@lru_cache(16_384)  # words of articles come without end
def noun_type(noun: str) -> str:
    """The type of place that a noun after or before a name makes, or ""."""
    for name, kind in (
        ("town_nouns", "city"),
        ("quarter_nouns", "quarter"),
        ("region_nouns", "region"),
        ("site_nouns", "site"),
        ("hospital_nouns", "site"),
    ):
        if has(name, noun):
            return kind
    return "site" if has("leading_nouns", noun) else ""


_AFTER_A_NAME = (
    "site_nouns",
    "hospital_nouns",
    "region_nouns",
    "quarter_nouns",
    "following_town_nouns",
)


@cache
def noun_after() -> re.Pattern[str]:
    """A noun that makes the name before it a place: "Dorrin bus depot", "Kabul's main airport"."""
    nouns = pattern(*_AFTER_A_NAME)
    adjectives = pattern("site_adjectives")
    return re.compile(
        rf"(?P<owned>'s)?(?P<between>(?: (?:{adjectives}))*?) (?P<noun>{nouns})(?![\w-])"
    )


@cache
def opening_after() -> frozenset[str]:
    """The words with which what ``noun_after`` matches opens."""
    names = (*_AFTER_A_NAME, "site_adjectives")
    return opening_runs(word for name in names for word in listed(_BOOK, name))


@cache
def qualified_noun() -> re.Pattern[str]:
    """A noun of a town or land soon after a word: what an unknown adjective goes with."""
    nouns = pattern("town_nouns", "region_nouns")
    return re.compile(rf" (?:[a-z-]+ ){{0,2}}(?:{nouns}|border|front|army|government|forces)\b")


@cache
def happening_after() -> re.Pattern[str]:
    """A noun of a happening after the bare name of its place: "the deadly Dorrin market blast"."""
    verbs = "ha[sd]|have|is|are|was|were|will|would|sa[iy]\\w*|hit"
    other = rf"(?:{verbs}|after|in|on|and|or|to|by|as|for|with)\b"
    nouns = pattern("happening_nouns")
    return re.compile(rf"(?:'s)?(?: (?!{other})[\w-]+){{0,2}}? (?:{nouns})\b", re.I)


@cache
def hospital_in() -> re.Pattern[str]:
    """A hospital before "in" and a name."""
    between = pattern("between")
    return re.compile(rf"\b(?:{pattern('hospital_nouns')}) (?:in|at|near|of) (?:(?:{between}) )*$")


@cache
def under_attack() -> re.Pattern[str]:
    """The end of what stands before a hospital that is itself where something happened."""
    verbs, nouns = pattern("striking_verbs"), pattern("happening_nouns", "struck_nouns")
    return re.compile(
        rf"\b(?:(?:{verbs})|(?:{nouns}) (?:on|at|in|near|outside|inside|hits?|hit))"
        rf"(?: (?:a|an|the|its|[\w-]+)){{0,3}} *$"
    )


@cache
def distance_before() -> re.Pattern[str]:
    """A way at the end of what stands before: "30 km north of", "a two-hour drive from"."""
    units, compass = pattern("distance_units"), pattern("compass")
    travel = "drive|walk|flight|ride|march"
    away = rf"(?:to the )?(?:{compass})(?: of)?|away from|away|from|off|outside|out of|short of|of"
    return re.compile(
        rf"(?:\b(?:{units})\)?,?|\b(?:hours?|minutes?|days?)(?:'s?)? ?(?:{travel}|away|by [a-z]+)?"
        rf"|-(?:hour|minute|mile|km|kilomet(?:re|er))(?: (?:{travel}))?)"
        rf"(?: (?:{away}))+ (?:the )?$"
    )


@cache
def away_behind() -> re.Pattern[str]:
    """A distance behind the name of another place: "the riot at Gant prison, 200 km away"."""
    return re.compile(
        rf"(?: [a-z]+)?,? (?:(?:some|about|around|nearly|more than|over) )?\d[\d,.]* ?"
        rf"(?:{pattern('distance_units')}) away\b(?! from)"
    )


@cache
def compass_before() -> re.Pattern[str]:
    """The words "(just) north of" before a name, but not "the north of", which is a part of it."""
    return re.compile(
        rf"(?<!\bthe )(?<!\bthe far )\b(?:{pattern('compass')})(?:wards?)? (?:of|from) (?:the )?$"
    )


@cache
def governs_after() -> re.Pattern[str]:
    """A verb of a government after the name that stands for it."""
    strong = listed(_BOOK, "government_verbs") - listed(_BOOK, "weak_government_verbs")
    verbs = "|".join(sorted(strong, key=len, reverse=True))
    weak = pattern("weak_government_verbs")
    return re.compile(
        rf",? (?:(?:also|again|on \w+day|later|meanwhile|itself|now|still|had|has|have) )?"
        rf"(?:(?:{verbs})\b|(?:{weak}) (?:not |also |already |since )?(?:(?:{verbs})\b|to [a-z]))"
    )


@cache
def held_between() -> re.Pattern[str]:
    """What stands between a place and one that holds it: ", a village in the canton of "."""
    towns, quarters = pattern("town_nouns"), pattern("quarter_nouns")
    regions, compass = pattern("region_nouns"), pattern("compass")
    between = pattern("between")
    sort = rf"(?:{towns}|{quarters}|{regions})"
    return re.compile(
        rf"(?:,? (?:(?:a|an|the|one of the) (?:[a-z'-]+ ){{0,4}}?{sort} )?(?:in|of|on) "
        rf"|,? (?:a|an|the) (?:[a-z'-]+ ){{0,4}}?{sort} (?:[a-z-]+ ){{0,4}}?(?:in|of|on) )"
        rf"(?:(?:the |a )?(?:far )?(?:{compass}) of |(?:the )?outskirts of )?"
        rf"(?:(?:{between}) )*(?:(?:{sort}) of (?:the )?)?"
    )


@cache
def owned_between() -> re.Pattern[str]:
    """What stands between a holder and what it holds: "Zadar's border town of Kolva"."""
    towns, regions = pattern("town_nouns"), pattern("region_nouns")
    between = pattern("between", "site_adjectives")
    sorts = rf"(?:{towns}|{regions}|{pattern('quarter_nouns')})"
    return re.compile(
        rf"'s (?:(?:{between}|border|second|third|largest|biggest|main|famous) )*"
        rf"(?:[a-z]+ )?(?:{sorts}(?: of |,? ))?"
    )
