"""Files of translations as gettext has them: read with care, written reproducibly.

Neither a date nor the name of a person or machine is written: the same texts and
translations give the same bytes.
"""

from __future__ import annotations

from gettext import c2py
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, PoFileParser, write_po

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.translation.text import Text

__all__ = ["Update", "read_catalogue", "updated"]

MOST_BYTES: Final = 4_000_000
"""Ours: size of one file of translations."""
MOST_FORMS: Final = 6
"""Forms of the language that has most of them, Arabic."""
NUMBERS: Final = (*range(210), 1_000, 1_000_000)
"""Numbers on which two rules of plural forms have to agree."""
WIDTH: Final = 88
HEADER: Final = """\
# What {package} says in reports.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""


class Update(NamedTuple):
    """A file of translations after an update."""

    content: bytes
    """The file."""
    added: int
    """Texts that it did not have."""
    dropped: int
    """Texts that nothing says any more; they stay in it as comments."""


class _Bounded(Catalog):
    """A catalogue that does not make room for a billion plural forms."""

    @property
    def num_plurals(self) -> int:
        """The number of plural forms.

        Raises:
            ValueError: If no language has so many.
        """
        if not 1 <= (number := super().num_plurals) <= MOST_FORMS:
            raise ValueError(f"{number} plural forms are more than any language has")
        return number


def read_catalogue(content: bytes, language: str) -> Catalog:
    """Return the entries of a file of translations.

    Args:
        content: The file; anybody may have written it.
        language: The language that it is in, as a tag without region.

    Raises:
        ValueError: If it is too large or no such file, or if it chooses plural forms
            otherwise than its language does.
    """
    if len(content) > MOST_BYTES:
        raise ValueError(f"it is too large: {MOST_BYTES:,} bytes are allowed")
    catalogue = _Bounded(locale=language)
    try:
        PoFileParser(catalogue, abort_invalid=True).parse(BytesIO(content))
        rule = c2py(catalogue.plural_expr)
        usual = get_plural(language)
        right = c2py(usual.plural_expr)
        alike = all(rule(number) == right(number) for number in NUMBERS)
    # The parser takes for granted that a file is one; which error it ends with where
    # it is none depends on where it stops.
    except (PoFileError, ArithmeticError, LookupError, AttributeError, TypeError) as e:
        raise ValueError(str(e) or type(e).__name__) from None
    if not alike or catalogue.num_plurals != usual.num_plurals:
        raise ValueError(f"its plural forms are not {str(usual)!r}")
    return catalogue


def updated(
    package: str, language: str, texts: Iterable[Text], old: bytes | None
) -> Update:
    """Return a package's file of translations with the texts that it says now.

    Nothing is guessed: a text that changed in English is a new one.

    Args:
        package: Its import name.
        language: The tag of the language, without region.
        texts: What the package says.
        old: The file as it is, if there is one: its translations stay.

    Raises:
        ValueError: If the file cannot be read.
    """
    catalogue = read_catalogue(old, language) if old else Catalog(locale=language)
    known = {entry.id for entry in catalogue}
    # What was dropped once may be said again.
    for entry in (dropped := catalogue.obsolete).values():
        catalogue[entry.id] = entry
    dropped.clear()
    template = Catalog()
    for text in texts:
        template.add(text.ids if text.many else text.one, locations=text.places)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    now = {entry.id for entry in catalogue}
    written = BytesIO()
    # Without line numbers: a text that only moved changes no file.
    write_po(written, catalogue, width=WIDTH, omit_header=True, include_lineno=False)
    head = HEADER.format(
        package=package, language=language, plural_forms=get_plural(language)
    )
    content = head.encode() + written.getvalue().rstrip() + b"\n"
    return Update(content, len(now - known), len(known - now - {""}))
