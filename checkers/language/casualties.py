"""How many were killed, injured, missing, …: counted people tied to what befell them.

The grammar works on the tags of ``chunks``. A counted noun phrase is tied to a word for what
befell it by the phrase structure between the two ("12 people in the hall **were killed**",
"the blast **killed** 12 people"), never by nearness alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from checkers.language.chunks import Chunk, tag_row
from checkers.language.document import Sentence
from checkers.language.lexicon import mapped
from checkers.language.phrases import Finder
from checkers.model import Count, Field, Hedge, Role

# What may stand between a counted phrase and its verb: a prepositional phrase, something between
# commas, "including …", a relative clause. Lengths are in chunks.
_MODIFIER = r"(?:P[DnoQSRM]{1,9}|,[^;y\"]{1,16}?,|,?I[^;y\"]{1,12}?,?|W[^;,\"]{1,9}?|,y[^;]{1,6}?,)"
_SUBJECT_TO_VERB = re.compile(rf"(?P<mods>{_MODIFIER}*?),?W?(?P<aux>[HXRM]*)$")
_FARTHEST_VERB = 24  # chunks
_AGENT = frozenset({"by", "with"})
_NEGATION = frozenset({"not", "n't", "never", "without"})
_TREATED = re.compile(r"hospital|treat|condition|intensive|transported|admitted")
_ALSO_TELL = (
    "toll",
    "number",
    "count",
    "tally",
    "victim",
    "victims",
    "fatally",
    "out of",
    "driven",
    "forced",
)
_TAKEN = frozenset({"taken", "flown", "brought", "carried", "lifted", "ferried", "moved", "got"})
_DRIVEN = frozenset({"driven", "forced", "chased"})
_OUT = ("out of", "to safety", "away from", "to hospital")
_PREVIOUS = frozenset(
    {"previous", "previously", "earlier", "initial", "initially", "first", "originally", "original"}
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A count with the tokens that carry it.

    Attributes:
        count: What was counted, and how many.
        first: First token of the counted phrase.
        last: One past its last token.
        verb: (first, last) token of the word that says what befell them, or None.
        uncertain: Why the reading is doubtful, or "".
        single: One person named by a noun ("a man"), who may be one of many.
    """

    count: Count
    first: int
    last: int
    verb: tuple[int, int] | None = None
    uncertain: str = ""
    single: bool = False


@dataclass(slots=True)
class _Link:
    measure: str
    verb: int | None
    role: Role = Role.TOTAL
    whole: int | None = None
    negated: bool = False


@cache
def _gate() -> Finder[None]:
    """Words without which a sentence says nothing of what befell people."""
    phrases = {
        phrase
        for forms in mapped("casualties", "forms").values()
        for group in forms.values()
        for phrase in group
    }
    return Finder((phrase, None) for phrase in {*phrases, *_ALSO_TELL})


def may_tell(text: str) -> bool:
    """Whether a sentence holds any word for what befalls people: the cheap gate."""
    return _gate().search(text)


def read_casualties(sentence: Sentence, chunks: list[Chunk], toll: str = "") -> list[Counted]:
    """The counts of people in one sentence, in its order.

    ``chunks`` are the sentence's own; ``toll`` is the measure of a toll that the sentence before
    named without a number ("The total number of deaths is not clear. There were as many as 200.").
    """
    return list(_Grammar(sentence, chunks, toll).counts())


def open_toll(chunks: list[Chunk]) -> str:
    """The measure of a toll that these chunks name without giving a number, or ""."""
    named = [chunk.measure for chunk in chunks if chunk.tag == "T"]
    return named[0] if named and not any(chunk.tag == "Q" for chunk in chunks) else ""


