"""Small tables beside the exemplary profile: one of each kind, with every column."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from auditor.example import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.example import Rows

__all__ = ["EXEMPLARY_TABLES"]

ROWS: Final = 120
"""Ours: rows of each table, enough for a figure of each of four channels."""
CHANNELS: Final = ("phone", "email", "web", "app")
STAGES: Final = ("explore", "join", "use", "leave")
MONTHS: Final = tuple(
    f"{year}-{month:02}"
    for year, months in ((2025, range(7, 13)), (2026, range(1, 7)))
    for month in months
)
"""The months of the year under review."""


def _at(time: str, days: int = 0) -> tuple[str, ...]:
    """Return a time of the fifth of each month, or so many days later."""
    return tuple(f"{month}-{5 + days:02} {time}" for month in MONTHS)


KNOWN: Final = {
    "customer": "c{n}",
    "channel": CHANNELS,
    "stage": STAGES,
    "segment": "households",
    "department": "support",
}
"""What each row says of whom and what it is about."""
SETTLED: Final = {"status": "closed", "on_time": True, "reopened": 0}
"""What is said of a complaint or a ticket that is over."""
EXEMPLARY_TABLES: Final[Mapping[str, tuple[Rows, ...]]] = MappingProxyType(
    {
        "customers": (
            rows(
                ROWS,
                customer="c{n}",
                segment="households",
                started_at="2024-01-05 09:00",
                ended_at=None,
                ended=False,
                revenue=100,
                margin=20,
            ),
        ),
        "feedback": (
            rows(
                ROWS,
                **KNOWN,
                **SETTLED,
                id="f{n}",
                kind="complaint",
                received_at=_at("09:00"),
                theme="bill",
                cause="fees",
                acknowledged_at=_at("10:00"),
                contacted_at=_at("11:00"),
                resolved_at=_at("12:00", 1),
                due_at=_at("12:00", 3),
                outcome_told_at=_at("13:00", 1),
                disputed=False,
                handling_asked=True,
            ),
        ),
        "invitations": (rows(4, wave="w{n}", invited=100, delivered=95, answered=40),),
        "surveys": (
            rows(
                ROWS,
                **KNOWN,
                respondent="r{n}",
                responded_at=_at("09:00"),
                invited_at=_at("08:00"),
                touchpoint="call",
                level="touchpoint",
                nps=9,
                csat=5,
                ces=6,
                trust=5,
                comment="Thank you.",
                contacted_at=_at("12:00"),
            ),
        ),
        "tickets": (
            rows(
                ROWS,
                **KNOWN,
                **SETTLED,
                id="t{n}",
                opened_at=_at("09:00"),
                reason="bill",
                priority="normal",
                first_response_at=_at("09:00:30"),
                first_response_is_automatic=False,
                resolved_at=_at("10:00"),
                closed_at=_at("11:00"),
                due_at=_at("12:00", 1),
                reassignments=0,
                replies=1,
                preventable=False,
                csat=5,
            ),
        ),
    }
)
"""Everything is stated there, and nothing is amiss."""
