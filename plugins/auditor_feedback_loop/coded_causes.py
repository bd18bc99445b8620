"""FL011: closed feedback has a theme and a root cause."""

from __future__ import annotations

from dataclasses import replace
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
    sentences,
    shown,
)
from auditor_feedback_loop.sketches import LONG_AGO, RECEIVED, log

if TYPE_CHECKING:
    from auditor import Rows


def _closed(*causes: str | None, **more: object) -> dict[str, tuple[Rows, ...]]:
    """Return closed complaints with these causes, in turn."""
    values = {"received_at": RECEIVED, "status": "closed", "theme": "bill"} | more
    return log(rows(100, cause=causes, **values))


@check(
    "FL011",
    title="Closed feedback has a theme and a root cause",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.COMPUTED,
    tables=["feedback"],
    logic=(
        "The share of the last twelve months' closed feedback that has both a theme "
        "and a cause; compliments and deleted records do not count. Met from {met}, "
        "partly met from {partly}; at best partly met where more than {other} of the "
        "causes are other, others, unknown, other/unknown, miscellaneous or "
        "unspecified."
    ),
    remedy=(
        "Keep a short list of causes, name one at closing, and look every month at "
        "what is filed under other."
    ),
    parameters=[
        Parameter("met", 0.9, Unit.SHARE, "share with theme and cause", OURS),
        Parameter("partly", 0.7, Unit.SHARE, "share from which it is partly met", OURS),
        Parameter(
            "other", 0.2, Unit.SHARE, "share of causes that may name nothing", OURS
        ),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.FCA_COMPLAINTS_ROOT_CAUSE,
        bibliography.ISO_10002,
    ],
    examples=[
        Example(Outcome.MET, "Nine in ten", evidence=_closed(*["fees"] * 9, None)),
        Example(
            Outcome.MET,
            "One in five is Other",
            evidence=_closed(*["fees"] * 4, "Other"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Twenty-one of a hundred are unknown",
            evidence=_closed(*["fees"] * 79, *["unknown"] * 21),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Eighty-nine of a hundred",
            evidence=_closed(*["fees"] * 89, *[None] * 11),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Seven in ten",
            evidence=_closed(*["fees"] * 7, *[None] * 3),
        ),
        Example(
            Outcome.NOT_MET,
            "Sixty-nine of a hundred",
            evidence=_closed(*["fees"] * 69, *[None] * 31),
        ),
        Example(
            Outcome.NOT_MET,
            "Causes without themes",
            evidence=_closed("fees", theme=None),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "The table has no themes",
            evidence=log(rows(99, received_at=RECEIVED, status="closed", cause="fees")),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "All are open",
            evidence=_closed("fees", status="open"),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "All are older than a year",
            evidence=_closed(None, received_at=LONG_AGO),
        ),
        Example(Outcome.NOT_ASSESSED, "No feedback is attached"),
    ],
)
def causes_are_coded(context: Context) -> Verdict:
    """Whoever only settles cases settles the same case for ever.

    Causes that are on record show where one change would end a hundred complaints.
    """
    found = measured(context, "feedback", "root_cause_coded")
    if isinstance(found, Verdict):
        return found
    verdict = graded(
        context, found, message("With theme and cause: {figure} of closed feedback.")
    )
    other = context.evidence.measure("feedback", "cause_unspecified")
    if other is None or other.value is None:
        return verdict
    unspecified = message(
        "Causes that name nothing: {figure}.", figure=shown(other, interval=False)
    )
    reason = sentences(verdict.reason, unspecified)
    verdict = replace(verdict, reason=reason, measures=(found, other))
    if verdict.outcome is Outcome.MET and other.value > context.parameters["other"]:
        return replace(verdict, outcome=Outcome.PARTLY_MET, share=None)
    return verdict
