"""Whole small articles: what is claimed, for which happening, in whose words and which field."""

from __future__ import annotations

from dataclasses import replace

from checkers.language.reader import read_article
from checkers.model import Article, Claim, ClaimKind, Field, Image, Reading, Role, Voice
from tests.language.counted import reading, shown

FIRE = """ORVEL — Nine people were killed and 31 injured when fire swept through a market hall in \
Orvel on Friday morning, the fire brigade said.

Among the dead were two firefighters. "We have found nine bodies, and we go on looking," Commander \
Ida Rask told reporters. She said that 200 traders had been evacuated.

It was the worst fire in the town since 1998, when 17 people died in a cinema.

Some 40 stalls burned out. The damage was put at 3 million euros."""


def counted(told: Reading) -> list[Claim]:
    """The counts of a reading."""
    return [claim for claim in told.claims if claim.kind is ClaimKind.COUNT]


def test_a_report_with_its_background() -> None:
    told = reading(FIRE, "Nine dead in Orvel market fire")
    main = {claim.said: shown(claim.count) for claim in counted(told) if not claim.background}
    assert main == {
        "Nine": "killed 9",
        "Nine people": "killed 9",
        "31": "injured 31",
        "two firefighters": "killed 2 (part)",
        "nine bodies": "killed 9..",
        "200 traders": "evacuated 200",
        "Some 40 stalls": "shop 36..44 burned",
        "3 million euros": "money 3000000 damage EUR",
    }
    assert [claim.said for claim in counted(told) if claim.background] == ["17 people"]
    figures = {measure: figure.low for measure, figure in told.mentions[0].figures.items()}
    assert (figures["killed"], figures["injured"], figures["evacuated"]) == (9, 31, 200)


def test_each_figure_with_its_speaker() -> None:
    said = {claim.said: (claim.attributed_to, claim.voice) for claim in counted(reading(FIRE))}
    assert said["Nine people"] == ("the fire brigade", Voice.OUTLET)
    assert said["nine bodies"] == ("Commander Ida Rask", Voice.QUOTED)
    assert said["200 traders"] == ("Commander Ida Rask", Voice.OUTLET)


def test_spans_lead_back_into_the_article_as_it_came_in() -> None:
    for claim in counted(reading(FIRE)):
        assert FIRE[claim.span.start : claim.span.end] == claim.said
        assert claim.said in claim.quote


def test_captions_metadata_and_address_state_figures_too() -> None:
    article = Article(
        "https://outlet.example/news/market-fire-kills-seven",
        "The hall was built in 1890.",
        title="Market fire",
        images=(Image("https://outlet.example/a.jpg", caption="Eight people died in the hall."),),
        metadata={"og:description": "Six people were killed in a market fire."},
        language="en",
    )
    found = [(claim.span.field, claim.count.low) for claim in counted(read_article(article))]
    assert found == [(Field.CAPTION, 8), (Field.METADATA, 6), (Field.URL, 7)]


def test_a_figure_that_a_correction_withdraws_is_an_earlier_one() -> None:
    told = reading(
        "Twelve miners were killed, the governor said.\n\n"
        "Correction: an earlier version of this article said that 21 miners had been killed."
    )
    roles = {claim.count.low: claim.count.role for claim in counted(told)}
    assert roles == {12: Role.TOTAL, 21: Role.PREVIOUS}
    assert told.mentions[0].figures["killed"].high == 12


def test_without_the_terms_for_grouping_all_else_is_read_alike() -> None:
    article = Article("https://wire.example/1", FIRE, "Nine dead in Orvel market fire")
    whole, stated = read_article(article), read_article(article, terms=False)
    assert "Orvel" in whole.mentions[0].terms
    bare = tuple(replace(mention, terms=()) for mention in whole.mentions)
    assert stated == replace(whole, mentions=bare)


def test_another_language_yields_no_claims() -> None:
    text = "Douze personnes ont été tuées vendredi dans l'incendie d'un marché couvert à Orvel."
    assert reading(text).claims == ()


def test_an_empty_article_yields_no_claims() -> None:
    assert reading("").claims == ()
