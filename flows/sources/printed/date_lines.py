"""Lines that say when a page was published or changed: "Updated 5 March 2026 | 18:30 by newsdesk".

Only a line that is nothing but dates with their labels, an author and an outlet is read. A date in
running prose says when something happened, not when the text was published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checkers.model import Origin, Stamp
from flows.sources.printed.dates import DATE, TIME, printed_stamp, without_dates, without_times
from seeds import words

# A line of dates is short; longer ones are prose.
LONGEST_LINE = 160
# More words than these beside a date make a sentence; an outlet's or a town's name has fewer.
MOST_WORDS_BESIDE = 6
MOST_WORDS_UNLABELLED = 4

# Only where a part of the line begins with it: "Bridge Hit by Barge" names no author.
_AUTHOR = re.compile(
    r"(?:^|[^\w\s])\s*(?:(?:posted|published|reported|story|text|updated|words|written) )?"
    r"by:?\s+(?P<name>[^|•·–—,;<>()\d]+)",
    re.IGNORECASE,
)
# What says how long a page is, how much it was talked about, or how long ago it appeared.
_COUNTER = re.compile(
    r"\b\d+\s?(?:min(?:ute)?s?|comments?|shares?|views?|h(?:ou)?rs?)\b(?:\s(?:read|ago))?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[|•·–—/,;:()\[\]<>-]+|\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that says when a page was published or changed, and perhaps who wrote it.

    A date that could mean two days ("02/03/2026") is None: the line is a date line all the same.
    """

    published: Stamp | None = None
    modified: Stamp | None = None
    author: str = ""


def read_date_line(line: str, named: frozenset[date] = frozenset()) -> DateLine | None:
    """What a line of dates says; None for every other line.

    Args:
        line: The line.
        named: Days that the page names elsewhere, to tell 5 March from 3 May in "05/03/2026".
    """
    if len(line) > LONGEST_LINE or not any(map(str.isdigit, line)):
        return None
    dates = list(DATE.finditer(line))
    if not dates or not _is_date_line(line, dates):
        return None
    published = modified = None
    for match, before, after in _surroundings(line, dates):
        stamp = printed_stamp(match, before, after, named)
        if _label(before) == "modified":
            modified = modified or stamp
        else:
            published = published or stamp
    return DateLine(published, modified, _author(_names(line)))


def read_printed(written: str, origin: Origin) -> Stamp | None:
    """The moment that a text such as "March 5, 2026, 6:30 pm EET" gives, if it gives just one."""
    line = read_date_line(written)
    stamp = line and (line.published or line.modified)
    return Stamp(stamp.at, origin, stamp.day_only, stamp.zone_known) if stamp else None


def read_author(line: str) -> str:
    """The author whom a line such as "By Jane Doe, Harbour Post" names, else ""."""
    begins = _AUTHOR.match(line.strip())
    return _author(line) if begins and len(line.split()) <= 2 * MOST_WORDS_BESIDE else ""


def _surroundings(
    line: str, dates: list[re.Match[str]]
) -> Iterator[tuple[re.Match[str], str, str]]:
    """Each date with what stands before it (up to the date before) and behind it."""
    for index, match in enumerate(dates):
        start = dates[index - 1].end() if index else 0
        end = dates[index + 1].start() if index + 1 < len(dates) else len(line)
        yield match, line[start : match.start()], line[match.end() : end]


def _label(before: str) -> str:
    """Whether the words before a date say that it is of publication or of a change."""
    labels = words("page_furniture")["date_labels"]
    said = re.sub(r"\bby\b.*", "", without_times(before), flags=re.IGNORECASE).strip().lower()
    last = re.split(r"[|•·–—]", said)[-1].strip(" :,-")
    for kind in ("modified", "published"):
        if last in labels[kind] or any(last.endswith(f" {label}") for label in labels[kind]):
            return str(kind)
    return ""


def _is_date_line(line: str, dates: list[re.Match[str]]) -> bool:
    """Whether nothing but labels, an author and a name or two stand beside the dates."""
    labels = words("page_furniture")["date_labels"]
    rest = _AUTHOR.sub("|", _names(line))
    labelled = False
    beside: list[str] = []
    for part in _SEPARATOR.split(rest):
        said = part.strip(" '\"*_").lower()
        if said in labels["published"] or said in labels["modified"]:
            labelled = True
        else:
            beside += part.split()
    if any(re.fullmatch(r"\W*\d[\W\d]*", word) for word in beside):
        return False  # a figure of its own is news; "News24" is a name
    if not (labelled or TIME.search(DATE.sub("|", line)) or any(match["iso"] for match in dates)):
        return len(beside) <= MOST_WORDS_UNLABELLED and _are_names(beside)
    beside = [word for word in beside if word.lower() not in labels["filler"]]
    return len(beside) <= MOST_WORDS_BESIDE and (labelled or _are_names(beside))


def _are_names(beside: list[str]) -> bool:
    return not any(word[0].islower() for word in beside)


def _author(line: str) -> str:
    """The name behind "by", "" where it is too long for one or there is none."""
    match = _AUTHOR.search(line)
    if match is None:
        return ""
    filler = words("page_furniture")["date_labels"]["filler"]
    name = re.sub(rf"(?:\s+(?:{'|'.join(filler)}))+\s*$", "", match["name"]).strip(" .:-'\"*_")
    return name if len(name.split()) <= MOST_WORDS_BESIDE else ""


def _names(line: str) -> str:
    """What stands in ``line`` beside dates and counters."""
    return without_dates(_COUNTER.sub("|", line))
