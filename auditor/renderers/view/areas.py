"""Score by area: where the organisation is weak and where it is strong."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from auditor.finding import Outcome
from auditor.renderers.figures import UNKNOWN, barred, cost, per_cent, points, span
from auditor.renderers.order import assessed, count_outcomes, total_first
from auditor.renderers.view.charts import bar
from auditor.renderers.view.words import OUTCOMES
from auditor.translation import say, say_plural, written

if TYPE_CHECKING:
    from auditor.renderers.view.words import View
    from auditor.report import Report
    from auditor.scoring import AreaScore

__all__ = ["area_anchor", "areas", "bearing"]


def area_anchor(report: Report, area: str) -> str:
    """Return the anchor of an area; a number, as a plugin may choose any id."""
    ids = [entry.id for entry in report.areas]
    return f"area-{ids.index(area) + 1}" if area in ids else "areas"


def areas(report: Report) -> View:
    """Return the view of the scores by area."""
    score = report.score
    every = count_outcomes(report.findings)
    shown = [o for o in OUTCOMES if every[o] or o is not Outcome.ERROR]
    return {
        "headline": headline(report),
        "rows": [_row(report, area) for area in report.areas if area.weight],
        "beside": [_row(report, area) for area in report.areas if not area.weight],
        "outcomes": [say(OUTCOMES[outcome]) for outcome in shown],
        "counts": [_counts(report, area, shown) for area in total_first(report)],
        "gates": [
            {"level": say("At most level {level}", level=level), "reason": reasons}
            for level, reasons in barred(score.gates)
        ],
        "total": {
            "title": say("In all"),
            "bar": bar(score.low, score.total, score.high),
            "score": points(score.total),
            "range": span(score.low, score.high),
            "assurance": per_cent(score.assurance),
            "assessed": assessed(report),
            "lost": cost(fsum(finding.points_lost for finding in report.findings)),
        },
    }


def headline(report: Report) -> str:
    """Return which areas stand out, as a sentence."""
    weighed = [area for area in report.areas if area.weight]
    # Of areas that stand alike the same ones are named in every language.
    scored = sorted(
        (area.score, area.title) for area in weighed if area.score is not None
    )
    if not scored:
        return say("No area could be scored")
    (worst, weakest), (best, strongest) = scored[0], scored[-1]
    if len(scored) == 1:
        return say_plural(
            "{area}: {score}; {n:,} area could not be scored",
            "{area}: {score}; {n:,} areas could not be scored",
            len(weighed) - len(scored),
            area=say(weakest),
            score=points(worst),
        )
    if points(worst) == points(best):
        return say(
            "Each area that could be scored stands at {score}", score=points(worst)
        )
    return say(
        "Weakest is {weakest} at {low}, strongest {strongest} at {high}",
        weakest=say(weakest),
        low=points(worst),
        strongest=say(strongest),
        high=points(best),
    )


def _row(report: Report, area: AreaScore) -> View:
    lost = fsum(f.points_lost for f in report.findings if f.area == area.id)
    return {
        "anchor": area_anchor(report, area.id),
        "title": say(area.title),
        "note": bearing(area),
        "bar": bar(area.low, area.score, area.high),
        "known": area.score is not None,
        "score": points(area.score),
        "range": span(area.low, area.high),
        "assurance": per_cent(area.assurance),
        "assessed": say("{part} of {whole}", part=area.assessed, whole=area.applicable),
        "lost": cost(lost) if area.score is not None else say(UNKNOWN),
    }


def _counts(report: Report, area: AreaScore, shown: list[Outcome]) -> View:
    """Return how many findings of an area have each outcome."""
    mine = count_outcomes(f for f in report.findings if f.area == area.id)
    numbers = [written(mine[outcome]) for outcome in shown]
    return {"title": say(area.title), "numbers": numbers}


def bearing(area: AreaScore) -> str:
    """Return how an area bears on the total."""
    if not area.weight:
        return say("stands beside the total")
    if not area.main:
        return say("weight {weight:g}, supplement", weight=area.weight)
    return say("weight {weight:g}", weight=area.weight)
