"""The facade of cxaudit: all that the author of a plugin or a program needs.

A check in full::

    from auditor import (
        Context, Effort, Example, Outcome, Severity, Verdict, Verification, check,
    )

Names are imported when they are first used, so that `cxaudit --help` stays fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from auditor.bibliography import OURS, Source
    from auditor.checks import Area, Check, Context, Example, Parameter, check
    from auditor.finding import (
        Effort,
        Outcome,
        Question,
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
    from auditor.plugin import hookimpl
    from auditor.profile import (
        Announcement,
        Change,
        ChangeDecision,
        ChangeVerdict,
        Channel,
        ChannelKind,
        Department,
        ExecutiveSponsor,
        ExperienceLevel,
        Feedback,
        FeedbackKind,
        FeedbackLevel,
        FeedbackProgramme,
        FeedbackSource,
        Function,
        GateException,
        GateStage,
        Improvement,
        ImprovementStatus,
        Interaction,
        Journey,
        Meeting,
        Metric,
        MetricFamily,
        MetricKind,
        Objective,
        PainPoint,
        Phase,
        Principle,
        PrincipleGate,
        Profile,
        Purpose,
        Section,
        Segment,
        Stage,
        Theme,
        Touchpoint,
    )
    from auditor.report import Renderer, Report
    from auditor.version import __version__

__all__ = [
    "OURS",
    "Announcement",
    "Area",
    "Change",
    "ChangeDecision",
    "ChangeVerdict",
    "Channel",
    "ChannelKind",
    "Check",
    "Context",
    "Department",
    "Effort",
    "Example",
    "ExecutiveSponsor",
    "ExperienceLevel",
    "Feedback",
    "FeedbackKind",
    "FeedbackLevel",
    "FeedbackProgramme",
    "FeedbackSource",
    "Function",
    "GateException",
    "GateStage",
    "Improvement",
    "ImprovementStatus",
    "Interaction",
    "Journey",
    "Meeting",
    "Metric",
    "MetricFamily",
    "MetricKind",
    "Objective",
    "Outcome",
    "PainPoint",
    "Parameter",
    "Phase",
    "Principle",
    "PrincipleGate",
    "Profile",
    "Purpose",
    "Question",
    "Renderer",
    "Report",
    "Section",
    "Segment",
    "Severity",
    "Source",
    "Stage",
    "Tally",
    "Theme",
    "Touchpoint",
    "Verdict",
    "Verification",
    "__version__",
    "at_least",
    "at_most",
    "check",
    "counted",
    "happened",
    "hookimpl",
    "months_before",
    "named",
    "recent",
    "tally",
]

_HOME: Final = {
    "auditor.bibliography": ("OURS", "Source"),
    "auditor.checks": ("Area", "Check", "Context", "Example", "Parameter", "check"),
    "auditor.finding": (
        "Effort",
        "Outcome",
        "Question",
        "Severity",
        "Verdict",
        "Verification",
    ),
    "auditor.grading": (
        "Tally",
        "at_least",
        "at_most",
        "counted",
        "happened",
        "months_before",
        "named",
        "recent",
        "tally",
    ),
    "auditor.plugin": ("hookimpl",),
    "auditor.profile": (
        "Announcement",
        "Change",
        "ChangeDecision",
        "ChangeVerdict",
        "Channel",
        "ChannelKind",
        "Department",
        "ExecutiveSponsor",
        "ExperienceLevel",
        "Feedback",
        "FeedbackKind",
        "FeedbackLevel",
        "FeedbackProgramme",
        "FeedbackSource",
        "Function",
        "GateException",
        "GateStage",
        "Improvement",
        "ImprovementStatus",
        "Interaction",
        "Journey",
        "Meeting",
        "Metric",
        "MetricFamily",
        "MetricKind",
        "Objective",
        "PainPoint",
        "Phase",
        "Principle",
        "PrincipleGate",
        "Profile",
        "Purpose",
        "Section",
        "Segment",
        "Stage",
        "Theme",
        "Touchpoint",
    ),
    "auditor.report": ("Renderer", "Report"),
    "auditor.version": ("__version__",),
}
_MODULE_OF: Final = {name: home for home, names in _HOME.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'auditor' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_MODULE_OF[name]), name)
    return value


def __dir__() -> list[str]:
    return __all__
