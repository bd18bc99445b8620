"""The colours of office documents: ours, or those of a firm as they were mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from auditor.engagement import Palette

if TYPE_CHECKING:
    from auditor.engagement import Engagement

__all__ = ["Colours"]


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours that a firm may choose, as office programs write them: `1F4E79`."""

    ink: str
    """Text."""
    heading: str
    """Headings."""
    brand: str
    """Headings within a section."""
    accent: str
    """Rules below headings, and a band on slides; none if empty."""
    known: str
    """Links, and in drawings what is known."""
    pale: str
    """A ground for text."""

    @classmethod
    def of(cls, engagement: Engagement | None) -> Self:
        """Return the colours of an engagement, ours where it has none."""
        palette = engagement.palette if engagement else Palette()
        chosen = (
            *(palette.ink, palette.heading, palette.brand),
            *(palette.accent, palette.known, palette.pale),
        )
        return cls(*(colour.removeprefix("#").upper() for colour in chosen))
