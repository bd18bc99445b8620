"""Building plain values, with the place of each, from a stream of nodes.

Both readers, of YAML and of JSON, feed this builder; the limits that keep a hostile
file harmless are here. They are ours: far above any honest profile, far below what
would cost noticeable time or memory. Nothing here recurses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NoReturn, TypeAlias

from auditor.errors import InputError, Position, Problem
from auditor.profile.limits import MOST_PROBLEMS
from auditor.profile.places import Place
from auditor.profile.source import UNPRINTABLE
from auditor.profile.wording import describe, quote

__all__ = [
    "DEEPEST",
    "LONGEST_KEY",
    "LONGEST_SCALAR",
    "MOST_NODES",
    "PlainValue",
    "Scalar",
    "TreeBuilder",
]

DEEPEST: Final = 40
"""Levels of nesting; the vocabulary needs nine."""
MOST_NODES: Final = 200_000
"""Values and keys in one file."""
LONGEST_SCALAR: Final = 20_000
"""Characters of one text or key."""
LONGEST_KEY: Final = 200
"""Characters of one key."""

Scalar: TypeAlias = bool | int | float | str | None
"""A value that holds no others."""

PlainValue: TypeAlias = Scalar | list["PlainValue"] | dict[str, "PlainValue"]
"""A value that JSON can hold."""


@dataclass(slots=True)
class _OpenList:
    """A list that is not yet closed."""

    value: list[PlainValue]
    places: list[Place] = field(default_factory=list)

    def add(self, value: PlainValue, place: Place) -> None:
        """Take in the next entry."""
        self.value.append(value)
        self.places.append(place)


@dataclass(slots=True)
class _OpenMapping:
    """A mapping that is not yet closed."""

    value: dict[str, PlainValue]
    places: dict[str, Place] = field(default_factory=dict)
    key: str | None = None
    """The key whose value comes next; `None` where a key comes next."""
    key_at: Position | None = None

    def add(self, value: PlainValue, place: Place) -> None:
        """Take in the value of the key that was read last."""
        key, place.key, self.key = str(self.key), self.key_at, None
        self.value[key] = value
        self.places[key] = place


class TreeBuilder:
    """Builds one value from its nodes in the order in which they are written."""

    def __init__(self, file: str) -> None:
        self.problems: list[Problem] = []
        """What is wrong with the content, so far."""
        self._file = file
        self._root = _OpenList([])
        """What stands at the top: one value, or none yet."""
        self._open: list[_OpenList | _OpenMapping] = [self._root]
        self._nodes = 0

    @property
    def expects_key(self) -> bool:
        """Whether the next node is a key."""
        top = self._open[-1]
        return isinstance(top, _OpenMapping) and top.key is None

    def open(
        self, value: list[PlainValue] | dict[str, PlainValue], at: Position
    ) -> None:
        """Begin a list or mapping; `value` is an empty one."""
        if self.expects_key:
            message = f"Found {describe(value)} where a key has to be."
            hint = "Put a text that begins with '?', '[' or '{' in quotes."
            self.stop(Problem(message, at, hint))
        if len(self._open) > DEEPEST:
            message = f"Nested too deeply: {DEEPEST} levels are allowed."
            self.stop(Problem(message, at))
        opened = _OpenMapping(value) if isinstance(value, dict) else _OpenList(value)
        self._add(value, Place(at, inside=opened.places))
        self._open.append(opened)

    def close(self) -> None:
        """End the innermost list or mapping."""
        self._open.pop()

    def scalar(self, value: Scalar, at: Position) -> None:
        """Add a text, number, truth value or nothing; or take it as a key."""
        if isinstance(value, str):
            self._inspect(value, at)
        top = self._open[-1]
        if isinstance(top, _OpenMapping) and top.key is None:
            self._take_key(top, value, at)
        else:
            self._add(value, Place(at))

    def report(self, message: str, at: Position, hint: str = "") -> None:
        """Note that something is wrong with the content, and go on.

        Raises:
            InputError: With all problems, if there are too many to go on.
        """
        self.problems.append(Problem(message, at, hint))
        if len(self.problems) == MOST_PROBLEMS:
            self.stop(Problem("There may be more problems; reading stopped here."))

    def stop(self, problem: Problem) -> NoReturn:
        """Give up: this problem leaves no sense in reading on.

        Raises:
            InputError: With this and all earlier problems.
        """
        raise InputError([*self.problems, problem])

    def finish(self) -> tuple[PlainValue, Place]:
        """Return the value and its place.

        Raises:
            InputError: If anything is wrong with the content, or there is none.
        """
        if self.problems:
            raise InputError(self.problems)
        if not self._root.value:
            hint = (
                "`cxaudit init` writes a profile to begin with; `cxaudit schema` says "
                "what other files have."
            )
            message = "The file is empty."
            self.stop(Problem(message, Position(self._file, 1, 1), hint))
        return self._root.value[0], self._root.places[0]

    def _inspect(self, text: str, at: Position) -> None:
        """Refuse a text that is too long or that an escape made unprintable."""
        if len(text) > LONGEST_SCALAR:
            message = f"Found a text of {len(text):,} characters"
            self.stop(Problem(f"{message}, {LONGEST_SCALAR:,} are allowed.", at))
        if not text.isprintable() and (found := UNPRINTABLE.search(text)):
            message = (
                f"Found a character that cannot be printed (U+{ord(found[0]):04X})"
            )
            self.report(f"{message} in this text.", at, "Delete it.")

    def _take_key(self, mapping: _OpenMapping, value: Scalar, at: Position) -> None:
        """Take a scalar as the key of the value that follows."""
        if value is None or value == "":
            hint = "Put a text that begins with '?' or ':' in quotes."
            self.report("Found a value without a key.", at, hint)
        elif not isinstance(value, str):
            message = f"Found {describe(value)} as a key, a key has to be text."
            self.report(message, at, "Put it in quotes.")
        elif len(value) > LONGEST_KEY:
            message = f"Found a key of {len(value):,} characters: {quote(value)}."
            self.report(message, at, f"A key has at most {LONGEST_KEY}.")
        elif earlier := mapping.places.get(value):
            message = f"The key {quote(value)} is already used at {earlier.key}."
            self.report(message, at, "Keep one of the two.")
        mapping.key, mapping.key_at = str(value), at

    def _add(self, value: PlainValue, place: Place) -> None:
        """Put a value where it belongs: in the innermost open list or mapping."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            message = f"The file holds too much: {MOST_NODES:,} values are allowed."
            self.stop(Problem(message, place.at))
        self._open[-1].add(value, place)
