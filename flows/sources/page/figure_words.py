"""Caption and credit of a picture, told apart in the markup that holds both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache

from lxml import html

from flows.sources.page.markup import words_of
from flows.sources.page.names import Names
from flows.sources.printed.credits import (
    MOST_CREDIT_WORDS,
    read_credit,
    read_labelled_caption,
    split_credit,
)
from seeds import words

# Names by which systems mark captions and credits outside the elements made for them.
CAPTION_NAMES = Names(
    r"caption(?!ing|ed)|cutline|(?:image|photo|picture)[-_]{0,2}text"
    r"|(?:image|photo|picture|media|slide|gallery)[\w-]*?(?:desc|legend)"
)
CREDIT_NAMES = Names(
    r"credit(?!-?caption|-?line)|copyright|photographer|attribution(?<!caption attribution)"
    r"|(?:image|photo|picture)[-_]{0,2}(?:source|by)"
)
# Elements in which captions stand.
CAPTION_BOXES = ("dd", "div", "em", "figcaption", "li", "p", "small", "span", "td")
# Inside a caption these hold the credit too.
_CREDIT_INSIDE = Names(r"\b(?:by|author|source|agency|cite)\b|byline")
# What stands inside a caption but is no part of it.
_NOT_READ = frozenset({"button", "noscript", "script", "style", "svg", "template", *("h1", "h2")})
# "1 of 4" or "[1/2]" in a gallery; "2 of 4 victims" goes on in lower case.
_NUMBER = re.compile(r"^[(\[]?\d{1,3}\s?(?:of|/)\s?\d{1,3}[)\]]?[\s:.|]*(?=[^\W\d_a-z]|[\"“'‘])")
_BUTTON = re.compile(
    r"\s*(?:\b(?:hide|toggle|close|enlarge this) (?:caption|image)|caption close|\[\+\]"
    r"|\.\.\. ?more|Read More|Purchase Licensing Rights.*|, opens new tab|\bCredit:?)\s*$"
)
# "Credit..." is how one system begins a credit for those who listen.
_DOTTED = re.compile(r"(?:\s*\bCredit)?\s*\bCredit\s?(?:\.\.\.|…)\s*(?P<who>.+)$")
# "[Jane Doe/Harbour Post]", "(Jane Doe / HP)" at the end: a name and an outlet that is no agency.
_IN_BRACKETS = re.compile(
    r"\s*(?:\[(?P<square>[^\[\]]{3,60}/[^\[\]]{2,40})\]"
    r"|\((?P<round>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,3}\s?[/|]\s?[A-Z][^()]{1,40})\))\.?$"
)
_LABEL = re.compile(
    r"(?:(?:image|photo(?:graph)?|picture)s?\s(?:source|credit|copyright|courtesy(?:\sof)?)|credits?"
    r"|copyright|source|photo(?:graph)?s?|images?|pictures?|pics?|foto)\s?(?:[:,/©]|\.\.\.|by\b)+\s*"
    r"|©(?:\scopyright)?,?:?\s*",
    re.IGNORECASE,
)
# What stands in lower case between names.
_BETWEEN_NAMES = frozenset(
    {"for", "of", "via", "and", "the", "de", "van", "von", "der", "al", "bin"}
)
# A longer text is a piece of the article, whatever its markup says.
LONGEST_CAPTION = 3000
LONGEST_CREDIT = 300


def caption_and_credit(holder: html.HtmlElement) -> tuple[str, str]:
    """The caption and the credit that ``holder`` holds; "" for what is not there."""
    holder = deepcopy(holder)
    credit = " ".join(_distinct(map(words_of, _taken_out(holder, _is_credit)))).strip(" ()[]|")
    _taken_out(holder, _is_no_caption)
    printed = words_of(holder)
    if not credit and _is_bare_credit(printed):
        return "", bare_credit(printed)
    caption = _bare(printed)
    if len(caption) > LONGEST_CAPTION:
        return "", bare_credit(credit)
    if caption and is_credit(caption):
        caption, credit = "", credit or read_credit(caption) or caption
    if not credit:
        caption, credit = _split(caption)
    return caption, bare_credit(credit)


def is_credit(line: str) -> bool:
    """Whether a line is nothing but a credit: labelled, or the name of an agency."""
    return bool(read_credit(line)) or line in words("photo_credits")["agencies"]


def _is_bare_credit(line: str) -> bool:
    """Whether a line is a label and names: "Photographs: Jane Doe for the Post"."""
    match = _LABEL.match(line)
    who = line[match.end() :].split() if match else []
    return 0 < len(who) <= MOST_CREDIT_WORDS and not any(
        word[0].islower() and word not in _BETWEEN_NAMES for word in who
    )


def bare_credit(credit: str) -> str:
    """A credit without its label ("Photo:", "Image source,", "©") and the brackets around it."""
    credit = credit.strip(" ()[]|")
    match = _LABEL.match(credit)
    credit = credit[match.end() :] if match else credit
    return credit.strip(" |") if len(credit) <= LONGEST_CREDIT else ""


def labelled_credit(box: html.HtmlElement) -> str:
    """The credit in a part of ``box`` that begins with "Image source," or the like, else ""."""
    for part in box.iter("span", "div", "p", "small", "cite"):
        if (part.text or (len(part) and part[0].text)) and len(part) <= 3:
            said = words_of(part)
            match = _LABEL.match(said) if len(said) <= LONGEST_CREDIT else None
            if match and said[match.end() :]:
                return bare_credit(said)
    return ""


def is_caption(element: html.HtmlElement) -> bool:
    """Whether an element is named as a caption, and not as a credit or a button."""
    named = element.tag == "figcaption" or CAPTION_NAMES.name(element)
    return element.tag in CAPTION_BOXES and named and not CREDIT_NAMES.name(element)


def captions_in(box: html.HtmlElement) -> list[html.HtmlElement]:
    """The captions in ``box`` by their names; of several inside each other the innermost."""
    named = [part for part in box.iterdescendants(*CAPTION_BOXES) if is_caption(part)]
    outer = {above for part in named for above in part.iterancestors()}
    return [part for part in named if part not in outer]


def _split(caption: str) -> tuple[str, str]:
    """A caption and the credit at its end, in any of the forms that pages print."""
    if match := _DOTTED.search(caption):
        return caption[: match.start()].rstrip(), match["who"]
    if match := _IN_BRACKETS.search(caption):
        return caption[: match.start()].rstrip(" |–—-"), match["square"] or match["round"]
    return split_credit(caption)


def _distinct(said: Iterator[str]) -> list[str]:
    """The texts without those that repeat another one."""
    kept: list[str] = []
    for text in said:
        if text and not any(text in other for other in kept):
            kept.append(text)
    return kept


def _taken_out(
    holder: html.HtmlElement, is_meant: Callable[[html.HtmlElement], bool]
) -> list[html.HtmlElement]:
    """The outermost parts of ``holder`` that are meant, taken out of it."""
    parts: list[html.HtmlElement] = []
    for part in holder.iterdescendants():
        inside = any(ancestor in parts for ancestor in part.iterancestors())
        if not inside and isinstance(part.tag, str) and is_meant(part):
            parts.append(part)
    for part in parts:
        # Two words that only this part kept apart must not grow together.
        part.tail = f" {part.tail or ''}"
        part.drop_tree()
    return parts


def _is_credit(part: html.HtmlElement) -> bool:
    return part.tag == "cite" or CREDIT_NAMES.name(part) or _CREDIT_INSIDE.name(part)


def _is_no_caption(part: html.HtmlElement) -> bool:
    """Whether a part of a caption is a button or the like: "… more", "less"."""
    return part.tag in _NOT_READ or (part.tag == "a" and CAPTION_NAMES.name(part))


def _bare(caption: str) -> str:
    """A caption without its number in a gallery, its label and its buttons."""
    before = None
    while caption != before:
        before = caption
        caption = _BUTTON.sub("", caption)
    caption = _NUMBER.sub("", caption)
    match = _label().match(caption)
    caption = caption[match.end() :] if match else caption
    return (read_labelled_caption(caption) or caption).strip(" |")


@cache
def _label() -> re.Pattern[str]:
    """Labels that only a screen reader reads out: "Image caption" without colon or comma."""
    labels = "|".join(map(re.escape, words("photo_credits")["captions"]))
    return re.compile(rf"(?:{labels})[,:]?\s+")
