"""What a report for people says, in the language that it is being written in.

Renderers say things; checks, measures and the core only make messages, so that what an
audit finds does not depend on a language.
"""

from __future__ import annotations

from auditor.translation.language import spoken_language
from auditor.translation.message import Message, plural

__all__ = ["labelled", "say", "say_plural", "written"]


def say(text: str, /, **values: object) -> str:
    """Return a text in the language of the report.

    Args:
        text: A template of ours, as `message` takes it, or what an audit found. Never
            the organisation's own words: what it calls "Met" is not translated.
        **values: What stands for the placeholders of a template.
    """
    language = spoken_language()
    if isinstance(text, Message):
        return (text.filled(**values) if values else text).said_in(language)
    if not values:  # no template: its braces, if any, are an author's own
        return language.form(text)
    return Message(text, values=values).said_in(language)


def say_plural(one: str, many: str, number: int, /, **values: object) -> str:
    """Return a text of which a number decides the form, in the language of the report.

    Args:
        one: The template where `number` is one.
        many: The template where it is not.
        number: The number that decides; `{n}` stands for it.
        **values: What stands for other placeholders.
    """
    return plural(one, many, number, **values).said_in(spoken_language())


def labelled(label: str, text: str) -> str:
    """Return "label: text", both said already, with the language's own colon."""
    return say("{label}: {text}", label=label, text=text)


def written(value: object, spec: str = "") -> str:
    """Return a number or a day alone, as the language of the report writes it.

    Args:
        value: A number, a day, or a text, which stays as it is.
        spec: How: of a number as Python formats it, such as `,.1f`; of a day `long`
            ("21 November 2026"), `brief`, `month`, or in digits.
    """
    return spoken_language().written(value, spec)
