"""Loading the installed plugins, and naming those that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.cli.exit_code import ExitCode
from auditor.cli.messages import warn
from auditor.plugin.collection import Plugins

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["load_plugins", "outcome_of"]


def load_plugins(only: Iterable[str] = (), *, isolate: bool = False) -> Plugins:
    """Load the plugins; one that fails is named, and the others work.

    Args:
        only: Names of plugins; none means all.
        isolate: Whether those of third parties run in processes of their own.

    Raises:
        InputError: If a name is that of no plugin.
        DuplicateCheckError: If two checks have one id.
    """
    plugins = _isolated(only) if isolate else Plugins.load(only)
    for plugin in plugins.failed:
        origin = f"{plugin.package} {plugin.version}"
        warn(f"The plugin {plugin.name} of {origin} is left out: {plugin.failure}")
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


def outcome_of(plugins: Plugins) -> ExitCode:
    """Return the exit code of a command that needed no more than the plugins."""
    return ExitCode.INCOMPLETE if plugins.failed else ExitCode.DONE
