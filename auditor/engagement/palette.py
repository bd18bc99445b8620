"""The colours of a report: ours, or those of a firm where they can be read.

Red and amber say that something is not met or partly met, and hatched grey that it
is unknown. No firm's colour takes their place, and one that could be taken for them is
used for headings alone: drawings then keep our blue.
"""

from __future__ import annotations

from colorsys import rgb_to_hsv
from dataclasses import dataclass
from typing import Final

from auditor.engagement.contrast import (
    DRAWN,
    TEXT,
    WHITE,
    Colour,
    darkened,
    hexadecimal,
    least_contrast,
    mixed,
)

__all__ = ["Chosen", "Palette", "chosen_palette", "shortfall"]

INK: Final = "#1a2129"
BLUE: Final = "#1f4e79"

GROUNDS: Final[tuple[Colour, ...]] = (WHITE, (243, 246, 249), (227, 233, 239))
"""Where text stands: paper, heads of maps, and the darker band of the scale."""
TINTED: Final[tuple[Colour, ...]] = (
    *GROUNDS,
    (253, 241, 220),
    (251, 234, 234),
    (219, 219, 219),
)
"""Where plain text stands besides: pale amber, pale red, the darkest `pale`."""

WARM: Final = (338.0, 60.0)
"""Ours: hues, in degrees, from our red at 358 to our amber at 39, with room around."""
VIVID: Final = 0.25
"""Ours: saturation below which a colour is a grey, whatever its hue."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a report that a firm may choose, as `#rrggbb`."""

    ink: str = INK
    """Text."""
    heading: str = INK
    """Headings."""
    brand: str = BLUE
    """What the cover says first."""
    accent: str = ""
    """A band on the cover and a rule below each heading; none if empty."""
    known: str = BLUE
    """Links, and in drawings what is known, met or owned."""
    soft: str = "#8aa6c1"
    """Its lighter shade: intervals."""
    pale: str = "#dbe7f3"
    """Its palest shade, a ground for text."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The colours that a firm chose, not yet checked."""

    primary: Colour | None = None
    """Headings, links and drawings."""
    accent: Colour | None = None
    """Bands and rules."""
    ink: Colour | None = None
    """Text."""


def shortfall(name: str, colour: Colour) -> str:
    """Return what a chosen colour lacks, as a clause; empty where it lacks nothing.

    Args:
        name: What it is for: `primary`, `accent` or `ink`.
        colour: The colour.
    """
    grounds, wanted = _needed(name)
    ratio = least_contrast(colour, grounds)
    if ratio >= wanted:
        return ""
    purpose, criterion = ("text", "1.4.3") if wanted == TEXT else ("rules", "1.4.11")
    return (
        f"{hexadecimal(colour)} has a contrast of {ratio:.1f}:1 where it is used for "
        f"{purpose}, and {wanted:g}:1 is asked (WCAG 2.2, {criterion}, AA)"
    )


def chosen_palette(chosen: Chosen) -> tuple[Palette, tuple[str, ...]]:
    """Return the colours to use, and what was mended, in sentences."""
    notices: list[str] = []
    ink = _mended("ink", chosen.ink, notices)
    accent = _mended("accent", chosen.accent, notices)
    brand = _mended("primary", chosen.primary, notices)
    known = None if brand is None or _warm(brand) else brand
    if brand and not known:
        notices.append(
            f"colours.primary: {hexadecimal(brand)} could be taken for the red or "
            "amber of what is not met, so links and drawings keep our blue."
        )
    band = accent or brand
    text = hexadecimal(ink) if ink else INK
    palette = Palette(
        ink=text,
        heading=hexadecimal(brand) if brand else text,
        brand=hexadecimal(brand) if brand else BLUE,
        accent=hexadecimal(band) if band else "",
    )
    return _with_drawings(palette, known), tuple(notices)


def _with_drawings(palette: Palette, known: Colour | None) -> Palette:
    if known is None:
        return palette
    return Palette(
        palette.ink,
        palette.heading,
        palette.brand,
        palette.accent,
        known=hexadecimal(known),
        soft=hexadecimal(mixed(known, 0.5)),
        pale=hexadecimal(mixed(known, 0.86)),
    )


def _mended(name: str, colour: Colour | None, notices: list[str]) -> Colour | None:
    """Return the colour, or its lightest shade that can be read, with a notice."""
    if colour is None or not (lacks := shortfall(name, colour)):
        return colour
    shade = darkened(colour, *_needed(name))
    notices.append(
        f"colours.{name}: {lacks}; the report uses {hexadecimal(shade)} instead."
    )
    return shade


def _needed(name: str) -> tuple[tuple[Colour, ...], float]:
    """Return on which grounds a colour stands, and the contrast that it needs."""
    if name == "ink":
        return TINTED, TEXT
    return ((WHITE,), DRAWN) if name == "accent" else (GROUNDS, TEXT)


def _warm(colour: Colour) -> bool:
    """Whether a colour could be taken for our red or amber."""
    red, green, blue = (channel / 255 for channel in colour)
    hue, saturation, _ = rgb_to_hsv(red, green, blue)
    first, last = WARM
    return saturation >= VIVID and not last < hue * 360 < first
