"""Amounts in different units: which are one amount, and which cannot be set side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checkers.compare.amounts import comparable, converted, in_one_unit
from checkers.model import Claim
from tests.marked import Text, reading


def _amount(value: float, unit: str) -> Claim:
    (claim,) = reading(Text(9, f"[It]{{area {value}..{value}}} burned.")).claims
    return replace(claim, value=replace(claim.count, unit=unit))


CASES = {  # what is tried: amounts, whether one is the other converted, whether they compare
    "100 acres are 40 hectares": ((100, "acre"), (40, "hectare"), True, True),
    "30 miles are 48 km": ((30, "mile"), (48, "km"), True, True),
    "30 miles are not 30 km": ((30, "mile"), (30, "km"), False, True),
    "50,000 gallons are 190,000 litres": ((50_000, "gallon"), (190_000, "litre"), True, True),
    "50,000 gallons are not 50,000 litres": ((50_000, "gallon"), (50_000, "litre"), False, True),
    "one unit needs no conversion": ((30, "km"), (30, "km"), False, True),
    "a length is no area": ((30, "km"), (30, "hectare"), False, False),
    "2bn dollars can be 1.8bn euros": ((2e9, "USD"), (1.8e9, "EUR"), True, False),
    "2bn dollars cannot be 200m euros": ((2e9, "USD"), (2e8, "EUR"), False, False),
    "a currency that is not known": ((2e9, "USD"), (2e9, "crowns"), False, False),
}


@pytest.mark.parametrize(("one", "other", "same", "side_by_side"), CASES.values(), ids=CASES)
def test_units(
    one: tuple[float, str], other: tuple[float, str], same: bool, side_by_side: bool
) -> None:
    a, b = _amount(*one), _amount(*other)
    assert (converted(a, b), converted(b, a)) == (same, same)
    assert (comparable(a, b), comparable(b, a)) == (side_by_side, side_by_side)


def test_an_acre_in_hectares() -> None:
    count = in_one_unit(_amount(100, "acre")).count
    assert (count.point, count.unit) == (40.469, "hectare")
