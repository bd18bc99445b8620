"""OW011: decision rights, escalation, budget and people are settled."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Message,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    at_least,
    bibliography,
    check,
    happened,
    message,
    named,
    sentences,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

MEANS: Final = {
    "decision_rights": message("decision rights"),
    "escalation_rule": message("a rule for escalation"),
    "budget": message("a budget"),
    "dedicated_fte": message("people who do nothing else"),
}


def _without(**keys: object) -> dict[str, object]:
    """Return a patch in which these means are otherwise."""
    return {"governance": keys}


@check(
    "OW011",
    title="Decision rights, escalation, budget and people are settled",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.DECLARED,
    needs=["governance"],
    logic=(
        "Four means: decision rights written down by the day of the audit, a rule for "
        "escalation, a budget, and people who do nothing else. Met with {met}, partly "
        "met with {partly} or more, else not met. Where one "
        "is stated, the others count as lacking; where none is, nothing is known."
    ),
    remedy="Write down who decides at the three boundaries that are fought over most.",
    parameters=[
        Parameter("met", 4, Unit.COUNT, "means for the criterion to be met", OURS),
        Parameter("partly", 2, Unit.COUNT, "means for it to be partly met", OURS),
    ],
    sources=[
        bibliography.XM_INSTITUTE_GOVERNANCE,
        bibliography.FORRESTER_MATURITY,
        bibliography.FITGAP_GOVERNANCE,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Half a person", _without(dedicated_fte=0.5)),
        Example(Outcome.PARTLY_MET, "No budget", _without(budget=False)),
        Example(
            Outcome.PARTLY_MET,
            "Decision rights are to be written next month",
            _without(decision_rights="2026-07-31"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "No budget and nobody who does nothing else",
            _without(budget=False, dedicated_fte=0),
        ),
        Example(
            Outcome.NOT_MET,
            "A rule for escalation only",
            _without(decision_rights=False, budget=None, dedicated_fte=None),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "A governance without a word of any",
            _without(**dict.fromkeys(MEANS)),
        ),
        Example(Outcome.NOT_ASSESSED, "No word of governance", {"governance": None}),
    ],
)
def means_are_settled(context: Context) -> Verdict:
    """A remit without means is a wish.

    Whoever leads the work needs to know what they may decide, where to take a
    dispute, and what money and whose time they can count on.
    """
    governance = context.profile.governance
    stated = {key: getattr(governance, key, None) for key in MEANS}
    if all(value is None for value in stated.values()):
        keys = tuple(f"governance.{key}" for key in MEANS)
        reason = message(
            "The profile says nothing of rights, escalation, budget or people."
        )
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=keys)
    lacking = [
        name for key, name in MEANS.items() if not _is_there(context, stated[key])
    ]
    count = len(MEANS) - len(lacking)
    limits = context.parameters
    return Verdict(
        at_least(count, limits["met"], limits["partly"]),
        _reason(count, lacking),
        share=count / len(MEANS),
        where=("/governance",),
    )


def _is_there(context: Context, stated: date | float | None) -> bool:
    """Whether a means is there: a day that has come, a yes, or more than nothing."""
    if isinstance(stated, date):
        return happened(context, stated)
    return (stated or 0) > 0


def _reason(count: int, lacking: Sequence[str]) -> Message:
    total = len(MEANS)
    if not count:
        return message("None of the {total} means is there.", total=total)
    reason = message("The work has {count} of {total} means.", count=count, total=total)
    if not lacking:
        return reason
    return sentences(reason, message("It lacks {means}.", means=named(lacking)))
