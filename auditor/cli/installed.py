"""Loading the installed plugins, and naming those that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.cli.exit_code import ExitCode
from auditor.cli.messages import warn
from auditor.plugin.collection import Plugins

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["load_plugins", "outcome_of"]


def load_plugins(
    only: Iterable[str] = (),
    *,
    packs: Iterable[Path] = (),
    rubrics: Iterable[Path | None] = (),
    isolate: bool = False,
) -> Plugins:
    """Load the plugins; one that fails is named, and the others work.

    Args:
        only: Names of plugins; none means all.
        packs: Files of checks without code, or folders of them.
        rubrics: Paths or names of rubrics, which may bring packs along.
        isolate: Whether those of third parties run in processes of their own.

    Raises:
        InputError: If a name is that of no plugin.
        DuplicateCheckError: If two checks have one id.
        InputError: If a pack cannot be used, or there is no such rubric.
    """
    plugins = _isolated(only) if isolate else Plugins.load(only)
    for plugin in plugins.failed:
        origin = f"{plugin.package} {plugin.version}"
        warn(f"The plugin {plugin.name} of {origin} is left out: {plugin.failure}")
    named = (rubric for rubric in rubrics if rubric)
    brought = (pack for rubric in named for pack in _packs_of(rubric, plugins))
    if packs := tuple(dict.fromkeys((*packs, *brought))):
        # Imported only when a pack is named: it brings a library for expressions.
        from auditor.packs import with_packs

        plugins = with_packs(plugins, packs)
    return plugins


def _isolated(only: Iterable[str]) -> Plugins:
    """Load the plugins apart, and tell what that cannot do."""
    # Imported only where it is asked for.
    from auditor.isolation import installed_plugins

    plugins = installed_plugins(only, isolate=True)
    for plugin in plugins.installed:
        if plugin.left_out:
            what = " and ".join(plugin.left_out)
            warn(f"With --isolate, {what} of the plugin {plugin.name} are left out.")
    if plugins.isolation and (unguarded := plugins.isolation.unguarded):
        warn(f"This system does not guard: {', '.join(unguarded)}.")
    return plugins


def _packs_of(rubric: Path, plugins: Plugins) -> tuple[Path, ...]:
    # Imported only when one is named: most audits use the built-in rubric.
    from auditor.rubric_file import packs_called

    return packs_called(rubric, plugins.rubrics)


def outcome_of(plugins: Plugins) -> ExitCode:
    """Return the exit code of a command that needed no more than the plugins."""
    return ExitCode.INCOMPLETE if plugins.failed else ExitCode.DONE
