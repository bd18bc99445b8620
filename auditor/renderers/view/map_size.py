"""Whether a journey's map leaves room on its page for larger type.

A page is not laid out twice to see how long it gets: the lines of its cells are counted
from their characters, carefully.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.renderers.view.words import View

__all__ = ["is_roomy"]

TYPE: Final = 8.5
"""Size of the larger type in points, as the style sheet has it."""
LINE: Final = 1.3 * TYPE
CHARACTER: Final = 0.56 * TYPE
"""Ours: points that a character takes, and a little more: lines end between words."""
ROW: Final = 0.64 * TYPE + 1
"""Points above and below the text of a row, with its rule."""
CELL: Final = 1.2 * TYPE
"""Points left and right of the text of a cell."""
WIDTH: Final = 677
"""Points that all stages share on a landscape page."""
HEIGHT: Final = 420
"""Points for all rows but the drawing."""
TITLES: Final = 90
"""Points that the titles of section and journey take above a journey's first map."""


def is_roomy(
    stages: Sequence[View], rows: Iterable[Sequence[View | None]], *, titled: bool
) -> bool:
    """Return whether a map fits on a page in the larger type.

    Args:
        stages: The heads of its columns.
        rows: Its rows of touchpoints and pain points.
        titled: Whether titles stand above it.
    """
    across = max(int((WIDTH / len(stages) - CELL) / CHARACTER), 1)
    heads = (
        [[str(stage[key])] for stage in stages]
        for key in ("owner", "expectations", "metrics", "name")
    )
    cells = [[_parts(cell) for cell in row if cell] for row in rows]
    # The phase stands below the name, and who says so has a row too.
    lines = 3 + sum(_lines(row, across) for row in (*heads, *cells))
    return lines * LINE + (5 + len(cells)) * ROW <= HEIGHT - TITLES * titled


def _lines(row: Iterable[Iterable[str]], across: int) -> int:
    """Return the lines of the longest cell of a row."""
    return max(sum(-(-len(part) // across) for part in cell) for cell in row)


def _parts(cell: View) -> list[str]:
    """Return the texts of a cell that each begin a line."""
    beside = [f"{cell.get('channel') or cell.get('impact') or ''} {cell.get('owner')}"]
    below = [str(cell.get(key) or "") for key in ("text", "status")]
    measured = [str(cell["metrics"])] if cell.get("measured") else []
    return [*below, *beside, *measured]
