"""What an organisation says about itself: its vocabulary and how it is read."""

from __future__ import annotations

from auditor.profile.assessment import Assessment
from auditor.profile.channels import Channel
from auditor.profile.departments import Department
from auditor.profile.extensions import Extension
from auditor.profile.feedback import (
    Announcement,
    Feedback,
    FeedbackProgramme,
    FeedbackSource,
    Improvement,
    Theme,
)
from auditor.profile.governance import ExecutiveSponsor, Meeting
from auditor.profile.ids import (
    ChannelId,
    DepartmentId,
    MetricId,
    SegmentId,
    StageId,
    TouchpointId,
)
from auditor.profile.journeys import Journey, PainPoint, Stage, Touchpoint
from auditor.profile.metrics import Metric
from auditor.profile.organisation import Objective, Segment
from auditor.profile.principles import (
    Change,
    ChangeVerdict,
    GateException,
    Principle,
    PrincipleGate,
)
from auditor.profile.profile import Profile
from auditor.profile.section import Section
from auditor.profile.values import (
    Count,
    Day,
    Duration,
    Flag,
    Identifier,
    Money,
    Number,
    Share,
    Text,
)
from auditor.profile.vocabulary import (
    ChangeDecision,
    ChannelKind,
    Deflected,
    ExperienceLevel,
    FeedbackKind,
    FeedbackLevel,
    Function,
    GateStage,
    ImprovementStatus,
    Interaction,
    MetricFamily,
    MetricKind,
    Phase,
    Purpose,
    Statistic,
    SurveyInvitations,
)

__all__ = [
    "Announcement",
    "Assessment",
    "Change",
    "ChangeDecision",
    "ChangeVerdict",
    "Channel",
    "ChannelId",
    "ChannelKind",
    "Count",
    "Day",
    "Deflected",
    "Department",
    "DepartmentId",
    "Duration",
    "ExecutiveSponsor",
    "ExperienceLevel",
    "Extension",
    "Feedback",
    "FeedbackKind",
    "FeedbackLevel",
    "FeedbackProgramme",
    "FeedbackSource",
    "Flag",
    "Function",
    "GateException",
    "GateStage",
    "Identifier",
    "Improvement",
    "ImprovementStatus",
    "Interaction",
    "Journey",
    "Meeting",
    "Metric",
    "MetricFamily",
    "MetricId",
    "MetricKind",
    "Money",
    "Number",
    "Objective",
    "PainPoint",
    "Phase",
    "Principle",
    "PrincipleGate",
    "Profile",
    "Purpose",
    "Section",
    "Segment",
    "SegmentId",
    "Share",
    "Stage",
    "StageId",
    "Statistic",
    "SurveyInvitations",
    "Text",
    "Theme",
    "Touchpoint",
    "TouchpointId",
]
