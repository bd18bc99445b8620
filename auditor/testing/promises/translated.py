"""A language that a package has begun to speak, it speaks altogether."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.renderers.words_said import texts_of
from auditor.translation.catalogues import languages_in
from auditor.translation.coverage import coverage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.plugin.collection import Plugins
    from auditor.translation.coverage import Coverage

__all__ = ["TRANSLATIONS", "translations_are_complete"]

TRANSLATIONS: Final = "translations"
"""The name of this promise, which a whole package keeps."""
SAYS: Final = "A language that the package has begun to speak has all its texts."


def translations_are_complete(package: str, plugins: Plugins) -> Iterator[str]:
    """Yield for each language of a package whether all that it says is translated.

    A file in which nothing is translated yet promises nothing.

    Args:
        package: Its import name.
        plugins: The installed plugins; what they declare is not found in their source.
    """
    texts = texts_of(package, plugins)
    for language in languages_in(package):
        found = coverage(package, language, texts)
        if found.translated or found.unusable:
            yield _told(found)


def _told(found: Coverage) -> str:
    if found.complete:
        return ""
    if found.unusable:
        return found.unusable
    return (
        f"Of {found.texts} texts, {len(found.missing)} are missing and "
        f"{len(found.faulty)} faulty in {found.language}: run "
        f"`cxaudit translations check {found.package} --language {found.language}`."
    )
