"""Measures of customers: who stayed, who left, what they are worth."""

from __future__ import annotations

from typing import Final

from auditor.evidence.measures.definition import Clock, Definition, Exclusion
from auditor.evidence.measures.figures import Figure, count, lifetime, ratio, share
from auditor.translation import Message, message

__all__ = ["AT_START", "CUSTOMERS", "STAYED", "WINDOW"]

_LEFT: Final = "coalesce(ended_at <= $until, FALSE)"
STAYED: Final = f"NOT {_LEFT}"
_ENDED: Final = "coalesce(ended, FALSE)"
AT_START: Final = (
    Exclusion(message("no beginning"), "started_at IS NULL"),
    Exclusion(message("end unreadable or before its beginning"), "ended_at_unusable"),
    Exclusion(message("not yet a customer at the start"), "started_at > $churn_from"),
    Exclusion(message("left before the start"), "ended_at <= $churn_from"),
)
_AT_START_BEFORE: Final = (
    *AT_START[:2],
    Exclusion(message("not yet a customer at the start"), "started_at > $churn_before"),
    Exclusion(message("left before the start"), "ended_at <= $churn_before"),
)
_STATED: Final = (Exclusion(message("not stated"), "ended IS NULL"),)
_NO_REVENUE: Final = Exclusion(message("no revenue stated"), "revenue IS NULL")
WINDOW: Final = message(
    "over the {churn_days} before the export ends, of those who were customers at "
    "their start; customers of the period itself never enter"
)
_GONE: Final = message("customers who have left")
_STILL_THERE: Final = message("customers who have not left")
_FIGHT_CHURN: Final = "Gold, Fighting Churn with Data (2020), listings 2.1 and 2.2"


def _over_window(name: str, figure: Figure, text: Message) -> Definition:
    return Definition(
        table="customers",
        name=name,
        figure=figure,
        text=text,
        source=_FIGHT_CHURN,
        needs=("started_at", "ended_at"),
        excluding=AT_START,
        clock=Clock.CALENDAR,
    )


def _stated(name: str, condition: str, who: Message, *, dated: bool) -> Definition:
    known = Exclusion(
        message("end unreadable or before its beginning"), "ended_at_unusable"
    )
    return Definition(
        table="customers",
        name=name,
        figure=share(condition),
        text=message(
            "{who}, whenever that was, of all customers in the table", who=who
        ),
        source="no window can be told from the table",
        needs=("ended_at",) if dated else ("ended",),
        excluding=(known,) if dated else _STATED,
    )


def _value_lost(left: str, needs: tuple[str, ...], *, window: bool) -> Definition:
    return Definition(
        table="customers",
        name="revenue_churn",
        figure=ratio(f"CASE WHEN {left} THEN revenue ELSE 0 END", "revenue"),
        text=message(
            "revenue of customers who left, of the revenue of all {window}",
            window=WINDOW,
        )
        if window
        else message(
            "revenue of customers who left, of the revenue of all in the table, "
            "whenever they left"
        ),
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
        text=message("customers, present and past"),
        source="counted",
    ),
    _over_window(
        "churn",
        share(_LEFT),
        message("customers who left {window}", window=WINDOW),
    ),
    _stated("churn", _ENDED, _GONE, dated=False),
    _stated("churn", "ended_at IS NOT NULL", _GONE, dated=True),
    _over_window(
        "retention",
        share(STAYED),
        message("customers who stayed {window}", window=WINDOW),
    ),
    _stated("retention", f"NOT {_ENDED}", _STILL_THERE, dated=False),
    _stated("retention", "ended_at IS NULL", _STILL_THERE, dated=True),
    Definition(
        table="customers",
        name="retention_before",
        figure=share("NOT coalesce(ended_at <= $churn_from, FALSE)"),
        text=message(
            "customers who stayed over as many days before the last {churn_days} "
            "of the export, of those who were customers at their start; what retention "
            "is compared with"
        ),
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
        text=message(
            "mean margin for {margin_days}, times retention, over 1 + discount - "
            "retention; retention is {window}; a yearly discount of {discount}",
            window=WINDOW,
        ),
        source="Gupta and Lehmann (2003); margin, not revenue",
        needs=("margin", "started_at", "ended_at"),
        excluding=(*AT_START, Exclusion(message("no margin stated"), "margin IS NULL")),
        clock=Clock.CALENDAR,
    ),
)
