"""The comparison document: what changed between two results, for programs.

The docstrings are the descriptions in the JSON Schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from auditor.comparison import Cause, Change, OldInputs
from auditor.finding import Outcome, Severity, Verification
from auditor.renderers.result.editions import EditionResult, edition_part
from auditor.renderers.result.part import Count, Gain, Points, ResultPart, Share, Text
from auditor.schema import schema_of

if TYPE_CHECKING:
    from auditor.comparison import Comparison, FindingChange

__all__ = ["COMPARISON_VERSION", "ComparisonDocument", "comparison_schema"]

COMPARISON_VERSION: Final = 1
"""Within it no key is renamed, removed or given another meaning."""


class PartResult(ResultPart):
    """All that one cause moved."""

    cause: Cause
    """The rubric or the tool, time passing, assessed in only one of the two, what the
    organisation changed, what its records show, or several that nobody can tell apart.
    """
    start: Points
    """The score before."""
    end: Points
    """The score after."""
    points: Gain
    """The difference; all parts together make the change of the score."""
    checks: tuple[Text, ...]
    """The checks that it moved, whether or not points moved with them."""


class MovedResult(ResultPart):
    """One step of the walk from the old result to the new one."""

    cause: Cause
    """What moved."""
    check: Text | None
    """The check that it is about; null where weights alone changed."""
    points: Gain
    """Points by which the score moved; all steps together make its change."""
    between: tuple[Cause, ...]
    """Where the cause is `unclear`, those that cannot be told apart."""


class StandingResult(ResultPart):
    """A finding at one of the two ends."""

    outcome: Outcome
    """The conclusion."""
    share: Share | None
    """How much of the good practice is there; null where it cannot be counted."""
    contradicted: bool
    """Whether a claim is disproved."""
    severity: Severity
    """How much it matters; one step worse where a claim is contradicted."""
    verified_by: Verification
    """On what the verdict rests."""
    points_lost: Points
    """Points of that result's total that it costs."""
    reason: Text
    """Why, in whole sentences."""


class FindingChangeResult(ResultPart):
    """One check at both ends."""

    check: Text
    """The check's id of today."""
    area: Text
    """Id of the area that the check belongs to."""
    title: Text
    """The criterion: the good practice, stated positively."""
    change: Change
    """What became of it."""
    regressed: bool
    """Whether it stands worse, other than by the rubric or the tool, unaccepted."""
    points: Gain
    """Points of the total that moved with it."""
    before: StandingResult | None
    """How it stood; null where it was not asked."""
    now: StandingResult | None
    """How it stands; null where it is not asked."""


class ComparisonDocument(ResultPart):
    """What changed between two results of one organisation, by cxaudit.

    Keys may be added within one `comparison_version`; none is renamed or removed.
    Points have six decimals, so that parts and steps add up exactly.
    """

    comparison_version: Literal[1] = COMPARISON_VERSION
    """The version of this format."""
    organisation: Text
    """The organisation's name."""
    old: EditionResult
    """The result before."""
    new: EditionResult
    """The result now."""
    points: Gain | None
    """The change of the score; null where one of the two has none."""
    parts: tuple[PartResult, ...]
    """What the change comes from, in the order of the walk; empty without a change."""
    steps: tuple[MovedResult, ...]
    """Every step of the walk, in its order."""
    old_inputs: OldInputs = OldInputs.NONE
    """What of the old result's inputs was judged again."""
    doubts: tuple[Text, ...]
    """What the two results cannot tell apart, in sentences."""
    changes: dict[Change, Count]
    """How many findings changed in each way."""
    findings: tuple[FindingChangeResult, ...]
    """Every check of either result, by id."""

    @classmethod
    def of(cls, comparison: Comparison) -> ComparisonDocument:
        """Return all of a comparison that a program may want to know."""
        split = comparison.split
        counts = dict.fromkeys(Change, 0)
        for finding in comparison.findings:
            counts[finding.change] += 1
        return cls.model_validate(
            {
                "organisation": comparison.new.organisation,
                "old": edition_part(comparison.old),
                "new": edition_part(comparison.new),
                "points": split and split.points,
                "parts": split.parts if split else (),
                "steps": split.steps if split else (),
                "old_inputs": comparison.old_inputs,
                "doubts": comparison.doubts,
                "changes": counts,
                "findings": [_finding(change) for change in comparison.findings],
            }
        )


def _finding(change: FindingChange) -> dict[str, Any]:
    return {
        "check": change.check,
        "area": change.finding.area,
        "title": change.finding.title,
        "change": change.change,
        "regressed": change.regressed,
        "points": change.points,
        "before": change.before,
        "now": change.now,
    }


def comparison_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every comparison of ours fulfils."""
    title = "Comparison of two results by cxaudit"
    return schema_of(ComparisonDocument, title, mode="serialization")
