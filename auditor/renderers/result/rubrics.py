"""The rubric comparison document: what two rubrics set otherwise, for programs.

The docstrings are the descriptions in the JSON Schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from auditor.renderers.result.comparison import ComparisonDocument
from auditor.renderers.result.part import ResultPart, Text
from auditor.schema import schema_of

if TYPE_CHECKING:
    from auditor.comparison.rubrics import RubricDifference
    from auditor.departures import Setting
    from auditor.rubric import Rubric

__all__ = ["RUBRICDIFF_VERSION", "RubricDiffDocument", "rubric_diff_schema"]

RUBRICDIFF_VERSION: Final = 1
"""Within it no key is renamed, removed or given another meaning."""


class ComparedRubricResult(ResultPart):
    """One of the two rubrics."""

    name: Text
    """Its name on reports."""
    version: Text
    """Its version."""
    sha256: Text
    """Its digest, as results have it."""


class SettingResult(ResultPart):
    """What the two set otherwise."""

    key: Text
    """Where a rubric file sets it, as `checks.FL009.severity`; `select.FL009` says
    whether a check is judged."""
    old: bool | float | Text | None
    """What the first rubric sets; null where it sets nothing."""
    new: bool | float | Text | None
    """What the second rubric sets; null where it sets nothing."""
    source: Text | None
    """Key of the work that the second one rests on, or `ours`; null if not said."""
    because: Text | None
    """Why, in the words of the second one; null if not said."""
    set_by: Text | None
    """Name and version of the rubric that sets it, where the second one extends
    another; else null."""


class RubricDiffDocument(ResultPart):
    """What two rubrics set otherwise, by cxaudit.

    Keys may be added within one `rubricdiff_version`; none is renamed or removed.
    """

    rubricdiff_version: Literal[1] = RUBRICDIFF_VERSION
    """The version of this format."""
    old: ComparedRubricResult
    """The first rubric."""
    new: ComparedRubricResult
    """The second rubric."""
    settings: tuple[SettingResult, ...]
    """All in which they differ, in the order of a rubric file."""
    judged: ComparisonDocument | None
    """One profile judged by both, where one was given."""

    @classmethod
    def of(cls, found: RubricDifference) -> RubricDiffDocument:
        """Return all of a difference that a program may want to know."""
        return cls.model_validate(
            {
                "old": _rubric(found.old),
                "new": _rubric(found.new),
                "settings": [_setting(setting) for setting in found.settings],
                "judged": found.judged and ComparisonDocument.of(found.judged),
            }
        )


def rubric_diff_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every such document fulfils."""
    title = "Comparison of two rubrics by cxaudit"
    return schema_of(RubricDiffDocument, title, mode="serialization")


def _rubric(rubric: Rubric) -> dict[str, str]:
    name, version = rubric.name, rubric.version
    return {"name": name, "version": version, "sha256": rubric.digest()}


def _setting(setting: Setting) -> dict[str, Any]:
    reason = setting.reason
    return {
        "key": setting.key,
        "old": setting.old,
        "new": setting.new,
        "source": reason and reason.source,
        "because": reason and (reason.because or None),
        "set_by": setting.set_by or None,
    }
