"""Where a character of a text stands in the file that holds the text.

YAML folds lines, drops indentation and undoes quotes. What it keeps is the order of
all characters that are no space: text and file are walked side by side.
"""

from __future__ import annotations

from auditor.errors import Position

__all__ = ["position_inside"]


def position_inside(source: str, at: Position, text: str, offset: int) -> Position:
    """Return where the character at `offset` of `text` stands.

    Args:
        source: The text of the file.
        at: Where the scalar begins that holds the text.
        text: The text, as it was read.
        offset: The place of the character.
    """
    lines = source.splitlines(keepends=True)
    place = sum(map(len, lines[: at.line - 1])) + at.column - 1
    if source[place : place + 1] in {"|", ">"}:  # the text begins on the next line
        place = source.find("\n", place) + 1
    wanted = [c for c in text[: offset + 1] if not c.isspace()]
    if text[offset : offset + 1].isspace() or offset >= len(text):
        return _after(source, at, place, wanted)
    found = _last(source, place, wanted)
    return at if found is None else _position(source, found, at.file)


def _after(source: str, at: Position, place: int, before: list[str]) -> Position:
    """Return the place after the last character of a text."""
    found = _last(source, place, before)
    return at if found is None else _position(source, found + 1, at.file)


def _last(source: str, place: int, wanted: list[str]) -> int | None:
    """Return where the last of some characters stands, met in their order."""
    found = None
    for character in wanted:
        found = source.find(character, place)
        if found < 0:
            return None
        place = found + 1
    return found


def _position(source: str, place: int, file: str) -> Position:
    start = source.rfind("\n", 0, place) + 1
    return Position(file, source.count("\n", 0, place) + 1, place - start + 1)
