"""Customer journeys: stages, touchpoints, handovers, pain points."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, WithJsonSchema

from auditor.profile.ids import (
    ChannelId,
    DepartmentId,
    FeedbackId,
    ImprovementId,
    MetricId,
    SegmentId,
    TouchpointId,
)
from auditor.profile.section import Section
from auditor.profile.values import Day, Duration, Flag, Identifier, Number, Text
from auditor.profile.vocabulary import Impact, Interaction, Phase, Purpose

__all__ = [
    "CustomerSource",
    "Emotion",
    "Handover",
    "Journey",
    "PainPoint",
    "Stage",
    "Touchpoint",
]

# The schema is said again because a number's own would hide the tighter bounds.
Feeling = Annotated[
    Number,
    Field(ge=-2, le=2),
    WithJsonSchema({"type": "number", "minimum": -2, "maximum": 2}),
]


class CustomerSource(Section):
    """Where knowledge about a stage comes from."""

    feedback: FeedbackId | None = None
    """The source of feedback."""
    date: Day | None = None
    """When it was last drawn on."""


class Emotion(Section):
    """How customers feel in a stage."""

    score: Feeling | None = None
    """From -2 (very bad) to +2 (very good)."""
    sources: tuple[FeedbackId, ...] | None = None
    """The sources of feedback that say so."""
    date: Day | None = None
    """When this was found."""


class Handover(Section):
    """What is passed on where the next contact belongs to somebody else."""

    to: TouchpointId | None = None
    """The touchpoint that takes over."""
    passes: tuple[Text, ...] | None = None
    """The information that goes along."""
    within: Duration | None = None
    """How soon it is taken over."""


class Touchpoint(Section):
    """A contact between a customer and the organisation."""

    id: Identifier
    """Name of the touchpoint; unique over all journeys."""
    name: Text
    """The touchpoint in a few words."""
    channel: ChannelId | None = None
    """The channel on which it happens."""
    interaction: Interaction | None = None
    """Who or what the customer meets."""
    owner: DepartmentId | None = None
    """The one department that answers for it."""
    supported_by: tuple[DepartmentId, ...] | None = None
    """Departments that help."""
    purpose: Purpose | None = None
    """What it is for."""
    moment_of_truth: Flag | None = None
    """Whether it makes or breaks the relationship."""
    metrics: tuple[MetricId, ...] | None = None
    """The metrics that watch it."""
    handover: Handover | None = None
    """What is passed on to the next touchpoint."""


class PainPoint(Section):
    """Something that hurts customers."""

    id: Identifier
    """Name of the pain point."""
    description: Text | None = None
    """What hurts, in a sentence."""
    impact: Impact | None = None
    """How much it hurts customers and their loyalty."""
    contact_reasons: tuple[Text, ...] | None = None
    """Reasons, as coded in tickets and complaints, by which it shows."""
    owner: DepartmentId | None = None
    """The department that mends it."""
    status: Text | None = None
    """How far the mending has come, such as planned, in_progress or done."""
    due: Day | None = None
    """When it is to be mended."""
    improvement: ImprovementId | None = None
    """The improvement that mends it."""


class Stage(Section):
    """A stage of a journey, as the customer lives it."""

    id: Identifier
    """Name of the stage; unique over all journeys."""
    name: Text | None = None
    """The stage in the customer's words."""
    phase: Phase | None = None
    """The phase of the customer's life that it belongs to."""
    owner: DepartmentId | None = None
    """The department that answers for the whole stage."""
    expectations: tuple[Text, ...] | None = None
    """What customers expect here."""
    emotion: Emotion | None = None
    """How customers feel here."""
    sources: tuple[CustomerSource, ...] | None = None
    """Where knowledge about this stage comes from."""
    touchpoints: tuple[Touchpoint, ...] | None = None
    """The contacts in it, in the order in which they happen."""
    pain_points: tuple[PainPoint, ...] | None = None
    """What hurts customers here."""
    none_found: Flag | None = None
    """True where the stage was searched and has no pain point; needs sources."""


class Journey(Section):
    """What one kind of customer lives through, from first sight to the end."""

    id: Identifier
    """Name of the journey."""
    name: Text | None = None
    """The journey in a few words."""
    segment: SegmentId | None = None
    """The segment that travels it."""
    scenario: Text | None = None
    """What the customer wants and does, in a sentence."""
    owner: DepartmentId | None = None
    """The department that keeps the map."""
    reviewed: Day | None = None
    """When the map was last reviewed."""
    stages: tuple[Stage, ...] | None = None
    """The stages, in order."""
