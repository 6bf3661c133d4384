"""NUM121: copies of a report keep a number that their source withdrew."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.uncorrected import compare_with_source
from checkers.model import Copies, Outcome
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="NUM121",
    title="Copies that keep a withdrawn number",
    looks_at=LooksAt.COPIES,
    flags="Copies of a report, read after its source corrected a number, in which the withdrawn"
    " figure "
    "still stands.",
    spares="Copies read before the correction; copies that carry a note of their own; figures that "
    "the source changed without saying so.",
    example=(
        Report(
            "The state is to pay 40 million crowns for the bridge at Orvane, the ministry of "
            "works said on Thursday. The bridge was closed after cracks as long as a hand were "
            "found. Engineers will take down two of its main girders. Shopkeepers on the east "
            "bank fear for their trade. Drivers will have to go round by the ring road until "
            "spring.",
            address="https://source.example/strike",
            fetched="2026-03-05T18:00:00+00:00",
        ),
        Report(
            "The state is to pay 14 million crowns for the bridge at Orvane, the ministry of "
            "works said on Thursday. The bridge was closed after cracks as long as a hand were "
            "found. Engineers will take down two of its main girders. Shopkeepers on the east "
            "bank fear for their trade. Drivers will have to go round by the ring road until "
            "spring.\n\nCorrection: an earlier version of this article gave the price of the "
            "bridge as 40 million crowns. It is 14 million.",
            address="https://source.example/strike",
            fetched="2026-03-05T20:00:00+00:00",
        ),
        Report(
            "The state is to pay 40 million crowns for the bridge at Orvane, the ministry of "
            "works said on Thursday. The bridge was closed after cracks as long as a hand were "
            "found. Engineers will take down two of its main girders. Shopkeepers on the east "
            "bank fear for their trade. Drivers will have to go round by the ring road until "
            "spring.",
            fetched="2026-03-06T09:00:00+00:00",
        ),
    ),
    counterexample=(
        Report(
            "The state is to pay 40 million crowns for the bridge at Orvane, the ministry of "
            "works said on Thursday. The bridge was closed after cracks as long as a hand were "
            "found. Engineers will take down two of its main girders. Shopkeepers on the east "
            "bank fear for their trade. Drivers will have to go round by the ring road until "
            "spring.",
            address="https://source.example/strike",
            fetched="2026-03-05T18:00:00+00:00",
        ),
        Report(
            "The state is to pay 14 million crowns for the bridge at Orvane, the ministry of "
            "works said on Thursday. The bridge was closed after cracks as long as a hand were "
            "found. Engineers will take down two of its main girders. Shopkeepers on the east "
            "bank fear for their trade. Drivers will have to go round by the ring road until "
            "spring.\n\nCorrection: an earlier version of this article gave the price of the "
            "bridge as 40 million crowns. It is 14 million.",
            address="https://source.example/strike",
            fetched="2026-03-05T20:00:00+00:00",
        ),
        Report(
            "The state is to pay 40 million crowns for the bridge at Orvane, the ministry of "
            "works said on Thursday. The bridge was closed after cracks as long as a hand were "
            "found. Engineers will take down two of its main girders. Shopkeepers on the east "
            "bank fear for their trade. Drivers will have to go round by the ring road until "
            "spring.",
            fetched="2026-03-05T19:00:00+00:00",
        ),
    ),
)


def check(dossier: Copies) -> Iterator[Outcome]:
    """Yield a finding for each corrected figure, with all copies that keep the old one."""
    for found in compare_with_source(dossier, people=False):
        yield RULE.finding(found)
