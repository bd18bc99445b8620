"""The files of a plugin, found without importing it, and their digest."""

from __future__ import annotations

import os
from hashlib import file_digest, sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["PluginFiles", "digest_of", "files_of"]

COMPILED: Final = "__pycache__"
"""The folder that Python makes; it depends on who imported what, not on the plugin."""


class PluginFiles(NamedTuple):
    """Where a plugin lies."""

    package: Path
    """The import package, a folder, or a module that is one file."""
    module: Path
    """The source of the module that the entry point names."""


def files_of(module: str) -> PluginFiles | None:
    """Return where a module and the package around it lie, if they are files.

    Nothing is imported, not even a package above the module.
    """
    spec = find_spec(module.partition(".")[0])
    if spec is None or not spec.origin:
        return None
    top = Path(spec.origin)
    if top.stem != "__init__":
        return PluginFiles(top, top)
    inner = top.parent.joinpath(*module.split(".")[1:])
    if inner.is_dir():
        return PluginFiles(top.parent, inner / "__init__.py")
    return PluginFiles(top.parent, inner.with_suffix(".py"))


def digest_of(package: Path) -> str:
    """Return the SHA-256 of a package: of the digests and names of its files.

    It is that of what `sha256sum` prints of them, by name: each line a digest, two
    spaces, and the path from the folder that holds the package, with slashes. Compiled
    files are left out, and so is where the package lies.

    Raises:
        OSError: If a file cannot be read.
    """
    lines = []
    for path in _files(package):
        with path.open("rb") as content:
            found = file_digest(content, "sha256").hexdigest()
        name = path.relative_to(package.parent).as_posix()
        lines.append((name.encode(errors="surrogateescape"), found.encode()))
    listed = b"".join(b"%s  %s\n" % (found, name) for name, found in sorted(lines))
    return sha256(listed).hexdigest()


def _files(package: Path) -> Iterator[Path]:
    if package.is_file():
        yield package
        return
    for folder, inner, names in os.walk(package):
        inner[:] = [name for name in inner if name != COMPILED]
        paths = (Path(folder, name) for name in names)
        yield from (path for path in paths if path.is_file())
