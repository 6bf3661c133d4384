"""Who says so, and in which voice: the outlet's own, quoted, denied or hypothetical."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from checkers.language.characters import lowered
from checkers.language.document import Document, Sentence
from checkers.language.kinds import is_beside_drill
from checkers.language.lexicon import listed
from checkers.language.phrases import opening_runs
from checkers.model import Field, Voice

# What may stand between "could" and "have been killed", or "leave" and the number left dead.
_GOVERNED = re.compile(
    r"(?:\s+(?!(?:that|who|which|whether|if|when|where|say|said|not say)\b)[\w'-]+){0,4}\s*"
)
_FARTHEST_NAME = 4  # sentences between a pronoun and its name
_LONGEST_SPEAKER = 90  # characters; longer is a clause, not a name
_CLAUSE_START = re.compile(
    r"(?:^|[;:]\s|,\s|[\"]\s*|\b(?:while|but|and|when|as|though|although|that|after|which)\s)"
)
# Each alternative begins with a plain character, so that a search leaps from one to the next.
_CLAUSE_CUT = re.compile(
    r";\s|:\s|,\s(?:but|though|although)\s|w(?<=\bw)(?:hile|hereas)\b",
)
_CLAUSE_END = re.compile(
    r";\s|:\s|,\s(?:but|and|while)\s|w(?<=\bw)(?:hile|hen)\b|b(?<=\bb)ut\b|a(?<=\ba)fter\b"
)
_TRIM_LEFT = re.compile(
    r"^(?:and|but|when|while|though|although|as|that|meanwhile|also|then|however|later|still"
    r"|on \w+day|in a statement|in turn|for (?:his|her|its) part)[\s,]+",
    re.IGNORECASE,
)
_TRIM_RIGHT = re.compile(
    r"(?:\s+(?:also|later|then|has|have|had|on \w+|in a statement|early|late|again|only|earlier"
    r"|now|(?:at )?first|initially|originally|previously|since|subsequently|already|mistakenly"
    r"|wrongly)"
    r"|,)+$",
    re.IGNORECASE,
)
# "claimed responsibility", "announced its presence" report no words.
_NO_SPEECH = re.compile(
    r"\s+(?:responsibility|credit|its|their|his|her|(?:[\w,-]+\s+){0,5}lives)\b"
)
# What stands between the word for a claim and the figure in it, and between that and "untrue".
_THAT = re.compile(r"[^.;,]{0,30}\b(?:that|of)\b[^.;,]{0,40}|(?<=of) ?[^.;,]{0,20}")
_LINKED = re.compile(
    r"\b(?:is|are|was|were|be|been|as)(?: (?:\w+ly|all|quite|simply|just|plain))? $"
)
# "Called reports of 40 deaths baseless".
_CALLED = re.compile(
    r"\b(?:call|label|brand|term|deem|describ|denounc)(?:e|s|es|ed|ing|led|ling)?\b(?: as)?"
    r"(?: (?:the|all|such|any|these|those|online|media|recent|earlier))*\s*$"
)
_NEAR = 60  # characters between a figure and what it is called
_CALLED_SO = re.compile(
    r"(?:[ \"']+(?!(?:who|which|that|and|but|is|are|was|were)\b)[\w-]+){0,6}[ \"']+"
)
# What may follow the verb of a speaker named last: "police said on Friday", "wrote on its website".
_CLOSES = re.compile(
    r"(?:\s+(?:on|in|at|late|early|earlier|later|after|via|through|by|to|today|yesterday)\b[^,;:\d]*"
    r"|\s+(?:\w+day|reporters|journalists|the \w+|a \w+))?\s*(?:[.,;]|$)"
)
_SPEAKER_BEHIND = re.compile(
    r"\s+(?:[A-Z]|the |a |an |one |its |his |her |[a-z-]+ (?:[a-z-]+ ){0,2}[A-Z])"
)
_QUOTATION_MARK = re.compile('"')
# Of the words for what might be, those for what is played; beside them things happen in earnest.
_PLAYED = frozenset({"drill", "exercise", "simulation", "rehearsal"})
_PASSED_ON = frozenset({"citing", "quoting"})
_PERSON = frozenset({"he", "she"})
# No name ends in these: "the number of confirmed deaths" says nothing.
_NO_END = frozenset(
    "that which who of in on at by for from with to a an the no be been was were is are had".split()
)
_NO_START = (
    "rather than ",
    "not ",
    "instead of ",
    "than ",
)  # "rather than the five first reported"
# "A claim the army disputes" is about what was said before; its verb has nothing said behind it.
_SAID_BEFORE = re.compile(
    r"(?:an? |the )?(?:claim|figure|toll|number|count|tally|estimate|assertion|allegation)s?"
    r" (?:that |which )?(?:the|an?|its|his|her|their|both|they|he|she) ",
    re.IGNORECASE,
)
# A month, not "may": "since May", "on 3 May", "May 12".
_MONTH_BEFORE = re.compile(
    r"(?:\b(?:since|in|of|last|until|till|from|by|early|late|mid|next|this|through|between|during)"
    r"|\d|\d(?:st|nd|rd|th))[ -]$"
)
_DAY_BEHIND = re.compile(r"\s\d")
_NAMED = re.compile(r"\b[A-Z][\w'-]+(?: [A-Z]\.)? [A-Z][\w'-]+")
_NAME_END = re.compile(
    r"[,;:.\"()]|\s(?:who|which|that|on|in a|as|and (?:that|a|the)|said|when|after|before)\b"
)


@dataclass(frozen=True, slots=True)
class _Scope:
    """A stretch of a sentence that one speaker answers for."""

    start: int
    end: int
    speaker: str
    leads: bool  # the speaker stands before what is said


@cache
def _verb() -> str:
    verbs = listed("speech", "verbs") | listed("speech", "denials")
    return "|".join(sorted(map(re.escape, verbs), key=len, reverse=True))


@cache
def _speaking() -> re.Pattern[str]:
    """Words that say who speaks, in a lower-case text."""
    cues = "|".join(map(re.escape, listed("speech", "cues")))
    return re.compile(rf"\b(?:(?P<cue>{cues})|(?P<verb>{_verb()}))\b")


@cache
def _speaking_words() -> frozenset[str]:
    """The first word of each wording that says who speaks: without one, nobody does."""
    return _openings("verbs") | _openings("denials") | _openings("cues")


@cache
def _any_of(name: str) -> re.Pattern[str]:
    words = sorted(map(re.escape, listed("speech", name)), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


@cache
def _openings(name: str) -> frozenset[str]:
    return opening_runs(listed("speech", name))


class Attribution:
    """The speakers and voices of one document."""

    def __init__(self, document: Document) -> None:
        self._quoted: dict[int, list[tuple[int, int]]] = {}
        self._scopes: dict[int, list[_Scope]] = {}
        self._speakers: dict[int, str] = {}
        self._document = document
        self._find_quotations()

    def of(
        self, sentence: Sentence, start: int, end: int, verb: tuple[int, int] | None = None
    ) -> tuple[str | None, Voice]:
        """Who says the words from ``start`` to ``end`` of the sentence's text, in which voice.

        ``verb`` is where the words stand that say what befell those counted, if they are known.
        """
        speaker = self._speaker(sentence, start, end)
        clause_start, clause_end = _clause(sentence.text, start, end)
        before = sentence.lower[clause_start:start]
        clause = sentence.lower[clause_start:clause_end]
        runs = sentence.runs
        if not _openings("denials").isdisjoint(runs) and _any_of("denials").search(before):
            return speaker, Voice.DENIED
        if not _openings("untrue").isdisjoint(runs) and _any_of("untrue").search(before):
            return speaker, Voice.DENIED
        if not _openings("refuted").isdisjoint(runs) and _is_refuted(before, sentence.lower[end:]):
            return speaker, Voice.DENIED
        if not _openings("hypothetical").isdisjoint(runs) and _is_imagined(clause):
            return speaker, Voice.HYPOTHETICAL
        possible = not _openings("modals").isdisjoint(runs)
        if possible and _may_be(sentence.lower, (clause_start, clause_end), (start, end), verb):
            return speaker, Voice.HYPOTHETICAL
        if self._is_quoted(sentence, start, end):
            return speaker or self._speaker_nearby(sentence), Voice.QUOTED
        return speaker, Voice.OUTLET

    # -- quotation marks -----------------------------------------------------------------------

    def _find_quotations(self) -> None:
        """Mark what stands between quotation marks, across the sentences of a paragraph."""
        inside = False
        where: tuple[Field | None, int] = (None, -1)
        for sentence in self._document.sentences:
            here: tuple[Field | None, int] = (sentence.span.field, sentence.paragraph)
            if here != where:
                inside, where = False, here
            if not inside and '"' not in sentence.text:
                continue
            stretches, opened = [], 0
            for match in _QUOTATION_MARK.finditer(sentence.text):
                if inside:
                    stretches.append((opened, match.start()))
                opened, inside = match.end(), not inside
            if inside:
                stretches.append((opened, len(sentence.text)))
            self._quoted[sentence.index] = stretches

    def _is_quoted(self, sentence: Sentence, start: int, end: int) -> bool:
        return any(a <= start and end <= b for a, b in self._quoted.get(sentence.index, ()))

    # -- speakers ------------------------------------------------------------------------------

    def _speaker(self, sentence: Sentence, start: int, end: int) -> str | None:
        scopes = self._scopes.get(sentence.index)
        if scopes is None:
            scopes = self._scopes[sentence.index] = self._read_scopes(sentence)
        fitting = [scope for scope in scopes if scope.start <= start and end <= scope.end]
        if not fitting:
            return None
        nearest = min(fitting, key=lambda scope: (scope.end - scope.start, not scope.leads))
        return nearest.speaker

    def _read_scopes(self, sentence: Sentence) -> list[_Scope]:
        scopes: list[_Scope] = []
        if _speaking_words().isdisjoint(sentence.runs):
            return scopes
        for match in _speaking().finditer(sentence.lower):
            if scopes and scopes[-1].leads and _goes_on(sentence.text, match.start()):
                continue  # "The army put the dead at nine and said": it speaks on
            scope = _cue(sentence, match) if match["cue"] else self._verb(sentence, match)
            if scope and scope.speaker:
                scopes.append(scope)
        return _without_overlap(scopes)

    def _verb(self, sentence: Sentence, match: re.Match[str]) -> _Scope | None:
        text = sentence.text
        if _NO_SPEECH.match(text, match.end()):
            return None
        before = text[: match.start()].rstrip()
        inverted = before.endswith(('"', ",", "-", "—")) and _SPEAKER_BEHIND.match(
            text, match.end()
        )
        if inverted:  # "…," said Lena Orsk
            cut = _NAME_END.search(text, match.end() + 1)
            speaker = _clean(text[match.end() : cut.start() if cut else len(text)])
            return _Scope(
                _last_cut(text, match.start()), match.start(), self._named(sentence, speaker), False
            )
        before = _without_apposition(before)
        start = _subject_start(before)
        speaker = _without_verb(_clean(before[start:]))
        if not _is_name(speaker) or _SAID_BEFORE.match(speaker):
            return None
        speaker = self._named(sentence, speaker)
        if start > 0 and before[:start].rstrip().endswith((",", '"')):
            trailing = before[:start].rstrip().endswith('"') or start > len(text) / 2
            if trailing or _CLOSES.match(text, match.end()):  # "12 died, police said"
                return _Scope(_last_cut(text, start - 2), start, speaker, leads=False)
        end = _CLAUSE_CUT.search(text, match.end())
        return _Scope(match.end(), end.start() if end else len(text), speaker, leads=True)

    def _named(self, sentence: Sentence, speaker: str) -> str:
        """The name behind "he" or "it": the last one who spoke; "" where it is not known."""
        pronoun = speaker.lower()
        if pronoun not in listed("speech", "pronouns"):
            self._speakers[sentence.index] = speaker
            return speaker
        self._look_back(sentence)
        for index in sorted(self._speakers, reverse=True):
            if 0 <= sentence.index - index <= _FARTHEST_NAME and _agrees(
                pronoun, self._speakers[index]
            ):
                return self._speakers[index]
        if pronoun.removeprefix("the ") in listed("speech", "institutions"):
            self._speakers[sentence.index] = speaker
            return speaker
        return self._subject_before(sentence, pronoun)

    def _subject_before(self, sentence: Sentence, pronoun: str) -> str:
        """Whom the sentence before was about: a person for "he", an institution for "it"."""
        if not sentence.index:
            return ""
        before = self._document.sentences[sentence.index - 1]
        if before.field is not sentence.field or before.paragraph < sentence.paragraph - 1:
            return ""
        found = (
            _NAMED.match(before.text) if pronoun in _PERSON else _institution().match(before.text)
        )
        return found[0] if found else ""

    def _look_back(self, sentence: Sentence) -> None:
        """Read the speakers of the sentences before, which nobody has asked for yet."""
        for earlier in self._document.sentences[max(0, sentence.index - 3) : sentence.index]:
            if earlier.field is Field.TEXT and earlier.index not in self._scopes:
                self._scopes[earlier.index] = []
                self._scopes[earlier.index] = self._read_scopes(earlier)

    def _speaker_nearby(self, sentence: Sentence) -> str | None:
        """Who speaks in a quotation that goes over several sentences."""
        for step in (1, -1, 2):
            index = sentence.index + step
            if not 0 <= index < len(self._document.sentences):
                continue
            other = self._document.sentences[index]
            if other.paragraph != sentence.paragraph or other.field is not sentence.field:
                continue
            scopes = self._scopes.get(index) or self._read_scopes(other)
            if scopes:
                return scopes[0].speaker
        return None


_AND = re.compile(r"(?:\band|\bbut) (?:also |then |later |further )?$")


def _goes_on(text: str, verb: int) -> bool:
    """Whether a verb of saying has no subject of its own but that of the one before it."""
    return bool(_AND.search(text, max(0, verb - 14), verb))


def _is_refuted(before: str, behind: str) -> bool:
    """As in "claims of 60 deaths are untrue": what is said of the claim holds for its figure."""
    claims = list(_any_of("hearsay").finditer(before))
    if not claims or not _THAT.fullmatch(before, claims[-1].end()):
        return False
    named = _CALLED.search(before[: claims[-1].start()])
    called = _any_of("refuted").search(behind, 0, _NEAR) if named else None
    if called and _CALLED_SO.fullmatch(behind, 0, called.start()):
        return True
    found = _any_of("refuted").search(behind)
    return found is not None and bool(_LINKED.search(behind[: found.start()]))


def _is_imagined(clause: str) -> bool:
    """Whether a clause speaks of what might be, the words for speaking themselves left out."""
    hypothetical = _any_of("hypothetical")
    if not hypothetical.search(clause):
        return False  # nor is it without some of its words, which takes three times as long
    told = _speaking().sub("", clause)
    return any(
        match[0] not in _PLAYED or not is_beside_drill(told, match.start())
        for match in hypothetical.finditer(told)
    )


def _may_be(
    text: str, clause: tuple[int, int], count: tuple[int, int], verb: tuple[int, int] | None
) -> bool:
    """Whether a modal of the clause governs what befell those counted.

    "The quake could kill up to 1,000" tells of what may be; of "the seven who were shot may
    recover" only the recovery is open. Where no verb is known, any modal before the count does.
    """
    for modal in _any_of("modals").finditer(text, *clause):
        if _any_of("after_all").match(text, modal.end()) or _is_month(text, modal):
            continue
        if verb is None:
            return True
        for onward in (verb[0], count[0]):
            if modal.end() <= onward and _GOVERNED.fullmatch(text, modal.end(), onward):
                return True
    return False


def _is_month(text: str, modal: re.Match[str]) -> bool:
    if modal[0] != "may":
        return False
    before = _MONTH_BEFORE.search(text, max(0, modal.start() - 10), modal.start())
    return bool(before or _DAY_BEHIND.match(text, modal.end()))


def _cue(sentence: Sentence, match: re.Match[str]) -> _Scope:
    """As in "according to police": covers the clause before it, or after it at the start."""
    text = sentence.text
    rest = text[match.end() :].lstrip()
    offset = len(text) - len(rest)
    cut = _NAME_END.search(rest)
    speaker = _clean(rest[: cut.start() if cut else len(rest)])
    if match.start() < 3:
        return _Scope(offset, len(text), speaker, leads=True)
    start = _last_cut(text, match.start())
    if match["cue"] in _PASSED_ON:  # "television reported 12 dead, citing the governor"
        spoken = _speaking().finditer(sentence.lower, start, match.start())
        start = max((m.end() for m in spoken), default=start)
    return _Scope(start, match.start(), speaker, leads=False)


@cache
def _institution() -> re.Pattern[str]:
    """An institution as the subject of a sentence: "The interior ministry sent …"."""
    nouns = "|".join(
        sorted(map(re.escape, listed("speech", "institutions")), key=len, reverse=True)
    )
    return re.compile(rf"(?:The |A |An )?(?:[\w'-]+ ){{0,4}}?(?:{nouns})\b", re.IGNORECASE)


def _agrees(pronoun: str, speaker: str) -> bool:
    """Whether a speaker can be meant by a pronoun: "she" is not the officials."""
    noun = pronoun.removeprefix("the ")
    if noun in listed("speech", "institutions"):
        return speaker.lower().endswith(noun)
    if pronoun not in _PERSON:
        return not (pronoun == "it" and speaker.endswith("s"))
    return bool(_NAMED.search(speaker)) or not speaker.lower().endswith(("s", "police", "ministry"))


def _without_verb(speaker: str) -> str:
    """As in "Officials denied reports": the speaker alone, where a noun was taken for a verb."""
    words = speaker.split()
    verbs = listed("speech", "verbs") | listed("speech", "denials")
    while len(words) > 1 and words[-1].lower() in verbs:
        words.pop()
    return " ".join(words)


def _without_apposition(before: str) -> str:
    """As in "Islamic State Khorasan, or ISIS-K," without what stands between the commas."""
    if not before.endswith(",") or before.count(",") < 2:
        return before
    shorter = before[: before.rindex(",", 0, len(before) - 1)]
    return shorter if re.search(r"[A-Z]", _clean(shorter.rsplit(",", 1)[-1])) else before


def _subject_start(before: str) -> int:
    """Where the subject of a verb at the end of ``before`` begins."""
    start = 0
    for match in (*_CLAUSE_START.finditer(before), *_speaking().finditer(lowered(before))):
        if match.end() < len(before) - 1:
            start = max(start, match.end())
    return start


def _last_cut(text: str, end: int) -> int:
    """Where the clause that ends at ``end`` begins."""
    start = 0
    for match in _CLAUSE_CUT.finditer(text, 0, max(end, 0)):
        start = match.end()
    return start


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a stretch: what a modal or a denial in it can speak of."""
    after = _CLAUSE_END.search(text[end:])
    return _last_cut(text, start), end + after.start() if after else len(text)


