"""Captions against the story they illustrate, and against earlier uses of the same picture."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from checkers.compare.moments import written
from checkers.compare.values import outlet_of
from checkers.language.gazetteer import related
from checkers.model import (
    Anchor,
    Caption,
    Claim,
    ClaimKind,
    Conflict,
    Evidence,
    Family,
    Field,
    Grain,
    Mention,
    PictureUse,
    PictureUses,
    Place,
    PlaceRole,
    Reading,
    Reason,
    Reconciliation,
    Severity,
    Side,
)

# A caption dated this much before its story is of another happening; below, it may be of the
# days that led up to it.
_OLDER = timedelta(days=14)
# Uses of one picture this far apart are not one story going on.
_ANOTHER_STORY = timedelta(days=30)
# A picture seen with this many unrelated events illustrates, it does not report: a minister's
# portrait, a logo, a map.
_GENERIC_EVENTS = 3


def compare_captions(reading: Reading) -> Iterator[Conflict | Reconciliation]:
    """Each caption of an article against what the article is about."""
    main = reading.mentions[0] if reading.mentions else None
    if main is None or reading.not_news:
        return
    for caption in reading.claims_of(ClaimKind.CAPTION):
        yield from _compare_caption(reading, main, caption)


def _compare_caption(
    reading: Reading, main: Mention, caption: Claim
) -> Iterator[Conflict | Reconciliation]:
    old = _old_date(reading, main, caption)
    elsewhere = _other_place(reading, main, caption)
    named = old or elsewhere
    if named is None:
        return
    anchor = _story_claim(reading, main, ClaimKind.DATE if old else ClaimKind.PLACE)
    if anchor is None:
        return
    value = caption.value
    if isinstance(value, Caption) and value.file_photo:
        yield _spared(caption, anchor, Reason.FILE_PHOTO, "the caption declares its picture old")
        return
    if old is not None and _told_of(reading, old):
        yield _spared(caption, anchor, Reason.SAME_EVENT, "the story tells of that day too")
        return
    both = old is not None and elsewhere is not None
    severity = Severity.HIGH if both or old is not None else Severity.MEDIUM
    parts = [written(old.when)] if old is not None else []
    parts += [elsewhere.place.name] if elsewhere is not None else []
    yield Conflict(
        severity=severity,
        message=f"The caption speaks of {', '.join(parts)}; the story of {_story(main)}.",
        slot="caption",
        sides=(
            Side(" ".join(p.lower() for p in parts), (caption_evidence(caption),)),
            Side("story", (story_evidence(anchor),)),
        ),
    )


def _in_caption(reading: Reading, kind: ClaimKind, caption: Claim) -> list[Claim]:
    return [
        claim
        for claim in reading.claims_of(kind)
        if claim.span.field is Field.CAPTION and claim.span.image == caption.span.image
    ]


def _old_date(reading: Reading, main: Mention, caption: Claim) -> Claim | None:
    """The caption's own full date, when it is well before what the story tells of."""
    reference = _story_time(reading, main)
    if reference is None:
        return None
    for claim in _in_caption(reading, ClaimKind.DATE, caption):
        when = claim.when
        if when.anchor is not Anchor.ABSOLUTE or when.last is None:
            continue
        year_only = when.grain is Grain.YEAR
        if when.last < reference - (_OLDER if not year_only else _ANOTHER_STORY):
            return claim
    return None


def _story_time(reading: Reading, main: Mention) -> datetime | None:
    if main.when is not None and main.when.first is not None:
        return main.when.first
    published = reading.article.published
    return published.at if published else None


def _told_of(reading: Reading, old: Claim) -> bool:
    """Whether the text itself speaks of the caption's day (an anniversary, a look back)."""
    first, last = old.when.first, old.when.last
    for claim in reading.claims_of(ClaimKind.DATE):
        when = claim.when
        if (
            claim.span.field not in (Field.TEXT, Field.TITLE)
            or when.first is None
            or when.last is None
        ):
            continue
        if first is not None and last is not None and when.first <= last and first <= when.last:
            return True
    return False


def _other_place(reading: Reading, main: Mention, caption: Claim) -> Claim | None:
    """The caption's place of the event, when the story names none that goes with it."""
    told = [
        claim.place
        for claim in reading.claims_of(ClaimKind.PLACE)
        if claim.span.field in (Field.TITLE, Field.TEXT)
    ]
    spots = [p for p in main.places if p.type in ("city", "unknown", "site", "region")]
    if not spots:
        return None
    towns = [place for place in spots if place.type in ("city", "unknown")] or spots
    own = [
        claim
        for claim in _in_caption(reading, ClaimKind.PLACE, caption)
        if claim.place.type in ("city", "unknown", "region")
        and claim.place.role is not PlaceRole.ORIGIN
    ]
    for claim in own:
        if any(_goes_with(claim.place, place) for place in (*told, *main.places)):
            return None
    return next((c for c in own if all(related(c.place, s) == "apart" for s in towns[:2])), None)


