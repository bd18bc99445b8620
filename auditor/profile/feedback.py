"""How the organisation listens, acts and tells customers what came of it."""

from __future__ import annotations

from typing import Annotated

from auditor.profile.ids import (
    ChannelId,
    DepartmentId,
    FeedbackId,
    ImprovementId,
    MetricId,
    StageId,
    ThemeId,
)
from auditor.profile.section import OR_FALSE, Section
from auditor.profile.values import (
    Count,
    Day,
    DayOrNo,
    Duration,
    Flag,
    Identifier,
    Number,
    Share,
    Text,
)
from auditor.profile.vocabulary import FeedbackKind, FeedbackLevel, ImprovementStatus

__all__ = [
    "Announcement",
    "Benefit",
    "ComplaintPromise",
    "Effect",
    "Feedback",
    "FeedbackProgramme",
    "FeedbackSource",
    "Improvement",
    "Theme",
]


class FeedbackProgramme(Section):
    """The charter of the voice-of-the-customer programme."""

    purpose: Text | None = None
    """What the programme is for."""
    cadence: Text | None = None
    """How often it runs."""
    owner: DepartmentId | None = None
    """The department that answers for it."""
    action_route: Text | None = None
    """Where findings go to become action."""
    reporting: Text | None = None
    """How often, or to whom, it reports."""


class FeedbackSource(Section):
    """One way in which the organisation hears from customers or staff."""

    id: Identifier
    """Name by which the rest of the profile refers to this source."""
    name: Text | None = None
    """The source's name in a report; the id stands in for it."""
    kind: FeedbackKind | None = None
    """What kind of source it is."""
    level: FeedbackLevel | None = None
    """What it is about."""
    channels: tuple[ChannelId, ...] | None = None
    """The channels that it covers."""
    stages: tuple[StageId, ...] | None = None
    """The stages that it covers."""
    owner: DepartmentId | None = None
    """The department that answers for it."""
    cadence: Text | None = None
    """How often it is collected."""
    response_rate: Share | None = None
    """Share of those asked who answered."""
    non_response_study: DayOrNo | None = None
    """When those who do not answer were last compared with those who do, or false."""


class ComplaintPromise(Section):
    """What is promised to those who complain."""

    acknowledge_within: Duration | None = None
    """How soon a complaint is acknowledged."""
    resolve_within: Duration | None = None
    """How soon it is settled."""
    handling_satisfaction_asked: Flag | None = None
    """Whether those who complained are asked how it was handled."""


class Theme(Section):
    """What customers talk about most."""

    id: Identifier
    """Name by which the rest of the profile refers to this theme."""
    name: Text | None = None
    """The theme in a few words."""
    sources: tuple[FeedbackId, ...] | None = None
    """The sources in which it comes up."""
    volume: Count | None = None
    """How often it came up."""
    improvements: tuple[ImprovementId, ...] | None = None
    """What is done about it."""


class Benefit(Section):
    """What an improvement is expected to bring."""

    low: Number | None = None
    """In the worst case."""
    high: Number | None = None
    """In the best case."""
    currency: Text | None = None
    """Three-letter code of the currency."""
    reviewed: Flag | None = None
    """Whether it was checked afterwards."""


class Effect(Section):
    """What an improvement did to a metric."""

    metric: MetricId | None = None
    """The metric."""
    before: Number | None = None
    """Its value before."""
    after: Number | None = None
    """Its value after."""


class Improvement(Section):
    """Something done about what customers said."""

    id: Identifier
    """Name by which the rest of the profile refers to this improvement."""
    title: Text | None = None
    """The improvement in a few words."""
    themes: tuple[ThemeId, ...] | None = None
    """The themes that it answers."""
    owner: DepartmentId | None = None
    """The department that does it."""
    status: ImprovementStatus | None = None
    """How far it has come."""
    opened: Day | None = None
    """When it was begun."""
    due: Day | None = None
    """When it is to be finished."""
    closed: Day | None = None
    """When it was finished."""
    benefit: Benefit | None = None
    """What it is expected to bring."""
    effect: Effect | None = None
    """What it did to a metric."""


class Announcement(Section):
    """A word to customers on what changed because of what they said."""

    date: Day | None = None
    """When."""
    channel: ChannelId | None = None
    """By which channel."""
    improvements: tuple[ImprovementId, ...] | None = None
    """The improvements that it told of."""


class Feedback(Section):
    """How the organisation listens, acts and tells customers what came of it."""

    privacy_basis: DayOrNo | None = None
    """When the legal basis for keeping feedback was last written down, or false."""
    programme: Annotated[FeedbackProgramme, OR_FALSE] | None = None
    """The charter of the voice-of-the-customer programme; `false` if there is none."""
    sources: tuple[FeedbackSource, ...] | None = None
    """The ways in which the organisation hears from customers and staff."""
    complaints: Annotated[ComplaintPromise, OR_FALSE] | None = None
    """What is promised to those who complain; `false` if there is none."""
    declared_closure_rate: Share | None = None
    """Share of feedback answered with its outcome, as the organisation tells it."""
    themes: tuple[Theme, ...] | None = None
    """What customers talk about most."""
    improvements: tuple[Improvement, ...] | None = None
    """What is done about it."""
    announcements: tuple[Announcement, ...] | None = None
    """What customers were told of it ("you said, we did")."""
