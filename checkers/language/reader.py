"""An article in, everything it states out."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, replace

from checkers.language.amounts import may_measure, read_amounts
from checkers.language.attribution import Attribution
from checkers.language.campaigns import campaign_in, round_up_in
from checkers.language.captions import read_captions
from checkers.language.casualties import (
    Counted,
    attacker_died,
    may_tell,
    open_toll,
    read_casualties,
)
from checkers.language.chunks import chunk
from checkers.language.dates import read_dates
from checkers.language.document import Document, Sentence
from checkers.language.entries import entry_times
from checkers.language.genre import (
    correcting,
    corrections_in,
    not_news,
    unsupported_language,
    wire_of,
)
from checkers.language.lexicon import mapped
from checkers.language.mentions import Scene
from checkers.language.numbers import may_hold_number
from checkers.language.places import read_places
from checkers.language.restated import restated
from checkers.language.superseded import told_before, withdrawn
from checkers.language.teasers import teasers
from checkers.language.things import may_count_things, read_things
from checkers.language.totals import totals
from checkers.model import (
    Article,
    Claim,
    ClaimKind,
    Count,
    Field,
    Mention,
    Reading,
    Role,
    Span,
    Voice,
)

# A digit of a script other than ours (U+0660 ١, U+0967 १).
_OTHER_DIGITS = re.compile(r"[^\D0-9]")
# What is news as soon as it is planned: "2,400 workers would be laid off".
_ANNOUNCED = frozenset({"laid-off", "job"})
_COUNTING_FIELDS = (Field.TITLE, Field.TEXT, Field.CAPTION, Field.METADATA, Field.URL)


@dataclass(frozen=True, slots=True)
class _Found:
    sentence: Sentence
    counted: Counted

    @property
    def character(self) -> int:
        """Where in the sentence's text the count begins."""
        return self.sentence.tokens.starts[self.counted.first]


def read_article(article: Article, *, terms: bool = True) -> Reading:
    """Everything read in one revision; an article in a language we do not know yields no claims.

    Without ``terms`` its mentions lack the words by which stories are told from one another. Only
    grouping asks for them, and they take a tenth of the time.
    """
    unsupported = unsupported_language(article)
    if unsupported:
        return Reading(article, mentions=(Mention("m1", ""),), unsupported=unsupported)
    document = Document(article)
    dates = read_dates(document)
    places = read_places(document)
    found = _read_counts(document)
    counted = ((f.sentence, f.character) for f in found)
    scene = Scene(document, dates, places, counted, terms=terms)
    reason = not_news(article)
    background = {mention.id for mention in scene.mentions if mention.background}
    read = _count_claims(document, found, scene, background)
    deeds = _deeds(document, found, read)
    counts = _told_together(read)
    if reason:
        counts = [replace(claim, voice=Voice.HYPOTHETICAL) for claim in counts]
    located = [_located(claim, scene, background) for claim in (*dates, *places)]
    captions = [replace(claim, mention="m1") for claim in read_captions(document)]
    claims = sorted((*counts, *located, *captions), key=_in_reading_order)
    mentions = tuple(
        replace(
            mention,
            figures=figures,
            hypothetical=mention.hypothetical or bool(reason),
        )
        for mention, figures in zip(
            scene.mentions, totals(scene.mentions, counts, deeds), strict=True
        )
    )
    return Reading(
        article,
        tuple(claims),
        mentions,
        not_news=reason,
        wire=wire_of(document),
        corrections=corrections_in(document),
    )


def _read_counts(document: Document) -> list[_Found]:
    found = []
    toll = ""
    before: list[Counted] = []  # what the sentence before counted
    elsewhere = document.of_the_page
    if document.article.title:
        elsewhere |= teasers(document)
    for sentence in document.of(*_COUNTING_FIELDS):
        if sentence.index in elsewhere:
            continue
        counted, toll = _counted_in(sentence, toll)
        # A sentence without a word for what befell anybody may still take up a count.
        if counted or (before and may_hold_number(sentence.lower, sentence.words)):
            counted += restated(sentence, counted, before)
        before = counted
        found += [_Found(sentence, item) for item in counted]
    if any(_is_case(item.counted.count) for item in found) and not _tells_of_illness(document):
        return [item for item in found if not _is_case(item.counted.count)]
    return found


def _counted_in(sentence: Sentence, toll: str) -> tuple[list[Counted], str]:
    """The counts of a sentence, and the measure of a toll that it names without a number."""
    lower, words = sentence.lower, sentence.words
    counts = may_hold_number(lower, words)
    people = bool(toll) or may_tell(lower, words, counts=counts)
    things = counts and may_count_things(lower, words)
    amounts = counts and may_measure(lower, words)
    if not people and not things and not amounts:
        return [], ""
    chunks = chunk(sentence)
    counted = read_casualties(sentence, chunks, toll) if people else []
    if things:
        counted += read_things(sentence, chunks, {item.first for item in counted})
    if amounts:
        counted += read_amounts(sentence, chunks)
    return counted, open_toll(chunks)


