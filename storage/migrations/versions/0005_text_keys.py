"""Keys of texts are numbers, and the latest stand by themselves."""

from __future__ import annotations

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# The first eight bytes of a key's SHA-256, as a signed number.
ON_POSTGRESQL = (
    "('x' || encode(substring(sha256(convert_to(band, 'UTF8')) FOR 8), 'hex'))::bit(64)::bigint"
)
ON_SQLITE = "key_number(band)"


def upgrade() -> None:
    op.create_table(
        "text_key",
        sa.Column("latest", sa.Boolean(), nullable=False),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["text_copy.article_id"], name=op.f("fk_text_key_article_id")
        ),
        sa.PrimaryKeyConstraint("latest", "key", "article_id", name=op.f("pk_text_key")),
        sqlite_with_rowid=False,
    )
    number = ON_POSTGRESQL
    if op.get_bind().dialect.name == "sqlite":
        number = ON_SQLITE
        driver = op.get_bind().connection.driver_connection
        assert driver is not None
        driver.create_function("key_number", 1, _key_number, deterministic=True)
    # In their order, which the database finds on disk, however many there are.
    op.execute(
        f"INSERT INTO text_key SELECT false, {number}, article_id FROM copy_band WHERE true"  # noqa: S608 - our own names
        " ORDER BY 2, 3 ON CONFLICT DO NOTHING"
    )
    op.create_index(op.f("ix_text_key_article_id"), "text_key", ["article_id"], unique=False)
    op.drop_table("copy_band")


def _key_number(key: str) -> int:
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big", signed=True)
