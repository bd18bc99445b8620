"""What templates see of a report: plain values, every figure already in words.

One module for each page. All arithmetic, choice and wording is here, and none of it
in a template; and nothing but texts, numbers, truth values, lists and mappings of
these leaves here, so that a template holds no object whose methods it could call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.renderers.view.areas import areas
from auditor.renderers.view.board import board
from auditor.renderers.view.comparison import changed_findings, comparison
from auditor.renderers.view.contents import LABELS, contents
from auditor.renderers.view.cover import cover
from auditor.renderers.view.engagement import engagement, own_words, signatures
from auditor.renderers.view.evidence import evidence
from auditor.renderers.view.findings import findings
from auditor.renderers.view.journeys import journeys
from auditor.renderers.view.look import look
from auditor.renderers.view.method import method
from auditor.renderers.view.metric_balance import metric_balance
from auditor.renderers.view.owners import owners
from auditor.renderers.view.ownership import ownership
from auditor.renderers.view.roadmap import roadmap
from auditor.renderers.view.said_and_shown import said_and_shown
from auditor.renderers.view.sections import left_out, sections_of
from auditor.renderers.view.sources import sources
from auditor.renderers.view.summary import summary
from auditor.renderers.view.unknowns import notices, unknowns
from auditor.translation import say, spoken_language

if TYPE_CHECKING:
    from auditor.renderers.view.words import View
    from auditor.report import Report

__all__ = ["view_of"]


def view_of(report: Report) -> View:
    """Return all that a template may see of a report, by page."""
    given = report.engagement
    sections = sections_of(given)
    pages: View = {
        "introduction": own_words(given, "introduction"),
        "board": board(report),
        "comparison": comparison(report),
        "changes": changed_findings(report),
        "areas": areas(report),
        "said_and_shown": said_and_shown(report),
        "journeys": journeys(report),
        "ownership": ownership(report),
        "metrics": metric_balance(report),
        "findings": findings(report),
        "roadmap": roadmap(report),
        "unknowns": unknowns(report),
        "notices": notices(report) if report.notices else None,
        "evidence": evidence(report),
        "method": method(report),
        "sources": sources(report),
        "closing": own_words(given, "closing"),
        "signatures": signatures(given),
    }
    return {
        **pages,
        "language": spoken_language().tag,
        "labels": {name: say(label) for name, label in LABELS.items()},
        "cover": cover(report, left_out(given, pages)),
        "contents": contents(pages, sections),
        "sections": list(sections),
        "summary": summary(report, pages),
        "owners": owners(report),
        "engagement": engagement(given),
        "look": look(given),
    }
