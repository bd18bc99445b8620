"""The facade of cxaudit: all that the author of a plugin or a program needs.

A check in full::

    from auditor import (
        Context, Effort, Example, Outcome, Severity, Verdict, Verification, check,
    )

An audit in a program is `audit`, and `render` writes its report.

Names are imported when they are first used, so that `cxaudit --help` stays fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from auditor.auditing import audit, installed_plugins
    from auditor.bibliography import OURS, Source
    from auditor.checks import Area, Check, Context, check
    from auditor.confrontation import Agreement, compared, is_sample
    from auditor.deprecation import PluginApiWarning
    from auditor.errors import AuditorError, InputError
    from auditor.evidence import Evidence, EvidenceTable, Measure, MeasuredTable
    from auditor.evidence.lengths_of_time import length_of_time
    from auditor.evidence.limits import Limits
    from auditor.evidence.names import folded
    from auditor.evidence.statistics import (
        Contrast,
        Period,
        Rate,
        Votes,
        beyond_chance,
        change_over,
        contrast,
        rate_ratio,
        whole_periods,
        worst_case,
    )
    from auditor.example import Example, Rows, rows
    from auditor.finding import (
        Effort,
        Outcome,
        Question,
        Room,
        Severity,
        Verdict,
        Verification,
    )
    from auditor.grading import (
        Tally,
        at_least,
        at_most,
        counted,
        happened,
        months_before,
        named,
        recent,
        tally,
    )
    from auditor.measure_grading import (
        JUDGED_FROM,
        graded,
        measured,
        shown,
        unmeasured,
    )
    from auditor.parameter import Parameter, Unit
    from auditor.plugin import hookimpl
    from auditor.plugin.collection import Plugins
    from auditor.profile import (
        Announcement,
        Assessment,
        Change,
        ChangeDecision,
        ChangeVerdict,
        Channel,
        ChannelId,
        ChannelKind,
        Count,
        Day,
        Deflected,
        Department,
        DepartmentId,
        Duration,
        ExecutiveSponsor,
        ExperienceLevel,
        Extension,
        Feedback,
        FeedbackKind,
        FeedbackLevel,
        FeedbackProgramme,
        FeedbackSource,
        Flag,
        Function,
        GateException,
        GateStage,
        Identifier,
        Improvement,
        ImprovementStatus,
        Interaction,
        Journey,
        Meeting,
        Metric,
        MetricFamily,
        MetricId,
        MetricKind,
        Money,
        Number,
        Objective,
        PainPoint,
        Phase,
        Principle,
        PrincipleGate,
        Profile,
        Purpose,
        Section,
        Segment,
        SegmentId,
        Share,
        Stage,
        StageId,
        Statistic,
        SurveyInvitations,
        Text,
        Theme,
        Touchpoint,
        TouchpointId,
    )
    from auditor.renderers.rendering import render
    from auditor.report import Renderer, Report
    from auditor.translation import (
        Message,
        message,
        plural,
        say,
        say_plural,
        sentences,
        speaking,
        written,
    )
    from auditor.version import PLUGIN_API, __version__

__all__ = [
    "JUDGED_FROM",
    "OURS",
    "PLUGIN_API",
    "Agreement",
    "Announcement",
    "Area",
    "Assessment",
    "AuditorError",
    "Change",
    "ChangeDecision",
    "ChangeVerdict",
    "Channel",
    "ChannelId",
    "ChannelKind",
    "Check",
    "Context",
    "Contrast",
    "Count",
    "Day",
    "Deflected",
    "Department",
    "DepartmentId",
    "Duration",
    "Effort",
    "Evidence",
    "EvidenceTable",
    "Example",
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
    "InputError",
    "Interaction",
    "Journey",
    "Limits",
    "Measure",
    "MeasuredTable",
    "Meeting",
    "Message",
    "Metric",
    "MetricFamily",
    "MetricId",
    "MetricKind",
    "Money",
    "Number",
    "Objective",
    "Outcome",
    "PainPoint",
    "Parameter",
    "Period",
    "Phase",
    "PluginApiWarning",
    "Plugins",
    "Principle",
    "PrincipleGate",
    "Profile",
    "Purpose",
    "Question",
    "Rate",
    "Renderer",
    "Report",
    "Room",
    "Rows",
    "Section",
    "Segment",
    "SegmentId",
    "Severity",
    "Share",
    "Source",
    "Stage",
    "StageId",
    "Statistic",
    "SurveyInvitations",
    "Tally",
    "Text",
    "Theme",
    "Touchpoint",
    "TouchpointId",
    "Unit",
    "Verdict",
    "Verification",
    "Votes",
    "__version__",
    "at_least",
    "at_most",
    "audit",
    "beyond_chance",
    "change_over",
    "check",
    "compared",
    "contrast",
    "counted",
    "folded",
    "graded",
    "happened",
    "hookimpl",
    "installed_plugins",
    "is_sample",
    "length_of_time",
    "measured",
    "message",
    "months_before",
    "named",
    "plural",
    "rate_ratio",
    "recent",
    "render",
    "rows",
    "say",
    "say_plural",
    "sentences",
    "shown",
    "speaking",
    "tally",
    "unmeasured",
    "whole_periods",
    "worst_case",
    "written",
]

_HOMES: Final = (
    "auditor.version",
    "auditor.errors",
    "auditor.deprecation",
    "auditor.finding",
    "auditor.translation",
    "auditor.parameter",
    "auditor.example",
    "auditor.checks",
    "auditor.evidence",
    "auditor.evidence.statistics",
    "auditor.evidence.lengths_of_time",
    "auditor.evidence.limits",
    "auditor.evidence.names",
    "auditor.grading",
    "auditor.measure_grading",
    "auditor.confrontation",
    "auditor.bibliography",
    "auditor.plugin",
    "auditor.profile",
    "auditor.report",
    "auditor.plugin.collection",
    "auditor.auditing",
    "auditor.renderers.rendering",
)
"""The modules that the names come from, those first that import least."""

_REPLACED: Final[dict[str, tuple[str, str]]] = {}
"""Names on their way out: since which version of the plugin API, and what to use."""


def __getattr__(name: str) -> object:
    if name in _REPLACED:
        since, instead = _REPLACED[name]
        deprecation = import_module("auditor.deprecation").Deprecation
        deprecation(since, f"`{instead}`").warn(name)
        return __getattr__(instead)
    if name in __all__:
        for module in map(import_module, _HOMES):
            if name in module.__all__:
                value = globals()[name] = getattr(module, name)
                return value
    raise AttributeError(f"module 'auditor' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
