"""What is wrong with a pack besides its expressions."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Final

from babel import Locale, UnknownLocaleError

from auditor.evidence.columns import TABLES
from auditor.finding import Outcome
from auditor.packs.compiling import Fault
from auditor.packs.hints import way_to
from auditor.packs.pack_file import FEWEST_OUTCOMES
from auditor.profile import Profile
from auditor.profile.vocabulary_map import key_paths
from auditor.profile.wording import quote

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from auditor.packs.pack_file import CheckPart, OutcomePart, PackFile

__all__ = ["faults_of_check", "faults_of_file"]

MOST_CHARACTERS: Final = 60_000
"""Ours: of all expressions and reasons of a pack, which take some seconds to be read;
our ten checks have 5,000."""
MOST_ROWS: Final = 10_000
"""Ours: rows of the tables of one example; the most of a check of ours have 1,200."""


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
        if not _is_language(tag):
            message = f"There is no language {quote(tag)}."
            yield Fault(message, f"/translations/{tag}")
    seen: set[str] = set()
    for number, part in enumerate(file.checks):
        for id_ in (part.id, *part.aliases):
            if id_ in seen:
                yield Fault(f"The id {id_} is used twice.", f"/checks/{number}/id")
            seen.add(id_)


def _is_language(tag: str) -> bool:
    try:
        Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return False
    return True


def _expressions(file: PackFile) -> Iterator[str]:
    """Yield the texts of a pack that are read as expressions, or hold them."""
    for part in file.checks:
        yield from part.let.values()
        saying: tuple[CheckPart | OutcomePart, ...] = (part, *part.outcomes)
        for said in saying:
            yield from said.where
            yield said.share or ""
            for each in said.reason:
                texts = (each.text, each.one, each.many, each.number, each.when)
                yield from filter(None, texts)
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
    if len(part.outcomes) < FEWEST_OUTCOMES:
        message = f"A check has {FEWEST_OUTCOMES} outcomes or more."
        yield Fault(message, f"{pointer}/outcomes")
    yield from _of_rows(part, pointer)
    shown = {example.outcome for example in part.examples}
    for outcome in (Outcome.MET, Outcome.NOT_MET):
        if outcome not in shown:
            message = f"No example has the outcome {outcome.value!r}; one is needed."
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


def _of_rows(part: CheckPart, pointer: str) -> Iterator[Fault]:
    """Yield examples with more rows than a table of an example needs."""
    for number, example in enumerate(part.examples):
        at = f"{pointer}/examples/{number}/evidence"
        tables = example.evidence.values()
        rows = sum(some.count for table in tables for some in table)
        if rows > MOST_ROWS:
            message = f"The example has {rows:,} rows; {MOST_ROWS:,} are allowed."
            yield Fault(message, at)


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


def _unknown(what: str, name: str, pointer: str, known: Collection[str]) -> Fault:
    return Fault(f"There is no {what} {quote(name)}.", pointer, 0, way_to(name, known))
