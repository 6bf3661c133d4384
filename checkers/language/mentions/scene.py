"""The happenings an article speaks of, and which of its statements belong to which.

One mention is what the article is about; the others are background: an earlier attack, a separate
accident, the fire over which somebody now stands trial. Each stretch of text is given to a mention
by what it says of time, place and kind; where it says nothing, it goes on with the one before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import cached_property
from itertools import islice

from checkers.language.details import surroundings
from checkers.language.document import Document, Sentence
from checkers.language.gazetteer import related
from checkers.language.headlines import headline_of
from checkers.language.kinds import (
    can_be_one,
    frames,
    is_beside_drill,
    kinds_in,
    may_name_kind,
    names_happening,
    wider,
)
from checkers.language.mentions.cues import (
    ANOTHER,
    EARLIER,
    GOES_ON,
    HAD,
    LATEST,
    NOT_THE_EVENT,
    ORDINAL_OF_SERIES,
    SECOND,
    SINCE,
    STAMPED,
    TWO,
)
from checkers.language.mentions.segments import (
    Draft,
    Segment,
    Starts,
    bearing_of,
    cut_into_segments,
    is_after_another,
    older_entries,
)
from checkers.language.mentions.shocks import (
    AFTERSHOCK,
    SHOCK,
    has_own_toll,
    is_of_main_shock,
)
from checkers.language.mentions.subject import AFTERMATH, LEAD_SENTENCES, Subject
from checkers.language.mentions.times import DAYS, MONTHS, meet, weekday_of
from checkers.language.notices import is_notice, told
from checkers.language.terms import salient_terms
from checkers.model import Claim, Field, Grain, Mention, Place, PlaceRole, When

_RELATIVES = ("which ", "who ", "where ", "when ")
_AROUND_STAMP = " .:()[]|–—-"
_TOWNS = frozenset({"city", "unknown"})


class Scene:
    """The mentions of one document, and the way from a place in the text to its mention."""

    def __init__(
        self,
        document: Document,
        dates: Iterable[Claim],
        places: Iterable[Claim],
        counted: Iterable[tuple[Sentence, int]],
        *,
        terms: bool = True,
    ) -> None:
        """Work out the mentions; ``counted`` gives each count's sentence and character in it."""
        self._document = document
        self._published = document.article.published
        self._starts = Starts(document)
        self._segments = cut_into_segments(document)
        self._older = older_entries(document)
        self._fill(self._of_the_article(dates), self._of_the_article(places), counted)
        self._subject = Subject(document, self._segments, self._older)
        self._drafts: list[Draft] = [self._subject.draft()]
        self._owner: dict[int, int] = {}
        self._assign()
        self.mentions = tuple(self._finished(terms=terms))

    def mention_of(self, sentence: Sentence, character: int) -> str:
        """Id of the mention that the words at ``character`` of the sentence's text belong to."""
        segment = self._at(sentence, character)
        return f"m{self._owner.get(id(segment), 0) + 1}"

    def sentence(self, claim: Claim) -> Sentence:
        """The sentence that a claim of this document was read in."""
        return self._starts.sentence(claim)

    # -- gathering -----------------------------------------------------------------------------

    def _of_the_article(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims of the article itself, not of what its page shows beside it."""
        aside = self._document.of_the_page
        if not aside:
            return list(claims)
        return [claim for claim in claims if self.sentence(claim).index not in aside]

    def _at(self, sentence: Sentence, character: int) -> Segment:
        segments = self._segments[sentence.index]
        for segment in segments:
            if character < segment.end:
                return segment
        return segments[-1]

    def _fill(
        self,
        dates: Iterable[Claim],
        places: Iterable[Claim],
        counted: Iterable[tuple[Sentence, int]],
    ) -> None:
        for sentence, segments in zip(self._document.sentences, self._segments, strict=True):
            if not may_name_kind(sentence.lower, sentence.words):
                continue
            for segment in segments:
                text = sentence.text[segment.start : segment.end]
                words = sentence.words if len(segments) == 1 else None
                segment.kinds = [
                    kind
                    for start, _, kind in kinds_in(text, words)
                    if kind != "drill" or not is_beside_drill(text, start)
                ]
        starts = self._starts
        for claim in dates:
            sentence = starts.sentence(claim)
            at = claim.span.start - sentence.span.start
            before = sentence.text[:at]
            when = claim.when
            segment = self._at(sentence, at)
            if when.first is None and when.weekday is None:
                segment.earlier = segment.earlier or bool(EARLIER.search(claim.said))
                continue
            if SINCE.search(before):
                segment.since.append(when)
                following = self._following(segment)
                if following is not None and sentence.text[following.start :].startswith(
                    ("when", "where")
                ):
                    following.whens.append(when)
            elif not self._is_of_the_page(sentence, claim):
                segment.whens.append(when)
                segment.dated.append((bearing_of(sentence, claim), when))
        for claim in places:
            sentence = starts.sentence(claim)
            if not is_notice(sentence):
                at = claim.span.start - sentence.span.start
                self._at(sentence, at).places.append(claim.place)
        for sentence, character in counted:
            self._at(sentence, character).counts = True

    def _is_of_the_page(self, sentence: Sentence, claim: Claim) -> bool:
        """Whether a time is that of a page, a recording, or the first line of a live entry."""
        before = sentence.lower[: claim.span.start - sentence.span.start]
        if NOT_THE_EVENT.search(before) or STAMPED.search(before):
            return True
        # Of a live page the time that opens an entry is that of writing, as is one by itself.
        opens = not before.strip(_AROUND_STAMP)
        return bool(self._older) and opens and claim.when.grain is Grain.MINUTE

    def _following(self, segment: Segment) -> Segment | None:
        segments = self._segments[segment.sentence.index]
        index = next(i for i, s in enumerate(segments) if s is segment) + 1
        return segments[index] if index < len(segments) else None

    # -- background ----------------------------------------------------------------------------

    def _assign(self) -> None:
        """Give every segment to a mention, in the order of the text."""
        before: tuple[int, int, int] | None = None  # owner, paragraph, sentence
        for sentence in self._document.sentences:
            for segment in self._segments[sentence.index]:
                owner = self._owner_of(segment, before)
                self._owner[id(segment)] = owner
                if sentence.field is Field.TEXT:
                    before = (owner, sentence.paragraph, sentence.index)

    def _owner_of(self, segment: Segment, before: tuple[int, int, int] | None) -> int:
        if segment.sentence.field in (Field.URL, Field.CREDIT, Field.METADATA):
            return 0
        own = self._by_entry(segment)
        if own is None:
            own = self._by_order(segment)
        if own is None:
            own = self._by_sequence(segment)
        if own is None:
            own = self._by_shock(segment)
        if own is None:
            own = self._by_weekday(segment)
        if own is None:
            own = self._by_time(segment)
        if own is None:
            own = self._by_place(segment)
        if own is None:
            own = self._by_kind(segment)
        if own is not None:
            return own
        if segment.sentence.field is not Field.TEXT or before is None:
            return 0
        return self._goes_on(segment, before)

    def _by_weekday(self, segment: Segment) -> int | None:
        """Another weekday and another kind: "the drone strike on Sunday" beside Monday's rockets.

        A second pile-up of one morning, told of as the second, is another happening too.
        """
        main = self._drafts[0]
        kinds = segment.happenings
        if self._counts_two and self._is_second(segment):
            return self._second(segment)
        if main.when is None or not kinds or main.kind in AFTERMATH:
            return None
        narrow = [k for k in kinds if not any(k != o and k in wider(o) for o in kinds)]
        if any(k in wider(main.kind) or main.kind in wider(k) for k in narrow):
            return None
        for when in segment.whens:
            day, own = weekday_of(when), weekday_of(main.when)
            if None not in (day, own) and day != own and not self._subject.is_future(when):
                return self._background(segment, when)
        return None

    def _by_shock(self, segment: Segment) -> int | None:
        """The shock before, in a report on an aftershock."""
        main = self._drafts[0]
        if main.kind != AFTERSHOCK or segment.sentence.field is not Field.TEXT:
            return None
        if is_of_main_shock(segment, main, own_toll=self._has_own_toll):
            return self._background(segment, self._own_when(segment), SHOCK)
        return None

    @cached_property
    def _has_own_toll(self) -> bool:
        return has_own_toll(segment for segments in self._segments for segment in segments)

    def _by_order(self, segment: Segment) -> int | None:
        """The first of a series of which the article tells the second, told after a colon."""
        text = segment.sentence.text
        if segment.start == 0 or not segment.tells:
            return None
        if not ORDINAL_OF_SERIES.search(text[: segment.start]):
            return None
        if not (HAD.search(text, segment.start, segment.end) or segment.earlier):
            return None
        return self._background(segment, self._own_when(segment))

    def _by_sequence(self, segment: Segment) -> int | None:
        """The one before, where a report says how long before: "days after a fire in Orsk"."""
        whole = self._segments[segment.sentence.index]
        if not is_after_another(segment, whole) or not self._elsewhere(segment):
            return None
        return self._background(segment, self._own_when(segment), self._drafts[0].kind)

    @cached_property
    def _counts_two(self) -> bool:
        """Whether the headline or the first sentence says that it tells of two happenings."""
        return any(TWO.search(segment.sentence.text) for segment in islice(self._subject.lead(), 2))

    def _is_second(self, segment: Segment) -> bool:
        """As in "the second fire", "in the most recent crash, which happened overnight"."""
        text = segment.sentence.text
        if segment.start and text.startswith(_RELATIVES, segment.start):
            text = text[: segment.end]
        else:
            text = text[segment.start : segment.end]
        latest = LATEST.search(text)
        return bool(SECOND.search(text) or (latest and kinds_in(text[latest.end() :])))

    def _second(self, segment: Segment) -> int:
        """The background mention of the second of two alike happenings."""
        main = self._drafts[0]
        for index, draft in enumerate(self._drafts[1:], 1):
            if draft.kind == main.kind and draft.when == main.when:
                return index
        text = segment.sentence.text[segment.start : segment.end].strip(" ,;")
        title = " ".join(text.split()[:12])
        self._drafts.append(Draft(main.kind, main.when, list(main.places), title, background=True))
        return len(self._drafts) - 1

    def _by_entry(self, segment: Segment) -> int | None:
        """An older entry of a live page tells of another happening where it names another place."""
        if (
            segment.sentence.field is not Field.TEXT
            or segment.sentence.paragraph not in self._older
        ):
            return None
        spots = [p for p in segment.places if p.role is PlaceRole.EVENT and p.type != "country"]
        if spots and segment.tells and self._first_spot(spots):
            return self._background(segment, self._own_when(segment))
        return None

    def _first_spot(self, spots: list[Place]) -> bool:
        main = self._drafts[0].places
        return bool(main) and not any(related(s, p) != "apart" for s in spots[:1] for p in main)

    def _by_time(self, segment: Segment) -> int | None:
        tells = segment.tells
        if (
            segment.earlier
            and tells
            and not segment.whens
            and segment.sentence.index > LEAD_SENTENCES
        ):
            return self._background(segment, None)
        if not segment.whens:
            return None
        main = self._drafts[0]
        for when in segment.whens:
            if when.grain is Grain.MINUTE and len(segment.whens) > 1:
                continue
            if main.when is None:
                if self._subject.is_old(when) and tells:
                    return self._background(segment, when)
                continue
            if tells and self._is_of_another(segment, when, main.when):
                return self._background(segment, when)
        tells_main = main.when is not None and any(meet(w, main.when) for w in segment.whens)
        if tells_main and not self._kind_apart(segment) and not self._elsewhere(segment):
            return 0
        return None

    def _is_of_another(self, segment: Segment, when: When, main: When) -> bool:
        """Whether a time in a telling stretch is not that of what the article is about."""
        if when.first is None and main.first is None and weekday_of(main) is None:
            return False
        if self._subject.is_future(when):
            return False
        if meet(when, main):
            return when.grain in MONTHS and main.grain in DAYS and self._names_another_town(segment)
        if any(meet(o, main) and o.grain is not Grain.MINUTE for o in segment.whens):
            return False
        # "officials said on Monday that Sunday's attack …"
        return not self._is_publication(when) or (bool(segment.kinds) and self._kind_apart(segment))

    def _names_another_town(self, segment: Segment) -> bool:
        """Whether it is set in towns that are not known to be the main one, or in it.

        With no more than a month or a year to it, "in January" is not how a report dates its own
        happening of a day in January: "In January, a fire in Temna killed three".
        """
        towns = [p for p in segment.places if p.role is PlaceRole.EVENT and p.type in _TOWNS]
        main = self._drafts[0].places
        return bool(towns and main) and all(
            related(town, place) in ("apart", "unknown") for town in towns for place in main
        )

    def _kind_apart(self, segment: Segment) -> bool:
        main = self._drafts[0].kind
        kinds = segment.happenings
        return bool(kinds and main) and not any(can_be_one(kind, main) for kind in kinds)

    def _is_publication(self, when: When) -> bool:
        if self._published is None or when.first is None:
            return False
        return when.first.date() == self._published.day

    def _elsewhere(self, segment: Segment) -> bool:
        main = self._drafts[0].places
        spots = [p for p in segment.places if p.role is PlaceRole.EVENT and p.type != "country"]
        if not spots or not main:
            return False
        return all(_apart(spot, main) for spot in spots)

    def _by_place(self, segment: Segment) -> int | None:
        if not segment.tells or not self._elsewhere(segment):
            return None
        text = segment.sentence.text[segment.start : segment.end]
        if ANOTHER.search(text) or self._kind_apart(segment):
            return self._background(segment, self._own_when(segment) or self._drafts[0].when)
        return None

    def _own_when(self, segment: Segment) -> When | None:
        """The first time of a stretch; the day of a funeral is not that of what it follows."""
        main = self._drafts[0]
        whens = segment.whens
        if main.kind in AFTERMATH and main.when is not None:
            whens = [when for when in whens if not meet(when, main.when)]
        return whens[0] if whens else None

    def _by_kind(self, segment: Segment) -> int | None:
        """A kind that only a background mention has: "the weekend airstrike"."""
        kinds = segment.happenings
        if not kinds:
            return None
        main = self._drafts[0]
        if any(kind in wider(main.kind) or main.kind in wider(kind) for kind in kinds):
            return None
        for index, draft in enumerate(self._drafts[1:], 1):
            if any(kind == draft.kind or draft.kind in wider(kind) for kind in kinds):
                return index
        if main.kind in AFTERMATH and main.kind != "drill" and segment.counts:
            return self._background(segment, self._own_when(segment))
        return None

    def _goes_on(self, segment: Segment, before: tuple[int, int, int]) -> int:
        owner, paragraph, index = before
        if owner == 0:
            return 0
        sentence = segment.sentence
        if sentence.index == index and not segment.kinds:
            return owner
        draft, main = self._drafts[owner], self._drafts[0]
        fits = all(can_be_one(kind, draft.kind) for kind in segment.kinds)
        closer = any(
            can_be_one(kind, main.kind) and not can_be_one(kind, draft.kind)
            for kind in segment.kinds
        )
        if not fits or closer or segment.whens or sentence.index - index > 1:
            return 0
        if paragraph == sentence.paragraph and sentence.index != index:
            return owner
        return owner if GOES_ON.match(sentence.text) and segment.start == 0 else 0

    def _background(self, segment: Segment, when: When | None, known: str = "") -> int:
        """The background mention of this time, place and kind, made if there is none yet.

        ``known`` is the kind, where it does not have to be told by the words.
        """
        kinds = [known] if known else segment.happenings
        kind = kinds[0] if kinds else ""
        for other in kinds[1:]:
            kind = other if kind in wider(other) else kind
        text = segment.sentence.text[segment.start : segment.end].strip(" ,;")
        befell = segment.counts or names_happening(text)
        if not befell:
            kind = ""
        places = [p for p in segment.places if p.role in (PlaceRole.EVENT, PlaceRole.OTHER)]
        for index, draft in enumerate(self._drafts[1:], 1):
            same_time = (when is None or draft.when is None) or (
                meet(when, draft.when, timedelta(0)) and when.grain == draft.when.grain
            )
            same_place = (
                not places
                or not draft.places
                or any(
                    related(p, q) in ("same", "a-in-b", "b-in-a")
                    for p in places
                    for q in draft.places
                )
            )
            if (
                same_time
                and same_place
                and can_be_one(kind, draft.kind)
                and (when or kind == draft.kind)
            ):
                if not draft.kind or draft.kind in wider(kind):
                    draft.kind = kind
                return index
        if befell and kind == "" and self._drafts[0].kind not in AFTERMATH | frames():
            kind = self._drafts[0].kind
        self._drafts.append(Draft(kind, when, places, " ".join(text.split()[:12]), background=True))
        return len(self._drafts) - 1

    def _finished(self, *, terms: bool) -> Iterator[Mention]:
        for number, draft in enumerate(self._drafts, 1):
            yield Mention(
                id=f"m{number}",
                kind=draft.kind,
                when=draft.when,
                places=tuple(draft.places),
                background=draft.background,
                terms=self._terms(number - 1) if terms else (),
                title=draft.title,
                hypothetical=draft.hypothetical,
            )

    def _terms(self, number: int) -> tuple[str, ...]:
        """The words of a background mention are its own; the main one has the whole article's."""
        if number == 0:
            text = [sentence.text for sentence in told(self._document)]
            return salient_terms(headline_of(self._document.article), text)
        own = [
            segment.sentence.text[segment.start : segment.end]
            for segments in self._segments
            for segment in segments
            if self._owner.get(id(segment)) == number
        ]
        return salient_terms("", own) + self._surroundings(self._drafts[number])

    def _surroundings(self, told: Draft) -> tuple[str, ...]:
        """Beside what something is told in passing; and where, if no place of its own is named."""
        main = self._drafts[0]
        kind = "" if main.kind in frames() else main.kind
        places = [] if told.places else [p.key for p in main.places if p.type != "country"]
        return surroundings(kind, places)


def _apart(spot: Place, main: list[Place]) -> bool:
    """Whether a place is another than all of these, as far as is known."""
    if any(related(spot, place) in ("same", "a-in-b", "b-in-a") for place in main):
        return False
    return any(related(spot, place) == "apart" for place in main)
