"""The report: all that a renderer may see, and what a renderer is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from auditor.confinement import Guard
from auditor.translation import ENGLISH, Message, message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from auditor.checks import Check
    from auditor.comparison import Comparison
    from auditor.departures import Setting
    from auditor.engagement import Engagement
    from auditor.evidence import Evidence
    from auditor.finding import Finding
    from auditor.profile import Profile
    from auditor.profile.files import SourceFile
    from auditor.profile.notice import Notice
    from auditor.roadmap import Step
    from auditor.rubric import Rubric
    from auditor.scoring import AreaScore, Score
    from auditor.translation import Language

__all__ = ["Isolation", "PluginRecord", "Renderer", "Report", "Subject"]


@dataclass(frozen=True, slots=True)
class PluginRecord:
    """A plugin that took part, or could not."""

    name: str
    """Name of its entry point."""
    version: str
    """Version of the package that brought it."""
    checks: tuple[str, ...]
    """Ids of its checks."""
    failure: str = ""
    """Why it could not be used; empty where it could."""
    sha256: str = ""
    """Digest of the files of its import package, or of the file of a pack; empty where
    it has none."""
    isolated: bool = False
    """Whether its checks were judged in a process of their own."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """By an id that one of its checks had before, its id of today."""


@dataclass(frozen=True, slots=True)
class Isolation:
    """What checks of others were kept from, in processes of their own."""

    guarded: tuple[Guard, ...]
    """What this system kept them from."""

    @property
    def unguarded(self) -> tuple[Guard, ...]:
        """What it could not keep them from."""
        return tuple(guard for guard in Guard if guard not in self.guarded)


@dataclass(frozen=True, slots=True)
class Subject:
    """What was audited."""

    organisation: str
    """The organisation's name."""
    source: str
    """Path of the profile as the user wrote it."""
    sha256: str
    """Digest of the profile."""
    files: tuple[SourceFile, ...] = ()
    """The files that it was read from, sorted by name; none where no file holds it."""


@dataclass(frozen=True, slots=True)
class Report:
    """One audit, complete: a renderer needs no clock, file or network besides."""

    version: str
    """Version of cxaudit."""
    plugins: tuple[PluginRecord, ...]
    """Plugins that took part, by name."""
    rubric: Rubric
    """What the organisation was held against."""
    as_of: date
    """The day of the audit."""
    subject: Subject
    """What was audited."""
    profile: Profile
    """What the organisation says, as audited: references to nothing are gone."""
    checks: Mapping[str, Check]
    """Every check that took part, by id."""
    evidence: Evidence
    """What was computed from tables, and which could not be read."""
    score: Score
    """How the organisation stands in all."""
    areas: tuple[AreaScore, ...]
    """How it stands in each area."""
    findings: tuple[Finding, ...]
    """One finding for each check, by id."""
    roadmap: tuple[Step, ...]
    """What to do first."""
    notices: tuple[Notice, ...]
    """What in the profile is probably not as its writer meant it."""
    comparison: Comparison | None = None
    """What changed since an earlier audit, if there is one to compare with."""
    engagement: Engagement | None = None
    """Who audits whom, and how a report for people looks; no figure depends on it."""
    language: Language = ENGLISH
    """The language that reports for people are written in; no figure depends on it."""
    isolation: Isolation | None = None
    """What checks of others were kept from, if they were judged apart."""
    departures: tuple[Setting, ...] = ()
    """What the rubric sets otherwise than the checks and areas themselves say, and why.
    """

    @property
    def title(self) -> Message:
        """What the report may call itself."""
        if self.score.self_declared or self.score.total is None:
            return message("Self-declared assessment of customer experience")
        return message("Audit of customer experience")

    @property
    def incomplete(self) -> bool:
        """Whether a plugin, a check or a table failed, so that something is missing."""
        return (
            bool(self.evidence.faults)
            or any(plugin.failure for plugin in self.plugins)
            or any(finding.outcome == "error" for finding in self.findings)
        )


@runtime_checkable
class Renderer(Protocol):
    """Turns a report into the bytes of one file."""

    @property
    def format(self) -> str:
        """Name of the format, such as `pdf`; a plain attribute will do."""
        ...

    @property
    def suffix(self) -> str:
        """File name suffix with its dot, such as `.pdf`; a plain attribute will do."""
        ...

    def render(self, report: Report) -> bytes:
        """Return the report in this format.

        Raises:
            RenderError: If the format cannot be rendered on this machine.
        """
        ...
