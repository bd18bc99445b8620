"""The page for the board: where we stand, what matters most, what is in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.grading import counted
from auditor.renderers.figures import level_of, per_cent, points, span
from auditor.renderers.order import accepted, areas_by_id, met, worst_first
from auditor.renderers.view.charts import scale
from auditor.renderers.view.words import (
    OUTCOMES,
    SEVERITIES,
    VERIFICATIONS,
    cost,
    short,
)
from auditor.scoring import BOUNDS

if TYPE_CHECKING:
    from auditor.finding import Finding
    from auditor.renderers.view.words import View
    from auditor.report import Report

__all__ = ["board"]

PRIORITIES: Final = 3
"""The issue of one page: a board acts on three things, not on thirty."""
STRENGTHS: Final = 4
WIDE_OPEN: Final = 50.0
"""Ours: points of range beyond which a score is no headline."""
LONGEST_REASON: Final = 260
"""Ours: characters of a reason on this page; the findings have it whole."""


def board(report: Report) -> View:
    """Return the view of the page for the board."""
    score = report.score
    open_ = [f for f in worst_first(report.findings) if not accepted(f)]
    return {
        "headline": headline(report),
        "scale": scale(score.low, score.total, score.high),
        "score": points(score.total),
        "known": score.total is not None,
        "span": span(score.low, score.high),
        "range_note": _range(report),
        "assurance": per_cent(score.assurance),
        "assurance_note": (
            "of the weight was decided by dated records, counts or cross-checks; the "
            "rest is the organisation's own word or unknown."
        ),
        "level": level_of(score),
        "gates": _gates(report),
        "no_gate": _next_level(report),
        "waivers": _waivers(report),
        "priorities": [_priority(report, finding) for finding in open_[:PRIORITIES]],
        "more": _more(len(open_) - PRIORITIES),
        "strengths": [_strength(f) for f in met(report.findings)[:STRENGTHS]],
    }


def headline(report: Report) -> str:
    """Return the message of the page as a sentence."""
    score = report.score
    name = short(report.subject.organisation, 60)
    if score.total is None:
        return f"Nothing could be assessed yet at {name}"
    low, high = score.low or 0.0, score.high or 0.0
    if high - low > WIDE_OPEN:
        return f"Too little is known to place {name}: {span(low, high)} is possible"
    return f"{name} scores {points(score.total)} of 100, level {level_of(score)}"


def _range(report: Report) -> str:
    score = report.score
    unknown = sum(f.outcome in {"not_assessed", "error"} for f in report.findings)
    if score.total is None:
        return "Nothing is known, so everything is possible."
    if not unknown:
        return "Every criterion that applies could be assessed."
    questions = counted(unknown, "criterion", "criteria")
    return f"depending on {questions} that could not be assessed."


def _gates(report: Report) -> list[str]:
    """Return what holds the level where it is; the score by area tells of all."""
    score = report.score
    held = [gate.reason for gate in score.gates if gate.level == score.level]
    return ["Held there:", *held] if held else []


def _next_level(report: Report) -> str:
    """Return what the score alone would have to reach for the next level."""
    level = report.score.level
    if level is None:
        return "No level without a score."
    if level > len(BOUNDS):
        return "The highest level."
    return f"Level {level + 1} begins at {BOUNDS[level - 1]:g} points."


def _waivers(report: Report) -> str:
    """Return the score both ways, where something was accepted."""
    number = sum(accepted(finding) for finding in report.findings if finding.open)
    if not number or report.score.total is None:
        return ""
    findings = counted(number, "accepted finding")
    return (
        f"With {findings} counted as met it would be "
        f"{points(report.score.with_waivers)}; the score takes no notice of waivers."
    )


def _priority(report: Report, finding: Finding) -> View:
    rank = {step.check: step.rank for step in report.roadmap}.get(finding.check)
    return {
        "anchor": f"check-{finding.check}",
        "check": finding.check,
        "title": short(finding.title, 120),
        "area": areas_by_id(report).get(finding.area, finding.area),
        "reason": short(finding.reason, LONGEST_REASON),
        "outcome": OUTCOMES[finding.outcome],
        "severity": SEVERITIES[finding.severity],
        "critical": finding.severity == "critical",
        "contradicted": finding.contradicted,
        "points": cost(finding.points_lost),
        "effort": str(finding.effort),
        "rank": "" if rank is None else f"Step {rank} of the roadmap",
    }


def _more(number: int) -> str:
    if number <= 0:
        return ""
    return f"{counted(number, 'more open finding')} follow in the areas."


def _strength(finding: Finding) -> View:
    return {
        "anchor": f"check-{finding.check}",
        "check": finding.check,
        "title": short(finding.title, 110),
        "verified": VERIFICATIONS[finding.verified_by],
    }
