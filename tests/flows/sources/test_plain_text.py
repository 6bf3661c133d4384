"""Untidy printed pages: what stands there plainly is read, what does not stays unknown."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from checkers.model import Image
from flows.sources.plain_text import article_from_text

TITLE = "Tram derails in Dorrin"
FIRST = "Eleven people were taken to hospital after a tram left the rails in Dorrin on Thursday."
SECOND = "The operator said the line would stay closed until the weekend at least."

BENT_RAIL = "A worker looks at a bent rail in Dorrin, Orlanda, March 5, 2026."
LIFTED = "Workers lift the tram back on its rails"


@dataclass(frozen=True)
class Read:
    """What a page says: pictures as (caption, credit, address)."""

    title: str = TITLE
    published: str = ""
    author: str = ""
    pictures: tuple[tuple[str, str, str], ...] = ()
    text: str = FIRST


def page(*blocks: str) -> str:
    return "\n\n".join(blocks)


PAGES: dict[str, tuple[str, Read]] = {
    "every line a paragraph": (
        f"{TITLE}\n{FIRST}\n{SECOND}",
        Read(text=page(FIRST, SECOND)),
    ),
    "no headline": (
        page(f"{FIRST} {SECOND}", SECOND),
        Read(title="", text=page(f"{FIRST} {SECOND}", SECOND)),
    ),
    "one line": (TITLE, Read(title="", text=TITLE)),
    "Markdown headline, date and author": (
        page(f"# **{TITLE}**", "31/03/2026 18:54 by newsdesk", FIRST, f"**Dorrin:** {SECOND}"),
        Read(
            published="2026-03-31T18:54",
            author="newsdesk",
            text=page(FIRST, f"Dorrin: {SECOND}"),
        ),
    ),
    "date line and outlet above the headline": (
        page("Thursday 5 March 2026 | 19:10\nHarbour Post", TITLE, FIRST),
        Read(published="2026-03-05T19:10"),
    ),
    "imprint, placeholders and names around the headline": (
        page(
            "Issued by Orla Media House\nad a b\nad ad ad",
            TITLE,
            "Thursday 05/March/2026 - 07:10 PM\nThe Watch\nMara Linde",
            FIRST,
            f'{SECOND}\n"',
        ),
        Read(published="2026-03-05T19:10", text=page(FIRST, SECOND)),
    ),
    "menus, pointers and switches": (
        page(
            "Skip to content",
            "Breaking News",
            TITLE,
            "update",
            FIRST,
            "READ ALSO: Forty hurt in Velmara",
            f"{SECOND}\nXS\nSM\nMD\nShare this:\nFacebook",
        ),
        Read(text=page(FIRST, SECOND)),
    ),
    "a caption printed twice": (
        page(TITLE, f"{BENT_RAIL}\n{BENT_RAIL}", FIRST),
        Read(pictures=((BENT_RAIL, "", ""),)),
    ),
    "a caption printed twice, once with its credit": (
        page(TITLE, FIRST, f"{LIFTED}. (Photo: Mara Linde)\n{LIFTED}"),
        Read(pictures=((f"{LIFTED}.", "Photo: Mara Linde", ""),)),
    ),
    "a caption in an agency's form, once": (
        page(TITLE, BENT_RAIL, FIRST),
        Read(pictures=((BENT_RAIL, "", ""),)),
    ),
    "the same words below the text are text": (
        page(TITLE, FIRST, BENT_RAIL),
        Read(text=page(FIRST, BENT_RAIL)),
    ),
    "a caption in italics below the standfirst": (
        page(f"## {TITLE}", SECOND, f"*{LIFTED}*", FIRST),
        Read(pictures=((LIFTED, "", ""),), text=page(SECOND, FIRST)),
    ),
    "labels of a broadcaster's page": (
        page(TITLE, f"Image source, Getty Images\nImage caption, {LIFTED}", FIRST),
        Read(pictures=((LIFTED, "Getty Images", ""),)),
    ),
    "an archive picture with an agency's credit": (
        page(TITLE, FIRST, "FILE - A tram in Dorrin in 2019. (AP Photo/M. Linde)"),
        Read(pictures=(("FILE - A tram in Dorrin in 2019.", "AP Photo/M. Linde", ""),)),
    ),
    "a Markdown picture with its caption": (
        page(f"# {TITLE}", f"![bent rail](https://p.example/1.jpg)\n*{LIFTED}*", FIRST),
        Read(pictures=((LIFTED, "", "https://p.example/1.jpg"),)),
    ),
    "wrapped by hand": (
        page(
            TITLE,
            "Eleven people were taken to hospital after a tram left the\n"
            "rails in Dorrin on Thursday. Police closed the street. The\n"
            "line is expected to open again.",
            "The operator said the line would stay closed until the\nWeekend Service begins.",
        ),
        Read(
            text=page(
                "Eleven people were taken to hospital after a tram left the rails in Dorrin on "
                "Thursday. Police closed the street. The line is expected to open again.",
                "The operator said the line would stay closed until the Weekend Service begins.",
            )
        ),
    ),
    "a headline over two lines": (
        page("Tram derails in the middle of Dorrin as the\nevening service begins", FIRST),
        Read(title="Tram derails in the middle of Dorrin as the evening service begins"),
    ),
    "a paragraph broken by a stray blank line": (
        page(
            TITLE,
            FIRST,
            "While nobody was badly hurt, the accident worried",
            "people who have asked for repairs for years.",
        ),
        Read(
            text=page(
                FIRST,
                "While nobody was badly hurt, the accident worried people who have asked for "
                "repairs for years.",
            )
        ),
    ),
    "subheads and the wire's credit stay": (
        page(TITLE, FIRST, "### - 'Too fast' -", SECOND, "- AFP"),
        Read(text=page(FIRST, "- 'Too fast' -", SECOND, "- AFP")),
    ),
    "a correction in italics stays": (
        page(TITLE, "*This article has been corrected: eleven were hurt, not twelve.*", FIRST),
        Read(text=page("This article has been corrected: eleven were hurt, not twelve.", FIRST)),
    ),
    "the headline printed again": (page(TITLE, TITLE, FIRST), Read()),
    "a date that could be two, settled by the caption's": (
        page(TITLE, "05/03/2026 19:10", f"{BENT_RAIL}\n{BENT_RAIL}", FIRST),
        Read(published="2026-03-05T19:10", pictures=((BENT_RAIL, "", ""),)),
    ),
    "rows of buttons and sections": (
        page(
            "Home | News | Sport | Weather | Jobs",
            "ORLA ONLINE",
            TITLE,
            "Share    Print    A+ A-",
            FIRST,
            "18 comments\n(c) Orla Online. All rights reserved. Imprint | Privacy | Contact",
        ),
        Read(),
    ),
    "a date that could be two": (page(TITLE, "05/03/2026 19:10", FIRST), Read()),
    "a date in the prose is none of the page": (
        page(TITLE, FIRST, "The tracks were laid on 5 March 1998.", SECOND),
        Read(text=page(FIRST, "The tracks were laid on 5 March 1998.", SECOND)),
    ),
    "a text credited to an agency is no caption": (
        page(TITLE, FIRST, "The mayor asked for a report by Monday. (Reuters)"),
        Read(text=page(FIRST, "The mayor asked for a report by Monday. (Reuters)")),
    ),
    "nothing but furniture": ("Menu\nSearch\n\nXS\nSM", Read(title="", text="")),
    "nothing": ("", Read(title="", text="")),
}


@pytest.mark.parametrize(("printed", "expected"), PAGES.values(), ids=PAGES)
def test_printed_pages(printed: str, expected: Read) -> None:
    article = article_from_text(printed, "file:///page.txt")
    published = article.published.at.replace(tzinfo=None) if article.published else None
    assert expected == Read(
        title=article.title,
        published=published.isoformat(timespec="minutes") if published else "",
        author=article.author,
        pictures=tuple((image.caption, image.credit, image.url) for image in article.images),
        text=article.text,
    )


def test_what_the_page_changed_later_is_kept_apart() -> None:
    article = article_from_text(
        f"{TITLE}\nPublished: 5 March 2026, 19:10 EET\nUpdated: 6 March 2026, 08:00 EET\n\n{FIRST}",
        "file:///page.txt",
    )
    assert article.published is not None
    assert article.modified is not None
    assert article.published.at.isoformat() == "2026-03-05T19:10:00+02:00"
    assert article.modified.at.isoformat() == "2026-03-06T08:00:00+02:00"


def test_a_picture_keeps_its_description() -> None:
    article = article_from_text(
        page(f"# {TITLE}", "![bent rail](https://p.example/1.jpg)", FIRST), "file:///page.txt"
    )
    assert article.images == (Image(url="https://p.example/1.jpg", alt="bent rail"),)
