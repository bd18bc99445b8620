"""One open finding as a SARIF result."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from auditor.renderers.figures import price
from auditor.renderers.order import OUTCOMES
from auditor.renderers.sarif.rules import LEVELS
from auditor.renderers.sarif.text import message

if TYPE_CHECKING:
    from auditor.finding import Finding
    from auditor.renderers.sarif.places import Files
    from auditor.report import Report

__all__ = ["result"]

MOST_PLACES: Final = 50
"""Ours: places beside the first; the JSON result has them all."""
DECIMALS: Final = 6


def result(
    report: Report, finding: Finding, number: int, files: Files
) -> dict[str, Any]:
    """Return the result of a finding.

    Args:
        report: The report.
        finding: The finding.
        number: The place of its rule among the rules.
        files: How files are addressed.
    """
    placed = sorted(finding.where, key=lambda place: place.position is None)
    places = [entry for place in placed for entry in files.place(place)]
    found: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": number,
        "kind": "fail",
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        # GitHub refuses a result without a place: the profile itself is one.
        "locations": places[:1] or files.location("", None),
        "partialFingerprints": _fingerprints(report, finding),
        "properties": {
            "area": finding.area,
            "outcome": str(finding.outcome),
            "severity": str(finding.severity),
            "effort": str(finding.effort),
            "contradicted": finding.contradicted,
            "pointsLost": round(finding.points_lost, DECIMALS),
            "verifiedBy": str(finding.verified_by),
            "measures": [message(id_) for id_ in finding.measures],
        },
    }
    if others := places[1 : 1 + MOST_PLACES]:
        found["relatedLocations"] = [
            {"id": number, **place} for number, place in enumerate(others, 1)
        ]
    return found


def _message(finding: Finding) -> str:
    """Return what is wrong, why, what it costs and what to do."""
    disproved = ", a claim is contradicted" if finding.contradicted else ""
    return message(
        f"{finding.title}: {OUTCOMES[finding.outcome]}{disproved}. {finding.reason} "
        f"It {price(finding.points_lost)}. What to do: {finding.advice}"
    )


def _fingerprints(report: Report, finding: Finding) -> dict[str, str]:
    """Return what stays the same while the profile is edited around the finding.

    A check has one finding in an audit, so its id and the organisation tell it.
    `primaryLocationLineHash` is the name that GitHub looks for.
    """
    told = f"{report.subject.organisation}\n{finding.check}"
    digest = sha256(told.encode(errors="replace")).hexdigest()
    return {
        "cxauditCriterion/v1": digest,
        "primaryLocationLineHash": f"{digest[:16]}:1",
    }
