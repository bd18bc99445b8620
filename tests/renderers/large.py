"""A report as large and as awkward as any real one: long, crowded, in many scripts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from auditor.bibliography import BROWN, ISO_10004
from auditor.finding import Effort, Outcome, Place, Severity, Verification
from auditor.profile.reading import load_profile_value
from tests.findings import AREAS, finding
from tests.renderers.reports import report_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.finding import Finding
    from auditor.report import Report

__all__ = ["EVERYWHERE", "FINDINGS", "SCRIPTS", "STAGES", "TOUCHPOINTS", "large_report"]

FINDINGS = 200
STAGES = 12
TOUCHPOINTS = 40
EVERYWHERE = (
    "Πελάτης που περιμένει",
    "Ærøskøbing Čeština Łódź",
    "Клиент ждёт ответа",
    "W" * 300,
    "A sentence that goes on and on, " * 12,
)
"""Texts for which every system with DejaVu or Liberation has the glyphs."""
SCRIPTS = (
    *EVERYWHERE,
    "客户体验与服务之间的差别",
    "تجربة العميل من البداية",
    "Smile 😀 and family 👩‍👩‍👧",
)


def large_report(texts: Sequence[str] = SCRIPTS) -> Report:
    """Return a report with 200 findings on a profile with 40 touchpoints a journey."""
    every = [_finding(index, texts) for index in range(FINDINGS)]
    profile = load_profile_value(_profile(texts)).profile
    return replace(report_of(every, "Große AG"), profile=profile)


def _text(index: int, texts: Sequence[str]) -> str:
    return texts[index % len(texts)]


def _finding(index: int, texts: Sequence[str]) -> Finding:
    """Return one of many findings, all outcomes, severities and efforts in turn."""
    area = AREAS[index % len(AREAS)]
    outcome = list(Outcome)[index % len(Outcome)]
    made = finding(
        f"{area.id[:2].upper()}{index:03}",
        outcome,
        area=area.id,
        severity=list(Severity)[index % 4],
        effort=list(Effort)[index % 3],
        share=0.4 if outcome is Outcome.PARTLY_MET else None,
        verified_by=list(Verification)[index % 4],
    )
    places = tuple(
        Place(f"/journeys/0/stages/{n}", _text(n, texts)) for n in range(index % 9)
    )
    return replace(
        made,
        title=f"Criterion {index}: {_text(index, texts)[:120]}",
        reason=f"Reason {index}: {_text(index + 1, texts)}",
        advice=f"Advice {index}: {_text(index + 2, texts)}",
        where=places,
        contradicted=index % 29 == 0,
        sources=(BROWN, ISO_10004),
    )


def _profile(texts: Sequence[str]) -> dict[str, Any]:
    departments = [
        {
            "id": f"department-{n}",
            "name": f"{n} {_text(n, texts)}"[:200],
            "cx_responsibilities": [_text(n + 1, texts)],
        }
        for n in range(18)
    ]
    journeys = [_journey(name, texts) for name in ("first", "second")]
    metrics = [
        {
            "id": f"metric-{n}",
            "name": f"{n} {_text(n, texts)}",
            "kind": ["nps", "csat", "wait_time", "churn", "custom"][n % 5],
            "value": 12345.678 * n,
            "unit": _text(n, texts)[:40],
            "headline": n % 3 == 0,
            "target": {"value": n * 1000, "by": "2027-12-31"},
            "owner": f"department-{n % 18}",
        }
        for n in range(45)
    ]
    return {
        "organisation": {"name": "Große AG", "vision": _text(3, texts)},
        "departments": departments,
        "journeys": journeys,
        "metrics": metrics,
    }


def _journey(name: str, texts: Sequence[str]) -> dict[str, Any]:
    return {
        "id": name,
        "name": f"The {name} journey: {_text(len(name), texts)}",
        "scenario": _text(7, texts),
        "stages": [_stage(name, n, texts) for n in range(STAGES)],
    }


def _stage(journey: str, number: int, texts: Sequence[str]) -> dict[str, Any]:
    touchpoints = range(number, TOUCHPOINTS, STAGES)
    return {
        "id": f"{journey}-{number}",
        "name": _text(number, texts),
        "owner": f"department-{number}" if number % 4 else None,
        "emotion": {"score": number % 5 - 2} if number % 3 else None,
        "expectations": [_text(number + 2, texts)],
        "touchpoints": [_touchpoint(journey, n, texts) for n in touchpoints],
        "pain_points": [
            {
                "id": f"{journey}-{number}-{n}",
                "description": _text(n, texts),
                "impact": "high",
            }
            for n in range(number % 4)
        ],
    }


def _touchpoint(journey: str, number: int, texts: Sequence[str]) -> dict[str, Any]:
    return {
        "id": f"{journey}-touchpoint-{number}",
        "name": f"{number} {_text(number, texts)}",
        "owner": f"department-{number % 18}" if number % 5 else None,
        "moment_of_truth": number % 6 == 0,
        "metrics": ["metric-1", "metric-2"] if number % 3 == 0 else [],
    }
