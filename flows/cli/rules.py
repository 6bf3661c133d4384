"""``recount rules`` and ``recount explain``: what is flagged and spared, what a claim holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from checkers.errors import NotFound
from flows.cli.exits import Exit
from flows.cli.options import LOOK, AsJson, examples
from flows.cli.output import print_json, show

if TYPE_CHECKING:
    from checkers.rule import Rule

CLAIMS = "claims"


def add_to(app: typer.Typer) -> None:
    """Register both commands."""
    app.command(rich_help_panel=LOOK, epilog=examples("recount rules"))(rules)
    app.command(
        rich_help_panel=LOOK,
        epilog=examples(
            "recount explain CAS101",
            "recount explain within-bounds   (a reason why a difference is let stand)",
            "recount explain claims   (the fields that recount read --json prints)",
        ),
    )(explain)


def rules(
    *,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print the page docs/rules.md.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """List every rule, those of other packages included."""
    found = _rules()
    if markdown:
        from flows.exports.rules_page import rules_page

        print(rules_page(found), end="")
    elif as_json:
        print_json(map(_record, found))
    else:
        from flows.console.rules import rules_table

        show(rules_table(found))
    return Exit.DONE


def explain(
    code: Annotated[
        str,
        typer.Argument(metavar="CODE", help="A rule's code, a reason, or the word claims."),
    ],
    *,
    as_json: AsJson = False,
) -> int:
    """Explain one rule, one reason, or the fields of a claim."""
    from checkers.model import Reason
    from flows.console import rules as shown
    from flows.plain.vocabulary import CLAIM_FIELDS, FIELDS_OF, REASONS

    if code.lower() == CLAIMS:
        if as_json:
            fields = {kind.value: of_kind for kind, of_kind in FIELDS_OF.items()}
            print_json([{"type": "claims", "all": CLAIM_FIELDS, **fields}])
        else:
            show(shown.claims_explained())
        return Exit.DONE
    reasons = {reason.value: reason for reason in Reason}
    if code.lower() in reasons:
        words = REASONS[reasons[code.lower()]]
        if as_json:
            print_json([{"type": "reason", "reason": code.lower(), "message": words}])
        else:
            show(f"{code.lower()}: two statements differ, but {words}.")
        return Exit.DONE
    rule = _rule(code)
    if as_json:
        print_json([_record(rule)])
    else:
        show(shown.rule_in_full(rule))
    return Exit.DONE


def _rule(code: str) -> Rule:
    """The rule of that code.

    Raises:
        NotFound: there is none.
    """
    found = {rule.code: rule for rule in _rules()}
    if code.upper() not in found:
        raise NotFound(f"there is no rule {code!r}; recount rules lists all {len(found)}")
    return found[code.upper()]


def _rules() -> list[Rule]:
    """Every rule, in the order of codes."""
    from checkers.registry import all_checkers

    return sorted((checker.RULE for checker in all_checkers().values()), key=lambda rule: rule.code)


def _record(rule: Rule) -> dict[str, Any]:
    return {
        "type": "rule",
        "code": rule.code,
        "family": rule.family.value,
        "title": rule.title,
        "looks_at": rule.looks_at.value,
        "flags": rule.flags,
        "spares": rule.spares,
        "example": [report.text for report in rule.example],
        "counterexample": [report.text for report in rule.counterexample],
    }
