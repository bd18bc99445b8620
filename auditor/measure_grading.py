"""Words of judgement for measures: which may be judged, how, and how they read.

A share of a sample is met if the share itself reaches the threshold, and not met only
if its whole interval stays below: between the two, the sample does not tell. A share of
all records is compared as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.evidence.lengths_of_time import unit_of_time
from auditor.evidence.statistics.minimums import JUDGED_FROM
from auditor.finding import Outcome, Verdict
from auditor.grading import at_least, at_most, counted

if TYPE_CHECKING:
    from auditor.checks import Context
    from auditor.evidence import Measure

__all__ = ["JUDGED_FROM", "graded", "measured", "shown", "unmeasured"]

UNITS: Final = {"share": (100.0, " %"), "points": (1.0, " points")}
"""By what a figure is multiplied and what follows it, by unit; other units are named in
the sentence."""


def unmeasured(reason: str) -> Verdict:
    """Return that nothing can be said without better tables of evidence."""
    return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("evidence",))


def measured(
    context: Context,
    kind: str,
    name: str,
    statistic: str = "share",
    *,
    least: int = JUDGED_FROM,
    **by: str,
) -> Measure | Verdict:
    """Return a measure that may be judged, or why there is none.

    Args:
        context: What the check sees.
        kind: The kind of table.
        name: What is measured.
        statistic: Which figure of it.
        least: Rows that must be behind it.
        **by: The group; the whole without any.
    """
    found = context.evidence.measure(kind, name, statistic, **by)
    if found is not None and not found.n:
        why = ", ".join(f"{reason} ({n:,})" for reason, n in found.excluded.items())
        return unmeasured(f"No row of {found.table} counts: {why or 'it has none'}.")
    if found is None or found.value is None:
        lacking = context.evidence.lacking(kind, name)
        return unmeasured(lacking or f"The table of {kind} does not tell.")
    if found.n < least:
        rows, count = counted(found.n, "row"), "counts" if found.n == 1 else "count"
        return unmeasured(f"Only {rows} of {found.table} {count}: {least} are needed.")
    return found


def graded(
    context: Context,
    measure: Measure,
    reason: str,
    *,
    sample: bool = False,
    fewer: bool = False,
) -> Verdict:
    """Grade a measure by the check's parameters `met` and `partly`.

    Args:
        context: What the check sees.
        measure: A measure that has a value.
        reason: A sentence; `{figure}` stands for the figure with its interval and n.
        sample: Whether the rows are a sample of what is judged, as answers are; all
            tickets or complaints are no sample.
        fewer: Whether less is better.
    """
    met, partly = context.parameters["met"], context.parameters["partly"]
    value = measure.value or 0.0
    grade = at_most if fewer else at_least
    outcome = grade(value, met, partly)
    best = measure.low if fewer else measure.high
    if sample and outcome is Outcome.NOT_MET and best is not None:
        possible = grade(best, met, partly)
        outcome = Outcome.NOT_MET if possible is Outcome.NOT_MET else Outcome.PARTLY_MET
    return Verdict(
        outcome,
        reason.replace("{figure}", shown(measure, interval=sample)),
        share=value if measure.unit == "share" and not fewer else None,
        measures=(measure,),
    )


def shown(measure: Measure, *, interval: bool = True) -> str:
    """Return a figure as a sentence says it: "82.1 % (77.5 to 86.0 %, n = 312)".

    Args:
        measure: The figure.
        interval: Whether its 95 % interval is told, where it has one.
    """
    if measure.value is None:
        return f"unknown (n = {measure.n:,})"
    times, unit = _unit(measure.unit, measure.value)
    value, n = f"{times * measure.value:,.1f}{unit}", f"n = {measure.n:,}"
    if not interval or measure.low is None or measure.high is None:
        return f"{value} ({n})"
    low, high = (f"{times * end:,.1f}" for end in (measure.low, measure.high))
    return f"{value} (95 % interval {low} to {high}{unit}, {n})"


def _unit(unit: str, value: float) -> tuple[float, str]:
    """Return by what a figure is multiplied to be told, and what follows it."""
    if unit == "hours":
        times, name = unit_of_time(value)
        return times, f" {name}"
    return UNITS.get(unit, (1.0, ""))
