"""What a cell of a table says: a text, and the notes below it."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.renderers.docx.styles import CONTRADICTED

__all__ = ["Cell", "CellOrText", "noted", "small", "strong", "wrong"]


@dataclass(frozen=True, slots=True)
class Cell:
    """The paragraphs of a cell."""

    text: str
    """What it says first; empty for notes alone."""
    notes: tuple[str, ...] = ()
    """What stands below it, smaller; empty ones are left out."""
    mark: str = ""
    """The style of the text's characters."""


CellOrText = Cell | str
"""A cell, or the text of one that says no more."""


def noted(text: str, *notes: str) -> Cell:
    """Return a text with notes below it."""
    return Cell(text, notes)


def strong(text: str, *notes: str) -> Cell:
    """Return a text that matters, with notes below it."""
    return Cell(text, notes, "Strong")


def wrong(text: str, *notes: str) -> Cell:
    """Return what records contradict, with notes below it."""
    return Cell(text, notes, CONTRADICTED)


def small(*notes: str) -> Cell:
    """Return lines of one rank, as many as there are."""
    return Cell("", notes)
