"""Loading the installed plugins, and naming those that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.cli.exit_code import ExitCode
from auditor.cli.messages import warn
from auditor.plugin.collection import Plugins

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

__all__ = ["load_plugins", "outcome_of", "packs_of_rubric"]


def load_plugins(
    only: Iterable[str] = (), *, packs: Sequence[Path] = (), isolate: bool = False
) -> Plugins:
    """Load the plugins; one that fails is named, and the others work.

    Args:
        only: Names of plugins; none means all.
        packs: Files of checks without code, or folders of them.
        isolate: Whether those of third parties run in processes of their own.

    Raises:
        InputError: If a name is that of no plugin.
        DuplicateCheckError: If two checks have one id.
        InputError: If a pack cannot be used.
    """
    plugins = _isolated(only) if isolate else Plugins.load(only)
    for plugin in plugins.failed:
        origin = f"{plugin.package} {plugin.version}"
        warn(f"The plugin {plugin.name} of {origin} is left out: {plugin.failure}")
    if packs:
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


def packs_of_rubric(rubric: Path | None) -> tuple[Path, ...]:
    """Return the packs that a rubric brings, if there is one and it brings any.

    Raises:
        InputError: If it cannot be read, or names a pack outside its own folder.
    """
    if rubric is None:
        return ()
    # Imported only when one is named: most audits use the built-in rubric.
    from auditor.rubric_file import packs_in

    return packs_in(rubric)


def outcome_of(plugins: Plugins) -> ExitCode:
    """Return the exit code of a command that needed no more than the plugins."""
    return ExitCode.INCOMPLETE if plugins.failed else ExitCode.DONE
