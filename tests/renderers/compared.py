"""A report that compares, for tests of renderers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.comparison import compare
from auditor.finding import Outcome
from tests.comparison.editions import EARLIER, edition, finding
from tests.renderers.reports import HOSTILE, full_report

if TYPE_CHECKING:
    from auditor.comparison import Comparison
    from auditor.report import Report

__all__ = ["compared_report", "hostile"]


def compared_report() -> Report:
    """Return a full report with what changed since an earlier audit."""
    return replace(full_report(), comparison=hostile())


def hostile(text: str = HOSTILE) -> Comparison:
    """Return a comparison in which every text is somebody's attempt."""
    findings = [
        replace(finding(f"JC00{n}", Outcome.NOT_MET), title=text, reason=text)
        for n in range(3)
    ]
    met = [replace(one, outcome=Outcome.MET) for one in findings]
    old, new = (
        replace(one, organisation=text, rubric_name=text, version=text)
        for one in (edition(findings, as_of=EARLIER), edition(met))
    )
    return compare(old, new)
