"""What an audit finds: outcomes, verdicts and findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from auditor.bibliography import Source
    from auditor.errors import Position
    from auditor.evidence import Measure

__all__ = [
    "HALF",
    "SCORED",
    "AppliedWaiver",
    "Effort",
    "Finding",
    "Outcome",
    "Place",
    "Question",
    "Room",
    "Severity",
    "Verdict",
    "Verification",
    "failed",
    "listed",
]


HALF: Final = 0.5
"""Ours: what a partly met criterion earns where nothing can be counted."""


class Outcome(StrEnum):
    """What a check concludes. Only the first three are scored."""

    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"
    NOT_ASSESSED = "not_assessed"
    """Nothing says so: neither for nor against."""
    NOT_APPLICABLE = "not_applicable"
    """The criterion does not fit, for a stated reason."""
    ERROR = "error"
    """The check itself failed."""


SCORED: Final = frozenset({Outcome.MET, Outcome.PARTLY_MET, Outcome.NOT_MET})
"""The outcomes that count in a score."""


class Severity(StrEnum):
    """How much it matters that a criterion is not met, worst first."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    def raised(self) -> Severity:
        """Return the next worse severity; critical stays critical."""
        order = list(Severity)
        return order[max(order.index(self) - 1, 0)]


class Question(StrEnum):
    """What an audit is there to answer; several criteria speak to each question."""

    SERVICE_FOR_EXPERIENCE = "service_for_experience"
    """Is customer service taken for customer experience?"""
    FEEDBACK_WITHOUT_ACTION = "feedback_without_action"
    """Is feedback collected, and nothing done with it?"""


class Effort(StrEnum):
    """What it takes to meet a criterion."""

    SMALL = "small"
    """Less than two weeks."""
    MEDIUM = "medium"
    """About a quarter."""
    LARGE = "large"
    """More than a quarter."""


class Verification(StrEnum):
    """On what a verdict rests, weakest first."""

    DECLARED = "declared"
    """The organisation says so."""
    ARTEFACT = "artefact"
    """A dated record or a named document says so."""
    COMPUTED = "computed"
    """It was counted over records, row by row."""
    CROSS_CHECK = "cross_check"
    """A claim was confronted with records."""


class Room(NamedTuple):
    """How far a declared figure may lie from the computed one."""

    points: float
    """Points by which a share or score of all records still holds."""
    near: float
    """How many times that far is still nearly right."""
    relative: float = 0.02
    """Share of any other figure by which it may be off."""


PARTS_OF_VERDICT: Final = {
    "reason": str,
    "advice": str,
    "verified_by": Verification | None,
    "rooms": Mapping,
}
"""What the parts of a verdict are, where anything else would be found out only when
a report is written."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one check says of one profile."""

    outcome: Outcome
    """The conclusion."""
    reason: str
    """Why, in whole sentences."""
    advice: str = ""
    """What to do, beginning with a verb; the check's remedy where empty."""
    share: float | None = None
    """How much of the good practice is there, from 0 to 1, where it can be counted."""
    where: tuple[str, ...] = ()
    """JSON pointers to the parts of the profile on which this rests."""
    answered_by: tuple[str, ...] = ()
    """Profile keys, such as `feedback.announcements`, that would answer it."""
    contradicted: bool = False
    """Whether a claim is disproved; worse than no claim."""
    verified_by: Verification | None = None
    """On what this verdict rests, where it is less than the check could rest on."""
    measures: tuple[Measure, ...] = ()
    """The figures that it rests on."""
    rooms: Mapping[str, Room] = field(default_factory=dict)
    """By JSON pointer of each claim that was held against a figure, its room."""

    def __post_init__(self) -> None:
        # A plugin need not have been type-checked: what is wrong is the check's own.
        object.__setattr__(self, "outcome", Outcome(self.outcome))
        for name, kind in PARTS_OF_VERDICT.items():
            value: object = getattr(self, name)
            if not isinstance(value, kind):
                raise TypeError(
                    f"{name} takes no {type(value).__name__}: {value!r:.60}"
                )
        listed("where", self.where)
        listed("answered_by", self.answered_by)
        if self.share is not None and not 0 <= self.share <= 1:
            raise ValueError(f"a share lies between 0 and 1, not at {self.share}")


