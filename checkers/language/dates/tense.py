"""Whether the words around a date tell of what has been or of what is to come."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from checkers.language.lexicon import mapped

Told = Literal["past", "future", ""]

_AHEAD = re.compile(
    r"\b(?:ahead of|no later than|starting|beginning|effective|as from|deadline of|due|"
    r"scheduled for|planned for|set for|slated for|expected)(?: on| by| in)? (?:the )?$"
)
_BEHIND = re.compile(r"\b(?:after|since|following|in the wake of|wake of|dating from) (?:the )?$")
# "A September court date was set": what was set lies ahead.
_SET_FOR = re.compile(
    r"(?:'s)? (?:(?:court|trial|start|release|due|hearing|sentencing) date|deadline)"
)
_BY = re.compile(r"\b(?:by|until|till) (?:early |late |the end of |the )?$")


@cache
def _cues() -> re.Pattern[str]:
    """Every wording that shows a tense, those of several words first."""
    tense = mapped("dates", "tense")
    return re.compile(
        r"\b(?:may|might|could|would|should|must|will) have [a-z]+"
        r"|\b(?P<ahead>(?:will|won't|shall|would|should|going to|(?:is|are) to)"
        r"(?: (?:not|also|now|then|be|again|only|first|formally|officially|likely|probably)){0,3}"
        r" [a-z]+)"
        r"|(?:\b(?P<before>[a-z']+) |^)to "
        rf"(?P<infinitive>be [a-z]+|(?:{'|'.join(tense['infinitives'])})\b)"
        r"|\b(?P<until>until|till)\b"
        rf"|\b(?P<plan>{'|'.join(tense['future'])})\b"
        rf"|\b(?P<past>{'|'.join(tense['past'])}|[a-z]{{2,}}ed)\b"
    )


def told(text: str, start: int, end: int) -> Told:
    """The tense of the words nearest to a date at ``start`` to ``end`` of a lower-case sentence.

    What stands before the date counts more than what follows it, the preposition most of all.
    """
    before = text[:start]
    if _AHEAD.search(before) or _SET_FOR.match(text, end):
        return "future"
    if _BEHIND.search(before):
        return "past"
    nearest: Told = ""
    for cue in _cues().finditer(before):
        nearest = _shown(before, cue) or nearest
    if nearest and _BY.search(before):
        return _reached(before)
    if nearest:
        return nearest
    for cue in _cues().finditer(text, end):
        if shown := _shown(text, cue):
            return shown
    return "future" if _BY.search(before) else ""


def _shown(text: str, cue: re.Match[str]) -> Told:
    """The tense that one cue shows, or "" for a word that only looks like one."""
    match cue.lastgroup:
        case "ahead" | "plan":
            return "future"
        case "infinitive":
            return _infinitive(cue["before"] or "")
        case "until":
            return _reached(text[: cue.start()])
        case "past":
            return "" if cue["past"] in _listed("not_past") else "past"
        case _:
            return "past"


def _infinitive(before: str) -> Told:
    """The tense of "to appear": "failed to" has been, "agreed to" is to come."""
    if before in _listed("plans"):
        return "future"
    past = before.endswith("ed") or before in _listed("past")
    return "" if past and before not in _listed("not_past") else "future"


def _reached(before: str) -> Told:
    """The tense of "until" and "by": ahead, unless something plainly lasted till then."""
    words = re.findall(r"[a-z']+", before)[-12:]
    for word in reversed(words):
        if word in _listed("put_off") or word in _listed("future") or word == "will":
            return "future"
        if word in ("would", "must", "should", "is", "are", "stay", "remain", "to"):
            return "future"
        if word in _listed("past"):
            return "past"
        if word.endswith("ed") and word not in _listed("not_past"):
            return "past"
    return "future"


@cache
def _listed(name: str) -> frozenset[str]:
    """One list of the table ``tense``."""
    return frozenset(mapped("dates", "tense")[name])
