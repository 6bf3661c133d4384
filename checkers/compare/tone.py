"""The same facts told otherwise: without their source, their agent, their "not", their marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from checkers.compare.wording import Piece, Rewording, plain
from checkers.model import Span
from seeds import words

_QUOTED = re.compile(r"[\"“]([^\"“”]{6,}?)[\"”]")
_LEAST_QUOTED = 3  # words; fewer are a term in quotation marks, not somebody's words
# Longest edit, in words, that adds or drops a source and nothing else: "the interior ministry said
# in a statement late on Friday" has eleven.
_SOURCE = 11
# Share of words that a sentence keeps when one word in it is turned round.
_ELSE_THE_SAME = 0.75
_MOST_TURNED = 4
# Words of more letters than this are one word, mended, where so much of them is the same.
_SHORT = 4
_ONE_WORD = 0.8


@dataclass(frozen=True, slots=True)
class Told:
    """How a sentence is told otherwise; ``kind`` is that of ``checkers.compare.changes.Kind``."""

    kind: str
    before: Span
    after: Span
    about: str


def told_otherwise(rewording: Rewording) -> Told | None:
    """How a sentence that keeps its facts is told otherwise, or None where it is only reworded."""
    for look in (_quotation, _negation, _agent, _source, _doubt):
        about = look(rewording)
        if about:
            kind = {_quotation: "quotation", _source: "source", _doubt: "source"}
            return Told(
                kind.get(look, "statement"), rewording.before.span, rewording.after.span, about
            )
    return None


def source_added(rewording: Rewording) -> bool:
    """Whether an edit only adds who says so."""
    added = [key for words_ in rewording.added() for key in words_]
    removed = [key for words_ in rewording.removed() for key in words_]
    return not removed and 0 < len(added) <= _SOURCE and _names_a_source(added)


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(words("edits")[name])


@cache
def _speech() -> frozenset[str]:
    return frozenset(verb for verb in words("speech")["verbs"] if " " not in verb)


def _names_a_source(keys: list[str]) -> bool:
    text = f" {' '.join(keys)} "
    return not _speech().isdisjoint(keys) or any(
        f" {cue} " in text for cue in words("speech")["cues"]
    )


def _source(rewording: Rewording) -> str:
    """Whether the source of a statement was dropped, and little else."""
    removed = [key for words_ in rewording.removed() for key in words_]
    added = [key for words_ in rewording.added() for key in words_]
    if added or not 0 < len(removed) <= _SOURCE or rewording.likeness < 0.6:
        return ""
    if not _names_a_source(removed) or _names_a_source(rewording.after.keys):
        return ""
    return "who said so was taken out"


def _doubt(rewording: Rewording) -> str:
    """Whether a word that leaves a statement open was dropped."""
    removed = {key for words_ in rewording.removed() for key in words_}
    lost = removed & _list("doubt") - set(rewording.after.keys)
    small = rewording.changed <= _MOST_TURNED and rewording.likeness >= _ELSE_THE_SAME
    if not lost or not small or _list("doubt") & set(rewording.after.keys):
        return ""
    return f"“{sorted(lost)[0]}” was taken out"


def _negation(rewording: Rewording) -> str:
    """Whether a "not" came or went and the rest stayed."""
    if rewording.likeness < _ELSE_THE_SAME or rewording.changed > _MOST_TURNED:
        return ""
    ours, theirs = (_negatives(piece) for piece in (rewording.before, rewording.after))
    if (ours + theirs) % 2 == 0:
        return ""
    changed = {key for part in (*rewording.removed(), *rewording.added()) for key in part}
    unfinished = _list("unfinished") & {*rewording.before.keys, *rewording.after.keys}
    if unfinished or any(key.startswith(("un", "non", "fail")) for key in changed):
        return ""
    return "the statement was turned into its opposite"


def _negatives(piece: Piece) -> int:
    return sum(key in _list("negations") or key.endswith(("n't", "n’t")) for key in piece.keys)


def _quotation(rewording: Rewording) -> str:
    """Whether quoted words were altered, or lost their marks and speaker."""
    ours, theirs = list(_quotes(rewording.before)), list(_quotes(rewording.after))
    lost = [quote for quote in ours if quote not in theirs]
    come = [quote for quote in theirs if quote not in ours]
    for quote in lost:
        if any(_within(quote, other) or _within(other, quote) for other in come):
            continue
        if any(_respelled(quote, other) for other in come):
            continue
        if come:
            return "words between quotation marks were changed"
        said = _names_a_source(rewording.after.keys)
        if _within(quote, tuple(rewording.after.keys)) and not said:
            return "quoted words became the outlet's own"
    return ""


def _quotes(piece: Piece) -> Iterator[tuple[str, ...]]:
    for match in _QUOTED.finditer(piece.text):
        found = tuple(re.findall(r"[\w'-]+", plain(match[1])))
        if len(found) >= _LEAST_QUOTED:
            yield found


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


def _respelled(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two quotations differ in the spelling of words only."""
    if len(ours) != len(theirs):
        return False
    pairs = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return all(
        min(len(a), len(b)) > _SHORT and SequenceMatcher(None, a, b).ratio() >= _ONE_WORD
        for a, b in pairs
    )


def _agent(rewording: Rewording) -> str:
    """Whether those who did harm are no longer named as having done it."""
    before, after = rewording.before.keys, rewording.after.keys
    doers = [at for at, key in enumerate(before) if key in _list("agents") and key not in after]
    if not doers or rewording.likeness < 0.5:
        return ""
    harm = _harm_by(before, doers)
    if not harm or _is_named_again(after):
        return ""
    suffered = any(_passive(after, at, harm) for at in range(len(after)))
    return f"{before[doers[0]]} were taken out as those who did it" if suffered else ""


def _harm_by(keys: list[str], doers: list[int]) -> set[str]:
    """The forms of what these doers did: active ("soldiers shot"), or passive ("shot by")."""
    forms: dict[str, list[str]] = words("edits")["harm"]
    for doer in doers:
        for name, variants in forms.items():
            near = keys[doer + 1 : doer + 9]
            if any(key in variants for key in near) and not {"was", "were"} & set(near[:2]):
                return {name, *variants}
            if "by" in keys[max(0, doer - 4) : doer] and any(
                key in variants for key in keys[max(0, doer - 8) : doer]
            ):
                return {name, *variants}
    return set()


def _passive(keys: list[str], at: int, harm: set[str]) -> bool:
    """Whether a harm done is told without who did it."""
    if keys[at] in _list("deaths"):
        return True
    return (
        keys[at] in harm
        and bool(
            {"was", "were", "been", "being", "is", "are", "got"} & set(keys[max(0, at - 4) : at])
        )
    ) or (keys[at] in harm and at > 0 and keys[0] not in _list("agents") and "by" not in keys)


def _is_named_again(keys: list[str]) -> bool:
    """Whether some doer is still named: another word for the same people."""
    return any(
        key in _list("agents") and not _speech() & set(keys[at + 1 : at + 2])
        for at, key in enumerate(keys)
    )
