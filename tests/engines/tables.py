"""The same rows for every engine, with what goes wrong in real ones.

Rows come from hashes of their numbers, so they are the same on every run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditor.evidence.mapping import EXCLUDED, ColumnMapping, Filter, Scale
from tests.evidence.reading.tables import mapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.evidence.mapping import TableMapping

ROWS = 3_000
LONDON = "Europe/London"


def number(salt: int, most: int) -> str:
    """SQL of a number from 0 that looks drawn at random."""
    return f"CAST(hash(i * 101 + {salt}) % {most} AS BIGINT)"


def word(salt: int, *words: str | None) -> str:
    """SQL of one of some words; none is a null."""
    listed = ", ".join("NULL" if each is None else f"'{each}'" for each in words)
    return f"[{listed}][1 + {number(salt, len(words))}]"


def blank(salt: int, value: str, one_in: int = 9) -> str:
    """SQL of a value that is sometimes missing."""
    return f"CASE WHEN {number(salt, one_in)} > 0 THEN {value} END"


def after(salt: int, begin: str, most: int = 4_000_000) -> str:
    """SQL of a moment after another, to the millisecond; rarely one before it."""
    late = f"({number(salt, most)} - {most // 200})"
    span = f"{late} * 1000000 + {number(salt + 1, 1000)} * 1000"
    return f"({begin}) + to_microseconds({span})"


# On 26 October London's clocks are put back: the hour after one is there twice.
BEGIN = (
    "CASE WHEN i < 90 THEN TIMESTAMP '2025-10-26 00:30' + INTERVAL 2 MINUTE * i "
    f"ELSE TIMESTAMP '2025-10-20' + to_seconds({number(1, 9_000_000)} + i) END"
)
CHANNEL = word(2, "phone", "E-Mail", " chat ", "N/A", "", None, "Über uns")

SQL: Mapping[str, Mapping[str, str]] = {
    "surveys": {
        "answered": blank(3, f"({BEGIN})::TIMESTAMP", 40),
        "asked": f"CAST({BEGIN} AS DATE)",
        "who": "i",
        "client": blank(4, f"CAST({number(5, 400)} AS DOUBLE)"),
        "via": CHANNEL,
        "part": word(6, "Home", "Business", None),
        "about": word(7, "relationship", "journey", "touchpoint"),
        "recommend": blank(8, f"CAST({number(9, 23)} AS DECIMAL(6, 2)) / 2"),
        "content": f"CAST({number(10, 6)} AS SMALLINT)",
        "easy": blank(11, f"CAST({number(12, 8)} AS DOUBLE)"),
        "honest": f"CASE {number(13, 50)} WHEN 0 THEN 'NaN'::DOUBLE "
        f"ELSE {number(14, 6)} END",
        "words": word(15, "fine", "ring 555-123-4567", "a@b.example", "%NAME_HERE%"),
        "called": blank(16, f"({after(17, BEGIN)})::TIMESTAMP", 3),
        "test": word(19, "no", "no", "no", "Yes"),
    },
    "tickets": {
        "created": f"({BEGIN})::TIMESTAMP",
        "number": "i + 9007199254740993",
        "client": blank(4, f"CAST({number(5, 900)} AS VARCHAR)"),
        "via": CHANNEL,
        "why": word(6, "bill", "fault", "move", None),
        "team": word(7, "A", "B", "C"),
        "state": blank(
            8, word(9, "Open", "solved", " closed", "spam", "Wartet", "hä?"), 30
        ),
        "reply_minutes": blank(10, f"CAST({number(11, 90_000)} AS DECIMAL(9, 3)) / 7"),
        "robot": word(12, "yes", "No", "0", None),
        "solved": blank(13, f"CAST(epoch_us({after(14, BEGIN)}) / 1000 AS BIGINT)", 4),
        "due": blank(16, f"({after(17, BEGIN, 900_000)})::TIMESTAMP"),
        "again": blank(19, f"CAST({number(20, 4)} AS INTEGER)"),
        "moves": f"CAST({number(21, 5)} AS INTEGER)",
        "score": blank(22, f"CAST({number(23, 13)} AS REAL)"),
        "lead": f"{number(24, 5)} = 0",
    },
    "feedback": {
        "received": f"timezone('UTC', {BEGIN})",
        "sort": word(2, "Complaint", "compliment", "review", None),
        "via": CHANNEL,
        "team": word(3, "A", "B", "C"),
        "theme": blank(4, word(5, "price", "delay")),
        "cause": blank(6, word(7, "x", "y", "-"), 3),
        "state": word(8, "new", "pending", "resolved", "closed", "trash"),
        "confirmed": blank(9, f"timezone('UTC', {after(10, BEGIN, 500_000)})", 5),
        "rung": blank(12, f"timezone('UTC', {after(13, BEGIN)})", 3),
        "done": blank(15, f"timezone('UTC', {after(16, BEGIN, 9_000_000)})", 3),
        "limit_day": blank(18, f"CAST(({BEGIN}) + INTERVAL 20 DAY AS DATE)", 3),
        "told": blank(19, f"timezone('UTC', {after(20, BEGIN)})", 2),
        "fights": blank(22, f"{number(23, 5)} = 0"),
        "client": blank(24, f"CAST({number(25, 300)} AS VARCHAR)"),
        "again": blank(26, f"CAST({number(27, 9)} AS INTEGER) / 8"),
        "asked": blank(28, f"{number(29, 2)} = 0"),
    },
    "customers": {
        "client": blank(2, "i::VARCHAR", 90),
        "part": word(3, "Home", "Business", "n/a"),
        "since": f"CAST(({BEGIN}) - INTERVAL 500 DAY AS DATE)",
        "until": blank(4, f"CAST({after(5, BEGIN)} AS DATE)", 3),
        "turnover": blank(7, f"CAST({number(8, 10**7)} AS DECIMAL(18, 2)) / 100"),
        "profit": f"CAST({number(9, 10**6)} AS DOUBLE) / 7 - 20000",
    },
    "invitations": {
        "wave": "'wave ' || CAST(i % 40 AS VARCHAR)",
        "sent": f"{number(2, 500)} + 500",
        "arrived": blank(3, f"{number(4, 100)} + 400"),
        "back": f"{number(5, 300)}",
    },
}
"""For each kind of table the columns of a source, in SQL of the row's number i."""

