"""Something about a template that its author should know."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Slip"]


@dataclass(frozen=True, slots=True, order=True)
class Slip:
    """One thing that is wrong with a template, or probably is."""

    file: str
    """Path within the folder; empty for what is wrong with the page as a whole."""
    line: int
    """Line, from 1; 0 where none is to blame."""
    message: str
    """What was found, and what to do: sentences."""
    serious: bool = True
    """Whether the templates should not be used as they are."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file or "the page"
        return f"{place}: {self.message}"
