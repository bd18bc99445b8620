"""The rubric: severities, weights, thresholds, limits of measures and chosen checks.

The built-in rubric is what the checks and areas themselves say. A file can be laid
over it::

    name: Retail
    version: "2026.1"
    areas: {feedback_loop: {weight: 30}}
    severities: {critical: 10, high: 7.5, medium: 5, low: 2.5}
    checks:
      DP001: {severity: medium, parameters: {most: 10}}
    limits: {contact_hours: 24}
    first_response: {phone: 1 minute}
    select: [DP, JC002]
    ignore: [feedback_loop]

`select` and `ignore` take ids, the two letters that ids begin with, and areas.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from auditor.bibliography import OURS
from auditor.evidence.limits import Limits
from auditor.finding import Severity
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from auditor.bibliography import Source
    from auditor.checks import Area, Check
    from auditor.parameter import Parameter

__all__ = [
    "LEFT_OUT",
    "LONGEST_REASON",
    "SEVERITY_WEIGHTS",
    "Rationale",
    "Rubric",
    "file_called",
    "is_name",
    "names_of_checks",
    "thresholds_of",
]

BUILT_IN: Final = "cxaudit"
"""Name of the built-in rubric."""
BUILT_IN_VERSION: Final = "2026.1"
"""Version of the built-in severities, weights and thresholds."""

LEFT_OUT: Final = message("This audit leaves the check out.")
"""Why a check does not apply that a rubric does not select; results are told by it."""

SEVERITY_WEIGHTS: Final = {
    Severity.CRITICAL: 10.0,
    Severity.HIGH: 7.5,
    Severity.MEDIUM: 5.0,
    Severity.LOW: 2.5,
}
"""Weights of the severities, as OpenSSF Scorecard sets them."""


LONGEST_REASON: Final = 300
"""Ours: characters of a reason that reports for people show."""


@dataclass(frozen=True, slots=True)
class Rationale:
    """Why a rubric sets something as it does, and on whose authority."""

    source: str = OURS
    """Key of the work that it rests on, or `ours`: the judgement of whoever wrote the
    rubric."""
    because: str = ""
    """Why, in the rubric's own words, which nobody translates; empty if not said."""
    work: Source | None = None
    """The work; none where the judgement is its author's."""


@dataclass(frozen=True, slots=True)
class Rubric:
    """What an audit is held against, complete: nothing is looked up elsewhere."""

    name: str = BUILT_IN
    """Name on the report."""
    version: str = BUILT_IN_VERSION
    """Version on the report."""
    severity_weights: Mapping[Severity, float] = field(
        default_factory=SEVERITY_WEIGHTS.copy
    )
    """How much a check of each severity weighs within its area."""
    area_weights: Mapping[str, float] = field(default_factory=dict)
    """How much each area weighs in the total."""
    main_areas: frozenset[str] = frozenset()
    """Areas of which the higher levels ask a decent score."""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """The severity of each check."""
    parameters: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """The thresholds of each check."""
    limits: Limits = field(default_factory=Limits)
    """The limits of measures, where the profile promises nothing else; first answers by
    kind of channel."""
    selected: frozenset[str] = frozenset()
    """Ids of the checks that are judged."""
    extends: tuple[str, ...] = ()
    """Names and versions of the rubrics over which it is laid, the nearest first; the
    built-in one is none of them."""
    reasons: Mapping[str, Rationale] = field(default_factory=dict, compare=False)
    """Why it sets what it sets, by dotted keys such as `limits.resolve_days`; whether a
    check is judged is `select` and its id. No part of its digest: another sentence
    makes no other rubric."""
    set_by: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Which rubric sets what, by the same keys, where it extends another. No part of
    its digest, which covers what is set, whoever sets it."""

    @property
    def label(self) -> str:
        """Its name and version."""
        return f"{self.name} {self.version}"

    @classmethod
    def built_in(cls, areas: Iterable[Area]) -> Rubric:
        """Return the rubric that these areas and their checks bring along."""
        areas = tuple(areas)
        checks = [check for area in areas for check in area.checks]
        return cls(
            area_weights={area.id: area.weight for area in areas},
            main_areas=frozenset(area.id for area in areas if area.main),
            severities={check.id: check.severity for check in checks},
            parameters={check.id: check.defaults() for check in checks},
            selected=frozenset(check.id for check in checks),
        )

    def selecting(
        self,
        areas: Iterable[Area],
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
    ) -> Rubric:
        """Return this rubric with only the selected checks, less the ignored ones.

        Raises:
            KeyError: With the first name that is no check, prefix or area.
        """
        named = names_of_checks(areas)
        chosen = frozenset().union(*(named[name] for name in select))
        left_out = frozenset().union(*(named[name] for name in ignore))
        kept = self.selected & chosen if tuple(select) else self.selected
        return replace(self, selected=kept - left_out)

    def text(self) -> str:
        """Return all that is in it as JSON, but why it is so and who set it.

        The same rubric gives the same text, so its digest is the rubric's.
        """
        content = asdict(replace(self, reasons={}, set_by={})) | {
            "main_areas": sorted(self.main_areas),
            "selected": sorted(self.selected),
        }
        said_beside = {"reasons", "set_by", *([] if self.extends else ["extends"])}
        for key in said_beside:
            del content[key]
        return json.dumps(content, sort_keys=True, separators=(",", ":"))

    def digest(self) -> str:
        """Return the SHA-256 of its text."""
        return sha256(self.text().encode()).hexdigest()


def names_of_checks(areas: Iterable[Area]) -> dict[str, frozenset[str]]:
    """Return every name by which checks can be chosen, with the checks it chooses."""
    named: dict[str, frozenset[str]] = {}

    def add(name: str, check: Check) -> None:
        named[name] = named.get(name, frozenset()) | {check.id}

    for area in areas:
        named[area.id] = frozenset()
        for check in area.checks:
            for name in (check.id, *check.aliases, check.id[:2], area.id):
                add(name, check)
    return named


def thresholds_of(areas: Iterable[Area]) -> dict[tuple[str, str], Parameter]:
    """Return every threshold, by the id of its check and its own name."""
    return {
        (check.id, parameter.name): parameter
        for area in areas
        for check in area.checks
        for parameter in check.parameters
    }


def is_name(called: str | Path) -> bool:
    """Whether a rubric is asked for by its name: a path has a dot or a slash."""
    return re.fullmatch(r"[\w-]+", str(called)) is not None


def file_called(rubric: Path | None) -> Path | None:
    """Return the path of a rubric, if one is asked for, and not by its name."""
    return None if rubric is None or is_name(rubric) else rubric
