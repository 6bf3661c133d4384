"""Uses of pictures and captions across articles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlmodel import Session

from checkers.model import Article, Event, PictureUse, PictureUses
from storage.articles import by_publication
from storage.bulk import insert_missing, look_up
from storage.events import load_outlines
from storage.lists import one_of
from storage.readings import load_readings
from storage.revisions import revision_ids
from storage.rows.articles import ARTICLE, REVISION
from storage.rows.readings import MENTION, PICTURE_USE

# Uses of one picture that a rule is shown at either end of time: a caption such as "File photo"
# has thousands, and what matters is where it came from and where it is now.
EARLIEST_SHOWN = 30
LATEST_SHOWN = 30

_NO_USES = delete(PICTURE_USE).where(PICTURE_USE.c.revision_id == bindparam("of"))
_USES = (
    select(PICTURE_USE.c.revision_id, PICTURE_USE.c.image)
    .join_from(PICTURE_USE, REVISION)
    .join(ARTICLE, ARTICLE.c.speaks == REVISION.c.id)
    .where(PICTURE_USE.c.key == bindparam("picture"))
)
_EARLIEST = _USES.order_by(REVISION.c.published.nulls_last(), REVISION.c.id).limit(EARLIEST_SHOWN)
_LATEST = _USES.order_by(REVISION.c.published.desc().nulls_first(), REVISION.c.id.desc()).limit(
    LATEST_SHOWN
)
_ABOUT = select(MENTION.c.revision_id, MENTION.c.event_id).where(
    MENTION.c.background.is_(False),
    MENTION.c.event_id.is_not(None),
    one_of(MENTION.c.revision_id),
)


def save_picture_uses(session: Session, article: Article, keys: Sequence[tuple[str, int]]) -> None:
    """Keep which pictures a revision shows: (key, index of the image), in place of earlier ones.

    Raises:
        NotFound: the article was not saved before.
    """
    [revision] = revision_ids(session, [article])
    session.connection().execute(_NO_USES, {"of": revision})
    rows = [{"key": key, "revision_id": revision, "image": image} for key, image in keys]
    insert_missing(session, PICTURE_USE, rows)


def picture_uses(session: Session, key: str) -> PictureUses:
    """Every use of a picture in the revisions that speak for their articles.

    The first published come first, those of unknown time last. Of very many only the earliest and
    the latest are given. Each use names the event that its article is about, without members.
    """
    connection = session.connection()
    shown = {
        tuple(row)
        for part in (_EARLIEST, _LATEST)
        for row in connection.execute(part, {"picture": key})
    }
    revisions = sorted({revision for revision, _ in shown})
    readings = load_readings(session, revisions, pictures=True)
    events = _events(session, revisions)
    uses = [
        PictureUse(readings[revision], image, events.get(revision)) for revision, image in shown
    ]
    return PictureUses(key, tuple(sorted(uses, key=_in_order)))


def _events(session: Session, revisions: Sequence[int]) -> dict[int, Event]:
    """The event that each revision is about, where it is about one."""
    about = {row.revision_id: row.event_id for row in look_up(session, _ABOUT, revisions)}
    outlines = load_outlines(session, set(about.values()))
    return {revision: outlines[event] for revision, event in about.items()}


def _in_order(use: PictureUse) -> tuple[datetime, str, int]:
    return (*by_publication(use.reading.article), use.image)
