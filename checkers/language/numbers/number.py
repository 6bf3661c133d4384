"""What a number in a sentence is: first as it is written, then as it is meant."""

from __future__ import annotations

from dataclasses import dataclass

from checkers.model import Hedge


# Neither is frozen: an article makes a dozen of each, and a frozen one takes three times as long.
@dataclass(slots=True)
class Number:
    """A number expression of one sentence.

    Attributes:
        first: First token of the whole stretch: hedges before the number and a currency's sign.
        last: One past its last token: unit, hedges behind, and the "of" of "dozens of people".
        core_first: First token of the number words alone.
        core_last: One past the last of them.
        low: Least value that the words allow; None where they set no lower bound.
        high: Greatest value that the words allow; None where they set no upper bound.
        point: The number as written; None for "dozens", for ranges and where there is no one value.
        hedge: How it is softened.
        style: How it is written: the styles of ``Count.style``, and ``vague`` for "dozens".
        use: ``quantity`` where it counts something, else why it does not: ``age``, ``money``,
            ``clock``, ``date``, ``year``, ``ordinal``, ``score``, ``calibre``, ``label``,
            ``measure``, ``percent``, ``phone``, ``duration``, ``address``, ``temperature``, or
            ``fraction`` of an unknown whole, for which only ``point`` is set.
        unit: Of a measure its unit (km, hectare, km/h, magnitude, time for "twice"-like
            "four times"), of a duration hour, day, …, of money the ISO code or the currency's name.
    """

    first: int
    last: int
    core_first: int
    core_last: int
    low: float | None
    high: float | None
    point: float | None
    hedge: Hedge
    style: str
    use: str
    unit: str | None = None


@dataclass(slots=True)
class Numeral:
    """Number words alone, before their surroundings are looked at.

    Attributes:
        first: First token.
        last: One past the last token.
        low: As in ``Number``, from the words alone ("a dozen" leaves some room, "12" none).
        high: As in ``Number``.
        point: As in ``Number``.
        style: As in ``Number``.
        hedge: What the words themselves soften: "dozens", "a dozen", "10 to 15".
        use: The use, where the form alone settles it ("16:25", "3rd"), else "".
        unit: The unit, where it is glued to the digits ("30mins"), else None.
        scale: Factor of the scale word at its end, which the lower end of a range may share.
        bare: Digits without sign, separator or scale, as dates, labels and years are written.
    """

    first: int
    last: int
    low: float | None
    high: float | None
    point: float | None
    style: str = "digits"
    hedge: Hedge = Hedge.EXACT
    use: str = ""
    unit: str | None = None
    scale: float = 1
    bare: bool = False


def exact(first: int, last: int, value: float, style: str, scale: float = 1) -> Numeral:
    """A numeral of one value."""
    return Numeral(first, last, value, value, value, style, scale=scale)


def tidy(value: float) -> float:
    """The value without the rounding error of "1.1 million"."""
    return round(value, 6)
