"""A profile in the making, for tests: one value after the other.

::

    Draft.exemplary().with_value("/metrics/0/owner", "billing").without("/journeys")
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self

from auditor.testing.exemplary import exemplary_document, profile_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.profile.profile import Profile

__all__ = ["Draft"]

END: Final = "-"
"""Stands in a pointer for the place behind the last entry of a list (RFC 6901)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that becomes a profile; each change makes another draft."""

    document: Mapping[str, Any]
    """What the profile's files would say."""

    @classmethod
    def exemplary(cls) -> Self:
        """Begin with the exemplary profile, on which every check of ours is met."""
        return cls(exemplary_document())

    @classmethod
    def silent(cls, name: str = "Acme") -> Self:
        """Begin with a profile that says nothing but the organisation's name."""
        return cls({"organisation": {"name": name}})

    def with_value(self, pointer: str, value: object) -> Self:
        """Return a draft that says `value` at a JSON pointer: `/metrics/0/owner`.

        Groups on the way that are not there are made. An index of `-` adds an entry to
        a list.

        Raises:
            LookupError: If the pointer leads through what is no group and no list.
        """
        document, holder, key = self._opened(pointer)
        if isinstance(holder, list) and key == END:
            holder.append(value)
        elif isinstance(holder, list):
            holder[int(key)] = value
        else:
            holder[key] = value
        return type(self)(document)

    def without(self, pointer: str) -> Self:
        """Return a draft that is silent at a JSON pointer.

        Raises:
            LookupError: If there is nothing.
        """
        document, holder, key = self._opened(pointer)
        if isinstance(holder, list):
            del holder[int(key)]
        else:
            del holder[key]
        return type(self)(document)

    def profile(self) -> Profile:
        """Return the profile; references to nothing read as missing, as in an audit.

        Raises:
            ValidationError: If it is no valid profile.
        """
        return profile_of(self.document)

    def _opened(self, pointer: str) -> tuple[dict[str, Any], Any, str]:
        """Return a copy, with the group or list in it that holds the pointer's end."""
        start, *parts = pointer.split("/")
        if start or not parts:
            raise LookupError(f"{pointer!r} is no JSON pointer such as /metrics/0.")
        document = deepcopy(dict(self.document))
        holder: Any = document
        for part in parts[:-1]:
            if isinstance(holder, list):
                holder = holder[int(part)]
            elif hasattr(holder, "setdefault"):
                holder = holder.setdefault(part, {})
            else:
                raise LookupError(f"{pointer} leads through what is no group.")
        return document, holder, parts[-1]
