"""MB013: scores are precise enough for their use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Measure,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    at_most,
    bibliography,
    check,
    counted,
    is_sample,
    message,
    rows,
    sentences,
    unmeasured,
)
from auditor_metric_balance.scores import scores
from auditor_metric_balance.sketches import MAY, in_may, metrics

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor import Message, Rows

POINTS: Final = {"share": 100, "points": 1}
"""By unit of a score, what turns it into points; means of answers have no points."""
SEVERITY: Final = (Outcome.MET, Outcome.PARTLY_MET, Outcome.NOT_MET)
TOLD: Final = 3
"""Ours: how many scores a reason names."""


def _recommended(tens: int, **stated: object) -> tuple[Rows, ...]:
    """Return ten times so many answers: half promoters, a fifth detractors."""
    answers = (10, 10, 9, 9, 9, 0, 6, 7, 8, 8)
    return (rows(10 * tens, responded_at=in_may(), nps=answers, **stated),)


def _halved(count: int) -> dict[str, tuple[Rows, ...]]:
    """Return so many answers, every second one satisfied."""
    return {"surveys": (rows(count, responded_at=in_may(), csat=(5, 1)),)}


def _nps_of_may(**where: str) -> dict[str, object]:
    said = {"dataset": "surveys", "measure": "nps", "where": where}
    return metrics({"kind": "nps", "value": 30, "period": MAY, "evidence": said})


@check(
    "MB013",
    title="Scores are precise enough for their use",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.COMPUTED,
    logic=(
        "Looks at how far each score may be off by chance: half its 95 % interval, in "
        "points. NPS is precise up to {nps_met} points and partly up to {nps_partly}, "
        "shares of satisfied answers up to {share_met} and {share_partly}. A score of "
        "fewer than {answers} answers is anecdotal and not met. Metrics that name "
        "their rows are judged on their own period and rows, other scores of the "
        "tables on the last twelve months. The least precise one decides."
    ),
    remedy="Pool periods or invite more customers before scores are compared.",
    parameters=[
        Parameter("nps_met", 10, Unit.POINTS, "margin of an NPS that is met", OURS),
        Parameter("nps_partly", 15, Unit.POINTS, "margin that is partly met", OURS),
        Parameter("share_met", 5, Unit.POINTS, "margin of a share that is met", OURS),
        Parameter("share_partly", 10, Unit.POINTS, "margin that is partly met", OURS),
        Parameter("answers", 30, Unit.COUNT, "answers that a score needs", OURS),
    ],
    sources=[bibliography.MEASURINGU_NPS, bibliography.BALDRIGE_SCORING],
    examples=[
        Example(
            Outcome.MET,
            "An NPS of 240 answers",
            evidence={"surveys": _recommended(24)},
        ),
        Example(
            Outcome.PARTLY_MET,
            "An NPS of 230 answers",
            evidence={"surveys": _recommended(23)},
        ),
        Example(
            Outcome.PARTLY_MET,
            "An NPS of 110 answers",
            evidence={"surveys": _recommended(11)},
        ),
        Example(
            Outcome.NOT_MET,
            "An NPS of 100 answers",
            evidence={"surveys": _recommended(10)},
        ),
        Example(Outcome.MET, "A share of 382 answers", evidence=_halved(382)),
        Example(Outcome.PARTLY_MET, "A share of 380 answers", evidence=_halved(380)),
        Example(Outcome.PARTLY_MET, "A share of 94 answers", evidence=_halved(94)),
        Example(Outcome.NOT_MET, "A share of 92 answers", evidence=_halved(92)),
        Example(
            Outcome.NOT_MET,
            "Twenty-nine answers that agree",
            evidence={"surveys": (rows(29, responded_at=in_may(), csat=5),)},
        ),
        Example(
            Outcome.PARTLY_MET,
            "Thirty answers that agree",
            evidence={"surveys": (rows(30, responded_at=in_may(), csat=5),)},
        ),
        Example(
            Outcome.MET,
            "Precise for the level that the metric is of",
            _nps_of_may(level="relationship"),
            evidence={
                "surveys": (
                    *_recommended(30, level="relationship"),
                    *_recommended(5, level="interaction"),
                )
            },
        ),
        Example(
            Outcome.NOT_MET,
            "Precise for one level, not for the other",
            evidence={
                "surveys": (
                    *_recommended(30, level="relationship"),
                    *_recommended(5, level="interaction"),
                )
            },
        ),
        Example(
            Outcome.NOT_MET,
            "Precise as a whole, but the metric is of one segment",
            _nps_of_may(segment="medical-need"),
            evidence={
                "surveys": (
                    *_recommended(50, segment="households"),
                    *_recommended(5, segment="medical-need"),
                )
            },
        ),
        Example(
            Outcome.MET,
            "The metric's own period has answers enough",
            _nps_of_may(segment="households"),
            evidence={
                "surveys": (
                    *_recommended(30, segment="households"),
                    *_recommended(5, segment="medical-need"),
                )
            },
        ),
        Example(
            Outcome.MET,
            "All answered satisfied, on tickets",
            evidence={"tickets": (rows(80, opened_at=in_may(), csat=5),)},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Tickets without an answer",
            evidence={"tickets": (rows(80, opened_at=in_may()),)},
        ),
        Example(Outcome.NOT_ASSESSED, "No tables are attached"),
    ],
)
def scores_are_precise(context: Context) -> Verdict:
    """A score of few answers moves although nothing has changed.

    Quarter after quarter is explained that was chance. Whoever steers by a figure
    must know how far it may be off.
    """
    judged = sorted(_judged(context), key=lambda each: each.badness, reverse=True)
    if not judged:
        return unmeasured(
            message("No table of answers with a share or an NPS is attached.")
        )
    worst = judged[0].outcome
    precise = sum(each.outcome is Outcome.MET for each in judged)
    imprecise = judged[: len(judged) - precise]
    told = [each.told for each in (imprecise or judged)[:TOLD]]
    enough = message(
        "Precise enough: {precise} of {scores}.",
        precise=precise,
        scores=counted(len(judged), "score"),
    )
    return Verdict(
        worst,
        sentences(enough, *told),
        measures=tuple(each.measure for each in judged),
    )


class Precision(NamedTuple):
    """How far a score may be off by chance."""

    label: str
    measure: Measure
    margin: float
    """Points either way."""
    outcome: Outcome
    anecdotal: bool

    @property
    def badness(self) -> tuple[int, bool, float]:
        """The greater, the less precise."""
        return SEVERITY.index(self.outcome), self.anecdotal, self.margin

    @property
    def told(self) -> Message:
        """How precise it is, in a sentence."""
        n = self.measure.n
        if self.anecdotal:
            return message("{score}: anecdotal (n = {n:,}).", score=self.label, n=n)
        return message(
            "{score}: {margin:.1f} points either way (n = {n:,}).",
            score=self.label,
            margin=self.margin,
            n=n,
        )


def _judged(context: Context) -> Iterator[Precision]:
    """Yield every score in use: of metrics by their own rows, of tables by the year."""
    claims, claimed = context.evidence.claims, set[tuple[str, str]]()
    for metric in context.profile.metrics or ():
        found = claims.get(metric.id)
        if found and is_sample(found) and found.unit in POINTS and found.n:
            claimed.add((found.table, found.name))
            yield _precision(context, metric.name or metric.id, found)
    for score in scores(context.evidence):
        measure = score.measure
        if (measure.table, measure.name) not in claimed:
            yield _precision(context, score.label, measure)


def _precision(context: Context, label: str, measure: Measure) -> Precision:
    limits = context.parameters
    low, high = measure.low or 0.0, measure.high or 0.0
    margin = POINTS[measure.unit] * (high - low) / 2
    what = "nps" if measure.unit == "points" else "share"
    outcome = at_most(margin, limits[f"{what}_met"], limits[f"{what}_partly"])
    anecdotal = measure.n < limits["answers"]
    return Precision(
        label, measure, margin, Outcome.NOT_MET if anecdotal else outcome, anecdotal
    )