class _Grammar:
    """The chunks of one sentence, and how they hang together."""

    def __init__(self, sentence: Sentence, chunks: list[Chunk], toll: str) -> None:
        self.toll = toll
        self.words = sentence.tokens.lower
        self.headline = sentence.field in (Field.TITLE, Field.URL)
        self.chunks = chunks
        self.row = tag_row(self.chunks)
        self.links: dict[int, _Link] = {}
        self.passive: set[int] = set()
        self.lists: list[list[int]] = []
        self.added: list[list[int]] = []  # lists whose members are parts of their sum

    def counts(self) -> Iterator[Counted]:
        """Tie every counted phrase, then say what each counts."""
        self._own_measure()
        self._tolls()
        self.lists = self._coordinations()
        for group in self.lists:
            self._tie(group)
        self._fatal_among()
        self._taken_out()
        self._parts()
        self._gaps()
        self._ordinals()
        self._open_toll()
        for index in sorted(self.links):
            yield from self._counted(index)
        yield from self._sums()

    # -- ties ----------------------------------------------------------------------------------

    def _own_measure(self) -> None:
        """ "12 deaths", "12 wounded soldiers"."""
        for index, item in enumerate(self.chunks):
            if item.tag == "Q" and item.forms and not self._is_base(index):
                self.links[index] = _Link(next(iter(item.forms)), None)

    def _coordinations(self) -> list[list[int]]:
        """Counted phrases joined by commas and "and", each list in order; single ones too."""
        groups: list[list[int]] = []
        for index in range(len(self.chunks)):
            if self.row[index] not in "QS" or index in self.links:
                continue
            if groups:
                between = self.row[groups[-1][-1] + 1 : index]
                if (
                    re.fullmatch(r",?C?D*", between)
                    and between.strip("D")
                    and self._joins(between, groups[-1], index)
                ):
                    groups[-1].append(index)
                    continue
            groups.append([index])
        return groups

    def _joins(self, between: str, group: list[int], index: int) -> bool:
        """Whether a list goes on: a comma alone joins only where an "and" follows."""
        if "C" in between:
            return self.words[self.chunks[index - 1 - between[::-1].index("C")].first] != "but"
        rest = self.row[index + 1 :]
        return bool(re.match(r"(?:,D*[QS])*,?CD*[QS]", rest)) and len(group) < 5

    def _tie(self, group: list[int]) -> None:
        link = self._to_the_left(group[0]) or self._to_the_right(group[-1])
        if link is None and len(group) > 1:
            for index in group:
                self._tie([index])
            return
        if link is not None and not self._after_including(group[0]):
            for index in group:
                self.links[index] = _Link(link.measure, link.verb, link.role, None, link.negated)
            if len(group) > 1 and not link.negated:
                self.added.append(group)

    def _to_the_left(self, index: int) -> _Link | None:
        """ "killed 12 people": an active verb right before."""
        at = index - 1
        while at >= 0 and self.row[at] in "DR":
            at -= 1
        if at < 0 or self.row[at] != "E" or at in self.passive:
            return None
        before = at - 1
        while before >= 0 and self.row[before] == "R":
            before -= 1
        passive = before >= 0 and self.row[before] == "X"
        for measure, forms in self.chunks[at].forms.items():
            if "active" in forms or ("past" in forms and not passive):
                return _Link(measure, at)
        return None

    def _to_the_right(self, index: int) -> _Link | None:
        """ "12 people were killed", "12 dead", "12 people in the hall died"."""
        if self._is_agent(index) or self._is_base(index):
            return None
        for at in range(index + 1, min(len(self.row), index + _FARTHEST_VERB)):
            if self.row[at] == ";":
                return None
            if self.row[at] != "E":
                continue
            between = _SUBJECT_TO_VERB.match(self.row[index + 1 : at])
            if between is None:
                continue
            measure = self._befell(index, at, between)
            if measure:
                self.passive.add(at)
                aux = range(at - len(between["aux"]), at)
                negated = any(self.words[self.chunks[i].first] in _NEGATION for i in aux)
                return _Link(measure, at, negated=negated)
            if not between["mods"]:
                return None
        return None

    def _befell(self, index: int, at: int, between: re.Match[str]) -> str:
        """The measure by which the verb at ``at`` can speak of its subject, or ""."""
        aux, mods = between["aux"], between["mods"]
        for measure, forms in self.chunks[at].forms.items():
            if "subject" in forms:
                return measure
            if "X" in aux or ("M" in aux and "was" in self._text(at - len(aux), at)):
                if forms & {"past", "state"}:
                    return measure
            elif "H" in aux:
                continue
            elif "state" in forms and "past" not in forms and (not mods or self.headline):
                return measure
            elif (
                "past" in forms
                and not self._takes_object(at)
                and (not mods or self.headline or self._left_so(index))
            ):
                return measure
        return ""

    def _left_so(self, index: int) -> bool:
        return index > 0 and self.row[index - 1] == "L"

    def _takes_object(self, at: int) -> bool:
        """Whether a past tense is followed by its object ("killed 12", "killed the driver")."""
        after = re.match(r"R*D*", self.row[at + 1 :])
        where = at + 1 + (after.end() if after else 0)
        if where >= len(self.row) or self.row[where] not in "QSn":
            return bool(after and "D" in after[0])
        if self.row[where] == "n":
            return bool(after and "D" in after[0])
        return not re.match(r"[QS]E(?![DQS])", self.row[where:])

    def _is_agent(self, index: int) -> bool:
        """ "killed by two gunmen"."""
        before = index - 1
        while before >= 0 and self.row[before] == "D":
            before -= 1
        return (
            before >= 0
            and self.words[self.chunks[before].first] in _AGENT
            and self.row[before] == "P"
            and (self.words[self.chunks[before].first] == "by")
        )

    def _is_base(self, index: int) -> bool:
        """ "two of the 23 passengers": 23 is what the two were taken from."""
        before = re.search(r"[QSno]PD*$", self.row[:index])
        if before is None:
            return False
        preposition = before.start() + 1
        first = self.chunks[before.start()]
        counted = first.tag in "QS" or self.words[first.first] in (
            "most",
            "half",
            "many",
            "some",
            "all",
            "one",
            "none",
        )
        return counted and self.words[self.chunks[preposition].first] == "of"

    def _after_including(self, index: int) -> bool:
        before = self.row[:index].rstrip("DRP")
        return before.endswith("I")

    # -- tolls ---------------------------------------------------------------------------------

    def _tolls(self) -> None:
        """ "the death toll rose from 12 to 19"."""
        for index, item in enumerate(self.chunks):
            if item.tag != "T":
                continue
            earlier = bool(_PREVIOUS & set(self._words(max(0, index - 3), index)))
            for at in self._reached(index):
                role = Role.PREVIOUS if earlier or self._is_from(at) else Role.TOTAL
                self.links.setdefault(at, _Link(item.measure, index, role))

    def _reached(self, index: int) -> list[int]:
        """The numbers that a toll moved from and to."""
        row = self.row
        near = re.match(r"[,;]?[PDRnM]{0,3}?(Q)", row[index + 1 :])
        if near and not re.search(r"n{2}", near[0]):
            start = index + near.end(1)
            return [start, *self._next_reached(start)]
        for at in range(index + 1, min(len(row), index + 30)):
            if row[at] in ";" or (row[at] == '"' and at > index + 2):
                break
            if row[at] in "MX":
                found = re.match(r"[MXRHPDnC,]{0,5}?(Q)", row[at:])
                if found and not self._counts_time(at + found.end(1) - 1):
                    start = at + found.end(1) - 1
                    return [start, *self._next_reached(start)]
        return []

    def _next_reached(self, start: int) -> list[int]:
        """The second number of "from 12 to 19"."""
        found = re.match(r"[PRD,nM]{1,3}?(Q)", self.row[start + 1 :])
        if not found or not self._is_from(start):
            return []
        return [start + found.end(1)]

    def _counts_time(self, index: int) -> bool:
        number = self.chunks[index].number
        return number is not None and number.use != "quantity"

    def _is_from(self, index: int) -> bool:
        before = self.words[max(0, self.chunks[index].first - 3) : self.chunks[index].first]
        return "from" in before and "to" not in before

    # -- parts, gaps, ordinals -----------------------------------------------------------------

    def _parts(self) -> None:
        """ "including two children", "12 of them children", "three were among the dead"."""
        for index in range(len(self.chunks)):
            if self.row[index] not in "QS":
                continue
            link = self.links.get(index)
            if self._after_including(index) or self._in_list_after_including(index):
                whole = self._whole(index)
                own = link if link and link.measure else None
                if whole is not None:
                    self.links[index] = _Link(
                        own.measure
                        if own and own.verb is not None and own.verb > index
                        else self.links[whole].measure,
                        self.links[whole].verb,
                        Role.PART,
                        whole,
                    )
                elif own:
                    own.role = Role.PART
                continue
            if re.match(r"I", self.row[index + 1 :]) and self._says_of_them(index + 1):
                whole = self._whole(index)
                if link is None and whole is not None:
                    self.links[index] = _Link(
                        self.links[whole].measure, self.links[whole].verb, Role.PART, whole
                    )
                elif link is not None:
                    link.role, link.whole = Role.PART, whole
            elif link is None and re.match(
                r"(?:PD?n{1,4})?,?(?:[^;]{1,8},)?[XM]+I", self.row[index + 1 :]
            ):
                self.links[index] = _Link("killed", None, Role.PART)

    def _in_list_after_including(self, index: int) -> bool:
        for group in self.lists:
            if index in group and group[0] != index:
                return self._after_including(group[0])
        return False

    def _says_of_them(self, index: int) -> bool:
        text = " ".join(self._words(index, index + 1))
        return text.startswith(("of ", "among")) or text == "among"

    def _whole(self, index: int) -> int | None:
        """The counted phrase that a part belongs to: the nearest one before that is no part."""
        for before in range(index - 1, -1, -1):
            link = self.links.get(before)
            if link is not None and link.role is not Role.PART:
                return before
        for after in sorted(self.links):
            if after > index and self.links[after].role is not Role.PART:
                return after
        return None

    def _gaps(self) -> None:
        """ "five died at the scene and three in hospital": the verb is left out."""
        for index in range(1, len(self.chunks)):
            if self.row[index] != "Q" or index in self.links or self._is_base(index):
                continue
            item = self.chunks[index]
            if item.noun and not item.others and item.group != "people":
                continue
            if not re.search(r"[C,]D?$", self.row[:index]) or not re.match(
                r"P[Dn]", self.row[index + 1 :]
            ):
                continue
            if item.number is None or item.number.use != "quantity":
                continue
            whole = self._whole(index)
            if whole is None or whole > index or self.links[whole].verb is None:
                continue
            link = self.links[whole]
            if (
                re.match(r"[^;]*P", self.row[whole + 1 : index])
                and "y" not in self.row[whole:index]
            ):
                self.links[index] = _Link(link.measure, link.verb, Role.PART, whole)
                self.added.append([whole, index])

    def _fatal_among(self) -> None:
        """ "three people were shot, one fatally"."""
        for index in range(1, len(self.chunks) - 1):
            if self.row[index] not in "QS" or index in self.links:
                continue
            if self._text(index + 1, index + 2) in ("fatally", "mortally"):
                self.links[index] = _Link("killed", index + 1, Role.TOTAL)

    def _taken_out(self) -> None:
        """ "taken 122,000 people out of Kabul"."""
        for index in range(1, len(self.chunks) - 2):
            if self.row[index] != "Q" or index in self.links:
                continue
            before = self.words[self.chunks[index].first - 1]
            after = self._text(index + 1, index + 4)
            if (before in _TAKEN and after.startswith(_OUT)) or (
                before in _DRIVEN and after.startswith("from ")
            ):
                self.links[index] = _Link("evacuated", None)

    def _ordinals(self) -> None:
        """ "the 12th victim died", "the third soldier killed"."""
        for index, item in enumerate(self.chunks):
            if item.tag != "o" or item.number is None:
                continue
            found = re.match(r"n{0,2}[nSE]?", self.row[index + 1 :])
            words = self._words(index + 1, index + 1 + (found.end() if found else 0))
            noun = next(
                (w for w in words if w in ("victim", "death", "fatality", "body", "person")), ""
            )
            if noun in ("victim", "death", "fatality") or (
                noun and "E" in self.row[index + 1 : index + 5]
            ):
                self.links[index] = _Link("killed", None, Role.ORDINAL)

    def _open_toll(self) -> None:
        """ "there were as many as 200", after a sentence that named the toll."""
        if not self.toll or self.links:
            return
        for index, item in enumerate(self.chunks):
            if item.tag == "Q" and not item.noun and self.row[:index].endswith("X"):
                self.links[index] = _Link(self.toll, None)
                return

    # -- what each tie says --------------------------------------------------------------------

    def _counted(self, index: int) -> Iterator[Counted]:
        item, link = self.chunks[index], self.links[index]
        if link.negated:
            return
        role = link.role
        if role is Role.TOTAL and any(index in group for group in self.added):
            role = Role.PART
        elif role is Role.TOTAL and self._is_increment(index):
            role = Role.INCREMENT
        count = self._count(item, link.measure, role)
        if count is None:
            return
        if link.whole is not None:
            count = replace(count, whole=self._text(link.whole, link.whole + 1))
        verb = self.chunks[link.verb] if link.verb is not None else None
        if (
            verb is not None
            and link.measure == "injured"
            and _TREATED.search(" ".join(self.words[verb.first : verb.last]))
        ):
            count = replace(count, action="treated")
        uncertain = "suspected typo" if count.style == "typo" else ""
        where = (verb.first, verb.last) if verb else None
        for one in _spread(count):
            yield Counted(one, item.first, item.last, where, uncertain, item.tag == "S")

    def _count(self, item: Chunk, measure: str, role: Role) -> Count | None:
        group = item.group or self._group_before(item) or "people"
        if group == "animals":
            return None
        noun = item.noun
        if item.tag == "S":
            return Count(
                measure,
                group,
                item.singular,
                item.singular,
                role=role,
                noun=noun,
                style="article",
                point=float(item.singular),
            )
        number = item.number
        if number is None or (number.low is None and number.high is None):
            return None
        if item.noun and not item.group and not item.forms:
            group = item.noun
        return Count(
            measure,
            group,
            number.low,
            number.high,
            hedge=number.hedge,
            role=role,
            noun=noun,
            style=number.style,
            point=number.point,
        )

    def _group_before(self, item: Chunk) -> str:
        """ "three soldiers were killed and five wounded": five soldiers."""
        if item.noun or item.others:
            return ""
        at = self.chunks.index(item)
        for before in range(at - 1, -1, -1):
            if self.row[before] == "Q" and self.chunks[before].group and before in self.links:
                return self.chunks[before].group
        return ""

    def _is_increment(self, index: int) -> bool:
        """ "two more died": counted on top of those already known."""
        item, link = self.chunks[index], self.links[index]
        if not item.others and self.words[max(0, item.first - 1)] != "another":
            return False
        if link.measure != "killed":
            return any(
                other.measure == link.measure and at < index and other.role is Role.TOTAL
                for at, other in self.links.items()
            )
        words = set(self.words[max(0, item.first - 1) : item.last])
        same = any(o.measure == "killed" and at < index for at, o in self.links.items())
        return same or bool(words & {"more", "another", "additional", "further"})

    def _sums(self) -> Iterator[Counted]:
        """Lists and gaps added up: "two men and a woman were killed"."""
        for group in self.added:
            yield from self._sum(group)

    def _sum(self, indexes: list[int]) -> Iterator[Counted]:
        parts = [self._count(self.chunks[i], self.links[i].measure, Role.TOTAL) for i in indexes]
        counts = [part for part in parts if part is not None]
        if len(counts) < 2 or any(c.low == 0 and c.high == 0 for c in counts):
            return
        groups = {c.group for c in counts}
        high = None if any(c.high is None for c in counts) else sum(c.high or 0 for c in counts)
        total = Count(
            counts[0].measure,
            groups.pop() if len(groups) == 1 else "people",
            sum(c.low or 0 for c in counts),
            high,
            hedge=Hedge.EXACT if all(c.hedge is Hedge.EXACT for c in counts) else Hedge.ABOUT,
            style="sum",
            point=sum(c.point or 0 for c in counts),
            includes_attackers="attackers" in {c.group for c in counts},
        )
        first, last = self.chunks[indexes[0]].first, self.chunks[indexes[-1]].last
        yield Counted(total, first, last)

    def _words(self, start: int, end: int) -> list[str]:
        """The words of the chunks from ``start`` up to ``end``."""
        end = min(end, len(self.chunks))
        if start >= end:
            return []
        return self.words[self.chunks[start].first : self.chunks[end - 1].last]

    def _text(self, start: int, end: int) -> str:
        return " ".join(self._words(max(0, start), end))


def _spread(count: Count) -> Iterator[Count]:
    """ "No casualties" says that nobody was killed and nobody was injured."""
    if count.measure == "casualties" and count.high == 0:
        yield replace(count, measure="killed")
        yield replace(count, measure="injured")
    else:
        yield count
