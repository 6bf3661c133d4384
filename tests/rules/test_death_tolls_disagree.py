"""CAS101 over a table of cases: what it flags, and what it leaves alone and why."""

from __future__ import annotations

import pytest

from checkers.model import Finding, Severity
from checkers.rules.death_tolls_disagree import check
from tests.marked import Text, event, quotations, reasons

TWELVE = "The blast killed [12 people]{killed 12..12}."
NINE = "[Nine]{killed 9..9} died in the blast."
NINETEEN = "The toll stands at [19]{killed 19..19}."
NINE_UP = "The blast killed [at least nine]{killed 9..}."
TWENTY_UP = "The blast killed [at least 20]{killed 20..}."

CASES = {  # what is tried: reports, quotations in the findings, reasons
    "exact tolls, the later one lower": (
        [Text(9, TWELVE), Text(9.2, NINE)],
        [["12 people", "Nine"]],
        [],
    ),
    "the later one higher, too soon to have grown": (
        [Text(9, NINE), Text(9.2, TWELVE)],
        [["Nine", "12 people"]],
        [],
    ),
    "one minute short of the time in which a toll can grow": (
        [Text(9, NINE), Text(9 + 44 / 60, TWELVE)],
        [["Nine", "12 people"]],
        [],
    ),
    "exactly the time in which a toll can grow": (
        [Text(9, NINE), Text(9.75, TWELVE)],
        [],
        ["toll-grew"],
    ),
    "order of publication counts, not of arrival": (
        [Text(18, NINETEEN), Text(10, TWELVE)],
        [],
        ["toll-grew"],
    ),
    "a lower bound leaves room": (
        [Text(9, NINE_UP), Text(9.2, TWELVE)],
        [],
        ["within-bounds"],
    ),
    "a lower bound that is broken": (
        [Text(9, TWENTY_UP), Text(9.2, TWELVE)],
        [["at least 20", "12 people"]],
        [],
    ),
    "about 1,000 and 1,004": (
        [
            Text(9, "The quake killed [about 1,000]{killed 900..1100 about point=1000}."),
            Text(9.2, "The quake killed [1,004]{killed 1004..1004}."),
        ],
        [],
        ["rounding"],
    ),
    "a round 1,200 and 1,204": (
        [
            Text(9, "The quake killed [1,200]{killed 1200..1200}."),
            Text(9.2, "The quake killed [1,204]{killed 1204..1204}."),
        ],
        [],
        ["rounding"],
    ),
    "soldiers here, civilians there": (
        [
            Text(9, "The shells killed [three soldiers]{killed 3..3 soldiers}."),
            Text(9.2, "The shells killed [12 civilians]{killed 12..12 civilians}."),
        ],
        [],
        ["different-group"],
    ),
    "two children among twelve": (
        [
            Text(9, TWELVE),
            Text(9.2, "[Two children]{killed 2..2 children} were killed in the blast."),
        ],
        [],
        ["subset"],
    ),
    "more children than people": (
        [
            Text(9, NINE),
            Text(9.2, "[Twelve children]{killed 12..12 children} were killed in the blast."),
        ],
        [["Nine", "Twelve children"]],
        [],
    ),
    "a sum of parts": (
        [
            Text(9, "[Five at the scene and four in hospital]{killed 9..9 style=sum} died."),
            Text(9.2, NINE),
        ],
        [],
        ["sum"],
    ),
    "with and without the attackers": (
        [
            Text(
                9,
                "[Fourteen people]{killed 14..14}, including "
                "[two attackers]{killed 2..2 part attackers}, died.",
            ),
            Text(9.2, TWELVE),
        ],
        [],
        ["perpetrators", "subset"],
    ),
    "cut by officials who say so": (
        [
            Text(9, "The collapse killed [50]{killed 50..50}."),
            Text(
                20,
                "Officials cut the toll from [50]{killed 50..50 previous} to [38]{killed 38..38}.",
            ),
        ],
        [],
        ["official-revision", "official-revision"],
    ),
    "two sides in one article": (
        [
            Text(
                9,
                "The ministry says [12]{killed 12..12 by=the-ministry} died. "
                "The rebels say [60]{killed 60..60 by=the-rebels}.",
            ),
            Text(9.2, "The ministry says [12 people]{killed 12..12 by=the-ministry} died."),
        ],
        [],
        ["disputed"],
    ),
    "the total of a war": (
        [
            Text(
                9,
                "The strike killed [nine]{killed 9..9}. The war has killed "
                "[40,000 people]{killed 40000..40000 campaign}.",
            ),
            Text(9.2, NINE),
        ],
        [],
        ["campaign-total"],
    ),
    "an older happening in the same article": (
        [
            Text(
                9,
                "The strike killed [nine]{killed 9..9}. In 2019 [51]{killed 51..51 m2} died.",
            ),
            Text(9.2, NINE),
        ],
        [],
        ["different-event"],
    ),
    "a figure that is only denied": (
        [
            Text(
                9,
                "The army denied that [30]{killed 30..30 denied} died. [Four]{killed 4..4} died.",
            ),
            Text(9.2, "[Four soldiers]{killed 4..4} died."),
        ],
        [],
        ["denied"],
    ),
    "a printed correction": (
        [
            Text(
                9,
                "The fall killed [12 miners]{killed 12..12}.",
                corrections=("Correction: an earlier version said 21 miners were killed.",),
            ),
            Text(9.2, "The fall killed [21 miners]{killed 21..21}."),
        ],
        [],
        ["corrected"],
    ),
    "undated reports a year apart": (
        [Text(9, TWELVE), Text(9 + 24 * 360, NINE)],
        [],
        ["different-event"],
    ),
    "a year later, of one stated day": (
        [
            Text(9, "On [Thursday]{date 2026-03-05 day} the blast killed [12]{killed 12..12}."),
            Text(
                9 + 24 * 360,
                "The blast of [5 March 2026]{date 2026-03-05 day} killed [nine]{killed 9..9}.",
            ),
        ],
        [["12", "nine"]],
        [],
    ),
    "unknown time of publication": (
        [Text(None, NINE), Text(9, TWELVE)],
        [["12 people", "Nine"]],
        [],
    ),
    "the same figure": ([Text(9, NINE), Text(9.2, NINE)], [], []),
}


