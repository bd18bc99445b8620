"""Areas of weight 0: shown after the others, and never taken for part of the total."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.finding import Outcome
from auditor.renderers import built_in
from auditor.renderers.order import assessed, total_first
from auditor.renderers.view.areas import headline
from auditor.scoring import scorecard
from tests.findings import AREAS, RUBRIC, finding
from tests.renderers.reports import report_of

if TYPE_CHECKING:
    from auditor.report import Report

BESIDE = "loops"
"""The last area by id but the first of the report, and the worst."""


def report() -> Report:
    """Return a report on three areas, of which the first stands beside the total."""
    weights = {**RUBRIC.area_weights, BESIDE: 0.0}
    rubric = replace(RUBRIC, area_weights=weights)
    card = scorecard(
        [
            finding("LO001", Outcome.NOT_MET, area=BESIDE),
            finding("LO002", Outcome.NOT_ASSESSED, area=BESIDE),
            finding("JC001", Outcome.PARTLY_MET, share=0.5),
            finding("ME001", area="metrics"),
        ],
        AREAS[::-1],
        rubric,
    )
    return replace(
        report_of([]),
        score=card.score,
        areas=card.areas,
        findings=card.findings,
        rubric=rubric,
    )


def test_they_come_last() -> None:
    assert next(area.id for area in report().areas) == BESIDE
    assert [area.id for area in total_first(report())][-1] == BESIDE


def test_they_are_neither_weakest_nor_strongest_and_nothing_rests_on_them() -> None:
    assert headline(report()).startswith("Weakest is Journeys at 50.0")
    assert assessed(report()) == "2 of 2"


def test_what_is_open_there_costs_no_points() -> None:
    for name in ("html", "markdown"):
        page = built_in()[name].render(report()).decode()
        assert "costs no points" in page
        assert "costs 0.0" not in page


def test_the_page_draws_them_under_the_total() -> None:
    page = built_in()["html"].render(report()).decode()
    scores = page.partition("Points lost</th>")[2].partition("</table>")[0]
    assert scores.index("In all") < scores.index("stands beside the total")
    assert "Every criterion that applies could be assessed" in page
