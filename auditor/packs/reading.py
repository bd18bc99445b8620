"""Reading a pack: from a file to checks, with every fault at its line and column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from auditor.bibliography import ALL, OURS, Source
from auditor.checks import Area, Check
from auditor.errors import InputError, Problem
from auditor.example import Example, Rows
from auditor.packs.compiling import Compiler, Fault
from auditor.packs.metadata import faults_of_check, faults_of_file
from auditor.packs.pack_file import PackFile
from auditor.packs.positions import position_inside
from auditor.packs.translations import translations_of
from auditor.packs.words import conditions_in_words
from auditor.parameter import Parameter
from auditor.profile.document import read_document
from auditor.profile.limits import shortened
from auditor.profile.places import keys_of
from auditor.profile.validation import validated
from auditor.profile.wording import nearest, quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from auditor.errors import Position
    from auditor.packs.judging import PackJudge
    from auditor.packs.pack_file import CheckPart, ExamplePart, ParameterPart
    from auditor.profile.document import Document
    from auditor.profile.tree import PlainValue

__all__ = ["Pack", "read_pack"]

MOST_BYTES: Final = 500_000
"""Ours: size of a pack; our ten checks with their examples have 60 kB."""


@dataclass(frozen=True, slots=True)
class Pack:
    """Checks of a file."""

    name: str
    """Its name in results."""
    version: str
    """Its version in results."""
    area: Area
    """The area with its checks."""
    judges: Mapping[str, PackJudge]
    """What judges, by the id of the check."""
    file: PackFile
    """What the file says."""
    document: Document
    """The file, with the places of its values."""

    def locate(self, pointer: str) -> Position:
        """Return where a part of the file stands."""
        return self.document.locate(pointer)


def read_pack(path: str | Path) -> Pack:
    """Return the checks of a pack.

    Raises:
        InputError: If it cannot be read or used; with every problem found.
    """
    document = read_document(path)
    (source,) = document.files
    if source.size > MOST_BYTES:
        message = f"{document.name!r} is too large: {MOST_BYTES:,} bytes are allowed."
        raise InputError([Problem(message, hint="Make several packs of it.")])
    file = validated(PackFile, document.value, document.place)
    return _Reader(file, document).read()


class _Reader:
    """Makes checks of one file, and gathers what is wrong with it."""

    def __init__(self, file: PackFile, document: Document) -> None:
        self._file = file
        self._document = document
        self._faults: list[Fault] = []
        self._judges: dict[str, PackJudge] = {}
        known = {source.key: source for source in ALL}
        own = {
            key: Source(
                key,
                one.author,
                one.title,
                one.year,
                one.address or "",
                one.access,
                one.note or "",
            )
            for key, one in file.sources.items()
        }
        self._sources = known | own

    def read(self) -> Pack:
        """Return the pack.

        Raises:
            InputError: If anything is wrong with it.
        """
        self._faults.extend(faults_of_file(self._file))
        self._stop_at_faults()
        checks = [
            self._check(part, f"/checks/{number}")
            for number, part in enumerate(self._file.checks)
        ]
        self._stop_at_faults()
        file = self._file
        area = Area(
            id=file.area.id,
            title=file.area.title,
            summary=file.area.summary,
            weight=file.area.weight,
            checks=tuple(check for check in checks if check),
            main=file.area.main,
            translations=tuple(translations_of(file)),
        )
        judges = self._judges
        return Pack(file.name, file.version, area, judges, file, self._document)

    def _stop_at_faults(self) -> None:
        if self._faults:
            different = dict.fromkeys(self._faults)
            problems = sorted(map(self._problem, different), key=_place)
            raise InputError(shortened(problems, len(problems)))

    def _check(self, part: CheckPart, pointer: str) -> Check | None:
        """Return a check; nothing if something is wrong with it."""
        compiler = Compiler(part, pointer)
        judge = self._judges[part.id] = compiler.compiled()
        faults = [*compiler.faults, *faults_of_check(part, pointer)]
        faults += self._of_sources(part, pointer)
        parameters = tuple(self._parameters(part, pointer, faults))
        self._faults.extend(faults)
        if faults:
            return None
        written = {one.name: one.written(one.default) for one in parameters}
        conditions = tuple(conditions_in_words(part, judge, written))
        return Check(
            id=part.id,
            title=part.title,
            severity=part.severity,
            effort=part.effort,
            verification=part.verification,
            needs=part.needs,
            why=part.why,
            logic=part.logic or _logic(part, judge),
            remedy=part.remedy,
            sources=tuple(self._sources[key] for key in part.sources),
            examples=tuple(map(_example, part.examples)),
            judge=judge,
            parameters=parameters,
            tables=part.tables,
            aliases=part.aliases,
            speaks_to=part.speaks_to,
            conditions=conditions if part.logic else (),
        )

    def _parameters(
        self, part: CheckPart, pointer: str, faults: list[Fault]
    ) -> Iterator[Parameter]:
        for name, one in part.parameters.items():
            at = f"{pointer}/parameters/{name}"
            source = self._whose(one, f"{at}/source", faults)
            try:
                yield Parameter(
                    name, one.default, one.unit, one.meaning, source, one.least
                )
            except ValueError as error:
                faults.append(Fault(f"{str(error)[:1].upper()}{str(error)[1:]}.", at))

    def _whose(
        self, part: ParameterPart, pointer: str, faults: list[Fault]
    ) -> Source | str:
        if part.source == OURS:
            return OURS
        if part.source not in self._sources:
            faults.append(self._unknown_source(part.source, pointer))
            return OURS
        return self._sources[part.source]

    def _of_sources(self, part: CheckPart, pointer: str) -> Iterator[Fault]:
        """Yield works that nobody describes."""
        if not part.sources:
            yield Fault("At least one is needed here.", f"{pointer}/sources")
        for number, key in enumerate(part.sources):
            if key not in self._sources:
                yield self._unknown_source(key, f"{pointer}/sources/{number}")

    def _unknown_source(self, key: str, pointer: str) -> Fault:
        hint = "Describe it under 'sources', or take a key of our bibliography."
        close = nearest(key, self._sources)
        message = f"There is no source {quote(key)}."
        return Fault(message, pointer, 0, f"Did you mean {close!r}?" if close else hint)

    def _problem(self, fault: Fault) -> Problem:
        """Return a fault with its place in the file."""
        place = self._document.place.nearest(fault.pointer)
        at = place.at
        value = _value_at(self._document.value, fault.pointer)
        if isinstance(value, str):
            (source,) = self._document.files
            text = source.content.decode("utf-8-sig")
            at = position_inside(text, at, value, fault.offset)
        return Problem(fault.message, at, fault.hint)


def _value_at(value: PlainValue, pointer: str) -> PlainValue:
    """Return the value that a pointer names, or the innermost one around it."""
    for key in keys_of(pointer):
        if isinstance(value, dict) and key in value:
            value = value[key]
        elif isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        else:
            break
    return value


def _place(problem: Problem) -> tuple[int, int]:
    at = problem.position
    return (at.line, at.column) if at else (0, 0)


def _example(part: ExamplePart) -> Example:
    evidence = {
        kind: tuple(Rows(some.count, _in_turn(some.values)) for some in table)
        for kind, table in part.evidence.items()
    }
    return Example(
        part.outcome,
        part.title,
        part.patch,
        part.contradicted,
        evidence,
        part.assurance,
    )


def _in_turn(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values by column; the entries of a list are taken in turn."""
    return {k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}


def _logic(part: CheckPart, judge: PackJudge) -> str:
    """Return how a check is judged, from its conditions, with names of thresholds."""
    marks = {name: f"\0{name}\0" for name in part.parameters}
    words = " ".join(conditions_in_words(part, judge, marks))
    escaped = words.replace("{", "{{").replace("}", "}}")
    return re.sub("\0(.*?)\0", r"{\1}", escaped)
