"""Packs: checks without code, in YAML, with conditions in CEL.

A plugin returns the areas of its packs::

    from pathlib import Path

    from auditor import hookimpl
    from auditor.packs import load

    @hookimpl
    def auditor_checks():
        return [load(Path(__file__).with_name("hotels.yaml"))]

The library that computes expressions is imported when a pack is read, and known to
this package alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.checks import Area

__all__ = ["load"]


def load(path: str | Path) -> Area:
    """Return the area of a pack, with its checks.

    Raises:
        InputError: If the pack cannot be read or used; with every problem found.
    """
    from auditor.packs.reading import read_pack  # noqa: PLC0415 - who has no pack waits for no library

    return read_pack(path).area
