"""An article cut into stretches that each speak of one happening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from checkers.language.document import Document, Sentence
from checkers.language.kinds import can_be_one, frames, kinds_in, sequels
from checkers.language.mentions.cues import (
    ACCUSED_OF,
    AFTER_ONE,
    CUT,
    CUTTING_MARKS,
    CUTTING_WORDS,
    ENTRY,
    FOLLOWED,
    IT_CAME,
    REPORTED,
    THEN_FOLLOWED,
    TIME_AFTER,
)
from checkers.model import Claim, Field, Place, When

# A date belongs to the deed told at most so many characters before it.
_NEAR = 60
# Characters that the longest wordings of ``FOLLOWED`` and ``REPORTED`` take up.
_LONGEST_FOLLOWED = 40
_LONGEST_REPORTED = 80
_FOLLOWING = frozenset({"arrest"})
_HEARD = frozenset({"trial"})  # what is said in court is said on the day of the hearing
FEWEST_ENTRIES = 3  # paragraphs that begin with a time of day, from which a page is a live one


@dataclass(frozen=True, slots=True)
class Bearing:
    """What the words around a date say of it.

    Attributes:
        reported: It is when somebody said so.
        followed: It is when something was done about it: an arrest, a charge, a funeral.
        of: Kinds of what it dates as a possessive: "Sunday's collapse".
    """

    reported: bool
    followed: bool
    of: tuple[str, ...]

    def points(self, kind: str) -> int:
        """How surely it is the date of a happening of this kind."""
        reported = self.reported and kind not in _HEARD
        if reported or (self.followed and kind not in _FOLLOWING | sequels()):
            return -3
        if not self.of:
            return 0
        return 3 if any(can_be_one(k, kind) and k not in frames() for k in self.of) else -1


@dataclass(slots=True)
class Segment:
    """A stretch of a sentence that speaks of one happening, with what it says of it."""

    sentence: Sentence
    start: int
    end: int
    kinds: list[str] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)
    dated: list[tuple[Bearing, When]] = field(default_factory=list)
    since: list[When] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    counts: bool = False
    earlier: bool = False  # an unresolved time that lies back: "earlier this month"

    @property
    def happenings(self) -> list[str]:
        """The kinds it names, without those that only frame a report."""
        if not self.kinds:
            return self.kinds
        return [kind for kind in self.kinds if kind not in frames()]

    @property
    def tells(self) -> bool:
        """Whether it counts anybody or names a happening."""
        return self.counts or bool(self.happenings)


def is_after_another(segment: Segment, whole: Sequence[Segment]) -> bool:
    """Whether a stretch tells of a like happening before: "days after one in Orsk".

    Not of that which everything is about, as in "a search ended three days after a landslide".
    ``whole`` are the stretches of its sentence.
    """
    if segment.start == 0:
        return False
    lower = segment.sentence.lower
    following = AFTER_ONE.match(lower, segment.start, segment.end)
    if following is None or not TIME_AFTER.search(lower[: segment.start]):
        return False
    if IT_CAME.match(lower):
        return True
    before = [kind for one in whole if one.start < segment.start for kind in one.happenings]
    if following["such"] in ("one", "another"):
        return bool(before)
    return any(can_be_one(kind, other) for kind in before for other in segment.happenings)


@dataclass(slots=True)
class Draft:
    """A mention in the making."""

    kind: str
    when: When | None
    places: list[Place]
    title: str
    background: bool
    hypothetical: bool = False


def older_entries(document: Document) -> frozenset[int]:
    """Numbers of the paragraphs of a live page that are below its newest entry."""
    starts: dict[int, str] = {}
    for sentence in document.of(Field.TEXT):
        starts.setdefault(sentence.paragraph, sentence.text)
    entries = [number for number, text in starts.items() if ENTRY.match(text)]
    if len(entries) < FEWEST_ENTRIES:
        return frozenset()
    return frozenset(number for number in starts if number >= entries[1])


def bearing_of(sentence: Sentence, claim: Claim) -> Bearing:
    """What the words around a date of this sentence say of it."""
    start = claim.span.start - sentence.span.start
    end = claim.span.end - sentence.span.start
    after = sentence.text[end : end + 40]
    possessive = claim.said.endswith(("'s", "’s")) or after.startswith("'s ")
    of = [kind for _, _, kind in kinds_in(" ".join(after.split()[:5]))] if possessive else []
    before = sentence.lower[:start]
    followed = not of and (_follows(before) or bool(THEN_FOLLOWED.match(after)))
    reported = REPORTED.search(before, max(0, start - _LONGEST_REPORTED)) is not None
    return Bearing(reported, followed, tuple(of))


def _follows(before: str) -> bool:
    """Whether the last thing told before a date is what was done about a happening.

    ``before`` is what stands before the date, in lower case.
    """
    near = max(0, len(before) - _NEAR - _LONGEST_FOLLOWED)
    done = max((match.end() for match in FOLLOWED.finditer(before, near)), default=0)
    if not done or len(before) - done > _NEAR:
        return False
    told = [
        end
        for start, end, kind in kinds_in(before)
        if kind not in _FOLLOWING | sequels() and not ACCUSED_OF.search(before[:start])
    ]
    return done >= max(told, default=0)


class Starts:
    """From a claim back to the sentence it was read in."""

    def __init__(self, document: Document) -> None:
        self._sentences = {
            (s.span.field, s.span.image, s.span.key, s.span.start): s for s in document.sentences
        }

    def sentence(self, claim: Claim) -> Sentence:
        """The sentence whose span the claim carries."""
        span = claim.sentence
        return self._sentences[(span.field, span.image, span.key, span.start)]


def cut_into_segments(document: Document) -> list[list[Segment]]:
    """The segments of every sentence, by the sentence's index."""
    whole = []
    for sentence in document.sentences:
        text = sentence.text
        cuts = [0]
        if sentence.field is Field.TEXT and (
            not CUTTING_WORDS.isdisjoint(sentence.words)
            or any(map(text.__contains__, CUTTING_MARKS))
        ):
            cuts += [m.end() for m in CUT.finditer(text) if 8 < m.end() < len(text) - 8]
        ends = [*cuts[1:], len(text)]
        whole.append([Segment(sentence, a, b) for a, b in zip(cuts, ends, strict=True)])
    return whole
