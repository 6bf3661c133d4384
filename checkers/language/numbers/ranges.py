"""Two numbers that make one, as "10 to 15" or "two or three", and pairs that do not."""

from __future__ import annotations

from dataclasses import replace

from checkers.language.document import Tokens
from checkers.language.lexicon import mapped
from checkers.language.numbers.digits import read_digits
from checkers.language.numbers.loose import read_loose
from checkers.language.numbers.neighbours import counted_noun, glued, hyphen, word
from checkers.language.numbers.number import Numeral
from checkers.language.numbers.numerals import read_plain
from checkers.model import Hedge

_SEQUENCE = {name: frozenset(words) for name, words in mapped("numbers", "sequence").items()}
_CURRENCIES = frozenset(mapped("numbers", "currency_before"))
_SUSPENDED = frozenset({"and", "or", "to"})
# "Two or three", "20 or 30", "10 or 20"; further apart the two are alternatives, not a range.
_WIDEST_OR = 3
_CENTURY = 100
_THOUSAND = 1000
_DIGITS_OF_YEAR = 4
_DAYS_IN_MONTH = 31
_MONTHS = 12
_HOURS_ON_DIAL = 12
_LOCAL_DIGITS = 6  # telephone numbers have more
_YEARS = range(1000, 2101)
_SPORTS_REACH = 8  # tokens on either side in which a word of sport or voting makes a pair a result


def read_number(tokens: Tokens, at: int) -> Numeral | None:
    """The number expression that starts at a token, ranges and pairs taken as one."""
    first = read_loose(tokens, at) or read_plain(tokens, at)
    if first is None:
        return None
    if first.hedge is Hedge.BETWEEN:  # "10–15" in one token
        return _judged(tokens, first, first.low, first.high)
    if first.last == at + 1 and (chain := _chain(tokens, first)):
        return chain
    if first.low is None or first.use not in ("", "money") or first.style in ("none", "vague"):
        return first
    return _range(tokens, first) or first


def _chain(tokens: Tokens, first: Numeral) -> Numeral | None:
    """Groups of digits in a row that make a date, a telephone number or a name in figures."""
    last, groups, hyphens = first.last, [tokens.raw[first.first].lstrip("+")], 0
    if not groups[0].isdigit():
        return None
    while last < len(tokens):
        joint = hyphen(tokens, last)
        if not _digit_group(tokens, last + joint):
            break
        groups.append(tokens.raw[last + joint])
        last, hyphens = last + 1 + joint, hyphens + joint
    if len(groups) == 1:
        return None
    use = _use_of_chain(groups, hyphens, counted_noun(word(tokens, last)))
    if tokens.raw[first.first][0] == "+":
        use = "phone"
    return Numeral(first.first, last, None, None, None, use=use) if use else None


