"""Measured amounts of one event: areas, distances, money, magnitudes, brought to one unit.

Factors are the exact definitions of the international yard, mile and acre, of the US gallon and the
barrel of oil (NIST Handbook 44, appendix C). Currencies are never converted for a finding: rates
move, so two currencies are only asked whether some rate of recent years could make them one amount.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from checkers.model import Claim, Count
from seeds import words

# To the base unit of each kind of amount: km, hectare, kg, metre, km/h.
_FACTORS = {
    "km": ("km", 1.0),
    "m": ("km", 0.001),
    "mile": ("km", 1.609344),
    "nautical mile": ("km", 1.852),
    "foot": ("km", 0.0003048),
    "yard": ("km", 0.0009144),
    "hectare": ("hectare", 1.0),
    "acre": ("hectare", 0.40468564224),
    "km2": ("hectare", 100.0),
    "m2": ("hectare", 0.0001),
    "mile2": ("hectare", 258.9988110336),
    "kg": ("kg", 1.0),
    "tonne": ("kg", 1000.0),
    "lb": ("kg", 0.45359237),
    "ton": ("kg", 1000.0),
    "litre": ("litre", 1.0),
    "gallon": ("litre", 3.785411784),
    "barrel": ("litre", 158.987294928),
    "km/h": ("km/h", 1.0),
    "mile/h": ("km/h", 1.609344),
}
# What one unit of a currency was worth in US dollars at its least and its most, 2010 to 2026,
# from memory of yearly highs and lows and widened: only to tell a plausible rate from none.
_IN_DOLLARS = {
    "USD": (1.0, 1.0),
    "EUR": (0.95, 1.5),
    "GBP": (1.05, 1.75),
    "CHF": (0.95, 1.3),
    "CAD": (0.68, 1.07),
    "AUD": (0.6, 1.1),
    "JPY": (0.006, 0.0135),
    "CNY": (0.13, 0.17),
    "INR": (0.0105, 0.023),
}
_SAME = 0.06  # a conversion in a newsroom is rounded to one or two figures


@cache
def amounts() -> frozenset[str]:
    """Every measure that is measured, not counted."""
    return frozenset(words("things")["amounts"]) | {"magnitude", "distance"}


def in_one_unit(claim: Claim) -> Claim:
    """The claim with its amount in the base unit of its kind; others as they are."""
    count = claim.count
    if count.unit == "F":
        return replace(claim, value=_celsius(count))
    known = _FACTORS.get(count.unit or "")
    if known is None or known[1] == 1.0:
        return claim
    unit, factor = known
    return replace(claim, value=_times(count, factor, unit))


def _times(count: Count, factor: float, unit: str) -> Count:
    def scaled(value: float | None) -> float | None:
        return None if value is None else round(value * factor, 3)

    return replace(
        count,
        low=scaled(count.low),
        high=scaled(count.high),
        point=scaled(count.point),
        unit=unit,
    )


def _celsius(count: Count) -> Count:
    def warmed(value: float | None) -> float | None:
        return None if value is None else round((value - 32) / 1.8, 1)

    return replace(
        count, low=warmed(count.low), high=warmed(count.high), point=warmed(count.point), unit="C"
    )


def converted(x: Claim, y: Claim) -> bool:
    """Whether two amounts in different units are, rounded, one amount."""
    a, b = x.count, y.count
    if a.unit is None or b.unit is None or a.unit == b.unit or a.point is None or b.point is None:
        return False
    if a.unit in _IN_DOLLARS and b.unit in _IN_DOLLARS:
        return _plausible_rate(a, b)
    one, other = in_one_unit(x).count, in_one_unit(y).count
    if one.unit != other.unit or not one.point or not other.point:
        return False
    return abs(one.point - other.point) <= _SAME * max(one.point, other.point)


def _plausible_rate(a: Count, b: Count) -> bool:
    (a_least, a_most), (b_least, b_most) = _IN_DOLLARS[a.unit or ""], _IN_DOLLARS[b.unit or ""]
    least, most = (a.point or 0) * a_least, (a.point or 0) * a_most
    return least <= (b.point or 0) * b_most and (b.point or 0) * b_least <= most


def in_two_currencies(a: Count, b: Count) -> bool:
    """Whether two sums of money are in different currencies whose rates are known roughly."""
    return a.unit != b.unit and a.unit in _IN_DOLLARS and b.unit in _IN_DOLLARS


def comparable(x: Claim, y: Claim) -> bool:
    """Whether two amounts can be set side by side: one unit, or units of one kind."""
    a, b = x.count.unit, y.count.unit
    if a == b:
        return True
    kinds = {_FACTORS[unit][0] for unit in (a, b) if unit in _FACTORS}
    if {a, b} == {"C", "F"}:
        return True
    return len(kinds) == 1 and a in _FACTORS and b in _FACTORS
