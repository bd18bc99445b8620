"""Addresses of databases, and what of them may be shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from auditor.errors import EvidenceError

__all__ = ["Address", "Engine"]


class Engine(StrEnum):
    """What answers at an address."""

    POSTGRES = "postgres"
    """PostgreSQL, or what speaks its protocol and its SQL."""
    SPARK = "spark"
    """A Spark session."""


_SCHEMES: Final = {
    "postgres": Engine.POSTGRES,
    "postgresql": Engine.POSTGRES,
    "spark": Engine.SPARK,
}
_ADDRESS: Final = re.compile(r"([a-z][a-z0-9+.-]*)://|(spark):", re.IGNORECASE)
_PARAMETERS: Final = frozenset(
    {"connect_timeout", "host", "service", "sslmode", "sslrootcert"}
    | {"target_session_attrs"}
)
"""What an address of PostgreSQL may say besides; all else belongs to the driver's own
files, and some of it is secret."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is."""

    engine: Engine
    """What answers there."""
    text: str
    """The address, for the driver: without a password, maybe with a user."""
    shown: str
    """The address as errors and reports show it: without user and parameters."""

    @classmethod
    def of(cls, source: str) -> Address:
        """The address that a source is.

        Args:
            source: Such as `postgres://host:5432/database`, `spark:`, `spark:local`
                or `spark://host:7077`.

        Raises:
            EvidenceError: It cannot be used; nothing of it but its scheme is repeated.
        """
        found = _ADDRESS.match(source)
        scheme = (found[1] or found[2]).lower() if found else ""
        engine = _SCHEMES.get(scheme)
        if engine is None:
            raise _refused(scheme, "an address of this kind cannot be read.")
        try:
            parts = urlsplit(source)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise _refused(scheme, "this address is not well formed.") from None
        if parts.password is not None:
            raise _refused(scheme, "the address holds a password.", _ENVIRONMENT)
        named = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
        if named - (_PARAMETERS if engine is Engine.POSTGRES else set()):
            raise _refused(scheme, "the address has parameters of no use.", _ALLOWED)
        where = f"{host}:{port}" if port else host
        if engine is Engine.SPARK and not source.startswith("spark://"):
            return cls(engine, source, source[:40])
        return cls(engine, source, f"{scheme}://{where}{parts.path}")


_ENVIRONMENT: Final = "Credentials come from PGPASSWORD, ~/.pgpass or a service file."
_ALLOWED: Final = f"Allowed are {', '.join(sorted(_PARAMETERS))}, for PostgreSQL alone."


def _refused(scheme: str, cause: str, hint: str = "") -> EvidenceError:
    hint = hint or "Known are postgres://host/database, spark:local and spark://host."
    return EvidenceError(f"{scheme}://…", cause, hint)
