"""MB015: trends and segments of scores are visible, and none is getting worse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    JUDGED_FROM,
    OURS,
    Context,
    Effort,
    Example,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    message,
    rows,
    sentences,
    unmeasured,
)
from auditor_metric_balance.scores import scores
from auditor_metric_balance.sketches import in_may
from auditor_metric_balance.votes import groups_of, periods_of
from auditor_metric_balance.worsening import View, falls, lagging, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor import Rows

EARLIER: Final = tuple(f"2025-{month:02}-01 12:00" for month in range(7, 13))
LATER: Final = tuple(f"2026-{month:02}-01 12:00" for month in range(1, 7))
MOST: Final = (5, 5, 5, 5, 1)
"""Four of five are satisfied."""
SEGMENTS: Final = tuple("abababa")
"""Seven, so that no month and no answer falls to one segment alone."""


def _answers(count: int, **values: object) -> Rows:
    """Return answers spread over a year, of customers who may be of two segments."""
    usual = {"responded_at": EARLIER + LATER, "csat": MOST, "segment": SEGMENTS}
    return rows(count, **(usual | values))


def _by_channel(phone: object, email: object) -> dict[str, tuple[Rows, ...]]:
    """Return four hundred answers each of two channels."""
    told = {"phone": phone, "email": email}
    return {"surveys": tuple(_answers(400, csat=s, channel=c) for c, s in told.items())}


def _by_stage(worse: str) -> dict[str, tuple[Rows, ...]]:
    """Return answers of two stages, of which one is worse."""
    told = {"support": MOST, worse: (5, 5, 1)}
    return {"surveys": tuple(_answers(400, csat=s, stage=c) for c, s in told.items())}


def _in_halves(
    column: str, earlier: object, later: object, **values: object
) -> dict[str, tuple[Rows, ...]]:
    """Return answers that changed in the middle of the year."""
    usual = {"channel": ("x", "y", "x"), **values}
    return {
        "surveys": tuple(
            _answers(300, responded_at=when, **(usual | {column: given}))
            for when, given in ((EARLIER, earlier), (LATER, later))
        )
    }


@check(
    "MB015",
    title="Trends and segments are visible, and none is getting worse",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.COMPUTED,
    logic=(
        "Looks at every NPS and every share of satisfied answers of the last twelve "
        "months with 30 answers or more. A trend is visible over four whole periods on "
        "end with 30 answers each: months, or where those are thin two or three months "
        "put together; months covered in part are left out. Segments are visible by "
        "{cuts} or more of stage, channel, segment, department and reason, each with "
        "two groups of 30 answers. Met if each score shows both, none fell by {fall} "
        "points or more from the earlier to the later half of its periods, and no "
        "group lies {gap} points or more below all others, unless it is a stage with "
        "recorded pain points. Partly met if only some is visible, or something is "
        "worse; not met if neither is visible of any score. Worse is what chance alone "
        "would hardly show, after Holm's correction for the number of comparisons; an "
        "NPS is compared from 100 answers a side. Seasons cannot be told in one year."
    ),
    remedy="Cut each score by month, stage, channel and segment, and follow what lags.",
    parameters=[
        Parameter("cuts", 2, Unit.COUNT, "segmentations that a score needs", OURS),
        Parameter("fall", 2, Unit.POINTS, "points fallen that count", OURS),
        Parameter("gap", 5, Unit.POINTS, "points below all others that count", OURS),
    ],
    sources=[
        bibliography.BALDRIGE_SCORING,
        bibliography.GOVUK_SERVICE_STANDARD,
        bibliography.MEASURINGU_NPS,
    ],
    examples=[
        Example(
            Outcome.MET,
            "Twelve months, two channels, two segments, all alike",
            evidence=_by_channel(MOST, MOST),
        ),
        Example(
            Outcome.MET,
            "One channel is 4.5 points lower",
            evidence={
                "surveys": (
                    _answers(18, csat=1, channel="phone"),
                    _answers(382, csat=5, channel="phone"),
                    _answers(400, csat=5, channel="email"),
                )
            },
        ),
        Example(
            Outcome.PARTLY_MET,
            "One channel is five points lower",
            evidence={
                "surveys": (
                    _answers(20, csat=1, channel="phone"),
                    _answers(380, csat=5, channel="phone"),
                    _answers(400, csat=5, channel="email"),
                )
            },
        ),
        Example(
            Outcome.MET,
            "The stage that is worse has pain points on the map",
            evidence=_by_stage("Lives with it and pays"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "The stage that is worse has none",
            evidence=_by_stage("awareness"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Satisfaction has fallen",
            evidence=_in_halves("csat", MOST, (5, 5, 5, 1, 1)),
        ),
        Example(
            Outcome.MET,
            "Satisfaction has risen",
            evidence=_in_halves("csat", (5, 5, 5, 1, 1), MOST),
        ),
        Example(
            Outcome.PARTLY_MET,
            "NPS of the relationship has fallen",
            evidence=_in_halves(
                "nps",
                (9, 10, 9, 8, 6),
                (9, 10, 6, 8, 6),
                csat=None,
                level="relationship",
            ),
        ),
        Example(
            Outcome.PARTLY_MET,
            "All answers are of one month",
            evidence={
                "surveys": tuple(
                    _answers(60, responded_at=in_may(), channel=channel)
                    for channel in ("phone", "email")
                )
            },
        ),
        Example(
            Outcome.PARTLY_MET,
            "A year, and one segmentation only",
            evidence={"surveys": (_answers(400),)},
        ),
        Example(
            Outcome.MET,
            "The second channel has 30 answers",
            evidence={
                "surveys": (
                    _answers(400, channel="phone"),
                    _answers(30, channel="email"),
                )
            },
        ),
        Example(
            Outcome.PARTLY_MET,
            "The second channel has 29 answers",
            evidence={
                "surveys": (
                    _answers(400, channel="phone"),
                    _answers(29, channel="email"),
                )
            },
        ),
        Example(
            Outcome.NOT_MET,
            "One month, and one segmentation only",
            evidence={"surveys": (_answers(400, responded_at=in_may()),)},
        ),
        Example(
            Outcome.NOT_MET,
            "Thirty answers",
            evidence={"surveys": (_answers(30),)},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Twenty-nine answers",
            evidence={"surveys": (_answers(29),)},
        ),
        Example(Outcome.NOT_ASSESSED, "No tables are attached"),
    ],
)
def trends_and_segments_are_visible(context: Context) -> Verdict:
    """One figure for everybody hides who is badly served, and since when.

    A score that stands still may hold one segment that leaves and one that makes up
    for it. What is cut by stage, channel and segment says where to look.
    """
    views = [
        View(score, periods_of(score, context.as_of), groups_of(score))
        for score in scores(context.evidence)
        if score.measure.n >= JUDGED_FROM
    ]
    if not views:
        return unmeasured(message("No table holds a score with 30 answers or more."))
    cuts = context.parameters["cuts"]
    over_time = [view for view in views if view.periods]
    by_group = [view for view in views if len(view.groups) >= cuts]
    fallen, behind = falls(context, views), lagging(context, views)
    reason = message(
        "Told over four periods or more: {over_time} of {scores}; by {cuts:g} "
        "segmentations or more: {by_group}.",
        over_time=len(over_time),
        scores=counted(len(views), "score"),
        cuts=cuts,
        by_group=len(by_group),
    )
    return Verdict(
        _outcome(len(over_time) + len(by_group), 2 * len(views), [*fallen, *behind]),
        sentences(reason, *told(fallen, behind)),
        measures=(
            *(view.score.measure for view in views),
            *(group.measure for _, group, _ in behind),
        ),
    )


def _outcome(visible: int, possible: int, worse: Sequence[object]) -> Outcome:
    if not visible:
        return Outcome.NOT_MET
    return Outcome.MET if visible == possible and not worse else Outcome.PARTLY_MET
