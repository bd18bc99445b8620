"""Reading one file, YAML or JSON by its suffix, into plain values and their places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from auditor.errors import InputError, Problem
from auditor.profile.json_tokens import read_json
from auditor.profile.source import MOST_BYTES, read_source
from auditor.profile.yaml_events import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from auditor.profile.places import Place
    from auditor.profile.source import SourceText
    from auditor.profile.tree import PlainValue

    Reader: TypeAlias = Callable[[SourceText], tuple[PlainValue, Place]]

__all__ = ["SUFFIXES", "SourceFile", "is_folder", "read_file"]

SUFFIXES: Final[dict[str, Reader]] = {
    ".yaml": read_yaml,
    ".yml": read_yaml,
    ".json": read_json,
}
"""Reader of each kind of file, by its suffix in lower case."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read."""

    name: str
    """Path relative to the document's folder; of a single file, its name."""
    sha256: str
    """Digest of its bytes, in hexadecimal."""
    size: int
    """Its length in bytes."""
    content: bytes = field(default=b"", repr=False)
    """Its bytes, which a report carries with it."""


def read_file(
    path: Path, name: str, most_bytes: int = MOST_BYTES
) -> tuple[SourceFile, PlainValue, Place]:
    """Return what the file at `path`, to be known as `name`, holds and where.

    Raises:
        InputError: If it is missing, cannot be read, is neither YAML nor JSON by its
            name, is malformed or exceeds a limit.
    """
    source = read_source(path, most_bytes)
    reader = SUFFIXES.get(path.suffix.lower())
    if reader is None:
        message = f"{str(path)!r} is neither YAML nor JSON by its name."
        hint = f"Give it one of the endings {', '.join(SUFFIXES)}."
        raise InputError([Problem(message, hint=hint)])
    value, place = reader(source)
    file = SourceFile(name, source.sha256, source.size, source.content)
    return file, value, place


def is_folder(path: Path) -> bool:
    """Whether there is such a folder; what may not be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False
