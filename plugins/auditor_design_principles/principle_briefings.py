"""DP011: principles reach those who change what customers meet."""

from __future__ import annotations

from datetime import date

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
    counted,
    message,
    named,
    recent,
    sentences,
    tally,
)
from auditor_design_principles.sketches import principles


def _briefed(*days: str | bool | None, owned: int = 0) -> dict[str, object]:
    """Return a patch with departments briefed on these days, the first `owned` owning.

    Without a number, every department owns a touchpoint.
    """
    ids = [f"d{number}" for number in range(len(days))]
    contacts = [
        {"id": f"contact-{id_}", "name": "Contact", "owner": id_}
        for id_ in ids[: owned or len(ids)]
    ]
    return {
        "departments": [
            {"id": id_, "briefed_on_principles": day}
            for id_, day in zip(ids, days, strict=True)
        ],
        "journeys": [{"id": "j", "stages": [{"id": "s", "touchpoints": contacts}]}],
    }


LATELY = "2026-02-02"
FIRST_DAY = "2024-06-30"
TOO_OLD = "2024-06-29"
NEVER = False


@check(
    "DP011",
    title="Principles reach those who change what customers meet",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.ARTEFACT,
    needs=["principles", "departments", "journeys"],
    logic=(
        "Of the departments that own touchpoints, the share whose people were briefed "
        "on the principles in the last {months} months. Met with a share of {met} or "
        "more, partly met from {partly}. Not assessed while there are no principles "
        "to brief on or no owners of touchpoints. It rests on the days given, or "
        "else, where no briefing has a day, on the organisation's word."
    ),
    remedy=(
        "Put the principles into the first weeks of new staff and into the templates "
        "of projects."
    ),
    parameters=[
        Parameter("met", 0.9, Unit.SHARE, "share of owning departments briefed", OURS),
        Parameter("partly", 0.5, Unit.SHARE, "share from which it is partly met", OURS),
        Parameter("months", 24, Unit.MONTHS, "months for which a briefing lasts", OURS),
    ],
    sources=[
        bibliography.MACARANAS,
        bibliography.CAMPAGNA,
        bibliography.VA_PRINCIPLES,
        bibliography.FORRESTER_MATURITY,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Nine of ten", _briefed(*[LATELY] * 8, FIRST_DAY, NEVER)),
        Example(
            Outcome.MET,
            "One that owns no touchpoint was never briefed",
            _briefed(LATELY, LATELY, NEVER, owned=2),
        ),
        Example(
            Outcome.PARTLY_MET,
            "One of two; the other a day too long ago",
            _briefed(LATELY, TOO_OLD),
        ),
        Example(Outcome.NOT_MET, "One of three", _briefed(LATELY, NEVER, None)),
        Example(
            Outcome.NOT_MET,
            "A briefing that has yet to happen",
            _briefed("2026-07-01"),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Nobody owns a touchpoint",
            {"departments": []},
        ),
        Example(Outcome.NOT_ASSESSED, "No journey", {"journeys": None}),
        Example(Outcome.NOT_ASSESSED, "An empty list of principles", principles()),
        Example(Outcome.NOT_ASSESSED, "No word of principles", {"principles": None}),
    ],
)
def principles_reach_departments(context: Context) -> Verdict:
    """Principles that only the customer-experience team knows guide only that team.

    Most of what customers meet is changed by sales, billing, product and operations.
    """
    profile = context.profile
    if not profile.principles:
        reason = message("There are no principles to brief anybody on.")
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("principles",))
    owners = {touchpoint.owner for touchpoint in profile.touchpoints()}
    owning = [each for each in profile.departments or () if each.id in owners]
    months = context.parameters["months"]
    found = tally(owning, lambda d: recent(context, d.briefed_on_principles, months))
    reason = message(
        "A briefing on the principles in the last {months:g} months is on record for "
        "{having} of {departments} with touchpoints.",
        months=months,
        departments=counted(found.total, "department"),
    )
    if found.lacking:
        names = named(each.name or each.id for each in found.lacking)
        reason = sentences(reason, message("Without one: {names}.", names=names))
    dated = any(isinstance(d.briefed_on_principles, date) for d in owning)
    return found.verdict(
        context,
        reason,
        answered_by="journeys.stages.touchpoints.owner",
        verified_by=None if dated else Verification.DECLARED,
    )
