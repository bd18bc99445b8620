"""A verdict follows from what a check is given, and from nothing else.

Every example is judged twice here, and once more in a process of its own: there with
another seed for hashes and in the opposite order, so that what a check keeps from one
verdict to the next shows.
"""

from __future__ import annotations

from subprocess import TimeoutExpired
from typing import TYPE_CHECKING

from auditor.testing.elsewhere import fingerprint, seen_elsewhere
from auditor.testing.judging import said_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.checks import Check
    from auditor.testing.elsewhere import Seen

__all__ = ["same_again", "touches_nothing_else"]


def same_again(check: Check) -> Iterator[str]:
    """Yield for each example whether it is judged alike, here again and elsewhere."""
    said = [tuple(map(fingerprint, both)) for both in said_of(check)]
    for example, (one, other) in zip(check.examples, said, strict=True):
        yield "" if one == other else f"It judges “{example.title}” twice differently."
    seen = _seen(check)
    if isinstance(seen, str):
        yield seen
        return
    for example, (one, _), other in zip(
        check.examples, said, seen.verdicts, strict=True
    ):
        differs = f"Another process judges “{example.title}” differently."
        yield "" if one == other else differs


def touches_nothing_else(check: Check) -> Iterator[str]:
    """Yield for each example's verdict what the check touched, or left behind."""
    seen = _seen(check)
    if isinstance(seen, str):
        yield seen
        return
    yield from (f"It touches {touched}." for touched in seen.touched)
    yield from (f"It changes {name}, which stays so." for name in seen.kept)
    yield from ("" for _ in check.examples)


def _seen(check: Check) -> Seen | str:
    """Return what another process saw of a check, or why it did not see it."""
    try:
        return seen_elsewhere(check)
    except (LookupError, RuntimeError, TimeoutExpired) as error:
        return f"It cannot be tried in another process: {error}"
