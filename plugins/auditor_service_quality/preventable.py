"""PR002: contacts that could have been prevented become fewer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Outcome,
    Parameter,
    Rate,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    message,
    rate_ratio,
    rows,
    sentences,
    unmeasured,
)
from auditor_service_quality.quarters import compared

if TYPE_CHECKING:
    from auditor import Message, Rows
    from auditor_service_quality.quarters import Contacts

THOUSAND: Final = 1000
SEASON: Final = message(
    "The table does not reach back a year: the season is not taken out."
)
SPRING: Final = ("2026-04-01", "2026-05-15", "2026-06-30")
WINTER: Final = ("2026-01-02", "2026-02-15", "2026-03-31")
YEAR_AGO: Final = ("2025-04-01", "2025-05-15", "2025-06-30")


def _contacts(
    count: int, days: tuple[str, ...] = SPRING, *, preventable: bool | None = True
) -> Rows:
    """Return tickets that came on these days in turn."""
    return rows(count, opened_at=days, preventable=preventable)


def _quarters(
    before: int, after: int, *others: Rows, days: tuple[str, ...] = YEAR_AGO
) -> dict[str, tuple[Rows, ...]]:
    """Return so many preventable contacts in two quarters, and as many others."""
    unavoidable = (_contacts(60, each, preventable=False) for each in (days, SPRING))
    return {
        "tickets": (
            _contacts(before, days),
            _contacts(after),
            *unavoidable,
            *others,
        )
    }


@check(
    "PR002",
    title="Contacts that could be prevented become fewer",
    severity=Severity.MEDIUM,
    effort=Effort.LARGE,
    verification=Verification.COMPUTED,
    tables=["tickets"],
    logic=(
        "Compares tickets marked as preventable for each thousand customers: the last "
        "whole quarter with the same quarter of the year before, or with the one "
        "before it where the table does not reach back. The number of customers is "
        "the profile's, else that of the table of customers, and is taken to be the "
        "same in both. Met if the 95 % interval of the ratio lies below 1, not met if "
        "it lies above, else partly met. Only quarters in which a share of {stated} or "
        "more of the tickets says whether it was preventable; fewer than {fewest} "
        "preventable tickets in both together are not assessed."
    ),
    remedy="Give each preventable reason an owner who is to make it go away.",
    parameters=[
        Parameter("stated", 0.8, Unit.SHARE, "share of tickets that say whether", OURS),
        Parameter("fewest", 30, Unit.COUNT, "preventable tickets in both", OURS),
    ],
    sources=[bibliography.WHITE, bibliography.MACARANAS],
    examples=[
        Example(
            Outcome.MET, "A third fewer than a year ago", evidence=_quarters(90, 60)
        ),
        Example(
            Outcome.MET,
            "A third fewer than in the quarter before",
            evidence=_quarters(90, 60, days=WINTER),
        ),
        Example(
            Outcome.MET,
            "More than in winter, but fewer than a year ago",
            evidence=_quarters(90, 60, _contacts(30, WINTER)),
        ),
        Example(Outcome.MET, "None any more", evidence=_quarters(30, 0)),
        Example(
            Outcome.MET,
            "One in five of the last quarter's tickets does not say",
            evidence=_quarters(90, 60, _contacts(30, preventable=None)),
        ),
        Example(
            Outcome.PARTLY_MET, "A quarter fewer: chance", evidence=_quarters(80, 60)
        ),
        Example(Outcome.PARTLY_MET, "A third more: chance", evidence=_quarters(60, 80)),
        Example(Outcome.NOT_MET, "Half as many again", evidence=_quarters(60, 90)),
        Example(Outcome.NOT_MET, "From none to thirty", evidence=_quarters(0, 30)),
        Example(Outcome.NOT_ASSESSED, "Twenty-nine in both", evidence=_quarters(29, 0)),
        Example(
            Outcome.NOT_ASSESSED,
            "The last quarter is not over in the table",
            evidence={
                "tickets": (
                    _contacts(90, WINTER),
                    _contacts(60, (*SPRING[:2], "2026-06-23")),
                )
            },
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Of the last quarter most tickets do not say",
            evidence=_quarters(90, 60, _contacts(31, preventable=None)),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "One quarter",
            evidence={"tickets": (_contacts(90),)},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Nobody knows how many customers there are",
            {"organisation": {"customers": None}},
            evidence=_quarters(90, 60),
        ),
        Example(
            Outcome.MET,
            "A table tells how many customers there are",
            {"organisation": {"customers": None}},
            evidence=_quarters(90, 60) | {"customers": (rows(9, customer="c{n}"),)},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Nothing says what could be prevented",
            evidence={"tickets": (rows(90, opened_at=SPRING),)},
        ),
        Example(Outcome.NOT_ASSESSED, "No tickets are attached"),
    ],
)
def preventable_contacts_fall(context: Context) -> Verdict:
    """The best service is the one that nobody needed.

    A reason that could be prevented and is answered again and again was never mended.
    """
    if lacking := context.evidence.lacking("tickets", "preventable_contacts"):
        return unmeasured(lacking)
    found = compared(context.evidence, context.as_of, context.parameters["stated"])
    if found is None:
        return unmeasured(
            message("The table of tickets has no two quarters to be compared.")
        )
    after, before = found
    if after.count + before.count < context.parameters["fewest"]:
        few = counted(after.count + before.count, "preventable ticket")
        return unmeasured(
            message(
                "Only {tickets} came in {after} and {before}.",
                tickets=few,
                after=after.quarter.told,
                before=before.quarter.told,
            )
        )
    customers = _customers(context)
    if not customers:
        reason = message("Nothing says how many customers there are.")
        keys = ("organisation.customers",)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=keys)
    return _verdict(after, before, customers)


def _customers(context: Context) -> float | None:
    organisation = context.profile.organisation
    if organisation.customers:
        return organisation.customers
    table = context.evidence.measure("customers", "customers", "count")
    return table.value if table else None


def _verdict(after: Contacts, before: Contacts, customers: float) -> Verdict:
    now, then = (Rate(each.count, customers) for each in (after, before))
    reason = message(
        "Preventable tickets for each thousand customers: {now} and {then}.",
        now=_figure(after, now),
        then=_figure(before, then),
    )
    outcome = Outcome.NOT_MET if after.count else Outcome.MET
    if ratio := rate_ratio(now, then):
        value, (low, high) = ratio
        outcome = _outcome(low, high)
        told = message(
            "Ratio {ratio:.2f} (95 % interval {low:.2f} to {high:.2f}).",
            ratio=value,
            low=low,
            high=high,
        )
        reason = sentences(reason, told)
    if before.quarter != after.quarter.a_year_before:
        reason = sentences(reason, SEASON)
    return Verdict(outcome, reason, measures=(*after.months, *before.months))


def _figure(found: Contacts, rate: Rate) -> Message:
    return message(
        "{rate:,.2f} in {quarter} (n = {n:,})",
        rate=rate.per(THOUSAND),
        quarter=found.quarter.told,
        n=found.count,
    )


def _outcome(low: float, high: float) -> Outcome:
    if high < 1:
        return Outcome.MET
    return Outcome.NOT_MET if low > 1 else Outcome.PARTLY_MET
