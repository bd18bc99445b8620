"""An OSCAL document of assessment results (NIST, OSCAL 1.2.3), in JSON.

What OSCAL calls a control is a criterion here. A criterion that was judged is a
finding, satisfied only where it is met; one that was not judged, for whatever reason,
is an observation alone: OSCAL has no word for what nobody knows. An open finding is a
risk, and what to do about it a response.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from auditor.finding import Outcome
from auditor.renderers.order import OUTCOMES, accepted, count_outcomes, with_outcome
from auditor.renderers.oscal.findings import finding, observation, risk
from auditor.renderers.oscal.values import day, identity, line, markup, props
from auditor.renderers.view.places import profile_name

if TYPE_CHECKING:
    from auditor.report import Report

__all__ = ["OSCAL_VERSION", "OscalRenderer"]

OSCAL_VERSION: Final = "1.2.3"
DECIMALS: Final = 6


class OscalRenderer:
    """Renders a report as OSCAL assessment results."""

    format: str = "oscal"
    suffix: str = ".oscal.json"

    def render(self, report: Report) -> bytes:
        """Return the document in UTF-8."""
        document = {"assessment-results": _results(report)}
        return (json.dumps(document, indent=2, ensure_ascii=True) + "\n").encode()


def _results(report: Report) -> dict[str, Any]:
    rubric = identity("rubric", report.rubric.digest())
    return {
        "uuid": identity("document", *_content(report)),
        "metadata": _metadata(report),
        "import-ap": {
            "href": f"#{rubric}",
            "remarks": "The rubric takes the place of an assessment plan.",
        },
        "results": [_result(report)],
        "back-matter": {"resources": _resources(report, rubric)},
    }


def _content(report: Report) -> list[str]:
    """Return what makes this document another one than its predecessor."""
    tables = [table.info.sha256 for table in report.evidence.tables]
    return [
        report.version,
        report.subject.organisation,
        report.subject.sha256,
        report.rubric.digest(),
        str(report.as_of),
        *tables,
    ]


def _metadata(report: Report) -> dict[str, Any]:
    """Return who made the document, and of whom it tells."""
    organisation = report.subject.organisation
    party = identity("organisation", organisation)
    return {
        "title": line(f"{report.title}: {organisation}"),
        "last-modified": day(report.as_of),
        "version": str(report.as_of),
        "oscal-version": OSCAL_VERSION,
        "props": props({"tool": f"cxaudit {report.version}"}),
        "roles": [{"id": "assessed", "title": "The organisation that was audited"}],
        "parties": [
            {
                "uuid": party,
                "type": "organization",
                "name": _name(organisation),
            }
        ],
        "responsible-parties": [{"role-id": "assessed", "party-uuids": [party]}],
    }


def _name(organisation: str) -> str:
    return "".join(p["value"] for p in props({"name": organisation})) or "Unnamed"


def _result(report: Report) -> dict[str, Any]:
    """Return the one result: everything that was observed, found and advised."""
    scored = [each for each in report.findings if each.scored]
    ranks = {step.check: step.rank for step in report.roadmap}
    parts = {
        "observations": [observation(report, each) for each in report.findings],
        "risks": [
            risk(report, each, ranks.get(each.check)) for each in scored if each.open
        ],
        "findings": [finding(report, each) for each in scored],
    }
    return {
        "uuid": identity("result", *_content(report)),
        "title": line(report.title),
        "description": markup(_told(report)),
        "start": day(report.as_of),
        "end": day(report.as_of),
        "props": props(_figures(report)),
        "reviewed-controls": _reviewed(report),
        **{name: part for name, part in parts.items() if part},
    }


def _told(report: Report) -> str:
    """Return how the findings came out, in a sentence."""
    counts = count_outcomes(report.findings).items()
    told = ", ".join(f"{n} {OUTCOMES[outcome]}" for outcome, n in counts if n)
    return f"{len(report.findings)} criteria of customer experience: {told or 'none'}."


def _figures(report: Report) -> dict[str, object]:
    """Return the score, and how many findings came out how."""
    score = report.score
    counts = count_outcomes(report.findings)
    return {
        "score": _rounded(score.total),
        "score-low": _rounded(score.low),
        "score-high": _rounded(score.high),
        "assurance": _rounded(score.assurance),
        "level": score.level,
        "score-with-waivers": _rounded(score.with_waivers),
        "accepted": sum(f.open and accepted(f) for f in report.findings),
        **{f"outcome-{outcome.replace('_', '-')}": n for outcome, n in counts.items()},
        **{f"area-{area.id}": _rounded(area.score) for area in report.areas},
        "incomplete": str(report.incomplete).lower(),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)


def _reviewed(report: Report) -> dict[str, Any]:
    """Return the criteria that were judged, and those that do not apply."""
    excluded = {f.check for f in with_outcome(report.findings, Outcome.NOT_APPLICABLE)}
    included = [f.check for f in report.findings if f.check not in excluded]
    selection: dict[str, Any] = {"description": "Criteria of the rubric, by id."}
    if included:
        selection["include-controls"] = [{"control-id": id_} for id_ in included]
    else:
        selection["include-all"] = {}
    if excluded:
        selection["exclude-controls"] = [{"control-id": i} for i in sorted(excluded)]
    return {"control-selections": [selection]}


def _resources(report: Report, rubric: str) -> list[dict[str, Any]]:
    """Return what the document rests on, with digests."""
    named = report.rubric.label
    resources = [
        {
            "uuid": rubric,
            "title": line(f"Rubric {named}"),
            "props": props({"sha256": report.rubric.digest()}),
        },
        {
            "uuid": identity("profile", report.subject.sha256 or "none"),
            "title": line(f"Profile {profile_name(report) or 'not read from a file'}"),
            "props": props({"sha256": report.subject.sha256, "kind": "profile"}),
        },
    ]
    for table in report.evidence.tables:
        info = table.info
        resources.append(
            {
                "uuid": identity("evidence", info.id, info.sha256),
                "title": line(f"Evidence {info.id}"),
                "props": props(
                    {"sha256": info.sha256, "kind": info.kind, "rows": info.rows}
                ),
            }
        )
    return resources