_BEHIND_DASH = re.compile(r"\s(?:--|[—–-])\s")


def _clean(name: str) -> str:
    name = _BEHIND_DASH.split(name.strip(" \"'-—,"))[-1]  # "ORVANE, March 5 — The ministry"
    while (shorter := _TRIM_RIGHT.sub("", _TRIM_LEFT.sub("", name)).strip(" ,")) != name:
        name = shorter
    return name


def _is_name(speaker: str) -> bool:
    return (
        bool(speaker)
        and len(speaker) <= _LONGEST_SPEAKER
        and not re.search(r"\d{2}", speaker)
        and len(speaker.split()) <= 12
        and speaker.split()[-1].lower() not in _NO_END
        and not speaker.startswith(_NO_START)
    )


def _without_overlap(scopes: list[_Scope]) -> list[_Scope]:
    """Leading scopes end where the next speaker begins to speak."""
    if len(scopes) < 2:
        return scopes
    leading = sorted((s for s in scopes if s.leads), key=lambda s: s.start)
    cut = []
    for here, following in zip_longest(leading, leading[1:]):
        end = here.end
        if following is not None and following.start < end:
            end = max(here.start, following.start - len(following.speaker) - 1)
        cut.append(_Scope(here.start, end, here.speaker, leads=True))
    return cut + [s for s in scopes if not s.leads]
