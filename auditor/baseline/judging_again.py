"""The inputs of an old result, judged again by the checks that are installed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.auditing import evidence_of
from auditor.comparison import JudgedAgain, OldInputs, by_check
from auditor.engine import audit
from auditor.errors import InputError, Problem
from auditor.evidence import Evidence
from auditor.finding import Outcome
from auditor.profile.reading import read_profile
from auditor.renderers.result import ResultDocument
from auditor.renderers.result.edition import edition_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from auditor.comparison import Edition
    from auditor.finding import Finding
    from auditor.plugin.collection import Plugins
    from auditor.profile.reading import LoadedProfile
    from auditor.rubric import Rubric

__all__ = ["Bench", "judge_again", "profile_of"]


@dataclass(frozen=True, slots=True)
class Bench:
    """Who judges again, by what, and as of which day."""

    plugins: Plugins
    rubric: Rubric
    as_of: date
    """The day of the new audit."""
    renewed: LoadedProfile | None = None
    """The profile of the new audit, if it is at hand."""

    def measured(
        self, loaded: LoadedProfile, replaced: Mapping[str, str], as_of: date
    ) -> Evidence:
        """Return what a profile's tables show; nothing where it has none."""
        limits = self.rubric.limits
        found = evidence_of(loaded, replaced, self.plugins, as_of, limits)
        return found or Evidence()

    def findings(
        self, loaded: LoadedProfile, evidence: Evidence, as_of: date
    ) -> dict[str, Finding]:
        """Return what the checks say, rounded as a result would have it."""
        report = audit(
            loaded, self.plugins, as_of=as_of, rubric=self.rubric, evidence=evidence
        )
        return by_check(edition_of(ResultDocument.of(report)).findings)


def judge_again(
    old: Edition, loaded: LoadedProfile, replaced: Mapping[str, str], bench: Bench
) -> JudgedAgain:
    """Return what the checks of today say of the inputs of an old result.

    Where a table is not at hand as it was, findings that rest on figures are not
    judged again, nor are those that cannot be assessed without it.

    Args:
        old: The old result.
        loaded: Its profile.
        replaced: By id of a table, the path of its file, where that is elsewhere now.
        bench: Who judges.

    Raises:
        InputError: If a table that is replaced does not exist.
    """
    evidence = bench.measured(loaded, replaced, old.as_of)
    complete = _as_it_was(evidence, old)
    if not complete:
        evidence = Evidence()
    ruled = bench.findings(loaded, evidence, old.as_of)
    aged = bench.findings(loaded, evidence, bench.as_of)
    kept = ruled.keys() if complete else _without_tables(old, ruled)
    renewed = {}
    if bench.renewed and complete:
        earlier = _with_tables_of(bench.renewed, loaded, replaced)
        tables = bench.measured(*earlier, old.as_of)
        renewed = bench.findings(bench.renewed, tables, bench.as_of)
    return JudgedAgain(
        {check: ruled[check] for check in kept},
        {check: aged[check] for check in kept},
        renewed,
        OldInputs.ALL if complete else OldInputs.PROFILE,
    )


def profile_of(edition: Edition, path: Path, plugins: Plugins) -> LoadedProfile:
    """Return the profile that a result was made of.

    Raises:
        InputError: If it cannot be read, or is another than the result names.
    """
    loaded = read_profile(path, plugins.extensions)
    if loaded.sha256 == edition.profile_sha256:
        return loaded
    message = (
        f"{path}: This is not the profile that {edition.source} was made of: their "
        "digests differ."
    )
    hint = "Give the file or folder as it was then, to the byte."
    raise InputError([Problem(message, hint=hint)])


def _as_it_was(evidence: Evidence, old: Edition) -> bool:
    """Whether exactly the tables are at hand that the old audit read."""
    tables = {table.info.id: table.info.sha256 for table in evidence.tables}
    return tables == dict(old.tables) and all(tables.values())


def _with_tables_of(
    new: LoadedProfile, old: LoadedProfile, replaced: Mapping[str, str]
) -> tuple[LoadedProfile, dict[str, str]]:
    """Return the new profile, and the old files that it is to be measured with.

    Its claims are held against the old tables, read as it says; tables that the old
    audit did not have are left out.
    """
    from auditor.evidence_gathering import folder_of

    sources = {
        table.id: replaced.get(table.id) or str(folder_of(old) / table.source)
        for table in old.profile.evidence or ()
    }
    kept = tuple(t for t in new.profile.evidence or () if t.id in sources)
    profile = new.profile.model_copy(update={"evidence": kept})
    used = {table.id: sources[table.id] for table in kept}
    return replace(new, profile=profile), used


def _without_tables(old: Edition, ruled: Mapping[str, Finding]) -> set[str]:
    """Return the checks that can be judged again without any table."""
    before = by_check(old.findings)
    return {
        check
        for check, finding in ruled.items()
        if check in before
        and not before[check].measures
        and not (before[check].scored and finding.outcome is Outcome.NOT_ASSESSED)
    }
