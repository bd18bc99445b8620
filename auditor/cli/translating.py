"""What `cxaudit translations` does."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import click
from babel import Locale, UnknownLocaleError

from auditor.cli.exit_code import ExitCode
from auditor.cli.installed import load_plugins, outcome_of
from auditor.cli.listing import print_json, print_table
from auditor.cli.messages import error, note, printable
from auditor.cli.parameters import unknown
from auditor.cli.writing import check_writable, make_folder, write_file
from auditor.errors import InputError, Problem
from auditor.renderers.words_said import texts_of
from auditor.translation.catalogues import languages_in
from auditor.translation.coverage import coverage
from auditor.translation.extraction import folder_of
from auditor.translation.pofile import updated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from auditor.plugin.collection import Plugins
    from auditor.translation.coverage import Coverage

__all__ = ["perform_check", "perform_update"]

LONGEST: Final = 100
"""Ours: characters of a text that is listed."""
HEADINGS: Final = (
    *("Package", "Language", "Texts", "Translated"),
    *("Missing", "Faulty", "Superfluous"),
)


def perform_check(
    packages: Sequence[str], languages: Sequence[str], format_: str
) -> ExitCode:
    """Say what is translated.

    Raises:
        InputError: If there is no such package or language.
    """
    plugins = load_plugins()
    asked = [_package(name, plugins) for name in packages] or plugins.speakers
    tags = [_language(tag) for tag in languages] or _languages(plugins)
    found = [*_covered(asked, tags, plugins)]
    if format_ == "json":
        print_json([_record(one) for one in found])
    elif found:
        print_table(HEADINGS, map(_row, found))
    else:
        note("There is no translation yet: `cxaudit translations update` begins one.")
    for one in found:
        if one.unusable:
            error(one.unusable)
        if packages and format_ == "table":
            _list(one)
    if packages and not all(one.complete for one in found):
        return ExitCode.MISSED
    return outcome_of(plugins)


def perform_update(package: str, tag: str) -> ExitCode:
    """Write a package's file of translations.

    Raises:
        InputError: If there is no such package or language, or if the file that is
            there cannot be read.
        OutputError: If the folder cannot be written.
    """
    plugins = load_plugins()
    name, language = _package(package, plugins), _language(tag)
    path = folder_of(name) / "locale" / language / "LC_MESSAGES" / f"{name}.po"
    texts = texts_of(name, plugins)
    old = path.read_bytes() if path.exists() else None
    try:
        now = updated(name, language, texts, old)
    except ValueError as cause:
        raise InputError([Problem(f"{path} cannot be used: {cause}.")]) from None
    make_folder(path.parent)
    check_writable(path)
    if now.content != old:
        write_file(path, now.content)
    left = len(coverage(name, language, texts).missing)
    click.echo(
        printable(
            f"{path}: {len(texts)} texts, {now.added} added, {now.dropped} dropped, "
            f"{left} to be translated."
        )
    )
    return outcome_of(plugins)


def _covered(
    packages: Iterable[str], tags: Sequence[str], plugins: Plugins
) -> Iterator[Coverage]:
    for package in packages:
        texts = texts_of(package, plugins)
        yield from (coverage(package, tag, texts) for tag in tags)


def _languages(plugins: Plugins) -> list[str]:
    """Return every language that any package has, the commonest first."""
    having = Counter(tag for name in plugins.speakers for tag in languages_in(name))
    return sorted(having, key=lambda tag: (-having[tag], tag))


def _package(name: str, plugins: Plugins) -> str:
    """Return a package that says something in reports, by its name or as pip names it.

    Raises:
        InputError: If there is none of this name; it names the nearest.
    """
    known, imported = plugins.speakers, name.replace("-", "_")
    if imported not in known:
        raise unknown("package", name, known, f"Packages are {', '.join(known)}.")
    return imported


def _language(tag: str) -> str:
    """Return the tag of a language as its folder is called.

    Raises:
        InputError: If it is no language, or one with a region.
    """
    hint = "Write a tag such as de or fr; regions such as fr-CH share its translation."
    try:
        locale = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        raise InputError(
            [Problem(f"There is no language {tag[:40]!r}.", hint=hint)]
        ) from None
    if str(locale) != locale.language or locale.language == "en":
        message = f"Nothing is translated into {tag[:40]!r} by itself."
        raise InputError([Problem(message, hint=hint)])
    return locale.language


def _row(found: Coverage) -> tuple[str, ...]:
    figures = (
        found.texts,
        found.translated,
        len(found.missing),
        len(found.faulty),
        len(found.superfluous),
    )
    return found.package, found.language, *map(str, figures)


def _list(found: Coverage) -> None:
    """List what is not as it should be, each text on a line."""
    tag, package = found.language, found.package
    for text in found.missing:
        place = "".join(f"{file}:{line}" for file, line in text.places[:1])
        click.echo(printable(f"{place}: missing in {tag}: {_short(text.one)}"))
    for one in found.faulty:
        click.echo(printable(f"{package}: faulty in {tag}: {_short(one)}"))
    for one in found.superfluous:
        click.echo(printable(f"{package}: superfluous in {tag}: {_short(one)}"))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _record(found: Coverage) -> dict[str, Any]:
    """Return a package's translation for programs."""
    return {
        "package": found.package,
        "language": found.language,
        "texts": found.texts,
        "translated": found.translated,
        "missing": [text.one for text in found.missing],
        "faulty": list(found.faulty),
        "superfluous": list(found.superfluous),
        "unusable": found.unusable,
    }
