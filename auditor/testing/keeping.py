"""Promises as tests: one for each check and each promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.checks import Check, Example
from auditor.plugin.collection import Plugins
from auditor.testing.promise import Promise
from auditor.testing.promises import PROMISES
from auditor.testing.promises.translated import translations_are_complete

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["assert_kept", "assert_translated", "label", "promised"]


def promised(checks: Iterable[Check]) -> list[tuple[Check, Promise]]:
    """Return every check with each promise that it has to keep."""
    return [(check, promise) for check in checks for promise in PROMISES]


def label(value: object) -> str | None:
    """Return what a test of a check, an example or a promise is called."""
    if isinstance(value, Check):
        return value.id
    if isinstance(value, Promise):
        return value.name
    if isinstance(value, Example):
        return f"{value.outcome}-{value.title}"
    return None


def assert_kept(check: Check, promise: Promise) -> None:
    """Assert that a check keeps a promise; an error says how it was broken."""
    found = promise.tried_on(check)
    told = "\n".join((f"{check.id} breaks a promise. {promise.says}", *found.breaches))
    if found.breaches:
        raise AssertionError(told)


def assert_translated(package: str) -> None:
    """Assert that the languages that an installed package has begun are complete."""
    found = translations_are_complete(package, Plugins.load())
    breaches = [breach for breach in found if breach]
    if breaches:
        raise AssertionError("\n".join(breaches))
