"""Findings, areas and rubrics for tests of all that is done with findings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from auditor.checks import Area
from auditor.finding import (
    SCORED,
    AppliedWaiver,
    Effort,
    Finding,
    Outcome,
    Severity,
    Verification,
)
from auditor.rubric import Rubric

if TYPE_CHECKING:
    from collections.abc import Mapping

AREAS = tuple(
    Area(id_, id_.title(), "", weight, (), main=True)
    for id_, weight in {"journeys": 20.0, "metrics": 15.0, "loops": 25.0}.items()
)
RUBRIC = Rubric(
    area_weights={area.id: area.weight for area in AREAS},
    main_areas=frozenset(area.id for area in AREAS),
)


def rubric_with(weights: Mapping[str, float]) -> Rubric:
    return Rubric(area_weights=dict(weights), main_areas=RUBRIC.main_areas)


def finding(  # noqa: PLR0913 - a test sets the few that it is about
    check: str = "JC001",
    outcome: Outcome = Outcome.MET,
    *,
    area: str = "journeys",
    severity: Severity = Severity.MEDIUM,
    effort: Effort = Effort.SMALL,
    share: float | None = None,
    verified_by: Verification = Verification.ARTEFACT,
    waiver: AppliedWaiver | None = None,
) -> Finding:
    return Finding(
        check=check,
        area=area,
        title="A good practice",
        severity=severity,
        effort=effort,
        outcome=outcome,
        reason="Because.",
        advice="Do it.",
        verified_by=verified_by,
        share=share,
        waiver=waiver,
    )


@st.composite
def findings(draw: st.DrawFn, outcomes: frozenset[Outcome] | None = None) -> Finding:
    """Return a finding without an id of its own."""
    outcome = draw(st.sampled_from(sorted(outcomes or Outcome)))
    partly = outcome is Outcome.PARTLY_MET
    return finding(
        outcome=outcome,
        area=draw(st.sampled_from([area.id for area in AREAS])),
        severity=draw(st.sampled_from(Severity)),
        effort=draw(st.sampled_from(Effort)),
        share=draw(st.none() | st.floats(0, 1)) if partly else None,
        verified_by=draw(st.sampled_from(Verification)),
    )


def numbered(drawn: list[Finding]) -> list[Finding]:
    """Return the findings with an id each."""
    return [replace(one, check=f"XX{n:03}") for n, one in enumerate(drawn)]


def many(
    least: int = 0, outcomes: frozenset[Outcome] | None = None
) -> st.SearchStrategy[list[Finding]]:
    """Return a strategy for lists of findings with distinct ids."""
    return st.lists(findings(outcomes), min_size=least, max_size=25).map(numbered)


__all__ = ["AREAS", "RUBRIC", "SCORED", "finding", "findings", "many", "rubric_with"]
