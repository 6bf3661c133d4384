"""What edits are read by: sentences, facts, notes, and what came in place of an article."""

from __future__ import annotations

import pytest

from checkers.compare.facts import facts
from checkers.compare.notes import notes_in
from checkers.compare.pages import what_came
from checkers.compare.traces import host, masked, named_headlines, sentence_keys
from checkers.compare.wording import pieces
from checkers.model import Article, Field

URL = "https://valley.example/a"


def article(text: str, title: str = "", status: int = 200) -> Article:
    return Article(URL, text, title=title, status=status)


SENTENCES = {  # a text and its sentences
    "Dr. Roth left at 5 p.m. She took the U.N. car. It was red.": [
        "Dr. Roth left at 5 p.m.",
        "She took the U.N. car.",
        "It was red.",
    ],
    "“It fell.” A bell rang!\n\nThe roof had 1.5 tonnes of snow on it.": [
        "“It fell.”",
        "A bell rang!",
        "The roof had 1.5 tonnes of snow on it.",
    ],
    "Home / News\n\nNo full stop": ["Home / News", "No full stop"],
    "": [],
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items())
def test_sentences(text: str, expected: list[str]) -> None:
    found = pieces(article(text), Field.TEXT)
    assert [piece.text for piece in found] == expected
    assert [piece.article.words(piece.span) for piece in found] == expected


FACTS = {  # a sentence and its facts
    "In all, 1.2 million people fled on 4 March 2019.": [
        ("number", "1.2e+06"),
        ("date", "4 mar 2019"),
    ],
    "On Thursday twenty-one houses burned at 7:40 pm.": [
        ("date", "thursday"),
        ("number", "21"),
        ("date", "740pm"),
    ],
    "Mayor Ida Roth may march on in May 2026.": [
        ("name", "mayor ida roth"),
        ("date", "may 2026"),
    ],
    "The Beacon Trust runs it; the Trust has 1,400 beds.": [
        ("name", "beacon trust"),
        ("name", "trust"),
        ("number", "1400"),
    ],
    "One of them was there.": [],
}


@pytest.mark.parametrize(("text", "expected"), FACTS.items())
def test_facts(text: str, expected: list[tuple[str, str]]) -> None:
    [piece] = pieces(article(text), Field.TEXT)
    assert [(fact.kind.value, fact.key) for fact in facts(piece)] == expected


NOTES = {  # a text, and whether it holds a correction note
    "Correction: the bridge is in Velde.": True,
    "An earlier version of this article placed the bridge in Pell.": True,
    "(Corrects the number of dead to 12)": True,
    "This story was updated on 5 May to correct the name of the street.": True,
    "The man had been wrongly convicted and originally pleaded guilty.": False,
    "The house of correction was closed in 1911.": False,
    "Prices were corrected downwards on Thursday.": False,
}


@pytest.mark.parametrize(("text", "expected"), NOTES.items())
def test_notes(text: str, expected: bool) -> None:
    assert bool(notes_in(article(text))) is expected


STORY = (
    'A lift fell nine floors. "We use cookies on our breaks," said the mechanic, a privacy buff.'
)

CAME = {  # what is tried: the page, what it is
    "a story": (article(STORY), ""),
    "a story about cookies and privacy": (
        article(f"{STORY} With your consent, he said, he would reject all interviews."),
        "",
    ),
    "a consent wall": (
        article("We value your privacy. Accept all or manage preferences.", "Your choices"),
        "a consent wall",
    ),
    "a paywall": (article("This story is for subscribers only. Log in."), "a paywall"),
    "an error with status 200": (article("Please try again later.", "Oops"), "an error page"),
    "an error by its status": (article("Sorry.", status=502), "an error page (502)"),
    "gone by its status": (article("Sorry.", status=410), "taken down"),
    "gone by its words": (article("This article has been removed by the editors."), "taken down"),
    "a story of something removed": (
        article("A statue was removed at night. The crane came at two, a neighbour said."),
        "",
    ),
    "a brief on something taken down": (
        article("The statue was taken down on Sunday. It has been removed to a museum."),
        "",
    ),
    "an offer in place of a story": (
        article("Subscribe now to read on. First month one crown, cancel any time.", "Subscribe"),
        "a paywall",
    ),
    "a brief on prices": (
        article("A subscription to the Post goes up to nine crowns a month. Cancel any time."),
        "",
    ),
    "an empty page": (article(""), ""),
}


@pytest.mark.parametrize(("page", "expected"), CAME.values(), ids=CAME)
def test_what_came(page: Article, expected: str) -> None:
    assert what_came(page) == expected


def test_a_form_has_one_key_whatever_fills_it() -> None:
    forms = [
        "The harbour office answered 212 calls in the week from October 5 to 11, it said.",
        "The harbour office answered nine calls in the week from June 12 to 18, it said.",
        "The harbour office answered few calls in the week from June 12 to 18, it said.",
    ]
    one, same, other = (sentence_keys(article(form)) for form in forms)
    assert one == same
    assert one != other
    [piece] = pieces(article(forms[0]), Field.TEXT)
    assert masked(piece) == (
        "the harbour office answered # calls in the week from # # to # it said"
    )


HOSTS = {
    "https://www.valley.example/a": "valley.example",
    "https://m.valley.example/a": "valley.example",
    "https://valley.example:8443/a": "valley.example",
    "https://news.valley.example/a": "news.valley.example",
    "file:///tmp/a.txt": "",
}


@pytest.mark.parametrize(("url", "expected"), HOSTS.items())
def test_hosts(url: str, expected: str) -> None:
    assert host(url) == expected


def test_only_a_corrections_column_names_other_articles() -> None:
    text = "In “Bridge falls into the Anse” we gave the wrong river. We regret the error."
    assert named_headlines(article(text, "Corrections and clarifications")) == [
        "Bridge falls into the Anse"
    ]
    assert named_headlines(article(text, "Bridge opens again")) == []
    single = "Our report 'Mayor's dog bites again' of Monday named the wrong dog."
    assert named_headlines(article(single, "For the record")) == ["Mayor's dog bites again"]
