"""Pages that came in place of an article, told by their markup and passed on with a mark."""

from __future__ import annotations

import pytest

from checkers.compare.pages import PAGE_KEY, what_came
from flows.sources.pages import article_from_html

ADDRESS = "https://outlet.example/news/tram"
LONG = (
    "<p>Eleven people were taken to hospital after a tram left the rails in Dorrin on Thursday "
    "evening, the operator said.</p><p>The line will stay closed until the weekend at least, since "
    "the rails have to be laid anew, and buses run instead every ten minutes.</p>"
)


def page(title: str, body: str, head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def linked(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle"{fields}}}</script>'


LIST = "".join(
    f'<article><h3><a href="/news/{n}">Story number {n}</a></h3><p>What it tells, in a few words '
    f"that lead on to the whole of it.</p></article>"
    for n in range(30)
)
# What is tried: the page, its mark, what stands in the article's place.
PAGES = {
    "an article": (page("Tram derails", f"<h1>Tram derails</h1>{LONG}"), "", ""),
    "an article on cookies": (
        page("Cookie consent rules change", f"<h1>Cookie consent rules change</h1>{LONG * 2}"),
        "",
        "",
    ),
    "an article on an error": (
        page(
            "Error in the vote count found",
            f"<h1>Error in the vote count found</h1>{LONG}",
            linked(', "headline": "Error in the vote count found"'),
        ),
        "",
        "",
    ),
    "a page that is not there": (
        page("Page not found | Outlet", "<h1>Sorry!</h1><p>That page is not here.</p>"),
        "error page",
        "an error page",
    ),
    "a check for robots": (
        page("Just a moment...", "<h1>outlet.example</h1><p>Checking the connection</p>"),
        "robot check",
        "a check for robots",
    ),
    "a refusal": (
        page("Access Denied", "<h1>Access Denied</h1><p>You do not have permission. Ref 18.2f</p>"),
        "robot check",
        "a check for robots",
    ),
    "a consent wall": (
        page(
            "Outlet",
            "<div><h1>We value your privacy</h1><p>We and our partners store information on your "
            "device and process personal data.</p><button>Accept all</button></div>",
        ),
        "consent wall",
        "a consent wall",
    ),
    "a wall alone": (
        page(
            "Tram derails",
            '<h1>Tram derails</h1><div class="paywall"><p>Subscribe to continue</p></div>',
            linked(', "isAccessibleForFree": false'),
        ),
        "paywall",
        "a paywall",
    ),
    "a text cut off by a wall": (
        page(
            "Tram derails",
            f'<h1>Tram derails</h1>{LONG}<div class="article-gate">Sign in to go on</div>',
            linked(', "headline": "Tram derails", "isAccessibleForFree": "False"'),
        ),
        "behind a paywall",
        "",
    ),
    "a hidden wall around a free text": (
        page(
            "Tram derails",
            f'<h1>Tram derails</h1>{LONG}<div class="paywall"></div>',
            linked(', "headline": "Tram derails"'),
        ),
        "",
        "",
    ),
    "a shell for scripts": (
        page("Outlet", '<div id="root"></div><script src="/app.js"></script>'),
        "empty shell",
        "an empty page",
    ),
    "a list of stories": (
        page("World news", f"<h1>World</h1>{LIST}"),
        "section page",
        "a list of stories",
    ),
}


@pytest.mark.parametrize(("markup", "mark", "came"), PAGES.values(), ids=PAGES)
def test_what_came(markup: str, mark: str, came: str) -> None:
    article = article_from_html(markup, ADDRESS, None)
    assert (article.metadata.get(PAGE_KEY, ""), what_came(article)) == (mark, came)


def test_entries_of_a_live_page_tell_their_times_in_the_zone_of_the_page() -> None:
    entries = "".join(
        f'<article class="entry"><time datetime="2026-03-05T{hour}:10:00Z">x</time><h2>{said}</h2>'
        f"<p>{said}, a spokesman for the town told reporters.</p></article>"
        for hour, said in (("17", "Nineteen are hurt"), ("08", "Four are hurt"))
    )
    live = linked(
        ', "@type": "LiveBlogPosting", "headline": "Dorrin", "datePublished": '
        '"2026-03-05T10:00:00+02:00"'
    ).replace('"@type": "NewsArticle", ', "")
    article = article_from_html(
        page("Dorrin", f"<main><h1>Dorrin</h1>{entries}</main>", live), ADDRESS, None
    )
    assert article.metadata[PAGE_KEY] == "live blog"
    assert article.text.split("\n\n") == [
        "19:10 Nineteen are hurt",
        "Nineteen are hurt, a spokesman for the town told reporters.",
        "10:10 Four are hurt",
        "Four are hurt, a spokesman for the town told reporters.",
    ]
