"""DP010: exceptions are recorded, owned and expire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    GateException,
    Message,
    Outcome,
    Parameter,
    Severity,
    Tally,
    Unit,
    Verdict,
    Verification,
    at_least,
    bibliography,
    check,
    counted,
    happened,
    message,
    named,
    sentences,
    tally,
)
from auditor_design_principles.sketches import change_log, judged_change

if TYPE_CHECKING:
    from auditor import Change


def _exceptions(*changes: dict[str, object]) -> dict[str, Any]:
    """Return a log with a sound exception for each, so changed."""
    sound = {"reason": "Storm", "approver": "Chief executive", "expires": "2026-12-31"}
    return change_log(
        *(
            judged_change(met=False, decision="proceed", exception=sound | change)
            for change in changes
        )
    )


SOUND: dict[str, object] = {}
LAST_DAY: dict[str, object] = {"expires": "2026-06-30"}
OVERDUE: dict[str, object] = {"expires": "2026-06-29"}
REVIEWED: dict[str, object] = OVERDUE | {"reviewed": "2026-06-29"}
REVIEWED_BEFORE: dict[str, object] = OVERDUE | {"reviewed": "2026-05-04"}


@check(
    "DP010",
    title="Exceptions are recorded, owned and expire",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.COMPUTED,
    needs=["changes"],
    logic=(
        "The share of exceptions with a reason, an approver and an expiry that has "
        "not passed, or was followed by a review on that day or later; the day of "
        "expiry is included. All exceptions in the log count, however old: age does "
        "not mend one. Met with a share of {met} or more, partly met from {partly}. "
        "Not assessed with fewer than {fewest_rows} exceptions; not applicable with "
        "none."
    ),
    remedy="Review the open exceptions in the steering group, and end or renew each.",
    parameters=[
        Parameter(
            "met", 1.0, Unit.SHARE, "share of exceptions that are in order", OURS
        ),
        Parameter("partly", 0.8, Unit.SHARE, "share from which it is partly met", OURS),
        Parameter(
            "fewest_rows", 5, Unit.COUNT, "fewest exceptions to take a share of", OURS
        ),
    ],
    sources=[bibliography.GEEKYANTS_GOVERNANCE, bibliography.FITGAP_GOVERNANCE],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "One ends today, one ended and was reviewed",
            _exceptions(*[SOUND] * 3, LAST_DAY, REVIEWED),
        ),
        Example(
            Outcome.PARTLY_MET,
            "One of five ended yesterday and was reviewed before",
            _exceptions(*[SOUND] * 4, REVIEWED_BEFORE),
        ),
        Example(
            Outcome.NOT_MET,
            "Two of five ended yesterday without a review",
            _exceptions(*[SOUND] * 3, *[OVERDUE] * 2),
        ),
        Example(
            Outcome.NOT_MET,
            "One lacks a reason, one an approver, one an end",
            _exceptions(
                *[SOUND] * 2, {"reason": None}, {"approver": None}, {"expires": None}
            ),
        ),
        Example(Outcome.NOT_ASSESSED, "Four exceptions", _exceptions(*[OVERDUE] * 4)),
        Example(Outcome.NOT_APPLICABLE, "A log without exceptions", change_log()),
        Example(Outcome.NOT_ASSESSED, "No word of a log", {"changes": None}),
    ],
)
def exceptions_are_sound(context: Context) -> Verdict:
    """An exception without an end is a new rule that nobody decided.

    With a name and a day on it, it comes back to the table and is ended or renewed.
    """
    limits = context.parameters
    excepted = [c for c in context.profile.changes or () if c.exception is not None]
    if not excepted:
        reason = message("The change log holds no exceptions.")
        return Verdict(Outcome.NOT_APPLICABLE, reason)
    found = tally(excepted, lambda change: not _flaws(context, change))
    reason = _reason(context, found)
    if found.total < (needed := limits["fewest_rows"]):
        few = message("To take a share, {needed:g} are needed.", needed=needed)
        reason = sentences(reason, few)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("changes",))
    return Verdict(
        at_least(found.share, limits["met"], limits["partly"]),
        reason,
        share=found.share,
        where=tuple(c.at("exception") for c in found.lacking or found.having),
    )


def _reason(context: Context, found: Tally[Change]) -> Message:
    """Return how many exceptions are in order, and what is wrong with the others."""
    reason = message(
        "In order: {number} of {exceptions}.",
        number=len(found.having),
        exceptions=counted(found.total, "exception"),
    )
    if not found.lacking:
        return reason
    flawed = named(_flawed(context, change) for change in found.lacking)
    return sentences(reason, message("Not in order: {exceptions}.", exceptions=flawed))


def _flaws(context: Context, change: Change) -> list[Message]:
    """Return what is wrong with the exception of a change, in words."""
    exception = change.exception or GateException()
    stated = {
        message("no reason"): exception.reason,
        message("no approver"): exception.approver,
        message("no expiry"): exception.expires,
    }
    flaws = [flaw for flaw, value in stated.items() if value is None]
    expires, reviewed = exception.expires, exception.reviewed
    if expires is None or expires >= context.as_of:
        return flaws
    if reviewed is None or reviewed < expires or not happened(context, reviewed):
        late = message("ended on {expires} without a review", expires=expires)
        flaws.append(late)
    return flaws


def _flawed(context: Context, change: Change) -> Message:
    return message(
        "{name} ({flaws})",
        name=change.title or change.id,
        flaws=named(_flaws(context, change)),
    )
