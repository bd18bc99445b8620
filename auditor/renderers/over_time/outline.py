"""An outline: titled sections of sentences and tables, in no format yet."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Outline", "Section"]


@dataclass(frozen=True, slots=True)
class Section:
    """One section; texts of it may come from anybody and are escaped when written."""

    title: str
    sentences: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    """Titles of columns; one that begins with `>` aligns right."""
    rows: tuple[tuple[str, ...], ...] = ()
    after: tuple[str, ...] = ()
    """Sentences below the table."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What there is to say, from the top."""

    title: str
    sections: tuple[Section, ...]
