"""What an edit of one sentence changed: a figure, a date, a name, a quotation, a doer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checkers.compare.facts import Fact, FactKind, facts
from checkers.compare.revised import is_counter
from checkers.compare.tone import told_otherwise
from checkers.compare.wording import Piece, Rewording
from checkers.model import Field, Span
from seeds import words


class Kind(StrEnum):
    """What an edit changed."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"
    SOURCE = "source"
    STATEMENT = "statement"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Change:
    """One fact before and after an edit.

    Attributes:
        kind: What was changed.
        rewording: The sentence, before and after.
        before: Where the fact stood.
        after: Where its successor stands.
        old: The facts, where they are numbers, dates or names.
        new: Its successor.
        about: What happened, in a few words, where it is more than a changed value.
    """

    kind: Kind
    rewording: Rewording
    before: Span
    after: Span
    old: Fact | None = None
    new: Fact | None = None
    about: str = ""


_KINDS = {
    FactKind.NUMBER: Kind.FIGURE,
    FactKind.DATE: Kind.DATE,
    FactKind.NAME: Kind.NAME,
}

# A name in a sentence that was reworded more than so may have come with another statement; a
# number or date that takes the place of another is more telling.
_SURE_OF_NAMES = 0.7


def changes(rewording: Rewording) -> list[Change]:
    """What an edit changed; where no fact did, whether it is told otherwise."""
    if rewording.before.span.field is Field.CREDIT:
        return list(_credit(rewording))
    found = list(_facts(rewording))
    if found:
        return found
    told = told_otherwise(rewording)
    if told is None:
        return []
    kind = Kind(told.kind)
    return [Change(kind, rewording, told.before, told.after, about=told.about)]


def _credit(rewording: Rewording) -> Iterator[Change]:
    ours, theirs = set(rewording.before.keys), set(rewording.after.keys)
    if ours <= theirs or theirs <= ours:
        return
    yield Change(
        Kind.CREDIT, rewording, rewording.before.span, rewording.after.span,
        about="the credit of a picture was replaced",
    )  # fmt: skip


def _facts(rewording: Rewording) -> Iterator[Change]:
    before, after = facts(rewording.before), facts(rewording.after)
    ours = _without(before, after, _touched(rewording, rewording.before))
    theirs = _without(after, before, _touched(rewording, rewording.after))
    if len(theirs) > len(ours):
        # "9 died, fewer than the 14 it had spoken of": the old number still stands there.
        ours = [f for f in before if f in ours or f.kind is FactKind.NUMBER]
    for kind in FactKind:
        if kind is FactKind.NAME and rewording.likeness < _SURE_OF_NAMES:
            continue
        yield from _successors(
            rewording, [f for f in ours if f.kind is kind], [f for f in theirs if f.kind is kind]
        )


def _touched(rewording: Rewording, piece: Piece) -> Callable[[Fact], bool]:
    """Whether an edit touches a fact of one of the two sentences."""
    ours = piece is rewording.before
    spans = [(a, b) if ours else (c, d) for what, a, b, c, d in rewording.edits if what != "equal"]
    return lambda fact: any(_touches(piece, first, last, fact) for first, last in spans)


def _without(
    ours: Sequence[Fact], theirs: Sequence[Fact], touched: Callable[[Fact], bool]
) -> list[Fact]:
    """The facts that the other side does not state anywhere in its sentence.

    Of two that say the same, that which no edit touched is the one that still stands: in "Two died
    when two trams met", which had "Four died when two trams met", the first "two" is new.
    """
    left = Counter((f.kind, f.key) for f in theirs)
    kept = set()
    for fact in sorted(ours, key=touched):
        if left[fact.kind, fact.key]:
            left[fact.kind, fact.key] -= 1
        else:
            kept.add(id(fact))
    return [fact for fact in ours if id(fact) in kept]


