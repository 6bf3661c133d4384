"""One token with digits in it: "1,200", "1.200", "2bn", "3万人", "12th", "16:25", "l2"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from checkers.language.lexicon import inverted, mapped

_CURRENCIES: dict[str, str] = mapped("numbers", "currency_before")
_LETTERS: dict[str, int] = mapped("numbers", "scale_letter")
_SCRIPT: dict[str, int] = mapped("numbers", "scale_script")
_UNITS = inverted("numbers", "unit")
_DURATIONS = inverted("numbers", "duration")

_PARTS = re.compile(r"([^\d.]*?)(\.\d+|\d(?:[\d.,']*\d)?)([^\d]*)")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:'\d{3})+")
_LAKHS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_DECIMAL = re.compile(r"\d*\.\d+")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_VULGAR = re.compile(r"(\d*)([¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_SLASH = re.compile(r"(\d+)/(\d+)")
_SLASH_DATE = re.compile(r"\d{1,4}/(?:\d{1,2}|[a-z]+)(?:/\d{2,4})?")
_CLOCK = re.compile(
    r"(\d{1,2})[:.]([0-5]\d)(?::[0-5]\d)?(?:am|pm|a\.m\.?|p\.m\.?)|(\d{1,2}):([0-5]\d)(?::[0-5]\d)?"
    r"|\d{1,2}(?:am|pm|a\.m\.?|p\.m\.?)|([01]\d|2[0-3])[0-5]\d(?:gmt|utc|hrs|h|z)"
)
_RESULT = re.compile(r"\d{1,3}:\d{1,3}")
_PAIR = re.compile(r"([\d.,]+)[–—]([\d.,]+)")
_DECADE = re.compile(r"(?:1[1-9]|20)\d0s")
_TENS = re.compile(r"(?:(?:mid|early|late)-)?([1-9]0)s")
_ROUND_PLURAL = re.compile(r"(10{2,6})s")
_TEMPERATURE = re.compile(r"[-–]?(\d+(?:\.\d+)?)°?[cf]\.?")
_MAGNITUDE = re.compile(r"(?:m[wlsb]?|magnitude-)(\d\.\d{1,2})")
# A letter for a digit, as scanners read it: small L for one, capital O for nought.
_MISREAD = re.compile(r"l[\dlO]*\d[\dlO]*|l[lO]+|\d+O[\dO]*")

# A fraction with one of these below; others are dates ("9/11") or pairs ("24/7").
_DENOMINATORS = (2, 3, 4, 5, 6, 8, 10, 100)
_KNOWN_TOKENS = (
    1 << 14
)  # the same tokens come again and again; a guess at how many are worth keeping


@dataclass(frozen=True, slots=True)
class Written:
    """What one token with digits says.

    Attributes:
        value: The number; None where there is no one value.
        style: As in ``Count.style``; ``dotted`` for "1.200", which may be continental or a decimal.
        use: The use, where the token alone settles it.
        unit: Its unit, where glued on, or the currency whose sign stands before it.
        scale: Factor of a glued scale ("2bn"); ``value`` has it applied already.
        bare: Digits and nothing else.
        upper: The upper end of "10–15", of which ``value`` is the lower.
        plural: "100s": as vague as "hundreds".
        about: "~40".
    """

    value: float | None
    style: str = "digits"
    use: str = ""
    unit: str | None = None
    scale: float = 1
    bare: bool = False
    upper: float | None = None
    plural: bool = False
    about: bool = False


@lru_cache(maxsize=_KNOWN_TOKENS)
def read_digits(raw: str) -> Written | None:
    """What a token with digits says; None when it is no number ("AK-47", "A7")."""
    if raw.isdigit():
        return _run_of_digits(raw)
    lower = raw.lower()
    return _special(lower) or _pair(lower) or _in_parts(lower) or _misread(raw)


def plain_value(text: str) -> tuple[float, str] | None:
    """(value, style) of digits with separators; None when they are put in no known way."""
    if text.isdigit():
        return float(text), "digits"
    if _COMMAS.fullmatch(text):
        return float(text.replace(",", "")), "digits"
    if _LAKHS.fullmatch(text):
        return float(text.replace(",", "")), "lakh"
    if _POINTS.fullmatch(text) and not text.startswith("0"):
        once = text.count(".") == 1 and "," not in text
        value = text.replace(".", "").replace("'", "").replace(",", ".")
        return float(value), "dotted" if once else "continental"
    if _DECIMAL.fullmatch(text):
        return float(text), "digits"
    if _DECIMAL_COMMA.fullmatch(text):
        return float(text.replace(",", ".")), "continental"
    return None


def _run_of_digits(raw: str) -> Written | None:
    if not raw.isascii():  # superscripts: "¹²" is a footnote
        return None
    leading_zero = len(raw) > 1 and raw[0] == "0"
    return Written(float(raw), use="label" if leading_zero else "", bare=True)


def _special(lower: str) -> Written | None:
    """Clock times, dates, decades, temperatures, fractions: forms that settle the use."""
    if clock := _CLOCK.fullmatch(lower):
        hour = clock[1] or clock[3]
        return Written(None, use="clock" if hour is None or int(hour) < 24 else "score")
    if slash := _SLASH.fullmatch(lower):
        above, below = int(slash[1]), int(slash[2])
        if above < below and below in _DENOMINATORS:
            return Written(above / below, "fraction", use="fraction")
    if _SLASH_DATE.fullmatch(lower):
        return Written(None, use="date")
    if _RESULT.fullmatch(lower):
        return Written(None, use="score")
    if _DECADE.fullmatch(lower):
        return Written(float(lower[:-1]), use="year")
    if tens := _TENS.fullmatch(lower):
        return Written(float(tens[1]), use="age" if "-" in lower else "tens")
    if plural := _ROUND_PLURAL.fullmatch(lower):
        return Written(float(plural[1]), "vague", plural=True)
    if temperature := _TEMPERATURE.fullmatch(lower):
        return Written(float(temperature[1]), use="temperature")
    if magnitude := _MAGNITUDE.fullmatch(lower):
        return Written(float(magnitude[1]), use="measure", unit="magnitude")
    if vulgar := _VULGAR.fullmatch(lower):
        part = round(unicodedata.numeric(vulgar[2]), 6)
        whole = float(vulgar[1] or 0)
        return Written(whole + part, "fraction", use="" if whole else "fraction")
    return None


def _pair(lower: str) -> Written | None:
    """As in "10–15", "5–0", "2012–13": two numbers that the tokeniser leaves in one token."""
    match = _PAIR.fullmatch(lower)
    ends = (plain_value(match[1]), plain_value(match[2])) if match else (None, None)
    if ends[0] is None or ends[1] is None:
        return None
    return Written(ends[0][0], upper=ends[1][0], bare=match is not None and match[0][:4].isdigit())


def _in_parts(lower: str) -> Written | None:
    """A sign, digits with separators, and what is glued on behind."""
    match = _PARTS.fullmatch(lower)
    if match is None:
        return None
    sign, body, tail = match.groups()
    plain = plain_value(body)
    currency = _CURRENCIES.get(sign)
    if plain is None:
        return None
    if sign == "+":
        return Written(None, use="phone")
    if sign and currency is None and sign != "~":
        return None
    use, unit = ("money", currency) if currency else ("", None)
    return _with_tail(
        plain[0], plain[1], tail, Written(None, use=use, unit=unit, about=sign == "~")
    )


def _with_tail(value: float, style: str, tail: str, so_far: Written) -> Written | None:
    use, unit, about = so_far.use, so_far.unit, so_far.about
    tail = tail.rstrip(".")  # the full stop after an abbreviation: "24h."
    if tail in ("", "-", "*"):  # "5-" of "5- and 7-year-olds"; a footnote's star
        return Written(value, style, use, unit, about=about)
    if tail in _LETTERS:
        return Written(value * _LETTERS[tail], style, use, unit, _LETTERS[tail], about=about)
    if tail[0] in _SCRIPT and tail[1:] in ("", "人", "名", "多人"):
        return Written(value * _SCRIPT[tail[0]], "lakh", use, unit, _SCRIPT[tail[0]], about=about)
    if tail in ("st", "nd", "rd", "th"):
        return Written(value, style, "ordinal")
    if tail == "%":
        return Written(value, style, "percent")
    if tail in _UNITS:
        return Written(value, style, "measure", _UNITS[tail], about=about)
    if tail in _DURATIONS:
        return Written(value, style, "duration", _DURATIONS[tail], about=about)
    return None


def _misread(raw: str) -> Written | None:
    """As in "l2", "1O": the number that was meant."""
    if not _MISREAD.fullmatch(raw):
        return None
    return Written(float(raw.replace("l", "1").replace("O", "0")), "typo")
