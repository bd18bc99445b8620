"""Who stands behind the profile, and what the organisation says of single checks."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from auditor.profile.ids import DepartmentId
from auditor.profile.section import Section
from auditor.profile.values import Flag, Text
from auditor.profile.vocabulary import SurveyInvitations

__all__ = ["Assessment", "NotApplicable", "Respondent", "Waiver"]


class Respondent(Section):
    """Someone who answered for the profile."""

    role: Text | None = None
    """The role, not the person's name."""
    department: DepartmentId | None = None
    """The department."""
    frontline: Flag | None = None
    """Whether this person meets customers every day."""


class Assessment(Section):
    """Who stands behind the profile, and what bends its figures."""

    respondents: tuple[Respondent, ...] | None = None
    """Those who answered."""
    survey_invitations: SurveyInvitations | None = None
    """Who chooses which customers are asked."""
    pay_tied_to_scores: Flag | None = None
    """Whether anyone's pay depends on customers' scores."""
    pay_safeguards: tuple[Text, ...] | None = None
    """What keeps scores honest where pay depends on them."""


class NotApplicable(Section):
    """A check that does not fit the organisation; counts only with a reason."""

    check: Text
    """Id of the check, such as JC013."""
    reason: Text | None = None
    """Why it does not fit."""


class Waiver(Section):
    """A finding that the organisation accepts for a time.

    A waiver without reason, approver or a readable expiry is reported and does
    not count; so is one that has lapsed. That is why nothing but the check is
    required here and the expiry may be anything.
    """

    check: Text
    """Id of the check, such as FL015."""
    reason: Text | None = None
    """Why the finding is accepted."""
    approver: Text | None = None
    """Who accepted it: a role."""
    expires: Annotated[Any, Field(examples=["2027-03-31"])] = None
    """The last day on which it counts."""
