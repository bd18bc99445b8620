"""The tables that evidence is turned into, and the meaning of their columns.

Whatever a source calls its columns, measures see these names and types alone. A column
that the mapping does not name is absent, not empty. Times are in UTC where the source
or the mapping names a zone, and as written where neither does. Ids are text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from auditor.translation import Message, message

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["KINDS", "TABLES", "Column", "ColumnType", "columns_of", "no_kind"]


class ColumnType(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    """Words or an id, with leading zeros."""
    TIMESTAMP = "timestamp"
    """A moment."""
    NUMBER = "number"
    """An amount or a count."""
    FLAG = "flag"
    """Yes or no."""
    SCORE = "score"
    """An answer on a declared scale."""


@dataclass(frozen=True, slots=True)
class Column:
    """One canonical column."""

    name: str
    """Name in mappings and in measures."""
    type: ColumnType
    """What its values are."""
    meaning: str
    """What it says, in a few words."""
    needed: bool = False
    """Whether a row without it is no evidence of anything."""
    after: str = ""
    """The column with the beginning of the span that this moment ends."""


_TEXT, _TIME, _NUMBER = ColumnType.TEXT, ColumnType.TIMESTAMP, ColumnType.NUMBER
_FLAG, _SCORE = ColumnType.FLAG, ColumnType.SCORE

_SURVEYS = (
    Column("responded_at", _TIME, "when the answer was given", needed=True),
    Column("respondent", _TEXT, "id of the answer or of the person who gave it"),
    Column("customer", _TEXT, "id of the customer whom the person speaks for"),
    Column("invited_at", _TIME, "when the person was asked"),
    Column("stage", _TEXT, "stage of the journey"),
    Column("touchpoint", _TEXT, "contact that the answer is about"),
    Column("channel", _TEXT, "channel of that contact"),
    Column("segment", _TEXT, "customer segment"),
    Column("department", _TEXT, "department that the answer is about"),
    Column("level", _TEXT, "relationship, journey or touchpoint"),
    Column("nps", _SCORE, "likelihood to recommend, 0 to 10"),
    Column("csat", _SCORE, "satisfaction"),
    Column("ces", _SCORE, "effort or ease"),
    Column("trust", _SCORE, "trust"),
    Column("comment", _TEXT, "free text"),
    Column(
        "contacted_at",
        _TIME,
        "when somebody followed the answer up",
        after="responded_at",
    ),
)

_TICKETS = (
    Column("opened_at", _TIME, "when the request came in", needed=True),
    Column("id", _TEXT, "id of the request"),
    Column("customer", _TEXT, "id of the customer"),
    Column("channel", _TEXT, "channel by which it came"),
    Column("reason", _TEXT, "why the customer got in touch"),
    Column("stage", _TEXT, "stage of the journey"),
    Column("segment", _TEXT, "customer segment"),
    Column("department", _TEXT, "department or team that dealt with it"),
    Column("priority", _TEXT, "priority"),
    Column("status", _TEXT, "open, pending, solved, closed or deleted"),
    Column("first_response_at", _TIME, "first public reply", after="opened_at"),
    Column("first_response_is_automatic", _FLAG, "whether a machine sent it"),
    Column("resolved_at", _TIME, "when it was last solved", after="opened_at"),
    Column("closed_at", _TIME, "when it was closed for good", after="opened_at"),
    Column("due_at", _TIME, "when it was to be solved"),
    Column("on_time", _FLAG, "whether it was in time, as the source says"),
    Column("reopened", _NUMBER, "how often it was reopened"),
    Column("reassignments", _NUMBER, "how often it went to another team or agent"),
    Column("replies", _NUMBER, "how many replies it took"),
    Column("preventable", _FLAG, "whether the contact need not have happened"),
    Column("csat", _SCORE, "satisfaction with it"),
)

_FEEDBACK = (
    Column("received_at", _TIME, "when it came in", needed=True),
    Column("id", _TEXT, "id of the record"),
    Column("customer", _TEXT, "id of the customer"),
    Column("kind", _TEXT, "complaint, suggestion, compliment, review"),
    Column("channel", _TEXT, "channel by which it came"),
    Column("stage", _TEXT, "stage of the journey"),
    Column("segment", _TEXT, "customer segment"),
    Column("department", _TEXT, "department that it is about or that dealt with it"),
    Column("theme", _TEXT, "what it is about"),
    Column("cause", _TEXT, "root cause, once found"),
    Column("status", _TEXT, "open, pending, solved, closed or deleted"),
    Column("acknowledged_at", _TIME, "when receipt was confirmed", after="received_at"),
    Column("contacted_at", _TIME, "when the customer was called", after="received_at"),
    Column("resolved_at", _TIME, "when it was resolved", after="received_at"),
    Column("due_at", _TIME, "when it was to be resolved"),
    Column("on_time", _FLAG, "whether it was in time, as the source says"),
    Column("outcome_told_at", _TIME, "when the customer was told", after="received_at"),
    Column("disputed", _FLAG, "whether the customer disputes the outcome"),
    Column("reopened", _NUMBER, "how often it was reopened"),
    Column(
        "handling_asked", _FLAG, "whether the customer was asked how it was handled"
    ),
)

_CUSTOMERS = (
    Column("customer", _TEXT, "id of the customer", needed=True),
    Column("segment", _TEXT, "customer segment"),
    Column("started_at", _TIME, "when the relationship began"),
    Column("ended_at", _TIME, "when it ended", after="started_at"),
    Column("ended", _FLAG, "whether it has ended, where no date says so"),
    Column("revenue", _NUMBER, "revenue of one period"),
    Column("margin", _NUMBER, "margin of the same period"),
)

_INVITATIONS = (
    Column("wave", _TEXT, "wave of the survey"),
    Column("invited", _NUMBER, "how many were asked"),
    Column("delivered", _NUMBER, "how many invitations arrived"),
    Column("answered", _NUMBER, "how many answered"),
)

TABLES: Final[Mapping[str, tuple[Column, ...]]] = MappingProxyType(
    {
        "surveys": _SURVEYS,
        "tickets": _TICKETS,
        "feedback": _FEEDBACK,
        "customers": _CUSTOMERS,
        "invitations": _INVITATIONS,
    }
)
"""The columns of each kind of table, in the order in which people think of them."""

KINDS: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "surveys": message("surveys"),
        "tickets": message("tickets"),
        "feedback": message("feedback"),
        "customers": message("customers"),
        "invitations": message("invitations"),
    }
)
"""What reports call each kind of table."""


def no_kind(kind: str) -> Message:
    """Return what is wrong with a kind of table that there is not."""
    return message("{kind} is no kind of table.", kind=repr(kind))


def columns_of(kind: str) -> Mapping[str, Column]:
    """The columns of a kind of table, by name.

    Args:
        kind: One of `TABLES`.

    Raises:
        KeyError: There is no such kind.
    """
    return {column.name: column for column in TABLES[kind]}