MAPPINGS: Mapping[str, TableMapping] = {
    "surveys": mapped(
        "surveys",
        {
            "responded_at": ColumnMapping("Answered"),
            "invited_at": "asked",
            "respondent": "who",
            "customer": "client",
            "channel": ColumnMapping("via", default="unknown"),
            "segment": "part",
            "level": "about",
            "nps": ColumnMapping("recommend", codes={"11": EXCLUDED}),
            "csat": "content",
            "ces": ColumnMapping("ease", or_else=("easy",), codes={"0": EXCLUDED}),
            "trust": "honest",
            "comment": "words",
            "contacted_at": "called",
            "touchpoint": ColumnMapping("nowhere", optional=True),
        },
        scales={
            "csat": Scale(1, 5),
            "ces": Scale(1, 7),
            "trust": Scale(0, 5, satisfied=(5,)),
        },
        filters=(Filter("test", ("yes",), keep=False),),
        timezone=LONDON,
    ),
    "tickets": mapped(
        "tickets",
        {
            "opened_at": "created",
            "id": "number",
            "customer": "client",
            "channel": "via",
            "reason": "why",
            "department": "team",
            "status": ColumnMapping("state", codes={"Wartet": "pending"}),
            "first_response_at": ColumnMapping("reply_minutes", unit="minutes"),
            "first_response_is_automatic": "robot",
            "resolved_at": ColumnMapping("solved", format=("epoch_milliseconds",)),
            "due_at": ColumnMapping("due", timezone="Asia/Kolkata"),
            "reopened": "again",
            "reassignments": "moves",
            "csat": "score",
            "preventable": "lead",
            "stage": ColumnMapping(default="use"),
        },
        scales={"csat": Scale(1, 10, satisfied=(9, 10))},
        filters=(Filter("team", ("a", "B"), keep=True),),
    ),
    "feedback": mapped(
        "feedback",
        {
            "received_at": "received",
            "kind": "sort",
            "channel": "via",
            "department": "team",
            "theme": "theme",
            "cause": "cause",
            "status": "state",
            "acknowledged_at": "confirmed",
            "contacted_at": "rung",
            "resolved_at": "done",
            "due_at": "limit_day",
            "outcome_told_at": "told",
            "disputed": "fights",
            "customer": "client",
            "reopened": "again",
            "handling_asked": "asked",
        },
    ),
    "customers": mapped(
        "customers",
        {
            "customer": "client",
            "segment": "part",
            "started_at": "since",
            "ended_at": "until",
            "revenue": "turnover",
            "margin": "profit",
        },
    ),
    "invitations": mapped(
        "invitations",
        {"wave": "wave", "invited": "sent", "delivered": "arrived", "answered": "back"},
    ),
}


def source_of(kind: str, rows: int = ROWS) -> str:
    """SQL of the rows of one kind of table, as the embedded engine makes them."""
    columns: Any = ", ".join(f"{sql} AS {name}" for name, sql in SQL[kind].items())
    return f"SELECT {columns} FROM range({rows}) AS t (i)"  # noqa: S608 - our own columns
