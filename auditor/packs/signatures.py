"""What can be called, with how many arguments, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["FUNCTIONS", "MACROS", "METHODS", "Signature"]


@dataclass(frozen=True, slots=True)
class Signature:
    """What a function takes and gives."""

    least: int
    """Fewest arguments."""
    most: int
    """Most arguments."""
    gives: str
    """What kind of value it gives."""
    meaning: str
    """What it gives, as a phrase; `{0}` stands for its first argument."""


FUNCTIONS: Final = {
    "counted": Signature(2, 3, "text", "{0} with its noun"),
    "distinct": Signature(1, 1, "list", "the different ones among {0}"),
    "double": Signature(1, 1, "number", "{0}"),
    "figure": Signature(1, 1, "text", "{0} as a sentence says it"),
    "figure_with_interval": Signature(1, 1, "text", "{0} with its interval"),
    "flatten": Signature(1, 1, "list", "all entries of {0}"),
    "happened": Signature(1, 1, "flag", "{0} is no later than the audit"),
    "has": Signature(1, 1, "flag", "{0} is stated"),
    "int": Signature(1, 1, "number", "{0} as a whole number"),
    "limit": Signature(1, 1, "text", "the limit {0}"),
    "max": Signature(1, 1, "number", "the highest of {0}"),
    "min": Signature(1, 1, "number", "the lowest of {0}"),
    "months_before": Signature(2, 2, "day", "{1} months before {0}"),
    "named": Signature(1, 1, "text", "the names {0}"),
    "parts": Signature(1, 1, "list", "the parts at {0}"),
    "recent": Signature(2, 2, "flag", "{0} lies in the {1} months before the audit"),
    "share": Signature(2, 2, "number", "the share of {0} in {1}"),
    "size": Signature(1, 1, "number", "the number of {0}"),
    "string": Signature(1, 1, "text", "{0}"),
    "sum": Signature(1, 1, "number", "the sum of {0}"),
    "word": Signature(1, 1, "text", "{0}"),
}
"""What can be called as `name(…)`."""

METHODS: Final = {
    "contains": Signature(1, 1, "flag", "{0} contains {1}"),
    "endsWith": Signature(1, 1, "flag", "{0} ends with {1}"),
    "matches": Signature(1, 1, "flag", "{0} matches {1}"),
    "size": Signature(0, 0, "number", "the number of {0}"),
    "startsWith": Signature(1, 1, "flag", "{0} begins with {1}"),
}
"""What can be called as `value.name(…)`; `{0}` is the value."""

MACROS: Final = {
    "all": "flag",
    "exists": "flag",
    "exists_one": "flag",
    "filter": "list",
    "map": "list",
}
"""What can be called as `list.name(each, …)`, and what it gives."""
