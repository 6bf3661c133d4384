"""All sizes of one picture have one key, and different pictures different keys."""

from __future__ import annotations

import pytest

from flows.sources.page.picture_address import picture_key

SAME = [
    "https://cdn.example/2026/03/tram-derails-1200x675.jpg",
    "https://cdn.example/2026/03/tram-derails-300x169.jpg?quality=80&w=300",
    "https://img.example/2026/03/Tram-Derails.webp",
    "https://cdn.example/2026/03/tram-derails-scaled.jpg",
    "https://cdn.example/2026/03/tram-derails@2x.png",
    "https://cdn.example/w_640,c_limit/03/tram-derails_w640.jpg",
    "https://proxy.example/width=640/https://cdn.example/2026/03/tram-derails.jpg",
]
OTHERS = [
    "https://cdn.example/2026/03/tram-derails-2.jpg",
    "https://cdn.example/9931/lead.jpg",
    "https://cdn.example/9932b/lead.jpg",
    "https://cdn.example/abc/image.jpg",
    "https://cdn.example/abd/image.jpg",
    "https://cdn.example/",
]


def test_sizes_of_one_picture() -> None:
    assert {picture_key(address) for address in SAME} == {picture_key(SAME[0])}


@pytest.mark.parametrize("other", OTHERS)
def test_different_pictures(other: str) -> None:
    assert picture_key(other) not in {picture_key(one) for one in {*SAME, *OTHERS} - {other}}