def _successors(
    rewording: Rewording, ours: Sequence[Fact], theirs: Sequence[Fact]
) -> Iterator[Change]:
    """Facts that took the place of others: those in one and the same edit, in order."""
    left = list(theirs)
    for old in ours:
        for new in left:
            if _takes_the_place(rewording, old, new) and not _same_thing(rewording, old, new):
                left.remove(new)
                yield Change(
                    _KINDS[old.kind],
                    rewording,
                    rewording.before.part(old.start, old.end),
                    rewording.after.part(new.start, new.end),
                    old,
                    new,
                )
                break


def _takes_the_place(rewording: Rewording, old: Fact, new: Fact) -> bool:
    """Whether both are touched by one edit, or stand before the same words."""
    for operation, a, b, c, d in rewording.edits:
        if operation != "replace":
            continue
        if _touches(rewording.before, a, b, old) and _touches(rewording.after, c, d, new):
            return max(b - a, d - c) <= 8 or _followed_alike(rewording, old, new)
    return _followed_alike(rewording, old, new) and old.kind is FactKind.NUMBER


def _touches(piece: Piece, first: int, last: int, fact: Fact) -> bool:
    return any(
        token.start < fact.end and fact.start < token.end for token in piece.tokens[first:last]
    )


def _followed_alike(rewording: Rewording, old: Fact, new: Fact) -> bool:
    """Whether the same word of some length follows both within three."""
    ours = _following(rewording.before, old)
    return bool(ours & _following(rewording.after, new))


def _following(piece: Piece, fact: Fact) -> set[str]:
    behind = [token.key for token in piece.tokens if token.start >= fact.end][:3]
    return {key.rstrip("s") for key in behind if len(key) > 3}


def _same_thing(rewording: Rewording, old: Fact, new: Fact) -> bool:
    """Whether one value only says the other more or less closely, or is no news at all."""
    ours, theirs = set(old.key.split()), set(new.key.split())
    if old.kind is FactKind.NAME:
        return _one_name(old.key, new.key)
    if old.kind is FactKind.DATE:
        # A weekday for a date, or an hour for a weekday, may be the same time told otherwise.
        alike = old.absolute or old.key.isalpha() == new.key.isalpha()
        return ours <= theirs or theirs <= ours or old.absolute != new.absolute or not alike
    if _runs_on(rewording, old, new):
        return True
    return any(
        is_counter(piece.text[max(0, fact.start - 12) : fact.end + 18])
        or _is_age_of_post(piece, fact)
        for piece, fact in ((rewording.before, old), (rewording.after, new))
    )


def _one_name(old: str, new: str) -> bool:
    """Whether two names are one, with more or fewer of its parts, its title or its initials."""
    titles = set(words("edits")["titles"])
    ours, theirs = ([part for part in key.split() if part not in titles] for key in (old, new))
    if set(ours) <= set(theirs) or set(theirs) <= set(ours):
        return True
    initials = ["".join(part[0] for part in parts) for parts in (ours, theirs)]
    return initials[0] == "".join(theirs) or initials[1] == "".join(ours)


def _runs_on(rewording: Rewording, old: Fact, new: Fact) -> bool:
    """Whether a number is a time that had gone on by the later revision: "for three hours"."""
    if (new.value or 0) <= (old.value or 0):
        return False
    times, lasting = set(words("edits")["times"]), set(words("edits")["lasting"])
    ahead = [token.key for token in rewording.after.tokens if token.end <= new.start][-3:]
    behind = [token.key for token in rewording.after.tokens if token.start >= new.end][:1]
    return bool(lasting & set(ahead)) and bool(times & {key.rstrip("s") for key in behind})


def _is_age_of_post(piece: Piece, fact: Fact) -> bool:
    """Whether a number is a time that runs on: "3 hours ago"."""
    behind = [token.key for token in piece.tokens if token.start >= fact.end][:2]
    return behind[1:] == ["ago"]
