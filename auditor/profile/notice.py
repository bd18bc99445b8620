"""What a reader of a profile should know although it does not stop the audit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.errors import Position

__all__ = ["Notice"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something in an input that is probably not as its writer meant it."""

    message: str
    """What was found, and what becomes of it."""
    pointer: str = ""
    """JSON pointer of the value in question; empty for the whole document."""
    position: Position | None = None
    """Where it stands, if it has a place."""

    def __str__(self) -> str:
        return f"{self.position}: {self.message}" if self.position else self.message
