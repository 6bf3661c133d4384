"""The page of rules: words of a rule never become markup of the page."""

from __future__ import annotations

from checkers.model import Reason
from checkers.rule import LooksAt, Report, Rule
from flows.exports.rules_page import rules_page
from flows.plain.vocabulary import REASONS

RULE = Rule(
    code="NUM901",
    title="A number | with *stars*",
    looks_at=LooksAt.ARTICLE,
    flags="A figure of <b>12</b> beside one of [20](x).",
    spares="Figures with `marks`.",
    example=(Report("12 ships sank.\n\nTwenty ships sank.", title="Ships", caption="Nine ships"),),
    counterexample=(Report("12 ships sank."),),
)


def test_a_rule_is_listed_and_explained() -> None:
    page = rules_page([RULE])
    assert page.startswith("# Rules\n")
    assert "| [NUM901](#num901) | one article | A number \\| with \\*stars\\* |\n" in page
    assert "Flags: A figure of \\<b\\>12\\</b\\> beside one of \\[20\\](x).\n" in page
    assert (
        "- 2026-03-05: **Ships** 12 ships sank.  Twenty ships sank. Caption: *Nine ships*\n" in page
    )
    assert page.endswith("|\n")


def test_every_reason_is_on_the_page() -> None:
    assert list(REASONS) == list(Reason)
    assert rules_page([]).count("\n| `") == len(Reason)
