"""What a report says has changed since an earlier audit, computed again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from auditor.baseline import with_baseline
from auditor.comparison import OldInputs
from auditor.verification.statement import Part, disagrees, open_

if TYPE_CHECKING:
    from auditor.comparison import Edition
    from auditor.profile.reading import LoadedProfile
    from auditor.renderers.result.editions import EditionResult
    from auditor.report import Report
    from auditor.verification.auditing import Tool
    from auditor.verification.material import Given, Material
    from auditor.verification.statement import Statement

__all__ = ["compared_again"]

KEY: Final = "comparison"
NOT_AGAIN: Final = "What changed since an earlier audit was not computed again"
WANTED: Final = {
    OldInputs.NONE: "without the old profile",
    OldInputs.PROFILE: "with the old profile but not its tables (--old-profile)",
    OldInputs.ALL: "with the old profile and its tables (--old-profile, "
    "--old-evidence)",
}
"""How a report was compared, and what doing the same takes."""


def compared_again(
    material: Material,
    report: Report,
    loaded: LoadedProfile,
    given: Given,
    tool: Tool,
    told: list[Statement],
) -> Report:
    """Return an audit with what changed since the earlier one, if that is at hand.

    Args:
        material: What the report carries.
        report: What auditing its profile again gives.
        loaded: That profile.
        given: What else is at hand.
        tool: What of the tool is here.
        told: Where to say why it is not compared.

    Raises:
        InputError: If the old profile is not that of the earlier result, or cannot be
            read.
    """
    said, baseline = material.result.comparison, given.baseline
    if said is None:
        if baseline:
            told.append(_open("The report compares with no earlier audit."))
        return report
    if baseline is None:
        told.append(_open(f"{NOT_AGAIN}: it is not at hand (--baseline)."))
        return report
    if not tool.complete:
        told.append(_open(f"{NOT_AGAIN}: checks are missing."))
        return report
    if not _is(said.old, baseline.edition):
        text = "The earlier result given is not the one that the report compares with."
        told.append(disagrees(Part.RESULT, text, f"{KEY}.old"))
        return report
    # Pages name it as it was named then.
    named = replace(baseline.edition, source=said.old.source)
    again = with_baseline(
        report, replace(baseline, edition=named), loaded, tool.plugins
    )
    if again.comparison and again.comparison.old_inputs is said.old_inputs:
        return again
    text = f"The report compares {WANTED[said.old_inputs]}: do the same to check it."
    told.append(_open(text))
    return report


def _is(said: EditionResult, edition: Edition) -> bool:
    """Whether an earlier result is of the audit that a report names."""
    return (
        said.as_of == edition.as_of
        and said.version == edition.version
        and said.rubric_sha256 == edition.rubric_sha256
        and said.profile_sha256 == edition.profile_sha256
        and said.evidence == edition.tables
    )


def _open(text: str) -> Statement:
    return open_(Part.RESULT, text, KEY)
