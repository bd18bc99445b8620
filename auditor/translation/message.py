"""Text that knows from what it was made, so that it can be said in another language.

A message is an ordinary English `str`: it can be stored, compared and printed as one.
Besides, it keeps its template and the values in it, and a report in another language
looks up the template and writes numbers and days in that language's form.
"""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Any, Final, Self

from auditor.translation.language import ENGLISH, Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["NUMBER_ALONE", "Message", "declared", "message", "plural", "sentences"]
NUMBER_ALONE: Final = "n"
"""How a translation asks for the number of a message without its noun."""


class Message(str):
    """English text, with the template and the values that it was made from."""

    __slots__ = ("many", "number", "template", "values")

    template: str
    """The text with `{placeholders}`: the key under which a translation is found."""
    many: str
    """The template where `number` is not one; empty where no number decides."""
    number: float | None
    """The number that decides on the plural."""
    values: Mapping[str, object]
    """What stands for the placeholders: texts, messages, numbers, days."""

    def __new__(
        cls,
        template: str,
        many: str = "",
        number: float | None = None,
        values: Mapping[str, object] | None = None,
    ) -> Self:
        """Return the message of a template; unknown placeholders stay as they are."""
        given = values or {}
        text = _filled(ENGLISH.form(template, many, number), given, ENGLISH)
        made = super().__new__(cls, text)
        made.template, made.many, made.number = template, many, number
        made.values = given
        return made

    def __getnewargs__(  # type: ignore[override]  # a text alone is not enough here
        self,
    ) -> tuple[str, str, float | None, Mapping[str, object]]:
        """Return what a copy, or another process, makes it again from."""
        return self.template, self.many, self.number, self.values

    def filled(self, **values: object) -> Message:
        """Return the message with what it, or one in it, lacks filled in."""
        own = {
            name: value.filled(**values) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return Message(self.template, self.many, self.number, {**values, **own})

    def counting(self, number: float) -> Message:
        """Return the message of another number; a fraction is not one."""
        others = {name: self.values[name] for name in self.values if name != "n"}
        return plural(self.template, self.many, number, **others)

    def said_in(self, language: Language) -> str:
        """Return the message in a language; English where it has no translation."""
        form = language.form(self.template, self.many, self.number)
        return _filled(form, self.values, language)


def message(template: str, /, **values: object) -> Message:
    """Return a text that can be translated.

    Args:
        template: English, with `{placeholders}`, each with a format if need be:
            `{share:.1f}`. No f-string: its parts could not be looked up.
        **values: What stands for the placeholders: texts, other messages, numbers
            (written with the separators of the language) and days.
    """
    return Message(template, values=values)


def declared(text: str) -> Message:
    """Return a text that is declared elsewhere, such as a title, as a message."""
    if "{" in text or "}" in text:  # its own, and no placeholders
        return Message("{text}", values={"text": text})
    return Message(text)


def plural(one: str, many: str, number: float, /, **values: object) -> Message:
    """Return a text of which a number decides the form.

    Args:
        one: The template where `number` is one: "{n:,} metric counts".
        many: The template where it is not: "{n:,} metrics count".
        number: The number that decides; `{n}` stands for it. A fraction is not one in
            English, and is in some languages: French says "1,5 heure".
        **values: What stands for other placeholders.
    """
    n = int(number) if number == int(number) else number
    return Message(one, many, n, {"n": n, **values})


def sentences(*parts: str, between: str = " ") -> Message:
    """Return several texts as one, in the order given; empty ones are left out.

    Args:
        *parts: Messages, or texts of the organisation's own.
        between: What stands between two of them.
    """
    said = [part for part in parts if part]
    names = [f"part_{place}" for place in range(len(said))]
    template = between.join(f"{{{name}}}" for name in names)
    return Message(template, values=dict(zip(names, said, strict=True)))


def _filled(template: str, values: Mapping[str, object], language: Language) -> str:
    """Return a template with its placeholders filled in."""
    parts: list[str] = []
    for text, name, spec, _ in _parsed(template):
        parts.append(text)
        if name is None:
            continue
        if name in values:
            parts.append(_said(values[name], spec or "", language))
        else:
            parts.append(f"{{{name}:{spec}}}" if spec else f"{{{name}}}")
    return "".join(parts)


def _parsed(template: str) -> Iterable[tuple[str, str | None, str | None, Any]]:
    if "{" not in template and "}" not in template:
        return [(template, None, None, None)]
    return Formatter().parse(template)


def _said(value: object, spec: str, language: Language) -> str:
    """Return a value as a language writes it.

    Of a message with a number, `{name:n}` says the number alone: some languages have
    to decline the noun, and say it themselves.
    """
    if isinstance(value, Message):
        if spec == NUMBER_ALONE and value.number is not None:
            return language.written(value.values.get("n", value.number), ",")
        return value.said_in(language)
    return language.written(value, spec)
