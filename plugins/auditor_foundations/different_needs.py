"""CU003: groups with additional needs are known, and do not fare worse unnoticed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    Context,
    Effort,
    Example,
    MetricFamily,
    Outcome,
    Severity,
    Verdict,
    Verification,
    bibliography,
    check,
    named,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor import Metric, Segment

OUTCOMES: Final = frozenset({MetricFamily.SERVICE, MetricFamily.EXPERIENCE})
"""Families of metrics that say how customers fared."""


def _needing(flags: Sequence[bool | None]) -> dict[str, object]:
    """Return a profile patch with a segment for each flag, s1 and so on."""
    segments = [
        {"id": f"s{number}", "name": f"Segment {number}", "additional_needs": flag}
        for number, flag in enumerate(flags, start=1)
    ]
    return {"organisation": {"segments": segments}}


def _cut(kind: str) -> dict[str, object]:
    """Return a profile patch with one metric, cut by the first segment."""
    return {"metrics": [{"id": "m", "kind": kind, "segments": ["s1"]}]}


@check(
    "CU003",
    title="Groups with additional needs are known and do not fare worse",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.CROSS_CHECK,
    needs=["organisation.segments"],
    logic=(
        "Met where a segment is marked as having additional needs and a metric of "
        "service or experience is cut by it, so that outcomes can be compared. Partly "
        "met where such a segment is marked only, not met where none is. Not assessed "
        "while no segment says whether it is one. Without answers and cases of the "
        "group beside it, this rests on the organisation's word."
    ),
    remedy=(
        "Mark customers who need more care or easier access, and compare their "
        "satisfaction, waits and complaints with those of others."
    ),
    sources=[
        bibliography.FCA_VULNERABLE_CUSTOMERS,
        bibliography.FCA_COMPLAINTS_ROOT_CAUSE,
        bibliography.GOVUK_INCLUSION,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "One of two groups, by a metric of waiting",
            _needing([True, True]) | _cut("wait_time"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Only revenue is cut by the group",
            _needing([True]) | _cut("revenue"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Satisfaction is cut by another segment",
            _needing([False, True]) | _cut("csat"),
        ),
        Example(Outcome.PARTLY_MET, "No metric", _needing([True]) | {"metrics": []}),
        Example(Outcome.NOT_MET, "No such group is known", _needing([False, None])),
        Example(Outcome.NOT_MET, "An empty list of segments", _needing([])),
        Example(
            Outcome.NOT_ASSESSED,
            "A group, and no word of metrics",
            _needing([True]) | {"metrics": None},
        ),
        Example(
            Outcome.NOT_ASSESSED, "No segment says whether it is one", _needing([None])
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of segments",
            {"organisation": {"segments": None}},
        ),
    ],
)
def groups_fare_alike(context: Context) -> Verdict:
    """A good average hides a group for whom nothing works.

    Those for whom a service is hardest are few in every sample, so its mean does not
    show them.
    """
    profile = context.profile
    segments = profile.organisation.segments or ()
    groups = [segment for segment in segments if segment.additional_needs]
    if not groups:
        return _without_groups(segments)
    if profile.metrics is None:
        reason = "Groups are known; nothing tells which metrics are cut by them."
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("metrics",))
    ids = {group.id for group in groups}
    cut = [metric for metric in profile.metrics if _shows(metric, ids)]
    names = named(group.name for group in groups)
    shown = named(metric.name or metric.id for metric in cut)
    compared = f"shown by {shown}" if cut else "not shown by any metric"
    return Verdict(
        Outcome.MET if cut else Outcome.PARTLY_MET,
        f"Known to have additional needs: {names}. How they fare is {compared}.",
        where=tuple(part.pointer for part in (*groups, *cut)),
        verified_by=Verification.DECLARED,
    )


def _without_groups(segments: tuple[Segment, ...]) -> Verdict:
    """Return what is said where no segment is marked."""
    if segments and all(segment.additional_needs is None for segment in segments):
        reason = "No segment says whether its customers have additional needs."
        keys = ("organisation.segments.additional_needs",)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=keys)
    return Verdict(
        Outcome.NOT_MET,
        "No segment is marked as having additional needs.",
        where=("/organisation/segments",),
        verified_by=Verification.DECLARED,
    )


def _shows(metric: Metric, ids: set[str]) -> bool:
    """Whether a metric says how one of these segments fares."""
    cut = ids.intersection(metric.segments or ())
    return bool(cut) and metric.effective_family in OUTCOMES
