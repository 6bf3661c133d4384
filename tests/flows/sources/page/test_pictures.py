"""Captions, credits and descriptions as outlets mark them up, each with its own picture."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checkers.model import Image
from flows.sources.pages import article_from_html

ADDRESS = "https://outlet.example/news/tram"
TEXT = (
    "<p>Eleven people were taken to hospital after a tram left the rails in Dorrin on Thursday "
    "evening, the operator said.</p>"
    "<p>The operator said that the line would stay closed until the weekend at least, since the "
    "rails have to be laid anew.</p>"
    "<p>Nobody could say at first why the driver had not braked before the curve, where a sign "
    "allows no more than 15 kilometres an hour.</p>"
)
LIFT = "Workers lift the tram back on its rails"
BENT = "A bent rail in Dorrin, 5 March 2026"


def of(address: str = "https://outlet.example/i/lift.jpg", **fields: str) -> Image:
    return Image(url=address, **fields)


def page(markup: str, head: str = "", after: str = "") -> str:
    return (
        f"<html><head><title>Tram derails</title>{head}</head><body><main><article>"
        f"<h1>Tram derails</h1>{markup}{TEXT}{after}</article></main></body></html>"
    )


IMG = '<img src="/i/lift.jpg">'

# What is tried: the page, its pictures.
PAGES: dict[str, tuple[str, list[Image]]] = {
    "a figure": (
        page(
            f'<figure><img src="/i/lift.jpg" alt="a tram"><figcaption>{LIFT}</figcaption></figure>'
        ),
        [of(caption=LIFT, alt="a tram")],
    ),
    "a credit in an element of its own": (
        page(
            f'<figure>{IMG}<figcaption><span class="caption__text">{LIFT}.</span>'
            f'<span class="caption__credit">Photograph: M. Linde/AP</span></figcaption></figure>'
        ),
        [of(caption=f"{LIFT}.", credit="M. Linde/AP")],
    ),
    "a credit beside the caption": (
        page(
            f"<figure>{IMG}<figcaption>{LIFT}</figcaption>"
            f'<div class="image-credit">M. Linde</div></figure>'
        ),
        [of(caption=LIFT, credit="M. Linde")],
    ),
    "a credit in brackets at the end": (
        page(f"<figure>{IMG}<figcaption>{LIFT}. (AP Photo/M. Linde)</figcaption></figure>"),
        [of(caption=f"{LIFT}.", credit="AP Photo/M. Linde")],
    ),
    "a credit and no caption": (
        page(f"<figure>{IMG}<figcaption>Photo: M. Linde / Reuters</figcaption></figure>"),
        [of(credit="M. Linde / Reuters")],
    ),
    "labels for those who listen": (
        page(
            f'<figure>{IMG}<span class="off-screen">Image source, </span>'
            f'<span class="copyright">Getty Images</span>'
            '<figcaption><span class="off-screen">Image caption, </span>'
            f"{LIFT}</figcaption></figure>"
        ),
        [of(caption=LIFT, credit="Getty Images")],
    ),
    "buttons, numbers and cut captions": (
        page(
            f'<ul><li><img src="/i/lift.jpg"><div class="caption">1 of 4'
            f'<div class="caption-full">{LIFT} after noon. <a class="more-caption">less</a></div>'
            f'<div class="caption-short">{LIFT}… <a class="more-caption">... more</a></div>'
            f"</div></li></ul>"
        ),
        [of(caption=f"{LIFT} after noon.")],
    ),
    "a caption that only its class marks": (
        page(f'<div class="wp-caption">{IMG}<p class="wp-caption-text">{LIFT}</p></div>'),
        [of(caption=LIFT)],
    ),
    "two pictures and a caption each": (
        page(
            f"<figure>{IMG}<figcaption>{LIFT}</figcaption></figure>"
            f'<figure><img src="/i/bent.jpg"><figcaption>{BENT}</figcaption></figure>'
        ),
        [of(caption=LIFT), of("https://outlet.example/i/bent.jpg", caption=BENT)],
    ),
    "a gallery with a caption each": (
        page(
            f'<figure class="gallery"><figure>{IMG}<figcaption>{LIFT}</figcaption></figure>'
            f'<figure><img src="/i/bent.jpg"><figcaption>{BENT}</figcaption></figure></figure>'
        ),
        [of(caption=LIFT), of("https://outlet.example/i/bent.jpg", caption=BENT)],
    ),
    "one caption below two pictures": (
        page(f'<figure>{IMG}<img src="/i/bent.jpg"><figcaption>{LIFT}</figcaption></figure>'),
        [of(caption=LIFT), of("https://outlet.example/i/bent.jpg", caption=LIFT)],
    ),
    "several sizes of one picture": (
        page(
            "<figure><picture>"
            '<source srcset="/i/lift-1200x675.webp 1200w, /i/lift-600x338.webp 600w">'
            f'<img src="/i/lift-300x169.jpg"></picture><figcaption>{LIFT}</figcaption></figure>',
            '<meta property="og:image" content="https://cdn.example/i/lift-1200x630.jpg?q=80">',
        ),
        [of("https://outlet.example/i/lift-1200x675.webp", caption=LIFT, role="lead")],
    ),
    "a picture loaded late": (
        page(
            '<figure><img src="data:image/gif;base64,R0lGOD" data-src="/i/lift.jpg">'
            f"<figcaption>{LIFT}</figcaption></figure>"
        ),
        [of(caption=LIFT)],
    ),
    "what the data say of the same picture": (
        page(
            f"<figure>{IMG}<figcaption>{LIFT}</figcaption></figure>",
            '<script type="application/ld+json">{"@type": "NewsArticle", "image": {"@type": '
            '"ImageObject", "url": "https://outlet.example/i/lift.jpg", "creditText": '
            '"M. Linde", "dateCreated": "2026-03-05"}}</script>',
        ),
        [of(caption=LIFT, credit="M. Linde", taken="2026-03-05")],
    ),
    "another caption in the data": (
        page(
            f"<figure>{IMG}<figcaption>{LIFT}</figcaption></figure>",
            '<script type="application/ld+json">{"@type": "NewsArticle", "image": [{"@type": '
            '"ImageObject", "url": "/i/lift.jpg", "caption": "A tram in Velmara, 2019"}]}</script>',
        ),
        [of(caption=LIFT), of(caption="A tram in Velmara, 2019")],
    ),
    "only the page's data": (
        page(
            "",
            '<meta property="og:image" content="/i/lift.jpg">'
            '<meta property="og:image:alt" content="a tram">',
        ),
        [of(alt="a tram", role="lead")],
    ),
    "a described picture without caption": (
        page('<div><img src="/i/lift.jpg" alt="A tram lying on its side"></div>'),
        [of(alt="A tram lying on its side")],
    ),
    "icons, logos and pixels": (
        page(
            '<img src="/i/logo.png" alt="The logo of Outlet"><img src="/i/x.gif" width="1" '
            'alt="a counting little pixel"><img src="/i/share.png" alt="Share">'
        ),
        [],
    ),
    "pictures of other stories": (
        page(
            "",
            after='<aside><figure><img src="/i/other.jpg"><figcaption>Another story</figcaption>'
            '</figure></aside><div class="related-stories"><figure><img src="/i/more.jpg">'
            "<figcaption>One more story</figcaption></figure></div>",
        ),
        [],
    ),
    "a video's caption": (
        page(f"<figure><video></video><figcaption>{LIFT}</figcaption></figure>"),
        [Image(caption=LIFT)],
    ),
    "words across marks stay whole": (
        page(
            f"<figure>{IMG}<figcaption>The <i>Arve</i>, the town's 4<sup>th</sup> tram"
            "</figcaption></figure>"
        ),
        [of(caption="The Arve, the town's 4th tram")],
    ),
}


@pytest.mark.parametrize(("markup", "pictures"), PAGES.values(), ids=PAGES)
def test_pictures(markup: str, pictures: list[Image]) -> None:
    # All of them stand above the text, and the first one leads.
    expected = [replace(pictures[0], role="lead"), *pictures[1:]] if pictures else []
    assert list(article_from_html(markup, ADDRESS, None).images) == expected


@pytest.mark.parametrize("name", ["a figure", "a caption that only its class marks"])
def test_a_caption_is_no_part_of_the_text(name: str) -> None:
    assert LIFT not in article_from_html(PAGES[name][0], ADDRESS, None).text
