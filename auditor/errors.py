"""What can go wrong in a way that a user can act on.

::

    AuditorError
    ├── InputError        a profile, rubric or other input that cannot be used
    │   └── EvidenceError     a source of evidence that cannot be read
    ├── PluginError       a plugin that cannot be used
    │   ├── DuplicateCheckError   two checks with one id
    │   └── DuplicateExtensionError   two plugins that add one key to profiles
    ├── OutputError       something that cannot be delivered
    │   └── RenderError   a format that cannot be rendered here
    └── MissingExtraError     what an optional part of cxaudit needs is not installed

Every message says what is wrong, where, and what to do. Only the command line
turns these into text on a screen; a bug keeps its traceback.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "AuditorError",
    "DuplicateCheckError",
    "DuplicateExtensionError",
    "EvidenceError",
    "InputError",
    "MissingExtraError",
    "OutputError",
    "PluginError",
    "Position",
    "Problem",
    "RenderError",
]


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in an input file; `str()` gives the form that editors open."""

    file: str
    """Path as the user wrote it."""
    line: int
    """Line, from 1."""
    column: int
    """Column, from 1."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an input."""

    message: str
    """What was found and what is allowed: a sentence."""
    position: Position | None = None
    """Where, if the problem has a place."""
    hint: str = ""
    """A way out: a sentence, or nothing."""

    def __str__(self) -> str:
        place = f"{self.position}: " if self.position else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{place}{self.message}{hint}"


class AuditorError(Exception):
    """Base of all that a user can act on."""


class InputError(AuditorError):
    """An input cannot be used; carries every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        """Every problem, each with its place where it has one."""
        super().__init__("\n".join(str(problem) for problem in self.problems))


class EvidenceError(InputError):
    """A source of evidence cannot be read; names it, and never what is in it."""

    def __init__(self, source: str, cause: str, hint: str = "") -> None:
        self.source = source
        self.cause = cause
        self.hint = hint
        super().__init__([Problem(f"{source}: {cause}", hint=hint)])


class PluginError(AuditorError):
    """A plugin cannot be used; names it and says why."""

    def __init__(self, plugin: str, cause: str) -> None:
        self.plugin = plugin
        self.cause = cause
        super().__init__(f"plugin {plugin!r}: {cause}")


class DuplicateCheckError(PluginError):
    """Two checks have the same id, so neither can be trusted to be the one meant."""

    def __init__(self, check: str, first: str, second: str) -> None:
        self.check = check
        cause = (
            f"its check {check} has the id of a check of plugin {first!r}; "
            "leave one of the two out (--plugins-only), uninstall it, or ask its "
            "author for another id"
        )
        if first == second:
            cause = f"two of its checks have the id {check}; give one of them another"
        super().__init__(second, cause)


class DuplicateExtensionError(PluginError):
    """Two plugins add one key to profiles, so nobody knows what stands under it."""

    def __init__(self, key: str, first: str, second: str) -> None:
        super().__init__(
            second,
            f"its extension {key!r} has the key of one of plugin {first!r}; "
            "leave one of the two out (--plugins-only), uninstall it, or ask its "
            "author for another key",
        )


class OutputError(AuditorError):
    """A result cannot be delivered."""


class RenderError(OutputError):
    """A format cannot be rendered on this machine or from this report."""


class MissingExtraError(AuditorError):
    """What an optional part of cxaudit needs is not installed; says how to get it."""

    def __init__(self, purpose: str, extra: str) -> None:
        super().__init__(
            f'{purpose} needs more packages: run pip install "cxaudit[{extra}]".'
        )
