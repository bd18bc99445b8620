"""OW001: an executive sponsor stands for customer experience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import (
    Context,
    Effort,
    Example,
    Message,
    Outcome,
    Severity,
    Verdict,
    Verification,
    bibliography,
    check,
    message,
    named,
)
from auditor_department_ownership.owners import TOP, word

if TYPE_CHECKING:
    from auditor import ExecutiveSponsor


def _sponsor(**change: object) -> dict[str, object]:
    """Return a patch that changes the sponsor."""
    return {"governance": {"executive_sponsor": change}}


@check(
    "OW001",
    title="An executive sponsor stands for customer experience",
    severity=Severity.CRITICAL,
    effort=Effort.SMALL,
    verification=Verification.ARTEFACT,
    needs=["governance.executive_sponsor"],
    logic=(
        "Met with a sponsor whose role is named, at the top, with customer experience "
        "among the objectives. Partly met with a sponsor who lacks any of these. Not "
        "met without one. At the top means the level `c_level`, `board`, `ceo`, "
        "`reports_to_ceo` or `direct_report`; other words do not count as that."
    ),
    remedy=(
        "Let somebody at the top be the sponsor, and write customer experience into "
        "that person's objectives."
    ),
    sources=[bibliography.XM_INSTITUTE_GOVERNANCE, bibliography.BROWN],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Reports to the CEO", _sponsor(level="Reports to CEO")),
        Example(
            Outcome.PARTLY_MET,
            "A head of department",
            _sponsor(level="head of department"),
        ),
        Example(Outcome.PARTLY_MET, "Level not stated", _sponsor(level=None)),
        Example(
            Outcome.PARTLY_MET,
            "Customer experience is not in the objectives",
            _sponsor(cx_in_objectives=False),
        ),
        Example(Outcome.PARTLY_MET, "The role is not named", _sponsor(role=None)),
        Example(
            Outcome.NOT_MET,
            "Nobody: declared so",
            {"governance": {"executive_sponsor": False}},
        ),
        Example(
            Outcome.NOT_MET,
            "A sponsor of whom nothing is said",
            _sponsor(role=None, level=None, cx_in_objectives=None),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "A governance without a word of a sponsor",
            {"governance": {"executive_sponsor": None}},
        ),
        Example(Outcome.NOT_ASSESSED, "No word of governance", {"governance": None}),
    ],
)
def sponsor_is_at_the_top(context: Context) -> Verdict:
    """Changes for customers cost one department and benefit another.

    Only someone above both can settle that. A sponsor who is not measured on it has
    better things to do when it gets difficult.
    """
    governance = context.profile.governance
    sponsor = governance.executive_sponsor if governance else None
    if sponsor is None or not _is_named(sponsor):
        reason = message("No executive sponsor is named.")
        outcome = Outcome.NOT_MET
    elif gaps := _gaps(sponsor):
        reason = _but(sponsor.role, named(gaps))
        outcome = Outcome.PARTLY_MET
    else:
        reason = message(
            "The sponsor is the {role}, at the top, with an objective.",
            role=sponsor.role,
        )
        outcome = Outcome.MET
    return Verdict(
        outcome,
        reason,
        where=(sponsor.pointer if sponsor else "/governance",),
        verified_by=Verification.DECLARED,
    )


def _is_named(sponsor: ExecutiveSponsor) -> bool:
    return any((sponsor.role, sponsor.level, sponsor.cx_in_objectives))


def _but(role: str | None, gaps: Message) -> Message:
    """Return that there is a sponsor, and what is missing."""
    if role:
        return message("The sponsor is the {role}, but {gaps}.", role=role, gaps=gaps)
    return message("There is one, but {gaps}.", gaps=gaps)


def _gaps(sponsor: ExecutiveSponsor) -> list[Message]:
    present = {
        message("the role is not named"): sponsor.role,
        message("the level is not stated as one at the top"): word(sponsor.level)
        in TOP,
        message(
            "customer experience is not stated as an objective"
        ): sponsor.cx_in_objectives,
    }
    return [gap for gap, there in present.items() if not there]
