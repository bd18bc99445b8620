"""A map in larger type still fits on its page."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from auditor.profile.reading import load_profile_value
from auditor.renderers import built_in
from auditor.renderers.view.journeys import journeys
from tests.renderers.reports import report_of

if TYPE_CHECKING:
    from auditor.report import Report

WORDS = "The seal keeper answers a question about tides and boats"


def report_with(stages: int, entries: int) -> Report:
    """Return a report on one journey with so many entries in each stage."""
    described: list[dict[str, Any]] = [
        {
            "id": f"stage-{stage}",
            "name": f"Stage {stage}",
            "expectations": [WORDS],
            "touchpoints": [
                {"id": f"t-{stage}-{n}", "name": f"{WORDS} {n}"}
                for n in range((entries + 1) // 2)
            ],
            "pain_points": [
                {"id": f"p-{stage}-{n}", "description": f"{n} {WORDS}"}
                for n in range(entries // 2)
            ],
        }
        for stage in range(stages)
    ]
    value = {
        "organisation": {"name": "Skerry Ferries"},
        "journeys": [{"id": "crossing", "name": "Crossing", "stages": described}],
    }
    return replace(report_of([]), profile=load_profile_value(value).profile)


def is_roomy(report: Report) -> bool:
    view: Any = journeys(report)
    (only,) = view["journeys"][0]["maps"]
    return bool(only["roomy"])


@pytest.mark.parametrize("stages", [1, 6])
def test_the_fullest_map_in_larger_type_fits_on_one_page(stages: int) -> None:
    fullest = max(n for n in range(1, 20) if is_roomy(report_with(stages, n)))
    pdf = built_in()["pdf"].render(report_with(stages, fullest))
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    assert sum("boats" in page for page in pages) == 1


def test_a_full_map_is_set_in_small_type() -> None:
    assert not is_roomy(report_with(6, 12))
