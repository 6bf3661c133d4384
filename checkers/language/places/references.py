"""Sites spoken of by their noun alone: "the airport", once the article has named it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checkers.language.document import Sentence
from checkers.language.place_index import entries, folded
from checkers.language.places.cues import cue_before, role_after
from checkers.language.places.shapes import stretch_at
from checkers.language.places.sightings import Sighting
from checkers.model import PlaceRole

_ONE_A_TOWN = "airport"  # it needs no name where the town is plain


def bare_references(sentences: Iterable[Sentence], sightings: Sequence[Sighting]) -> list[Sighting]:
    """Sightings of "the airport" and the like, where the article names one site of that noun."""
    named: dict[str, set[str]] = {}
    shown: dict[str, Sighting] = {}
    for sighting in sightings:
        if sighting.type == "site" and sighting.noun:
            named.setdefault(sighting.noun, set()).add(folded(sighting.base))
            shown.setdefault(sighting.noun, sighting)
    sole = {noun: shown[noun] for noun, names in named.items() if len(names) == 1}
    town = None if _ONE_A_TOWN in named else _only_town(sightings)
    if town:
        sole[_ONE_A_TOWN] = _site_of(town, _ONE_A_TOWN)
    read = list(sentences)
    sole = {noun: site for noun, site in sole.items() if _is_named(noun, read)}
    if not sole:
        return []
    nouns = "|".join(map(re.escape, sorted(sole, key=len, reverse=True)))
    pattern = re.compile(rf"(?<=\b[Tt]he )(?:{nouns})\b(?!-| (?:(?:of|in) )?[A-Z])")
    return [
        _reference(sentence, match, sole[match[0]])
        for sentence in read
        for match in pattern.finditer(sentence.text)
    ]


def _is_named(noun: str, sentences: Sequence[Sentence]) -> bool:
    """Whether "the" stands before a noun anywhere: making a pattern for it costs much more."""
    words = f"he {noun}"
    return any(words in sentence.text for sentence in sentences)


def _only_town(sightings: Sequence[Sighting]) -> Sighting | None:
    """The one known city in which the article's event is, if there is just one."""
    towns = {
        folded(s.base): s
        for s in sightings
        if s.role is PlaceRole.EVENT
        and not s.type
        and any(entry.kind in ("K", "T") for entry in entries(folded(s.base))[:1])
    }
    return next(iter(towns.values())) if len(towns) == 1 else None


def _site_of(town: Sighting, noun: str) -> Sighting:
    """A town's only site of a sort, as if it had been named."""
    return Sighting(
        town.sentence, town.start, town.end, noun, f"{town.base} {noun}", "site", town.role,
        sure=False, inner=town.base, noun=noun,
    )  # fmt: skip


def _reference(sentence: Sentence, match: re.Match[str], site: Sighting) -> Sighting:
    """The noun where it stands, for the site that it means."""
    stretch = stretch_at(sentence, sentence.text, *match.span())
    role = cue_before(stretch).role or role_after(stretch, power=False)
    return Sighting(
        sentence, match.start(), match.end(), match[0], site.base, "site", role,
        sure=False, inner=site.inner, noun=site.noun,
    )  # fmt: skip
