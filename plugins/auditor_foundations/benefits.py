"""BC003: benefits are estimated as a range, and checked afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    ImprovementStatus,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    message,
    months_before,
    named,
    tally,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor import Improvement

TOO_FEW: Final = message(
    "The profile lists {improvements} of {months:g} months or more; {needed:g} are "
    "needed."
)
ALL: Final = message(
    "A range, and a check once it was done, stands behind {having} of {improvements} "
    "of {months:g} months or more."
)
NOT_ALL: Final = message(
    "A range, and a check once it was done, stands behind {having} of {improvements} "
    "of {months:g} months or more, not {names}."
)

RANGE = {"low": 100, "high": 300, "reviewed": True}
CHECKED = {"status": "done", "opened": "2025-12-30", "benefit": RANGE}
UNDER_WAY = CHECKED | {
    "status": "in_progress",
    "benefit": RANGE | {"reviewed": False},
}
ESTIMATED = CHECKED | {"benefit": RANGE | {"reviewed": None}}
ONE_FIGURE = CHECKED | {"benefit": RANGE | {"high": 100}}


def _improvements(*contents: Mapping[str, object]) -> dict[str, object]:
    """Return a profile patch with these improvements and no others."""
    numbered = [{"id": f"i{number}", **each} for number, each in enumerate(contents)]
    return {"feedback": {"improvements": numbered}}


@check(
    "BC003",
    title="Benefits are estimated as a range and checked afterwards",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.ARTEFACT,
    needs=["feedback.improvements"],
    logic=(
        "Looks at the improvements that were begun, or else finished, {months} months "
        "or more before the audit and were not declined. The share of them with a "
        "benefit from a worst to a better case which, once the work is done, was "
        "checked. Met with a share of {met} or more, partly met from {partly}; not "
        "assessed with fewer than {fewest_rows} of them."
    ),
    remedy="Estimate a worst, a middle and a best case, as finance would put it.",
    parameters=[
        Parameter(
            "met", 0.6, Unit.SHARE, "share of improvements with such a benefit", OURS
        ),
        Parameter("partly", 0.3, Unit.SHARE, "share from which it is partly met", OURS),
        Parameter("months", 6, Unit.MONTHS, "age from which one is looked at", OURS),
        Parameter(
            "fewest_rows", 5, Unit.COUNT, "fewest improvements to take a share of", OURS
        ),
    ],
    sources=[
        bibliography.FORRESTER_RANGES,
        bibliography.FORRESTER_MEASUREMENT_STUDY,
        bibliography.BROWN,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Three of five, one of them not yet done",
            _improvements(CHECKED, CHECKED, UNDER_WAY, ESTIMATED, ONE_FIGURE),
        ),
        Example(
            Outcome.MET,
            "Five that are old enough; the others are declined, younger or undated",
            _improvements(
                *[CHECKED] * 5,
                ESTIMATED | {"status": "declined"},
                ESTIMATED | {"opened": "2025-12-31"},
                ESTIMATED | {"opened": None},
            ),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Two of five",
            _improvements(*[CHECKED] * 2, *[ESTIMATED] * 3),
        ),
        Example(
            Outcome.NOT_MET,
            "One of five; another was finished without a check",
            _improvements(
                CHECKED,
                *[ONE_FIGURE] * 3,
                ESTIMATED | {"status": None, "opened": None, "closed": "2025-12-30"},
            ),
        ),
        Example(
            Outcome.NOT_MET,
            "Five without a benefit",
            _improvements(*[CHECKED | {"benefit": None}] * 5),
        ),
        Example(Outcome.NOT_ASSESSED, "Four old enough", _improvements(*[CHECKED] * 4)),
        Example(Outcome.NOT_ASSESSED, "An empty list", _improvements()),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of improvements",
            {"feedback": {"improvements": None}},
        ),
    ],
)
def benefits_are_checked(context: Context) -> Verdict:
    """Who never looks back cannot say which work was worth it.

    A range admits what is not known; a single figure is believed until it is missed.
    """
    limits = context.parameters
    old = [each for each in context.profile.improvements() if _is_old(context, each)]
    found = tally(old, _is_sound)
    told = {
        "improvements": counted(found.total, "improvement"),
        "months": limits["months"],
        "needed": limits["fewest_rows"],
        "names": named(each.title or each.id for each in found.lacking),
    }
    if found.total < limits["fewest_rows"]:
        keys = ("feedback.improvements",)
        reason = TOO_FEW.filled(**told)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=keys)
    return found.verdict(context, (NOT_ALL if found.lacking else ALL).filled(**told))


def _is_old(context: Context, improvement: Improvement) -> bool:
    """Whether it was begun, or else finished, long enough ago, and not declined."""
    day = improvement.opened or improvement.closed
    if improvement.status is ImprovementStatus.DECLINED or day is None:
        return False
    return day <= months_before(context.as_of, int(context.parameters["months"]))


def _is_sound(improvement: Improvement) -> bool:
    """Whether its benefit is a range and, once it is done, was checked."""
    benefit = improvement.benefit
    if benefit is None or benefit.low is None or benefit.high is None:
        return False
    done = (
        improvement.status is ImprovementStatus.DONE or improvement.closed is not None
    )
    return benefit.low < benefit.high and (bool(benefit.reviewed) or not done)
