"""OW002: the remit of whoever leads customer experience is company-wide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    Context,
    Effort,
    Example,
    Function,
    Message,
    Outcome,
    Question,
    Severity,
    Verdict,
    Verification,
    bibliography,
    check,
    message,
)
from auditor_department_ownership.mandates import COMPANY, SHARED, SUPPORT, mandate
from auditor_department_ownership.owners import TOP, function_of, word

if TYPE_CHECKING:
    from auditor import Profile

INSIDE: Final = "inside"
OUTSIDE: Final = "outside"
UNCLEAR: Final = "unclear"


def _lead(**change: object) -> dict[str, object]:
    """Return a patch that changes the lead."""
    return {"governance": {"cx_lead": change}}


@check(
    "OW002",
    title="The remit of the CX lead is company-wide",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.DECLARED,
    speaks_to=Question.SERVICE_FOR_EXPERIENCE,
    needs=["governance.cx_lead"],
    logic=(
        "Met if the mandate is `company`, or if the lead reports outside the support "
        "line and the mandate is not `support`. Else partly met with a `dotted` or "
        "`shared` mandate. Not met without a lead, with the "
        "mandate `support`, or if nothing shows more than that. Outside the support "
        "line is the top (`executive`, `board`, `ceo`), or a department, by id or "
        "function, that is not support. A line that is not stated, or in other words, "
        "shows nothing."
    ),
    remedy="Move the reporting line out of support, or sign a company-wide mandate.",
    sources=[
        bibliography.MACARANAS,
        bibliography.CAMPAGNA,
        bibliography.GSA_CX_TOOLKIT,
        bibliography.XM_INSTITUTE_GOVERNANCE,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Within support, with a mandate for the company",
            _lead(reports_to="support", mandate="company"),
        ),
        Example(
            Outcome.MET,
            "Reports to a department that is not support",
            _lead(reports_to="marketing", mandate=None),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Within support, with a dotted line",
            _lead(reports_to="support", mandate="dotted line"),
        ),
        Example(
            Outcome.NOT_MET,
            "Within support, and no word of a mandate",
            _lead(reports_to="support", mandate=None),
        ),
        Example(
            Outcome.NOT_MET,
            "Head of support, who reports to the top",
            _lead(reports_to="executive", mandate="support"),
        ),
        Example(
            Outcome.NOT_MET,
            "A reporting line in words that show nothing",
            _lead(reports_to="Mr Universe", mandate=None),
        ),
        Example(
            Outcome.NOT_MET,
            "A role, and nothing else",
            _lead(reports_to=None, mandate=None),
        ),
        Example(
            Outcome.NOT_MET,
            "Nobody: declared so",
            {"governance": {"cx_lead": False}},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "A governance without a word of a lead",
            {"governance": {"cx_lead": None}},
        ),
        Example(Outcome.NOT_ASSESSED, "No word of governance", {"governance": None}),
    ],
)
def lead_serves_the_whole_company(context: Context) -> Verdict:
    """Support answers for service, and every department for the experience.

    A lead who may act only inside the support line can mend how problems are handled,
    but not what causes them in sales, delivery or billing.
    """
    governance = context.profile.governance
    lead = governance.cx_lead if governance else None
    if lead is None or not any((lead.role, lead.reports_to, lead.mandate)):
        reason = message("Nobody leads the work on customer experience.")
        return Verdict(Outcome.NOT_MET, reason, where=("/governance",))
    outcome, reason = _judged(context.profile, lead.reports_to)
    return Verdict(outcome, reason, where=(lead.pointer,))


def _judged(profile: Profile, reports_to: str | None) -> tuple[Outcome, Message]:
    """Return the outcome, and why."""
    allowed, line = mandate(profile), _line(profile, reports_to)
    if allowed == COMPANY:
        reason = message("The CX lead has a mandate for the whole company.")
        return Outcome.MET, reason
    if allowed == SUPPORT:
        return Outcome.NOT_MET, message("The CX lead has a mandate for support only.")
    if line == OUTSIDE:
        return Outcome.MET, message(
            "The CX lead reports outside the support line, to {role}.", role=reports_to
        )
    if allowed in SHARED:
        return Outcome.PARTLY_MET, message(
            "The CX lead has only a shared mandate beyond support."
        )
    if line == INSIDE:
        return Outcome.NOT_MET, message(
            "The CX lead reports within the support line, without a mandate."
        )
    return Outcome.NOT_MET, message(
        "The CX lead is not shown to have a remit beyond support."
    )


def _line(profile: Profile, reports_to: str | None) -> str:
    """Return on which side of the support line a role reports, if that is clear."""
    if word(reports_to) in TOP:
        return OUTSIDE
    function = function_of(profile, reports_to) if reports_to else None
    if function is None:
        return UNCLEAR
    return INSIDE if function is Function.SUPPORT else OUTSIDE
