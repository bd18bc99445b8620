"""Texts of definitions, which leave open what a `Setting` fills in."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from auditor.translation import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["column_named", "filled", "given", "left_open"]


def given(name: str) -> Message:
    """Return a text that is whatever the setting has of this name."""
    return Message(f"{{{name}}}")


def column_named(name: str) -> Message:
    """Return what a refusal calls a column that is not there."""
    return message("the column {column}", column=name)


def left_open(text: Message) -> Iterator[str]:
    """Yield the names that a text, or one within it, leaves open."""
    for name in _names(text):
        value = text.values.get(name)
        if name not in text.values:
            yield name
        elif isinstance(value, Message):
            yield from left_open(value)


def filled(text: Message, values: Mapping[str, str]) -> Message:
    """Return a text, and those within it, with what they leave open.

    Raises:
        KeyError: With the first name that there is no value of.
    """
    return text.filled(**{name: values[name] for name in left_open(text)})


def _names(text: Message) -> Iterator[str]:
    for _, name, _, _ in Formatter().parse(text.template):
        if name is not None:
            yield name
