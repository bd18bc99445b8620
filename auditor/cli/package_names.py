"""Names that a new plugin may have, and the letters with which its ids begin."""

from __future__ import annotations

import re
import sys
from importlib.metadata import packages_distributions
from keyword import iskeyword
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from auditor.plugin.collection import Plugins

__all__ = ["check_name", "letters_for"]

NAME: Final = re.compile(r"auditor-[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""A normalised name (PEP 503) that an import package can have, too."""
LONGEST: Final = 40
"""Ours: characters of a name; imports of longer ones do not fit on a line."""
LETTERS: Final = re.compile(r"[A-Z]{2}")
RESERVED: Final = frozenset({"report", "testing"})
"""Topics that are parts of ours."""


def check_name(name: str, installed: Plugins) -> None:
    """Find out whether a new package may have a name.

    Raises:
        UsageError: If not; says why and what would do.
    """
    if not NAME.fullmatch(name) or len(name) > LONGEST:
        raise click.UsageError(f"{name[:LONGEST]!r} is no name. {_proposal(name)}")
    topic = name.removeprefix("auditor-").replace("-", "_")
    if iskeyword(topic):
        raise click.UsageError(f"{topic!r} is a word of Python: choose another topic.")
    module = f"auditor_{topic}"
    areas = {area.id for area in installed.areas}
    plugins = {plugin.name for plugin in installed.installed}
    taken = {*packages_distributions(), *sys.stdlib_module_names}
    if topic in areas | plugins | RESERVED or module in taken:
        message = f"{name} is there already, or has an area of ours: choose another."
        raise click.UsageError(message)


def letters_for(topic: str, asked: str | None, installed: Plugins) -> str:
    """Return the letters with which the ids of a topic begin.

    Args:
        topic: What the plugin is about, such as `hospitality`.
        asked: What the user wants; the first that are free if absent.
        installed: The plugins whose letters are taken.

    Raises:
        UsageError: If they are no letters, or taken.
    """
    taken = {check_id[:2]: check_id for check_id in installed.checks}
    if asked is not None:
        letters = asked.upper()
        if not LETTERS.fullmatch(letters):
            raise click.UsageError(f"{asked[:20]!r} are not two letters, such as HO.")
        if letters in taken:
            message = f"{letters} is taken by {taken[letters]}: choose other letters."
            raise click.UsageError(message)
        return letters
    own = [letter for letter in topic.upper() if letter.isascii() and letter.isalpha()]
    pairs = (f"{own[0]}{second}" for second in (*own[1:], *map(chr, range(65, 91))))
    return next((pair for pair in pairs if pair not in taken), "")


def _proposal(name: str) -> str:
    """Return which name would do."""
    words = "-".join(re.findall(r"[a-z0-9]+", name.lower()))
    proposed = f"auditor-{words.removeprefix('auditor-')}"
    such_as = proposed if NAME.fullmatch(proposed) else "auditor-hospitality"
    return f"Plugins are called like this: {such_as[:LONGEST]}."
