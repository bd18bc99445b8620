"""Finding installed plugins and asking each what it adds.

This is the only module that speaks to pluggy. Each plugin has a manager of its own,
so that one which fails takes nothing with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pluggy import PluginManager

from auditor.checks import Area, Check
from auditor.plugin import spec
from auditor.plugin.api import misfit, stated_api
from auditor.plugin.failures import failure_of
from auditor.plugin.files import digest_of, files_of
from auditor.plugin.marker import NAMESPACE
from auditor.profile import Extension
from auditor.profile.wording import nearest
from auditor.report import Renderer

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from pluggy import HookCaller, HookRelay

__all__ = [
    "OURS",
    "Plugin",
    "find_plugins",
    "found",
    "imported",
    "is_ours",
    "load_plugin",
]

OURS: Final = "cxaudit"
"""The distribution of the built-in plugins."""
AREA_ID: Final = "[a-z][a-z0-9_]*"
"""What a rubric and the command line can ask for."""


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
    """Digest of the files of its import package, or of the file of a pack; empty where
    it has none."""
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
            areas=_with_words(_gathered(hooks.auditor_checks, Area)),
            renderers=_with_formats(_gathered(hooks.auditor_renderers, Renderer)),
            templates=_gathered(hooks.auditor_templates, str),
            presets=_gathered(hooks.auditor_presets, Path),
            extensions=_named(
                _gathered(hooks.auditor_extensions, Extension), point.name
            ),
            rubrics=_gathered(hooks.auditor_rubrics, Path),
        )
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a plugin can raise anything
        return replace(known, failure=failure_of(error, point.module))


def _register(point: EntryPoint) -> HookRelay:
    """Return the hooks of one plugin; a misspelt or unmarked hook is an error."""
    manager = PluginManager(NAMESPACE)
    manager.add_hookspecs(spec)
    known = set(vars(manager.hook))
    module = point.load()
    manager.register(module, point.name)
    for name in vars(manager.hook).keys() - known:
        close = nearest(name, known)
        hint = (
            f"did you mean {close!r}?"
            if close
            else f"there are {', '.join(sorted(known))}"
        )
        raise LookupError(f"there is no hook {name!r}; {hint}")
    marked = {caller.name for caller in manager.get_hookcallers(module) or ()}
    named = sorted(name for name in known if callable(getattr(module, name, None)))
    for name in named:
        if name not in marked:
            raise LookupError(f"{name} is not marked as a hook: put @hookimpl above it")
    if not marked:
        names = ", ".join(sorted(known))
        raise LookupError(f"it has no function marked @hookimpl; there are {names}")
    return manager.hook


def _gathered(hook: HookCaller, kind: type[Any]) -> tuple[Any, ...]:
    """Return what a hook gave, if it is a list of one kind."""
    wanted = f"{hook.name} gives a list of {kind.__name__}"
    results = hook()
    if len(results) < len(hook.get_hookimpls()):  # pluggy passes over None
        raise TypeError(f"{wanted}, and gave None")
    given: list[Any] = []
    for result in results:
        # A text gives its letters one by one, which nobody means.
        if isinstance(result, str) or not isinstance(result, Iterable):
            alone = isinstance(result, kind) and not isinstance(result, str)
            got = "one by itself: put it in a list" if alone else f"{result!r:.60}"
            raise TypeError(f"{wanted}, and gave {got}")
        given.extend(result)
    for entry in given:
        if not isinstance(entry, kind):
            got = f"{type(entry).__name__}: {entry!r:.60}"
            raise TypeError(f"{wanted}, got a {got}")
    return tuple(given)


def _with_words(areas: tuple[Area, ...]) -> tuple[Area, ...]:
    """Return the areas, if each can be asked for by its id."""
    for area in areas:
        if not re.fullmatch(AREA_ID, str(area.id)):
            raise ValueError(f"area {area.id!r:.60} needs an id such as guest_rooms")
    return areas


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
