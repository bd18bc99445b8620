"""Measures of customers: who stayed, who left, what they are worth."""

from __future__ import annotations

from typing import Final

from auditor.evidence.measures.definition import Clock, Definition, Exclusion
from auditor.evidence.measures.figures import Figure, count, lifetime, ratio, share

__all__ = ["AT_START", "CUSTOMERS", "STAYED", "WINDOW"]

_LEFT: Final = "coalesce(ended_at <= $until, FALSE)"
STAYED: Final = f"NOT {_LEFT}"
_ENDED: Final = "coalesce(ended, FALSE)"
AT_START: Final = (
    Exclusion("no beginning", "started_at IS NULL"),
    Exclusion("end unreadable or before its beginning", "ended_at_unusable"),
    Exclusion("not yet a customer at the start", "started_at > $churn_from"),
    Exclusion("left before the start", "ended_at <= $churn_from"),
)
_AT_START_BEFORE: Final = (
    *AT_START[:2],
    Exclusion("not yet a customer at the start", "started_at > $churn_before"),
    Exclusion("left before the start", "ended_at <= $churn_before"),
)
_STATED: Final = (Exclusion("not stated", "ended IS NULL"),)
_NO_REVENUE: Final = Exclusion("no revenue stated", "revenue IS NULL")
WINDOW: Final = (
    "over the $churn_days before the export ends, of those who were customers at "
    "their start; customers of the period itself never enter"
)
_FIGHT_CHURN: Final = "Gold, Fighting Churn with Data (2020), listings 2.1 and 2.2"


def _over_window(name: str, figure: Figure, text: str) -> Definition:
    return Definition(
        table="customers",
        name=name,
        figure=figure,
        text=f"{text} {WINDOW}",
        source=_FIGHT_CHURN,
        needs=("started_at", "ended_at"),
        excluding=AT_START,
        clock=Clock.CALENDAR,
    )


def _stated(name: str, condition: str, text: str, *, dated: bool) -> Definition:
    known = Exclusion("end unreadable or before its beginning", "ended_at_unusable")
    return Definition(
        table="customers",
        name=name,
        figure=share(condition),
        text=f"{text}, whenever that was, of all customers in the table",
        source="no window can be told from the table",
        needs=("ended_at",) if dated else ("ended",),
        excluding=(known,) if dated else _STATED,
    )


def _value_lost(left: str, needs: tuple[str, ...], *, window: bool) -> Definition:
    return Definition(
        table="customers",
        name="revenue_churn",
        figure=ratio(f"CASE WHEN {left} THEN revenue ELSE 0 END", "revenue"),
        text="revenue of customers who left, of the revenue of all "
        + (WINDOW if window else "in the table, whenever they left"),
        source=_FIGHT_CHURN,
        needs=("revenue", *needs),
        excluding=(*(AT_START if window else _STATED), _NO_REVENUE),
        clock=Clock.CALENDAR if window else Clock.NONE,
    )


CUSTOMERS: Final = (
    Definition(
        table="customers",
        name="customers",
        figure=count(),
        text="customers, present and past",
        source="counted",
    ),
    _over_window("churn", share(_LEFT), "customers who left"),
    _stated("churn", _ENDED, "customers who have left", dated=False),
    _stated("churn", "ended_at IS NOT NULL", "customers who have left", dated=True),
    _over_window("retention", share(STAYED), "customers who stayed"),
    _stated("retention", f"NOT {_ENDED}", "customers who have not left", dated=False),
    _stated("retention", "ended_at IS NULL", "customers who have not left", dated=True),
    Definition(
        table="customers",
        name="retention_before",
        figure=share("NOT coalesce(ended_at <= $churn_from, FALSE)"),
        text="customers who stayed over as many days before the last $churn_days "
        "of the export, of those who were customers at their start; what retention is "
        "compared with",
        source=_FIGHT_CHURN,
        needs=("started_at", "ended_at"),
        excluding=_AT_START_BEFORE,
        clock=Clock.CALENDAR,
    ),
    _value_lost(_LEFT, ("started_at", "ended_at"), window=True),
    _value_lost(_ENDED, ("ended",), window=False),
    Definition(
        table="customers",
        name="clv",
        figure=lifetime("margin", STAYED),
        text="mean margin for $margin_days, times retention, over 1 + discount - "
        f"retention; retention is {WINDOW}; a yearly discount of $discount",
        source="Gupta and Lehmann (2003); margin, not revenue",
        needs=("margin", "started_at", "ended_at"),
        excluding=(*AT_START, Exclusion("no margin stated", "margin IS NULL")),
        clock=Clock.CALENDAR,
    ),
)
