"""Stale news: an old text under a new date or address, an old passage told as of today."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from urllib.parse import parse_qsl, urlsplit

from checkers.compare.quoting import article_evidence
from checkers.compare.revised import steps
from checkers.compare.traces import MOVED, host, masked
from checkers.compare.values import outlet_of
from checkers.compare.wording import Piece, pieces, plain
from checkers.model import (
    Article,
    Conflict,
    Copies,
    Family,
    Field,
    Reading,
    Reason,
    Reconciliation,
    Revisions,
    Severity,
    Side,
)
from seeds import words

# Share of the older text's sentences that the newer one has when it is that text again.
_SAME_TEXT = 0.7
# Share of sentences that are of one form, whatever fills it, when both are one form.
_SAME_FORM = 0.65
# Fewest sentences of a text that can be told to be another's.
_LEAST_SENTENCES = 3
# A page that speaks of its own text, and not of what happened.
_TELLS_OF_ITSELF = re.compile(
    r"\b(?:this|our|the following) (?:\w+ )?"
    r"(?:story|article|report|piece|text|feature|interview|column)\b"
)
# Words of a headline from which on two outlets do not hit on it by chance; a guess.
_TELLING_HEADLINE = 5
# Pages of one outlet re-dated in one night that make a migration, not stale stories; a guess.
MIGRATION = 4
# A date rewritten in another zone, or by day only, moves by less than so much.
_ZONE = timedelta(hours=26)


@dataclass(frozen=True)
class Shown:
    """Two articles that share text, the first published first."""

    older: Reading
    newer: Reading

    @cached_property
    def sentences(self) -> tuple[list[Piece], list[Piece]]:
        """The sentences of both."""
        return tuple(pieces(r.article, Field.TEXT) for r in (self.older, self.newer))  # type: ignore[return-value]  # two of them

    @cached_property
    def gap(self) -> timedelta | None:
        """Time between their dates of publication, or None where one is unknown."""
        before, after = self.older.article.published, self.newer.article.published
        return after.at - before.at if before and after else None

    @cached_property
    def same_text(self) -> bool:
        """Whether the newer has the older one's text."""
        ours, theirs = ([p.plain for p in side] for side in self.sentences)
        if len(ours) < _LEAST_SENTENCES:
            return False
        return sum(text in theirs for text in ours) >= _SAME_TEXT * len(ours)

    @cached_property
    def shared_forms(self) -> int:
        """Number of longer sentences of one form that are not the same sentence."""
        ours = {masked(p): p.plain for p in self.sentences[0] if len(p.keys) >= 8}
        theirs = {masked(p): p.plain for p in self.sentences[1] if len(p.keys) >= 8}
        return sum(theirs.get(form, plain_) != plain_ for form, plain_ in ours.items())

    @property
    def same_headline(self) -> bool:
        """Whether both have one headline, of some length."""
        titles = [plain(reading.article.title) for reading in (self.older, self.newer)]
        return titles[0] == titles[1] and len(titles[0].split()) >= _TELLING_HEADLINE

    @property
    def is_form(self) -> bool:
        """Whether both are one form filled anew: a weather report, a police log.

        Of an outlet's own, or under one form of headline; elsewhere it is the text, tampered with.
        """
        titles = [
            [masked(piece) for piece in pieces(reading.article, Field.TITLE)]
            for reading in (self.older, self.newer)
        ]
        own = host(self.older.article.url) == host(self.newer.article.url)
        if not own and titles[0] != titles[1]:
            return False
        forms = [{masked(p) for p in side} for side in self.sentences]
        shortest = min(len(form) for form in forms)
        return bool(self.shared_forms) and len(forms[0] & forms[1]) >= _SAME_FORM * shortest

    @property
    def is_archive(self) -> bool:
        """Whether the newer stands in a section for what is old."""
        section = plain(self.newer.article.section)
        return any(name in section for name in words("stale")["archives"])

    def declared(self, phrases: str = "declared") -> bool:
        """Whether the newer says, where the older does not, that it is not new."""
        known = {p.plain for p in self.sentences[0]}
        told = [plain(self.newer.article.title)]
        told += [p.plain for p in self.sentences[1] if p.plain not in known]
        told += [
            plain(value)
            for key, value in self.newer.article.metadata.items()
            if self.older.article.metadata.get(key) != value
        ]
        published = self.older.article.published
        if (
            published
            and str(published.at.year) in told[0]
            and str(published.at.year) not in plain(self.older.article.title)
        ):
            return True
        if (
            published
            and phrases == "declared"
            and any(
                _TELLS_OF_ITSELF.search(text) and str(published.at.year) in text
                for text in told[1:]
            )
        ):
            return True  # "We reprint our report of June 2016"
        return any(phrase in text for phrase in words("stale")[phrases] for text in told)


def compare_moved_dates(revisions: Revisions) -> Iterator[Conflict | Reconciliation]:
    """Set the dates of publication of one page's revisions side by side."""
    for step in steps(revisions):
        before, after = step.before.article.published, step.after.article.published
        if before is None or after is None or before.at.isoformat() == after.at.isoformat():
            continue
        shown = Shown(step.before, step.after)
        shift = abs(after.at - before.at)
        if shift <= _ZONE:
            if before.at.utcoffset() != after.at.utcoffset() or before.day_only != after.day_only:
                yield _reconciled(Reason.TIME_ZONE, "The same moment, written otherwise.", shown)
        elif after.at - before.at > MOVED and (shown.same_text or _short_and_same(shown)):
            yield _moved(revisions, shown)


def _short_and_same(shown: Shown) -> bool:
    ours, theirs = ([p.plain for p in side] for side in shown.sentences)
    return bool(ours) and ours == theirs


