"""Golden audits: what the checks of a plugin say of a whole profile, kept in a file.

The file holds the findings of the plugin's own checks and nothing of cxaudit's version,
score or other plugins: it changes when the plugin does.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Final

from auditor.auditing import audit
from auditor.plugin.collection import Plugins
from auditor.plugin.loading import Plugin
from auditor.testing.exemplary import EXEMPLARY_DATE, installed_extensions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from auditor.checks import Area
    from auditor.finding import Finding

__all__ = ["UPDATE", "assert_golden_audit"]

UPDATE: Final = "CXAUDIT_UPDATE_GOLDEN"
"""The variable of the surroundings that has golden files written anew."""


def assert_golden_audit(
    profile: Path,
    areas: Iterable[Area],
    golden: Path,
    *,
    as_of: date = EXEMPLARY_DATE,
    presets: Iterable[Path] = (),
) -> None:
    """Assert that an audit of a profile finds what a file says.

    With CXAUDIT_UPDATE_GOLDEN=1 in the surroundings the file is written instead: read
    the difference before it is committed.

    Args:
        profile: A file or folder with the profile, whose tables are measured.
        areas: What the plugin's `auditor_checks` returns.
        golden: The file, in JSON.
        as_of: The day of the audit.
        presets: Folders that the plugin's `auditor_presets` returns.

    Raises:
        AssertionError: If it finds something else, or there is no such file.
        InputError: If the profile cannot be used.
    """
    own = Plugin(
        name="golden",
        package="golden",
        version="",
        areas=tuple(areas),
        presets=tuple(presets),
        extensions=installed_extensions(),
    )
    report = audit(profile, plugins=Plugins((own,)), as_of=as_of)
    records = [_record(finding) for finding in report.findings]
    found = json.dumps(records, indent=2, ensure_ascii=False) + "\n"
    if os.environ.get(UPDATE):
        golden.write_text(found, "utf-8")
    expected = golden.read_text("utf-8") if golden.exists() else ""
    if found != expected:
        told = f"{golden} differs: {UPDATE}=1, then read the difference"
        raise AssertionError(told)


def _record(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "outcome": finding.outcome,
        "contradicted": finding.contradicted,
        "share": finding.share,
        "reason": finding.reason,
        "advice": finding.advice,
        "where": [place.pointer for place in finding.where],
        "answered_by": list(finding.answered_by),
        "measures": list(finding.measures),
    }
