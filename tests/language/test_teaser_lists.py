"""Lists of other stories above the dateline: what makes one, and what is left alone."""

from __future__ import annotations

from checkers.language.document import Document
from checkers.language.teaser_lists import above_dateline
from checkers.model import Article

BOARD = "School board members in Orn meet on Monday after a complaint was lodged against a teacher."
DOG = "A woman was arrested on Sunday because a dog had been left in a car in freezing weather."
GAME = "The Herons beat the visitors by nine points on Tuesday in front of a full stadium."
NEWS = "KELL (Channel 9) -- Two people are dead after a market hall collapsed in Kell on Thursday."


def _above(*paragraphs: str, title: str = "Two dead in Kell market collapse") -> frozenset[int]:
    article = Article("https://outlet.example/kell", "\n\n".join(paragraphs), title)
    return above_dateline(Document(article))


def test_lines_printed_twice_make_a_list() -> None:
    assert _above(BOARD, BOARD, DOG, DOG, NEWS) == {1, 2, 3, 4}


def test_so_do_several_that_share_no_word_with_the_story() -> None:
    assert _above(BOARD, DOG, GAME, NEWS) == {1, 2, 3}


def test_a_summary_above_the_dateline_is_the_articles() -> None:
    assert not _above("Two people died in Kell on Thursday.", "A market hall fell in.", NEWS)
    assert not _above(BOARD, BOARD, NEWS)


def test_without_a_dateline_there_is_no_list() -> None:
    assert not _above(BOARD, BOARD, DOG, DOG, "Two people are dead in Kell.")
    capitals = "WE ARE LIVE AT THE SCENE -- THE HALL FELL IN AT NOON."
    assert not _above(BOARD, BOARD, DOG, DOG, capitals)
