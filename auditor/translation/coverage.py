"""How much of what a package says is translated into a language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from auditor.errors import InputError
from auditor.translation.catalogues import Translations, translations_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.translation.text import Text

__all__ = ["Coverage", "coverage"]


class Coverage(NamedTuple):
    """What of a package's texts there is in a language."""

    package: str
    """The package's import name."""
    language: str
    """The tag of the language, without region."""
    texts: int
    """How many texts there are to translate."""
    missing: tuple[Text, ...]
    """Texts without a translation."""
    faulty: tuple[str, ...]
    """Texts whose translation has placeholders that they do not have."""
    superfluous: tuple[str, ...]
    """Texts with a translation that nothing says."""
    unusable: str = ""
    """Why the file of translations cannot be used at all; empty where it can."""

    @property
    def translated(self) -> int:
        """How many texts have a translation that can be used."""
        return self.texts - len(self.missing)

    @property
    def complete(self) -> bool:
        """Whether everything is translated, and nothing is faulty."""
        return not (self.missing or self.faulty or self.unusable)


def coverage(package: str, language: str, texts: Iterable[Text]) -> Coverage:
    """Return how much of some texts a package has in a language.

    Args:
        package: Its import name.
        language: The tag of a language, without region.
        texts: What the package says.
    """
    unusable = ""
    try:
        found = translations_in(package, language)
    except InputError as error:
        found, unusable = None, str(error)
    there = found or Translations(language, {}, {}, ())
    said = {(text.one, text.many): text for text in texts}
    ours = {*((one, "") for one in there.texts), *there.plurals}
    return Coverage(
        package,
        language,
        len(said),
        tuple(text for ids, text in said.items() if ids not in ours),
        there.faulty,
        tuple(one for one, many in sorted(ours) if (one, many) not in said),
        unusable,
    )
