"""Contrast of colours, and the nearest colour that has enough of it.

Formulas and bounds are those of WCAG 2.2 (W3C, 2023, https://www.w3.org/TR/WCAG22/):
relative luminance and contrast ratio as its glossary defines them, 4.5:1 for text by
success criterion 1.4.3 (AA), 3:1 for what is drawn by 1.4.11 (AA).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "DRAWN",
    "TEXT",
    "WHITE",
    "Colour",
    "darkened",
    "hexadecimal",
    "least_contrast",
    "mixed",
    "read_colour",
]

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue of sRGB, each from 0 to 255."""

WHITE: Final[Colour] = (255, 255, 255)
TEXT: Final = 4.5
"""Contrast that text needs: WCAG 2.2, 1.4.3. None of ours counts as large."""
DRAWN: Final = 3.0
"""Contrast that parts of a drawing need: WCAG 2.2, 1.4.11."""
DARK: Final = 0.04045
"""Value of a channel up to which sRGB is linear: WCAG 2.2, relative luminance."""
STEPS: Final = 256
"""Shades that are tried between a colour and black."""


def read_colour(text: str) -> Colour | None:
    """Return the colour that `#rgb` or `#rrggbb` names; None for anything else."""
    digits = text.removeprefix("#")
    if not re.fullmatch(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", text):
        return None
    if len(digits) == len("rgb"):
        digits = "".join(2 * digit for digit in digits)
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def hexadecimal(colour: Colour) -> str:
    """Return the colour as `#rrggbb`."""
    return f"#{bytes(colour).hex()}"


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def least_contrast(colour: Colour, grounds: Iterable[Colour]) -> float:
    """Return the contrast of a colour on the worst of some grounds."""
    return min(contrast(colour, ground) for ground in grounds)


def darkened(colour: Colour, grounds: Iterable[Colour], wanted: float) -> Colour:
    """Return the lightest shade of a colour that has enough contrast.

    A shade keeps the proportions of red, green and blue, and so the hue.
    """
    grounds = tuple(grounds)
    for step in range(STEPS, 0, -1):
        shade = _scaled(colour, step / STEPS)
        if least_contrast(shade, grounds) >= wanted:
            return shade
    return 0, 0, 0


def mixed(colour: Colour, share: float, other: Colour = WHITE) -> Colour:
    """Return a colour with a share of another in it."""
    red, green, blue = (
        round(one + (two - one) * share) for one, two in zip(colour, other, strict=True)
    )
    return red, green, blue


def _scaled(colour: Colour, factor: float) -> Colour:
    red, green, blue = (int(channel * factor) for channel in colour)
    return red, green, blue


def _luminance(colour: Colour) -> float:
    """Return the relative luminance: 0 for black, 1 for white."""
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """Return a channel of sRGB as light."""
    if channel <= DARK:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
