"""An edition: one result, as far as it can be compared with another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from auditor.finding import Outcome
from auditor.rubric import LEFT_OUT, Rubric

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from auditor.checks import Area
    from auditor.finding import Finding, Severity
    from auditor.scoring import AreaScore, Score

__all__ = [
    "Edition",
    "Figure",
    "Maker",
    "by_check",
    "left_out",
    "renamed",
    "same_maker",
]

Figure = tuple[str, float | None, int]
"""A measure's table, its value, and the number of rows behind it."""


@dataclass(frozen=True, slots=True)
class Maker:
    """A plugin or pack that a check came from."""

    name: str
    version: str
    sha256: str = ""
    """Digest of its files; empty where a result does not say."""

    def __str__(self) -> str:
        """Return its name and version."""
        return f"{self.name} {self.version}"


@dataclass(frozen=True, slots=True)
class Edition:
    """One result of an audit: nothing in it needs the profile or a plugin."""

    organisation: str
    as_of: date
    version: str
    """Version of cxaudit."""
    makers: Mapping[str, Maker]
    """By check, the plugin or pack that it came from."""
    rubric_name: str
    """Name and version of the rubric."""
    rubric_sha256: str
    """Digest of all that is in it."""
    profile_sha256: str
    """Digest of the profile; empty where no file held it."""
    tables: Mapping[str, str]
    """By table of evidence, the digest of its bytes; empty where it has none."""
    figures: Mapping[str, Figure]
    """By id of a measure, what it came to."""
    severity_weights: Mapping[Severity, float]
    areas: tuple[Area, ...]
    """Title, weight and standing of each area; their checks are not known here."""
    findings: tuple[Finding, ...]
    """One for each check, each with the points that it costs."""
    score: Score
    """How the organisation stands in all, by today's scorer."""
    area_scores: tuple[AreaScore, ...]
    """How it stands in each area."""
    stated: float | None
    """The total as the result states it, by the scorer that made it."""
    source: str = field(default="", compare=False)
    """What messages call the result, such as the path of its file."""
    aliases: Mapping[str, str] = field(default_factory=dict, compare=False)
    """By an id that a check had before, the id that it has in this result."""

    @property
    def rubric(self) -> Rubric:
        """All of the rubric that the scorer asks for."""
        return Rubric(
            severity_weights=self.severity_weights,
            area_weights={area.id: area.weight for area in self.areas},
            main_areas=frozenset(area.id for area in self.areas if area.main),
        )


def by_check(findings: Iterable[Finding]) -> dict[str, Finding]:
    """Return findings by the id of their check."""
    return {finding.check: finding for finding in findings}


def same_maker(one: Maker | None, other: Maker | None) -> bool:
    """Whether two checks came from the same files, as far as results say."""
    if one is None or other is None or not (one.sha256 and other.sha256):
        return str(one) == str(other)
    return one == other


def left_out(finding: Finding | None) -> bool:
    """Whether the audit did not ask: no such check, or none that was selected."""
    return finding is None or (
        finding.outcome is Outcome.NOT_APPLICABLE and finding.reason == LEFT_OUT
    )


def renamed(edition: Edition, aliases: Mapping[str, str]) -> Edition:
    """Return an edition with the ids that its checks have today.

    Args:
        edition: The edition.
        aliases: By an id that a check had before, its id of today. An id that the
            edition already has is given to no other check.
    """
    known = {finding.check for finding in edition.findings}
    today: dict[str, str] = {}
    for id_ in sorted(known & aliases.keys()):
        if aliases[id_] not in known | {*today.values()}:
            today[id_] = aliases[id_]

    def named(finding: Finding) -> Finding:
        return replace(finding, check=today.get(finding.check, finding.check))

    findings = sorted(map(named, edition.findings), key=lambda f: f.check)
    makers = {today.get(id_, id_): maker for id_, maker in edition.makers.items()}
    return replace(edition, findings=tuple(findings), makers=makers)
