"""The hooks that a plugin may implement.

Hooks are called once for each run, each plugin on its own: one that raises, or
returns something else than it should, is named in the result and left out, and the
rest of the audit goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pluggy import HookspecMarker

from auditor.plugin.marker import NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from auditor.checks import Area
    from auditor.profile import Extension
    from auditor.report import Renderer

__all__ = [
    "auditor_checks",
    "auditor_extensions",
    "auditor_presets",
    "auditor_renderers",
    "auditor_rubrics",
    "auditor_templates",
]

_hookspec: Final = HookspecMarker(NAMESPACE)


@_hookspec
def auditor_checks() -> Iterable[Area]:
    """Contribute checks, gathered by area.

    Called before any profile is read. Order does not matter: an audit sorts areas
    and checks by id. An area that another plugin already has is joined: its title
    and weight stay, the checks are added.

    Returns:
        Areas with their checks. A check id that another plugin already uses stops
        the run, with both plugins' names.
    """
    raise NotImplementedError


@_hookspec
def auditor_extensions() -> Iterable[Extension]:
    """Contribute keys that a profile may have below `extensions`.

    Called when the plugin is loaded. What stands under such a key is read, bounded and
    checked as the rest of a profile is: unknown keys are refused, problems have file,
    line and column, references lead somewhere, `cxaudit schema profile` and
    `cxaudit init` know it. A check asks for it by
    `context.profile.extension(Hotel)`, and names it in `needs` as
    `extensions.hotel.rooms`.

    Returns:
        Extensions. A key that another plugin already adds stops the run, with both
        plugins' names.
    """
    raise NotImplementedError


@_hookspec
def auditor_renderers() -> Iterable[Renderer]:
    """Contribute formats in which a report can be written.

    Called before anything is rendered.

    Returns:
        Renderers. One whose format another one already has is left out and named.
    """
    raise NotImplementedError


@_hookspec
def auditor_templates() -> Iterable[str]:
    """Contribute templates that take the place of ours, whole or block by block.

    Called when the first template is wanted. A template of the same path as one of
    ours is used instead of it, and reaches ours by `auditor_report/` before the
    path, as in `{% extends "auditor_report/report.html.j2" %}`. They are rendered in a
    process of their own, with limits of time and memory.

    Returns:
        Names of import packages that hold templates. The packages of plugins come
        in the order of the plugins' names; the first that has a template wins.
    """
    raise NotImplementedError


@_hookspec
def auditor_presets() -> Iterable[Path]:
    """Contribute presets: mappings of exports, each for a table of evidence.

    Called when the plugin is loaded. A preset is a file such as `our_desk.yaml` with a
    `title` and the keys that a table of evidence has in a profile, without `id` and
    `source`; a profile names it by `preset: our_desk`.

    Returns:
        Folders of such files. Two presets of one name stop whoever asks for presets.
    """
    raise NotImplementedError


@_hookspec
def auditor_rubrics() -> Iterable[Path]:
    """Contribute rubrics that can be asked for by name.

    Called when the plugin is loaded. A rubric is a file such as `hotels.yaml`, as
    `cxaudit run --rubric` takes one by its path; `--rubric hotels` takes it by its
    name. `cxaudit rubric check` says whether every departure in it has a reason.

    Returns:
        Folders of such files. Two rubrics of one name, ours included, stop whoever
        asks for one by name.
    """
    raise NotImplementedError