def _moved(revisions: Revisions, shown: Shown) -> Conflict | Reconciliation:
    if shown.declared() or shown.is_archive:
        return _reconciled(Reason.DECLARED_REPUBLICATION, "The page says that it is older.", shown)
    if len(revisions.redated) >= MIGRATION:
        first, *_ = revisions.redated
        return Reconciliation(
            Family.STL,
            Reason.MIGRATION,
            f"{outlet_of(first)} gave many pages new dates in one night.",
            "published",
            tuple(article_evidence(Reading(article)) for article in revisions.redated[:MIGRATION]),
        )
    return Conflict(
        severity=Severity.HIGH,
        message=f"{outlet_of(shown.newer.article)} moved the date of an article from "
        f"{_day(shown.older.article)} to {_day(shown.newer.article)}; its text is the same.",
        slot="published",
        sides=_sides(shown.older, [shown.newer]),
    )


def compare_copies(copies: Copies) -> Iterator[Conflict | Reconciliation]:
    """Set an article beside those that have its text: which is old and shown as new."""
    again: dict[str, list[Reading]] = {}
    oldest: dict[str, Reading] = {}
    for shown in pairs(copies):
        reason = _not_stale(shown)
        if reason is not None:
            yield _reconciled(reason, _WHY[reason], shown)
        elif shown.same_text and shown.gap is not None and shown.gap > MOVED:
            oldest[shown.older.article.url] = shown.older
            again.setdefault(shown.older.article.url, []).append(shown.newer)
    for url, newer in again.items():
        yield _stale(oldest[url], newer)


def pairs(copies: Copies) -> list[Shown]:
    """The article with each of the others, as they now stand, the first published first."""
    own = _standing(copies.own)
    return [
        Shown(*sorted((own, other), key=_at))
        for revisions in copies.others
        if (other := _standing(revisions)) is not None and own is not None
    ]


def _standing(revisions: Revisions) -> Reading | None:
    return next((r for r in reversed(revisions.readings) if not r.page), None)


def _at(reading: Reading) -> tuple[bool, float, str]:
    published = reading.article.published
    return published is None, published.at.timestamp() if published else 0.0, reading.article.url


_WHY = {
    Reason.SAME_ARTICLE: "Two addresses of one page.",
    Reason.TEMPLATE: "One form, filled anew.",
    Reason.DIFFERENT_EVENT: "Sentences are alike, what happened is not the same.",
    Reason.SYNDICATED: "A copy that says whose text it is.",
    Reason.DECLARED_REPUBLICATION: "The copy says that it is older.",
}


def _not_stale(shown: Shown) -> Reason | None:
    """Why two articles that share text are no stale story, or None."""
    older, newer = shown.older.article, shown.newer.article
    if _address(older.url) == _address(newer.url) or _same_entry(older, newer):
        return Reason.SAME_ARTICLE
    if shown.is_form:
        return Reason.TEMPLATE
    if shown.same_text and host(older.url) == host(newer.url) and _same_moment(older, newer):
        return Reason.SAME_ARTICLE
    if not shown.same_text:
        alike = shown.shared_forms or shown.same_headline
        return Reason.DIFFERENT_EVENT if alike and _far(shown) else None
    if _far(shown):
        told = shown.declared() or shown.declared("credited") or shown.is_archive
        return Reason.DECLARED_REPUBLICATION if told else None
    credited = shown.declared("credited") or shown.newer.wire
    return Reason.SYNDICATED if credited and host(older.url) != host(newer.url) else None


def _far(shown: Shown) -> bool:
    return shown.gap is not None and shown.gap > MOVED


def _address(url: str) -> tuple[str, str, str]:
    """An address without what only says which version of the page, or whence one came."""
    parts = urlsplit(url)
    versions = set(words("stale")["versions"])
    steps_ = [step.removesuffix(".amp") for step in parts.path.split("/") if step not in versions]
    trackers = set(words("stale")["trackers"])
    query = [
        f"{name}={value}"
        for name, value in parse_qsl(parts.query)
        if name.lower() not in trackers and not name.lower().startswith(("utm_", "at_", "pk_"))
    ]
    return host(url), "/".join(step for step in steps_ if step), "&".join(query)


def _same_moment(older: Article, newer: Article) -> bool:
    """Whether two articles give one moment as that of their publication."""
    a, b = older.published, newer.published
    return a is not None and b is not None and a.at == b.at


def _same_entry(older: Article, newer: Article) -> bool:
    """Whether one outlet gives both as one entry of its feed."""
    return bool(older.guid) and older.guid == newer.guid and older.published == newer.published


def _stale(older: Reading, newer: Sequence[Reading]) -> Conflict:
    newer = sorted(newer, key=_at)
    first = newer[0].article
    return Conflict(
        severity=Severity.HIGH,
        message=f"{outlet_of(first)} published on {_day(first)}, as new, a text that "
        f"{outlet_of(older.article)} had on {_day(older.article)}.",
        slot="text",
        sides=_sides(older, newer),
    )


def _sides(older: Reading, newer: Sequence[Reading]) -> tuple[Side, Side]:
    return (
        Side(_day(older.article), (article_evidence(older),)),
        Side(_day(newer[0].article), tuple(article_evidence(reading) for reading in newer)),
    )


def _day(article: Article) -> str:
    published = article.published
    return f"{published.at.day} {published.at:%b %Y}" if published else "an unknown day"


def _reconciled(reason: Reason, message: str, shown: Shown) -> Reconciliation:
    evidence = (article_evidence(shown.older), article_evidence(shown.newer))
    return Reconciliation(Family.STL, reason, message, "text", evidence)
