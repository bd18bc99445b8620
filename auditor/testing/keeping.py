"""Promises as tests: one for each check and each promise."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest import SkipTest

from auditor.checks import Check
from auditor.example import Example
from auditor.plugin.collection import Plugins
from auditor.testing.promise import Promise
from auditor.testing.promises import PROMISES
from auditor.testing.promises.translated import translations_are_complete

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["assert_kept", "assert_translated", "label", "promised"]


def promised(checks: Iterable[Check]) -> list[tuple[Check, Promise]]:
    """Return every check with each promise that it has to keep.

    Args:
        checks: The checks of a plugin.
    """
    return [(check, promise) for check in checks for promise in PROMISES]


def label(value: object) -> str | None:
    """Return what a test of a check, an example or a promise is called.

    Args:
        value: A parameter of a test, as pytest's `ids` hands it over.

    Returns:
        Its name; none of anything else, which pytest then names itself.
    """
    if isinstance(value, Check):
        return value.id
    if isinstance(value, Promise):
        return value.name
    if isinstance(value, Example):
        return f"{value.outcome}-{value.title}"
    return None


def assert_kept(check: Check, promise: Promise) -> None:
    """Assert that a check keeps a promise.

    Args:
        check: The check.
        promise: One of `PROMISES`.

    Raises:
        AssertionError: If it breaks it; with each attempt that went wrong.
        SkipTest: If there is nothing to try it on; pytest counts that as skipped.
    """
    found = promise.tried_on(check)
    if not found.tried:
        raise SkipTest("nothing to try")
    if found.breaches:
        told = (f"{check.id} breaks a promise. {promise.says}", *found.breaches)
        raise AssertionError("\n".join(told))


def assert_translated(package: str) -> None:
    """Assert that the languages that an installed package has begun are complete.

    Args:
        package: The import package, such as `auditor_hospitality`.

    Raises:
        AssertionError: If one is not; with each text that is missing or faulty.
    """
    found = translations_are_complete(package, Plugins.load())
    breaches = [breach for breach in found if breach]
    if breaches:
        raise AssertionError("\n".join(breaches))
