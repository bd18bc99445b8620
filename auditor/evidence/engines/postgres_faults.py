"""Faults of PostgreSQL in plain words, without what is in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.errors import EvidenceError
from auditor.translation import Message, message

if TYPE_CHECKING:
    from psycopg import Error

__all__ = ["of_connecting", "of_statement"]

_LOG_IN: Final = message(
    "User and password come from PGUSER and PGPASSWORD, ~/.pgpass or a service file."
)
_STATES: Final = {
    "28": message("it refused the user or the password."),
    "3D000": message("it has no database of this name."),
    "3F000": message("it has no schema of this name."),
    "42P01": message("it has no table of this name."),
    "42703": message("the query names a column that does not exist."),
    "42501": message("this user may not read the table."),
    "42601": message("the query is not valid SQL."),
    "42": message("the query cannot be run there."),
    "25006": message("the query would write; only reading is allowed."),
    "53": message("it has no room or connections left."),
    "57014": message("the statement took longer than it allows."),
    "57P": message("the connection was lost."),
    "08": message("the connection was lost."),
}
"""By the longest beginning of an SQLSTATE that fits."""


def of_connecting(shown: str, error: Error) -> EvidenceError:
    """Why nobody could log in.

    The driver's own words are dropped: they may repeat the user and the address.
    """
    words = str(error)
    if known := _known(error.sqlstate or ""):
        return EvidenceError(shown, known, _LOG_IN)
    if "password" in words or "authentication" in words:
        return EvidenceError(shown, _STATES["28"], _LOG_IN)
    if "does not exist" in words:
        return EvidenceError(
            shown, message("it has no such database or user."), _LOG_IN
        )
    if "certificate" in words or "SSL" in words:
        return EvidenceError(shown, message("it and we agree on no encryption."))
    hint = message(
        "Check the host and the port, and whether it may be reached from here."
    )
    return EvidenceError(shown, message("it does not answer."), hint)


def of_statement(shown: str, error: Error) -> EvidenceError:
    """Why a statement was not answered; the words of the engine may hold values."""
    state = error.sqlstate or ""
    if not state:
        return EvidenceError(shown, _STATES["08"])
    unknown = message("it could not answer (SQLSTATE {state}).", state=state)
    return EvidenceError(shown, _known(state) or unknown)


def _known(state: str) -> Message | None:
    lengths = range(len(state), 1, -1)
    return next((_STATES[state[:n]] for n in lengths if state[:n] in _STATES), None)
