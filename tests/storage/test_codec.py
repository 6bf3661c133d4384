"""Nouns as JSON: exact on the way back, and small."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from math import inf

import pytest

from checkers.model import Claim, Count, Hedge, Mention, When
from storage.codec import Codec
from tests.storage.invented import article, read, thursday


@dataclass(frozen=True, slots=True)
class Sample:
    """A field of every kind that nouns have."""

    number: float | None = None
    whole: int = 0
    hedge: Hedge = Hedge.EXACT
    moment: datetime | None = None
    day: date | None = None
    value: Count | When | None = None
    pairs: tuple[tuple[datetime, datetime], ...] = ()
    one_each: tuple[str, int] = ("", 0)
    by_name: dict[str, Count] = field(default_factory=dict)
    words: tuple[str, ...] = ()


SAMPLES = {
    "nothing but defaults": Sample(),
    "a whole number stays whole": Sample(number=12),
    "a fraction without a remainder stays a fraction": Sample(number=12.0),
    "zero is not nothing": Sample(number=0.0),
    "no limit": Sample(number=inf),
    "a number too large for a fraction": Sample(number=10**400),
    "enumerations": Sample(hedge=Hedge.AT_LEAST),
    "offset and microseconds": Sample(
        moment=datetime(2026, 3, 5, 1, 2, 3, 4, timezone(timedelta(hours=-3, minutes=-30)))
    ),
    "a day": Sample(day=date(2026, 3, 5)),
    "one of several nouns": Sample(value=thursday()),
    "another of them": Sample(value=Count("killed", "people", 1, None)),
    "pairs of times": Sample(pairs=thursday().others),
    "a tuple of fixed length": Sample(one_each=("a", 1)),
    "a mapping": Sample(by_name={"ключ": Count("hurt", "people", None, 9.5)}),
    "awkward words": Sample(words=("\x00", "\ud800", "🜚", '"\\')),
}


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_a_noun_comes_back_exactly(sample: Sample) -> None:
    codec = Codec(Sample)
    written = json.dumps(codec.encode(sample), allow_nan=False)
    loaded = codec.decode(json.loads(written))
    assert loaded == sample
    assert repr(loaded) == repr(sample), "equal, but of another type: 12 became 12.0"
    assert written.isascii()


def test_an_article_is_not_written_into_its_claims() -> None:
    of = article()
    codec = Codec(Claim, without=("article",))
    claims = read(of).claims
    written = [codec.encode(claim) for claim in claims]
    assert [codec.decode(one, article=of) for one in written] == list(claims)
    assert max(len(json.dumps(one)) for one in written) < 500


def test_defaults_are_left_out_and_fields_of_old_passed_over() -> None:
    codec = Codec(Mention)
    assert codec.encode(Mention("m1", "fire")) == {"id": "m1", "kind": "fire"}
    old = {"id": "m1", "kind": "fire", "salience": 0.7}
    assert codec.decode(old) == Mention("m1", "fire")
