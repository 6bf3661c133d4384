"""Opening a store: anywhere, of any age, by several at once; and what is said when it cannot be."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import DBAPIError

from checkers.errors import ConfigurationError
from checkers.grouping.copies import Copy
from storage import schema
from storage.address import read_address, shown
from storage.articles import load_article, revisions, save_article
from storage.connect import connect, for_migrating
from storage.copies import NewTexts
from storage.database import Engine, open_database, reading, session, status, upgrade
from storage.rows.columns import page_key
from storage.rows.every_table import METADATA, TABLES
from storage.schema import HEAD, SCRIPTS, VERSION_TABLE
from storage.sources import load_source
from storage.stored import DatabaseStatus
from storage.visited import Visits
from storage.visits import load_visits, save_visits
from tests.storage.invented import DOCK, FERRY, NOON, article, row_counts


def message(url: str) -> str:
    """What is said instead of opening a store; always one line."""
    with pytest.raises(ConfigurationError) as raised:
        open_database(url)
    said = str(raised.value)
    assert "\n" not in said
    return said


def test_a_store_is_created_where_there_is_none(empty_url: str) -> None:
    assert status(empty_url).current is None
    engine = open_database(empty_url)
    assert set(row_counts(engine).values()) == {0}
    engine.dispose()
    assert status(empty_url) == DatabaseStatus(
        shown(read_address(empty_url)), HEAD, HEAD, dict.fromkeys(sorted(TABLES), 0)
    )


def test_looking_creates_nothing(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "recount.db"
    assert status(f"sqlite:///{file}") == DatabaseStatus(f"sqlite:///{file}", None, HEAD, {})
    assert not file.parent.exists()


def test_upgrading_twice_is_upgrading_once(empty_url: str) -> None:
    upgrade(empty_url)
    before = status(empty_url)
    upgrade(empty_url)
    assert status(empty_url) == before


def test_a_store_in_memory_works() -> None:
    engine = open_database("sqlite://")
    with session(engine) as opened:
        saved = save_article(opened, article(), NOON).article
    with reading(engine) as opened:
        assert load_article(opened, DOCK) == saved


def test_tables_and_migrations_agree(empty_url: str) -> None:
    engine = open_database(empty_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": VERSION_TABLE, "compare_type": True}
        )
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_the_head_that_opening_knows_is_that_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


NEXT = '''"""A colour for each article."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    with op.batch_alter_table("article") as table:
        table.add_column(sa.Column("colour", sa.Text(), nullable=False, server_default="grey"))
        table.alter_column("url", new_column_name="address")
    if {fails}:
        raise RuntimeError("half way")
