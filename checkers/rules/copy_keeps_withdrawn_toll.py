"""CAS121: copies of a report keep a figure of people that their source withdrew."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.uncorrected import compare_with_source
from checkers.model import Copies, Outcome
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="CAS121",
    title="Copies that keep a withdrawn figure of people",
    looks_at=LooksAt.COPIES,
    flags="Copies of a report, read after its source corrected a figure of people, in which the"
    " withdrawn figure "
    "still stands.",
    spares="Copies read before the correction; copies that carry a note of their own; figures that "
    "the source changed without saying so.",
    example=(
        Report(
            "An air strike on the cattle market of Orvane killed 21 traders on Thursday, a "
            "local chief said. Two aircraft dropped four bombs at the busiest hour. Goats and "
            "camels ran through the town. The market had been moved twice this year because of "
            "the fighting. The army did not answer its telephones.",
            address="https://source.example/strike",
            fetched="2026-03-05T18:00:00+00:00",
        ),
        Report(
            "(Corrects the number of dead to 12 from 21)\n\nAn air strike on the cattle market of"
            " Orvane killed 12 traders on Thursday, a local chief said. Two aircraft dropped "
            "four bombs at the busiest hour. Goats and camels ran through the town. The market "
            "had been moved twice this year because of the fighting. The army did not answer "
            "its telephones.",
            address="https://source.example/strike",
            fetched="2026-03-05T20:00:00+00:00",
        ),
        Report(
            "An air strike on the cattle market of Orvane killed 21 traders on Thursday, a "
            "local chief said. Two aircraft dropped four bombs at the busiest hour. Goats and "
            "camels ran through the town. The market had been moved twice this year because of "
            "the fighting. The army did not answer its telephones.",
            fetched="2026-03-06T09:00:00+00:00",
        ),
    ),
    counterexample=(
        Report(
            "An air strike on the cattle market of Orvane killed 21 traders on Thursday, a "
            "local chief said. Two aircraft dropped four bombs at the busiest hour. Goats and "
            "camels ran through the town. The market had been moved twice this year because of "
            "the fighting. The army did not answer its telephones.",
            address="https://source.example/strike",
            fetched="2026-03-05T18:00:00+00:00",
        ),
        Report(
            "(Corrects the number of dead to 12 from 21)\n\nAn air strike on the cattle market of"
            " Orvane killed 12 traders on Thursday, a local chief said. Two aircraft dropped "
            "four bombs at the busiest hour. Goats and camels ran through the town. The market "
            "had been moved twice this year because of the fighting. The army did not answer "
            "its telephones.",
            address="https://source.example/strike",
            fetched="2026-03-05T20:00:00+00:00",
        ),
        Report(
            "An air strike on the cattle market of Orvane killed 12 traders on Thursday, a "
            "local chief said. Two aircraft dropped four bombs at the busiest hour. Goats and "
            "camels ran through the town. The market had been moved twice this year because of "
            "the fighting. The army did not answer its telephones.",
            fetched="2026-03-06T09:00:00+00:00",
        ),
    ),
)


def check(dossier: Copies) -> Iterator[Outcome]:
    """Yield a finding for each corrected figure, with all copies that keep the old one."""
    for found in compare_with_source(dossier, people=True):
        yield RULE.finding(found)
