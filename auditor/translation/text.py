"""One text that can be translated, and what a translation of it may ask for."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.translation.message import NUMBER_ALONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from babel.messages.catalog import Message as Entry

__all__ = ["Text", "forms_of", "gathered", "is_usable", "placeholders", "values_in"]

OF_A_TEMPLATE: Final = re.compile(r"%\((\w+)\)(\w)")
"""A placeholder in what stands between `{% trans %}` and `{% endtrans %}`."""


class Text(NamedTuple):
    """A text that reports say."""

    one: str
    """The English template; where a number decides, that for one."""
    many: str = ""
    """The template for other numbers; empty where no number decides."""
    places: tuple[tuple[str, int], ...] = ()
    """Files and lines that say it, for translators."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The English templates."""
        return (self.one, self.many) if self.many else (self.one,)


def gathered(texts: Iterable[Text]) -> tuple[Text, ...]:
    """Return each text once, with all its places, in the order of the first."""
    places: dict[tuple[str, str], dict[tuple[str, int], None]] = {}
    for text in texts:
        places.setdefault((text.one, text.many), {}).update(dict.fromkeys(text.places))
    return tuple(Text(*ids, tuple(found)) for ids, found in places.items())


def forms_of(entry: Entry) -> tuple[str, ...]:
    """Return the translations that a file has of an entry."""
    said = entry.string
    return (said,) if isinstance(said, str) else tuple(said or ())


def is_usable(ids: Sequence[str], said: Iterable[str]) -> bool:
    """Whether translations ask for no placeholder that is not filled in.

    Args:
        ids: The English templates.
        said: What they are translated to.
    """
    try:
        known = {part for text in ids for part in placeholders(text)}
        known |= {(name, NUMBER_ALONE) for name, _ in known}
        return all(known >= set(placeholders(text)) for text in said)
    except ValueError:  # a brace that is not closed
        return False


def placeholders(template: str) -> Iterator[tuple[str, str]]:
    """Yield the names of values, each with how it is to be written.

    Raises:
        ValueError: If a brace is not closed.
    """
    yield from ((name, f"%{kind}") for name, kind in OF_A_TEMPLATE.findall(template))
    yield from values_in(template)


def values_in(template: str) -> Iterator[tuple[str, str]]:
    """Yield the names between braces, each with how it is to be written.

    Raises:
        ValueError: If a brace is not closed.
    """
    for _, name, spec, conversion in Formatter().parse(template):
        if name is not None:
            yield name, f"{spec}!{conversion}" if conversion else spec or ""
