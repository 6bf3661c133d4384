"""What an article is about: its kind, time and place, from headline and opening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from checkers.language.document import Document
from checkers.language.headlines import headline_of
from checkers.language.kinds import can_be_one, frames, wider
from checkers.language.mentions.cues import HAPPENED, SEPARATE, TOOK_PLACE, TWO
from checkers.language.mentions.segments import Draft, Segment, is_after_another
from checkers.language.mentions.times import DAYS, MONTHS, inside, meet, moment_like, weekday_of
from checkers.model import Anchor, Field, Grain, Place, PlaceRole, When

_IMAGINED = frozenset({"drill", "weather-forecast"})
AFTERMATH = frozenset({"trial", "memorial", "funeral", "drill"})
SPECIFIC = {"site": 0, "city": 1, "unknown": 2, "region": 3, "country": 4}
LEAD_SENTENCES = 4
_SHORTEST = 3  # words up to which something is a dateline, an entry's time, a label: no sentence
# A narrower kind is taken when it is named at least this often beside the wider one: a report on
# an earthquake may speak of aftershocks once.
NARROWS = 0.3
# Beyond this before publication, a date in the lead is history, not the news of the day. A guess
# that leaves room for weekly papers and late inquiries.
NEWS_AGE = timedelta(days=45)


class Subject:
    """The main mention of one document in the making."""

    def __init__(
        self, document: Document, segments: list[list[Segment]], older: frozenset[int]
    ) -> None:
        """Take the document, its segments, and the older entries of a live page."""
        self._document = document
        self._published = document.article.published
        self._segments = segments
        self._older = older

    def lead(self) -> Iterator[Segment]:
        """The stretches of the headline and the opening sentences."""
        opening = self._document.of(Field.TITLE, Field.TEXT)
        whole = (s for s in opening if s.field is Field.TITLE or len(s.words) > _SHORTEST)
        for sentence in islice(whole, LEAD_SENTENCES + 1):
            if sentence.field is Field.TEXT and sentence.paragraph in self._older:
                return
            yield from self._segments[sentence.index]

    # -- the main mention ----------------------------------------------------------------------

    def draft(self) -> Draft:
        """The main mention, as far as headline and opening tell it."""
        kind = self._main_kind()
        when = self._main_when(kind)
        title = headline_of(self._document.article) or self._first_words()
        places = self._main_places(kind, when)
        return Draft(kind, when, places, title, background=False, hypothetical=kind in _IMAGINED)

    def _main_kind(self) -> str:
        votes: Counter[str] = Counter()
        for position, sentence in enumerate(self._document.of(Field.TITLE, Field.TEXT)):
            if sentence.field is Field.TEXT and sentence.paragraph in self._older:
                break
            weight = (
                4
                if sentence.field is Field.TITLE
                else 3
                if position <= 1
                else 2
                if position <= 3
                else 0.5
            )
            seen = set()
            for segment in self._segments[sentence.index]:
                old = any(self.is_old(when) for when in segment.whens)
                for kind in segment.kinds:
                    if kind not in seen:
                        votes[kind] += weight * (0.25 if old and kind not in AFTERMATH else 1)  # type: ignore[assignment]
                        seen.add(kind)
            if position > 12:
                break
        lead_kinds = {kind for segment in self.lead() for kind in segment.kinds}
        aftermath = [k for k in AFTERMATH if k in lead_kinds and votes[k] >= 3]
        if aftermath and self._tells_aftermath():
            return max(aftermath, key=lambda kind: (votes[kind], kind))
        scores = {}
        for kind, own in votes.items():
            above = [votes[parent] for parent in wider(kind) if parent != kind]
            if kind not in frames() and own >= NARROWS * max(above, default=0):
                scores[kind] = own + sum(above)
        if not scores:
            return votes.most_common(1)[0][0] if votes else ""
        return max(
            scores, key=lambda kind: (scores[kind] * (1 if kind in lead_kinds else 0.6), kind)
        )

    def _tells_aftermath(self) -> bool:
        """Whether a trial, funeral or drill is the news, and not only spoken of."""
        segments = list(self.lead())[:3]
        found = [kind for segment in segments for kind in segment.kinds]
        first = next((kind for kind in found), "")
        return first in AFTERMATH or sum(kind in AFTERMATH for kind in found) >= 2

    def _main_when(self, kind: str) -> When | None:
        usable = [
            (bearing.points(kind) + self._weight(segment), when)
            for segment in self.lead()
            for bearing, when in segment.dated
            if not (self.is_old(when) and (kind in AFTERMATH or self._published))
            and not self.is_future(when)
        ]
        usable = [item for item in usable if item[0] >= 0] or self._beside(kind)
        fine = [(points, when) for points, when in usable if when.grain in DAYS]
        if not self._published:
            fine = fine or usable
        if not fine:
            return self._minute_of(None, kind) or self._referred_to()
        best = max(fine, key=lambda item: item[0])[1]  # the first of those that bear most
        if best.first is None:
            dated = [when for _, when in fine if when.first is not None]
            best = (dated[0] if dated else self._captioned([best])) or best
        if best.first is None or best.grain is Grain.MINUTE:
            return best
        return self._minute_of(best, kind) or best

    def _beside(self, kind: str) -> list[tuple[int, When]]:
        """The times of the lead's other halves: "were treated after chlorine escaped on Monday"."""
        return [
            (0, when)
            for segment in self.lead()
            for bearing, when in segment.dated
            if segment.start and bearing.points(kind) == 0 and self._weight(segment) < 0
            if not self.is_old(when) and not self.is_future(when)
        ]

    def _referred_to(self) -> When | None:
        """The day in a sentence that goes back to the happening: "This happened on"."""
        for sentence in self._document.of(Field.TEXT):
            if HAPPENED.match(sentence.text):
                for segment in self._segments[sentence.index]:
                    for bearing, when in segment.dated:
                        if when.grain in DAYS and not bearing.reported and not self.is_old(when):
                            return when
        return None

    def _weight(self, segment: Segment) -> int:
        """How much a stretch that holds a date tells of the happening itself.

        "The pass was closed on Saturday | after an avalanche …": the second half tells of it.
        """
        text = segment.sentence.text[segment.start : segment.end]
        if segment.kinds or segment.counts or TOOK_PLACE.search(text):
            return 2
        others = self._segments[segment.sentence.index]
        return -1 if any(other.kinds or other.counts for other in others) else 0

    def _captioned(self, whens: list[When]) -> When | None:
        """The full date of a caption, where the text itself gives none that can be resolved.

        Its weekday has to be the text's, if that names one ("early Saturday").
        """
        if self._published is not None:
            return None
        for sentence in self._document.of(Field.CAPTION):
            for segment in self._segments[sentence.index]:
                for when in segment.whens:
                    full = when.anchor is Anchor.ABSOLUTE and when.grain in DAYS
                    if full and all(weekday_of(when) == weekday_of(other) for other in whens[:1]):
                        return when
        return None

    def _minute_of(self, when: When | None, kind: str) -> When | None:
        """The time of day that the text gives for what the article is about."""
        for sentence in self._document.of(Field.TEXT):
            if sentence.index > 8:
                return None
            for segment in self._segments[sentence.index]:
                named = segment.happenings
                if not named or not all(can_be_one(k, kind) for k in named):
                    continue
                for bearing, other in segment.dated:
                    fits = when is None or inside(other, when)
                    if other.grain is Grain.MINUTE and fits and bearing.points(kind) >= 0:
                        return other if self._is_told(other) else None
        return None

    def _is_told(self, when: When) -> bool:
        """Whether a time lies before publication, as what is reported must."""
        published = self._published
        if published is None or when.first is None or published.day_only:
            return True
        return when.first <= published.at

    def _spots_of(self, kind: str) -> dict[str, Place]:
        """Where the text, after a lead that names no spot, tells what happened."""
        for sentence in self._document.of(Field.TEXT):
            for segment in self._segments[sentence.index]:
                spots = [
                    p for p in segment.places if p.role is PlaceRole.EVENT and p.type != "country"
                ]
                if spots and kind in segment.kinds:
                    return {place.key: place for place in spots}
        return {}

    def _main_places(self, kind: str, when: When | None) -> list[Place]:
        found: dict[str, Place] = {}
        datelines: dict[str, Place] = {}
        for segment in self.lead():
            later = segment.start or segment.sentence.index > 1
            text = segment.sentence.text[segment.start : segment.end]
            if later and SEPARATE.search(text) and not TWO.search(text):
                continue
            if later and self._tells_of_another_day(segment, when):
                continue
            if is_after_another(segment, self._segments[segment.sentence.index]):
                continue
            for place in segment.places:
                if place.role in (PlaceRole.EVENT, PlaceRole.OTHER):
                    found.setdefault(place.key, place)
                elif place.role is PlaceRole.DATELINE:
                    datelines.setdefault(place.key, place)
        if not any(p.type in ("city", "site", "unknown") for p in found.values()):
            found |= datelines or self._spots_of(kind)
        return sorted(found.values(), key=lambda place: SPECIFIC.get(place.type, 2))

    def _tells_of_another_day(self, segment: Segment, when: When | None) -> bool:
        """Whether a stretch tells what befell somebody on a day that is not the happening's."""
        if when is None or when.first is None or not segment.tells or not segment.whens:
            return False
        return not any(self._is_of(other, when) or self.is_future(other) for other in segment.whens)

    def _is_of(self, told: When, when: When) -> bool:
        """Whether a time is that of the happening; its month or year alone is not, beside a day."""
        return meet(told, when) and not (told.grain in MONTHS and when.grain in DAYS)

    def is_old(self, when: When) -> bool:
        """Whether a time lies too far back to be that of the day's news."""
        if self._published is None or when.last is None:
            return False
        return when.last < moment_like(self._published, when.last) - NEWS_AGE

    def is_future(self, when: When) -> bool:
        """Whether a time lies after publication."""
        if self._published is None or when.first is None:
            return False
        day = moment_like(self._published, when.first)
        if when.told == "future" and when.first > day:
            return True  # "flights resume on Monday", on a Sunday
        return when.first > day + timedelta(days=1)

    def _first_words(self) -> str:
        first = next(iter(self._document.of(Field.TEXT)), None)
        return " ".join(first.text.split()[:9]) if first else ""
