"""Findings on the screen: the whole of what an editor reads, wide and narrow."""

from __future__ import annotations

from dataclasses import replace

from checkers.model import Article, Severity, Side, Status
from flows.console.finding import finding_card, finding_in_full, findings_table, in_order, tally
from tests.flows import invented
from tests.flows.rendered import lines

ARTICLES: dict[tuple[str, int], Article] = {
    (article.url, article.revision): article for article in invented.ARTICLES
}


def test_a_card_sets_both_quotations_side_by_side() -> None:
    card = lines(finding_card(invented.stored(), new=True), 120)
    assert card[1:4] == [
        "Ferry fire off Port Lann · 5 Mar 2026",
        "The coast guard counts 14 dead and the harbour master 23, half an hour apart.",
        "",
    ]
    columns = [[part.strip() for part in line.split("│")[1:]] for line in card[4:-1]]
    assert columns == [
        [
            "The Lann Telegraph  5 Mar 2026, 12:10 +01:00 · text",
            "North Wire  5 Mar 2026, 12:40 +01:00 · text",
        ],
        [
            "“**Fourteen** people died when the car deck of the",
            "“A fire on the ferry Aster off Port Lann on Thursday",
        ],
        [
            "ferry Aster caught fire off Port Lann on Thursday",
            "morning killed **23** people, harbour master Ines Vollan",
        ],
        ["morning, the coast guard said.”", "told reporters at noon.”"],
        ["according to the coast guard", "according to harbour master Ines Vollan"],
        ["also in its headline"],
    ]


def test_a_cards_first_line_names_severity_rule_id_and_state() -> None:
    [first, *_] = lines(finding_card(invented.stored(), new=True), 80)
    assert first.startswith(" HIGH  Death tolls that cannot both stand   ")
    assert first.endswith(f"   {invented.stored().id} · CAS101 · new")
    [first, *_] = lines(finding_card(invented.stored(status=Status.CONFIRMED)), 80)
    assert first.endswith("· CAS101 · confirmed")


def test_on_a_narrow_screen_the_quotations_stand_below_one_another() -> None:
    assert lines(finding_card(invented.stored()), 80)[4:] == [
        "  │ The Lann Telegraph  5 Mar 2026, 12:10 +01:00 · text",
        "  │ “**Fourteen** people died when the car deck of the ferry Aster caught fire",
        "  │ off Port Lann on Thursday morning, the coast guard said.”",
        "  │ according to the coast guard",
        "  │ also in its headline",
        "",
        "  │ North Wire  5 Mar 2026, 12:40 +01:00 · text",
        "  │ “A fire on the ferry Aster off Port Lann on Thursday morning killed **23**",
        "  │ people, harbour master Ines Vollan told reporters at noon.”",
        "  │ according to harbour master Ines Vollan",
        "",
    ]


def test_a_side_names_the_others_that_say_the_same() -> None:
    said = invented.evidence(invented.FOURTEEN)
    copies = tuple(
        replace(said, url=f"https://{name}.example/", publisher=name) for name in ("A", "B", "C")
    )
    finding = replace(
        invented.FINDING, sides=(Side("14", (said, *copies), roots=2), invented.FINDING.sides[1])
    )
    card = lines(finding_card(invented.stored(finding)), 80)
    assert "  │ also A, B and C (2 independent sources)" in card


def test_a_headline_from_outside_is_neither_markup_nor_terminal_control() -> None:
    quote = "[bold]12[/bold] \x1b[2Jdead [/nothing]"
    said = replace(invented.evidence(invented.FOURTEEN), quote=quote, said="12", publisher="[i]X")
    finding = replace(invented.FINDING, message="[red]", sides=(Side("12", (said,)),), event=None)
    card = lines(finding_card(invented.stored(finding)), 80)
    assert card[1] == "[red]"
    assert card[3] == "  │ [i]X  5 Mar 2026, 12:10 +01:00 · text"
    assert card[4] == "  │ “[bold]**12**[/bold] ␛[2Jdead [/nothing]”"


def test_in_full_each_quotation_has_its_context_and_the_history_is_told() -> None:
    page = lines(finding_in_full(invented.stored(), ARTICLES), 80)
    assert page[1] == "Ferry fire off Port Lann · 5 Mar 2026  event 7c1e9a40"
    at = page.index("│ The Lann Telegraph  5 Mar 2026, 12:10 +01:00 · text · revision 1")
    assert page[at + 1 : at + 7] == [
        "│ Fire on Lann ferry kills 14",
        "│ “**Fourteen** people died when the car deck of the ferry Aster caught fire off",
        "│ Port Lann on Thursday morning, the coast guard said.”",
        "│ Another 31 were taken to hospital.",
        "│ according to the coast guard",
        "│ https://lann-telegraph.example/ferry-fire",
    ]
    at = page.index("Published in this order")
    assert [line.split(maxsplit=5)[5] for line in page[at + 1 : at + 4]] == [
        "The Lann Telegraph  killed: 14  text, first",
        "The Lann Telegraph  killed: 14  headline",
        "North Wire          killed: 23  text",
    ]
    at = page.index("History")
    assert page[at + 1 : at + 4] == [
        "6 Mar 2026, 02:30 UTC  first seen",
        "6 Mar 2026, 02:30 UTC  open by mara: asked both offices",
        "6 Mar 2026, 02:30 UTC  last seen",
    ]


def test_in_full_an_article_that_is_gone_costs_only_its_context() -> None:
    page = lines(finding_in_full(invented.stored(), {}), 80)
    assert "│ Another 31 were taken to hospital." not in page
    assert any("**23**" in line for line in page)


def test_the_mark_stands_where_the_value_was_read_not_at_its_first_like() -> None:
    text = "Of 12 crew hurt, 12 died."
    article = replace(invented.TELEGRAPH, text=text)
    said = invented.claim(article, "12 died", invented.killed(12, 12))
    item = replace(invented.evidence(said), said="12", span=said.span.within(17, 19))
    finding = replace(invented.FINDING, sides=(Side("12", (item,)),))
    page = lines(finding_in_full(invented.stored(finding), {(article.url, 1): article}), 80)
    assert "│ “Of 12 crew hurt, **12** died.”" in page


def test_findings_are_listed_worst_first_then_by_sources_then_the_freshest() -> None:
    low = invented.stored(replace(invented.FINDING, severity=Severity.LOW, slot="a"))
    many = replace(invented.FINDING.sides[0], roots=9)
    sourced = invented.stored(
        replace(invented.FINDING, sides=(many, invented.FINDING.sides[1]), slot="b")
    )
    stale = invented.stored(replace(invented.FINDING, slot="c"))
    fresh = replace(
        invented.stored(replace(invented.FINDING, slot="d")), last_seen=invented.SEEN.replace(day=7)
    )
    assert in_order([low, stale, fresh, sourced]) == [sourced, fresh, stale, low]


def test_the_list_gives_id_severity_status_and_outlets() -> None:
    page = lines(findings_table([invented.stored()]), 80)
    assert page[1].split()[:4] == [invented.stored().id, "HIGH", "open", "CAS101"]
    assert " ".join(page[1:5]).count("North Wire") == 1
    assert page[-1] == "1 finding: 1 high"


def test_tallies() -> None:
    low = invented.stored(replace(invented.FINDING, severity=Severity.LOW))
    assert tally([]) == "no findings"
    assert tally([invented.stored(), low, low]) == "3 findings: 1 high, 2 low"
