"""Deaths told by other words than a verb: "one fatally", "beaten to death", "the girl's death"."""

from __future__ import annotations

from checkers.language.casualties.clause import Clause, Link
from checkers.language.lexicon import mapped
from checkers.model import Role

_FARTHEST_DEATH = 3  # words of "gun death", "tragic death"
_BREAKS = frozenset({",", ".", "and", "in", "after", "over", "of"})
_FATALLY = frozenset({"fatally", "mortally"})


def tie_fatal(clause: Clause) -> None:
    """As in "three people were shot, one fatally"."""
    for index in clause.people:
        if index == 0 or index in clause.links:
            continue
        after = index + 1 + (clause.text(index + 1, index + 2) == "of them")
        if clause.text(after, after + 1) in _FATALLY:
            clause.links[index] = Link("killed", index + 1)


def tie_to_death(clause: Clause) -> None:
    """As in "shot two brothers to death", "beat a man to death"."""
    for index in clause.people:
        if index == 0 or not clause.text(index + 1, index + 4).startswith("to death"):
            continue
        link = clause.links.get(index)
        if link is not None:
            link.measure = "killed"
        elif clause.before(index):
            clause.links[index] = Link("killed", index - 1, object=True)


def tie_possessed(clause: Clause) -> None:
    """As in "the girl's death", "a farmer's suicide"."""
    for index in clause.people:
        item = clause.chunks[index]
        if (
            item.tag != "S"
            or index in clause.links
            or clause.words[item.last : item.last + 1] != ["'s"]
        ):
            continue
        words = clause.words[item.last + 1 : item.last + 1 + _FARTHEST_DEATH]
        nouns = mapped("casualties", "words")["deaths"]
        at = next((i for i, word in enumerate(words) if word in nouns), None)
        if at is not None and not any(word in _BREAKS for word in words[:at]):
            role = Role.PART if item.definite or item.named or item.bare else Role.TOTAL
            clause.links[index] = Link("killed", None, role)
