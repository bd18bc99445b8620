"""What moves a verdict is declared: where one field changes, only expected checks move.

Each field of the exemplary profile is changed in turn (`auditor.testing.changes`). A
check whose outcome or share then differs has to have said that it looks there. It says
so by `needs` or `reads`, by what `answered_by` names in any of its verdicts, or by the
places in `where` of the two verdicts that differ. A section stands for all that is in
it, and the parts of a section for the section. References that lead nowhere once
something is left out count as changed, too.

Where an example is met on tables, they stay as they are while the profile changes.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from auditor.checks import Context
from auditor.finding import Outcome, Verdict
from auditor.testing.changes import changes, key_of_pointer
from auditor.testing.judging import (
    asked,
    attempted,
    context_of_example,
    context_with,
    failure,
    verdicts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.checks import Check
    from auditor.testing.changes import Change

__all__ = ["what_moves_it_is_declared"]


def what_moves_it_is_declared(check: Check) -> Iterator[str]:
    """Yield for each change of a field whether a check that moves had declared it."""
    context = _exemplary(check)
    usual = asked(check, context)
    if isinstance(usual, BaseException):
        yield f"It fails on the exemplary profile: {failure(usual)}"
        return
    declared = {*check.needs, *check.reads, *_keys_named(check)}
    for change in changes():
        yield _told(check, context, usual, declared, change)


def _exemplary(check: Check) -> Context:
    """Return the exemplary profile, with the tables on which the check is met on it."""
    for example in check.examples:
        if example.outcome is Outcome.MET and not example.patch:
            context = attempted(partial(context_of_example, check, example))
            if isinstance(context, Context):
                return context
    return context_with(check)


def _told(
    check: Check,
    context: Context,
    usual: Verdict,
    declared: set[str],
    change: Change,
) -> str:
    found = asked(check, replace(context, profile=change.profile))
    if isinstance(found, BaseException):
        return f"It fails where {change.says}: {failure(found)}"
    if (found.outcome, found.share) == (usual.outcome, usual.share):
        return ""
    places = {*map(key_of_pointer, (*usual.where, *found.where))}
    if any(_touches(field, declared | places) for field in change.fields):
        return ""
    return (
        f"Where {change.says}, it moves from {_words(usual)} to {_words(found)}, and "
        f"nothing that it declares says that it looks there: name it in `reads`."
    )


def _keys_named(check: Check) -> set[str]:
    """Return the keys that its verdicts on its examples say would answer it."""
    return {key for _, verdict in verdicts(check) for key in verdict.answered_by}


def _touches(field: str, declared: Iterable[str]) -> bool:
    """Whether a field is a declared key, or is in one, or has one in it."""
    return any(
        field == key or field.startswith(f"{key}.") or key.startswith(f"{field}.")
        for key in declared
    )


def _words(verdict: Verdict) -> str:
    share = "" if verdict.share is None else f" ({verdict.share:.2f})"
    return f"{verdict.outcome.replace('_', ' ')}{share}"
