"""Addresses of databases, and what of them may be shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import SplitResult, parse_qsl, urlsplit

from auditor.errors import EvidenceError
from auditor.translation import Message, message

__all__ = ["Address", "Engine"]


class Engine(StrEnum):
    """What answers at an address."""

    POSTGRES = "postgres"
    """PostgreSQL, or what speaks its protocol and its SQL."""
    SPARK = "spark"
    """A Spark session."""


MALFORMED: Final = message("this address is not well formed.")
_SCHEMES: Final = {
    "postgres": Engine.POSTGRES,
    "postgresql": Engine.POSTGRES,
    "spark": Engine.SPARK,
}
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):(//)?", re.IGNORECASE)
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
        found = _SCHEME.match(source)
        scheme = found[1].lower() if found else ""
        engine = _SCHEMES.get(scheme)
        if found is None or engine is None:
            raise _refused(scheme, message("an address of this kind cannot be read."))
        if not found[2]:
            return cls(engine, source, _session(scheme, source))
        try:
            parts = urlsplit(source)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise _refused(scheme, MALFORMED) from None
        _refuse_more_than_a_place(parts, engine)
        where = f"{host}:{port}" if port else host
        return cls(engine, source, f"{scheme}://{where}{parts.path}")


def _session(scheme: str, source: str) -> str:
    """What is shown of an address without a host."""
    if source.lower() not in {"spark:", "spark:local"}:
        hint = message("Write postgres://host/database, spark: or spark:local.")
        raise _refused(scheme, MALFORMED, hint)
    return source.lower()


def _refuse_more_than_a_place(parts: SplitResult, engine: Engine) -> None:
    if parts.password is not None:
        cause = message("the address holds a password.")
        hint = message("Credentials come from PGPASSWORD, ~/.pgpass or a service file.")
        raise _refused(parts.scheme, cause, hint)
    allowed = _PARAMETERS if engine is Engine.POSTGRES else frozenset[str]()
    named = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    if named - allowed:
        cause = message("the address has parameters of no use.")
        hint = message(
            "Allowed are {parameters}, for PostgreSQL alone.",
            parameters=", ".join(sorted(_PARAMETERS)),
        )
        raise _refused(parts.scheme, cause, hint)


def _refused(scheme: str, cause: Message, hint: Message | None = None) -> EvidenceError:
    known = message("Known are postgres://host/database, spark:local and spark://host.")
    return EvidenceError(f"{scheme}://…", cause, hint or known)
