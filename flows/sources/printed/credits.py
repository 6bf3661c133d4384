"""The credit of a picture, told from its caption."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from seeds import words

# A credit is a name and an agency; a longer text after "Photo:" is the caption itself.
MOST_CREDIT_WORDS = 8
LONGEST_CREDIT = 100
# A credit at the end of a caption may name several people.
LONGEST_ENDING = 200


def split_credit(caption: str) -> tuple[str, str]:
    """A caption and the credit printed at its end; the credit is "" where there is none.

    "Smoke over the port. (AP Photo/Jane Doe)" gives the sentence and "AP Photo/Jane Doe".
    """
    end = max(0, len(caption) - LONGEST_ENDING)
    match = _at_end().search(caption, end)
    if match is None or not match.start():
        return caption, ""
    return caption[: match.start()].rstrip(" |–—-"), match[0].strip(" ()[].|")


def names_agency_only(credit: str) -> bool:
    """Whether a credit is an agency's bare name, which may also credit the text above it."""
    return credit in words("photo_credits")["agencies"]


def read_credit(line: str) -> str:
    """The credit that a line of its own gives ("Photo: Jane Doe/Reuters"), else ""."""
    match = _own_line().fullmatch(line)
    if match is None or len(line) > LONGEST_CREDIT:
        return ""
    credit = (match["who"] or line).strip(" .")
    return credit if len(credit.split()) <= MOST_CREDIT_WORDS else ""


def read_labelled_caption(line: str) -> str:
    """The caption behind a label such as "Image caption," or "Photo:", else ""."""
    match = _labelled().fullmatch(line)
    return match["caption"] if match else ""


def is_archive_caption(line: str) -> bool:
    """Whether a line begins as the captions of archive pictures do: "FILE - …"."""
    return bool(_archive().match(line))


def _either(entries: Iterable[str]) -> str:
    """A pattern for any of the entries, the longest first."""
    return "|".join(re.escape(entry) for entry in sorted(entries, key=len, reverse=True))


@cache
def _at_end() -> re.Pattern[str]:
    agencies = _either(words("photo_credits")["agencies"])
    labels = _either(words("photo_credits")["labels"])
    inside = r"[^()\[\]]"
    return re.compile(
        rf"""\s*(?:
            [(\[](?:
                (?:{agencies})\s(?:{labels}){inside}*       # (AP Photo/Jane Doe)
              | (?:{labels})\s?(?::|/|by\b|of\b){inside}+   # (Photo: Jane Doe)
              | {inside}*[/|,]\s?(?:{agencies}){inside}*    # [Jane Doe/Reuters]
              | (?:{agencies})(?:\s?[/|]{inside}*)?         # (Reuters), (AFP/Jane Doe)
            )[)\]]
          | (?<=[.!?"”'’|–—-])\s+(?:(?:{labels})\s?(?::|/|by\b)|©)\s*\S.{{1,80}}
          | (?<=[.!?"”'’])\s+(?:[A-Z][\w.'’-]+\s){{0,3}}[A-Z][\w.'’-]+\s?/\s?(?:{agencies})
          | (?<=[.!?"”'’])\s+(?:{agencies})/[A-Z][^.]{{2,60}}    # … the shaft. REUTERS/Jane Doe
        )\.?$""",
        re.VERBOSE,
    )


@cache
def _own_line() -> re.Pattern[str]:
    agencies = _either(words("photo_credits")["agencies"])
    labels = _either(words("photo_credits")["labels"])
    name = r"(?:[A-Z][\w.'’-]+ ){0,3}[A-Z][\w.'’-]+"
    return re.compile(
        rf"[(\[]?(?:(?:{labels})(?:\s?[:,/©]| by\b| courtesy of\b)\s*(?P<who>.+?)"
        rf"|(?:{agencies}) (?:{labels})\b.*|{name}\s?/\s?(?:{agencies})[^.]*)[)\]]?"
    )


@cache
def _labelled() -> re.Pattern[str]:
    captions = _either(words("photo_credits")["captions"])
    labels = _either(words("photo_credits")["labels"])
    return re.compile(rf"(?:(?:{captions})\s?[:,]|(?:{labels})\s?:)\s*(?P<caption>\S.*)", re.DOTALL)


@cache
def _archive() -> re.Pattern[str]:
    return re.compile(rf"(?:{_either(words('photo_credits')['archive'])})\s?[:–—-]\s")
