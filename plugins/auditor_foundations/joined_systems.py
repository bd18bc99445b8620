"""TE001: one key joins the systems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    JUDGED_FROM,
    OURS,
    Context,
    Effort,
    Example,
    Message,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    at_least,
    bibliography,
    check,
    message,
    named,
    rows,
    sentences,
    shown,
    unmeasured,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor import Evidence, Measure, MeasuredTable, Rows

KINDS: Final = ("surveys", "tickets", "feedback")
"""Tables whose rows are of customers."""

CUSTOMERS: Final = {"customers": (rows(40, customer="c{n}"),)}


def _tickets(known: int, unknown: int, **other: object) -> dict[str, tuple[Rows, ...]]:
    """Return tickets of customers, with others of nobody that is known."""
    opened = "2026-03-02 09:00"
    others = {"customer": "x{n}"} | other
    return CUSTOMERS | {
        "tickets": (
            rows(known, opened_at=opened, customer="c{n}"),
            rows(unknown, opened_at=opened, **others),
        )
    }


def _answers(known: int, unknown: int) -> dict[str, tuple[Rows, ...]]:
    """Return answers of customers, with others that name nobody."""
    answered = "2026-03-02 09:00"
    return {
        "surveys": (
            rows(known, responded_at=answered, customer="c{n}"),
            rows(unknown, responded_at=answered, customer=None),
        )
    }


@check(
    "TE001",
    title="One key joins answers, requests and complaints to customers",
    severity=Severity.MEDIUM,
    effort=Effort.LARGE,
    verification=Verification.CROSS_CHECK,
    tables=["customers"],
    logic=(
        "For each table of answers, requests or complaints, the share of the last "
        "twelve months' rows whose customer id is in the table of customers; a row "
        "without an id is not joined. Met from {met}, partly met from {partly}. Of the "
        "tables with {fewest_rows} rows or more the one with the lowest share decides. "
        "Not assessed while a table that cannot be joined could change that."
    ),
    remedy="Carry the customer's id in survey links, forms and requests.",
    parameters=[
        Parameter("met", 0.8, Unit.SHARE, "share of rows that are joined", OURS),
        Parameter("partly", 0.5, Unit.SHARE, "share from which it is partly met", OURS),
        Parameter(
            "fewest_rows",
            JUDGED_FROM,
            Unit.COUNT,
            "fewest rows to take a share of",
            OURS,
        ),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.MACARANAS,
        bibliography.NEXTIVA,
        bibliography.XM_INSTITUTE_MATURITY,
    ],
    examples=[
        Example(Outcome.MET, "Four in five", evidence=_tickets(40, 10)),
        Example(
            Outcome.MET,
            "Answers and requests alike, and a few complaints that are not",
            evidence=_tickets(40, 5)
            | _answers(40, 5)
            | {"feedback": (rows(29, received_at="2026-03-02", customer="x"),)},
        ),
        Example(Outcome.MET, "Thirty rows, all joined", evidence=_tickets(30, 0)),
        Example(
            Outcome.PARTLY_MET,
            "A little less than four in five",
            evidence=_tickets(31, 8),
        ),
        Example(Outcome.PARTLY_MET, "Every other one", evidence=_tickets(25, 25)),
        Example(
            Outcome.NOT_MET,
            "Every other one, and one more that names nobody",
            evidence=_tickets(20, 21, customer=None),
        ),
        Example(
            Outcome.NOT_MET,
            "Requests are joined, answers are not",
            evidence=_tickets(40, 0) | _answers(10, 30),
        ),
        Example(
            Outcome.NOT_MET,
            "Answers are not joined, and requests hold no id",
            evidence=CUSTOMERS
            | _answers(10, 30)
            | {"tickets": (rows(40, opened_at="2026-03-02 09:00"),)},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Requests are joined, and answers hold no id",
            evidence=_tickets(40, 0)
            | {"surveys": (rows(40, responded_at="2026-03-02", csat=4),)},
        ),
        Example(Outcome.NOT_ASSESSED, "Twenty-nine rows", evidence=_tickets(29, 0)),
        Example(
            Outcome.NOT_ASSESSED,
            "All rows are older than a year",
            evidence=_tickets(40, 0)
            | {"tickets": (rows(40, opened_at="2025-03-02", customer="c{n}"),)},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Answers, and no table of customers",
            evidence=_answers(40, 0),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "A table of customers without a row",
            evidence={"customers": (rows(0, customer="c{n}"),), **_answers(40, 0)},
        ),
        Example(Outcome.NOT_ASSESSED, "Only customers", evidence=CUSTOMERS),
        Example(Outcome.NOT_ASSESSED, "Nothing is attached"),
    ],
)
def one_key_joins_the_systems(context: Context) -> Verdict:
    """Where systems do not know the same customer, nobody sees the whole of a journey.

    What people say cannot then be held against what they do.
    """
    limits, evidence = context.parameters, context.evidence
    if _nobody_known(evidence):
        return unmeasured(message("No row of the table of customers counts."))
    tables = [table for kind in KINDS for table in evidence.of(kind)]
    shares = [share for table in tables for share in _joined(table)]
    judged = [share for share in shares if share.n >= limits["fewest_rows"]]
    silent = [refusal for table in tables for refusal in _refused(table)]
    if not judged:
        return unmeasured(_too_little(context, silent))
    worst = min(judged, key=lambda share: share.value or 0.0)
    outcome = at_least(worst.value or 0.0, limits["met"], limits["partly"])
    reason = sentences(_told(judged), *silent)
    if silent and outcome is not Outcome.NOT_MET:
        return unmeasured(reason)
    return Verdict(
        outcome,
        reason,
        share=worst.value,
        measures=tuple(judged),
        verified_by=Verification.COMPUTED,
    )


def _told(shares: Iterable[Measure]) -> Message:
    each_table = named(
        message(
            "{table} {figure}", table=each.table, figure=shown(each, interval=False)
        )
        for each in shares
    )
    return message(
        "Rows whose customer is in the table of customers: {tables}.", tables=each_table
    )


def _nobody_known(evidence: Evidence) -> bool:
    """Whether customers are attached and none is left: an export that went wrong."""
    tables = [table.info for table in evidence.of("customers")]
    return bool(tables) and all(
        table.rows == sum(table.excluded.values()) for table in tables
    )


def _joined(table: MeasuredTable) -> list[Measure]:
    """Return the share of a table's rows that are joined, if it can be told."""
    return [each for each in table.measures if each.name == "joined" and not each.by]


def _refused(table: MeasuredTable) -> list[Message]:
    """Return why a table cannot be joined, in a sentence, if it cannot."""
    return [
        message(
            "The table {table} does not tell: {reason}.",
            table=each.table,
            reason=each.reason,
        )
        for each in table.refused
        if each.name == "joined"
    ]


def _too_little(context: Context, silent: Sequence[Message]) -> Message:
    """Return why no table can be judged."""
    if silent:
        return sentences(*silent)
    if not any(context.evidence.of(kind) for kind in KINDS):
        return message("No table of answers, requests or complaints is attached.")
    return message(
        "No table has {fewest:g} rows of the last twelve months.",
        fewest=context.parameters["fewest_rows"],
    )
