"""Loading the installed plugins, and naming those that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.auditing import installed_plugins, with_packs_of
from auditor.cli.exit_code import ExitCode
from auditor.cli.messages import aside, warn

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from auditor.plugin.collection import Plugins

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
        InputError: If a name is that of no plugin, a pack cannot be used, or there is
            no such rubric.
        DuplicateCheckError: If two checks have one id.
        MissingExtraError: If there are packs, and nothing to compute them with.
    """
    with aside():
        plugins = installed_plugins(only, isolate=isolate)
    _tell_of_isolation(plugins)
    for plugin in plugins.failed:
        origin = f"{plugin.package} {plugin.version}"
        warn(f"The plugin {plugin.name} of {origin} is left out: {plugin.failure}")
    return with_packs_of(plugins, rubrics, packs)


def _tell_of_isolation(plugins: Plugins) -> None:
    """Say what plugins that are judged apart cannot do, and what can be done to us."""
    for plugin in plugins.installed:
        if plugin.left_out:
            what = ", ".join(plugin.left_out)
            warn(
                f"With --isolate, part of the plugin {plugin.name} is left out: {what}."
            )
    if plugins.isolation and (unguarded := plugins.isolation.unguarded):
        warn(f"This system does not guard: {', '.join(unguarded)}.")


def outcome_of(plugins: Plugins) -> ExitCode:
    """Return the exit code of a command that needed no more than the plugins."""
    return ExitCode.INCOMPLETE if plugins.failed else ExitCode.DONE
