"""MB011: times are told as percentiles, not only as averages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Outcome,
    Parameter,
    Severity,
    Statistic,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    message,
    rows,
    sentences,
)
from auditor_metric_balance.names import names
from auditor_metric_balance.sketches import MAY, in_may, kinds, metrics
from auditor_metric_balance.times import (
    TIMES,
    alike,
    is_time,
    mean_and_median,
    statistics_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor import Metric, Rows

BOTH: Final = frozenset({Statistic.MEDIAN, Statistic.P90})


def _times(*statistics: str | None, **stated: object) -> dict[str, object]:
    """Return a patch with a metric of the first response for each statistic."""
    metric = {"kind": "first_response_time", "period": MAY, **stated}
    return metrics(*({**metric, "statistic": each} for each in statistics))


def _replied(*hours: int, **stated: object) -> dict[str, tuple[Rows, ...]]:
    """Return sixty tickets of nine o'clock, answered so many hours later, in turn."""
    opened = in_may(0)[0]
    replies = tuple(f"2026-05-{1 + h // 24:02} {h % 24:02}:00" for h in hours)
    return {
        "tickets": (rows(60, opened_at=opened, first_response_at=replies, **stated),)
    }


EVEN: Final = _replied(1, 3)
SKEWED: Final = _replied(1, 1, 1, 1, 1, 8)
"""A mean of 2.2 hours, a median of one."""


@check(
    "MB011",
    title="Times are told as median and ninetieth percentile",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.CROSS_CHECK,
    needs=["metrics"],
    tables=["tickets"],
    logic=(
        "Looks at metrics of response, resolution, waiting and handling time, and at "
        "custom ones whose unit is a time. Met if each of these times is told both as "
        "a median and as a 90th percentile, by two metrics of the same kind and rows. "
        "Partly met if some are, or have one of the two. Where there are only "
        "averages, it is not met if the mean of the tickets' own times is more than "
        "{times} times their median, and partly met otherwise; where the tickets do "
        "not tell, it is not assessed."
    ),
    remedy="Report median and 90th percentile, and set the target on the latter.",
    parameters=[
        Parameter("times", 2, Unit.TIMES, "times the median that a mean may be", OURS),
    ],
    sources=[
        bibliography.THROUGHSCAN_RESPONSE_TIME,
        bibliography.MACARANAS,
        bibliography.CAMPAGNA,
    ],
    examples=[
        Example(
            Outcome.MET,
            "Median and 90th percentile",
            _times("median", "p90"),
            evidence=SKEWED,
        ),
        Example(
            Outcome.MET,
            "An average beside them",
            _times("mean", "median", "p90"),
            evidence=SKEWED,
        ),
        Example(
            Outcome.PARTLY_MET, "A median alone", _times("median"), evidence=SKEWED
        ),
        Example(
            Outcome.PARTLY_MET,
            "Both, but for another time",
            metrics(
                {"kind": "wait_time", "statistic": "median"},
                {"kind": "wait_time", "statistic": "p90"},
                {"kind": "resolution_time", "statistic": "mean"},
            ),
            evidence=SKEWED,
        ),
        Example(
            Outcome.PARTLY_MET,
            "The median of one channel, the 90th percentile of another",
            metrics(
                *(
                    {
                        "kind": "first_response_time",
                        "statistic": statistic,
                        "evidence": {
                            "dataset": "tickets",
                            "measure": "first_response_time",
                            "where": {"channel": channel},
                        },
                    }
                    for statistic, channel in (("median", "phone"), ("p90", "email"))
                )
            ),
            evidence=SKEWED,
        ),
        Example(
            Outcome.PARTLY_MET,
            "An average that is twice the median",
            _times("mean"),
            evidence=_replied(1, 1, 1, 5),
        ),
        Example(
            Outcome.PARTLY_MET,
            "An average of even times",
            _times("mean"),
            evidence=EVEN,
        ),
        Example(
            Outcome.NOT_MET,
            "An average that hides the long ones",
            _times("mean"),
            evidence=SKEWED,
        ),
        Example(
            Outcome.NOT_MET,
            "An average of a channel whose times are uneven",
            _times(
                "mean",
                evidence={
                    "dataset": "tickets",
                    "measure": "first_response_time",
                    "where": {"channel": "phone"},
                },
            ),
            evidence={
                "tickets": (
                    *_replied(1, 1, 1, 1, 1, 8, channel="phone")["tickets"],
                    *_replied(20, channel="email")["tickets"],
                )
            },
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Averages of times that the tickets do not hold",
            metrics({"kind": "wait_time", "statistic": "mean"}),
            evidence=SKEWED,
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Half are answered at once, as far as a clock of days tells",
            _times("mean"),
            evidence=_replied(0, 0, 0, 24),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No statistic is stated",
            _times(None),
            evidence=SKEWED,
        ),
        Example(Outcome.NOT_ASSESSED, "No times", kinds("csat"), evidence=SKEWED),
        Example(Outcome.NOT_ASSESSED, "No tickets are attached", _times("mean")),
    ],
)
def times_are_told_as_percentiles(context: Context) -> Verdict:
    """An average of times describes nobody.

    A few that wait for days raise it, many quick ones hide them. The median tells
    what is usual, the 90th percentile what the unlucky tenth lives through.
    """
    times = [metric for metric in context.profile.metrics or () if is_time(metric)]
    if not times:
        reason = message("No metric is of a time.")
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("metrics.kind",))
    groups = alike(times)
    full = [group for group in groups if statistics_of(group) >= BOTH]
    begun = [group for group in groups if statistics_of(group) - {None, Statistic.MEAN}]
    if not begun:
        return _averages(context, times)
    reason = message(
        "Told as median and 90th percentile: {full} of {times}.",
        full=len(full),
        times=counted(len(groups), "time"),
    )
    lacking = [group[0] for group in groups if group not in full]
    if lacking:
        one_sided = message(
            "One of them or both are lacking for {metrics}.", metrics=names(lacking)
        )
        reason = sentences(reason, one_sided)
    return Verdict(
        Outcome.PARTLY_MET if lacking else Outcome.MET,
        reason,
        where=tuple(metric.pointer for metric in lacking or times),
        verified_by=Verification.DECLARED,
    )


def _averages(context: Context, times: Sequence[Metric]) -> Verdict:
    """Judge times of which only averages are told, by how uneven the real ones are."""
    averages = [metric for metric in times if metric.statistic is Statistic.MEAN]
    if not averages:
        reason = message(
            "The statistic is not stated for {metrics}.", metrics=names(times)
        )
        key = ("metrics.statistic",)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=key)
    pairs = [pair for metric in averages if (pair := mean_and_median(context, metric))]
    if not pairs:
        reason = message(
            "Only averages are told, and no ticket shows the times: {metrics}.",
            metrics=names(times),
        )
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("evidence",))
    worst = max(pairs, key=lambda pair: pair.ratio)
    uneven = worst.ratio > context.parameters["times"]
    reason = message(
        "Only averages are told: {metrics}. In the tickets the mean {time} is "
        "{ratio:.2f} times its median (n = {n:,}).",
        metrics=names(averages),
        time=TIMES[worst.mean.name],
        ratio=worst.ratio,
        n=worst.mean.n,
    )
    return Verdict(
        Outcome.NOT_MET if uneven else Outcome.PARTLY_MET,
        reason,
        where=tuple(metric.at("statistic") for metric in averages),
        measures=tuple(worst),
    )
