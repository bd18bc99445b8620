"""What is said of a report that was checked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Part", "State", "Statement", "Verification", "agrees", "disagrees", "open_"]


class State(StrEnum):
    """What became of one thing that was to be checked."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    NOT_CHECKED = "not_checked"


class Part(StrEnum):
    """What of a report was checked."""

    SIGNATURE = "signature"
    FILE = "file"
    TOOL = "tool"
    PROFILE = "profile"
    RUBRIC = "rubric"
    MAPPING = "mapping"
    EVIDENCE = "evidence"
    RESULT = "result"
    FINDING = "finding"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that agrees, does not, or could not be checked."""

    part: Part
    """What of the report it is about."""
    state: State
    """What became of it."""
    text: str
    """What was found, in whole sentences."""
    name: str = ""
    """Which one: a check, a page, a file, a table, a key; empty for the whole."""
    recorded: str = ""
    """What the report says, where two things differ."""
    found: str = ""
    """What it should say."""


def agrees(part: Part, text: str, name: str = "") -> Statement:
    """Return that something agrees."""
    return Statement(part, State.AGREES, text, name)


def disagrees(
    part: Part, text: str, name: str = "", recorded: str = "", found: str = ""
) -> Statement:
    """Return that something does not agree."""
    return Statement(part, State.DISAGREES, text, name, recorded, found)


def open_(part: Part, text: str, name: str = "") -> Statement:
    """Return that something could not be checked."""
    return Statement(part, State.NOT_CHECKED, text, name)


@dataclass(frozen=True, slots=True)
class Verification:
    """All that was found of one report."""

    file: str
    """Its path as the user wrote it."""
    title: str
    """What it says it is: whose audit, as of which day, made with what."""
    statements: tuple[Statement, ...]
    """What was found, in the order of `Part`."""

    @classmethod
    def of(cls, file: str, title: str, statements: Iterable[Statement]) -> Verification:
        """Return statements in their order."""
        order = list(Part)
        found = sorted(statements, key=lambda each: order.index(each.part))
        return cls(file, title, tuple(found))

    @property
    def agrees(self) -> bool:
        """Whether nothing disagrees; some of it may not have been checked."""
        return not any(self.with_state(State.DISAGREES))

    @property
    def complete(self) -> bool:
        """Whether all of it was checked."""
        return not any(self.with_state(State.NOT_CHECKED))

    def with_state(self, state: State) -> Iterator[Statement]:
        """Yield the statements of one state."""
        return (each for each in self.statements if each.state is state)

    def as_plain(self) -> dict[str, Any]:
        """Return it as plain values: what `--format json` prints."""
        counts = {str(state): len([*self.with_state(state)]) for state in State}
        return {
            "verification_version": 1,
            "file": self.file,
            "title": self.title,
            "agrees": self.agrees,
            "counts": counts,
            "statements": [
                {
                    "part": str(each.part),
                    "name": each.name,
                    "state": str(each.state),
                    "text": each.text,
                    "recorded": each.recorded,
                    "found": each.found,
                }
                for each in self.statements
            ],
        }
