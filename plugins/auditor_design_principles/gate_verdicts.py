"""DP008: changes pass the gate before release."""

from __future__ import annotations

from auditor import (
    OURS,
    Change,
    Context,
    Effort,
    Example,
    Message,
    Outcome,
    Parameter,
    Severity,
    Tally,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    message,
    recent,
    sentences,
    tally,
)
from auditor_design_principles.change_log import judged_before_release, names
from auditor_design_principles.sketches import change_log, judged_change

IN_TIME = judged_change(met=True, decision="proceed", released="2026-04-01")
ON_THE_DAY = IN_TIME | {"released": "2026-03-02"}
TOO_LATE = IN_TIME | {"released": "2026-03-01"}
UNJUDGED = IN_TIME | {"verdicts": []}
UNDATED = IN_TIME | {"verdicts": [{"principle": "make-it-easy", "met": True}]}
OLD = IN_TIME | {"released": "2025-06-29"}
FIRST_DAY = UNJUDGED | {"released": "2025-06-30"}
UNMARKED = IN_TIME | {"customer_affecting": None}
UNRELEASED = IN_TIME | {"released": None}


@check(
    "DP008",
    title="Changes pass the gate before release",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.COMPUTED,
    needs=["changes"],
    logic=(
        "Of the customer-affecting changes released in the last {months} months, the "
        "share with a verdict on a named principle that is dated on or before the "
        "day of release. Met with a share of {met} or more, partly met from {partly}. "
        "Not assessed with fewer than {fewest_rows} such changes. A change that does "
        "not say whether customers can notice it is not counted."
    ),
    remedy="Block the release of a change that has no recorded verdict.",
    parameters=[
        Parameter(
            "met", 0.9, Unit.SHARE, "share of changes judged before release", OURS
        ),
        Parameter("partly", 0.5, Unit.SHARE, "share from which it is partly met", OURS),
        Parameter(
            "fewest_rows", 5, Unit.COUNT, "fewest changes to take a share of", OURS
        ),
        Parameter(
            "months",
            12,
            Unit.MONTHS,
            "months before the audit that are looked at",
            OURS,
        ),
    ],
    sources=[bibliography.BROWN, bibliography.FITGAP_GOVERNANCE],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Nine of ten judged in time, one on the day of release",
            change_log(*[IN_TIME] * 8, ON_THE_DAY, UNJUDGED),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Four of five; one was judged the day after its release",
            change_log(*[IN_TIME] * 4, TOO_LATE),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Half of six",
            change_log(*[IN_TIME] * 3, *[UNJUDGED] * 3),
        ),
        Example(
            Outcome.NOT_MET,
            "Two of five; three verdicts have no day",
            change_log(*[IN_TIME] * 2, *[UNDATED] * 3),
        ),
        Example(
            Outcome.NOT_MET,
            "Five without a verdict on the first day of the window",
            change_log(*[FIRST_DAY] * 5),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Four in the window, one the day before it",
            change_log(*[IN_TIME] * 4, OLD),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Five, of which one is not released",
            change_log(*[IN_TIME] * 4, UNRELEASED),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Five that do not say whether customers notice",
            change_log(*[UNMARKED] * 5),
        ),
        Example(Outcome.NOT_ASSESSED, "An empty log", change_log()),
        Example(Outcome.NOT_ASSESSED, "No word of a log", {"changes": None}),
    ],
)
def changes_pass_the_gate(context: Context) -> Verdict:
    """A gate that changes can walk round is a form.

    Only the log shows whether each change that customers noticed was held against
    the principles while it could still be altered.
    """
    limits = context.parameters
    released = [
        change
        for change in context.profile.changes or ()
        if recent(context, change.released, limits["months"])
    ]
    found = tally(
        (change for change in released if change.customer_affecting),
        judged_before_release,
    )
    unmarked = sum(change.customer_affecting is None for change in released)
    told = _reason(found, limits["months"], limits["fewest_rows"])
    reason = sentences(told, _unmarked(unmarked))
    if found.total < limits["fewest_rows"]:
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("changes",))
    return found.verdict(context, reason)


def _reason(found: Tally[Change], months: float, needed: float) -> Message:
    changes = counted(found.total, "customer-affecting change")
    if found.total < needed:
        return message(
            "The log has {changes} released in the last {months:g} months; {needed:g} "
            "are needed.",
            changes=changes,
            months=months,
            needed=needed,
        )
    reason = message(
        "A verdict before release is on record for {having} of {changes} released in "
        "the last {months:g} months.",
        changes=changes,
        months=months,
    )
    if not found.lacking:
        return reason
    without = message("Without one: {names}.", names=names(found.lacking))
    return sentences(reason, without)


def _unmarked(number: int) -> str:
    if not number:
        return ""
    return message(
        "Not counted: {changes} not marked as customer-affecting or not.",
        changes=counted(number, "released change"),
    )
