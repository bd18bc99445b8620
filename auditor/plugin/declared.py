"""What a plugin declares and reports show: words of areas, checks and thresholds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.translation.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.checks import Check
    from auditor.plugin.loading import Plugin

__all__ = ["declared_texts"]


def declared_texts(plugin: Plugin) -> Iterator[Text]:
    """Yield what a plugin declares, with the place of the check's function."""
    place = ((f"{plugin.module.replace('.', '/')}/__init__.py", 1),)
    for area in plugin.areas:
        yield from (Text(said, "", place) for said in (area.title, area.summary))
        for check in area.checks:
            yield from _of_check(check)


def _of_check(check: Check) -> Iterator[Text]:
    place = (_place(check),)
    said = (check.title, check.why, check.logic, check.remedy)
    meanings = (parameter.meaning for parameter in check.parameters)
    yield from (Text(text, "", place) for text in (*said, *meanings) if text)


def _place(check: Check) -> tuple[str, int]:
    """Return where a check is written, as far as its function says so."""
    judge = check.judge
    file = f"{getattr(judge, '__module__', check.id).replace('.', '/')}.py"
    return file, getattr(getattr(judge, "__code__", None), "co_firstlineno", 1)
