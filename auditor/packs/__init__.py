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

from importlib.util import find_spec
from typing import TYPE_CHECKING

from auditor.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from auditor.checks import Area
    from auditor.packs.rehearsal import Slip
    from auditor.plugin.collection import Plugins

__all__ = ["load", "rehearse", "with_packs"]


def load(path: str | Path) -> Area:
    """Return the area of a pack, with its checks.

    Raises:
        InputError: If the pack cannot be read or used; with every problem found.
        MissingExtraError: If the library for expressions is not installed.
    """
    _require_library()
    from auditor.packs.reading import read_pack

    return read_pack(path).area


def with_packs(plugins: Plugins, paths: Iterable[Path]) -> Plugins:
    """Return the plugins, and the checks of packs beside theirs.

    Args:
        plugins: The installed plugins.
        paths: Packs, or folders of them.

    Raises:
        InputError: If a pack cannot be used, or a check has the id of another; with
            every problem of all of them.
        MissingExtraError: If the library for expressions is not installed.
    """
    _require_library()
    from auditor.packs.installing import installed_with

    return installed_with(plugins, paths)


def rehearse(path: str | Path) -> list[Slip]:
    """Return what should be mended about a pack that can be read.

    Raises:
        InputError: If the pack cannot be read or used; with every problem found.
        MissingExtraError: If the library for expressions is not installed.
    """
    _require_library()
    from auditor.packs.reading import read_pack
    from auditor.packs.rehearsal import rehearsed

    return rehearsed(read_pack(path))


def _require_library() -> None:
    if find_spec("celpy") is None:
        raise MissingExtraError("A pack of checks", "packs")
