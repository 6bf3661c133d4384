"""CAP101 and CAP102 over tables of cases: captions of another event, pictures that come back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from checkers.model import (
    Article,
    Claim,
    ClaimKind,
    Event,
    Field,
    Finding,
    Image,
    Mention,
    Origin,
    PictureUse,
    PictureUses,
    Place,
    PlaceRole,
    Reading,
    Severity,
    Span,
    Stamp,
)
from checkers.model import Caption as CaptionValue
from checkers.rules import caption_of_another_event, caption_reused
from tests.marked import DAY_START, Text, quotations, reading, reasons

STORY = "The blast struck on [Thursday]{date 2026-03-05 day}."
OLD = "Rescuers after a blast, [4 March 2019]{date 2019-03-04 day}."

DATED = {  # what is tried: the article, quotations in the findings, reasons
    "a caption of seven years ago": (Text(30, STORY, caption=OLD), 1, []),
    "a caption of the same day": (
        Text(30, STORY, caption="Rescuers on [5 March 2026]{date 2026-03-05 day}."),
        0,
        [],
    ),
    "a caption of the week before": (
        Text(30, STORY, caption="The hall on [26 February 2026]{date 2026-02-26 day}."),
        0,
        [],
    ),
    "a story that tells of that day too": (
        Text(30, f"{STORY} Nine died on [4 March 2019]{{date 2019-03-04 day m2}}.", caption=OLD),
        0,
        ["same-event"],
    ),
}


@pytest.mark.parametrize(("article", "findings", "spared"), DATED.values(), ids=DATED)
def test_dated_captions(article: Text, findings: int, spared: list[str]) -> None:
    outcomes = list(caption_of_another_event.check(reading(article)))
    assert (len(quotations(outcomes)), reasons(outcomes)) == (findings, spared)


def test_the_finding_sets_the_caption_beside_the_story() -> None:
    (finding,) = caption_of_another_event.check(reading(Text(30, STORY, caption=OLD)))
    assert isinstance(finding, Finding)
    assert [e.quote for e in finding.evidence] == [
        "Rescuers after a blast, 4 March 2019.",
        "The blast struck on Thursday.",
    ]
    assert finding.severity is Severity.HIGH


def test_a_declared_file_photo_is_spared() -> None:
    found = reading(Text(30, STORY, caption=OLD))
    declared = [
        replace(c, value=CaptionValue(0, file_photo=True)) if c.kind is ClaimKind.CAPTION else c
        for c in found.claims
    ]
    outcomes = list(caption_of_another_event.check(replace(found, claims=tuple(declared))))
    assert (quotations(outcomes), reasons(outcomes)) == ([], ["file-photo"])


def test_another_town_is_medium_unless_the_story_names_it() -> None:
    found = reading(Text(30, STORY, caption="Rescuers in Telmont."))
    span = Span(Field.CAPTION, 13, 20, image=0)
    telmont = Place("Telmont", "telmont", "city", role=PlaceRole.EVENT)
    orvane = Place("Orvane", "orvane", "city", role=PlaceRole.EVENT)
    place = Claim(ClaimKind.PLACE, found.article, span, span, telmont, mention="m1")
    main = replace(found.mentions[0], places=(orvane,))
    shown = replace(found, claims=(*found.claims, place), mentions=(main,))
    (finding,) = caption_of_another_event.check(shown)
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.MEDIUM
    told = replace(place, span=Span(Field.TEXT, 0, 3), sentence=Span(Field.TEXT, 0, 3))
    assert list(caption_of_another_event.check(replace(shown, claims=(*shown.claims, told)))) == []


CAPTION = "Divers prepare to search the lake for the missing bus."


def _use(day: int, event: str, *, caption: str = CAPTION, file_photo: bool = False) -> PictureUse:
    article = Article(
        url=f"https://outlet-{day}.example/",
        text="A story.",
        published=Stamp(DAY_START + timedelta(days=day), Origin.GIVEN),
        publisher=f"Outlet {day}",
        images=(Image(caption=caption),),
    )
    whole = Span(Field.CAPTION, 0, len(caption), image=0)
    value = CaptionValue(0, file_photo=file_photo)
    claim = Claim(ClaimKind.CAPTION, article, whole, whole, value)
    found = Reading(article, (claim,), (Mention("m1", "crash"),))
    return PictureUse(found, 0, Event(event, "crash"))


USES = {  # what is tried: uses, number of findings, reasons
    "another event a year later": ([_use(0, "a"), _use(400, "b")], 1, []),
    "the same event": (
        [_use(0, "a"), _use(400, "a", caption="Divers at the lake.")],
        0,
        ["same-event"],
    ),
    "another event within the month": (
        [_use(0, "a"), _use(20, "b", caption="Divers at the lake.")],
        0,
        ["same-event"],
    ),
    "declared a file photo": ([_use(0, "a"), _use(400, "b", file_photo=True)], 0, ["file-photo"]),
    "shown with anything": (
        [
            _use(0, "a"),
            _use(100, "b", caption="The minister."),
            _use(200, "c", caption="The minister."),
        ],
        0,
        ["generic-image", "generic-image"],
    ),
}


@pytest.mark.parametrize(("uses", "findings", "spared"), USES.values(), ids=USES)
def test_uses_of_a_picture(uses: list[PictureUse], findings: int, spared: list[str]) -> None:
    outcomes = list(caption_reused.check(PictureUses("address:x", tuple(uses))))
    assert (len(quotations(outcomes)), reasons(outcomes)) == (findings, spared)


def test_a_reused_caption_names_both_outlets_and_days() -> None:
    uses = PictureUses("caption:divers", (_use(0, "a"), _use(400, "b")))
    (finding,) = caption_reused.check(uses)
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.MEDIUM
    assert finding.message == (
        "Outlet 400 shows under 9 April 2027 the caption that Outlet 0 printed on 5 March 2026 "
        "with another event."
    )
