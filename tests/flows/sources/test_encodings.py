"""Bytes to text, in the encodings in which news files are found."""

from __future__ import annotations

import pytest

from checkers.errors import ArticleUnreadable
from flows.sources.encodings import decode, mended

WESTERN = "“Six rockets” were fired – the café’s owner said… It cost 20 €. " * 3
GREEK = "Έντεκα άνθρωποι τραυματίστηκαν όταν εκτροχιάστηκε ένα τραμ στο κέντρο της πόλης. " * 5
RUSSIAN = "Одиннадцать человек пострадали, когда трамвай сошёл с рельсов в центре города. " * 5

# What is tried: the bytes, what was declared, the text.
TEXTS: dict[str, tuple[bytes, str | None, str]] = {
    "UTF-8": (WESTERN.encode(), None, WESTERN),
    "UTF-8 with a mark": (WESTERN.encode("utf-8-sig"), None, WESTERN),
    "UTF-8 declared as Latin-1": (WESTERN.encode(), "iso-8859-1", WESTERN),
    "UTF-16 with a mark": (WESTERN.encode("utf-16"), None, WESTERN),
    "UTF-16 without a mark": (WESTERN.encode("utf-16-be"), None, WESTERN),
    "windows-1252": (WESTERN.encode("windows-1252"), None, WESTERN),
    "windows-1252 declared as Latin-1": (WESTERN.encode("windows-1252"), "latin-1", WESTERN),
    "windows-1251 declared": (RUSSIAN.encode("windows-1251"), "windows-1251", RUSSIAN),
    "windows-1251 undeclared": (RUSSIAN.encode("windows-1251"), None, RUSSIAN),
    "an unknown name": (GREEK.encode("iso-8859-7"), "x-martian", GREEK),
    "UTF-8 with a pasted word": (
        GREEK.encode() + "caf\xe9 ".encode("windows-1252") + WESTERN.encode(),
        "utf-8",
        f"{GREEK}café {WESTERN}",
    ),
    "nothing": (b"", None, ""),
}


@pytest.mark.parametrize(("data", "declared", "text"), TEXTS.values(), ids=TEXTS)
def test_texts(data: bytes, declared: str | None, text: str) -> None:
    assert decode(data, declared) == text


# What is tried: a text that was encoded twice, or only looks so; what it is mended to.
TWICE = {
    "marks and letters": ("The mayorâ€™s sÃ©ance â€“ 20Â£", "The mayor’s séance – 20£"),
    "beside proper marks": ("“No,” the mayorâ€™s aide said", "“No,” the mayor’s aide said"),
    "proper letters": ("São Paulo, Ãngel, Â", "São Paulo, Ãngel, Â"),
}


@pytest.mark.parametrize(("given", "meant"), TWICE.values(), ids=TWICE)
def test_what_was_encoded_twice_is_mended(given: str, meant: str) -> None:
    assert mended(given) == meant


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + b"\x00\x01\x02" * 50,
        b"%PDF-1.7\n" + bytes(range(32)) * 20,
    ],
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(ArticleUnreadable, match=r"^it is not text$"):
        decode(data)
