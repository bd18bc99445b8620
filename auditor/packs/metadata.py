"""What is wrong with a pack besides its expressions."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Final

from babel.localedata import locale_identifiers

from auditor.evidence.columns import TABLES
from auditor.finding import Outcome
from auditor.packs.compiling import Fault
from auditor.profile import Profile
from auditor.profile.vocabulary_map import key_paths
from auditor.profile.wording import nearest, quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.packs.pack_file import CheckPart, OutcomePart, PackFile

__all__ = ["faults_of_check", "faults_of_file"]

MOST_CHARACTERS: Final = 60_000
"""Ours: of all expressions and reasons of a pack, which take some seconds to be read;
our ten checks have 5,000."""
MOST_LISTED: Final = 40
"""Ours: known names that a hint lists."""


def faults_of_file(file: PackFile) -> Iterator[Fault]:
    """Yield what is wrong with a pack as a whole."""
    if not file.checks:
        yield Fault("The pack has no check.", "/checks")
    if (length := sum(map(len, _expressions(file)))) > MOST_CHARACTERS:
        message = (
            f"The pack has {length:,} characters of expressions and reasons; "
            f"{MOST_CHARACTERS:,} are allowed."
        )
        yield Fault(message, "/checks", 0, "Make several packs of it.")
    for tag in file.translations:
        if tag.partition("-")[0].lower() not in set(locale_identifiers()):
            message = f"There is no language {quote(tag)}."
            yield Fault(message, f"/translations/{tag}")
    seen: set[str] = set()
    for number, part in enumerate(file.checks):
        for id_ in (part.id, *part.aliases):
            if id_ in seen:
                yield Fault(f"The id {id_} is used twice.", f"/checks/{number}/id")
            seen.add(id_)


def _expressions(file: PackFile) -> Iterator[str]:
    """Yield the texts of a pack that are read as expressions, or hold them."""
    for part in file.checks:
        yield from part.let.values()
        saying: tuple[CheckPart | OutcomePart, ...] = (part, *part.outcomes)
        for said in saying:
            yield from said.where
            yield said.share or ""
            for each in said.reason:
                yield from filter(None, (each.text, each.one, each.many, each.when))
        for outcome in part.outcomes:
            yield from filter(None, (outcome.when, outcome.advice))


def faults_of_check(part: CheckPart, pointer: str) -> Iterator[Fault]:
    """Yield what is wrong with a check besides its expressions."""
    yield from _of_needs(part, pointer)
    for at, table in _tables(part, pointer):
        if table not in TABLES:
            yield _unknown("table", table, at, TABLES)
    for name in part.meanings:
        if name not in part.let:
            at = f"{pointer}/meanings/{name}"
            yield _unknown("name under 'let'", name, at, part.let)
    shown = {example.outcome for example in part.examples}
    for outcome in (Outcome.MET, Outcome.NOT_MET):
        if outcome not in shown:
            message = f"No example is {outcome.replace('_', ' ')}; one is needed."
            yield Fault(message, f"{pointer}/examples")
    yield from _of_logic(part, pointer)


def _tables(part: CheckPart, pointer: str) -> Iterator[tuple[str, str]]:
    """Yield where a check names a kind of table, and which."""
    for number, table in enumerate(part.tables):
        yield f"{pointer}/tables/{number}", table
    for name, measure in part.measures.items():
        yield f"{pointer}/measures/{name}/table", measure.table
    for number, example in enumerate(part.examples):
        for kind in example.evidence:
            yield f"{pointer}/examples/{number}/evidence/{kind}", kind


def _of_needs(part: CheckPart, pointer: str) -> Iterator[Fault]:
    """Yield needed keys that no profile has."""
    keys = {".".join(path) for path in key_paths(Profile)}
    for number, key in enumerate(part.needs):
        if key not in keys:
            yield _unknown("key of a profile", key, f"{pointer}/needs/{number}", keys)


def _of_logic(part: CheckPart, pointer: str) -> Iterator[Fault]:
    """Yield what is wrong with how a check is said to be judged."""
    try:
        named = [name for _, name, _, _ in Formatter().parse(part.logic or "") if name]
    except ValueError:
        yield Fault("A brace is opened and not closed.", f"{pointer}/logic")
        return
    for name in named:
        if name not in part.parameters:
            yield _unknown("parameter", name, f"{pointer}/logic", part.parameters)


def _unknown(what: str, name: str, pointer: str, known: Iterable[str]) -> Fault:
    close = nearest(name, known)
    listed = ", ".join(sorted(known)[:MOST_LISTED])
    hint = f"Did you mean {close!r}?" if close else f"There are {listed}."
    message = f"There is no {what} {quote(name)}."
    return Fault(message, pointer, 0, hint if known else "")
