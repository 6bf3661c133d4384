"""The happenings an article speaks of, and which of its statements belong to which.

One mention is what the article is about; the others are background: an earlier attack, a separate
accident, the fire over which somebody now stands trial. Each stretch of text is given to a mention
by what it says of time, place and kind; where it says nothing, it goes on with the one before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from checkers.language.document import Document, Sentence
from checkers.language.gazetteer import related
from checkers.language.kinds import can_be_one, frames, kinds_in, wider
from checkers.language.terms import salient_terms
from checkers.model import Anchor, Claim, Field, Grain, Mention, Place, PlaceRole, Stamp, When

_CUT = re.compile(
    r"[;]\s*|[—–]\s|,\s(?=(?:when|where|while|which|but|after an?|following an?)\b)"
    r"|\s(?=after (?:an?|the|his|her|their|its|some|two|three|\w+ing|\w+ \w+ed)\b)"
    r"|\s(?=(?:while|whereas)\s)|\s-\s|\b(?=since \d{4},)"
)
_NOT_THE_EVENT = re.compile(
    r"\b(?:until|till|by|before|built in|opened in|founded in|born (?:in|on)|dates? (?:from|back to)|dated|"
    r"due (?:on|in)|scheduled for|expected (?:on|in|by)|from)\s*(?:the\s|about\s)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s*(?:the\s)?(?:early\s|late\s)?$", re.IGNORECASE)
# A time right after these is that of the report, not of the happening.
_REPORTED = re.compile(
    r"\b(?:said|says|reported|announced|told \w+(?: \w+)?|confirmed|cut|raised|revised|spoke|statement|"
    r"warned|added|condemned|promised|stood at|wrote|tweeted|counted|issued|visited|stay(?:ed)? in hospital)"
    r"(?:\s+(?:late|early|shortly|just))?(?:\s+(?:on|in the|at|by|around|about|before|after|shortly before))?\s*$"
    r"|\b(?:officials|police|ministry|authorities|office|minister|president|army|government) "
    r"(?:in [A-Z]\w+ )?on\s*$"
    r"|\b(?:reached|risen to|rose (?:from \S+ )?to|climbed (?:from \S+ )?to|stands at|passed|hit)"
    r"\s+\S+\s+(?:late |early )?on\s*$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:separate(?:ly)?|another|elsewhere|second|other|similar|earlier|previous|also on|in a different|"
    r"unrelated|neighbouring|last)\b",
    re.IGNORECASE,
)
_SEPARATE = re.compile(r"\b(?:separate(?:ly)?|another|elsewhere|unrelated)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"^[\"']?(?:The (?:total|death|number|toll|victims?|dead|attack|blast|strike|bombing|shooting|crash|explosion|"
    r"incident|fire|quake|injured|wounded|survivors)|It|They|Most|Many|Some of|Both|All of|Among|Of (?:the|those)|"
    r"He|She|That|Those|Residents told)\b"
)
_TWO = re.compile(r"\b(?:two|both) (?:separate|different|unrelated|distinct)\b", re.IGNORECASE)
_SECOND = re.compile(
    r"\b(?:the|a) (?:second|other)\b(?! (?:time|day|week|hand|floor))", re.IGNORECASE
)
_ENTRY = re.compile(r"\d{1,2}[:.]\d{2}\b")
_FEWEST_ENTRIES = 3  # paragraphs that begin with a time of day, from which a page is a live one
_EARLIER = re.compile(r"\b(?:earlier|last|previous|ago)\b", re.IGNORECASE)
_AFTERMATH = frozenset({"trial", "memorial", "funeral", "drill"})
_SPECIFIC = {"site": 0, "city": 1, "unknown": 2, "region": 3, "country": 4}
_LEAD_SENTENCES = 4
# A narrower kind is taken when it is named at least this often beside the wider one: a report on
# an earthquake may speak of aftershocks once.
_NARROWS = 0.3
# Beyond this before publication, a date in the lead is history, not the news of the day. A guess
# that leaves room for weekly papers and late inquiries.
_NEWS_AGE = timedelta(days=45)
_DAYS = frozenset({Grain.DAY, Grain.PART, Grain.MINUTE})
_LONG = frozenset({Grain.WEEK, Grain.MONTH, Grain.YEAR})
_SAME_TIME = timedelta(hours=18)  # two accounts of one happening may differ by a night


@dataclass(frozen=True, slots=True)
class _Bearing:
    """What the words around a date say of it.

    Attributes:
        reported: It is when somebody said so.
        of: Kinds of what it dates as a possessive: "Sunday's collapse".
    """

    reported: bool
    of: tuple[str, ...]

    def points(self, kind: str) -> int:
        """How surely it is the date of a happening of this kind."""
        if self.reported:
            return -3
        if not self.of:
            return 0
        return 3 if any(can_be_one(k, kind) and k not in frames() for k in self.of) else -1


@dataclass(slots=True)
class _Segment:
    """A stretch of a sentence that speaks of one happening, with what it says of it."""

    sentence: Sentence
    start: int
    end: int
    kinds: list[str] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)
    dated: list[tuple[_Bearing, When]] = field(default_factory=list)
    since: list[When] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    counts: bool = False
    earlier: bool = False  # an unresolved time that lies back: "earlier this month"


@dataclass(slots=True)
class _Draft:
    """A mention in the making."""

    kind: str
    when: When | None
    places: list[Place]
    title: str
    background: bool
    hypothetical: bool = False


class Scene:
    """The mentions of one document, and the way from a place in the text to its mention."""

    def __init__(
        self,
        document: Document,
        dates: Iterable[Claim],
        places: Iterable[Claim],
        counted: Iterable[tuple[Sentence, int]],
    ) -> None:
        """Work out the mentions; ``counted`` gives each count's sentence and character in it."""
        self._document = document
        self._published = document.article.published
        self._starts = _Starts(document)
        self._segments = _segments(document)
        self._fill(dates, places, counted)
        self._older = _older_entries(document)
        self._drafts: list[_Draft] = [self._main()]
        self._owner: dict[int, int] = {}
        self._assign()
        self.mentions = tuple(self._finished())

    def mention_of(self, sentence: Sentence, character: int) -> str:
        """Id of the mention that the words at ``character`` of the sentence's text belong to."""
        segment = self._at(sentence, character)
        return f"m{self._owner.get(id(segment), 0) + 1}"

    def sentence(self, claim: Claim) -> Sentence:
        """The sentence that a claim of this document was read in."""
        return self._starts.sentence(claim)

    # -- gathering -----------------------------------------------------------------------------

    def _at(self, sentence: Sentence, character: int) -> _Segment:
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
        for segments in self._segments:
            for segment in segments:
                text = segment.sentence.text[segment.start : segment.end]
                segment.kinds = [kind for _, _, kind in kinds_in(text)]
        starts = self._starts
        for claim in dates:
            sentence = starts.sentence(claim)
            at = claim.span.start - sentence.span.start
            before = sentence.text[:at]
            when = claim.when
            segment = self._at(sentence, at)
            if when.first is None and when.weekday is None:
                segment.earlier = segment.earlier or bool(_EARLIER.search(claim.said))
                continue
            if _SINCE.search(before):
                segment.since.append(when)
                following = self._following(segment)
                if following is not None and sentence.text[following.start :].startswith(
                    ("when", "where")
                ):
                    following.whens.append(when)
            elif not _NOT_THE_EVENT.search(before):
                segment.whens.append(when)
                segment.dated.append((_bearing(sentence, claim), when))
        for claim in places:
            sentence = starts.sentence(claim)
            self._at(sentence, claim.span.start - sentence.span.start).places.append(claim.place)
        for sentence, character in counted:
            self._at(sentence, character).counts = True

    def _following(self, segment: _Segment) -> _Segment | None:
        segments = self._segments[segment.sentence.index]
        index = next(i for i, s in enumerate(segments) if s is segment) + 1
        return segments[index] if index < len(segments) else None

    def _lead(self) -> Iterator[_Segment]:
        taken = 0
        for sentence in self._document.of(Field.TITLE, Field.TEXT):
            if taken > _LEAD_SENTENCES:
                return
            if sentence.field is Field.TEXT and sentence.paragraph in self._older:
                return
            taken += 1
            yield from self._segments[sentence.index]

    # -- the main mention ----------------------------------------------------------------------

    def _main(self) -> _Draft:
        kind = self._main_kind()
        when = self._main_when(kind)
        title = self._document.article.title or self._first_words()
        places = self._main_places(kind)
        draft = _Draft(kind, when, places, title, background=False, hypothetical=kind == "drill")
        return draft

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
                old = any(self._is_old(when) for when in segment.whens)
                for kind in segment.kinds:
                    if kind not in seen:
                        votes[kind] += weight * (0.25 if old else 1)  # type: ignore[assignment]
                        seen.add(kind)
            if position > 12:
                break
        lead_kinds = {kind for segment in self._lead() for kind in segment.kinds}
        aftermath = [k for k in _AFTERMATH if k in lead_kinds and votes[k] >= 3]
        if aftermath and self._tells_aftermath():
            return max(aftermath, key=lambda kind: votes[kind])
        scores = {}
        for kind, own in votes.items():
            above = [votes[parent] for parent in wider(kind) if parent != kind]
            if kind not in frames() and own >= _NARROWS * max(above, default=0):
                scores[kind] = own + sum(above)
        if not scores:
            return votes.most_common(1)[0][0] if votes else ""
        return max(
            scores, key=lambda kind: (scores[kind] * (1 if kind in lead_kinds else 0.6), kind)
        )

    def _tells_aftermath(self) -> bool:
        """Whether a trial, funeral or drill is the news, and not only spoken of."""
        segments = list(self._lead())[:3]
        found = [kind for segment in segments for kind in segment.kinds]
        first = next((kind for kind in found), "")
        return first in _AFTERMATH or sum(kind in _AFTERMATH for kind in found) >= 2

    def _main_when(self, kind: str) -> When | None:
        usable = [
            (bearing.points(kind) + self._weight(segment), when)
            for segment in self._lead()
            for bearing, when in segment.dated
            if not (self._is_old(when) and (kind in _AFTERMATH or self._published))
            and not self._is_future(when)
        ]
        usable = [(points, when) for points, when in usable if points >= 0]
        fine = [(points, when) for points, when in usable if when.grain in _DAYS]
        if not self._published:
            fine = fine or usable
        if not fine:
            return self._minute_of(None, kind)
        best = max(fine, key=lambda item: item[0])[1]  # the first of those that bear most
        if best.first is None:
            dated = [when for _, when in fine if when.first is not None]
            best = (dated[0] if dated else self._captioned([best])) or best
        if best.first is None or best.grain is Grain.MINUTE:
            return best
        return self._minute_of(best, kind) or best

    def _weight(self, segment: _Segment) -> int:
        """How much a stretch that holds a date tells of the happening itself.

        "The pass was closed on Saturday | after an avalanche …": the second half tells of it.
        """
        if segment.kinds or segment.counts:
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
                    full = when.anchor is Anchor.ABSOLUTE and when.grain in _DAYS
                    if full and all(_weekday(when) == _weekday(other) for other in whens[:1]):
                        return when
        return None

    def _minute_of(self, when: When | None, kind: str) -> When | None:
        """The time of day that the text gives for what the article is about."""
        for sentence in self._document.of(Field.TEXT):
            if sentence.index > 8:
                return None
            for segment in self._segments[sentence.index]:
                named = [k for k in segment.kinds if k not in frames()]
                if not named or not all(can_be_one(k, kind) for k in named):
                    continue
                for bearing, other in segment.dated:
                    fits = when is None or _inside(other, when)
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

    def _main_places(self, kind: str) -> list[Place]:
        found: dict[str, Place] = {}
        datelines: dict[str, Place] = {}
        for segment in self._lead():
            later = segment.start or segment.sentence.index > 1
            text = segment.sentence.text[segment.start : segment.end]
            if later and _SEPARATE.search(text) and not _TWO.search(text):
                continue
            for place in segment.places:
                if place.role in (PlaceRole.EVENT, PlaceRole.OTHER):
                    found.setdefault(place.key, place)
                elif place.role is PlaceRole.DATELINE:
                    datelines.setdefault(place.key, place)
        if not any(p.type in ("city", "site", "unknown") for p in found.values()):
            found |= datelines or self._spots_of(kind)
        return sorted(found.values(), key=lambda place: _SPECIFIC.get(place.type, 2))

    def _is_old(self, when: When) -> bool:
        if self._published is None or when.last is None:
            return False
        return when.last < _moment(self._published, when.last) - _NEWS_AGE

    def _is_future(self, when: When) -> bool:
        if self._published is None or when.first is None:
            return False
        return when.first > _moment(self._published, when.first) + timedelta(days=1)

    def _first_words(self) -> str:
        first = next(iter(self._document.of(Field.TEXT)), None)
        return " ".join(first.text.split()[:9]) if first else ""

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

    def _owner_of(self, segment: _Segment, before: tuple[int, int, int] | None) -> int:
        if segment.sentence.field in (Field.URL, Field.CREDIT, Field.METADATA):
            return 0
        own = self._by_entry(segment)
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

    def _by_weekday(self, segment: _Segment) -> int | None:
        """Another weekday and another kind: "the drone strike on Sunday" beside Monday's rockets.

        A second pile-up of one morning, told of as the second, is another happening too.
        """
        main = self._drafts[0]
        kinds = [k for k in segment.kinds if k not in frames()]
        text = segment.sentence.text[segment.start : segment.end]
        if self._counts_two() and _SECOND.search(text):
            return self._second(segment)
        if main.when is None or not kinds or main.kind in _AFTERMATH:
            return None
        if any(k in wider(main.kind) or main.kind in wider(k) for k in kinds):
            return None
        for when in segment.whens:
            day, own = _weekday(when), _weekday(main.when)
            if None not in (day, own) and day != own and not self._is_future(when):
                return self._background(segment, when)
        return None

    def _counts_two(self) -> bool:
        """Whether the headline or the first sentence says that it tells of two happenings."""
        return any(_TWO.search(segment.sentence.text) for segment in list(self._lead())[:2])

    def _second(self, segment: _Segment) -> int:
        """The background mention of the second of two alike happenings."""
        main = self._drafts[0]
        for index, draft in enumerate(self._drafts[1:], 1):
            if draft.kind == main.kind and draft.when == main.when:
                return index
        text = segment.sentence.text[segment.start : segment.end].strip(" ,;")
        title = " ".join(text.split()[:12])
        self._drafts.append(_Draft(main.kind, main.when, list(main.places), title, background=True))
        return len(self._drafts) - 1

    def _by_entry(self, segment: _Segment) -> int | None:
        """An older entry of a live page tells of another happening where it names another place."""
        if (
            segment.sentence.field is not Field.TEXT
            or segment.sentence.paragraph not in self._older
        ):
            return None
        spots = [p for p in segment.places if p.role is PlaceRole.EVENT and p.type != "country"]
        kinds = [k for k in segment.kinds if k not in frames()]
        if spots and (kinds or segment.counts) and self._first_spot(spots):
            return self._background(segment, self._own_when(segment))
        return None

    def _first_spot(self, spots: list[Place]) -> bool:
        main = self._drafts[0].places
        return bool(main) and not any(related(s, p) != "apart" for s in spots[:1] for p in main)

    def _by_time(self, segment: _Segment) -> int | None:
        tells = segment.counts or any(kind not in frames() for kind in segment.kinds)
        if (
            segment.earlier
            and tells
            and not segment.whens
            and segment.sentence.index > _LEAD_SENTENCES
        ):
            return self._background(segment, None)
        if not segment.whens:
            return None
        main = self._drafts[0]
        for when in segment.whens:
            if when.grain is Grain.MINUTE and len(segment.whens) > 1:
                continue
            if main.when is None:
                if self._is_old(when) and tells:
                    return self._background(segment, when)
                continue
            if when.first is None and main.when.first is None and _weekday(main.when) is None:
                continue
            if _meet(when, main.when) or (not self._is_old(when) and not tells):
                continue
            if self._is_future(when) or not tells:
                continue
            if any(
                _meet(other, main.when) and other.grain is not Grain.MINUTE
                for other in segment.whens
            ):
                continue
            if self._is_publication(when) and segment.kinds and not self._kind_apart(segment):
                continue  # "officials said on Monday that Sunday's attack …"
            if self._is_publication(when) and not segment.kinds:
                continue
            return self._background(segment, when)
        tells_main = main.when is not None and any(_meet(w, main.when) for w in segment.whens)
        if tells_main and not self._kind_apart(segment) and not self._elsewhere(segment):
            return 0
        return None

    def _kind_apart(self, segment: _Segment) -> bool:
        main = self._drafts[0].kind
        kinds = [k for k in segment.kinds if k not in frames()]
        return bool(kinds and main) and not any(can_be_one(kind, main) for kind in kinds)

    def _is_publication(self, when: When) -> bool:
        if self._published is None or when.first is None:
            return False
        return when.first.date() == self._published.day

    def _elsewhere(self, segment: _Segment) -> bool:
        main = self._drafts[0].places
        spots = [p for p in segment.places if p.role is PlaceRole.EVENT and p.type != "country"]
        if not spots or not main:
            return False
        return all(_apart(spot, main) for spot in spots)

    def _by_place(self, segment: _Segment) -> int | None:
        tells = segment.counts or any(kind not in frames() for kind in segment.kinds)
        if not tells or not self._elsewhere(segment):
            return None
        text = segment.sentence.text[segment.start : segment.end]
        if _ANOTHER.search(text) or self._kind_apart(segment):
            return self._background(segment, self._own_when(segment) or self._drafts[0].when)
        return None

    def _own_when(self, segment: _Segment) -> When | None:
        return segment.whens[0] if segment.whens else None

    def _by_kind(self, segment: _Segment) -> int | None:
        """A kind that only a background mention has: "the weekend airstrike"."""
        kinds = [k for k in segment.kinds if k not in frames()]
        if not kinds:
            return None
        main = self._drafts[0]
        if any(kind in wider(main.kind) or main.kind in wider(kind) for kind in kinds):
            return None
        for index, draft in enumerate(self._drafts[1:], 1):
            if any(kind == draft.kind or draft.kind in wider(kind) for kind in kinds):
                return index
        if main.kind in _AFTERMATH and segment.counts:
            return self._background(segment, self._own_when(segment))
        return None

    def _goes_on(self, segment: _Segment, before: tuple[int, int, int]) -> int:
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
        return owner if _GOES_ON.match(sentence.text) and segment.start == 0 else 0

    def _background(self, segment: _Segment, when: When | None) -> int:
        """The background mention of this time, place and kind, made if there is none yet."""
        kinds = [k for k in segment.kinds if k not in frames()]
        kind = kinds[0] if kinds else ""
        for other in kinds[1:]:
            kind = other if kind in wider(other) else kind
        places = [p for p in segment.places if p.role in (PlaceRole.EVENT, PlaceRole.OTHER)]
        for index, draft in enumerate(self._drafts[1:], 1):
            same_time = (when is None or draft.when is None) or (
                _meet(when, draft.when, timedelta(0)) and when.grain == draft.when.grain
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
                if draft.kind in wider(kind):
                    draft.kind = kind
                return index
        text = segment.sentence.text[segment.start : segment.end].strip(" ,;")
        if kind == "" and self._drafts[0].kind not in _AFTERMATH | frames():
            kind = self._drafts[0].kind
        self._drafts.append(
            _Draft(kind, when, places, " ".join(text.split()[:12]), background=True)
        )
        return len(self._drafts) - 1

    def _finished(self) -> Iterator[Mention]:
        for number, draft in enumerate(self._drafts, 1):
            yield Mention(
                id=f"m{number}",
                kind=draft.kind,
                when=draft.when,
                places=tuple(draft.places),
                background=draft.background,
                terms=self._terms(number - 1),
                title=draft.title,
                hypothetical=draft.hypothetical,
            )

    def _terms(self, number: int) -> tuple[str, ...]:
        """The words of a background mention are its own; the main one has the whole article's."""
        if number == 0:
            text = [sentence.text for sentence in self._document.of(Field.TEXT)]
            return salient_terms(self._document.article.title, text)
        own = [
            segment.sentence.text[segment.start : segment.end]
            for segments in self._segments
            for segment in segments
            if self._owner.get(id(segment)) == number
        ]
        return salient_terms("", own)


def _older_entries(document: Document) -> frozenset[int]:
    """Numbers of the paragraphs of a live page that are below its newest entry."""
    starts: dict[int, str] = {}
    for sentence in document.of(Field.TEXT):
        starts.setdefault(sentence.paragraph, sentence.text)
    entries = [number for number, text in starts.items() if _ENTRY.match(text)]
    if len(entries) < _FEWEST_ENTRIES:
        return frozenset()
    return frozenset(number for number in starts if number >= entries[1])


def _bearing(sentence: Sentence, claim: Claim) -> _Bearing:
    start = claim.span.start - sentence.span.start
    end = claim.span.end - sentence.span.start
    after = sentence.text[end : end + 40]
    possessive = claim.said.endswith(("'s", "’s")) or after.startswith("'s ")
    of = [kind for _, _, kind in kinds_in(" ".join(after.split()[:5]))] if possessive else []
    return _Bearing(bool(_REPORTED.search(sentence.text[:start])), tuple(of))


class _Starts:
    """From a claim back to the sentence it was read in."""

    def __init__(self, document: Document) -> None:
        self._sentences = {
            (s.span.field, s.span.image, s.span.key, s.span.start): s for s in document.sentences
        }

    def sentence(self, claim: Claim) -> Sentence:
        """The sentence whose span the claim carries."""
        span = claim.sentence
        return self._sentences[(span.field, span.image, span.key, span.start)]


def _segments(document: Document) -> list[list[_Segment]]:
    """The segments of every sentence, by the sentence's index."""
    whole = []
    for sentence in document.sentences:
        cuts = [0]
        if sentence.field is Field.TEXT:
            cuts += [
                m.end()
                for m in _CUT.finditer(sentence.text)
                if 8 < m.end() < len(sentence.text) - 8
            ]
        ends = [*cuts[1:], len(sentence.text)]
        whole.append([_Segment(sentence, a, b) for a, b in zip(cuts, ends, strict=True)])
    return whole


def _moment(stamp: Stamp, like: datetime) -> datetime:
    """The publication, aware or naive as ``like`` is."""
    return stamp.at if like.tzinfo else stamp.at.replace(tzinfo=None)


def _meet(a: When, b: When, slack: timedelta = _SAME_TIME) -> bool:
    """Whether two times can be one, give or take ``slack``."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return _weekday(a) == _weekday(b) or None in (_weekday(a), _weekday(b))
    if a.grain is Grain.MINUTE and b.grain is Grain.MINUTE:
        slack = timedelta(hours=3)
    elif {a.grain, b.grain} & _LONG:
        slack = timedelta(0)
    elif Grain.DAY in (a.grain, b.grain) and slack:
        slack = timedelta(hours=6)
    return a.first - slack <= b.last and b.first - slack <= a.last


def _weekday(when: When) -> str | None:
    """The weekday as written, or of the date where it is one day."""
    if when.weekday is not None:
        return when.weekday.lower()
    if when.first is not None and when.grain in (Grain.DAY, Grain.PART, Grain.MINUTE):
        return when.first.strftime("%A").lower()
    return None


def _inside(a: When, b: When) -> bool:
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return False
    return b.first <= a.first and a.last <= b.last


def _apart(spot: Place, main: list[Place]) -> bool:
    if any(related(spot, place) in ("same", "a-in-b", "b-in-a") for place in main):
        return False
    return any(related(spot, place) == "apart" for place in main)
