"""The language that reports for people are written in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from auditor.cli.messages import note, telling_what_is_logged, warn
from auditor.errors import InputError
from auditor.translation import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor.engagement import Engagement
    from auditor.plugin.collection import Plugins
    from auditor.translation import Language

__all__ = ["language_asked_for", "language_option", "note_untranslated"]

HELP: Final = (
    "Language of reports for people, as a tag: en, de, fr-CH. JSON and other formats "
    "for programs are English. The surroundings (LANG) are not asked.  [default: {}]"
)


def language_option(default: str) -> Callable[..., Callable[..., object]]:
    """Return the option that asks for a language.

    Args:
        default: What decides without it, as the help says it.
    """
    return click.option("--language", metavar="TAG", help=HELP.format(default))


def language_asked_for(
    tag: str | None,
    plugins: Plugins,
    engagement: Engagement | None = None,
    *,
    quiet: bool = False,
) -> Language:
    """Return the language to write in.

    Args:
        tag: The language that was asked for; it comes before the engagement's.
        plugins: The installed plugins, which translate what they say.
        engagement: The engagement, whose language there need not be.
        quiet: Whether nothing is told.

    Raises:
        InputError: If what was asked for is a language that nothing is translated to.
    """
    wanted = tag or (engagement.language if engagement else "")
    if not wanted:
        return ENGLISH
    # Imported only for other languages than English, or nearly so.
    from auditor.translation.catalogues import language_of

    try:
        with telling_what_is_logged("auditor.translation", quiet=quiet):
            return language_of(wanted, plugins.speakers, plugins.translations)
    except InputError as error:
        if tag:
            raise
        if not quiet:
            warn(f"language: the report is in English. {error.problems[0]}")
        return ENGLISH


def note_untranslated(language: Language, plugins: Plugins) -> None:
    """Tell which packages leave something in English, if any do."""
    if language is ENGLISH:
        return
    from auditor.renderers.words_said import texts_of
    from auditor.translation.catalogues import primary
    from auditor.translation.coverage import coverage

    tag = primary(language.tag)
    found = (coverage(name, tag, texts_of(name, plugins)) for name in plugins.speakers)
    if left := [f"{one.package} {len(one.missing)}" for one in found if one.missing]:
        note(
            f"Some texts are not in {tag} yet and stay in English: {', '.join(left)}. "
            f"`cxaudit translations check PACKAGE --language {tag}` lists them."
        )
