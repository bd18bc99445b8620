"""OW006: ownership is spread beyond support and the CX team."""

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
    Question,
    Severity,
    Unit,
    Verdict,
    Verification,
    at_most,
    bibliography,
    check,
    counted,
    message,
    sentences,
)
from auditor_department_ownership.holdings import Holdings, holdings
from auditor_department_ownership.mandates import COMPANY, mandate
from auditor_department_ownership.owners import names
from auditor_department_ownership.sketches import improvements, owned, touchpoints

if TYPE_CHECKING:
    from auditor import Profile

ANSWERS: Final = ("journeys", "feedback.improvements")
CLAIM: Final = message("The CX lead is said to have a mandate for the company.")
OF_ALL: Final = message(
    "Of {parts} with an owner, support and the CX team own {team} ({share:.0f} %)."
)
OF_THOSE_OWNED: Final = message(
    "Of {parts} with an owner (leaving out {unowned} without), support and the CX team "
    "own {team} ({share:.0f} %)."
)
MODEST: Final = {"governance": {"cx_lead": {"mandate": "shared"}}}


def _owned(**counts: int) -> dict[str, object]:
    """Return a patch that leaves touchpoints of these owners, and no improvements."""
    return improvements() | touchpoints(owned(**counts))


@check(
    "OW006",
    title="Ownership is spread beyond support and the CX team",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.CROSS_CHECK,
    speaks_to=Question.SERVICE_FOR_EXPERIENCE,
    logic=(
        "Of the touchpoints and improvements that have an owner, departments with the "
        "function support or CX own a share of {met} or less: met. Up to {partly}: "
        "partly met. Above: not met, and contradicted if the CX lead is said to have a "
        "mandate for the company. What has no owner, and what was declined, is left "
        "out. An id that is the name of a function tells it where nothing else does; "
        "if the outcome depends on departments of unknown function, it is not "
        "assessed. The Herfindahl index is the sum of the squared shares of all owners."
    ),
    remedy="Hand each touchpoint and improvement to the department where its cause is.",
    parameters=[
        Parameter(
            "met", 0.4, Unit.SHARE, "share owned by support and CX that is met", OURS
        ),
        Parameter(
            "partly", 0.7, Unit.SHARE, "share owned by them that is partly met", OURS
        ),
    ],
    sources=[bibliography.MACARANAS, bibliography.CAMPAGNA],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Two of five", _owned(support=1, cx=1, sales=3)),
        Example(
            Outcome.MET,
            "Improvements of others outweigh touchpoints of support",
            touchpoints(owned(support=2))
            | improvements(*({"owner": "billing"} for _ in range(3))),
        ),
        Example(
            Outcome.MET,
            "What has no owner is left out",
            improvements() | touchpoints(["support", "sales", "billing", None, None]),
        ),
        Example(Outcome.PARTLY_MET, "Three of five", _owned(support=3, sales=2)),
        Example(Outcome.PARTLY_MET, "Seven of ten", _owned(support=7, sales=3)),
        Example(
            Outcome.NOT_MET,
            "Eight of ten, and nobody claims otherwise",
            MODEST | _owned(support=8, sales=2),
        ),
        Example(
            Outcome.NOT_MET,
            "Eight of ten, under a mandate for the company",
            _owned(support=4, cx=4, sales=2),
            contradicted=True,
        ),
        Example(
            Outcome.NOT_MET,
            "Declined improvements of others do not help",
            MODEST
            | touchpoints(owned(support=3))
            | improvements(*[{"owner": "billing", "status": "declined"}] * 7),
        ),
        Example(
            Outcome.NOT_MET,
            "Departments are not described, but ids name functions",
            {"departments": None} | MODEST | _owned(support=3),
        ),
        Example(
            Outcome.MET,
            "What one owner of many does is unknown",
            {"departments": None} | _owned(sales=9, help_desk=1),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "What most owners do is unknown",
            {"departments": None} | _owned(sales=1, help_desk=9),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Everyone owns everything",
            {"departments": None} | _owned(everyone=9),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of touchpoints and improvements",
            {"journeys": None, "feedback": {"improvements": None}},
        ),
    ],
)
def ownership_is_spread(context: Context) -> Verdict:
    """Whoever owns a touchpoint decides what happens there.

    If most of them belong to support or to the CX team, the other departments have
    handed the customer over, whatever a mandate says.
    """
    held = holdings(context.profile)
    total = len(held.owned)
    if not total:
        return _nothing(context.profile)
    team = len(held.of_team)
    unclear = sum(held.owners[owner] for owner in held.unknown)
    outcome = _outcome(context, team / total)
    if outcome is not _outcome(context, (team + unclear) / total):
        return _depends(context, held)
    claimed = mandate(context.profile) == COMPANY and outcome is Outcome.NOT_MET
    return Verdict(
        outcome,
        sentences(_figures(held), CLAIM if claimed else ""),
        where=tuple(part.pointer for part in held.of_team or held.owned),
        contradicted=claimed,
        verified_by=Verification.DECLARED,
    )


def _nothing(profile: Profile) -> Verdict:
    if any(profile.answers(key) for key in ANSWERS):
        reason = message("No touchpoint and no improvement has an owner.")
    else:
        reason = message(
            "The profile says nothing under `journeys` or `feedback.improvements`."
        )
    return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=ANSWERS)


def _outcome(context: Context, share: float) -> Outcome:
    return at_most(share, context.parameters["met"], context.parameters["partly"])


def _figures(held: Holdings) -> Message:
    team, total = len(held.of_team), len(held.owned)
    index = message(
        "The Herfindahl index of {owners} is {index:.2f}.",
        owners=counted(len(held.owners), "owner"),
        index=held.herfindahl,
    )
    of_team = (OF_THOSE_OWNED if held.unowned else OF_ALL).filled(
        parts=counted(
            total, "touchpoint or improvement", "touchpoints and improvements"
        ),
        unowned=held.unowned,
        team=team,
        share=100 * team / total,
    )
    return sentences(of_team, index)


def _depends(context: Context, held: Holdings) -> Verdict:
    unknown = frozenset(held.unknown)
    depends = message(
        "It depends on departments of unknown function: {names}.",
        names=names(context.profile, held.unknown),
    )
    return Verdict(
        Outcome.NOT_ASSESSED,
        sentences(_figures(held), depends),
        message("State the function of each department."),
        where=tuple(part.pointer for part in held.owned if part.owner in unknown),
        answered_by=("departments.function",),
    )
