"""Sources that are addresses of databases, and what must not be in them."""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic import AfterValidator

from auditor.profile.values import Text

__all__ = ["SourceText", "is_address", "without_secret"]

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+:/|spark:", re.IGNORECASE)
_SECRETS: Final = (
    re.compile(r":/+[^/@]*:.*@"),  # scheme://user:password@host, also mistyped
    re.compile(r"(^|[?&;\s])(\w*pass\w*|pwd|token|secret)\s*=", re.IGNORECASE),
)
"""Forms in which people write a password into an address or a connection string."""


def is_address(source: str) -> bool:
    """Whether a source is the address of a database, not a path."""
    return _ADDRESS.match(source) is not None


def without_secret(source: str) -> str:
    """Return a source that holds no password.

    Raises:
        ValueError: It does; nothing of it is repeated.
    """
    if any(form.search(source) for form in _SECRETS):
        raise ValueError(
            "a password does not belong in a profile; take it out, and give it to the "
            "driver: PGPASSWORD, ~/.pgpass or a service file"
        )
    return source


SourceText = Annotated[Text, AfterValidator(without_secret)]
"""A path, a pattern or an address, without a password."""