@pytest.mark.parametrize(("reports", "flagged", "spared"), CASES.values(), ids=CASES)
def test_death_tolls(reports: list[Text], flagged: list[list[str]], spared: list[str]) -> None:
    outcomes = list(check(event(*reports)))
    assert (quotations(outcomes), reasons(outcomes)) == (flagged, spared)


def test_three_hundred_copies_are_one_finding_with_one_root() -> None:
    copies = [Text(9, TWELVE, outlet=f"Copy {n}", root="wire") for n in range(30)]
    (finding,) = [f for f in check(event(*copies, Text(9.2, NINE))) if isinstance(f, Finding)]
    assert finding.roots == (1, 1)
    assert [len(side.evidence) for side in finding.sides] == [30, 1]


SEVERITIES = {
    "nobody against one": (
        "[No one]{killed 0..0 none} died.",
        "[One]{killed 1..1} died.",
        Severity.HIGH,
    ),
    "two figures swapped": (
        "[12]{killed 12..12} died.",
        "[21]{killed 21..21} died.",
        Severity.HIGH,
    ),
    "a zero lost": (
        "[100]{killed 100..100} died.",
        "[1,000]{killed 1000..1000} died.",
        Severity.HIGH,
    ),
    "a softened figure": (
        "[At least 20]{killed 20..} died.",
        "[12]{killed 12..12} died.",
        Severity.MEDIUM,
    ),
    "soon after and higher": (
        "[12]{killed 12..12} died.",
        "[19]{killed 19..19} died.",
        Severity.MEDIUM,
    ),
    "soon after and lower": (
        "[19]{killed 19..19} died.",
        "[12]{killed 12..12} died.",
        Severity.HIGH,
    ),
}


@pytest.mark.parametrize(("first", "second", "severity"), SEVERITIES.values(), ids=SEVERITIES)
def test_severity(first: str, second: str, severity: Severity) -> None:
    (finding,) = [
        f for f in check(event(Text(9, first), Text(9.1, second))) if isinstance(f, Finding)
    ]
    assert finding.severity is severity


def test_the_message_names_both_outlets_their_figures_and_times() -> None:
    reports = (
        Text(9, "Police said [12 people]{killed 12..12 by=police} died.", outlet="Harbour Post"),
        Text(9.2, NINE, outlet="Dorrin Courier"),
    )
    (finding,) = [f for f in check(event(*reports)) if isinstance(f, Finding)]
    assert finding.message == (
        "Harbour Post (citing police) has 12 killed (5 Mar 2026 09:00), "
        "Dorrin Courier has 9 killed (5 Mar 2026 09:12)."
    )


def test_the_fingerprint_keeps_through_wording_and_inserted_text() -> None:
    before = event(Text(9, TWELVE), Text(9.2, NINE))
    after = event(Text(9, f"It was noon. {TWELVE}"), Text(9.2, f"Rain fell all day. {NINE}"))
    one, other = (
        [f.fingerprint for f in check(e) if isinstance(f, Finding)] for e in (before, after)
    )
    assert one == other
    assert len(one) == 1
