"""The customer-experience strategy, as far as it is written down."""

from __future__ import annotations

from typing import Annotated

from auditor.profile.ids import ChannelId, StageId
from auditor.profile.section import OR_FALSE, Section
from auditor.profile.values import Count, DayOrNo, Flag, Identifier, Text

__all__ = ["BusinessCase", "Prioritisation", "ProactiveContact", "Strategy"]


class ProactiveContact(Section):
    """A contact that the organisation makes before the customer asks."""

    id: Identifier
    """Name of the contact."""
    trigger: Text | None = None
    """What sets it off."""
    stage: StageId | None = None
    """The stage in which it reaches the customer."""
    channel: ChannelId | None = None
    """The channel by which it reaches the customer."""


class Prioritisation(Section):
    """How improvements are put in order."""

    method: Text | None = None
    """The method in a few words."""
    criteria: tuple[Text, ...] | None = None
    """What is weighed, such as customer_impact, business_impact, feasibility."""
    published: Flag | None = None
    """Whether the resulting order is published."""


class BusinessCase(Section):
    """What links experience to business results."""

    linkage_study: DayOrNo | None = None
    """When experience was last compared with retention or spend, or false."""
    respondents: Count | None = None
    """Number of customers in that comparison."""
    finding: Text | None = None
    """What it found."""


class Strategy(Section):
    """The customer-experience strategy."""

    written: DayOrNo | None = None
    """When it was written, or false if it is not."""
    document: Text | None = None
    """Where it can be read."""
    target_state: Text | None = None
    """What it wants to have reached, and by when."""
    roadmap: DayOrNo | None = None
    """When the roadmap was last agreed, or false if there is none."""
    proactive: tuple[ProactiveContact, ...] | None = None
    """Contacts made before the customer asks."""
    prioritisation: Annotated[Prioritisation, OR_FALSE] | None = None
    """How improvements are put in order; `false` if there is none."""
    business_case: Annotated[BusinessCase, OR_FALSE] | None = None
    """What links experience to business results; `false` if there is none."""
