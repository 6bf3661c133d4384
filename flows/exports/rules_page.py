"""``docs/rules.md``: every rule with what it flags, what it spares and an example of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checkers.rule import LooksAt, Report, Rule
from flows.plain.visible import visible
from flows.plain.vocabulary import FAMILIES, REASONS

_LOOKS_AT = {
    LooksAt.ARTICLE: "one article",
    LooksAt.EVENT: "the articles on one event",
    LooksAt.PICTURE: "every use of one picture",
    LooksAt.REVISIONS: "every revision of one article",
    LooksAt.COPIES: "articles that share one text",
}
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")  # what Markdown would read as more than words


def rules_page(rules: Sequence[Rule]) -> str:
    """The page, in Markdown, ending in a line feed."""
    return "\n".join(_lines(rules)) + "\n"


def _lines(rules: Sequence[Rule]) -> Iterator[str]:
    yield from (
        "# Rules",
        "",
        "Made from the rules themselves by `make rules`; change a rule, not this page.",
        "",
        "| code | looks at | flags |",
        "|---|---|---|",
    )
    for rule in rules:
        code = rule.code.lower()
        yield f"| [{rule.code}](#{code}) | {_LOOKS_AT[rule.looks_at]} | {_plain(rule.title)} |"
    for rule in rules:
        yield from _section(rule)
    yield from (
        "",
        "## Why a difference is not a finding",
        "",
        "Two statements that differ are let stand, and the reason is kept, when:",
        "",
        "| reason | two statements differ, but |",
        "|---|---|",
    )
    for reason, words in REASONS.items():
        yield f"| `{reason.value}` | {words} |"


def _section(rule: Rule) -> Iterator[str]:
    yield from (
        "",
        f"## {rule.code}",
        "",
        f"**{_plain(rule.title)}** ({FAMILIES[rule.family]}; looks at {_LOOKS_AT[rule.looks_at]})",
        "",
        f"Flags: {_plain(rule.flags)}",
        "",
        f"Spares: {_plain(rule.spares)}",
        "",
        "Flagged:",
        "",
    )
    yield from (_report(report) for report in rule.example)
    yield from ("", "Not flagged:", "")
    yield from (_report(report) for report in rule.counterexample)


def _report(report: Report) -> str:
    """An article of an example as one item of a list."""
    title = f"**{_plain(report.title)}** " if report.title else ""
    caption = f" Caption: *{_plain(report.caption)}*" if report.caption else ""
    return f"- {report.published[:10] or 'undated'}: {title}{_plain(report.text)}{caption}"


def _plain(words: str) -> str:
    """``words`` on one line, with nothing in them that Markdown would read as markup."""
    return _MARKUP.sub(r"\\\1", visible(words))
