"""Lists of sources in TOML and OPML; a mistake is one line that says which entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkers.errors import ConfigurationError, WrongUse
from flows.sources.sourcelist import checked_address, read_list, read_opml, write_opml
from seeds import default_sources
from storage.stored import Source

OPML = b"""<?xml version="1.0"?>
<opml version="2.0"><head><title>mine</title></head><body>
  <outline text="World">
    <outline type="rss" text="News" title="Outlet &amp; Co" xmlUrl="https://outlet.example/rss"/>
    <outline type="rss" text="News" xmlUrl="https://other.example/rss"/>
    <outline title="Africa">
      <outline type="rss" text="News" xmlUrl="https://third.example/rss"/>
    </outline>
  </outline>
  <outline type="rss" xmlUrl=" https://bare.example/rss "/>
  <outline type="rss" text="Again" xmlUrl="https://outlet.example/rss"/>
</body></opml>
"""
FEEDS = [
    Source("Outlet & Co", "https://outlet.example/rss", "Outlet & Co", section="World"),
    Source("News", "https://other.example/rss", "News", section="World"),
    Source("News (3)", "https://third.example/rss", "News", section="World / Africa"),
    Source("bare.example", "https://bare.example/rss", "bare.example"),
]


def test_opml() -> None:
    assert read_opml(OPML) == FEEDS


def test_opml_written_and_read_again() -> None:
    sources = [
        *FEEDS,
        Source("<Tags> & “more”", "https://a.example/map.xml", "", "sitemap", "de", False, 15),
        Source("Front", "https://b.example/", "The B", "page", section="Home & away"),
    ]
    assert read_opml(write_opml(sources)) == sources


def test_opml_holds_no_files_of_this_machine() -> None:
    inbox = Source("Inbox", "file:///srv/inbox", kind="files")
    assert b"inbox" not in write_opml([inbox])
    outline = b'<opml><body><outline type="files" text="x" xmlUrl="file:///srv"/></body></opml>'
    with pytest.raises(WrongUse, match="is no address of a source"):
        read_opml(outline)


def test_a_folder_as_a_source() -> None:
    assert checked_address("/srv/the inbox", "files") == ("file:///srv/the%20inbox", "the inbox")
    assert checked_address("file:///srv/inbox", "files") == ("file:///srv/inbox", "inbox")


def test_opml_reads_nothing_from_outside(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    path = tmp_path / "list.opml"
    path.write_text(
        f'<!DOCTYPE opml [<!ENTITY x SYSTEM "{secret.as_uri()}">]><opml><body>'
        '<outline text="&x;" xmlUrl="https://outlet.example/rss"/></body></opml>'
    )
    with pytest.raises(ConfigurationError) as raised:
        read_list(path)
    assert "secret" not in str(raised.value).replace(str(tmp_path), "")


def test_toml(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(
        '[[sources]]\nurl = "https://outlet.example/rss"\n'
        '[[sources]]\nname = "Page"\nurl = "https://other.example/"\nkind = "page"\n'
        'publisher = "Other"\nlanguage = "de"\nregion = "europe"\nenabled = false\n'
        "every_minutes = 30\n"
    )
    assert read_list(path) == [
        Source("outlet.example", "https://outlet.example/rss"),
        Source("Page", "https://other.example/", "Other", "page", "de", False, 30),
    ]


def test_the_list_that_ships_is_off() -> None:
    sources = read_list(default_sources())
    assert len(sources) > 20
    assert not any(source.enabled for source in sources)


URL = 'url = "https://outlet.example/rss"'

# What is wrong: the file, and how the line that says so ends.
WRONG = {
    "no TOML": ("sources = [", "it is no TOML: "),
    "no tables": ("sources = 1", "it must hold [[sources]] tables"),
    "no address": ('[[sources]]\nname = "A"', "source 1 (A) has no url"),
    "a path": ('[[sources]]\nurl = "/etc/passwd"', "'/etc/passwd' is no address of a source: "),
    "a number": ("[[sources]]\nurl = 3", "source 1 (without a name): url must be of type str"),
    "a misspelt field": (f'[[sources]]\n{URL}\npublsher = "A"', "has an unknown field 'publsher'"),
    "an unknown kind": (
        f'[[sources]]\n{URL}\nkind = "telex"',
        "kind must be one of feed, page, sitemap, files",
    ),
    "never": (f"[[sources]]\n{URL}\nevery_minutes = 0", "every_minutes must be at least 1"),
    "on as text": (f'[[sources]]\n{URL}\nenabled = "no"', "enabled must be of type bool"),
    "twice": (f"[[sources]]\n{URL}\n[[sources]]\n{URL}", "'outlet.example' is given twice"),
}


@pytest.mark.parametrize(("written", "said"), WRONG.values(), ids=WRONG)
def test_a_mistake_in_toml(tmp_path: Path, written: str, said: str) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(written)
    with pytest.raises(ConfigurationError) as raised:
        read_list(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it is neither TOML nor OPML"),
        (b"not XML", "it is neither TOML nor OPML"),
        (b"<rss/>", "it is XML, but no OPML"),
    ],
)
def test_what_is_no_opml(data: bytes, said: str) -> None:
    with pytest.raises(ConfigurationError, match=said):
        read_opml(data)


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no such file"):
        read_list(tmp_path / "sources.toml")


def test_an_address_is_kept_without_spaces() -> None:
    assert checked_address(" https://outlet.example/rss\n") == (
        "https://outlet.example/rss",
        "outlet.example",
    )


@pytest.mark.parametrize("url", ["outlet.example/rss", "file:///etc/passwd", "", "https://"])
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(WrongUse, match="is no address of a source"):
        checked_address(url)
