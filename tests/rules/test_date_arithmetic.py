"""DAT103 to DAT106 over tables of sentences: what does not add up, and what only seems so."""

from __future__ import annotations

import pytest

from checkers.rules import (
    age_does_not_fit_birth,
    anniversary_does_not_add_up,
    duration_does_not_fit,
    told_before_it_happened,
)
from tests.told import said, told

TOO_EARLY = {  # what is tried: text of Thursday 5 March 2026, words of the finding
    "a death ten days on": (
        "Two climbers were killed by a rockfall on 15 March near Orvane, police said.",
        ["rockfall on 15 March"],
    ),
    "with its year": (
        "A barge sank on 20 March 2026 in the harbour of Orvane after a fire on board.",
        ["sank on 20 March 2026"],
    ),
    "the day before": ("Two climbers were killed by a rockfall on 4 March near Orvane.", None),
    "tomorrow, which is today somewhere": (
        "Two climbers were killed by a rockfall on 6 March near Orvane.",
        None,
    ),
    "a plan": ("The trial over the rockfall that killed two will open on 15 March.", None),
    "a plan in the past tense": (
        "The hearing on the collapse was adjourned until 15 March, the court in Orvane said.",
        None,
    ),
    "a deadline": ("The mill that burned was given until 20 March to clear the rubble.", None),
    "a date of last year": (
        "A year ago, on 15 March, two climbers were killed by a rockfall near Orvane.",
        None,
    ),
    "an anniversary": (
        "Ahead of the anniversary, relatives recalled how a rockfall killed two on 15 March.",
        None,
    ),
    "a meeting, which is no happening": ("The council met on 15 March in Orvane.", None),
}


@pytest.mark.parametrize(("text", "words"), TOO_EARLY.values(), ids=TOO_EARLY)
def test_told_before_it_happened(text: str, words: list[str] | None) -> None:
    assert said(list(told_before_it_happened.check(told(text)))) == ([words] if words else [])


def test_an_article_without_a_date_of_publication_is_spared() -> None:
    text = "Two climbers were killed by a rockfall on 15 March 2026 near Orvane."
    assert list(told_before_it_happened.check(told((text, "")))) == []


def test_copies_told_too_early_are_one_finding() -> None:
    text = TOO_EARLY["a death ten days on"][0]
    (finding,) = told_before_it_happened.check(told(text, text))
    assert said([finding]) == [["rockfall on 15 March"] * 2]


YEARS = {  # what is tried: text of March 2026, words of the finding
    "years after": (
        "Four years after the May 2018 flood, the last families of Orvane have been rehoused.",
        ["Four years after the May 2018"],
    ),
    "right": (
        "Seven years after the May 2018 flood, the last families of Orvane have been rehoused.",
        None,
    ),
    "nearly": (
        "Nearly eight years after the May 2018 flood, the last families have been rehoused.",
        None,
    ),
    "more than": (
        "More than five years after the May 2018 flood, the last families have been rehoused.",
        None,
    ),
    "an anniversary": (
        "On Sunday, the town marked the tenth anniversary of the March 2014 train crash.",
        ["tenth anniversary of the March 2014"],
    ),
    "the right anniversary": (
        "On Sunday, the town marked the 12th anniversary of the March 2014 train crash.",
        None,
    ),
    "years ago beside a year": (
        "The mill closed in 2011, five years ago, and has stood empty since.",
        ["2011, five years ago"],
    ),
    "years ago and the right year": (
        "The mill closed in 2021, five years ago, and has stood empty since.",
        None,
    ),
    "history": ("Five years after the 1848 rising, the fortress was handed over.", None),
    "another year in the sentence": (
        "In 2022, four years after the May 2018 flood, the town was awarded a prize and has "
        "kept it since.",
        None,
    ),
}


@pytest.mark.parametrize(("text", "words"), YEARS.values(), ids=YEARS)
def test_anniversary_does_not_add_up(text: str, words: list[str] | None) -> None:
    found = list(anniversary_does_not_add_up.check(told(text)))
    assert said(found) == ([words] if words else [])


COLLAPSED = "The parking deck in Orvane collapsed on Friday, 27 February."
BROUGHT_OUT = "An attendant was pulled out alive on Wednesday, 4 March, after he had been trapped"

LENGTHS = {  # what is tried: articles, kind, words of the finding
    "too short": (
        [f"{BROUGHT_OUT} for two days. {COLLAPSED}"],
        ["Friday, 27 February", "trapped for two days"],
    ),
    "right": ([f"{BROUGHT_OUT} for five days. {COLLAPSED}"], None),
    "counted with both ends": ([f"{BROUGHT_OUT} for six days. {COLLAPSED}"], None),
    "hours": ([f"{BROUGHT_OUT} for 120 hours. {COLLAPSED}"], None),
    "too few hours": (
        [f"{BROUGHT_OUT} for 48 hours. {COLLAPSED}"],
        ["Friday, 27 February", "trapped for 48 hours"],
    ),
    "more than": ([f"{BROUGHT_OUT} for more than four days. {COLLAPSED}"], None),
    "the beginning in another article": (
        [f"{BROUGHT_OUT} for two days under the collapsed deck.", COLLAPSED],
        ["Friday, 27 February", "trapped for two days"],
    ),
    "no day of the end": (
        [f"An attendant had been trapped for two days. {COLLAPSED}"],
        None,
    ),
    "a sentence of prison": (
        [f"A builder was jailed for two days on Wednesday, 4 March. {COLLAPSED}"],
        None,
    ),
}


@pytest.mark.parametrize(("texts", "words"), LENGTHS.values(), ids=LENGTHS)
def test_duration_does_not_fit(texts: list[str], words: list[str] | None) -> None:
    found = list(duration_does_not_fit.check(told(*texts, kind="collapse")))
    assert said(found) == ([words] if words else [])


AGES = {  # what is tried: text of March 2026, words of the finding
    "birth, then age": (
        "The diver, born in 1984 and aged 35, was found near the reef on Tuesday.",
        ["born in 1984 and aged 35"],
    ),
    "the birthday has not come": ("The diver, born in 1984 and aged 41, was found.", None),
    "the birthday has come": ("The diver, born in 1984 and aged 42, was found.", None),
    "age, then birth": (
        "Ines Falk, 50, who was born in 1984, was found near the reef on Tuesday.",
        ["Falk, 50, who was born in 1984"],
    ),
    "a full date": (
        "Ines Falk, 41, was born on 20 June 1984 in Orvane.",
        None,
    ),
    "the wrong full date": (
        "Ines Falk, 44, was born on 20 June 1984 in Orvane.",
        ["Falk, 44, was born on 20 June 1984"],
    ),
    "one age or the other": ("The diver, born in 1984 and aged 41 or 42, was found.", None),
    "an age at another time": (
        "Ines Falk, born in 1984, was 23 when she joined the lifeboat in 2008.",
        None,
    ),
    "a count": ("Falk, born in 1984, and 12 others were on board.", None),
}


@pytest.mark.parametrize(("text", "words"), AGES.values(), ids=AGES)
def test_age_does_not_fit_birth(text: str, words: list[str] | None) -> None:
    found = list(age_does_not_fit_birth.check(told(text)))
    assert said(found) == ([words] if words else [])
