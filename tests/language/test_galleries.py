"""Numbered captions inside a text: what they say counts for nothing, other numbered lines do."""

from __future__ import annotations

from checkers.language.document import Document
from checkers.language.galleries import in_galleries
from checkers.language.reader import read_article
from checkers.model import Article, Claim, ClaimKind, Reading

NEWS = "Eleven people were killed when a ferry sank off Karsk on 4 March 2026."
PICTURES = (
    "1/3 Volcano Lava above Zagreb, where 90 people were killed in May 1962. Nobody warned them.",
    "2/3 Regatta Sails before Lisbon Harbour Archive",
    "3/3 Carnival Dancers in Nairobi Archive",
)


def _read(*paragraphs: str) -> Reading:
    return read_article(Article("https://outlet.example/ferry", "\n\n".join(paragraphs)))


def _killed(reading: Reading) -> list[str]:
    claims: list[Claim] = [c for c in reading.claims if c.kind is ClaimKind.COUNT]
    return [claim.said for claim in claims]


def test_what_stands_under_pictures_is_no_part_of_the_happening() -> None:
    plain = _read(NEWS)
    reading = _read(NEWS, *PICTURES, "The ferry had been overhauled.")
    (mention,) = reading.mentions
    assert (mention.places, mention.when) == (plain.mentions[0].places, plain.mentions[0].when)
    assert _killed(reading) == _killed(plain)
    assert not {"Volcano", "Lisbon", "Regatta", "year 1962"} & set(mention.terms)


def test_every_sentence_of_a_pictures_paragraph_counts_as_its_caption() -> None:
    document = Document(Article("https://outlet.example/ferry", "\n\n".join((NEWS, *PICTURES))))
    assert in_galleries(document) == {1, 2, 3, 4}


def test_two_fractions_and_a_countdown_are_no_gallery() -> None:
    for lines in (
        ("1/3 Sugar goes into the dough.", "2/3 Flour comes after it."),
        ("3/3 Third bout, lost.", "2/3 Second bout, won.", "1/3 First bout, lost."),
    ):
        text = "\n\n".join((NEWS, *lines))
        assert not in_galleries(Document(Article("https://outlet.example/ferry", text)))
