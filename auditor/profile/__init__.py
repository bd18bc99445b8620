"""What an organisation says about itself: its vocabulary and how it is read."""

from __future__ import annotations

from auditor.profile.departments import Department
from auditor.profile.feedback import Improvement
from auditor.profile.governance import Meeting
from auditor.profile.journeys import Stage, Touchpoint
from auditor.profile.metrics import Metric
from auditor.profile.profile import Profile
from auditor.profile.section import Section
from auditor.profile.vocabulary import (
    ExperienceLevel,
    Function,
    ImprovementStatus,
    MetricFamily,
    MetricKind,
)

__all__ = [
    "Department",
    "ExperienceLevel",
    "Function",
    "Improvement",
    "ImprovementStatus",
    "Meeting",
    "Metric",
    "MetricFamily",
    "MetricKind",
    "Profile",
    "Section",
    "Stage",
    "Touchpoint",
]
