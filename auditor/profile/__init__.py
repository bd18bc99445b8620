"""What an organisation says about itself: its vocabulary and how it is read."""

from __future__ import annotations

from auditor.profile.departments import Department
from auditor.profile.feedback import Improvement
from auditor.profile.governance import Meeting
from auditor.profile.journeys import Journey, PainPoint, Stage, Touchpoint
from auditor.profile.metrics import Metric
from auditor.profile.organisation import Segment
from auditor.profile.profile import Profile
from auditor.profile.section import Section
from auditor.profile.vocabulary import (
    ChannelKind,
    ExperienceLevel,
    FeedbackKind,
    Function,
    ImprovementStatus,
    Interaction,
    MetricFamily,
    MetricKind,
    Phase,
    Purpose,
)

__all__ = [
    "ChannelKind",
    "Department",
    "ExperienceLevel",
    "FeedbackKind",
    "Function",
    "Improvement",
    "ImprovementStatus",
    "Interaction",
    "Journey",
    "Meeting",
    "Metric",
    "MetricFamily",
    "MetricKind",
    "PainPoint",
    "Phase",
    "Profile",
    "Purpose",
    "Section",
    "Segment",
    "Stage",
    "Touchpoint",
]
