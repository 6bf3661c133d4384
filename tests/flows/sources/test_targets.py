"""What a person names: files, folders, standard input; each failure is one line that names it."""

from __future__ import annotations

import gzip
import io
import os
import tracemalloc
from pathlib import Path

import pytest

from checkers.model import Article
from flows.settings import Settings
from flows.sources.failure import Failure
from flows.sources.targets import load_targets
from tests.flows.sources.archived import record

TEXT = "Tram derails in Dorrin\n\nEleven people were taken to hospital after a tram left the rails."
PAGE = (
    "<!doctype html><title>Tram derails in Dorrin</title><h1>Tram derails in Dorrin</h1>"
    "<article>" + "<p>Eleven people were taken to hospital after a tram left the rails.</p>" * 5
) + "</article>"
LINE = '{"url": "https://outlet.example/a", "text": "One."}\n'


def loaded(*targets: object, stdin: bytes = b"", max_bytes: int = 100_000) -> list[str]:
    """Addresses of what was loaded, the last part only; failures as "what: why"."""
    settings = Settings("sqlite://", max_bytes=max_bytes)
    shown = []
    for item in load_targets([str(t) for t in targets], io.BytesIO(stdin), settings=settings):
        if isinstance(item, Failure):
            assert "\n" not in item.what + item.why
            shown.append(f"{Path(item.what).name}: {item.why}")
        else:
            shown.append(item.url.rsplit("/", 1)[-1])
    return shown


def test_a_file_goes_by_its_own_address(tmp_path: Path) -> None:
    path = tmp_path / "a tram.txt"
    path.write_text(TEXT)
    os.utime(path, (1_000_000_000, 1_000_000_000))
    (article,) = load_targets([str(path)], None)
    assert isinstance(article, Article)
    assert article.url == path.as_uri()
    assert article.url.endswith("/a%20tram.txt")
    assert (article.title, article.published, article.fetched) == (
        "Tram derails in Dorrin",
        None,
        None,
    )


def test_a_file_may_be_named_by_its_address(tmp_path: Path) -> None:
    path = tmp_path / "a tram.txt"
    path.write_text(TEXT)
    assert loaded(path.as_uri()) == ["a%20tram.txt"]


def test_a_folder_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.md", "c/d.HTML", "a.jsonl", "c/.e.txt", ".git/f.txt", "g.pdf", "h"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text({".jsonl": LINE, ".HTML": PAGE}.get(path.suffix, TEXT))
    (tmp_path / "c" / "loop").symlink_to(tmp_path)
    assert loaded(tmp_path) == ["a", "b.md", "d.HTML"]


def test_one_bad_file_does_not_stop_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "b.txt").write_text("")
    (tmp_path / "c.txt").write_text("Menu\nSearch\n")
    (tmp_path / "d.txt").write_text(TEXT)
    (tmp_path / "e.md").write_text("---\ntitle: [\n---\nText.")
    (tmp_path / "f.html").write_text("<html><body></body></html>")
    (tmp_path / "g.txt").write_text("x" * 200_000)
    (tmp_path / "h.jsonl").write_text("{\n" + LINE)
    assert loaded(tmp_path) == [
        "a.txt: it is not text",
        "b.txt: it is empty",
        "c.txt: it holds no text",
        "d.txt",
        "e.md: the front matter is no YAML: expected the node content, but found '<stream end>' "
        "in line 3",
        "f.html: no text of an article was found on the page",
        "g.txt: it is larger than 100,000 bytes (RECOUNT_MAX_BYTES)",
        "h.jsonl, line 1: it is not JSON: Expecting property name enclosed in double quotes "
        "(character 2)",
        "a",
    ]


def test_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert loaded(
        tmp_path / "missing.txt", tmp_path / "empty", tmp_path / "picture.png", "n\x00l", "x" * 5000
    ) == [
        "missing.txt: there is no such file or folder",
        "empty: there are no .txt, .md, .html, .jsonl and .warc files in this folder",
        "picture.png: Recount reads .txt, .md, .html, .jsonl and .warc files",
        "n\x00l: there is no such file or folder",
        "x" * 5000 + ": there is no such file or folder",
    ]


def test_links_in_a_circle_and_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "up").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(tmp_path / "inner" / "pipe.jsonl")
    (tmp_path / "inner" / "story.md").write_text(TEXT)
    assert loaded(tmp_path) == [
        "a.txt: it is no file that can be read",
        "b.txt: it is no file that can be read",
        "pipe.jsonl: it is no file that can be read",
        "story.md",
    ]


def test_a_line_of_a_hundred_megabytes_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    with path.open("wb") as lines:
        lines.write(LINE.encode())
        lines.seek(100_000_000, os.SEEK_CUR)  # a hole in the file, read as NUL bytes
        lines.write(b"\n" + LINE.encode())
    tracemalloc.start()
    try:
        assert loaded(path) == [
            "a",
            "long.jsonl, line 2: the line is longer than 100,000 bytes",
            "a",
        ]
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT)
    path.chmod(0)
    assert loaded(path) == ["secret.txt: permission denied"]


@pytest.mark.parametrize("target", ["ftp://outlet.example/a", "https://", "gopher://x"])
def test_other_schemes_are_refused(target: str) -> None:
    settings = Settings("sqlite://")
    assert list(load_targets([target], None, settings=settings)) == [
        Failure(target, "only http and https addresses are fetched")
    ]


# What stands on standard input, and what comes of it.
INPUTS: dict[str, tuple[str, list[str]]] = {
    "one article": (LINE, ["a"]),
    "one article over several lines": (LINE.replace(", ", ",\n"), ["a"]),
    "several": (LINE + LINE.replace("/a", "/b"), ["a", "b"]),
    "several, one broken": (
        LINE + "{}\n" + LINE,
        ["a", "standard input, line 2: there is no text", "a"],
    ),
    "an archive": (record("https://outlet.example/d").decode(), ["d"]),
    "a page": (PAGE, ["stdin#"]),
    "a text": (TEXT, ["stdin#"]),
    "front matter": ("---\nurl: https://outlet.example/c\n---\nText.", ["c"]),
    "a feed": (
        '<?xml version="1.0"?><rss version="2.0"/>',
        ["standard input: this is a feed; give its address instead"],
    ),
    "broken JSON": (
        '{"url"',
        ["standard input: it is not JSON: Expecting ':' delimiter (character 7)"],
    ),
    "nothing": ("", ["standard input: it is empty"]),
}


@pytest.mark.parametrize(("given", "expected"), INPUTS.values(), ids=INPUTS)
def test_standard_input(given: str, expected: list[str]) -> None:
    shown = loaded("-", stdin=given.encode())
    assert [one[:6] if one.startswith("stdin#") else one for one in shown] == expected


def test_two_texts_on_standard_input_are_two_articles() -> None:
    first, again, other = (
        loaded("-", stdin=text.encode()) for text in (TEXT, TEXT, TEXT + " More.")
    )
    assert first == again
    assert first != other


def test_packed_input_is_unpacked() -> None:
    assert loaded("-", stdin=gzip.compress(LINE.encode() * 2)) == ["a", "a"]
    assert loaded("-", stdin=gzip.compress(PAGE.encode()))[0].startswith("stdin#")


def test_lines_on_standard_input_may_go_on_for_long() -> None:
    assert loaded("-", stdin=LINE.encode() * 500, max_bytes=1_000) == ["a"] * 500


def test_too_much_on_standard_input() -> None:
    assert loaded("-", stdin=b"x" * 101, max_bytes=100) == [
        "standard input: it is larger than 100 bytes (RECOUNT_MAX_BYTES)"
    ]
