"""FL006: complaints are acknowledged promptly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    graded,
    measured,
    message,
    rows,
)
from auditor_feedback_loop.sketches import LONG_AGO, RECEIVED, log

if TYPE_CHECKING:
    from auditor import Rows


IN_TIME = "2026-03-05 09:01"
LATE = "2026-03-05 09:02"


def _acknowledged(
    *when: str | None, count: int = 100, received: str = RECEIVED
) -> dict[str, tuple[Rows, ...]]:
    """Return complaints that were acknowledged then, in turn."""
    return log(rows(count, received_at=received, acknowledged_at=when))


@check(
    "FL006",
    title="Complaints are acknowledged promptly",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.COMPUTED,
    tables=["feedback"],
    logic=(
        "The share of the last twelve months' feedback whose receipt was confirmed "
        "within three working days, Monday to Friday; holidays are not known. "
        "Compliments, deleted records and what is younger than that do not count; "
        "without a date it was not confirmed. Met from {met}, partly met from {partly}."
    ),
    remedy="Confirm receipt at once, with the name of a person and the time limit.",
    parameters=[
        Parameter(
            "met",
            0.95,
            Unit.SHARE,
            "share acknowledged in time",
            bibliography.FRC_COMMISSIONER,
        ),
        Parameter("partly", 0.8, Unit.SHARE, "share from which it is partly met", OURS),
    ],
    sources=[
        bibliography.FCA_DISP_1_6,
        bibliography.FRC_COMMISSIONER,
        bibliography.NHS_COMPLAINTS,
        bibliography.ISO_10002,
    ],
    examples=[
        Example(
            Outcome.MET,
            "Nineteen of twenty, in three working days to the minute",
            evidence=_acknowledged(*[IN_TIME] * 19, LATE),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Ninety-four of a hundred",
            evidence=_acknowledged(*[IN_TIME] * 94, *[LATE] * 6),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Four of five",
            evidence=_acknowledged(*[IN_TIME] * 4, LATE),
        ),
        Example(
            Outcome.NOT_MET,
            "Seventy-nine of a hundred; the others have no date",
            evidence=_acknowledged(*[IN_TIME] * 79, *[None] * 21),
        ),
        Example(Outcome.NOT_MET, "None has a date", evidence=_acknowledged(None)),
        Example(
            Outcome.NOT_ASSESSED,
            "Twenty-nine complaints",
            evidence=_acknowledged(IN_TIME, count=29),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "All are older than a year",
            evidence=_acknowledged(None, received=LONG_AGO),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "The three working days run until the evening of the audit",
            evidence=_acknowledged(None, received="2026-06-25 13:00"),
        ),
        Example(Outcome.NOT_ASSESSED, "No complaints are attached"),
    ],
)
def complaints_are_acknowledged(context: Context) -> Verdict:
    """Silence after a complaint is a second failure, and the customer complains again.

    A prompt word that somebody has the matter in hand costs little.
    """
    found = measured(context, "feedback", "acknowledged_in_time")
    if isinstance(found, Verdict):
        return found
    limit = context.evidence.limits.worded("acknowledge_days")
    reason = message("Acknowledged in {limit}: {figure} of feedback.", limit=limit)
    return graded(context, found, reason)
