"""One finding of ours as OSCAL has it: what was observed, found, and can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from auditor.finding import Outcome, Verification
from auditor.renderers.finding_measures import figures_of
from auditor.renderers.order import OUTCOMES, accepted
from auditor.renderers.oscal.values import NAMESPACE, day, identity, line, markup, props
from auditor.renderers.view.places import place

if TYPE_CHECKING:
    from auditor.finding import Finding
    from auditor.report import Report

__all__ = ["finding", "observation", "risk"]

METHODS: Final = {
    Verification.DECLARED: "INTERVIEW",
    Verification.ARTEFACT: "EXAMINE",
    Verification.COMPUTED: "TEST",
    Verification.CROSS_CHECK: "TEST",
}
"""NIST's three methods: asking, reading, and holding against what really happens."""
UNKNOWN: Final = "UNKNOWN"
MOST_PLACES: Final = 50
MOST_MEASURES: Final = 50
DECIMALS: Final = 6
REASONS: Final = {
    Outcome.MET: "pass",
    Outcome.PARTLY_MET: "other",
    Outcome.NOT_MET: "fail",
}


def observation(report: Report, each: Finding) -> dict[str, Any]:
    """Return what was observed of a criterion, whether or not it could be judged."""
    observed: dict[str, Any] = {
        "uuid": _identity(report, each, "observation"),
        "title": line(f"{each.check} {each.title}"),
        "description": markup(each.reason),
        "props": props(_properties(each)),
        "methods": [METHODS[each.verified_by] if each.scored else UNKNOWN],
        "types": ["control-objective"],
        "collected": day(report.as_of),
    }
    if evidence := _evidence(report, each):
        observed["relevant-evidence"] = evidence
    return observed


def _properties(each: Finding) -> dict[str, object]:
    share = None if each.share is None else round(each.share, DECIMALS)
    return {
        "check": each.check,
        "area": each.area,
        "outcome": OUTCOMES[each.outcome].replace(" ", "-"),
        "severity": each.severity,
        "effort": each.effort,
        "contradicted": str(each.contradicted).lower(),
        "share": share,
        "points-lost": round(each.points_lost, DECIMALS),
        "accepted": str(accepted(each)).lower(),
    }


def _evidence(report: Report, each: Finding) -> list[dict[str, Any]]:
    """Return the places in the profile and the figures that it rests on."""
    places = dict.fromkeys(place(report, where) for where in each.where[:MOST_PLACES])
    figures = figures_of(report, each, MOST_MEASURES)
    return [{"description": markup(text)} for text in (*places, *figures)]


def finding(report: Report, each: Finding) -> dict[str, Any]:
    """Return a finding: a criterion that is satisfied, or is not."""
    met = each.outcome is Outcome.MET
    found: dict[str, Any] = {
        "uuid": _identity(report, each, "finding"),
        "title": line(f"{each.check} {each.title}"),
        "description": markup(each.reason),
        "target": {
            "type": "objective-id",
            "target-id": each.check,
            "status": {
                "state": "satisfied" if met else "not-satisfied",
                "reason": REASONS[each.outcome],
            },
        },
        "related-observations": [_observed(report, each)],
    }
    if each.open:
        found["related-risks"] = [{"risk-uuid": _identity(report, each, "risk")}]
    return found


def risk(report: Report, each: Finding, rank: int | None) -> dict[str, Any]:
    """Return an open finding as a risk, with what to do about it.

    Args:
        report: The report.
        each: The finding.
        rank: Its step of the roadmap; none where it was accepted.
    """
    waiver = each.waiver if accepted(each) else None
    entry: dict[str, Any] = {
        "uuid": _identity(report, each, "risk"),
        "title": line(each.title),
        "description": markup(each.reason),
        "statement": markup(each.reason),
        "props": props({"severity": each.severity, "step": rank}),
        "status": "deviation-approved" if waiver else "open",
        "related-observations": [_observed(report, each)],
    }
    if each.advice:
        entry["remediations"] = [
            {
                "uuid": _identity(report, each, "response"),
                "lifecycle": "recommendation",
                "title": line(f"Meet {each.check}"),
                "description": markup(each.advice),
                "props": [
                    {"name": "type", "value": "mitigate"},
                    {"name": "effort", "ns": NAMESPACE, "value": str(each.effort)},
                ],
            }
        ]
    if waiver and waiver.expires:
        told = f"Accepted by {waiver.approver}: {waiver.reason}"
        entry["deadline"] = day(waiver.expires)
        entry["risk-log"] = {
            "entries": [
                {
                    "uuid": _identity(report, each, "waiver"),
                    "title": "Accepted",
                    "description": markup(told),
                    "start": day(report.as_of),
                    "status-change": "deviation-approved",
                }
            ]
        }
    return entry


def _observed(report: Report, each: Finding) -> dict[str, str]:
    return {"observation-uuid": _identity(report, each, "observation")}


def _identity(report: Report, each: Finding, kind: str) -> str:
    return identity("organisation", report.subject.organisation, kind, each.check)
