"""Reading TOML with the place of every key.

The standard library checks the grammar and gives the values, but forgets where they
stood. So the text, once known to be TOML, is walked through once more for the places
of its tables and keys; a value inside a list or an inline table has the place of the
key that it belongs to.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, time
from typing import TYPE_CHECKING, Any, Final, cast

from auditor.errors import InputError, Position, Problem
from auditor.profile.document import Document, SourceFile
from auditor.profile.places import Place
from auditor.profile.source import position_in, read_source
from auditor.profile.tree import DEEPEST, TreeBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditor.profile.tree import PlainValue

__all__ = ["read_toml"]

MOST_BYTES: Final = 500_000
"""Ours: size of a file in TOML."""
WHERE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
"""How the standard library says where the grammar is broken."""
PIECE: Final = re.compile(
    r'#[^\n]*|"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\''
    r"|[\[\]{}=\n]|[^\s\[\]{}=#\"']+",
    re.DOTALL,
)
"""What of a valid TOML text means something; commas cling to words, to no harm."""
KEY: Final = re.compile(r"\s*(\"(?:[^\"\\]|\\.)*\"|'[^']*'|[A-Za-z0-9_-]+)\s*\.?")


def read_toml(path: Path) -> Document:
    """Return what a TOML file holds, and where.

    Raises:
        InputError: If it cannot be read, is malformed or exceeds a limit.
    """
    source = read_source(path, MOST_BYTES)
    try:
        value: dict[str, Any] = tomllib.loads(source.text)
    except RecursionError:
        message = f"Nested too deeply: {DEEPEST} levels are allowed."
        raise _refused(message, Position(source.name, 1, 1)) from None
    except ValueError as error:
        raise _malformed(str(error), source.text, source.name) from None
    builder = TreeBuilder(source.name)
    _fill(builder, value, _places(source.text, source.name))
    plain, place = builder.finish()
    file = SourceFile(path.name, source.sha256, source.size)
    content = cast("dict[str, PlainValue]", plain)
    return Document(str(path), content, place, (file,), source.sha256)


def _malformed(cause: str, text: str, name: str) -> InputError:
    found = WHERE.search(cause)
    if found is None:  # a number of too many digits, which has no place
        return _refused(f"This is not TOML: {cause}.", Position(name, 1, 1))
    at = position_in(text, len(text), name)
    if found[1]:
        at = Position(name, int(found[1]), int(found[2]))
    return _refused(f"This is not TOML: {cause[: found.start()]}.", at)


def _refused(message: str, at: Position) -> InputError:
    return InputError([Problem(message, at)])


def _fill(builder: TreeBuilder, value: object, place: Place) -> None:
    """Feed a value to what bounds values of all kinds; days and times become texts."""
    match value:
        case dict():
            builder.open({}, place.at)
            for key, part in value.items():
                inner = place.step(key) or place
                builder.scalar(key, inner.key or inner.at)
                _fill(builder, part, inner)
            builder.close()
        case list():
            builder.open([], place.at)
            for index, part in enumerate(value):
                _fill(builder, part, place.step(str(index)) or place)
            builder.close()
        case date() | time():
            builder.scalar(value.isoformat(), place.at)
        case str() | int() | float():
            builder.scalar(value, place.at)
        case _:
            raise TypeError(value)  # TOML has no other values


def _places(text: str, name: str) -> Place:
    """Return where the tables and keys of a valid TOML text stand."""
    root = Place(Position(name, 1, 1), inside={})
    table = root
    for start, statement in _statements(text):
        at = position_in(text, start, name)
        if statement.startswith("["):
            table = _opened(root, statement, at)
        else:
            _stepped(table, _keys(statement), at)
    return root


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield the heads of tables, and the keys of values, with their offsets."""
    depth, start, head = 0, None, True
    for piece in PIECE.finditer(text):
        word = piece[0]
        if word[0] == "#":
            continue
        if word == "\n":
            if depth == 0 and start is not None and text[start] == "[":
                yield start, text[start : piece.start()]
            if depth == 0:
                start, head = None, True
            continue
        if start is None and head:
            start = piece.start()
        if word == "=" and depth == 0 and head and start is not None:
            yield start, text[start : piece.start()]
            start, head = None, False
        depth += (word in "[{") - (word in "]}")
    if start is not None and text[start] == "[":
        yield start, text[start:]


def _opened(root: Place, statement: str, at: Position) -> Place:
    """Return the place of the table that a head such as `[[people]]` opens."""
    inner = statement.partition("]")[0].strip("[")
    place = _stepped(root, _keys(inner), at)
    if not statement.startswith("[["):
        return place
    entry = Place(at, inside={})
    if isinstance(place.inside, list):
        place.inside.append(entry)
    else:
        place.inside = [entry]
    return entry


def _stepped(place: Place, keys: list[str], at: Position) -> Place:
    """Return the place that these keys lead to; new ones begin here."""
    for key in keys:
        if isinstance(place.inside, list):
            place = place.inside[-1]
        if not isinstance(place.inside, dict):
            place.inside = {}
        place = place.inside.setdefault(key, Place(at, key=at, inside={}))
    return place


def _keys(dotted: str) -> list[str]:
    """Return the parts of a dotted key; escapes in quotes stay as written."""
    return [part.strip("\"'") for part in KEY.findall(dotted)]
