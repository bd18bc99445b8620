"""DP009: an unmet principle really stops the change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    ChangeDecision,
    Context,
    Effort,
    Example,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    at_least,
    bibliography,
    check,
    counted,
    message,
    sentences,
    tally,
)
from auditor_design_principles.change_log import (
    STOPS,
    gate_verdicts,
    is_released,
    met_in_the_end,
    names,
)
from auditor_design_principles.sketches import change_log, judged_change

if TYPE_CHECKING:
    from auditor import Change, Tally

RULE_OF_THREE: Final = 3
"""No case in n trials leaves, at 95 % confidence, a rate of up to about 3 / n."""

SOME_FAILED: Final = message(
    "In the window the gate checked {changes}; {undecided} failed, still undecided."
)
NONE_FAILED: Final = message("In the window the gate checked {changes}; none failed.")

PASSED = judged_change(met=True, decision="proceed", released="2026-04-01")
PAUSED = judged_change(met=False, decision="pause")
REJECTED = judged_change(met=False, decision="reject")
WAVED = judged_change(met=False, decision="proceed", released="2026-04-01")
PENDING = judged_change(met=False, decision="pending")
EXCEPTED = WAVED | {"exception": {"approver": "Chief operating officer"}}
NAMELESS = WAVED | {"exception": {"reason": "Nobody knows any more"}}
UNDATED = WAVED | {"verdicts": [{"principle": "make-it-easy", "met": False}]}
OLD = WAVED | {"verdicts": [{"met": False, "date": "2025-06-29"}]}
UNSETTLED = WAVED | {
    "verdicts": [
        {"principle": "make-it-easy", "met": False, "date": "2026-03-02"},
        {"principle": "make-it-easy", "met": True, "date": "2026-03-02"},
    ]
}
MENDED = PASSED | {
    "verdicts": [
        {"principle": "make-it-easy", "met": False, "date": "2026-02-02"},
        {"principle": "make-it-easy", "met": True, "date": "2026-03-02"},
    ]
}


@check(
    "DP009",
    title="An unmet principle really stops the change",
    severity=Severity.CRITICAL,
    effort=Effort.MEDIUM,
    verification=Verification.CROSS_CHECK,
    needs=["changes"],
    logic=(
        "Of the changes that failed a principle in the last {months} months and are "
        "decided, the share that was stopped: paused, sent back, rejected and not "
        "released, let through by an exception with a named approver, or met by a "
        "later verdict before release. Met with a share of {met} or more, partly met "
        "from {partly}; below, the log contradicts the gate. With fewer than "
        "{fewest_rows} such changes a single one that went through is partly met, and "
        "two or more are judged by the share. A change that failed and is neither "
        "decided nor released is left out; released without a decision, it went "
        "through. If none ever failed: partly met with {never_no} or more changes "
        "checked, because a gate that never says no may not be asking; else not "
        "assessed. To proceed with every principle met is the gate at work and counts "
        "only among the changes checked."
    ),
    remedy=(
        "Give the owner of the gate the authority to stop a change, and a route for "
        "exceptions that an executive signs."
    ),
    parameters=[
        Parameter(
            "met", 0.95, Unit.SHARE, "share of failed changes that were stopped", OURS
        ),
        Parameter(
            "partly", 0.75, Unit.SHARE, "share from which it is partly met", OURS
        ),
        Parameter(
            "fewest_rows",
            5,
            Unit.COUNT,
            "failed changes from which one miss counts",
            OURS,
        ),
        Parameter(
            "never_no",
            20,
            Unit.COUNT,
            "changes checked after which one should fail",
            OURS,
        ),
        Parameter(
            "months",
            12,
            Unit.MONTHS,
            "months before the audit that are looked at",
            OURS,
        ),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.FORRESTER_CXM_MODEL,
        bibliography.GOVUK_SERVICE_ASSESSMENTS,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "One failed, and was paused", change_log(PAUSED)),
        Example(
            Outcome.MET,
            "Nineteen of twenty were stopped",
            change_log(*[PAUSED] * 19, WAVED),
        ),
        Example(Outcome.MET, "Failed, reworked until met", change_log(MENDED)),
        Example(
            Outcome.MET,
            "Failed, reworked until met, and not yet released",
            change_log(MENDED | {"released": None}),
        ),
        Example(
            Outcome.MET,
            "An open case and an old miss are left out",
            change_log(PAUSED, PENDING, OLD),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three of four were stopped",
            change_log(*[PAUSED] * 3, WAVED),
        ),
        Example(Outcome.PARTLY_MET, "The only one went through", change_log(WAVED)),
        Example(
            Outcome.PARTLY_MET,
            "Six of eight were stopped",
            change_log(*[PAUSED] * 6, *[WAVED] * 2),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Twenty checked, and none ever failed",
            change_log(*[PASSED] * 20),
        ),
        Example(
            Outcome.NOT_MET,
            "Two of four went through",
            change_log(PAUSED, REJECTED, *[WAVED] * 2),
            contradicted=True,
        ),
        Example(
            Outcome.NOT_MET,
            "Exceptions without an approver",
            change_log(EXCEPTED, *[NAMELESS] * 2),
            contradicted=True,
        ),
        Example(
            Outcome.NOT_MET,
            "Two went through; nobody knows when they failed",
            change_log(*[UNDATED] * 2),
            contradicted=True,
        ),
        Example(
            Outcome.NOT_MET,
            "Met on the day on which they failed, not later",
            change_log(*[UNSETTLED] * 2),
            contradicted=True,
        ),
        Example(
            Outcome.NOT_MET,
            "Rejected or undecided, and released all the same",
            change_log(
                PAUSED,
                REJECTED | {"released": "2026-04-01"},
                PENDING | {"released": "2026-04-01"},
            ),
            contradicted=True,
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Nineteen checked, and none ever failed",
            change_log(*[PASSED] * 19),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "The only one that failed is undecided",
            change_log(*[PASSED] * 20, PENDING),
        ),
        Example(Outcome.NOT_ASSESSED, "An empty log", change_log()),
        Example(Outcome.NOT_ASSESSED, "No word of a log", {"changes": None}),
    ],
)
def unmet_principles_stop_changes(context: Context) -> Verdict:
    """Principles are worth what they stop.

    A change that fails one and goes ahead teaches everybody that the text can be
    ignored, and customers meet what the organisation promised itself not to build.
    """
    checked = [c for c in context.profile.changes or () if gate_verdicts(context, c)]
    failed = [c for c in checked if not all(v.met for v in gate_verdicts(context, c))]
    decided = [change for change in failed if not _is_open(context, change)]
    if not decided:
        return _without_a_case(context, len(checked), len(failed))
    return _judged(context, tally(decided, lambda c: _is_stopped(context, c)))


def _is_open(context: Context, change: Change) -> bool:
    """Whether nothing is decided yet and nothing has happened."""
    undecided = change.decision in {None, ChangeDecision.PENDING}
    return undecided and not _is_excepted(change) and not is_released(context, change)


def _is_stopped(context: Context, change: Change) -> bool:
    """Whether a change that failed did not simply go ahead."""
    rejected = change.decision is ChangeDecision.REJECT
    return (
        change.decision in STOPS
        or (rejected and not is_released(context, change))
        or _is_excepted(change)
        or met_in_the_end(change, gate_verdicts(context, change))
    )


def _is_excepted(change: Change) -> bool:
    return change.exception is not None and change.exception.approver is not None


def _judged(context: Context, found: Tally[Change]) -> Verdict:
    """Judge how many of the failed changes were stopped."""
    limits = context.parameters
    failed = counted(found.total, "change")
    reason = message(
        "The gate held {number} of {changes} that failed a principle.",
        number=len(found.having),
        changes=failed,
    )
    if found.lacking:
        through = message("Went through: {names}.", names=names(found.lacking))
        reason = sentences(reason, through)
    where = tuple(change.pointer for change in found.lacking or found.having)
    if len(found.lacking) == 1 and found.total < limits["fewest_rows"]:
        little = message(
            "One miss among {changes} is too little to call the gate void.",
            changes=failed,
        )
        return Verdict(Outcome.PARTLY_MET, sentences(reason, little), where=where)
    outcome = at_least(found.share, limits["met"], limits["partly"])
    return Verdict(
        outcome,
        reason,
        share=found.share,
        where=where,
        contradicted=outcome is Outcome.NOT_MET,
    )


def _without_a_case(context: Context, checked: int, undecided: int) -> Verdict:
    """Judge a log in which no failed change is decided."""
    changes = counted(checked, "change")
    if undecided or checked < max(context.parameters["never_no"], 1):
        reason = (SOME_FAILED if undecided else NONE_FAILED).filled(
            changes=changes, undecided=undecided
        )
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("changes",))
    return Verdict(
        Outcome.PARTLY_MET,
        message(
            "Of {changes} checked none ever failed: the gate never says no. Even so up "
            "to {share:.0f} % of all changes may fail a principle (rule of three).",
            changes=changes,
            share=100 * RULE_OF_THREE / checked,
        ),
        message("Check a sample of the changes again, with somebody else at the gate."),
        where=(context.profile.at("changes"),),
    )