def failed(error: str = "") -> Verdict:
    """Return the verdict of a check that gave none, which says nothing of a profile.

    Args:
        error: The kind of error that it raised; empty where it returned something else.
    """
    if not error:
        nothing = message("The check failed: it returned no verdict.")
        return Verdict(Outcome.ERROR, nothing)
    return Verdict(Outcome.ERROR, message("The check failed: {error}.", error=error))


def listed(name: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return texts as a tuple.

    Args:
        name: What they are called where they are given.
        texts: The texts.

    Raises:
        TypeError: If a single text is given, whose letters would be taken one by one.
    """
    given: object = texts
    if isinstance(given, str):
        raise TypeError(f"{name} takes a list of texts, such as [{given!r:.60}]")
    return tuple(texts)


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the profile, and where it stands in a file."""

    pointer: str
    """JSON pointer, such as `/journeys/0/stages/3`."""
    label: str = ""
    """What stands there, in the organisation's own words."""
    position: Position | None = None
    """File, line and column, if the profile was read from a file."""


@dataclass(frozen=True, slots=True)
class AppliedWaiver:
    """A waiver as it bears on one finding."""

    reason: str
    approver: str
    expires: date | None
    """The last day on which it counts."""
    problem: str = ""
    """Why it does not count; empty where it counts."""

    @property
    def counts(self) -> bool:
        """Whether the finding is accepted today."""
        return not self.problem


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict joined to its check and to the places that it rests on."""

    check: str
    """The check's id."""
    area: str
    """The area that the check belongs to."""
    title: str
    """The criterion: the good practice, stated positively."""
    severity: Severity
    """How much it matters; one step worse where a claim is contradicted."""
    effort: Effort
    """What it takes to meet the criterion."""
    outcome: Outcome
    """The conclusion."""
    reason: str
    """Why, in whole sentences."""
    advice: str
    """What to do; empty where there is nothing to do."""
    verified_by: Verification
    """On what the verdict rests."""
    share: float | None = None
    """How much of the good practice is there, from 0 to 1."""
    contradicted: bool = False
    """Whether a claim is disproved."""
    usual_severity: Severity | None = None
    """The severity that it would have without a contradiction, where that differs."""
    where: tuple[Place, ...] = ()
    """The parts of the profile that it rests on."""
    answered_by: tuple[str, ...] = ()
    """Profile keys that would answer what is not assessed."""
    measures: tuple[str, ...] = ()
    """Ids of the measures that it rests on."""
    rooms: Mapping[str, Room] = field(default_factory=dict)
    """By JSON pointer of each claim that was held against a figure, its room."""
    sources: tuple[Source, ...] = ()
    """Where the criterion comes from."""
    parameters: Mapping[str, float] | None = None
    """The thresholds that were applied."""
    waiver: AppliedWaiver | None = None
    """The waiver for this check, whether or not it counts."""
    points_lost: float = 0.0
    """What it costs of the 100 points of the total."""

    @property
    def scored(self) -> bool:
        """Whether it counts in a score."""
        return self.outcome in SCORED

    @property
    def earned(self) -> float:
        """What it earns of its weight, from 0 to 1; meaningless where not scored."""
        if self.outcome is Outcome.PARTLY_MET:
            return HALF if self.share is None else self.share
        return 1.0 if self.outcome is Outcome.MET else 0.0

    @property
    def open(self) -> bool:
        """Whether there is something to do about it."""
        return self.outcome in {Outcome.PARTLY_MET, Outcome.NOT_MET}
