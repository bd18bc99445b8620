"""The limits by which tables were measured, as a report tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from auditor.evidence.limits import USUAL_TARGETS
from auditor.measure_limits import LIMITS, TARGETS_FROM, target_in_words
from auditor.renderers.spoken import spoken
from auditor.translation import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.bibliography import Source
    from auditor.report import Report
    from auditor.rubric import Rubric

__all__ = ["AppliedLimit", "applied_limits"]


class AppliedLimit(NamedTuple):
    """One limit, as the rubric has it."""

    name: str
    """Its name in a rubric file."""
    meaning: str
    """What it bounds, as a phrase."""
    value: str
    """What it is."""
    usual: str
    """What it usually is; "none" where nothing is usual."""
    source: Source | str
    """Whose the usual value is."""


def applied_limits(report: Report) -> list[AppliedLimit]:
    """Return every limit by which tables were measured; none without tables."""
    if not report.evidence.tables:
        return []
    return [*_numbers(report.rubric), *_targets(report.rubric)]


def _numbers(rubric: Rubric) -> Iterator[AppliedLimit]:
    for name, limit in LIMITS.items():
        value = say(limit.written(getattr(rubric.limits, name)))
        usual = say(limit.written(limit.default))
        yield AppliedLimit(name, say(limit.meaning), value, usual, limit.source)


def _targets(rubric: Rubric) -> Iterator[AppliedLimit]:
    """Yield when first answers are due, by kind of channel."""
    for kind, target in sorted(rubric.limits.first_response.items()):
        usual = USUAL_TARGETS.get(kind)
        yield AppliedLimit(
            f"first_response.{kind}",
            say("first answer by {channel} without a promise", channel=spoken(kind)),
            say(target_in_words(target)),
            say(target_in_words(usual) if usual else "none"),
            TARGETS_FROM if usual else say("This rubric"),
        )
