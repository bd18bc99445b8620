"""Where each value of a document stands in its file.

A value is named by its JSON pointer (RFC 6901), such as `/journeys/0/owner`. The
places form a tree of the same shape as the values: looking one up walks it, and a
document of deep and long keys costs no more memory than it has nodes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from auditor.errors import Position

__all__ = ["Place", "keys_of", "pointer_to"]


def pointer_to(keys: Iterable[str | int]) -> str:
    """Return the JSON pointer that takes these keys and indexes from the root."""
    escaped = (str(key).replace("~", "~0").replace("/", "~1") for key in keys)
    return "".join(f"/{key}" for key in escaped)


def keys_of(pointer: str) -> Iterator[str]:
    """Yield the keys and indexes, as text, that a JSON pointer takes."""
    for key in pointer.split("/")[1:]:
        yield key.replace("~1", "/").replace("~0", "~")


@dataclass(slots=True)
class Place:
    """Where one value begins, and where the values inside it stand."""

    at: Position
    """Where the value begins."""
    key: Position | None = None
    """Where the key to it stands; `None` for an entry of a list and for the root."""
    inside: dict[str, Place] | Sequence[Place] = ()
    """Places of a mapping's values by key, or of a list's entries in order."""

    def step(self, key: str) -> Place | None:
        """Return the place one key or index further in, if there is one."""
        if isinstance(self.inside, dict):
            return self.inside.get(key)
        inside = key.isdecimal() and int(key) < len(self.inside)
        return self.inside[int(key)] if inside else None

    def find(self, pointer: str) -> Place | None:
        """Return the place of the value that `pointer` names, if there is one."""
        place: Place | None = self
        for key in keys_of(pointer):
            place = place and place.step(key)
        return place

    def nearest(self, pointer: str) -> Place:
        """Return the place of the value, or of the innermost one around it."""
        place = self
        for key in keys_of(pointer):
            further = place.step(key)
            if further is None:
                break
            place = further
        return place
