"""A promise that a check keeps, and what came of trying it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.checks import Check

__all__ = ["Attempts", "Promise", "Trial", "trial"]

Attempts = Callable[["Check"], Iterable[str]]
"""Tries a promise on a check: yields a text for each attempt, empty if it was kept,
else a sentence that says how it was broken."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of trying one promise on one check, or on one package."""

    promise: str
    """The promise's name."""
    about: str
    """The check's id, or the package's name."""
    tried: int
    """How often it was tried; 0 where there was nothing to try."""
    breaches: tuple[str, ...]
    """How it was broken, in sentences, each once."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What every check owes those who read its findings."""

    name: str
    """One word, such as `purity`."""
    says: str
    """What is promised, in a sentence."""
    attempts: Attempts
    """Tries it on a check."""
    takes: str = ""
    """Without what there is nothing to try; empty where there always is something."""

    def tried_on(self, check: Check) -> Trial:
        """Try it on a check."""
        return trial(self.name, check.id, self.attempts(check))


def trial(promise: str, about: str, attempts: Iterable[str]) -> Trial:
    """Return what came of these attempts."""
    found = list(attempts)
    breaches = tuple(dict.fromkeys(filter(None, found)))
    return Trial(promise, about, len(found), breaches)
