"""What sets a count aside inside one article: another time, another speaker, another stage."""

from __future__ import annotations

import re
from functools import cache

from checkers.compare.values import listed
from checkers.model import Claim, Field

# Ways of writing a number that say how many, neither "a man" nor a list.
WRITTEN = frozenset({"digits", "words"})
# Measures of those whom one happening struck; together they hold one another.
STRUCK = frozenset({"killed", "injured", "shot", "casualties"})
_SAYS = re.compile(r"\b(?:says|say|said)\b", re.IGNORECASE)


def with_killer(claim: Claim) -> bool:
    """Whether it is anybody's guess if a count holds the killer: "murder-suicide"."""
    return "suicide" in claim.quote.lower()


@cache
def phrases(name: str) -> re.Pattern[str]:
    """Any phrase of one list of ``measures.toml``."""
    any_of = "|".join(re.escape(phrase) for phrase in sorted(listed(name)))
    return re.compile(rf"\b(?:{any_of})\b", re.IGNORECASE)


def two_speakers(claim: Claim, part: Claim) -> bool:
    """Whether two named sides each give their figure: a dispute, told as one."""
    if claim.attributed_to is None or claim.attributed_to == part.attributed_to:
        return False
    return part.attributed_to is not None or bool(_SAYS.search(part.quote))


def two_stages(claim: Claim, part: Claim) -> bool:
    """Whether the text follows a count as it grows: four by noon, seven in the evening."""
    told = part.span.field is Field.TEXT
    return told and any(phrases("stages").search(c.quote) for c in (claim, part))
