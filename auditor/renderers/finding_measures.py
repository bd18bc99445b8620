"""The measures that a finding rests on, as all reports for people tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.renderers import measured
from auditor.renderers.plain import short
from auditor.translation import labelled, say_plural

if TYPE_CHECKING:
    from auditor.finding import Finding
    from auditor.report import Report

__all__ = ["figures_of"]


def figures_of(report: Report, finding: Finding, most: int) -> list[str]:
    """Return the figures that a finding rests on, each with its interval and n.

    Args:
        report: The report, whose evidence has the figures.
        finding: The finding.
        most: How many are told; a last entry says how many are not.
    """
    wanted = dict.fromkeys(finding.measures)
    shown = dict.fromkeys(list(wanted)[:most])
    found = (
        {m.id: m for m in report.evidence.measures if m.id in shown} if shown else {}
    )
    told = [
        labelled(measured.called(found[id_]), measured.with_interval(found[id_]))
        if id_ in found
        else short(id_, measured.LONGEST_GROUP)
        for id_ in shown
    ]
    if (more := len(wanted) - len(shown)) > 0:
        told.append(say_plural("and {n} more", "and {n} more", more))
    return told
