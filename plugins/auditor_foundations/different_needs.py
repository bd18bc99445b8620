"""CU003: groups with additional needs are known, and do not fare worse unnoticed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    JUDGED_FROM,
    OURS,
    Context,
    Effort,
    Example,
    Message,
    MetricFamily,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    message,
    named,
    rows,
    sentences,
)
from auditor_foundations.fared import fared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor import Metric, Rows, Segment
    from auditor_foundations.fared import Fared

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


def _answers(
    satisfied: int, total: int, called: str = "s1"
) -> dict[str, tuple[Rows, ...]]:
    """Return answers of a group, beside a hundred others, of whom 90 are satisfied."""
    day = "2026-03-02 09:00"
    return {
        "surveys": (
            rows(satisfied, responded_at=day, segment=called, csat=5),
            rows(total - satisfied, responded_at=day, segment=called, csat=2),
            rows(100, responded_at=day, segment="s2", csat=(5,) * 9 + (2,)),
        )
    }


@check(
    "CU003",
    title="Groups with additional needs are known and do not fare worse",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.CROSS_CHECK,
    needs=["organisation.segments"],
    logic=(
        "Met where a segment is marked as having additional needs and a metric of "
        "service or experience is cut by it, or where tables compare them: the shares "
        "of satisfied answers, of requests settled at the first contact or in time and "
        "of complaints resolved in time or told of, {fewest_rows} or more on either "
        "side. Partly met where such a segment is marked only, or where tables show "
        "that it fares worse by more than chance; not met where none is marked. Not "
        "assessed while no segment says whether it is one."
    ),
    remedy=(
        "Mark customers who need more care or easier access, and compare their "
        "satisfaction, waits and complaints with those of others."
    ),
    parameters=[
        Parameter(
            "fewest_rows",
            JUDGED_FROM,
            Unit.COUNT,
            "fewest customers of the group, and of others",
            OURS,
        )
    ],
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
        Example(
            Outcome.MET,
            "No metric, and tables in which the group fares no worse",
            _needing([True, False]) | {"metrics": []},
            evidence=_answers(27, 30),
        ),
        Example(
            Outcome.MET,
            "No word of metrics, and tables in which chance explains the difference",
            _needing([True, False]) | {"metrics": None},
            evidence=_answers(24, 30),
        ),
        Example(
            Outcome.MET,
            "A metric, and a group of 29 that seems to fare worse",
            _needing([True, False]) | _cut("csat"),
            evidence=_answers(10, 29),
        ),
        Example(
            Outcome.PARTLY_MET,
            "A metric, and tables in which the group fares worse",
            _needing([True, False]) | _cut("csat"),
            evidence=_answers(18, 30),
        ),
        Example(
            Outcome.PARTLY_MET,
            "The table calls the group by its name",
            _needing([True, False]) | _cut("csat"),
            evidence=_answers(18, 30, called="SEGMENT 1"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "No metric, and tables that do not know the group",
            _needing([True, False]) | {"metrics": []},
            evidence=_answers(18, 30, called="others"),
        ),
        Example(
            Outcome.NOT_MET,
            "No group is known, whatever the tables tell",
            _needing([False, False]),
            evidence=_answers(18, 30),
        ),
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
    worse, alike = fared(context, groups, context.parameters["fewest_rows"])
    if worse or alike:
        return _compared(groups, worse, alike)
    if profile.metrics is None:
        reason = message(
            "Groups are known; nothing tells which metrics are cut by them."
        )
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("metrics",))
    ids = {group.id for group in groups}
    cut = [metric for metric in profile.metrics if _shows(metric, ids)]
    shown = message("How they fare is not shown by any metric.")
    if cut:
        metrics = named(metric.name or metric.id for metric in cut)
        shown = message("How they fare is shown by {metrics}.", metrics=metrics)
    return Verdict(
        Outcome.MET if cut else Outcome.PARTLY_MET,
        sentences(_known(groups), shown),
        where=tuple(part.pointer for part in (*groups, *cut)),
        verified_by=Verification.DECLARED,
    )


def _known(groups: Sequence[Segment]) -> Message:
    names = named(group.name for group in groups)
    return message("Known to have additional needs: {names}.", names=names)


def _compared(
    groups: Sequence[Segment], worse: Sequence[Fared], alike: Sequence[Fared]
) -> Verdict:
    """Return how the groups fare in the tables."""
    outcomes = named(one.in_words() for one in worse or alike)
    told = message(
        "They fare no worse than chance explains: {outcomes}.", outcomes=outcomes
    )
    if worse:
        told = message("They fare worse: {outcomes}.", outcomes=outcomes)
    return Verdict(
        Outcome.PARTLY_MET if worse else Outcome.MET,
        sentences(_known(groups), told),
        where=tuple(group.pointer for group in groups),
        measures=tuple(m for one in worse or alike for m in one.measures),
    )


def _without_groups(segments: tuple[Segment, ...]) -> Verdict:
    """Return what is said where no segment is marked."""
    if segments and all(segment.additional_needs is None for segment in segments):
        reason = message("No segment says whether its customers have additional needs.")
        keys = ("organisation.segments.additional_needs",)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=keys)
    return Verdict(
        Outcome.NOT_MET,
        message("No segment is marked as having additional needs."),
        where=("/organisation/segments",),
        verified_by=Verification.DECLARED,
    )


def _shows(metric: Metric, ids: set[str]) -> bool:
    """Whether a metric says how one of these segments fares."""
    cut = ids.intersection(metric.segments or ())
    return bool(cut) and metric.effective_family in OUTCOMES
