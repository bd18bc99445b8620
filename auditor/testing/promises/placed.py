"""Findings point into the profile, and gaps name the keys that would fill them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from auditor.profile.profile import profile_model
from auditor.profile.vocabulary_map import key_paths
from auditor.testing.changes import key_of_pointer
from auditor.testing.exemplary import (
    exemplary_document,
    installed_extensions,
    patched,
)
from auditor.testing.judging import verdicts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.checks import Check
    from auditor.profile.tree import PlainValue

__all__ = ["findings_have_places"]

TABLES: Final = "evidence"
"""What would answer a check that lacks a table: no key of its own."""


def findings_have_places(check: Check) -> Iterator[str]:
    """Yield for each key and each place that a check names whether there is one."""
    for key in (*check.needs, *check.reads):
        yield "" if key in _keys() else f"It reads `{key}`, which no profile has."
    for example, verdict in verdicts(check):
        for key in verdict.answered_by:
            known = key in _keys() or key == TABLES
            yield "" if known else f"`{key}` would answer it, which no profile has."
        document = patched(exemplary_document(), example.patch)
        for pointer in verdict.where:
            there = _is_there(document, pointer)
            yield "" if there else f"{pointer} is no place in “{example.title}”."


@cache
def _keys() -> frozenset[str]:
    """Return every key of the vocabulary, and those that installed plugins add."""
    model = profile_model(installed_extensions())
    return frozenset(".".join(path) for path in key_paths(model))


def _is_there(value: PlainValue, pointer: str) -> bool:
    """Whether a pointer leads to something, or to a key that could be stated there."""
    start, *parts = pointer.split("/")
    for part in parts:
        if isinstance(value, list):
            if not part.isdigit() or int(part) >= len(value):
                return False
            value = value[int(part)]
        elif isinstance(value, dict) and part in value:
            value = value[part]
        else:
            return key_of_pointer(pointer) in _keys()
    return not start
