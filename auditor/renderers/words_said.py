"""What a package says in reports: in its modules, its templates and its plugin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinja2.ext import babel_extract

from auditor.plugin.declared import declared_texts
from auditor.translation.extraction import folder_of, texts_of_modules
from auditor.translation.text import Text, gathered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditor.plugin.collection import Plugins

__all__ = ["texts_of"]

ENDINGS: Final = frozenset({".css", ".html", ".j2", ".svg", ".txt"})
"""How names of templates end that can say something."""
OPTIONS: Final = {"trim_blocks": "true", "lstrip_blocks": "true"}
"""As reports are rendered."""


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
        for text in declared_texts(plugin)
    )
    folder = folder_of(package)
    return gathered((*declared, *texts_of_modules(folder), *_of_templates(folder)))


def _of_templates(folder: Path) -> Iterator[Text]:
    """Yield what stands between `{% trans %}` and `{% endtrans %}` in a folder."""
    for path in sorted(path for path in folder.rglob("*") if path.suffix in ENDINGS):
        place = path.relative_to(folder.parent).as_posix()
        with path.open("rb") as file:
            found = [*babel_extract(file, ("gettext", "ngettext"), (), OPTIONS)]
        for line, _, said, _ in found:
            texts = (said,) if isinstance(said, str) else said or ()
            one, *others = (text for text in texts if text)
            yield Text(one, others[0] if others else "", ((place, line),))
