"""The files of a plugin, found without importing it, and their digest."""

from __future__ import annotations

import os
from hashlib import file_digest, sha256
from importlib.machinery import PathFinder
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.machinery import ModuleSpec

__all__ = ["PluginFiles", "digest_of", "files_of"]

COMPILED: Final = "__pycache__"
"""The folder that Python makes; it depends on who imported what, not on the plugin."""


class PluginFiles(NamedTuple):
    """Where a plugin lies."""

    name: str
    """The outermost package around it that is no namespace; empty for a lone module."""
    package: Path
    """That package's folder, or a module that is one file."""
    module: Path
    """The source of the module that the entry point names."""


def files_of(module: str) -> PluginFiles | None:
    """Return where a module and the package around it lie, if they are files.

    Nothing is imported, not even a package above the module.
    """
    outer = _outermost(module)
    if outer is None or not outer.origin:
        return None
    top = Path(outer.origin)
    if top.stem != "__init__":
        return PluginFiles("", top, top)
    names = module.removeprefix(outer.name).split(".")
    inner = top.parent.joinpath(*names)
    source = inner / "__init__.py" if inner.is_dir() else inner.with_suffix(".py")
    return PluginFiles(outer.name, top.parent, source)


def _outermost(module: str) -> ModuleSpec | None:
    """Return the outermost package around a module that is no namespace, or itself.

    Several distributions may share a namespace: its other files are not the plugin's.
    """
    top, *others = accumulate(module.split("."), "{}.{}".format)
    spec = find_spec(top)
    for name in others:
        if spec is None or spec.origin:
            break
        spec = PathFinder.find_spec(name, spec.submodule_search_locations)
    return spec


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
