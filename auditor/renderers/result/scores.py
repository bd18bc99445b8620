"""What made a result, what was audited and how it scored.

The docstrings are the descriptions in the JSON Schema.
"""

from __future__ import annotations

from pydantic import Field

from auditor.confinement import Guard
from auditor.finding import Severity
from auditor.renderers.result.findings import SourceResult
from auditor.renderers.result.part import (
    Count,
    Level,
    Number,
    Points,
    ResultPart,
    Share,
    Text,
    is_nothing,
)

__all__ = [
    "AreaResult",
    "GateResult",
    "IsolationResult",
    "PluginResult",
    "RubricResult",
    "ScoreResult",
    "SubjectResult",
    "ToolResult",
]


class PluginResult(ResultPart):
    """A plugin that took part, or could not."""

    name: Text
    """Name of its entry point."""
    version: Text
    """Version of the package that brought it."""
    checks: tuple[Text, ...]
    """Ids of its checks."""
    failure: Text
    """Why it could not be used; empty where it could."""
    sha256: Text = Field(default="", exclude_if=is_nothing)
    """Digest of the files of its import package, or of the file of a pack; there only
    where it has files."""
    isolated: bool = Field(default=False, exclude_if=is_nothing)
    """Whether its checks were judged in a process of their own."""
    aliases: dict[Text, Text] = Field(default_factory=dict, exclude_if=is_nothing)
    """By an id that one of its checks had before, its id of today; there only if one
    had another."""


class IsolationResult(ResultPart):
    """What checks of others were kept from, in processes of their own."""

    guarded: tuple[Guard, ...]
    """What the system kept them from."""
    unguarded: tuple[Guard, ...]
    """What it could not keep them from."""


class ToolResult(ResultPart):
    """What made the result."""

    name: Text
    """Always `cxaudit`."""
    version: Text
    """Its version."""
    plugins: tuple[PluginResult, ...]
    """The plugins that took part, by name."""
    isolation: IsolationResult | None = Field(default=None, exclude_if=is_nothing)
    """What checks of others were kept from; there only if they were judged apart."""


class TargetResult(ResultPart):
    """How soon a first answer is due."""

    hours: Number
    """Hours, more than 0."""
    working: bool
    """Whether only working time counts: Monday to Friday, eight hours a day."""


class DepartureResult(ResultPart):
    """What a rubric sets otherwise than the checks and areas themselves say."""

    key: Text
    """Where a rubric file sets it, as `checks.FL009.severity`; `select.FL009` says
    whether a check is judged."""
    usual: bool | float | Text | None
    """What it usually is; null where nothing is usual."""
    value: bool | float | Text | None
    """What the rubric sets."""
    source: Text | None
    """Key of the work that it rests on, or `ours`, the judgement of the rubric's
    author; null if not said."""
    because: Text | None
    """Why, in the rubric's own words; null if not said."""
    work: SourceResult | None
    """The work; null where it rests on none."""
    set_by: Text | None = None
    """Name and version of the rubric that sets it, where one extends another."""


class RubricResult(ResultPart):
    """What the organisation was held against."""

    name: Text
    """Name of the rubric."""
    version: Text
    """Version of the rubric."""
    sha256: Text
    """Digest of all in it: weights, severities, thresholds, limits, chosen checks."""
    extends: tuple[Text, ...] = Field(default=(), exclude_if=is_nothing)
    """Names and versions of the rubrics over which it is laid, the nearest first; there
    only if it extends one besides the built-in rubric."""
    severity_weights: dict[Severity, Number]
    """How much a check of each severity weighs within its area."""
    limits: dict[Text, Number] = Field(default_factory=dict)
    """The limits by which tables were measured, by name."""
    first_response: dict[Text, TargetResult] = Field(default_factory=dict)
    """When a first answer is due by a kind of channel, where nothing is promised."""
    departures: tuple[DepartureResult, ...] = Field(default=(), exclude_if=is_nothing)
    """What it sets otherwise than the checks and areas themselves say, and why; there
    only if there is something."""


class SubjectResult(ResultPart):
    """What was audited."""

    organisation: Text
    """The organisation's name."""
    source: Text
    """Path of the profile as it was given; empty where no file holds it."""
    sha256: Text
    """Digest of the profile; empty where no file holds it."""


class GateResult(ResultPart):
    """Something that bars the levels above one."""

    level: Level
    """The highest level that it lets through."""
    reason: Text
    """Why, in a sentence."""


class ScoreResult(ResultPart):
    """How the organisation stands in all; figures are null where nothing is known."""

    total: Points | None
    """The score, from 0 to 100, over what could be assessed."""
    low: Points | None
    """The score if everything that is not assessed were not met."""
    high: Points | None
    """The score if everything that is not assessed were met."""
    assurance: Share | None
    """Share of the applicable weight that rests on more than a declaration."""
    level: Level | None
    """Level of maturity, from 1 to 5; indicative."""
    self_declared: bool
    """Whether too little rests on more than a declaration to call it an audit."""
    with_waivers: Points | None
    """The score if accepted findings were met."""
    gates: tuple[GateResult, ...]
    """What bars higher levels, lowest first."""


class AreaResult(ResultPart):
    """How one area stands; figures are null where nothing supports them."""

    id: Text
    """Name in results and rubrics, such as `feedback_loop`."""
    title: Text
    """Name in reports, such as `Feedback loop`."""
    weight: Number
    """Its weight in the total; 0 where it stands beside the total."""
    main: bool
    """Whether the higher levels ask for a decent score in it."""
    score: Points | None
    """Its score, from 0 to 100, over what could be assessed."""
    low: Points | None
    """The score if everything that is not assessed were not met."""
    high: Points | None
    """The score if everything that is not assessed were met."""
    assurance: Share | None
    """Share of its applicable weight that rests on more than a declaration."""
    assessed: Count
    """Number of its findings that are scored."""
    applicable: Count
    """Number of its findings that apply, whether or not they could be assessed."""
