"""The number out of which some are told of: "three of the nine victims"."""

from __future__ import annotations

import re

from checkers.language.casualties.clause import Clause, Link
from checkers.model import Role

# "… was one of the five people (who were) …", "Lena Orsk, one of five people …".
_IS_ONE_OF = re.compile(r"(?:[XI]|,)R*[QSo]P[DR]*$")
_PARTICIPLE = re.compile(r"(?:W[XHR]*)?E")
_GOES_ON = re.compile(r"[PDno,]*[XH]")  # "three of the nine people killed were children"
# Nouns that say of themselves that something befell those counted, not what: killed or injured.
_STRUCK = frozenset({"victims", "casualties"})


def tie_wholes(clause: Clause) -> None:
    """As in "three of the nine victims were sent home": nine were struck, three of them told of."""
    for index in clause.people:
        item = clause.chunks[index]
        if item.tag != "Q" or index in clause.links or item.number is None:
            continue
        if not clause.is_base(index):
            continue
        verb = _befell_all(clause, index)
        if verb is not None:
            clause.links[index] = Link(verb[1], verb[0])
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


def _befell_all(clause: Clause, index: int) -> tuple[int, str] | None:
    """Verb and measure of "she was one of five people hurt", which counts five hurt."""
    onward = _PARTICIPLE.match(clause.row[index + 1 :])
    if onward is None:
        return None
    verb = index + onward.end()
    if not _IS_ONE_OF.search(clause.row[:index]) and not _GOES_ON.match(clause.row[verb + 1 :]):
        return None
    forms = clause.chunks[verb].forms.items()
    measure = next((m for m, f in forms if f & {"past", "subject"}), "")
    return (verb, measure) if measure else None
