"""What moves a verdict is declared: where one field changes, only expected checks move.

Each field of the exemplary profile is changed in turn (`auditor.testing.changes`). A
check whose outcome or share then differs has to have said that it looks there. It says
so by `needs` or `reads`, by what `answered_by` names in any of its verdicts, or by the
places in `where` of the two verdicts that differ. A section stands for all that is in
it, and the parts of a section for the section. References that lead nowhere once
something is left out count as changed, too.

Where an example is met on tables, they stay as they are while the profile changes.

Then the profile stays, and each table is changed in turn
(`auditor.testing.evidence_changes`): those of that example, and the exemplary ones of
all other kinds. A check that moves has to have named the table's kind in `tables`, or a
figure of it in `measures` of one of the two verdicts; one that looks at any table says
so by `reads`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from auditor.checks import Context
from auditor.finding import Outcome, Verdict
from auditor.testing.changes import changes, key_of_pointer
from auditor.testing.evidence_changes import evidence_changes, with_every_table
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

TABLES: Final = "evidence"
"""The key under which a profile attaches tables of every kind."""


def what_moves_it_is_declared(check: Check) -> Iterator[str]:
    """Yield for each change whether a check that moves had declared what moved it."""
    context = _exemplary(check)
    usual = asked(check, context)
    if isinstance(usual, BaseException):
        yield f"It fails on the exemplary profile: {failure(usual)}"
        return
    declared = {*check.needs, *check.reads, *_keys_named(check)}
    for change in changes():
        yield _told(check, context, usual, declared, change)
    yield from _moved_by_tables(check, context)


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
    if _is_alike(usual, found):
        return ""
    places = {*map(key_of_pointer, (*usual.where, *found.where))}
    if any(_touches(field, declared | places) for field in change.fields):
        return ""
    return (
        f"Where {change.says}, it moves from {_words(usual)} to {_words(found)}, and "
        f"nothing that it declares says that it looks there: name it in `reads`."
    )


def _moved_by_tables(check: Check, context: Context) -> Iterator[str]:
    """Yield for each change of a table whether a check that moves had declared it."""
    evidence = with_every_table(context.evidence)
    usual = asked(check, replace(context, evidence=evidence))
    if isinstance(usual, BaseException):
        yield f"It fails where a table of each kind is attached: {failure(usual)}"
        return
    for change in evidence_changes(evidence):
        found = asked(check, replace(context, evidence=change.evidence))
        if isinstance(found, BaseException):
            yield f"It fails where {change.says}: {failure(found)}"
        elif _is_alike(usual, found) or _names(check, change.kind, usual, found):
            yield ""
        else:
            yield (
                f"Where {change.says}, it moves from {_words(usual)} to "
                f"{_words(found)}, and nothing that it declares says that it looks "
                f"there: name {change.kind} in `tables`, the figure in `measures`, or "
                f"`{TABLES}` in `reads`."
            )


def _names(check: Check, kind: str, *verdicts: Verdict) -> bool:
    """Whether a check has said that tables of a kind, or of any, can move it."""
    tables = {measure.table for verdict in verdicts for measure in verdict.measures}
    return kind in {*check.tables, *tables} or TABLES in check.reads


def _is_alike(one: Verdict, other: Verdict) -> bool:
    return (one.outcome, one.share) == (other.outcome, other.share)


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
