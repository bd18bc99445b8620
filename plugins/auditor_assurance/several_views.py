"""DQ004: several views went into the profile, and scores are not gamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Function,
    Outcome,
    Parameter,
    Severity,
    SurveyInvitations,
    Unit,
    Verdict,
    Verification,
    at_least,
    bibliography,
    check,
    message,
    named,
    sentences,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor import Assessment, Profile

PARTS: Final[Mapping[str, str]] = {
    "respondents": message("respondents of several roles"),
    "survey_invitations": message("invitations by rule"),
    "pay_tied_to_scores": message("pay that does not hang on bare scores"),
}
"""What is looked at, by the key that tells, and what a sentence calls it."""

ADVICE: Final[Mapping[str, str]] = {
    "respondents": message(
        "Let people at the front line and in other departments answer for the profile."
    ),
    "survey_invitations": message("Send every invitation to a survey by rule."),
    "pay_tied_to_scores": message(
        "Take scores out of pay, or put safeguards around them."
    ),
}
"""What to do where a part is missing."""

ALL: Final = message("The profile has {count} of {total} parts of what makes it sound.")
NOT_ALL: Final = message(
    "The profile has {count} of {total} parts of what makes it sound, not {parts}."
)
EXPERIENCE: Final = frozenset({"cx", "customer-experience", "customer_experience"})
"""Ids of the department that the audit is about, where no function is stated."""

CX = {"role": "Head of customer experience", "department": "cx"}
FITTER = {"role": "Fitter", "department": "operations", "frontline": True}
BILLING = {"role": "Head of billing", "department": "billing"}


def _assessed(**changes: object) -> dict[str, object]:
    """Return a profile patch in which these parts of the assessment are otherwise."""
    return {"assessment": changes}


@check(
    "DQ004",
    title="Several views went into the profile, and scores are not gamed",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["assessment"],
    logic=(
        "Three parts: respondents of {roles} roles or more, one of them at the front "
        "line and one outside customer experience; customers who are invited to "
        "surveys by a rule, not chosen by those who served them; pay that does not "
        "hang on scores, or does so with stated safeguards. Met with {met} parts, "
        "partly met with {partly}. Not assessed while a part that nobody speaks of "
        "could change that."
    ),
    remedy=(
        "Let a second person answer for each area, and send every invitation to a "
        "survey by rule."
    ),
    parameters=[
        Parameter("met", 3, Unit.COUNT, "parts of three", OURS),
        Parameter("partly", 2, Unit.COUNT, "parts from which it is partly met", OURS),
        Parameter("roles", 3, Unit.COUNT, "different roles that answered", OURS),
    ],
    sources=[
        bibliography.GETAPP_PERCEPTION,
        bibliography.CXPILOTS,
        bibliography.CXXC,
        bibliography.QUIRKS_NPS_MISUSE,
        bibliography.BAIN_NPS_PAY,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Pay depends on scores, with safeguards",
            _assessed(
                pay_tied_to_scores=True,
                pay_safeguards=["An outside firm asks, and picks whom"],
            ),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Pay depends on scores",
            _assessed(pay_tied_to_scores=True),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three who answered, all of customer experience",
            _assessed(
                respondents=[
                    CX,
                    FITTER | {"department": "cx"},
                    BILLING | {"department": "cx"},
                ]
            ),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Nobody of the front line answered",
            _assessed(respondents=[CX, BILLING, BILLING | {"role": "Head of sales"}]),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three respondents of two roles",
            _assessed(respondents=[CX, FITTER, FITTER]),
        ),
        Example(
            Outcome.NOT_MET,
            "One person answered, and agents choose whom to ask",
            _assessed(respondents=[CX], survey_invitations="agent_chosen"),
        ),
        Example(
            Outcome.NOT_MET,
            "Nobody answered, agents choose, and pay is not spoken of",
            _assessed(
                respondents=[],
                survey_invitations="agent_chosen",
                pay_tied_to_scores=None,
            ),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of who is invited",
            _assessed(survey_invitations=None),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of the assessment",
            {"assessment": None},
        ),
    ],
)
def several_views_went_in(context: Context) -> Verdict:
    """Those who lead the work see it in a better light than those who do it.

    One view alone flatters, and so does a score that people have a reason to bend.
    """
    profile, limits = context.profile, context.parameters
    about = profile.assessment
    silent = [key for key in PARTS if not (about and about.states(key))]
    held = _held(profile, about, limits["roles"]) if about else {}
    count = sum(held.values())
    outcome = at_least(count, limits["met"], limits["partly"])
    if outcome is not at_least(count + len(silent), limits["met"], limits["partly"]):
        reason = message(
            "The profile says nothing of {parts}.",
            parts=named(PARTS[key] for key in silent),
        )
        keys = tuple(f"assessment.{key}" for key in silent)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=keys)
    lacking = [key for key, there in held.items() if not there]
    reason = (NOT_ALL if lacking else ALL).filled(
        count=count,
        total=len(PARTS),
        parts=named(PARTS[key] for key in lacking),
    )
    return Verdict(
        outcome,
        reason,
        sentences(*(ADVICE[key] for key in lacking)),
        share=count / len(PARTS),
        where=tuple(f"/assessment/{key}" for key in PARTS if key not in silent),
    )


def _held(profile: Profile, about: Assessment, roles: float) -> dict[str, bool]:
    """Return whether each part is there; one that is silent is not."""
    answered = about.respondents or ()
    different = {(each.role or "").casefold() for each in answered} - {""}
    outside = any(_is_outside(profile, each.department) for each in answered)
    front = any(each.frontline for each in answered)
    safe = about.pay_tied_to_scores is False or bool(about.pay_safeguards)
    return {
        "respondents": len(different) >= roles and front and outside,
        "survey_invitations": about.survey_invitations is SurveyInvitations.RULE_BASED,
        "pay_tied_to_scores": safe and about.pay_tied_to_scores is not None,
    }


def _is_outside(profile: Profile, id_: str | None) -> bool:
    """Whether someone answered from a department other than customer experience."""
    department = profile.department(id_)
    function = department.function if department else None
    if function is not None:
        return function is not Function.CX
    return id_ is not None and id_ not in EXPERIENCE