def _is_case(count: Count) -> bool:
    return count.measure == "infected" and count.noun in _CASES


def _tells_of_illness(document: Document) -> bool:
    """Whether "14 cases" can be people who are ill: courts and detectives have cases too."""
    words = frozenset(mapped("casualties", "words")["illness"])
    return any(not words.isdisjoint(sentence.words) for sentence in document.sentences)


def _count_claims(
    document: Document, found: list[_Found], scene: Scene, background: Set[str]
) -> list[Claim]:
    attribution = Attribution(document)
    entries = entry_times(document)
    withdrawing = correcting(document)
    claims: list[Claim] = []
    manners: dict[int, str] = {}
    for item in found:
        sentence, counted = item.sentence, item.counted
        tokens = sentence.tokens
        start, end = tokens.starts[counted.first], tokens.ends[counted.last - 1]
        verb = counted.verb and (tokens.starts[counted.verb[0]], tokens.ends[counted.verb[1] - 1])
        speaker, voice = attribution.of(sentence, start, end, verb)
        count = counted.count
        if (
            voice is Voice.HYPOTHETICAL
            and count.measure in _ANNOUNCED
            and " would " in sentence.lower
        ):
            voice = Voice.OUTLET
        if campaign_in(sentence.text, start, end):
            count = replace(count, campaign=True)
        if _OTHER_DIGITS.search(document.article.words(sentence.part(start, end))):
            count = replace(count, style="script")
        if count.role is Role.TOTAL and start < withdrawing.get(sentence.index, 0):
            count = replace(count, role=Role.PREVIOUS)
        elif manner := told_before(document, sentence, start, end, count):
            manners[len(claims)] = manner
        mention = scene.mention_of(sentence, start)
        if scene.mentions[int(mention[1:]) - 1].hypothetical and voice is Voice.OUTLET:
            voice = Voice.HYPOTHETICAL
        claims.append(
            Claim(
                ClaimKind.COUNT,
                document.article,
                sentence.part(start, end),
                sentence.span,
                count,
                attributed_to=speaker,
                voice=voice,
                mention=mention,
                background=mention in background,
                as_of=entries.get(sentence.paragraph) if sentence.field is Field.TEXT else None,
                uncertain=counted.uncertain,
            )
        )
    return _parts_of_none(withdrawn(claims, manners))


def _parts_of_none(claims: list[Claim]) -> list[Claim]:
    """The counts, with those "of them" total that are of a measure not counted before.

    "Three thousand marched. Three of them were injured": a part of the marchers, all of the hurt.
    """
    seen: set[tuple[str | None, str]] = set()
    told = []
    for claim in claims:
        count = claim.count
        first = (claim.mention, count.measure) not in seen
        if first and count.role is Role.PART and count.whole is None and _of_them(claim):
            claim = replace(claim, value=replace(count, role=Role.TOTAL))
        seen.add((claim.mention, count.measure))
        told.append(claim)
    return told


def _of_them(claim: Claim) -> bool:
    return bool(_OF_THEM.match(claim.quote, claim.span.end - claim.sentence.start))


def _deeds(document: Document, found: list[_Found], claims: list[Claim]) -> frozenset[Span]:
    """The counts of those whom an attacker killed who died as well and is not counted there."""
    if not attacker_died(document.lower_text):
        return frozenset()
    return frozenset(
        claim.span for item, claim in zip(found, claims, strict=True) if item.counted.by_person
    )


def _told_together(claims: list[Claim]) -> list[Claim]:
    """The counts, those of a headline marked that the text gives for several happenings."""
    shared = {
        (claim.count.measure, claim.count.point)
        for claim in claims
        if claim.span.field is Field.TEXT and claim.count.campaign and round_up_in(claim.quote)
    }
    return [
        replace(claim, value=replace(claim.count, campaign=True))
        if claim.span.field in (Field.TITLE, Field.URL)
        and (claim.count.measure, claim.count.point) in shared
        else claim
        for claim in claims
    ]


def _located(claim: Claim, scene: Scene, background: Set[str]) -> Claim:
    """A date or place with the mention it belongs to."""
    sentence = scene.sentence(claim)
    mention = scene.mention_of(sentence, claim.span.start - sentence.span.start)
    if mention == claim.mention and mention not in background:
        return claim
    # Spelt out: ``replace`` costs four times as much, and half of all claims pass here.
    return Claim(
        claim.kind,
        claim.article,
        claim.span,
        claim.sentence,
        claim.value,
        mention=mention,
        background=mention in background,
        uncertain=claim.uncertain,
    )


_OF_THEM = re.compile(r"\s+of (?:them|these)\s+(?:was|were|had been|have been|suffered|died)\b")
_CASES = frozenset({"case", "cases"})
_FIELD_ORDER = {field: position for position, field in enumerate(Field)}


def _in_reading_order(claim: Claim) -> tuple[int, int, str, int, int]:
    span = claim.span
    image = -1 if span.image is None else span.image
    return _FIELD_ORDER[span.field], image, span.key or "", span.start, span.end
