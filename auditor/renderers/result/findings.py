"""What a result says of each check, and what to do about it.

The docstrings are the descriptions in the JSON Schema.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from auditor.bibliography import Access
from auditor.finding import (
    Effort,
    Outcome,
    Place,
    Severity,
    Verification,
)
from auditor.profile.notice import Notice
from auditor.renderers.result.part import (
    Count,
    Level,
    Number,
    Points,
    ResultPart,
    Share,
    Text,
)

__all__ = [
    "FindingResult",
    "NoticeResult",
    "PlaceResult",
    "SourceResult",
    "StepResult",
    "WaiverResult",
]


class _Placed(ResultPart):
    """What has a place in a file, if a file holds it."""

    pointer: Text
    """JSON pointer (RFC 6901) into the profile, such as `/journeys/0/stages/3`."""
    file: Text | None
    """Path of the file; null where no file holds it."""
    line: Count | None
    """Line, from 1."""
    column: Count | None
    """Column, from 1."""

    @model_validator(mode="before")
    @classmethod
    def _beside(cls, value: object) -> object:
        """Put file, line and column of the position beside the rest."""
        if not isinstance(value, Place | Notice):
            return value
        at = value.position
        return {
            **{name: getattr(value, name, None) for name in cls.model_fields},
            "file": at and at.file,
            "line": at and at.line,
            "column": at and at.column,
        }


class PlaceResult(_Placed):
    """A part of the profile, and where it stands in a file."""

    label: Text
    """What stands there, in the organisation's own words; may be empty."""


class NoticeResult(_Placed):
    """What in the profile is probably not as its writer meant it."""

    message: Text
    """What was found, and what becomes of it."""


class SourceResult(ResultPart):
    """A published work that a criterion comes from."""

    key: Text
    """Short, stable name of the work."""
    author: Text
    """A person, or the body that answers for the text."""
    title: Text
    """Title as published."""
    year: int | None
    """Year of the edition; null where it shows none."""
    address: Text
    """Where it was read; empty where no public address is known."""
    access: Access
    """How far it was read."""


class WaiverResult(ResultPart):
    """An accepted finding, or the attempt to accept one."""

    reason: Text
    """Why the finding is accepted."""
    approver: Text
    """Who accepted it."""
    expires: date | None
    """The last day on which it counts; null where no day can be read."""
    counts: bool
    """Whether the finding counts as accepted."""
    problem: Text
    """Why the waiver does not count; empty where it does."""


def _given(parameters: object) -> object:
    return {} if parameters is None else parameters


class FindingResult(ResultPart):
    """What one check says of the profile."""

    check: Text
    """The check's id."""
    area: Text
    """Id of the area that the check belongs to."""
    title: Text
    """The criterion: the good practice, stated positively."""
    severity: Severity
    """How much it matters; one step worse where a claim is contradicted."""
    usual_severity: Severity | None
    """The severity without the contradiction; null where that is the same."""
    effort: Effort
    """What it takes: under two weeks, about a quarter, or more than a quarter."""
    outcome: Outcome
    """The conclusion; only the first three are scored."""
    contradicted: bool
    """Whether a claim is disproved."""
    share: Share | None
    """How much of the good practice is there; null where it cannot be counted."""
    points_lost: Points
    """Points of the total that it costs; all together make 100 less the total."""
    reason: Text
    """Why, in whole sentences."""
    advice: Text
    """What to do; empty where there is nothing to do."""
    verified_by: Verification
    """On what the verdict rests."""
    where: tuple[PlaceResult, ...]
    """The parts of the profile that it rests on."""
    answered_by: tuple[Text, ...]
    """Profile keys that would answer what is not assessed."""
    measures: tuple[Text, ...]
    """Ids of the measures that it rests on."""
    sources: tuple[SourceResult, ...]
    """The works that the criterion comes from."""
    waiver: WaiverResult | None
    """The waiver for this check, whether or not it counts."""
    parameters: Annotated[dict[Text, Number], BeforeValidator(_given)]
    """The thresholds that were applied, by name."""


class StepResult(ResultPart):
    """One finding to be mended, in its place in the order."""

    rank: Annotated[int, Field(ge=1)]
    """Its place, from 1."""
    check: Text
    """The check's id."""
    title: Text
    """The criterion to be met."""
    area: Text
    """Id of the area that it belongs to."""
    severity: Severity
    """How much it matters; one step worse where a claim is contradicted."""
    effort: Effort
    """What it takes to meet the criterion."""
    advice: Text
    """What to do."""
    points: Points
    """Points of the total that it regains by itself."""
    score_after: Points | None
    """The total once this step and all before it are done."""
    low_after: Points | None
    """The lower end of its range then: what is unknown stays unknown."""
    high_after: Points | None
    """The upper end of its range then."""
    level_after: Level | None
    """The level then."""
