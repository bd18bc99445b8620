"""Faults of Spark in plain words, without what is in its tables."""

from __future__ import annotations

from typing import Final

from auditor.errors import EvidenceError
from auditor.translation import message

__all__ = ["of_starting", "of_statement"]

_CONDITIONS: Final = {
    "TABLE_OR_VIEW_NOT_FOUND": message("it has no table or view of this name."),
    "SCHEMA_NOT_FOUND": message("it has no schema of this name."),
    "UNRESOLVED_COLUMN": message("the query names a column that does not exist."),
    "PARSE_SYNTAX_ERROR": message("the query is not valid SQL."),
    "INSUFFICIENT_PERMISSIONS": message("this user may not read the table."),
}
"""By the first part of Spark's name for a fault."""


def of_starting(shown: str, error: Exception) -> EvidenceError:
    """Why there is no session."""
    if _condition(error) == "JAVA_GATEWAY_EXITED":
        cause = message("Spark could not be started.")
        hint = message("It needs Java 17 or newer, on the path or in JAVA_HOME.")
        return EvidenceError(shown, cause, hint)
    hint = message("Check the address, and the configuration in SPARK_CONF_DIR.")
    return EvidenceError(shown, message("it does not answer."), hint)


def of_statement(shown: str, error: Exception) -> EvidenceError:
    """Why a statement was not answered; Spark's own words may hold values."""
    if isinstance(error, OSError) or type(error).__name__ == "Py4JNetworkError":
        return EvidenceError(shown, message("the connection was lost."))
    name = _condition(error)
    if known := _CONDITIONS.get(name.partition(".")[0]):
        return EvidenceError(shown, known)
    reason = name or message("no reason")
    cause = message("it could not answer ({reason}).", reason=reason)
    return EvidenceError(shown, cause)


def _condition(error: Exception) -> str:
    """Spark's name for a fault, such as `UNRESOLVED_COLUMN.WITH_SUGGESTION`."""
    asked = getattr(error, "getCondition", None)
    return str(asked() or "") if asked else ""
