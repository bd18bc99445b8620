"""`cxaudit translations`: reports in other languages than English."""

from __future__ import annotations

import click

from auditor.cli.command import Command
from auditor.cli.parameters import format_option

__all__ = ["command"]


@click.group("translations")
def command() -> None:
    """Say what of a report is translated, or prepare a translation."""


@command.command(
    "check",
    cls=Command,
    examples=[
        "cxaudit translations check",
        "cxaudit translations check auditor_foundations --language de",
        "cxaudit translations check --format json | jq '.[] | select(.missing != [])'",
    ],
)
@click.argument("packages", metavar="[PACKAGE]...", nargs=-1)
@click.option(
    "--language",
    "languages",
    metavar="TAG",
    multiple=True,
    help="Only this language, such as de. Repeatable.  [default: all there are]",
)
@format_option("table", "json", says="A table for people, or JSON.")
def check(packages: tuple[str, ...], languages: tuple[str, ...], format_: str) -> int:
    """Say how much of what reports say is translated.

    PACKAGE is the import name of the core, of our templates or of a plugin; without
    any, an overview of all is given. Of the packages named, every text is listed that
    is missing, faulty (its translation has placeholders that the text has not) or
    superfluous (nothing says it any more). Exits with 1 if anything of them is missing
    or faulty.
    """
    from auditor.cli.translating import perform_check

    return perform_check(packages, languages, format_)


@command.command(
    "update",
    cls=Command,
    examples=[
        "cxaudit translations update auditor_hospitality --language de",
    ],
)
@click.argument("package", metavar="PACKAGE")
@click.option(
    "--language",
    required=True,
    metavar="TAG",
    help="The language to translate to, such as de; without a region.",
)
def update(package: str, language: str) -> int:
    """Write or update a package's file of translations.

    Translators fill it in. It is locale/TAG/LC_MESSAGES/PACKAGE.po in the package's
    own folder, a gettext catalogue in UTF-8. Translations that are there stay; texts
    that nothing says any more become comments at its end. Nothing is guessed.
    """
    from auditor.cli.translating import perform_update

    return perform_update(package, language)
