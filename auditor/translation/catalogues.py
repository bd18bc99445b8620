"""Where translations come from: `locale/LANGUAGE/LC_MESSAGES/PACKAGE.po` in a package.

Each package translates what it says itself: ours, our templates, our plugins, and those
of third parties alike. The files are gettext's, which translators have tools for.
"""

from __future__ import annotations

from gettext import c2py
from importlib.resources import files
from io import BytesIO
from string import Formatter
from typing import TYPE_CHECKING, Final, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.pofile import PoFileError, read_po

from auditor.errors import InputError, Problem
from auditor.translation.language import ENGLISH, Language
from auditor.translation.message import NUMBER_ALONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from importlib.resources.abc import Traversable

    from babel.messages.catalog import Message as Entry

__all__ = [
    "Translations",
    "language_of",
    "languages_in",
    "placeholders",
    "translations_in",
]

MOST_BYTES: Final = 4_000_000
"""Ours: size of one file of translations."""
PATTERNS: Final = {
    "long": "long",
    "brief": "medium",
    "month": "MMMM y",
    "brief_month": "MMM yy",
}
"""How a day is asked for, and what CLDR calls it."""


class Translations(NamedTuple):
    """What one package has of one language."""

    package: str
    """Its import name."""
    language: str
    """The tag of the language."""
    texts: dict[str, str]
    """Translations by English template."""
    plurals: dict[tuple[str, str], tuple[str, ...]]
    """Forms by the English ones."""
    which: Callable[[int], int]
    """The place of the form that fits a number."""
    faulty: tuple[str, ...]
    """Templates whose translation cannot be used: it has placeholders of its own."""


def languages_in(package: str) -> tuple[str, ...]:
    """Return the tags of the languages that a package has translations in, sorted."""
    folder = _folder(package)
    if not folder.is_dir():
        return ()
    inside = (entry.name for entry in folder.iterdir())
    return tuple(sorted(tag for tag in inside if _file(package, tag).is_file()))


def translations_in(package: str, tag: str) -> Translations | None:
    """Return what a package has in a language, if anything.

    Raises:
        InputError: If its file is too large, or no file of translations.
    """
    language = tag.partition("-")[0].lower()
    file = _file(package, language)
    if not file.is_file():
        return None
    content = file.read_bytes()
    if len(content) > MOST_BYTES:
        raise _refused(file, f"it is too large: {MOST_BYTES:,} bytes are allowed")
    try:
        catalog = read_po(BytesIO(content), locale=language, abort_invalid=True)
        which = c2py(catalog.plural_expr)
    except (PoFileError, ValueError, UnknownLocaleError) as error:
        raise _refused(file, str(error)) from None
    texts: dict[str, str] = {}
    plurals: dict[tuple[str, str], tuple[str, ...]] = {}
    faulty = []
    for entry in catalog:
        if not entry.id or entry.fuzzy:
            continue
        if not _is_usable(entry):
            faulty.append(_one(entry))
        elif isinstance(entry.id, str):
            texts[entry.id] = str(entry.string)
        else:
            one, many = entry.id
            plurals[one, many] = _forms(entry)
    return Translations(package, language, texts, plurals, which, tuple(faulty))


def language_of(
    tag: str, packages: Iterable[str], others: Iterable[Translations] = ()
) -> Language:
    """Return a language with the translations of packages, the first the strongest.

    Args:
        tag: The tag of a language (BCP 47), such as `de` or `fr-CH`.
        packages: Import names of the packages that say something.
        others: What comes without a package, such as a pack's; weaker than packages.

    Raises:
        InputError: If there is no such language, or a file cannot be read.
    """
    if tag.partition("-")[0].lower() == "en":
        return ENGLISH
    try:
        locale = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        raise InputError([Problem(f"There is no language {tag[:40]!r}.")]) from None
    texts: dict[str, str] = {}
    plurals: dict[tuple[str, str], tuple[str, ...]] = {}
    which: Callable[[int], int] | None = None
    brought = (
        one for one in others if one.language.partition("-")[0] == locale.language
    )
    for found in (*(translations_in(package, tag) for package in packages), *brought):
        if found is None:
            continue
        texts = found.texts | texts
        plurals = found.plurals | plurals
        which = which or found.which
    symbols = locale.number_symbols["latn"]
    return Language(
        tag,
        texts,
        plurals,
        which or ENGLISH.which,
        symbols["decimal"],
        symbols["group"],
        lambda day, spec: _day(day, spec, locale),
    )


def _day(day: date, spec: str, locale: Locale) -> str:
    return format_date(day, PATTERNS.get(spec, "short"), locale)


def _folder(package: str) -> Traversable:
    return files(package) / "locale"


def _file(package: str, language: str) -> Traversable:
    return _folder(package) / language / "LC_MESSAGES" / f"{package}.po"


def _one(entry: Entry) -> str:
    return entry.id if isinstance(entry.id, str) else entry.id[0]


def _forms(entry: Entry) -> tuple[str, ...]:
    string = entry.string
    return (string,) if isinstance(string, str) else tuple(string or ())


def _is_usable(entry: Entry) -> bool:
    """Whether it is translated, and asks for no placeholder that is not filled in."""
    ids = (entry.id,) if isinstance(entry.id, str) else tuple(entry.id)
    said = _forms(entry)
    try:
        known = {part for text in ids for part in placeholders(text)}
        known |= {(name, NUMBER_ALONE) for name, _ in known}
        return (
            bool(said)
            and all(said)
            and all(known >= set(placeholders(text)) for text in said)
        )
    except ValueError:  # a brace that is not closed
        return False


def placeholders(template: str) -> Iterator[tuple[str, str]]:
    """Yield the names between braces, each with how it is to be written.

    Raises:
        ValueError: If a brace is not closed.
    """
    for _, name, spec, conversion in Formatter().parse(template):
        if name is not None:
            yield name, f"{spec}!{conversion}" if conversion else spec or ""


def _refused(file: Traversable, why: str) -> InputError:
    return InputError([Problem(f"The translations in {file} cannot be used: {why}.")])
