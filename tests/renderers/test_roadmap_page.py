"""The page of the roadmap: what the level does on the way."""

from __future__ import annotations

from auditor.finding import Finding, Outcome, Severity, Verification
from auditor.renderers.view.roadmap import headline, levels
from tests.findings import AREAS, finding
from tests.renderers.reports import report_of


def everywhere(outcome: Outcome, by: Verification) -> list[Finding]:
    """Return a weighty finding met in each area, and one as light as told."""
    return [
        made
        for area in AREAS
        for made in (
            finding(
                f"{area.id[:2].upper()}001",
                area=area.id,
                severity=Severity.CRITICAL,
                verified_by=by,
            ),
            finding(f"{area.id[:2].upper()}002", outcome, area=area.id, verified_by=by),
        )
    ]


def test_it_says_with_which_step_the_level_changes() -> None:
    report = report_of(everywhere(Outcome.NOT_MET, Verification.ARTEFACT))
    assert report.score.level == 3
    assert levels(report) == "The level becomes 4 with step 1, 5 with step 2."


def test_it_says_what_holds_the_level_when_all_is_done() -> None:
    report = report_of(everywhere(Outcome.NOT_MET, Verification.DECLARED))
    assert levels(report) == (
        "The level stays at 2, and is held there: Records decide less than 30 % of "
        "the weight."
    )


def test_nothing_is_said_where_nothing_is_to_be_done_or_known() -> None:
    assert not levels(report_of(everywhere(Outcome.MET, Verification.ARTEFACT)))
    assert not levels(report_of([]))


def test_without_a_score_the_title_promises_no_rise() -> None:
    open_ = finding("DQ003", Outcome.NOT_MET, area="assurance")
    report = report_of([open_])
    assert report.score.total is None
    assert headline(report) == (
        "1 open finding to mend, and no score yet that it could raise"
    )
