"""Loading the installed plugins, and naming those that failed."""

from __future__ import annotations

from auditor.cli.exit_code import ExitCode
from auditor.cli.messages import warn
from auditor.plugin.collection import Plugins

__all__ = ["load_plugins", "outcome_of"]


def load_plugins() -> Plugins:
    """Load all plugins; one that fails is named, and the others work.

    Raises:
        DuplicateCheckError: If two checks have one id.
    """
    plugins = Plugins.load()
    for plugin in plugins.failed:
        origin = f"{plugin.package} {plugin.version}"
        warn(f"The plugin {plugin.name} of {origin} is left out: {plugin.failure}")
    return plugins


def outcome_of(plugins: Plugins) -> ExitCode:
    """Return the exit code of a command that needed no more than the plugins."""
    return ExitCode.INCOMPLETE if plugins.failed else ExitCode.DONE
