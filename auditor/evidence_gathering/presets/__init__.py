"""Presets: mappings of the exports that people have, one file of data each.

A preset has the keys that a table of evidence has in a profile, so it can be pasted
there and changed. Several names of a source are tried in order. A column that a source
lacks is left out, unless the table is worth nothing without it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditor.errors import InputError, Problem
from auditor.evidence.columns import columns_of
from auditor.evidence.mapping import Preset
from auditor.evidence_gathering.mapping import mapping_of
from auditor.profile.document import read_document
from auditor.profile.evidence import DatasetPreset
from auditor.profile.validation import validated

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["presets_in"]

FOLDER: Final = Path(__file__).parent
"""Where our own presets are."""


def presets_in(folders: Iterable[Path] = ()) -> dict[str, Preset]:
    """Return our presets and those in further folders, by name.

    Args:
        folders: Folders with one `.yaml` file for each preset, named like it.

    Raises:
        InputError: If one is not well formed, or two have the same name.
    """
    found: dict[str, Path] = {}
    for folder in (FOLDER, *folders):
        for path in folder.glob("*.yaml"):
            if other := found.get(path.stem):
                message = f"Two presets are called {path.stem!r}: {other}, {path}."
                raise InputError([Problem(message)])
            found[path.stem] = path
    return {name: _read(found[name]) for name in sorted(found)}


def _read(path: Path) -> Preset:
    document = read_document(path)
    # What a profile says besides: which table it is, and where its rows are.
    value = {"id": path.stem, "source": path.name, **document.value}
    said = validated(DatasetPreset, value, document.place)
    mapping = mapping_of(said, document.locate)
    known = columns_of(mapping.kind)
    columns = {
        name: replace(column, optional=column.optional or not known[name].needed)
        for name, column in mapping.columns.items()
    }
    filters = tuple(replace(rule, optional=True) for rule in mapping.filters)
    mapping = replace(mapping, columns=columns, filters=filters)
    return Preset(path.stem, said.title, mapping)
