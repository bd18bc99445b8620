"""Who leads customer experience, and with what means."""

from __future__ import annotations

from typing import Annotated

from auditor.profile.ids import ChannelId, DepartmentId
from auditor.profile.section import OR_FALSE, Section
from auditor.profile.values import Count, Day, DayOrNo, Flag, Identifier, Number, Text

__all__ = [
    "Automation",
    "CustomerRecord",
    "CxLead",
    "ExecutiveSponsor",
    "FrontlineIdeas",
    "Governance",
    "Meeting",
    "SteeringGroup",
]


class ExecutiveSponsor(Section):
    """Who stands for customer experience at the top."""

    role: Text | None = None
    """The role, not the person's name."""
    level: Text | None = None
    """`c_level`, `reports_to_ceo`, or a lower level in plain words."""
    cx_in_objectives: Flag | None = None
    """Whether customer experience is among this person's objectives."""


class CxLead(Section):
    """Who leads the work on customer experience."""

    role: Text | None = None
    """The role, not the person's name."""
    reports_to: Text | None = None
    """Where the role reports: `executive`, or a department's id or function."""
    mandate: Text | None = None
    """`company` where it is company-wide; `support` where it is the help desk."""


class Meeting(Section):
    """One meeting of the steering group."""

    date: Day | None = None
    """When."""
    decisions: tuple[Text, ...] | None = None
    """What was decided."""


class SteeringGroup(Section):
    """The group that steers the work on customer experience."""

    members: tuple[DepartmentId, ...] | None = None
    """The departments in it."""
    customers_take_part: Flag | None = None
    """Whether customers sit in it."""
    meetings: tuple[Meeting, ...] | None = None
    """Its meetings and what they decided."""


class CustomerRecord(Section):
    """The system that holds what is known of each customer."""

    system: Text | None = None
    """The system."""
    integrated_with: tuple[Text, ...] | None = None
    """Systems that it exchanges records with."""


class Automation(Section):
    """A bot or another automatic contact."""

    id: Identifier
    """Name of the automation."""
    channel: ChannelId | None = None
    """The channel on which it works."""
    human_fallback: Flag | None = None
    """Whether a customer can always reach a person from it."""
    quality_sampled: Flag | None = None
    """Whether people review samples of what it does."""


class FrontlineIdeas(Section):
    """How those who meet customers are heard."""

    exists: Flag | None = None
    """Whether there is a way for their ideas."""
    actions_last_year: Count | None = None
    """Number of their ideas acted on in the last twelve months."""
    journey_in_onboarding: Flag | None = None
    """Whether new staff learn the customer's journey."""


class Governance(Section):
    """Who leads customer experience, and with what means."""

    executive_sponsor: Annotated[ExecutiveSponsor, OR_FALSE] | None = None
    """Who stands for it at the top; `false` if there is none."""
    cx_lead: Annotated[CxLead, OR_FALSE] | None = None
    """Who leads the work; `false` if there is none."""
    steering_group: Annotated[SteeringGroup, OR_FALSE] | None = None
    """The group that steers the work; `false` if there is none."""
    board_reports_per_year: Count | None = None
    """How often the board or the executive team discusses it in a year."""
    decision_rights: DayOrNo | None = None
    """When decision rights were last written down, or false."""
    escalation_rule: Flag | None = None
    """Whether there is a rule for what is passed upwards, and when."""
    budget: Flag | None = None
    """Whether the work has a budget of its own."""
    dedicated_fte: Number | None = None
    """Full-time equivalents that do nothing else."""
    customer_record: Annotated[CustomerRecord, OR_FALSE] | None = None
    """The system that knows each customer; `false` if there is none."""
    automation: tuple[Automation, ...] | None = None
    """Bots and other automatic contacts."""
    frontline_ideas: Annotated[FrontlineIdeas, OR_FALSE] | None = None
    """How those who meet customers are heard; `false` if there is none."""
