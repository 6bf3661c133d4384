"""A sentence as a row of chunks: counted people, what befell them, and the words between.

Each chunk has a one-letter tag, so that the grammar of ``casualties`` can be written as patterns
over the row of tags:

    Q counted noun phrase      S one person, named by a noun ("a man")    E what befell somebody
    T "death toll"             X be, get       H have                     R adverb
    P preposition              D determiner    C and, or, but             W who, which, that
    I including, of whom       L leaving       M rose, stands, reached    , comma, bracket, dash
    ; end of a clause          y said          " quotation mark           n anything else
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from checkers.language.document import Sentence
from checkers.language.lexicon import inverted, mapped
from checkers.language.numbers import Number, find_numbers
from checkers.language.phrases import Phrases

Forms = dict[str, frozenset[str]]  # measure -> forms in which the words express it

_HAVE = frozenset(
    {"has", "have", "had", "having", "'ve", "to have", "would have", "could have"}
) | {
    "may have",
    "might have",
    "will have",
}
_PREPOSITIONS = frozenset(
    "in at on near from by with under after before during off outside inside along across around "
    "behind beside between into onto of over through throughout to toward towards until upon within "
    "without aboard as when while where because amid against about above below beneath beyond "
    "following for of per".split()
)
_DETERMINERS = frozenset(
    "the a an his her their its our my this that these those both all some any each".split()
)
_POSSESSIVES = frozenset("his her their its our my the both".split())
_CONJUNCTIONS = frozenset({"and", "or", "but", "&", "plus", "nor"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_LEAVING = frozenset({"leaving", "left", "leaves", "leave"})
_SAYING = frozenset(
    "said says say told added reported reports announced confirmed stated claims claimed according "
    "wrote tweeted believed believes".split()
)
_MOVES = frozenset(
    "rose risen rises rise rising climbed climbs climbing jumped jumps grew grows grown increased increases "
    "reached reaches reaching stands stood standing hit hits passed passes topped tops exceeded exceeds "
    "soared soars went gone fell fallen dropped cut lowered reduced revised raised raising brought bringing "
    "brings takes taking took put puts putting doubled updated surpassed surpasses mounted mounts edged "
    "surged is was at to climbing".split()
)
_CLAUSE_ENDS = frozenset({";", ":", "–", "—", "...", "…"})
_COMMAS = frozenset({",", "(", ")", "[", "]", "-", "/"})
_QUOTES = frozenset({'"', "'", "''", "``"})
_OPEN_CLASS = re.compile(r"[^\W\d_][\w'.]*$")
# Words that end the search for a counted noun: a noun phrase has no verb, preposition or conjunction.
_MOST_MODIFIERS = 5


@dataclass(slots=True)
class Chunk:
    """One chunk.

    Attributes:
        tag: See the module.
        first: First token.
        last: One past the last token.
        number: The number of a ``Q``.
        forms: For ``E`` (and a ``Q`` that counts deaths, bodies, …): measures and forms.
        measure: For ``T``: what the toll counts.
        noun: The counted noun phrase's head, lower case, or "".
        group: The group it belongs to, or "".
        others: "31 others", "three more": says that some were counted before.
        definite: "the five miners", "both pilots": known already.
        singular: How many an ``S`` stands for.
    """

    tag: str
    first: int
    last: int
    number: Number | None = None
    forms: Forms = field(default_factory=dict)
    measure: str = ""
    noun: str = ""
    group: str = ""
    others: bool = False
    definite: bool = False
    singular: int = 0


@cache
def _effects() -> Phrases[Forms]:
    readings: dict[str, dict[str, set[str]]] = {}
    for measure, forms in mapped("casualties", "forms").items():
        for form, phrases in forms.items():
            for phrase in phrases:
                readings.setdefault(phrase, {}).setdefault(measure, set()).add(form)
    return Phrases(
        (phrase, {measure: frozenset(forms) for measure, forms in found.items()})
        for phrase, found in readings.items()
    )


@cache
def _tolls() -> Phrases[str]:
    return Phrases(inverted("casualties", "tolls").items())


@cache
def _groups() -> Phrases[str]:
    return Phrases(inverted("casualties", "groups").items())


@cache
def _small_words() -> Phrases[str]:
    """Auxiliaries, adverbs and words of inclusion, with their tags."""
    words = mapped("casualties", "words")
    entries = [(w, "H" if w in _HAVE else "X") for w in words["auxiliaries"]]
    entries += [(w, "R") for w in words["adverbs"]]
    entries += [(w, "I") for w in words["including"]]
    return Phrases(entries)


def group_of(noun: str) -> str:
    """The group a noun for people belongs to, or ""."""
    return inverted("casualties", "groups").get(noun, "")


def chunk(sentence: Sentence) -> list[Chunk]:
    """The chunks of a sentence, in order, covering all its tokens."""
    return _Chunker(sentence).run()


class _Chunker:
    """One pass over the tokens of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.words = sentence.tokens.lower
        self.raw = sentence.tokens.raw
        self.numbers = {number.first: number for number in find_numbers(sentence.tokens)}
        self.inside = {
            index: number
            for number in self.numbers.values()
            for index in range(number.first, number.last)
        }

    def run(self) -> list[Chunk]:
        chunks: list[Chunk] = []
        index = 0
        while index < len(self.words):
            found = self._next(index)
            chunks.append(found)
            index = found.last
        return chunks

    def _next(self, at: int) -> Chunk:
        number = self.numbers.get(at)
        if number is not None:
            return self._counted(number)
        return (
            self._toll(at)
            or self._effect(at)
            or self._collective(at)
            or self._person(at)
            or self._small(at)
        )

    def _toll(self, at: int) -> Chunk | None:
        found = _tolls().at(self.words, at)
        return Chunk("T", at, found[0], measure=found[1]) if found else None

    def _effect(self, at: int) -> Chunk | None:
        found = _effects().at(self.words, at)
        if found is None:
            return None
        return Chunk("E", at, found[0], forms=found[1])

    def _small(self, at: int) -> Chunk:
        found = _small_words().at(self.words, at)
        if found:
            return Chunk(found[1], at, found[0])
        return Chunk(_word_tag(self.words[at]), at, at + 1)

    # -- counted noun phrases ------------------------------------------------------------------

    def _counted(self, number: Number) -> Chunk:
        if number.use == "ordinal":
            return Chunk("o", number.first, number.last, number=number)
        if number.use not in ("quantity", "fraction") or self._word(number.last) == "-":
            return Chunk("n", number.first, number.last, number=number)
        chunk = Chunk("Q", number.first, number.last, number=number)
        self._read_noun(chunk)
        return chunk

    def _read_noun(self, chunk: Chunk) -> None:
        """Extend a counted phrase over its modifiers and noun."""
        at = chunk.last
        if self._word(at) == "of" and self._word(at + 1) in (
            "the",
            "its",
            "his",
            "her",
            "their",
            "our",
            "those",
        ):
            return  # "two of the victims": the noun is the whole, not what is counted
        if self._word(at) == "of" and chunk.number and chunk.number.hedge == "vague":
            at += 1  # "dozens of people"
        for step in range(_MOST_MODIFIERS + 1):
            word = self._word(at)
            if word in ("-", "'s") and step and self._word(at + 1):
                at += 1
                continue
            if word in listed_others():
                chunk.others = True
                chunk.last = at = at + 1
                continue
            if self._take_group(chunk, at) or self._take_effect(chunk, at):
                return
            if word in inverted("things", "things") and not self._names_more(at + 1):
                chunk.last, chunk.noun = at + 1, word
                return
            if not self._may_modify(at):
                break
            at += 1
        self._take_unknown_noun(chunk, at)

    def _names_more(self, at: int) -> bool:
        """Whether a noun is only the first of two ("bus drivers", "car bombs")."""
        word = self._word(at)
        return bool(word) and (word in inverted("things", "things") or self._group_follows(at))

    def _take_group(self, chunk: Chunk, at: int) -> bool:
        """A noun for people ends the phrase, unless another one follows ("police officers")."""
        found = _groups().at(self.words, at) if self._word(at) else None
        if found is None:
            return False
        end, group = found
        while self._word(end):
            following = _groups().at(self.words, end)
            if following is None or self._word(end) in ("dead", "others"):
                break
            end, group = following[0], following[1] if following[1] != "people" else group
        chunk.last, chunk.group = end, group
        chunk.noun = self.words[end - 1]
        return True

    def _take_effect(self, chunk: Chunk, at: int) -> bool:
        """ "12 deaths" is a count by itself; "12 wounded soldiers" counts the soldiers."""
        found = _effects().at(self.words, at) if self._word(at) else None
        if found is None:
            return False
        end, forms = found
        adjective = {m: f for m, f in forms.items() if f & {"state", "past"}}
        noun = {m: f for m, f in forms.items() if "nouns" in f}
        if adjective and self._word(end):
            whom = _groups().at(self.words, end)
            if whom and self._word(end) not in ("others", "other"):
                chunk.last, chunk.group, chunk.forms = whom[0], whom[1], adjective
                chunk.noun = self.words[whom[0] - 1]
                return True
        if noun and not adjective:
            chunk.last, chunk.forms, chunk.noun = end, noun, self.words[end - 1]
        return True

    def _take_unknown_noun(self, chunk: Chunk, end: int) -> None:
        """The last word before a verb, a preposition or a comma, where the list of nouns fails."""
        start = chunk.last
        while end > start and self._word(end - 1) in ("-", "'s"):
            end -= 1
        if end > start and _OPEN_CLASS.match(self._word(end - 1)):
            chunk.last, chunk.noun = end, self._word(end - 1)

    def _may_modify(self, at: int) -> bool:
        word = self._word(at)
        if not word or at in self.inside or not _OPEN_CLASS.match(word):
            return False
        return _word_tag(word) == "n" and _small_words().at(self.words, at) is None

    def _word(self, at: int) -> str:
        return self.words[at] if at < len(self.words) else ""

    # -- people without a number ---------------------------------------------------------------

    def _collective(self, at: int) -> Chunk | None:
        """ "a couple" without "of", "a family of six"."""
        if self.words[at] not in ("a", "an", "the", "one", "his", "her", "their"):
            return None
        for head in (at + 1, at + 2):
            word = self._word(head)
            if (
                word in ("family", "group", "party", "team", "crew")
                and self._word(head + 1) == "of"
            ):
                number = self.numbers.get(head + 2)
                if number and number.use == "quantity" and not self._group_follows(number.last):
                    return Chunk("Q", at, number.last, number=number, noun=word, group="people")
            many = mapped("casualties", "collectives").get(word)
            if many and self._word(head + 1) != "of":
                return Chunk("S", at, head + 1, noun=word, group="people", singular=many)
        return None

    def _group_follows(self, at: int) -> bool:
        return bool(self._word(at)) and _groups().at(self.words, at) is not None

    def _person(self, at: int) -> Chunk | None:
        """ "a man", "another 24-year-old woman", "her son"."""
        first = self.words[at]
        if first not in ("a", "an", "another", "his", "her", "their", "one"):
            return None
        index = at + 1
        for _ in range(_MOST_MODIFIERS + 3):
            word = self._word(index)
            if not word:
                return None
            found = _groups().at(self.words, index)
            if found and _singular(self.words[found[0] - 1]) and not self._group_follows(found[0]):
                return self._one(at, found, first)
            number = self.inside.get(index)
            if number is not None and number.use == "age":
                index = number.last
            elif word == "-" or self._may_modify(index) or found:
                index += 1
            else:
                return None
        return None

    def _one(self, at: int, found: tuple[int, str], determiner: str) -> Chunk:
        end, group = found
        if self._word(end) == "of" and end + 1 in self.numbers:
            number = self.numbers[end + 1]  # "a mother of three"
            end = number.last
        return Chunk(
            "S",
            at,
            end,
            noun=self.words[found[0] - 1],
            group=group,
            others=determiner == "another",
            definite=determiner in _POSSESSIVES,
            singular=1,
        )


@cache
def listed_others() -> frozenset[str]:
    """Words that say some were counted before: "others", "more"."""
    return frozenset(mapped("casualties", "words")["others"])


_PLURALS_WITHOUT_S = frozenset(
    "people men women children police staff troops personnel firemen policemen".split()
)


def _singular(noun: str) -> bool:
    return noun not in _PLURALS_WITHOUT_S and not noun.endswith(("s", "men")) or noun == "boss"


def _word_tag(word: str) -> str:
    if word in _COMMAS:
        return ","
    if word in _CLAUSE_ENDS:
        return ";"
    if word in _QUOTES:
        return '"'
    if word in _CONJUNCTIONS:
        return "C"
    if word in _LEAVING:
        return "L"
    if word in _RELATIVES:
        return "W"
    if word in _SAYING:
        return "y"
    if word in _PREPOSITIONS:
        return "P"
    if word in _DETERMINERS:
        return "D"
    if word in _MOVES:
        return "M"
    return "n"


def tag_row(chunks: list[Chunk]) -> str:
    """The tags of the chunks as one string: position in it is index of the chunk."""
    return "".join(chunk.tag for chunk in chunks)
