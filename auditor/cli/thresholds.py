"""The thresholds of `cxaudit run`: is the organisation good enough?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.finding import Finding
    from auditor.report import Report

__all__ = ["missed_thresholds"]


def missed_thresholds(
    report: Report, fail_under: float | None, fail_on: Severity | None
) -> Iterator[str]:
    """Yield a sentence for each threshold that is missed.

    Args:
        report: The audit.
        fail_under: The least score, from 0 to 100; an unknown score misses it.
        fail_on: The severity from which on no finding may be open, unless waived.
    """
    if fail_under is not None:
        yield from _too_low(report.score.total, fail_under)
    if fail_on is not None:
        yield from _too_severe(report, fail_on)


def _too_low(score: float | None, least: float) -> Iterator[str]:
    if score is None:
        yield f"There is no score; at least {least:g} is asked for."
    elif score < least:
        yield f"The score is {score:.2f}; at least {least:g} is asked for."


def _too_severe(report: Report, severity: Severity) -> Iterator[str]:
    order = list(Severity)
    worse = order[: order.index(severity) + 1]
    found = [f.check for f in report.findings if f.severity in worse and _stands(f)]
    if found:
        level = severity if severity is order[0] else f"{severity} or worse"
        yield f"Open findings of severity {level}: {', '.join(found)}."


def _stands(finding: Finding) -> bool:
    """Whether a finding is open and nobody has accepted it."""
    return finding.open and not (finding.waiver and finding.waiver.counts)
