"""Words of judgement for measures: which may be judged, how, and how they read.

A share of a sample is met if the share itself reaches the threshold, and not met only
if its whole interval stays below: between the two, the sample does not tell. A share of
all records is compared as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.evidence.columns import KINDS
from auditor.evidence.lengths_of_time import unit_of_time
from auditor.evidence.statistics.minimums import JUDGED_FROM
from auditor.finding import Outcome, Verdict
from auditor.grading import at_least, at_most, completed
from auditor.translation import Message, message, plural, sentences

if TYPE_CHECKING:
    from auditor.checks import Context
    from auditor.evidence import Measure

__all__ = ["JUDGED_FROM", "graded", "measured", "shown", "unmeasured"]

UNITS: Final = {
    "share": (100.0, message("{number:,.1f} %")),
    "points": (1.0, message("{number:,.1f} points")),
}
"""By what a figure is multiplied and how it reads, by unit; others are named in the
sentence."""
TIMES: Final = {
    "s": message("{number:,.1f} s"),
    "min": message("{number:,.1f} min"),
    "h": message("{number:,.1f} h"),
    "days": message("{number:,.1f} days"),
}
"""How a length of time reads, by unit."""
PLAIN: Final = message("{number:,.1f}")


def unmeasured(reason: str) -> Verdict:
    """Return that nothing can be said without better tables of evidence.

    Args:
        reason: What is lacking, in a sentence.
    """
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
        kind: The kind of table, such as `tickets`.
        name: What is measured, such as `closure`.
        statistic: Which figure of it, such as `p90`.
        least: Rows that must be behind it.
        **by: The group, such as `channel="email"`; the whole without any.

    Returns:
        The measure, or "not assessed" where a table lacks it or has too few rows.
    """
    found = context.evidence.measure(kind, name, statistic, **by)
    if found is not None and not found.n:
        return unmeasured(_without_rows(found))
    if found is None or found.value is None:
        lacking = context.evidence.lacking(kind, name)
        return unmeasured(
            lacking
            or message("The table of {kind} does not tell.", kind=KINDS.get(kind, kind))
        )
    if found.n < least:
        reason = plural(
            "Only {n:,} row of {table} counts: {least} are needed.",
            "Only {n:,} rows of {table} count: {least} are needed.",
            found.n,
            table=found.table,
            least=least,
        )
        return unmeasured(reason)
    return found


def _without_rows(measure: Measure) -> Message:
    """Return why no row stands behind a measure."""
    if not measure.excluded:
        return message("No row of {table} counts: it has none.", table=measure.table)
    why = (
        message("{reason} ({number:,})", reason=reason, number=number)
        for reason, number in measure.excluded.items()
    )
    return message(
        "No row of {table} counts: {why}.",
        table=measure.table,
        why=sentences(*why, between=", "),
    )


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

    Raises:
        KeyError: If the check has no parameter `met` or `partly`.
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
        completed(reason, figure=shown(measure, interval=sample)),
        share=value if measure.unit == "share" and not fewer else None,
        measures=(measure,),
    )


def shown(measure: Measure, *, interval: bool = True) -> Message:
    """Return a figure as a sentence says it: "82.1 % (77.5 to 86.0 %, n = 312)".

    Args:
        measure: The figure.
        interval: Whether its 95 % interval is told, where it has one.
    """
    if measure.value is None:
        return message("unknown (n = {n:,})", n=measure.n)
    times, form = _form(measure.unit, measure.value)
    value = form.filled(number=times * measure.value)
    if not interval or measure.low is None or measure.high is None:
        return message("{value} (n = {n:,})", value=value, n=measure.n)
    return message(
        "{value} (95 % interval {low:,.1f} to {high}, n = {n:,})",
        value=value,
        low=times * measure.low,
        high=form.filled(number=times * measure.high),
        n=measure.n,
    )


def _form(unit: str, value: float) -> tuple[float, Message]:
    """Return by what a figure is multiplied to be told, and how it reads."""
    if unit == "hours":
        times, name = unit_of_time(value)
        return times, TIMES[name]
    return UNITS.get(unit, (1.0, PLAIN))