'''


def with_a_later_version(
    monkeypatch: pytest.MonkeyPatch, folder: Path, *, fails: bool = False
) -> None:
    """Have this process be a Recount with one more migration."""
    scripts = folder / "migrations"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "9999_colour.py").write_text(NEXT.format(head=HEAD, fails=fails))
    monkeypatch.setattr(schema, "SCRIPTS", scripts)
    monkeypatch.setattr(schema, "HEAD", "9999")


def test_an_old_store_is_brought_up_to_date_with_all_that_it_holds(
    empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = open_database(empty_url)
    with session(engine) as opened:
        save_article(opened, article(), NOON)
    engine.dispose()
    with_a_later_version(monkeypatch, tmp_path)
    engine = open_database(empty_url)
    with engine.connect() as connection:
        [row] = connection.execute(text("SELECT address, colour FROM article"))
        kept = connection.scalar(text("SELECT text FROM revision"))
    engine.dispose()
    assert (*row, kept) == (DOCK, "grey", article().text)


@contextmanager
def of_version(url: str, revision: str) -> Iterator[Connection]:
    """A store as an older Recount made it, to be filled."""
    engine = connect(read_address(url))
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with for_migrating(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        yield connection
    engine.dispose()


def test_a_store_of_the_first_schema_keeps_what_it_holds(empty_url: str) -> None:
    with of_version(empty_url, "0001") as connection:
        connection.execute(
            text(
                "INSERT INTO source (name, url, publisher, kind, language, enabled, every_minutes,"
                " added, failures, last_error) VALUES ('herald', 'https://herald.example/feed', '',"
                " 'feed', 'en', :on, 60, :at, 0, '')"
            ),
            {"on": True, "at": "2026-03-05 12:00:00+00:00"},
        )
    assert status(empty_url).current == "0001"
    engine = open_database(empty_url)
    with session(engine) as opened:
        herald = load_source(opened, "herald")
        save_visits(opened, Visits(herald.url, failures=2, failing_since=NOON))
        assert load_visits(opened, [herald.url]) == {
            herald.url: Visits(herald.url, failures=2, failing_since=NOON)
        }
    engine.dispose()
    assert status(empty_url).current == HEAD


def test_a_store_of_the_fourth_schema_still_finds_copies(empty_url: str) -> None:
    with of_version(empty_url, "0004") as connection:
        for number, url in enumerate([DOCK, FERRY], start=1):
            page = {"id": number, "key": page_key(url), "url": url}
            connection.execute(text("INSERT INTO article VALUES (:id, :key, :url, NULL)"), page)
            copy = {"id": number, "root": DOCK, "signature": array("Q", (7, number)).tobytes()}
            connection.execute(text("INSERT INTO text_copy VALUES (:id, :root, :signature)"), copy)
            for band in ("0:7", f"1:{number}", "sentence:1f", "headline:ž"):
                row = {"id": number, "band": band}
                connection.execute(text("INSERT INTO copy_band VALUES (:band, :id)"), row)
    engine = open_database(empty_url)
    with session(engine) as opened:
        first, second = Copy(DOCK, DOCK, (7, 1)), Copy(FERRY, DOCK, (7, 2))
        texts = NewTexts(opened, [], ["0:7", "1:2", "sentence:1f", "headline:ž"])
        assert texts.copies(["0:7"]) == [first, second]
        assert texts.copies(["1:2"]) == [second]
        shared = ["sentence:1f", "headline:ž"]
        assert texts.sharing(FERRY, shared, most=9, least=2) == [DOCK]
    assert row_counts(engine)["text_key"] == 8
    engine.dispose()


def test_a_migration_that_breaks_leaves_the_store_as_it_was(
    empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = open_database(empty_url)
    with session(engine) as opened:
        saved = save_article(opened, article(), NOON).article
    engine.dispose()
    with monkeypatch.context() as later:
        with_a_later_version(later, tmp_path, fails=True)
        with pytest.raises(RuntimeError, match="half way"):
            open_database(empty_url)
    engine = open_database(empty_url)
    with reading(engine) as opened:
        assert load_article(opened, DOCK) == saved
    engine.dispose()


def test_a_store_of_a_newer_version_is_refused(
    empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        with_a_later_version(later, tmp_path)
        open_database(empty_url).dispose()
    said = message(empty_url)
    assert said.startswith(f"the store {shown(read_address(empty_url))} has schema 9999, which")
    assert said.endswith("use the Recount that wrote it, or a newer one")
    assert status(empty_url).current == "9999"


def test_tables_of_something_else_are_left_alone(empty_url: str) -> None:
    engine = connect(read_address(empty_url))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE event (name text)"))
        connection.execute(text("CREATE TABLE alembic_version (version_num text)"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('abc')"))
    assert "holds a table 'event' of something else" in message(empty_url)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE event"))
    open_database(empty_url).dispose()
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == "abc"
    engine.dispose()


def test_the_file_of_another_program_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "theirs.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE source (name text)")
    before = file.read_bytes()
    message(f"sqlite:///{file}")
    assert status(f"sqlite:///{file}").current is None
    assert file.read_bytes() == before


HOW = "write sqlite:///path/to/file.db or postgresql://user@host/database"
UNUSABLE = {
    "no address": ("recount.db", f"'recount.db' is not the address of a database; {HOW}"),
    "nothing": ("", f"'' is not the address of a database; {HOW}"),
    "another database": ("mysql://me@h/db", f"a store on 'mysql' is not supported; {HOW}"),
    "another driver": (
        "postgresql+asyncpg://h/db",
        f"a store on 'postgresql+asyncpg' is not supported; {HOW}",
    ),
    "a port that is none": (
        "postgresql://me:secret@h:port/db",
        f"'postgresql://***@h:port/db' is not the address of a database; {HOW}",
    ),
    "nobody there": (
        "postgresql://me:secret@127.0.0.1:1/db",
        "the store postgresql://me:***@127.0.0.1:1/db cannot be used: connection failed",
    ),
}


@pytest.mark.parametrize(("url", "says"), UNUSABLE.values(), ids=UNUSABLE)
def test_an_address_that_cannot_be_used_is_named_without_its_password(url: str, says: str) -> None:
    said = message(url)
    assert said.startswith(says)
    assert "secret" not in said


def test_a_database_that_is_not_there_is_named(postgresql_server: str) -> None:
    url = postgresql_server.rsplit("/", 1)[0] + "/nowhere"
    assert message(url).endswith('database "nowhere" does not exist')


def test_files_that_are_no_store_are_named(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("no database " * 100)
    assert message(f"sqlite:///{words}").endswith("cannot be used: file is not a database")
    assert message(f"sqlite:///{tmp_path}").endswith("unable to open database file")
    assert message(f"sqlite:///{words}/recount.db").startswith(f"the folder {words} of the store")


def test_a_password_is_never_shown() -> None:
    url = read_address("postgresql://me:s3cret@h/db?password=s3cret&sslmode=require")
    assert shown(url) == "postgresql://me:***@h/db?password=***&sslmode=require"


def test_a_home_folder_is_understood(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    upgrade("sqlite:///~/recount.db")
    assert (tmp_path / "recount.db").exists()


def test_a_store_that_is_up_to_date_opens_without_a_change(store_url: str) -> None:
    statements: list[str] = []
    engine = connect(read_address(store_url))
    event.listen(engine, "before_cursor_execute", lambda *told: statements.append(told[2]))
    schema.bring_up_to_date(engine)
    engine.dispose()
    assert statements
    assert not [one for one in statements if one.split()[0] in ("CREATE", "INSERT", "UPDATE")]


def test_a_reader_neither_waits_for_a_writer_nor_sees_half_its_work(store: Engine) -> None:
    with session(store) as writing:
        save_article(writing, article(), NOON)
        assert row_counts(store)["article"] == 0
    assert row_counts(store)["article"] == 1


def test_a_reader_sees_one_moment_however_long_it_reads(store: Engine) -> None:
    with reading(store) as opened:
        assert revisions(opened, DOCK) == []
        with session(store) as writing:
            save_article(writing, article(), NOON)
        assert revisions(opened, DOCK) == []


def test_a_writer_that_waits_too_long_says_so(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.connect.PATIENCE", timedelta(milliseconds=50))
    first, second = open_database(store_url), open_database(store_url)
    with session(first) as opened:
        save_article(opened, article(), NOON)
        with pytest.raises(ConfigurationError) as raised, session(second) as waiting:
            save_article(waiting, article(), NOON)
    assert str(raised.value).endswith(
        "cannot be used: another process keeps writing to it; try again when it is done"
    )
    first.dispose()
    second.dispose()


def test_an_error_does_not_carry_an_article_into_the_log(store: Engine) -> None:
    row = {"id": "m1", "text": "a whole article"}
    with pytest.raises(DBAPIError) as raised, session(store) as opened:
        opened.connection().execute(text("INSERT INTO mention (id, text) VALUES (:id, :text)"), row)
    assert "a whole article" not in str(raised.value)


def test_who_only_reads_cannot_write(store: Engine) -> None:
    with pytest.raises(Exception, match=r"readonly|read-only"), reading(store) as opened:
        save_article(opened, article(), NOON)
    assert row_counts(store)["article"] == 0
    with session(store) as opened:
        save_article(opened, article(), NOON)


def test_sqlite_keeps_its_log_beside_it_and_its_keys_true(tmp_path: Path) -> None:
    file = tmp_path / "recount.db"
    engine = open_database(f"sqlite:///{file}")
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with engine.begin() as writing, pytest.raises(Exception, match="FOREIGN KEY"):
        writing.execute(text("INSERT INTO event_key VALUES ('day', 'no such event')"))
    engine.dispose()


def test_a_person_can_run_alembic(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'recount.db'}"
    upgrade(url)
    done = subprocess.run(
        [sys.executable, "-m", "alembic", "check"],
        cwd=SCRIPTS,
        env={**os.environ, "RECOUNT_DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "No new upgrade operations detected.\n"), (
        done.stderr
    )
