"""Summaries of events as the store keeps them, each decoded once in a process."""

from __future__ import annotations

import json
from functools import lru_cache

from sqlalchemy import Text, cast

from checkers.grouping.profile import Profile
from storage.codec import Codec
from storage.rows.events import EVENT

PROFILE = Codec(Profile, without=("hood",))

# As text, which is decoded once however many articles meet the event.
STORED_PROFILE = cast(EVENT.c.profile, Text).label("profile")


@lru_cache(maxsize=2048)  # about 60 MB when full
def decoded(profile: str) -> Profile:
    """What is kept as JSON; the neighbourhood is kept beside it."""
    return PROFILE.decode(json.loads(profile))
