"""Finding installed plugins and asking each what it adds.

This is the only module that speaks to pluggy. Each plugin has a manager of its own,
so that one which fails takes nothing with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pluggy import PluginManager

from auditor.checks import Area, Check
from auditor.plugin import spec
from auditor.plugin.api import misfit, stated_api
from auditor.plugin.files import digest_of, files_of
from auditor.plugin.marker import NAMESPACE
from auditor.profile import Extension
from auditor.report import Renderer

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = [
    "LONGEST_FAILURE",
    "OURS",
    "Plugin",
    "failure_of",
    "find_plugins",
    "found",
    "imported",
    "is_ours",
    "load_plugin",
]

OURS: Final = "cxaudit"
"""The distribution of the built-in plugins."""
LONGEST_FAILURE: Final = 1_000
"""Ours: characters of a plugin's own words on why it failed."""


@dataclass(frozen=True, slots=True)
class Plugin:
    """An installed plugin and what it adds, or why it could not be used."""

    name: str
    """Name of its entry point."""
    package: str
    """The distribution that brought it."""
    version: str
    """That distribution's version."""
    areas: tuple[Area, ...] = ()
    """Areas with their checks."""
    renderers: tuple[Renderer, ...] = ()
    """Formats that it can write."""
    templates: tuple[str, ...] = ()
    """Import packages of templates."""
    presets: tuple[Path, ...] = ()
    """Folders of mappings of exports."""
    extensions: tuple[Extension, ...] = ()
    """Keys that it adds to a profile."""
    rubrics: tuple[Path, ...] = ()
    """Folders of rubrics."""
    failure: str = ""
    """Why it could not be used; empty where it could."""
    module: str = ""
    """The import package that holds it, and what it says; empty for a lone module."""
    sha256: str = ""
    """Digest of the files of its import package; empty where it has none."""
    isolated: bool = False
    """Whether its checks are judged in a process of their own."""
    left_out: tuple[str, ...] = ()
    """What it adds and an isolated plugin cannot: its other hooks."""

    @property
    def checks(self) -> tuple[Check, ...]:
        """All its checks."""
        return tuple(check for area in self.areas for check in area.checks)


def find_plugins() -> list[EntryPoint]:
    """Return the entry points of all installed plugins, by name."""
    return sorted(entry_points(group=NAMESPACE), key=lambda point: point.name)


def is_ours(point: EntryPoint) -> bool:
    """Whether a plugin comes with cxaudit itself."""
    return point.dist is not None and point.dist.name == OURS


def found(point: EntryPoint) -> Plugin:
    """Return what is known of a plugin before anything of it is imported.

    It has failed already if its files cannot be read or it needs another plugin API.
    """
    package = point.dist.name if point.dist else "unknown"
    version = point.dist.version if point.dist else "unknown"
    known = Plugin(point.name, package, version)
    try:
        files = files_of(point.module)
        if files is None:
            return known  # importing it says what is wrong, or where it comes from
        digest = digest_of(files.package)
    except (OSError, ValueError, AttributeError) as error:
        return replace(known, failure=failure_of(error))
    failure = misfit(stated_api(files.module))
    return replace(known, sha256=digest, failure=failure, module=files.name)


def load_plugin(point: EntryPoint) -> Plugin:
    """Import a plugin and ask for all it adds; a failure is told, not raised."""
    known = found(point)
    return known if known.failure else imported(point, known)


def imported(point: EntryPoint, known: Plugin) -> Plugin:
    """Import a plugin, and return what is known of it with all that it adds."""
    try:
        hooks = _register(point)
        return replace(
            known,
            areas=_gathered(hooks.auditor_checks(), Area),
            renderers=_with_formats(_gathered(hooks.auditor_renderers(), Renderer)),
            templates=_gathered(hooks.auditor_templates(), str),
            presets=_gathered(hooks.auditor_presets(), Path),
            extensions=_named(
                _gathered(hooks.auditor_extensions(), Extension), point.name
            ),
            rubrics=_gathered(hooks.auditor_rubrics(), Path),
        )
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a plugin raises anything
        return replace(known, failure=failure_of(error))


def failure_of(error: BaseException) -> str:
    """Return in a few words why a plugin could not be used."""
    return f"{type(error).__name__}: {error}".strip(": ")[:LONGEST_FAILURE]


def _register(point: EntryPoint) -> Any:  # noqa: ANN401 - pluggy's relay is untyped
    """Return the hooks of one plugin; a misspelt hook is an error."""
    manager = PluginManager(NAMESPACE)
    manager.add_hookspecs(spec)
    manager.register(point.load(), point.name)
    manager.check_pending()
    return manager.hook


def _gathered(results: list[Any], kind: type[Any]) -> tuple[Any, ...]:
    """Return what a hook gave, if it is all of one kind."""
    given = tuple(entry for result in results for entry in result)
    for entry in given:
        if not isinstance(entry, kind):
            raise TypeError(f"expected {kind.__name__}, got {entry!r:.60}")
    return given


def _named(extensions: tuple[Extension, ...], plugin: str) -> tuple[Extension, ...]:
    """Return extensions with the name of the plugin that brings them."""
    return tuple(replace(extension, plugin=plugin) for extension in extensions)


def _with_formats(renderers: tuple[Renderer, ...]) -> tuple[Renderer, ...]:
    """Return the renderers, if each has a format and a suffix that a file can have."""
    for renderer in renderers:
        for word, shape, such_as in (
            (renderer.format, r"[\w-]+", "pdf"),
            (renderer.suffix, r"(\.[\w-]+)+", ".pdf"),
        ):
            if not re.fullmatch(shape, word):
                raise ValueError(f"expected a word such as {such_as}, got {word!r:.60}")
    return renderers