def _digit_group(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens.raw[at].isdigit() and tokens.raw[at].isascii()


def _use_of_chain(groups: list[str], hyphens: int, counts: bool) -> str:
    """The use of several groups of digits, or "" where they are numbers of their own."""
    sizes = [len(group) for group in groups]
    leads_with_zero = groups[0][0] == "0" and sizes[0] > 1
    if sizes == [4, 2, 2] or (hyphens == 2 and _is_date(groups)):
        return "date"
    if leads_with_zero or (sizes == [3, 4] and hyphens and not counts):
        return "phone" if sum(sizes) > _LOCAL_DIGITS else "label"
    if len(groups) > 2 and sum(sizes) > _LOCAL_DIGITS:
        return "phone"
    return "label" if len(groups) > 2 and hyphens == len(groups) - 1 else ""


def _is_date(groups: list[str]) -> bool:
    """As in "05-03-2021", "5-3-21": a day, a month and a year in one order or another."""
    numbers = sorted(map(int, groups))
    year = max(len(group) for group in groups) == _DIGITS_OF_YEAR
    small = numbers[0] <= _MONTHS and numbers[1] <= _DAYS_IN_MONTH
    return len(groups) == 3 and small and (year or all(len(group) == 2 for group in groups))


def _range(tokens: Tokens, first: Numeral) -> Numeral | None:
    """The first number with a second one that makes a range, a result or a span of years."""
    found = _second(tokens, first)
    if found is None:
        return None
    joint, second = found
    if second.low is None or second.high is None or second.hedge is Hedge.VAGUE:
        return None
    low, high = first.point, second.point
    if low is None or high is None or second.use not in ("", "money"):
        return None
    low *= _shared_scale(first, second, low, high)
    both = replace(
        second,
        first=first.first,
        low=low,
        high=high,
        point=None,
        hedge=Hedge.BETWEEN,
        bare=first.bare and second.bare,
        use=first.use,
        unit=first.unit,
    )
    if joint == " - ":
        return _descending(tokens, both)
    if joint == "-":
        return _judged(tokens, both, low, high)
    if low >= high:
        if joint == "and" and low <= _HOURS_ON_DIAL:  # "open between ten and four"
            return replace(both, low=None, high=None, hedge=Hedge.EXACT, use="clock")
        return _descending(tokens, both) if joint == "to" else None
    if joint == "or":
        return both if high <= _WIDEST_OR * max(low, 1) else None
    return both if joint == "and" or not _is_sequence(tokens, first) else None


def _shared_scale(first: Numeral, second: Numeral, low: float, high: float) -> float:
    """The scale that is written once for both: "two to three million", "5-6,000"."""
    if first.scale > 1:
        return 1
    scale = second.scale
    if scale == 1 and first.bare and not second.bare and high % _THOUSAND == 0:
        scale = _THOUSAND
    return scale if low * scale < high else 1


def _second(tokens: Tokens, first: Numeral) -> tuple[str, Numeral] | None:
    """The word that joins, and the number behind it."""
    at = first.last
    suspended = word(tokens, at) == "-" or tokens.raw[at - 1][-1] == "-"
    follower = word(tokens, at + 1)
    if word(tokens, at) == "-" and glued(tokens, at):
        at += follower in _SUSPENDED or follower.startswith("to-")  # "10- to 15-hour", "20-to-30"
    joint = word(tokens, at)
    if joint.startswith("to-"):
        return _behind_to(tokens, at)
    if joint in ("–", "-") and glued(tokens, at) == glued(tokens, at + 1):
        return _number_after("-" if glued(tokens, at) else " - ", tokens, at + 1)
    if joint == "and" and not suspended and word(tokens, _before_sign(tokens, first)) == "between":
        return _number_after(joint, tokens, at + 1)
    if joint in ("to", "or"):
        return _number_after(joint, tokens, at + 1)
    return None


def _before_sign(tokens: Tokens, first: Numeral) -> int:
    """Index of the word before a number, a currency's sign left out."""
    at = first.first - 1
    return at - 1 if word(tokens, at) in _CURRENCIES else at


def _behind_to(tokens: Tokens, at: int) -> tuple[str, Numeral] | None:
    """As in "20-to-30", of which the tokeniser makes "20", "-", "to-30"."""
    written = read_digits(tokens.raw[at][3:]) if len(tokens.raw[at]) > 3 else None
    if written is None or written.value is None or written.use:
        return None
    value = written.value
    return "to", Numeral(at, at + 1, value, value, value, written.style, scale=written.scale)


def _number_after(joint: str, tokens: Tokens, at: int) -> tuple[str, Numeral] | None:
    if word(tokens, at) == "-":  # "10-to-15"
        at += 1
    if word(tokens, at) in _CURRENCIES:
        at += 1
    if at >= len(tokens):
        return None
    second = read_loose(tokens, at) or read_plain(tokens, at)
    return (joint, second) if second and second.first == at else None


def _is_sequence(tokens: Tokens, first: Numeral) -> bool:
    """Whether "from 12 to 19" tells a change, as it does unless something ranges or varies."""
    at = _before_sign(tokens, first)
    if word(tokens, at) in _SEQUENCE["no_range_after"]:
        return True
    if word(tokens, at) != "from":
        return False
    return word(tokens, at - 1) not in _SEQUENCE["ranging"]


def _judged(tokens: Tokens, pair: Numeral, low: float | None, high: float | None) -> Numeral | None:
    """What a pair over a hyphen or a dash is: years, a result, or a range."""
    if low is None or high is None:
        return None
    if _are_years(tokens, pair, low, high):
        return replace(pair, low=low, high=None, point=low, hedge=Hedge.EXACT, use="year")
    if low < high and low > 0 and not _among_results(tokens, pair):
        return pair
    return replace(pair, low=None, high=None, point=None, hedge=Hedge.EXACT, use="score")


def _descending(tokens: Tokens, pair: Numeral) -> Numeral | None:
    """As in "won 3 to 1", "won 5 – 0"; elsewhere the two numbers are two numbers."""
    if not _among_results(tokens, pair):
        return None
    return replace(pair, low=None, high=None, point=None, hedge=Hedge.EXACT, use="score")


def _are_years(tokens: Tokens, pair: Numeral, low: float, high: float) -> bool:
    """As in "2012-13", "1939–1945"."""
    if not pair.bare or low not in _YEARS or counted_noun(word(tokens, pair.last)):
        return False
    return high in _YEARS or (high < _CENTURY and high == (low % _CENTURY) + 1) or high < low


def _among_results(tokens: Tokens, pair: Numeral) -> bool:
    """Whether words of sport or voting stand near, and nothing that could be counted follows."""
    follower = word(tokens, pair.last)
    if counted_noun(follower) and follower not in _SEQUENCE["results"]:
        return False
    near = tokens.lower[max(0, pair.first - _SPORTS_REACH) : pair.last + _SPORTS_REACH]
    return not _SEQUENCE["results"].isdisjoint(near)
