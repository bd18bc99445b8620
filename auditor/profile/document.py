"""A document: one YAML file, one JSON file, or a folder of them, as plain values.

This module knows nothing of profiles: rubric files are read the same way.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditor.errors import InputError, Position, Problem
from auditor.profile.files import SourceFile, is_folder, read_file
from auditor.profile.folder import FolderReader
from auditor.profile.places import Place
from auditor.profile.wording import describe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.profile.notice import Notice
    from auditor.profile.tree import PlainValue

__all__ = ["SCHEMA_KEY", "Document", "SourceFile", "read_document"]

SCHEMA_KEY: Final = "$schema"
"""Key by which a JSON file tells editors its schema; it says nothing else."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a file or folder holds, before anybody asks whether it makes sense."""

    name: str
    """Path as the user wrote it."""
    value: dict[str, PlainValue]
    """The content: plain values, as JSON could hold them."""
    place: Place
    """Where each value stands: a tree of the same shape."""
    files: tuple[SourceFile, ...]
    """The files that were read, sorted by name."""
    sha256: str
    """Digest of the file; of a folder, of what `sha256sum` prints for its files."""
    notices: tuple[Notice, ...] = ()
    """What was found in a folder and not read."""

    def locate(self, pointer: str) -> Position:
        """Return where a value, or the innermost value around it, stands."""
        return self.place.nearest(pointer).at


def read_document(path: str | Path, sections: Iterable[str] = ()) -> Document:
    """Return what the file or folder at `path` holds.

    Args:
        path: A `.yaml`, `.yml` or `.json` file, or a folder.
        sections: Keys that may each be a file or folder of their own inside a
            folder; without any, folders are refused.

    Raises:
        InputError: If it cannot be read, is malformed or exceeds a limit; with all
            problems of all files.
    """
    path, sections = Path(path), tuple(sections)
    if sections and is_folder(path):
        return _read_folder(path, sections)
    file, value, place = read_file(path, path.name)
    if not isinstance(value, dict):
        message = f"Found {describe(value)}, the file has to be a group of keys."
        hint = "Write 'key: value', with a space after the colon."
        raise InputError([Problem(message, place.at, hint)])
    value.pop(SCHEMA_KEY, None)
    return Document(str(path), value, place, (file,), file.sha256)


def _read_folder(path: Path, sections: tuple[str, ...]) -> Document:
    reader = FolderReader(path, sections)
    reader.read()
    reader.value.pop(SCHEMA_KEY, None)
    files = tuple(sorted(reader.files, key=lambda file: file.name))
    listing = "".join(f"{file.sha256}  {file.name}\n" for file in files)
    return Document(
        name=str(path),
        value=reader.value,
        place=Place(Position(str(path), 1, 1), inside=reader.places),
        files=files,
        sha256=hashlib.sha256(listing.encode()).hexdigest(),
        notices=reader.notices(),
    )
