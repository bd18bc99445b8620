"""What a check says can be said in another language, and has no gap in it."""

from __future__ import annotations

import re
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING, Final

from auditor.errors import InputError
from auditor.testing.judging import verdicts
from auditor.translation import Message
from auditor.translation.extraction import folder_of, texts_of_modules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.checks import Check

__all__ = ["messages_in", "texts_are_messages"]

CORE: Final = "auditor"
LETTER: Final = re.compile(r"[^\W\d_]")


def texts_are_messages(check: Check) -> Iterator[str]:
    """Yield for each reason and advice whether a translator finds all of it."""
    package = check.judge.__module__.partition(".")[0]
    for example, verdict in verdicts(check):
        for text in filter(None, (verdict.reason, verdict.advice)):
            if not isinstance(text, Message):
                yield f"On “{example.title}” it says what is no message: {text}"
                continue
            for part in messages_in(text):
                yield _fault(part, package)


def messages_in(message: Message) -> Iterator[Message]:
    """Yield a message and those that stand in its placeholders."""
    yield message
    for value in message.values.values():
        if isinstance(value, Message):
            yield from messages_in(value)


def _fault(message: Message, package: str) -> str:
    parsed = [*Formatter().parse(message.template)]
    for _, name, _, _ in parsed:
        if name is not None and name not in message.values:
            return f"The placeholder {{{name}}} of “{message.template}” stays open."
    if not any(LETTER.search(text) for text, *_ in parsed):
        return ""  # nothing but placeholders and marks: it needs no translation
    ids = message.template, message.many
    if ids in _found(package) or ids in _found(CORE):
        return ""
    return (
        f"No module of {package} has “{message.template}” as a literal: "
        "translators would not find it."
    )


@cache
def _found(package: str) -> frozenset[tuple[str, str]]:
    """Return the texts that are found for translators in a package's modules."""
    try:
        texts = [*texts_of_modules(folder_of(package))]
    except (InputError, ModuleNotFoundError, TypeError):  # a lone module
        return frozenset()
    return frozenset((text.one, text.many) for text in texts)
