"""What stands behind a headline and names its outlet is no part of what the headline tells."""

from __future__ import annotations

import pytest

from checkers.language.headlines import headline_of
from checkers.language.reader import read_article
from checkers.model import Article

HEADLINE = "Four die in Karsk saw mill fire"
OUTLETS = (
    " | The Orlanda Herald",
    " - BBC News",
    " – Reuters",
    " — Karsk Evening Post",
    " - Channel 5 News, Weather and Sports",
    " - KQRX Action News 9 - Vell, Tennessee",
    " | vellvalley.com | Vell, AZ",
    " - Tem Valley's News Leader",
)
NO_OUTLETS = (
    "Karsk - Four die in saw mill fire",
    "Karsk saw mill fire - foreman warned of sparks",
    "Four die in Karsk saw mill fire – police",
    "Karsk mail robbery | Post office shut for a week",
    "Well-known baker shot in Dorrin",
)


@pytest.mark.parametrize("outlet", OUTLETS)
def test_an_outlet_is_told_by_the_form_of_its_name(outlet: str) -> None:
    assert headline_of(Article("https://a.example/1", "", HEADLINE + outlet)) == HEADLINE


@pytest.mark.parametrize("title", NO_OUTLETS)
def test_what_tells_of_the_happening_stays(title: str) -> None:
    assert headline_of(Article("https://a.example/1", "", title)) == title


def test_an_outlet_is_told_by_its_publisher_site_or_host() -> None:
    named = HEADLINE + " | Lantern & Anvil"
    for article in (
        Article("https://a.example/1", "", named, publisher="The Lantern & Anvil"),
        Article("https://a.example/1", "", named, metadata={"og:site_name": "Lantern & Anvil"}),
        Article("https://www.lantern-anvil.example/1", "", HEADLINE + " | Lantern Anvil"),
    ):
        assert headline_of(article) == HEADLINE
    assert headline_of(Article("https://a.example/1", "", named)) == named


def test_an_outlets_name_is_no_telling_word_and_no_part_of_the_events_title() -> None:
    text = "A fire at the Holm saw mill in Karsk killed four workers on Thursday."
    (mention,) = read_article(
        Article("https://a.example/1", text, HEADLINE + " | The Orlanda Herald")
    ).mentions
    assert mention.title == HEADLINE
    assert not {"Orlanda", "Herald", "orlanda", "herald"} & set(mention.terms)
