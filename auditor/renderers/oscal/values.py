"""The kinds of value that OSCAL has: names that stay, markup, properties, times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

from auditor.renderers.markdown.text import escaped
from auditor.renderers.plain import plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

__all__ = ["NAMESPACE", "day", "identity", "line", "markup", "props"]

NAMESPACE: Final = "urn:cxaudit:oscal"
"""Whose the names of our properties are: OSCAL keeps unmarked ones for itself."""
_ROOT: Final = uuid5(NAMESPACE_URL, NAMESPACE)


def identity(*names: str) -> str:
    """Return the UUID of what these names stand for: the same names, the same UUID.

    Version 5 (RFC 9562, 5.5), so that a finding keeps its name from audit to audit.
    """
    found: UUID = _ROOT
    for name in names:
        found = uuid5(found, name.encode(errors="replace").decode())
    return str(found)


def markup(text: str) -> str:
    """Return a text as markup that shows it and does nothing else."""
    return escaped(text) or "Nothing is said."


def line(text: str) -> str:
    """Return a text as a line of markup, which must not be empty."""
    return escaped(text) or "Untitled"


def day(value: date) -> str:
    """Return a day as a point in time, in UTC."""
    return f"{value.isoformat()}T00:00:00Z"


def props(values: Mapping[str, object]) -> list[dict[str, Any]]:
    """Return properties of ours; what is unknown or empty is none."""
    told = {
        name: plain(str(value)) for name, value in values.items() if value is not None
    }
    return [
        {"name": name, "ns": NAMESPACE, "value": value}
        for name, value in told.items()
        if value
    ]
