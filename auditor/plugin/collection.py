"""All installed plugins together: what an audit has to work with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from auditor.errors import DuplicateCheckError, DuplicateExtensionError
from auditor.plugin.choosing import chosen_plugins
from auditor.plugin.loading import OURS, Plugin, load_plugin

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from auditor.checks import Area, Check
    from auditor.profile import Extension
    from auditor.report import Isolation, Renderer
    from auditor.translation.catalogues import Translations

__all__ = ["OWN", "Plugins"]

OWN: Final = ("auditor", "auditor_report")
"""Packages that say what no plugin does: the core, and our templates."""


@dataclass(frozen=True)
class Plugins:
    """The installed plugins, by name; the typed front of everything they add.

    Raises:
        DuplicateCheckError: If two checks share an id or an earlier id.
        DuplicateExtensionError: If two add the same key to profiles.
    """

    installed: tuple[Plugin, ...]
    """Those that were asked for, by name; one that failed says so itself."""
    isolation: Isolation | None = None
    """What the checks of others are kept from, where they are judged apart."""

    def __post_init__(self) -> None:
        holders: dict[str, str] = {}
        for plugin in self.installed:
            for check in plugin.checks:
                for id_ in (check.id, *check.aliases):
                    if id_ in holders:
                        raise DuplicateCheckError(id_, holders[id_], plugin.name)
                    holders[id_] = plugin.name
        self._refuse_two_alike()

    def _refuse_two_alike(self) -> None:
        """Refuse two plugins that add one key to profiles."""
        holders: dict[str, str] = {}
        for extension in self.extensions:
            key, plugin = extension.key, extension.plugin
            if key in holders:
                raise DuplicateExtensionError(key, holders[key], plugin)
            holders[key] = plugin

    @classmethod
    def load(cls, only: Iterable[str] = ()) -> Plugins:
        """Load the installed plugins.

        Args:
            only: Names of plugins, and `built-in` for all of ours; none means all.

        Raises:
            InputError: If a name is that of no plugin.
        """
        return cls(tuple(load_plugin(point) for point in chosen_plugins(only)))

    @property
    def failed(self) -> tuple[Plugin, ...]:
        """The plugins that could not be used."""
        return tuple(plugin for plugin in self.installed if plugin.failure)

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """The areas, each with sorted checks; those beside the total come last.

        Ours are first: who joins one of them gives it no other title or weight.
        """
        joined: dict[str, Area] = {}
        ours_first = sorted(self.installed, key=lambda plugin: plugin.package != OURS)
        for area in (area for plugin in ours_first for area in plugin.areas):
            known = joined.get(area.id, replace(area, checks=()))
            checks = sorted((*known.checks, *area.checks), key=attrgetter("id"))
            joined[area.id] = replace(known, checks=tuple(checks))
        return tuple(sorted(joined.values(), key=_place))

    @cached_property
    def checks(self) -> dict[str, Check]:
        """All checks by id, in the order of ids."""
        every = (check for area in self.areas for check in area.checks)
        return {check.id: check for check in sorted(every, key=attrgetter("id"))}

    @property
    def renderers(self) -> Iterable[Renderer]:
        """The renderers of all plugins."""
        return (entry for plugin in self.installed for entry in plugin.renderers)

    @property
    def templates(self) -> tuple[str, ...]:
        """The template packages of all plugins."""
        return tuple(name for plugin in self.installed for name in plugin.templates)

    @property
    def speakers(self) -> tuple[str, ...]:
        """The packages whose words are in reports; the core and its templates first."""
        modules = (plugin.module for plugin in self.installed if plugin.module)
        return tuple(dict.fromkeys((*OWN, *modules, *self.templates)))

    @property
    def translations(self) -> tuple[Translations, ...]:
        """What areas bring along in other languages."""
        areas = (area for plugin in self.installed for area in plugin.areas)
        return tuple(one for area in areas for one in area.translations)

    @property
    def presets(self) -> tuple[Path, ...]:
        """The folders of presets of all plugins."""
        return tuple(path for plugin in self.installed for path in plugin.presets)

    @property
    def extensions(self) -> tuple[Extension, ...]:
        """The keys that all plugins add to a profile."""
        return tuple(one for plugin in self.installed for one in plugin.extensions)

    @property
    def rubrics(self) -> tuple[Path, ...]:
        """The folders of rubrics of all plugins."""
        return tuple(path for plugin in self.installed for path in plugin.rubrics)


def _place(area: Area) -> tuple[bool, str, str]:
    """Order areas by whether they count in the total, then by their first check."""
    return not area.weight, area.checks[0].id if area.checks else "~", area.id
