"""Presets: mappings of the exports that people have, one file of data each.

A plugin adds its own by naming a folder of such files; whoever calls brings the reader
of YAML, which belongs to the profile.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from auditor.errors import InputError, Problem
from auditor.evidence.presets.preset import Preset, mapping_of, preset_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["FOLDER", "Preset", "load_presets", "mapping_of", "preset_of"]

FOLDER = Path(__file__).parent
"""Where our own presets are."""


def load_presets(
    folders: Iterable[Path], read: Callable[[Path], Mapping[str, object]]
) -> dict[str, Preset]:
    """Every preset in some folders, by name, in alphabetical order.

    Args:
        folders: Folders with one `.yaml` file for each preset, named like it.
        read: Reads such a file.

    Raises:
        InputError: A preset is not well formed, or two have the same name.
    """
    found: dict[str, Path] = {}
    for path in (each for folder in folders for each in sorted(folder.glob("*.yaml"))):
        if path.stem in found:
            message = (
                f"Two presets are called {path.stem!r}: {found[path.stem]}, {path}."
            )
            raise InputError([Problem(message)])
        found[path.stem] = path
    return {name: preset_of(name, read(found[name])) for name in sorted(found)}
