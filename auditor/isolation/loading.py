"""The installed plugins, those of third parties in processes of their own."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import EntryPoint
from typing import TYPE_CHECKING, Final

from auditor.confinement import Guard, Limits
from auditor.errors import DuplicateCheckError, DuplicateExtensionError
from auditor.isolation.bench import Bench
from auditor.isolation.parts import Failed
from auditor.isolation.worker import ProcessEndedError, Worker
from auditor.plugin.choosing import chosen_plugins
from auditor.plugin.collection import Plugins
from auditor.plugin.failures import failure_of
from auditor.plugin.loading import found, is_ours, load_plugin
from auditor.plugin.marker import NAMESPACE
from auditor.report import Isolation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.plugin.loading import Plugin

__all__ = ["CHECK_LIMITS", "guarded_here", "isolated_plugin", "isolated_plugins"]

CHECK_LIMITS: Final = Limits(seconds=15)
"""Ours: what a plugin may take for all of its checks; ours together take one second."""


def isolated_plugins(
    only: Iterable[str] = (), limits: Limits = CHECK_LIMITS
) -> Plugins:
    """Return the installed plugins, those of third parties judged apart.

    Args:
        only: Names of plugins, and `built-in` for all of ours; none means all.
        limits: What the process of each plugin of a third party may take.

    Raises:
        InputError: If a name is that of no plugin.
        DuplicateCheckError: If two checks of ours have one id. A plugin of a third
            party whose check has the id of another is left out instead.
    """
    loaded: list[Plugin] = []
    benches: list[Bench] = []
    # Ours come first: an id that both claim is ours.
    for point in sorted(chosen_plugins(only), key=lambda point: not is_ours(point)):
        if is_ours(point):
            loaded.append(load_plugin(point))
            continue
        bench = Bench(point, limits)
        loaded.append(_without_clash(isolated_plugin(point, bench), loaded))
        benches.append(bench)
    reached = [set(bench.guarded) for bench in benches if bench.guarded]
    everywhere = set(Guard).intersection(*reached)
    guarded = tuple(guard for guard in Guard if guard in everywhere)
    return Plugins(
        tuple(sorted(loaded, key=lambda plugin: plugin.name)),
        Isolation(guarded) if reached else None,
    )


def isolated_plugin(point: EntryPoint, bench: Bench) -> Plugin:
    """Return a plugin whose checks ask a process; a failure is told, not raised."""
    plugin = replace(found(point), isolated=True)
    if plugin.failure:
        return plugin
    try:
        told = bench.load()
        if isinstance(told, Failed):
            return replace(plugin, failure=told.failure)
        areas = tuple(area.made(bench.judge) for area in told.areas)
        keys = tuple(key.made(point.name) for key in told.keys)
    except ProcessEndedError as ended:
        return replace(plugin, failure=ended.why)
    except (ValueError, TypeError, LookupError) as error:
        return replace(plugin, failure=failure_of(error))
    return replace(plugin, areas=areas, extensions=keys, left_out=told.left_out)


def _without_clash(plugin: Plugin, others: list[Plugin]) -> Plugin:
    """Return a plugin, or none of it if a check or key is that of another."""
    try:
        Plugins((*others, plugin))
    except (DuplicateCheckError, DuplicateExtensionError) as error:
        return replace(plugin, areas=(), extensions=(), failure=error.cause)
    return plugin


def guarded_here() -> tuple[Guard, ...]:
    """Return what this system keeps the checks of third parties from.

    Raises:
        ProcessEndedError: If no process can be started for them.
    """
    nobody = EntryPoint("nobody", "nobody", NAMESPACE)
    return Worker(nobody, CHECK_LIMITS).guarded
