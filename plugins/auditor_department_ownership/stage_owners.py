"""OW008: stages are owned across the company."""

from __future__ import annotations

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
    counted,
    message,
)
from auditor_department_ownership.goals import reached
from auditor_department_ownership.owners import accountable, names
from auditor_department_ownership.sketches import owned, stages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor import Profile


OWNED: Final = message("Stages are owned by {departments}: {names}.")
OWNED_IN_SMALL: Final = message(
    "Stages are owned by {departments} in a small organisation, which needs "
    "{needed:g}: {names}."
)
NOBODY: Final = message("Stages are owned by {departments}.")
NOBODY_IN_SMALL: Final = message(
    "Stages are owned by {departments} in a small organisation, which needs {needed:g}."
)


def _small(**counts: int) -> dict[str, object]:
    """Return a patch of an organisation of 49 with stages of these owners."""
    return {"organisation": {"employees": 49}, **stages(owned(**counts))}


@check(
    "OW008",
    title="Stages are owned across the company",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["journeys"],
    logic=(
        "Counts the departments that answer for at least one stage of any journey. Met "
        "with {met} or more, partly met with {partly}, else not met. An organisation "
        "of fewer than {small} employees needs {met_small} and {partly_small}. "
        "`everyone`, `all` and the like are nobody."
    ),
    remedy="Name stage leads from marketing, sales, product and operations.",
    parameters=[
        Parameter(
            "met", 4, Unit.COUNT, "departments that own a stage, to be met", OURS
        ),
        Parameter("partly", 3, Unit.COUNT, "departments for it to be partly met", OURS),
        Parameter(
            "small",
            50,
            Unit.COUNT,
            "employees from which the full number applies",
            OURS,
        ),
        Parameter(
            "met_small", 3, Unit.COUNT, "departments in a smaller organisation", OURS
        ),
        Parameter("partly_small", 2, Unit.COUNT, "the same, to be partly met", OURS),
    ],
    sources=[bibliography.CAMPAGNA, bibliography.MACARANAS],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Four", stages(owned(cx=1, sales=1, it=1, billing=1))),
        Example(Outcome.MET, "Three, in a small one", _small(cx=1, sales=1, it=1)),
        Example(Outcome.PARTLY_MET, "Three", stages(owned(cx=3, sales=2, it=1))),
        Example(Outcome.PARTLY_MET, "Two, in a small one", _small(cx=3, sales=1)),
        Example(
            Outcome.PARTLY_MET,
            "Three, and nobody knows how large it is",
            {
                "organisation": {"employees": None},
                **stages(owned(cx=1, sales=1, it=1)),
            },
        ),
        Example(Outcome.NOT_MET, "Two", stages(owned(cx=4, support=4))),
        Example(Outcome.NOT_MET, "One, in a small one", _small(cx=6)),
        Example(Outcome.NOT_MET, "Stages without owners", stages([None] * 6)),
        Example(Outcome.NOT_MET, "No journeys", {"journeys": []}),
        Example(Outcome.NOT_ASSESSED, "No word of journeys", {"journeys": None}),
    ],
)
def stages_are_owned_across_the_company(context: Context) -> Verdict:
    """A journey crosses the company, and so must those who answer for it.

    Where two departments hold all stages, the others work for targets of their own at
    the very points where customers change hands.
    """
    profile, limits = context.profile, context.parameters
    owning = [stage for stage in profile.stages() if accountable(stage.owner)]
    owners = list(dict.fromkeys(stage.owner or "" for stage in owning))
    small = _is_small(context)
    met = limits["met_small" if small else "met"]
    partly = limits["partly_small" if small else "partly"]
    return Verdict(
        at_least(len(owners), met, partly),
        _reason(profile, owners, met, small=small),
        share=reached(len(owners), met),
        where=tuple(stage.at("owner") for stage in owning) or (profile.at("journeys"),),
    )


def _is_small(context: Context) -> bool:
    employees = context.profile.organisation.employees
    return employees is not None and employees < context.parameters["small"]


def _reason(
    profile: Profile, owners: Sequence[str], needed: float, *, small: bool
) -> Message:
    if small:
        reason = OWNED_IN_SMALL if owners else NOBODY_IN_SMALL
    else:
        reason = OWNED if owners else NOBODY
    return reason.filled(
        departments=counted(len(owners), "department"),
        names=names(profile, owners),
        needed=needed,
    )
