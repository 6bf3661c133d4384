"""The number out of which some are told of: "three of the nine victims"."""

from __future__ import annotations

from checkers.language.casualties.clause import Clause, Link
from checkers.model import Role

# Nouns that say of themselves that something befell those counted, not what: killed or injured.
_STRUCK = frozenset({"victims", "casualties"})


def tie_wholes(clause: Clause) -> None:
    """As in "three of the nine victims were sent home": nine were struck, three of them told of."""
    for index, item in enumerate(clause.chunks):
        if item.tag != "Q" or index in clause.links or item.number is None:
            continue
        if not clause.is_base(index):
            continue
        measure = next(iter(item.forms), "casualties" if item.noun in _STRUCK else "")
        if not measure:
            continue
        clause.links[index] = Link(measure, None)
        for part in range(index - 1, -1, -1):
            link = clause.links.get(part)
            if link is not None and link.role is Role.TOTAL:
                link.role, link.whole = Role.PART, index
                break
