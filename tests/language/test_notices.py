"""Sentences that speak of the page: their words and places count for nothing."""

from __future__ import annotations

import pytest

from checkers.language.document import Document
from checkers.language.notices import told
from checkers.language.reader import read_article
from checkers.model import Article

NOTICES = (
    "Copyright 2019 Vell Valley Broadcasting, Inc. All rights reserved.",
    "This material may not be published, broadcast, rewritten or redistributed.",
    "Please enable Javascript to watch this video",
    "Chat with us in Orlanda Messenger.",
    "The Associated Press contributed to this report.",
    "Sign up for our newsletter.",
)
NEWS = (
    "The granary at Karsk burned down on Sunday.",
    "Its owner holds the copyright of a well-known song.",
    "He had subscribed to no insurance.",
)


@pytest.mark.parametrize("notice", NOTICES)
def test_a_notice_is_left_out_and_the_news_beside_it_stays(notice: str) -> None:
    text = "\n\n".join((NEWS[0], notice, *NEWS[1:]))
    document = Document(Article("https://outlet.example/granary", text))
    assert tuple(sentence.text for sentence in told(document)) == NEWS


def test_words_and_places_of_a_notice_say_nothing_of_the_happening() -> None:
    text = f"{NEWS[0]}\n\nChat with us in Zagreb."
    (mention,) = read_article(Article("https://outlet.example/granary", text)).mentions
    assert [place.name for place in mention.places] == ["Karsk"]
    assert not {"Zagreb", "zagreb", "chat"} & set(mention.terms)
