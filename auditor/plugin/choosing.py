"""Choosing among the installed plugins, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.errors import InputError, Problem
from auditor.plugin.loading import find_plugins, is_ours
from auditor.profile.wording import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.metadata import EntryPoint

__all__ = ["BUILT_IN", "chosen_plugins"]

BUILT_IN: Final = "built-in"
"""Stands for all plugins that come with cxaudit."""


def chosen_plugins(only: Iterable[str] = ()) -> list[EntryPoint]:
    """Return the entry points of the plugins that are named, by name.

    Args:
        only: Names of plugins or of the packages that bring them, or one name, and
            `built-in` for all of ours; none means all.

    Raises:
        InputError: If a name is that of no plugin; lists those that there are.
    """
    names = [only] if isinstance(only, str) else only
    points, asked = find_plugins(), [_folded(name) for name in names]
    if not asked:
        return points
    known = {_folded(BUILT_IN), *(name for each in points for name in _names(each))}
    if missing := [name for name in asked if name not in known]:
        listed = ", ".join((BUILT_IN, *dict.fromkeys(point.name for point in points)))
        text = f"There is no plugin {missing[0][:60]!r}."
        near = nearest(missing[0], {BUILT_IN, *known} - {_folded(BUILT_IN)})
        hint = f"Did you mean {near!r}? " if near else ""
        raise InputError([Problem(text, hint=f"{hint}There are {listed}.")])
    return [point for point in points if _is_asked_for(point, asked)]


def _is_asked_for(point: EntryPoint, asked: list[str]) -> bool:
    """Whether a plugin is named; one that calls itself `built-in` never is."""
    if is_ours(point) and _folded(BUILT_IN) in asked:
        return True
    return bool(_names(point) & {*asked} - {_folded(BUILT_IN)})


def _names(point: EntryPoint) -> set[str]:
    """Return the names of a plugin, as they are looked up: its own, its package's.

    One of ours has its own alone: our package brings them all.
    """
    package = "" if is_ours(point) or point.dist is None else point.dist.name
    return {_folded(name) for name in (point.name, package) if name}


def _folded(name: str) -> str:
    return name.lower().replace("-", "_")