def _goes_with(a: Place, b: Place) -> bool:
    return related(a, b) in ("same", "a-in-b", "b-in-a")


def _story_claim(reading: Reading, main: Mention, kind: ClaimKind) -> Claim | None:
    """The claim that stands for the story: its date or place, else its first figure."""
    for wanted in (kind, ClaimKind.PLACE, ClaimKind.DATE, ClaimKind.COUNT):
        for claim in reading.claims_of(wanted):
            if claim.mention == main.id and claim.span.field is Field.TEXT:
                return claim
    return next((c for c in reading.claims if c.span.field in (Field.TITLE, Field.TEXT)), None)


def _story(main: Mention) -> str:
    parts = [written(main.when)] if main.when is not None and main.when.first is not None else []
    parts += [main.places[0].name] if main.places else []
    return ", ".join(parts) or "another happening"


def caption_evidence(caption: Claim) -> Evidence:
    """A caption, whole, as evidence."""
    return Evidence.of(caption, caption.said)


def story_evidence(claim: Claim) -> Evidence:
    """What the story says, as evidence."""
    return Evidence.of(claim, claim.said)


def _spared(caption: Claim, story: Claim, reason: Reason, why: str) -> Reconciliation:
    return Reconciliation(
        family=Family.CAP,
        reason=reason,
        message=f"“{caption.said}”: {why}.",
        slot="caption",
        evidence=(caption_evidence(caption), story_evidence(story)),
    )


# -- uses of one picture -----------------------------------------------------------------------


def compare_uses(dossier: PictureUses) -> Iterator[Conflict | Reconciliation]:
    """The first use of a picture against each later one."""
    uses = [use for use in dossier.uses if use.reading.article.published is not None]
    if len(uses) < 2:
        return
    first, events = uses[0], {use.event.id for use in uses if use.event is not None}
    for later in uses[1:]:
        if later.reading.article.url == first.reading.article.url:
            continue
        reason = _why_used_again(first, later, len(events))
        if reason is not None:
            if reason is not Reason.SAME_EVENT or _caption(first) != _caption(later):
                yield _use_spared(first, later, reason)
            continue
        by_words = dossier.key.startswith("caption:")
        shown = "caption" if by_words else "picture"
        dated = _names_a_date(first)
        severity = Severity.MEDIUM if by_words else Severity.HIGH
        first_evidence, later_evidence = _use_evidence(first), _use_evidence(later)
        yield Conflict(
            severity=severity,
            message=f"{_outlet(later)} shows under {_day(later)} the {shown} that "
            f"{_outlet(first)} printed on {_day(first)} with another event"
            + (", and it names that event's day." if dated and by_words else "."),
            slot="picture",
            sides=(
                Side(f"first {first_evidence.url}", (first_evidence,)),
                Side(f"later {later_evidence.url}", (later_evidence,)),
            ),
        )


def _why_used_again(first: PictureUse, later: PictureUse, events: int) -> Reason | None:
    if first.event is not None and later.event is not None and first.event.id == later.event.id:
        return Reason.SAME_EVENT
    claim = _caption_claim(later)
    if claim is not None and isinstance(claim.value, Caption) and claim.value.file_photo:
        return Reason.FILE_PHOTO
    if events >= _GENERIC_EVENTS and not _names_a_date(first):
        return Reason.GENERIC_IMAGE
    gap = _published(later) - _published(first)
    return Reason.SAME_EVENT if gap < _ANOTHER_STORY else None


def _published(use: PictureUse) -> datetime:
    stamp = use.reading.article.published
    assert stamp is not None
    return stamp.at


def _day(use: PictureUse) -> str:
    published = _published(use)
    return f"{published.day} {published:%B %Y}"


def _outlet(use: PictureUse) -> str:
    return outlet_of(use.reading.article)


def _caption(use: PictureUse) -> str:
    return use.reading.article.images[use.image].caption


def _caption_claim(use: PictureUse) -> Claim | None:
    for claim in use.reading.claims_of(ClaimKind.CAPTION):
        if claim.span.image == use.image:
            return claim
    return None


def _names_a_date(use: PictureUse) -> bool:
    return any(
        claim.when.anchor is Anchor.ABSOLUTE
        for claim in use.reading.claims_of(ClaimKind.DATE)
        if claim.span.field is Field.CAPTION and claim.span.image == use.image
    )


def _use_evidence(use: PictureUse) -> Evidence:
    claim = _caption_claim(use)
    if claim is not None:
        return caption_evidence(claim)
    fallback = next(iter(use.reading.claims), None)
    assert fallback is not None
    return story_evidence(fallback)


def _use_spared(first: PictureUse, later: PictureUse, reason: Reason) -> Reconciliation:
    return Reconciliation(
        family=Family.CAP,
        reason=reason,
        message=f"{_outlet(first)} ({_day(first)}) and {_outlet(later)} ({_day(later)}) "
        "show one picture.",
        slot="picture",
        evidence=(_use_evidence(first), _use_evidence(later)),
    )
