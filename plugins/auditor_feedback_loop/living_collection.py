"""FL005: feedback comes in all the year round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    at_least,
    bibliography,
    check,
    counted,
    message,
    months_before,
    named,
    rows,
    sentences,
    unmeasured,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from auditor import Measure, Rows

RECORDS: Final = {"feedback": "feedback", "surveys": "responses"}
"""Tables in which customers speak, and what counts their rows."""
YEAR: Final = 12
"""Months."""

DAYS = tuple(f"2025-{month:02}-15" for month in range(7, 13)) + tuple(
    f"2026-{month:02}-15" for month in range(1, 7)
)


def _received(*days: str) -> tuple[Rows, ...]:
    return (rows(len(days), received_at=days),) if days else ()


def _answered(*days: str) -> tuple[Rows, ...]:
    return (rows(len(days), responded_at=days),)


@check(
    "FL005",
    title="Feedback comes in all the year round",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.COMPUTED,
    logic=(
        "The months of the last year in which there is at least one record in any "
        "table of feedback or of survey answers. The twelve months before the audit "
        "begin and end within a month; these two parts are one month together. Met "
        "with {met} months, partly met from {partly}."
    ),
    remedy="Ask automatically after every contact, so that no month is forgotten.",
    parameters=[
        Parameter("met", 12, Unit.MONTHS, "months with a record", OURS),
        Parameter("partly", 9, Unit.MONTHS, "months from which it is partly met", OURS),
    ],
    sources=[bibliography.BROWN, bibliography.CAMPAGNA, bibliography.OMB_A11],
    examples=[
        Example(
            Outcome.MET,
            "A complaint a month",
            evidence={"feedback": _received(*DAYS)},
        ),
        Example(
            Outcome.MET,
            "Complaints in some months, answers in the others",
            evidence={
                "feedback": _received(*DAYS[:5]),
                "surveys": _answered(*DAYS[5:]),
            },
        ),
        Example(
            Outcome.MET,
            "Nothing yet this month, but late in the same month a year ago",
            evidence={"feedback": _received("2025-06-30", *DAYS[:-1])},
        ),
        Example(
            Outcome.PARTLY_MET,
            "Eleven months",
            evidence={"feedback": _received(*DAYS[1:])},
        ),
        Example(
            Outcome.PARTLY_MET,
            "Nine months, many records in each",
            evidence={"surveys": _answered(*DAYS[3:] * 20)},
        ),
        Example(
            Outcome.NOT_MET,
            "Eight months",
            evidence={"feedback": _received(*DAYS[4:])},
        ),
        Example(
            Outcome.NOT_MET,
            "Every month, but of the year before",
            evidence={"feedback": _received(*(f"2024-{day[5:]}" for day in DAYS))},
        ),
        Example(
            Outcome.NOT_MET,
            "All that came in was deleted",
            evidence={
                "feedback": (rows(12, received_at=DAYS, status="deleted"),),
            },
        ),
        Example(Outcome.NOT_ASSESSED, "No feedback or answers are attached"),
    ],
)
def collection_is_alive(context: Context) -> Verdict:
    """A programme that was started and then forgotten looks the same on paper.

    What customers said last spring does not say what they meet today.
    """
    evidence = context.evidence
    if not any(map(evidence.of, RECORDS)):
        return unmeasured(sentences(*map(evidence.lacking, RECORDS)))
    monthly = list(_monthly(context))
    heard = {measure.by["period"] for measure in monthly}
    silent = [each[0] for each in _months(context.as_of) if not heard & set(each)]
    months = YEAR - len(silent)
    reason = message(
        "Feedback came in during {months} of the last {year}.",
        months=counted(months, "month"),
        year=YEAR,
    )
    if silent:
        nothing = message("Nothing in: {months}.", months=named(silent))
        reason = sentences(reason, nothing)
    outcome = at_least(months, context.parameters["met"], context.parameters["partly"])
    unread = [fault.dataset for fault in evidence.faults if fault.kind in RECORDS]
    if unread and outcome is not Outcome.MET:
        but = message("But {tables} could not be read.", tables=named(unread))
        return unmeasured(sentences(reason, but))
    return Verdict(outcome, reason, share=months / YEAR, measures=tuple(monthly))


def _monthly(context: Context) -> Iterator[Measure]:
    """Yield the records of each month and table; a month without any has none."""
    for kind, name in RECORDS.items():
        for table in context.evidence.of(kind):
            for measure in table.measures:
                same = (measure.name, measure.statistic) == (name, "count")
                if same and set(measure.by) == {"period"} and measure.value:
                    yield measure


def _months(day: date) -> list[tuple[str, ...]]:
    """Return the months of a year before a day, last first.

    The year ends within the first and begins within the same month of the year before.
    """
    names = [f"{months_before(day, months):%Y-%m}" for months in range(YEAR + 1)]
    return [(names[0], names[YEAR]), *((name,) for name in names[1:YEAR])]
