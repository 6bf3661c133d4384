"""The claims of an article about places, in the order of its sentences."""

from __future__ import annotations

from checkers.language.document import Document, Sentence
from checkers.language.places.headlines import headline_sightings
from checkers.language.places.hearing import Hearing
from checkers.language.places.references import bare_references
from checkers.language.places.resolving import places_of
from checkers.language.places.shapes import in_capitals
from checkers.language.places.sightings import Sighting
from checkers.model import Article, Claim, ClaimKind, Field, Place

_FIELDS = frozenset({Field.TITLE, Field.TEXT, Field.CAPTION})
# Parts of the keys of metadata that hold sentences rather than names, addresses and dates.
_STATEMENTS = ("description", "title", "headline", "abstract", "summary")


def read_places(document: Document) -> list[Claim]:
    """The places named in title, text, captions and descriptions, in the order of the document.

    The span of a claim is the name's own words; ``Place.role`` says what the place has to do with
    what is told, and ``Place.inside`` what holds it, as far as article or gazetteer know.
    """
    ordinary: list[Sentence] = []
    headlines: list[Sentence] = []
    for sentence in document.sentences:
        if _is_read(sentence):
            (headlines if in_capitals(sentence) else ordinary).append(sentence)
    hearing = Hearing()
    for sentence in ordinary:
        hearing.hear(sentence)
    hearing.settle()
    found = list(hearing.sightings)
    for sentence in headlines:
        found += headline_sightings(sentence, hearing.names())
    found += bare_references(ordinary, found)
    found.sort(key=lambda sighting: (sighting.sentence.index, sighting.start, -sighting.end))
    kept = _without_overlaps(found)
    places = places_of(kept, hearing.countries)
    article = document.article
    return [_claim(article, *pair) for pair in zip(kept, places, strict=True)]


def _claim(article: Article, sighting: Sighting, place: Place) -> Claim:
    sentence = sighting.sentence
    span = sentence.part(sighting.start, sighting.end)
    mention = "m1"  # until the mentions are known
    return Claim(ClaimKind.PLACE, article, span, sentence.span, place, mention=mention)


def _is_read(sentence: Sentence) -> bool:
    if sentence.field is Field.METADATA:
        key = (sentence.span.key or "").lower()
        return any(part in key for part in _STATEMENTS)
    return sentence.field in _FIELDS


def _without_overlaps(ordered: list[Sighting]) -> list[Sighting]:
    """The sightings without those inside another: the city of "Dorrin market" is no own claim."""
    kept: list[Sighting] = []
    for sighting in ordered:
        last = kept[-1] if kept else None
        if not last or last.sentence is not sighting.sentence or sighting.start >= last.end:
            kept.append(sighting)
    return kept
