"""The rules of the score in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.renderers.figures import per_cent
from auditor.roadmap import EFFORT_COST
from auditor.scoring import (
    BOUNDS,
    MAIN_AREA_MINIMUM,
    SELF_DECLARED_BELOW,
    TOP_LEVEL_ASSURANCE,
)
from auditor.translation import message, say, written

if TYPE_CHECKING:
    from auditor.renderers.view.words import Row

__all__ = ["rules"]

RULES: Final = (
    (
        message("Finding"),
        message(
            "Met earns the whole weight of its severity, partly met the share that is "
            "there (one half where nothing can be counted), not met nothing. What is "
            "not assessed counts neither as met nor as not met; what does not apply "
            "counts nowhere."
        ),
    ),
    (
        message("Score"),
        message(
            "An area's score is the weighted mean over its assessed findings, from 0 "
            "to 100. The total is the mean of the areas, weighted by area."
        ),
    ),
    (
        message("Range"),
        message(
            "The lower end is the score if every unknown criterion were not met, the "
            "upper end if every one were met."
        ),
    ),
    (
        message("Assurance"),
        message(
            "The share of applicable weight that was decided by dated records, counts "
            "or cross-checks rather than by the organisation's own word. It stands "
            "beside the score and is never blended into it."
        ),
    ),
    (
        message("Points"),
        message(
            "A finding costs the points by which the total would rise were it met and "
            "nothing else changed. Together they add up to 100 less the score."
        ),
    ),
    (
        message("Level"),
        message(
            "Indicative, from 1 to 5; levels 2 to 5 begin at {bounds} points. A "
            "critical criterion that is not met bars level 3 and above; a main area "
            "with fewer than {minimum:g} points, or with no score, bars 4 and above; "
            "an assurance below {top} bars 5, and below {declared} the audit is a "
            "self-declared assessment and stops at 2. Bounds and minimums are our "
            "judgement.",
        ),
    ),
    (
        message("Waivers"),
        message(
            "An accepted finding keeps its cost. The score as it would be with "
            "accepted findings met stands beside the score."
        ),
    ),
    (
        message("Roadmap"),
        message(
            "Critical findings first, then those that regain most points for their "
            "effort; a small effort counts {small:g}, a medium one {medium:g}, a large "
            "one {large:g}, which is our judgement.",
        ),
    ),
)
"""The name of each rule, and what it says."""


def rules() -> list[Row]:
    """Return the rules of the score in plain words."""
    costs = {f"{effort}": cost for effort, cost in EFFORT_COST.items()}
    figures = {
        "bounds": ", ".join(written(bound, "g") for bound in BOUNDS),
        "minimum": MAIN_AREA_MINIMUM,
        "top": per_cent(TOP_LEVEL_ASSURANCE),
        "declared": per_cent(SELF_DECLARED_BELOW),
        **costs,
    }
    return [{"name": say(name), "text": say(text, **figures)} for name, text in RULES]
