"""Words that only look like dates: "may have", "Ms Sunday", "the Sunday Times", "2000 people"."""

from __future__ import annotations

import re

from checkers.language.dates.vocabulary import FULL_MONTH
from checkers.language.lexicon import mapped

# Read backwards from a date: from the front a search would try every word up to there.
_WORDS_BEFORE = re.compile(r"[ -]+([\w'.]+)( [\w'.]+)?")
_WORD_AFTER = re.compile(r"(?:'s)? +([\w']+(?: [\w']+)?)")
_YEAR_BEFORE = re.compile(r"\b(?:1[5-9]|20)\d\d,? (?:and|or|to|until|through) $")
_VERB_AFTER_MAY = re.compile(r" (?:be|have|not|also|soon|still|never|well|face|need|yet)\b")
_MODAL_MONTHS = ("may", "march", "mar")
_QUOTED, _UNQUOTED = "\"'“‘", re.compile("[,.]?[\"'”’]")


def _word_before(text: str, start: int) -> str:
    found = _WORDS_BEFORE.match(text[max(0, start - 30) : start][::-1])
    return found[1][::-1] if found else ""


def _words_before(text: str, start: int) -> str:
    """The last two words before a date, or the one that stands there alone."""
    found = _WORDS_BEFORE.match(text[max(0, start - 40) : start][::-1])
    return (found[1] + (found[2] or ""))[::-1] if found else ""


def _words_after(text: str, end: int) -> str:
    found = _WORD_AFTER.match(text, end)
    return found[1] if found else ""


def _listed(name: str) -> list[str]:
    words: list[str] = mapped("dates", "words")[name]
    return words


def is_month(text: str, raw: str, start: int, end: int) -> bool:
    """Whether a month's name beside a day's number or a year is one: "May 5", not "may 5"."""
    name = text[start:end].rstrip(".")
    return raw[start].isupper() or (name not in _MODAL_MONTHS and len(name) > 4)


def is_lone_month(text: str, raw: str, start: int, month: int, end: int) -> bool:
    """Whether a month without day and year is one: after a preposition, and no person's name.

    ``start`` is where the expression begins, ``month`` to ``end`` the month itself.
    """
    if not raw[month].isupper() or not re.fullmatch(FULL_MONTH, text[month:end]):
        return False
    before = _word_before(text, start)
    if before in _listed("titles"):
        return False
    if before == "the" and start == month:  # "the May election", not "the March to Dorrin"
        after = _words_after(text, end).partition(" ")[0]
        return raw[end + 1 : end + 2].islower() and after not in _listed("after_march")
    if raw[end + 1 : end + 2].isupper() and before not in _listed("dates_year"):
        return False  # "Ana and August Frei"
    return start < month or before in _listed("before_month")


def is_numbered(text: str, start: int) -> bool:
    """Whether a number belongs to the word before it: "page 5", "flight 12"."""
    return _word_before(text, start) in _listed("numbered")


def is_verb_may(text: str, start: int, end: int) -> bool:
    """Whether "12 May" is the headline of what twelve people may do."""
    return text[start:end] == "may" and bool(_VERB_AFTER_MAY.match(text, end))


def is_counted_month(text: str, start: int, end: int) -> bool:
    """Whether the number belongs to what follows: "in May 12 people died"."""
    after = _words_after(text, end).partition(" ")[0]
    return text.endswith("in ", 0, start) and after.isalpha() and after not in _listed("joining")


def is_weekday_name(text: str, raw: str, start: int, end: int) -> bool:
    """Whether a weekday is a name, a feast or a habit: "Ms Sunday", "every Friday"."""
    words = _words_before(text, start)
    last = words.rpartition(" ")[2]
    if last in _listed("titles") or last in _listed("before_day_name"):
        return True
    if words in ("on a", "on any", "on one") or _is_given_name(text, raw, start):
        return True
    after = _words_after(text, end)
    if after in _listed("after_day_name") or after.partition(" ")[0] in _listed("after_day_name"):
        return not raw[start].islower() and raw[end : end + 2].strip()[:1].isupper()
    capital = raw[end + 1 : end + 2].isupper() and after.partition(" ")[0] not in ("and",)
    return last == "the" and capital


def _is_given_name(text: str, raw: str, start: int) -> bool:
    """Whether a month stands straight before a weekday: "Captain April Sunday"."""
    word = _word_before(text, start)
    return bool(word) and re.fullmatch(FULL_MONTH, word) is not None and text[start - 1] == " "


def is_name_of_today(text: str, raw: str, start: int, end: int, *, title: bool) -> bool:
    """Whether "Today" is a paper or a programme: "USA Today", "the Today programme"."""
    if _word_before(text, start) in _listed("before_today"):
        return True
    if title or not raw[start].isupper() or raw[start:end].isupper():
        return False
    opening = raw[max(0, start - 4) : start].rstrip()
    return bool(opening) and opening[-1] not in ".:;!?\"'(–—-"


def is_year(text: str, start: int, end: int, *, alone: bool) -> bool:
    """Whether four digits are a year, by the word before and the noun after them.

    ``alone`` says that the sentence holds nothing else.
    """
    after = _words_after(text, end).partition(" ")[0]
    if after in _listed("counted") or after in _listed("makes"):
        return False
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return False
    if alone or (text[start - 1 : start] == "(" and text[end : end + 1] in (")", ",", ";")):
        return True
    if _YEAR_BEFORE.search(text, max(0, start - 16), start):
        return True
    before = _word_before(text, start)
    if before in _listed("dates_year"):
        round_number = text[end - 2 : end] == "00" and after.endswith("s")
        return not round_number
    return before in _listed("before_year") and after.isalpha() and bool(after)


def is_known_by_date(text: str, start: int, end: int) -> bool:
    """Whether a date is the name of one happening: "the September 11 attacks"."""
    if text[start:end].removeprefix("the ") not in _listed("known_by_date"):
        return False
    after = _words_after(text, end).split()
    return bool(after) and after[0].rstrip("'s") in [
        word.rstrip("s") for word in _listed("known_as")
    ]


def names_something(text: str, raw: str, start: int, end: int) -> bool:
    """Whether a date is the name of a street, a movement or a play: "25 November Street".

    All that stands between quotation marks is a title.
    """
    if start > 0 and raw[start - 1] in _QUOTED and _UNQUOTED.match(raw, end):
        return True
    after = _words_after(text, end).partition(" ")[0]
    return raw[end + 1 : end + 2].isupper() and after in _listed("named_for_days")


def is_other_calendar(text: str, end: int) -> bool:
    """Whether the words after a date name a calendar that is not the common one."""
    following = text[end : end + 40]
    return any(name in following for name in _listed("other_calendars")) or bool(
        re.match(r",? \(?(?:a\.?h|b\.?e|s\.?h|h\.?s)\b\.?\)?", following)
    )


def is_before_christ(text: str, end: int) -> bool:
    """Whether "BC" follows."""
    return bool(re.match(r"(?:[-–/ ]+\d+)? ?b\.?c\.?(?:e\.?)?\b", text[end : end + 14]))


def is_feast_thing(text: str, start: int, end: int) -> bool:
    """Whether a feast is part of the name of a thing: "a Christmas market", "White Christmas"."""
    after = _words_after(text, end).partition(" ")[0]
    return after in _listed("after_feast") or _word_before(text, start) in _listed("before_feast")


def is_season_thing(text: str, end: int) -> bool:
    """Whether a season is part of the name of a thing: "the spring term"."""
    return _words_after(text, end).partition(" ")[0] in _listed("after_season")
