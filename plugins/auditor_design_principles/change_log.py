"""What the change log says of one change."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from auditor import ChangeDecision, happened, named, recent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor import Change, ChangeVerdict, Context, Message

__all__ = [
    "STOPS",
    "gate_verdicts",
    "is_released",
    "judged_before_release",
    "met_in_the_end",
    "names",
]

STOPS: Final = frozenset({ChangeDecision.PAUSE, ChangeDecision.REWORK})
"""Decisions that hold a change up without ending it."""


def names(changes: Iterable[Change]) -> Message:
    """Return the changes' titles as a sentence lists them, ids where they have none."""
    return named(change.title or change.id for change in changes)


def is_released(context: Context, change: Change) -> bool:
    """Whether customers have met the change by the day of the audit."""
    return happened(context, change.released)


def judged_before_release(change: Change) -> bool:
    """Whether the change was held against a named principle before its release.

    On the day of the release is early enough; a verdict without a day is not.
    """
    verdicts = change.verdicts or ()
    return any(
        each.principle and _day_before_release(change, each) for each in verdicts
    )


def gate_verdicts(context: Context, change: Change) -> tuple[ChangeVerdict, ...]:
    """Return what the gate found in the window `months`, and what has no day."""
    return tuple(
        verdict
        for verdict in change.verdicts or ()
        if verdict.date is None
        or recent(context, verdict.date, context.parameters["months"])
    )


def met_in_the_end(change: Change, verdicts: tuple[ChangeVerdict, ...]) -> bool:
    """Whether a later verdict, before release, meets every principle that failed."""
    met: dict[str | None, date] = {}
    for verdict in verdicts:
        day = _day_before_release(change, verdict)
        if verdict.met and verdict.principle and day:
            met[verdict.principle] = max(day, met.get(verdict.principle, day))
    return all(
        failed.date is not None and failed.date < met.get(failed.principle, date.min)
        for failed in verdicts
        if not failed.met
    )


def _day_before_release(change: Change, verdict: ChangeVerdict) -> date | None:
    """Return the day of a verdict, unless customers had met the change by then."""
    in_time = verdict.date and verdict.date <= (change.released or date.max)
    return verdict.date if in_time else None
