"""Scores what was found in a case against what was expected, to the letter of the contract.

A row is met by one finding of its family that has, for every evidence row, an item of that address
(field, revision) whose quotation contains the words, ignoring case and white space. A finding that
meets no row is a false alarm, unless its family is tolerated. Severity, roots and reasons are
scored apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from checkers.model import Evidence, Family, Finding, Reason, Reconciliation
from flows.evaluate.cases import Case, Expected, ExpectedReason, Saying
from storage.stored import StoredFinding


@dataclass(frozen=True, slots=True)
class Met:
    """A row with the finding that meets it: of several, the one nearest in severity and roots."""

    expected: Expected
    finding: Finding

    @property
    def severity_off(self) -> int | None:
        """Steps between the severities, or None where the row names none."""
        if self.expected.severity is None:
            return None
        return abs(self.expected.severity.rank - self.finding.severity.rank)

    @property
    def roots_right(self) -> bool | None:
        """Whether each side has as many independent sources as it should; None where not asked."""
        if self.expected.roots is None:
            return None
        return sorted(self.expected.roots) == sorted(self.finding.roots)


@dataclass(frozen=True, slots=True)
class CaseScore:
    """What became of each row of a case, and the findings that nothing asked for."""

    case: Case
    met: tuple[Met, ...]
    missed: tuple[Expected, ...]
    false_alarms: tuple[StoredFinding, ...]
    reasons_met: tuple[ExpectedReason, ...]
    reasons_missed: tuple[ExpectedReason, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Rows met and missed, and false alarms."""

    met: int = 0
    missed: int = 0
    false_alarms: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.met + other.met,
            self.missed + other.missed,
            self.false_alarms + other.false_alarms,
        )

    @property
    def precision(self) -> float | None:
        """Share of what was flagged that was asked for; None where nothing was flagged."""
        flagged = self.met + self.false_alarms
        return self.met / flagged if flagged else None

    @property
    def recall(self) -> float | None:
        """Share of the rows that was met; None where there are none."""
        rows = self.met + self.missed
        return self.met / rows if rows else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two; None where nothing was asked for and nothing flagged."""
        wrong = self.missed + self.false_alarms
        return 2 * self.met / (2 * self.met + wrong) if self.met or wrong else None


def score_case(
    case: Case, findings: Sequence[StoredFinding], reconciliations: Iterable[Reconciliation]
) -> CaseScore:
    """Match the findings and reconciliations of a case with its rows."""
    met, missed = [], []
    for expected in case.expect:
        meeting = [stored.finding for stored in findings if meets(stored.finding, expected)]
        if meeting:
            met.append(min((Met(expected, finding) for finding in meeting), key=_distance))
        else:
            missed.append(expected)
    given = {(one.family, one.reason) for one in reconciliations}
    return CaseScore(
        case=case,
        met=tuple(met),
        missed=tuple(missed),
        false_alarms=tuple(stored for stored in findings if _false_alarm(stored.finding, case)),
        reasons_met=tuple(one for one in case.reasons if _pairs(one) & given),
        reasons_missed=tuple(one for one in case.reasons if not _pairs(one) & given),
    )


def meets(finding: Finding, expected: Expected) -> bool:
    """Whether the finding is of the family and rests on every quotation that the row asks for."""
    return finding.family in expected.families and all(
        any(_fits(item, saying) for item in finding.evidence) for saying in expected.sayings
    )


def by_family(scores: Iterable[CaseScore]) -> dict[Family, Score]:
    """Each family's score: a row met counts for the family that met it, else for its first."""
    found: dict[Family, Score] = {}

    def add(family: Family, score: Score) -> None:
        found[family] = found.get(family, Score()) + score

    for score in scores:
        for met in score.met:
            add(met.finding.family, Score(met=1))
        for expected in score.missed:
            add(expected.families[0], Score(missed=1))
        for alarm in score.false_alarms:
            add(alarm.finding.family, Score(false_alarms=1))
    return {family: found[family] for family in Family if family in found}


def by_prefix(scores: Iterable[CaseScore]) -> dict[str, Score]:
    """The score of each kind of case, by what their ids begin with."""
    found: dict[str, Score] = {}
    for score in scores:
        prefix = score.case.prefix
        found[prefix] = found.get(prefix, Score()) + total([score])
    return dict(sorted(found.items()))


def total(scores: Iterable[CaseScore]) -> Score:
    """The score over all cases."""
    return sum(
        (Score(len(one.met), len(one.missed), len(one.false_alarms)) for one in scores), Score()
    )


def _pairs(wanted: ExpectedReason) -> set[tuple[Family, Reason]]:
    """Every family and reason that would do."""
    return set(product(wanted.families, wanted.reasons))


def _false_alarm(finding: Finding, case: Case) -> bool:
    return finding.family not in case.tolerate and not any(
        meets(finding, expected) for expected in case.expect
    )


def _fits(item: Evidence, saying: Saying) -> bool:
    quote = _folded(item.quote)
    return (
        item.url in saying.urls
        and saying.field in (None, item.span.field)
        and saying.revision in (None, item.revision)
        and (not saying.says or any(_folded(words) in quote for words in saying.says))
    )


def _folded(words: str) -> str:
    """``words`` without case and white space."""
    return "".join(words.split()).casefold()


def _distance(met: Met) -> tuple[int, bool]:
    return (met.severity_off or 0, met.roots_right is False)
