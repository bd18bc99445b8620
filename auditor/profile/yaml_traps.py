"""YAML's own traps, told in plain words with a way out.

libyaml names what its grammar missed ("did not find expected key"). People who write
profiles need to know what they typed: a tab, an unquoted colon, an apostrophe.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditor.errors import Position, Problem

if TYPE_CHECKING:
    from yaml import Mark, MarkedYAMLError

__all__ = ["explain"]

LONGEST_LINE: Final = 500
"""Characters of a line, up to the place, that are looked at."""
IN_QUOTES: Final = "Put the whole text in quotes."


@dataclass(frozen=True, slots=True)
class Trap:
    """One way in which YAML and its writer misunderstand each other."""

    libyaml: str
    """Part of libyaml's wording of the problem."""
    pattern: str
    """What the line around the problem looks like; `▲` marks the place."""
    message: str
    """What was found; `{character}` is the character at the place."""
    hint: str
    """The way out."""
    where_it_began: bool = False
    """Whether to point at the beginning of the broken part, not at its end."""


# The first whose wording and line fit explains the problem.
TRAPS: Final = (
    Trap(
        "",
        r"^\s*▲\t|^\s*\t\s*▲",
        "Found a tab in the indentation.",
        "Indent with spaces, two for each level.",
    ),
    Trap(
        "mapping values are not allowed",
        r": .*▲:",
        "Found a second ': ' in a text without quotes.",
        IN_QUOTES,
    ),
    Trap(
        "mapping values are not allowed",
        r"▲:",
        "Found ': ' where no key can be.",
        "Look at the line above: a space may be missing after its colon, or this line "
        "may be indented too far.",
    ),
    Trap(
        "mapping keys are not allowed",
        r"▲\?",
        "Found a '?' at the beginning of a text without quotes.",
        IN_QUOTES,
    ),
    Trap(
        "block sequence entries are not allowed",
        r"▲-",
        "Found '-' where no list can begin.",
        "Begin a list on the line below its key; put a text that begins with '-' in "
        "quotes.",
    ),
    Trap(
        "cannot start any token",
        r"▲",
        "Found {character} at the beginning of a text without quotes.",
        IN_QUOTES,
    ),
    Trap(
        "unexpected end of stream",
        r"▲",
        "The quotation mark here is never closed.",
        "Close it; inside single quotes, write an apostrophe twice.",
        where_it_began=True,
    ),
    Trap(
        "expected ',' or ']'",
        r"▲",
        "The list that begins here with '[' is not closed, or a comma is missing.",
        "Put a text that holds any of [ ] {{ }} , : ? in quotes.",
        where_it_began=True,
    ),
    Trap(
        "expected ',' or '}'",
        r"▲",
        "The group that begins here with '{{' is not closed, or a comma is missing.",
        "Put a text that holds any of [ ] {{ }} , : ? in quotes.",
        where_it_began=True,
    ),
    Trap(
        "expected key",
        r"^\s*▲:",
        "Found a value without a key.",
        "Write a key before the colon.",
    ),
    Trap(
        "expected key",
        r"^\s*▲",
        "This line is not indented like the lines that it belongs to.",
        "Give the keys of one group the same number of spaces.",
    ),
    Trap(
        "expected key",
        r"[\"']\s*▲",
        "Found text after a closing quotation mark.",
        "Put the whole text in quotes, and write an apostrophe in single quotes twice.",
    ),
    Trap(
        "could not find expected ':'",
        r"▲",
        "Found a line without a key.",
        "Write 'key: value', with a space after the colon; put a text that runs over "
        "several lines in quotes.",
        where_it_began=True,
    ),
    Trap(
        "expected '-' indicator",
        r"▲",
        "Found a line that is not an entry of the list above it.",
        "Begin each entry with '- ', or indent the line as its key.",
    ),
    Trap(
        "unknown escape",
        r"▲",
        "Found a backslash that means nothing inside double quotes.",
        "Write it twice, or use single quotes.",
    ),
    Trap(
        "Unicode character escape",
        r"▲",
        "Found an escape that stands for no character.",
        "Write the character itself.",
    ),
    Trap(
        "expected comment or line break",
        r"▲",
        "Found text on the line of a '|' or '>'.",
        "Put a text that begins with '|' or '>' in quotes.",
    ),
    Trap(
        "alphabetic or numeric character",
        r"▲",
        "Found '*', '&' or '%' at the beginning of a text without quotes.",
        IN_QUOTES,
        where_it_began=True,
    ),
    Trap(
        "directive",
        r"▲",
        "Found '%' at the beginning of a line.",
        IN_QUOTES,
        where_it_began=True,
    ),
    Trap(
        "",
        r"▲",
        "Found {character}, which cannot be here.",
        "Put a text that holds any of [ ] {{ }} , : ? # in quotes.",
    ),
)


def explain(error: MarkedYAMLError, text: str, file: str) -> Problem:
    """Return what is wrong with the YAML `text`, in words for its writer."""
    wording = f"{error.context or ''} {error.problem or ''}"
    end = error.problem_mark or error.context_mark
    before, after = _line_at(text, end)
    marked = f"{before[-LONGEST_LINE:]}▲{after[:1]}"
    trap = next(
        trap
        for trap in TRAPS
        if trap.libyaml in wording and re.search(trap.pattern, marked)
    )
    place = error.context_mark if trap.where_it_began and error.context_mark else end
    character = repr(after[0]) if after else "the end of the line"
    return Problem(
        trap.message.format(character=character),
        Position(file, place.line + 1, place.column + 1) if place else None,
        trap.hint.format(),
    )


def _line_at(text: str, mark: Mark | None) -> tuple[str, str]:
    """Return the line at `mark`: what stands before it, and what from it on."""
    lines = text.split("\n")
    if mark is None or mark.line >= len(lines):
        return "", ""
    line = lines[mark.line].rstrip("\r")
    return line[: mark.column], line[mark.column :]
