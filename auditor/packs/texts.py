"""Texts with placeholders: `{counted(total, "stage")}`, `{100.0 * share:.1f}`.

What stands between braces is an expression; after a colon at its end stands how a
number or a day is to be written. A text becomes a message, so that a report in another
language can say it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from auditor.packs.syntax import Expression, ExpressionError, parsed
from auditor.packs.values import plain
from auditor.translation import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["PackText", "read_text"]

FORMAT: Final = re.compile(r":(,|,?\.\d[fg]|,?g|long|brief|month)$")
"""How a number or a day is to be written, at the end of a placeholder."""
QUOTES: Final = "\"'"
NAME: Final = re.compile(r"[A-Za-z_]\w*")


@dataclass(frozen=True, slots=True)
class PackText:
    """A text, taken apart once."""

    template: str
    """With a name in each placeholder, as a message takes it."""
    values: tuple[tuple[str, Expression], ...]
    """Each name with its expression."""

    def filled(self, compute: Callable[[Expression], Any]) -> Message:
        """Return the text with its placeholders filled in.

        Raises:
            ExpressionError: If one of them cannot be said, such as a list.
        """
        values = {name: _said(compute(each), each) for name, each in self.values}
        return Message(self.template, values=values)


def read_text(
    text: str, pointer: str = "", names: Mapping[str, str] | None = None
) -> PackText:
    """Return a text, taken apart.

    Args:
        text: The text.
        pointer: Where in a pack it stands.
        names: Of a translation, what the English text calls each expression.

    Raises:
        ExpressionError: If a brace is not closed, or holds no expression.
    """
    template: list[str] = []
    values: dict[str, Expression] = {}
    known = dict(names or {})
    for part, offset in _parts(text):
        if offset is None:
            template.append(part.replace("{", "{{").replace("}", "}}"))
            continue
        found = FORMAT.search(part)
        written = part[: found.start()] if found else part
        source = written.strip()
        name = known.setdefault(source, _name(source, len(known)))
        begins = offset + len(written) - len(written.lstrip())
        values[name] = _read(source, pointer, begins)
        template.append(f"{{{name}{found[0] if found else ''}}}")
    return PackText("".join(template), tuple(values.items()))


def _read(source: str, pointer: str, offset: int) -> Expression:
    try:
        return parsed(source, pointer, offset)
    except ExpressionError as error:
        message, at = error.message, error.offset + offset
        raise ExpressionError(message, at, error.hint) from None


def _name(source: str, number: int) -> str:
    return source if NAME.fullmatch(source) else f"value_{number + 1}"


def _said(value: Any, expression: Expression) -> object:
    try:
        return plain(value)
    except TypeError as error:
        message = f"A {error} cannot be said in a sentence."
        raise ExpressionError(
            message, 0, f"Write named(…) around {expression.text!r}."
        ) from None


def _parts(text: str) -> Iterator[tuple[str, int | None]]:
    """Yield the parts of a text; of a placeholder, also where its expression begins."""
    start = 0
    while (opened := text.find("{", start)) >= 0:
        closed = _closing(text, opened)
        yield text[start:opened], None
        yield text[opened + 1 : closed], opened + 1
        start = closed + 1
    yield text[start:], None


def _closing(text: str, opened: int) -> int:
    """Return where the brace closes that opens here; braces in quotes do not count."""
    quote = ""
    for place in range(opened + 1, len(text)):
        character = text[place]
        if quote:
            quote = "" if character == quote else quote
        elif character in QUOTES:
            quote = character
        elif character == "}":
            return place
    raise ExpressionError("A brace is opened and not closed.", opened)
