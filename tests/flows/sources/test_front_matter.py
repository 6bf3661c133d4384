"""Files with front matter: its fields lead, and the text below stays as it stands."""

from __future__ import annotations

import pytest

from checkers.errors import ArticleUnreadable
from checkers.model import Article, Image, Origin
from flows.sources.front_matter import article_from_document

ADDRESS = "file:///desk/tram.md"


def test_fields_and_text() -> None:
    article = article_from_document(
        "---\n"
        "url: https://outlet.example/tram\n"
        "title: 'Tram derails: eleven hurt'\n"
        "published: 2026-03-05 18:30:00 +02:00\n"
        "publisher: Outlet\n"
        "language: no\n"
        "author: [Mara Linde, Tom Osei]\n"
        "section: ~\n"
        "status: 200\n"
        "images:\n"
        "  - caption: A tram, 2019\n"
        "    taken: 2019-03-04\n"
        "metadata:\n"
        "  'og:title': 12\n"
        "---\n"
        "\n"
        "DORRIN - Eleven people were hurt.\n\n*Not a caption here*\n\n02/03/2026\n",
        ADDRESS,
    )
    assert article.published is not None
    assert article == Article(
        url="https://outlet.example/tram",
        title="Tram derails: eleven hurt",
        text="DORRIN - Eleven people were hurt.\n\n*Not a caption here*\n\n02/03/2026",
        published=article.published,
        publisher="Outlet",
        language="no",
        author="Mara Linde, Tom Osei",
        images=(Image(caption="A tram, 2019", taken="2019-03-04"),),
        metadata={"og:title": "12"},
    )
    assert article.published.at.isoformat() == "2026-03-05T18:30:00+02:00"
    assert article.published.origin is Origin.FRONT_MATTER


# What is tried: the date as YAML has it, (moment, day only, zone known).
DATES = {
    "a day": ("2026-03-05", ("2026-03-05T00:00:00+00:00", True, False)),
    "a time": ("2026-03-05 18:30:00", ("2026-03-05T18:30:00+00:00", False, False)),
    "in quotation marks": ("'2026-03-05T18:30:00Z'", ("2026-03-05T18:30:00+00:00", False, True)),
    "for people": ("5 March 2026, 18:30 EET", ("2026-03-05T18:30:00+02:00", False, True)),
}


@pytest.mark.parametrize(("written", "expected"), DATES.values(), ids=DATES)
def test_dates(written: str, expected: tuple[str, bool, bool]) -> None:
    stamp = article_from_document(f"---\npublished: {written}\n---\nText.", ADDRESS).published
    assert stamp is not None
    assert (stamp.at.isoformat(), stamp.day_only, stamp.zone_known) == expected


def test_what_front_matter_lacks() -> None:
    article = article_from_document("---\npublisher: Outlet\n---\n# Tram derails\n\nText.", ADDRESS)
    assert article == Article(url=ADDRESS, title="Tram derails", text="Text.", publisher="Outlet")


def test_a_wrapped_text_has_whole_paragraphs_of_the_same_length() -> None:
    wrapped = (
        "Eleven people were taken to hospital after a tram left the\n"
        "rails in Dorrin on Thursday. Police closed the street. The\n"
        "line is expected to open again.\n\n"
        "Nobody was killed."
    )
    article = article_from_document(f"---\ntitle: Tram\n---\n{wrapped}\n", ADDRESS)
    assert article.text == wrapped.replace("the\nrails", "the rails").replace(
        "The\nline", "The line"
    )


def test_lines_that_are_paragraphs_are_parted() -> None:
    article = article_from_document(
        "---\ntitle: Tram\n---\nEleven were hurt.\nThe line is closed until the weekend.\n", ADDRESS
    )
    assert article.text == "Eleven were hurt.\n\nThe line is closed until the weekend."


def test_a_text_that_begins_with_a_rule_has_no_front_matter() -> None:
    article = article_from_document("---\nTram derails in Dorrin\n---\nText follows here.", ADDRESS)
    assert (article.title, article.text) == ("Tram derails in Dorrin", "Text follows here.")


# What is wrong: the front matter, and what is said of it.
WRONG = {
    "an open bracket": ("title: [Tram", "the front matter is no YAML: "),
    "a list for a title": ("title: [Tram]", "title is a list, not text"),
    "an unknown tag": ("title: !!python/object:os.system x", "the front matter is no YAML: "),
    "an image without fields": ("images: [x]", "image 1 is text, not an object"),
}


@pytest.mark.parametrize(("front", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_in_one_line(front: str, said: str) -> None:
    with pytest.raises(ArticleUnreadable) as raised:
        article_from_document(f"---\n{front}\n---\nText.", ADDRESS)
    assert str(raised.value).startswith(said)
    assert "\n" not in str(raised.value)


def test_references_that_stand_for_more_than_any_memory_holds() -> None:
    lines = "".join(f"a{n}: &a{n} {{p: *a{n - 1}, q: *a{n - 1}}}\n" for n in range(1, 60))
    with pytest.raises(
        ArticleUnreadable, match="the front matter is no YAML: a reference in line 3"
    ):
        article_from_document(f"---\na0: &a0 {{x: y}}\n{lines}---\nText.", "file:///a.md")
