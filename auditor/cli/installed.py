"""Loading the installed plugins, and naming those that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.cli.exit_code import ExitCode
from auditor.cli.messages import warn
from auditor.plugin.collection import Plugins

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["load_plugins", "outcome_of", "packs_of_rubric"]


def load_plugins(packs: Sequence[Path] = ()) -> Plugins:
    """Load all plugins; one that fails is named, and the others work.

    Args:
        packs: Files of checks without code, or folders of them.

    Raises:
        DuplicateCheckError: If two checks have one id.
        InputError: If a pack cannot be used.
    """
    plugins = Plugins.load()
    for plugin in plugins.failed:
        origin = f"{plugin.package} {plugin.version}"
        warn(f"The plugin {plugin.name} of {origin} is left out: {plugin.failure}")
    if packs:
        # Imported only when a pack is named: it brings a library for expressions.
        from auditor.packs import with_packs

        plugins = with_packs(plugins, packs)
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
