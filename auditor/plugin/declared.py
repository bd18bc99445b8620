"""What a plugin declares and reports show: words of its areas, checks and thresholds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.translation.extraction import texts_in
from auditor.translation.text import Text, gathered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.checks import Check
    from auditor.plugin.collection import Plugins
    from auditor.plugin.loading import Plugin

__all__ = ["texts_of"]


def texts_of(package: str, plugins: Plugins) -> tuple[Text, ...]:
    """Return all that a package says in reports, each text once.

    Args:
        package: Its import name.
        plugins: The installed plugins; what they declare is not found in their source.

    Raises:
        InputError: If the package is not in a folder.
    """
    declared = (
        text
        for plugin in plugins.installed
        if plugin.module == package
        for text in _declared(plugin)
    )
    return gathered((*declared, *texts_in(package)))


def _declared(plugin: Plugin) -> Iterator[Text]:
    place = ((f"{plugin.module.replace('.', '/')}/__init__.py", 1),)
    for area in plugin.areas:
        yield from (Text(said, "", place) for said in (area.title, area.summary))
        for check in area.checks:
            yield from _of_check(check)


def _of_check(check: Check) -> Iterator[Text]:
    place = (_place(check),)
    for said in (check.title, check.why, check.logic, check.remedy):
        yield Text(said, "", place)
    for parameter in check.parameters:
        yield Text(parameter.meaning, "", place)


def _place(check: Check) -> tuple[str, int]:
    """Return where a check is written, as far as its function says so."""
    judge = check.judge
    file = f"{getattr(judge, '__module__', check.id).replace('.', '/')}.py"
    return file, getattr(getattr(judge, "__code__", None), "co_firstlineno", 1)
