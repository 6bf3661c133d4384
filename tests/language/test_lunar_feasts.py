"""Feasts of the Islamic year in our calendar, and in sentences of the news."""

from __future__ import annotations

from datetime import date

import pytest

from checkers.language.dates.lunar import islamic_day
from tests.language.dated import dates

# Days kept in most countries, by the almanacs; the reckoned calendar may be a day off the moon's.
KEPT = {
    (1442, 12, 10): date(2021, 7, 20),
    (1442, 10, 1): date(2021, 5, 13),
    (1445, 10, 1): date(2024, 4, 10),
    (1447, 12, 10): date(2026, 5, 27),
}


@pytest.mark.parametrize(("islamic", "ours"), KEPT.items(), ids=map(str, KEPT))
def test_reckoned_days(islamic: tuple[int, int, int], ours: date) -> None:
    assert islamic_day(*islamic) == ours


SENTENCES = {  # published, sentence: dates
    ("2021-07-25T12:00:00+00:00", "Missiles fell on the city during the Feast of Sacrifice."): [
        "Feast of Sacrifice = 2021-07-20 or 2021-07-19 or 2021-07-21"
    ],
    ("2021-07-25T12:00:00+00:00", "Ministers were to speak on Eid al-Adha when it fell."): [
        "Eid al-Adha = 2021-07-20 or 2021-07-19 or 2021-07-21"
    ],
    ("2026-03-01T12:00:00+00:00", "The bridge will be opened on Eid al-Fitr."): [
        "Eid al-Fitr = 2026-03-20 or 2026-03-19 or 2026-03-21"
    ],
    ("2026-03-01T12:00:00+00:00", "A ferry sank on Eid al-Adha 2021."): [
        "Eid al-Adha 2021 = 2021-07-20 or 2021-07-19 or 2021-07-21"
    ],
    ("2026-03-01T12:00:00+00:00", "The sacrifice of the crew was praised."): [],
}


@pytest.mark.parametrize(("told", "expected"), SENTENCES.items(), ids=[s for _, s in SENTENCES])
def test_feasts_in_sentences(told: tuple[str, str], expected: list[str]) -> None:
    published, sentence = told
    assert dates(sentence, published) == expected


def test_a_feast_of_an_article_without_a_date_is_unknown() -> None:
    assert dates("A ferry sank on Eid al-Adha.", None) == ["Eid al-Adha = unknown"]
