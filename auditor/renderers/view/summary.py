"""The second page for the board, and the head of both: the same figures, fewer rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from auditor.renderers.plain import short
from auditor.renderers.view import unknowns
from auditor.renderers.view.board import further
from auditor.translation import say, say_plural

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.renderers.view.words import View
    from auditor.report import Report

__all__ = ["summary"]

STEPS: Final = 5
MOST_AREAS: Final = 10
"""Ours, both: what two pages hold besides the page for the board itself."""
LONGEST_TITLE: Final = 90
"""Ours: characters of a step's title."""


def summary(report: Report, pages: Mapping[str, Any]) -> View:
    """Return the view of what a board reads besides its page.

    Args:
        report: The report.
        pages: The views of the full report, from which everything is taken.
    """
    steps = pages["roadmap"]["steps"]
    more = len(steps) - STEPS
    return {
        "masthead": {"title": say("{title}: for the board", title=report.title)},
        "board": {**pages["board"], "more": _more(report)},
        "areas": _fewer(pages["areas"]),
        "roadmap": pages["roadmap"]["headline"],
        "steps": [
            {**step, "title": short(step["title"], LONGEST_TITLE)}
            for step in steps[:STEPS]
        ],
        "more_steps": say_plural(
            "{n:,} more step in the full report.",
            "{n:,} more steps in the full report.",
            more,
        )
        if more > 0
        else "",
        "unknown": unknowns.headline(report),
        "rest": say(
            "Every figure here stands in the full report too, with its reason, its "
            "place in the profile and its source."
        ),
    }


def _more(report: Report) -> str:
    """Return where the other open findings are."""
    more = further(report)
    if not more:
        return ""
    return say_plural(
        "{n:,} more open finding is in the full report.",
        "{n:,} more open findings are in the full report.",
        more,
    )


def _fewer(areas: Mapping[str, Any]) -> View:
    """Return the scores by area, with no more rows than a page holds."""
    rows, beside = areas["rows"], areas["beside"]
    room = max(MOST_AREAS - len(rows), 0)
    more = len(rows) + len(beside) - len(rows[:MOST_AREAS]) - len(beside[:room])
    return {
        **areas,
        "rows": rows[:MOST_AREAS],
        "beside": beside[:room],
        "more": say_plural(
            "{n:,} more area in the full report.",
            "{n:,} more areas in the full report.",
            more,
        )
        if more
        else "",
    }
