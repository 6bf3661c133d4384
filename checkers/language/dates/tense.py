"""Whether the words around a date tell of what has been or of what is to come."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from checkers.language.kinds import frames, kinds_in, sequels
from checkers.language.lexicon import mapped

Told = Literal["past", "future", ""]

_AHEAD = re.compile(
    r"\b(?:ahead of|no later than|starting|beginning|effective|as from|deadline of|due|expected"
    r"|awaiting (?:a|an|his|her|the|its|their)|(?:has|have) (?:until|till)"
    r"|(?:rescheduled|continued|postponed|adjourned|moved|extended|deferred|pushed back|put off"
    r"|brought forward|date) (?:to|until|till|for|through))(?: on| by| in)? (?:the )?$"
)
_FOR = re.compile(r"\bfor (?:the )?$")
_AFTER_FOR = re.compile(r"[.,;:)]|$| (?:at|in|on|and|to|before|with|by)\b")
_BEHIND = re.compile(
    r"\b(?:since|following|in the wake of|wake of|dating from) (?:the )?$"
    r"|\b(?:after|since|following) the (?:\w+ ){1,3}(?:of|in|on) $"
)
_AFTER = re.compile(r"\bafter (?:the )?$")
# "After Friday's attack" has been; "after 3 March" may be to come.
_HAPPENING = re.compile(r"'s\b| (?!(?:and|at|in|on|or|when|if)\b)[a-z]")
# A stamp of the page belongs to no sentence: "Published 5 May", "— Ann Bell (@annbell) May 5".
_STAMP = re.compile(
    r"(?:\b(?:posted|published|updated|amended|modified|created|edited)(?: on| at)?:?|[)—|@]) ?$"
)
# "A September court date was set": what was set lies ahead.
_SET_FOR = re.compile(
    r"(?:'s)? (?:(?:court|trial|start|release|due|hearing|sentencing) date|deadline)"
)
_NOUNS = re.compile(r" [a-z-]+(?: [a-z-]+)?")
_BY = re.compile(r"\b(?:by|until|till) (?:early |late |the end of |the )?$")
_CLOSE = 80  # characters before a date that hold what is said right before it, whatever the words
_REACH = 250  # characters on either side in which a tense is looked for
_PARTICIPLE = r"(?:[a-z]+(?:ed|en|wn)|held|sent|built|made|put|laid|read|heard|told|paid|sworn)"


@cache
def _cues() -> re.Pattern[str]:
    """Every wording that shows a tense, those of several words first.

    All begin where a word does: said once, it is asked once at each place and not five times.
    """
    tense = mapped("dates", "tense")
    return re.compile(
        r"\b(?:(?:may|might|could|would|should|must) have "
        rf"(?:been|left|gone|lost|had|{_PARTICIPLE})\b"
        rf"|(?P<ahead>(?:is|are) being {_PARTICIPLE}"
        r"|(?:will|won't|shall|would|should|going to|(?:is|are) to)"
        r"(?: (?:not|also|now|then|be|again|only|first|formally|officially|likely|probably)){0,3}"
        r" [a-z]+)"
        r"|(?:(?P<before>[a-z']+) |^)to "
        rf"(?P<infinitive>be {_PARTICIPLE}\b|(?:{'|'.join(tense['infinitives'])})\b)"
        r"|(?P<until>until|till)\b"
        rf"|(?P<plan>{'|'.join(tense['future'])})\b"
        rf"|(?P<past>{'|'.join(tense['past'])}|[a-z]{{2,}}ed)\b)"
    )


def tense_at(text: str, start: int, end: int) -> Told:
    """The tense of the words nearest to a date at ``start`` to ``end`` of a lower-case sentence.

    What stands before the date counts more than what follows it, the preposition most of all.
    """
    before = text[max(0, start - _REACH) : start]
    close = before[-_CLOSE:]
    if _STAMP.search(close):
        return ""
    if _AHEAD.search(close) or _SET_FOR.match(text, end):
        return "future"
    if before.endswith(("over the ", "in the ", "for the ", "of the ")) and _is_of_happening(
        text, end
    ):
        return "past"
    if _FOR.search(close) and _AFTER_FOR.match(text, end):
        return "future"
    if _BEHIND.search(close) or (_AFTER.search(close) and _HAPPENING.match(text, end)):
        return "past"
    nearest = _nearest(before)
    if nearest:
        return _reached(before) if _BY.search(close) else nearest
    for cue in _cues().finditer(text, end, end + _REACH):
        if shown := _shown(text, cue, ""):
            return shown
    return "future" if _BY.search(close) else ""


def _is_of_happening(text: str, end: int) -> bool:
    """Whether a date stands before the word for what befell somebody: "the May 3 shooting"."""
    words = _NOUNS.match(text, end)
    kinds = [kind for _, _, kind in kinds_in(words[0])] if words else []
    return bool(kinds) and not any(kind in frames() or kind in sequels() for kind in kinds)


def _nearest(before: str) -> Told:
    """The tense of the last cue before a date."""
    nearest: Told = ""
    verb = ""
    for cue in _cues().finditer(before):
        nearest = _shown(before, cue, verb) or nearest
        verb = cue["past"] or verb
    return nearest


def _shown(text: str, cue: re.Match[str], verb: str) -> Told:
    """The tense that one cue shows, or "" for a word that only looks like one.

    ``verb`` is the past verb that went before it, or "".
    """
    match cue.lastgroup:
        case "ahead" | "plan":
            return "future"
        case "infinitive":
            return _infinitive(cue["before"] or "", verb)
        case "until":
            return _reached(text[max(0, cue.start() - _REACH) : cue.start()])
        case "past":
            return "" if cue["past"] in _listed("not_past") else "past"
        case _:
            return "past"


def _infinitive(before: str, verb: str) -> Told:
    """The tense of "to appear": "failed to" and "left to" have been, "agreed to" is to come."""
    plans = _listed("plans")
    if before in plans:
        return "future"
    if before in _listed("seems") or _is_past(before):
        return ""
    return "" if verb and verb not in plans and verb not in _listed("speech") else "future"


def _is_past(word: str) -> bool:
    return (word.endswith("ed") or word in _listed("past")) and word not in _listed("not_past")


def _reached(before: str) -> Told:
    """The tense of "until" and "by": ahead, unless something plainly lasted till then."""
    ahead = _listed("put_off") | _listed("future") | _listed("lasting")
    for word in reversed(re.findall(r"[a-z']+", before)[-12:]):
        if word in ahead:
            return "future"
        if _is_past(word):
            return "past"
    return "future"


@cache
def _listed(name: str) -> frozenset[str]:
    """One list of the table ``tense``."""
    return frozenset(mapped("dates", "tense")[name])
