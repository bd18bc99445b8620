"""What the change log says of one change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import named, recent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor import Change, ChangeVerdict, Context

__all__ = [
    "gate_verdicts",
    "is_released",
    "judged_before_release",
    "met_in_the_end",
    "names",
]


def names(changes: Iterable[Change]) -> str:
    """Return the changes' titles as a sentence lists them, ids where they have none."""
    return named(change.title or change.id for change in changes)


def is_released(context: Context, change: Change) -> bool:
    """Whether customers have met the change by the day of the audit."""
    return change.released is not None and change.released <= context.as_of


def judged_before_release(change: Change) -> bool:
    """Whether the change was held against a named principle before its release.

    On the day of the release is early enough; a verdict without a day is not.
    """
    return any(
        verdict.principle and _before_release(change, verdict)
        for verdict in change.verdicts or ()
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
    return all(
        any(_mends(change, later, failed) for later in verdicts)
        for failed in verdicts
        if not failed.met
    )


def _mends(change: Change, later: ChangeVerdict, failed: ChangeVerdict) -> bool:
    return (
        later.met
        and later.principle == failed.principle is not None
        and failed.date is not None
        and later.date is not None
        and later.date > failed.date
        and (change.released is None or _before_release(change, later))
    )


def _before_release(change: Change, verdict: ChangeVerdict) -> bool:
    return (
        verdict.date is not None
        and change.released is not None
        and verdict.date <= change.released
    )
