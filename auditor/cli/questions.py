"""What `cxaudit init` asks, and how it takes the answers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

import click

from auditor.cli.parameters import did_you_mean, names_in
from auditor.cli.starter import Answers
from auditor.profile.vocabulary import ChannelKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["ask", "taken"]

_Answer = TypeVar("_Answer")


def taken(
    *,
    name: str,
    industry: str | None,
    segment: str | None,
    departments: Iterable[str],
    channels: Iterable[str],
) -> Answers:
    """Return the answers that options give.

    Raises:
        UsageError: If a channel is of no known kind, or the name says nothing.
    """
    return Answers(
        name=_named(name),
        industry=_text(industry or ""),
        segment=_text(segment or ""),
        departments=names_in(map(_text, departments)),
        channels=_kinds(",".join(channels)),
    )


def ask(
    *,
    industry: str | None,
    segment: str | None,
    departments: tuple[str, ...],
    channels: tuple[str, ...],
) -> Answers:
    """Return the answers to what no option says; the questions go to stderr.

    Raises:
        UsageError: If there is no terminal to ask in.
        Abort: If the user leaves.
    """
    if not sys.stdin.isatty():
        raise click.UsageError("There is no terminal to ask in: give --name.")
    click.echo("Enter leaves a question open; Ctrl-C leaves without a file.", err=True)
    return Answers(
        name=_prompt("Name of the organisation", _named),
        industry=industry or _prompt("Industry", _text),
        segment=segment or _prompt("The customers that matter most", _text),
        departments=names_in(departments)
        or _prompt("Departments, with commas", lambda text: names_in([_text(text)])),
        channels=_kinds(",".join(channels))
        or _prompt("Channels, such as phone, email, website", _kinds),
    )


def _prompt(question: str, take: Callable[[str], _Answer]) -> _Answer:
    """Ask until the answer can be taken."""
    try:
        answer: _Answer = click.prompt(
            question, default="", show_default=False, value_proc=take, err=True
        )
    except click.Abort:
        # The cursor still stands behind the question.
        click.echo(err=True)
        raise
    return answer


def _text(text: str) -> str:
    """Return a text without what cannot be printed."""
    return "".join(c if c.isprintable() else " " for c in text).strip()


def _named(text: str) -> str:
    """Return a name.

    Raises:
        UsageError: If it says nothing.
    """
    if name := _text(text):
        return name
    raise click.UsageError("The organisation needs a name.")


def _kinds(text: str) -> tuple[str, ...]:
    """Return the kinds of channels in a text with commas, each once.

    Raises:
        UsageError: If one is no kind of channel; names the nearest, or all.
    """
    kinds = tuple(dict.fromkeys(name.lower() for name in names_in([_text(text)])))
    for kind in kinds:
        if kind not in list(ChannelKind):
            near = did_you_mean(kind, ChannelKind)
            hint = near or f"Kinds are {', '.join(ChannelKind)}."
            raise click.UsageError(f"There is no kind of channel {kind!r}. {hint}")
    return kinds
