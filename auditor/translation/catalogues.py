"""Where translations come from: `locale/LANGUAGE/LC_MESSAGES/PACKAGE.po` in a package.

Each package translates what it says itself: ours, our templates, our plugins, and those
of third parties alike. The files are gettext's, which translators have tools for.
"""

from __future__ import annotations

import logging
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.messages.plurals import get_plural

from auditor.errors import InputError, Problem
from auditor.translation.language import ENGLISH, Language
from auditor.translation.pofile import read_catalogue
from auditor.translation.text import forms_of, is_usable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

__all__ = [
    "Translations",
    "file_of",
    "language_of",
    "languages_in",
    "primary",
    "translations_in",
]

ENGLISH_TAG: Final = "en"
LETTERS: Final = {"long": "long", "brief": "medium", "month": "LLLL y"}
"""How a day in words is asked for, and what CLDR calls it."""
BRIEF_MONTH: Final = "LLL yy"
DIGITS: Final = "yMd"
WHOLES: Final[tuple[int, ...]] = (2, 1, *range(3, 12), 0)
"""Ours: whole numbers among which each form of a language's nouns is met."""

_LOGGER: Final = logging.getLogger(__name__)


class Translations(NamedTuple):
    """What one package, or pack, has of one language."""

    language: str
    """The tag of the language."""
    texts: dict[str, str]
    """Translations by English template."""
    plurals: dict[tuple[str, str], tuple[str, ...]]
    """Forms by the English ones."""
    faulty: tuple[str, ...]
    """Templates whose translation cannot be used: it has placeholders of its own."""


def primary(tag: str) -> str:
    """Return the language of a tag without its region: `fr` of `fr-CH`."""
    return tag.partition("-")[0].lower()


def file_of(package: str, language: str) -> Path:
    """Return the file in which a package has a language, whether it is there or not."""
    return _folder(package) / language / "LC_MESSAGES" / f"{package}.po"


def languages_in(package: str) -> tuple[str, ...]:
    """Return the tags of the languages that a package has translations in, sorted."""
    folder = _folder(package)
    if not folder.is_dir():
        return ()
    inside = (entry.name for entry in folder.iterdir())
    return tuple(sorted(tag for tag in inside if file_of(package, tag).is_file()))


def translations_in(package: str, language: str) -> Translations | None:
    """Return what a package has in a language, if anything.

    Args:
        package: Its import name.
        language: A tag without region.

    Raises:
        InputError: If its file is too large, or no file of translations.
    """
    file = file_of(package, language)
    if not file.is_file():
        return None
    try:
        catalogue = read_catalogue(file.read_bytes(), language)
    except ValueError as error:
        message = f"The translations in {file} cannot be used: {error}."
        raise InputError([Problem(message)]) from None
    texts: dict[str, str] = {}
    plurals: dict[tuple[str, str], tuple[str, ...]] = {}
    faulty = []
    for entry in catalogue:
        said = forms_of(entry)
        if not entry.id or entry.fuzzy or not (said and all(said)):
            continue
        one, *others = (entry.id,) if isinstance(entry.id, str) else entry.id
        if not is_usable((one, *others), said):
            faulty.append(one)
        elif others:
            plurals[one, others[0]] = said
        else:
            texts[one] = said[0]
    return Translations(language, texts, plurals, tuple(faulty))


def language_of(
    tag: str, packages: Iterable[str], others: Iterable[Translations] = ()
) -> Language:
    """Return a language with the translations of packages, the first the strongest.

    A file that cannot be used is logged, and what it would have said is in English.

    Args:
        tag: The tag of a language (BCP 47), such as `de` or `fr-CH`.
        packages: Import names of the packages that say something.
        others: What comes without a package, such as a pack's; weaker than packages.

    Raises:
        InputError: If none of them has translations into such a language; says into
            which they have.
    """
    if primary(tag) == ENGLISH_TAG:
        return ENGLISH
    packages, others = tuple(packages), tuple(others)
    locale = _locale(tag, packages, others)
    language = locale.language
    texts: dict[str, str] = {}
    plurals: dict[tuple[str, str], tuple[str, ...]] = {}
    brought = (one for one in others if primary(one.language) == language)
    for found in (*(_usable(package, language) for package in packages), *brought):
        if found:
            texts = found.texts | texts
            plurals = found.plurals | plurals
    symbols = locale.number_symbols.get("latn", {})
    return Language(
        str(locale).replace("_", "-"),
        texts,
        plurals,
        get_plural(language).plural_expr,
        symbols.get("decimal", ENGLISH.decimal),
        symbols.get("group", ENGLISH.group),
        lambda fraction: _whole(fraction, locale),
        lambda day, spec: _day(day, spec, locale),
    )


def _locale(
    tag: str, packages: Sequence[str], others: Sequence[Translations]
) -> Locale:
    """Return what CLDR knows of a language that there are translations into."""
    known = {language for package in packages for language in languages_in(package)}
    known |= {primary(one.language) for one in others}
    try:
        locale = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        locale = None
    if locale is None or locale.language not in known:
        listed = ", ".join(sorted({ENGLISH_TAG, *known}))
        message = f"There is no translation into {tag[:40]!r}."
        raise InputError([Problem(message, hint=f"Languages are {listed}.")])
    return locale


def _usable(package: str, language: str) -> Translations | None:
    try:
        return translations_in(package, language)
    except InputError as error:
        _LOGGER.warning("%s", error.problems[0])
        return None


def _whole(fraction: float, locale: Locale) -> int:
    """Return a whole number whose form a fraction takes; two where there is none."""
    form = locale.plural_form(fraction)
    return next((n for n in WHOLES if locale.plural_form(n) == form), WHOLES[0])


def _day(day: date, spec: str, locale: Locale) -> str:
    if spec in LETTERS:
        return format_date(day, LETTERS[spec], locale)
    if spec == "brief_month":
        return format_date(day, BRIEF_MONTH, locale)
    return format_skeleton(DIGITS, day, locale=locale)


def _folder(package: str) -> Path:
    """Return where a package has its translations; nothing of it is imported."""
    top, *inner = package.split(".")
    spec = find_spec(top)
    if spec is None:
        raise ModuleNotFoundError(package)
    # A module that is no package has no places; beside its name there is nothing.
    places = spec.submodule_search_locations or [spec.origin or top]
    return Path(next(iter(places)), *inner, "locale")
