"""What a verdict's change may come from, as far as two results can tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from auditor.comparison.edition import same_maker
from auditor.finding import Verification

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.comparison.edition import Edition, Figure
    from auditor.finding import Finding

__all__ = ["Cause", "JudgedAgain", "OldInputs", "possible_causes"]


class Cause(StrEnum):
    """What a change of the score comes from, in the order of the walk."""

    RUBRIC = "rubric"
    """The rubric or the tool: weights, severities, thresholds, checks, versions."""
    TIME = "time"
    """The day of the audit alone: what nobody touched has grown old or fallen due."""
    ASSESSMENT = "assessment"
    """Assessed in only one of the two results."""
    ORGANISATION = "organisation"
    """The profile: what the organisation says and does."""
    EVIDENCE = "evidence"
    """The tables: what its records show."""
    UNCLEAR = "unclear"
    """Several of these, which cannot be told apart."""


class OldInputs(StrEnum):
    """What of an old result's inputs was at hand to be judged again."""

    NONE = "none"
    """Nothing: the two results alone were compared."""
    PROFILE = "profile"
    """The profile, but not the tables, or not as they were."""
    ALL = "profile_and_tables"
    """The profile, and its tables where it had any."""


@dataclass(frozen=True, slots=True)
class JudgedAgain:
    """What the checks of today say of the inputs of the old result, by check.

    Empty where these inputs are not at hand; a check can be missing in any.
    """

    ruled: Mapping[str, Finding] = field(default_factory=dict)
    """Old profile and old evidence, as of the old day, by the new rubric and tool."""
    aged: Mapping[str, Finding] = field(default_factory=dict)
    """The same, as of the new day."""
    renewed: Mapping[str, Finding] = field(default_factory=dict)
    """The new profile with the old evidence, as of the new day."""
    inputs: OldInputs = OldInputs.NONE
    """What was at hand for it."""


def possible_causes(
    before: Finding, now: Finding, old: Edition, new: Edition, again: JudgedAgain
) -> tuple[Cause, ...]:
    """Return what may have changed a verdict; what cannot have is left out.

    Args:
        before: The finding before, judged again if it could be.
        now: The finding now.
        old: Where the finding before comes from.
        new: Where the finding now comes from.
        again: What was judged again: there, neither rubric nor time is left to ask.
    """
    causes = []
    by_one_judge = now.check in again.ruled or now.check in again.aged
    if not by_one_judge and not _same_judge(before, now, old, new):
        causes.append(Cause.RUBRIC)
    same_profile = old.profile_sha256 == new.profile_sha256 != ""
    if same_profile and now.check not in again.aged and old.as_of != new.as_of:
        causes.append(Cause.TIME)
    evidence = _other_evidence(before, now, old, new)
    if not same_profile and not (evidence and _counted(before) and _counted(now)):
        causes.append(Cause.ORGANISATION)
    if evidence:
        causes.append(Cause.EVIDENCE)
    if not causes and old.as_of != new.as_of:
        # The very same tables give other figures: they are of the last twelve months.
        causes.append(Cause.TIME)
    return tuple(causes)


def _same_judge(before: Finding, now: Finding, old: Edition, new: Edition) -> bool:
    """Whether the same code judged both by the same thresholds."""
    return (
        old.version == new.version
        and same_maker(old.makers.get(now.check), new.makers.get(now.check))
        and dict(before.parameters or {}) == dict(now.parameters or {})
    )


def _other_evidence(before: Finding, now: Finding, old: Edition, new: Edition) -> bool:
    """Whether figures differ that come from tables which may not be the same."""
    one, other = _figures(before, old), _figures(now, new)
    differing = {
        id_ for id_ in one.keys() | other.keys() if one.get(id_) != other.get(id_)
    }
    tables = {found[id_][0] for found in (one, other) for id_ in differing & {*found}}
    digests = [(old.tables.get(id_), new.tables.get(id_)) for id_ in tables]
    return any(not then or then != today for then, today in digests)


def _figures(finding: Finding, edition: Edition) -> dict[str, Figure]:
    known = edition.figures
    return {id_: known[id_] for id_ in finding.measures if id_ in known}


def _counted(finding: Finding) -> bool:
    """Whether rows of a table alone decided."""
    return bool(finding.measures) and finding.verified_by is Verification.COMPUTED
