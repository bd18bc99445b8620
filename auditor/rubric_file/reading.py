"""Reading a rubric file: what it sets otherwise than the built-in rubric.

What it does not name stays as it is. A check, area or parameter that does not exist is
an error with its place in the file: a threshold that nobody applies misleads.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from auditor.errors import InputError, Problem
from auditor.measure_limits import response_target
from auditor.profile.document import Document, read_document
from auditor.profile.places import pointer_to
from auditor.profile.validation import validated
from auditor.profile.wording import quote
from auditor.rubric import Rubric, names_of_checks
from auditor.rubric_file.meaning import meaningless
from auditor.rubric_file.model import RubricFile
from auditor.rubric_file.reasons import rationales

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from auditor.checks import Area
    from auditor.evidence.limits import Limits

__all__ = ["Overlay", "packs_in", "read_overlay", "read_rubric"]


@dataclass(frozen=True, slots=True)
class Overlay:
    """A rubric file that is well formed, whether or not its names mean anything."""

    said: RubricFile
    """What it says."""
    document: Document
    """Where it says so."""

    def laid_over(self, areas: Iterable[Area]) -> Rubric:
        """Return the built-in rubric of these areas with this one laid over it.

        Raises:
            InputError: If a name or a number in it means nothing; with every problem.
        """
        areas = tuple(areas)
        built_in = Rubric.built_in(areas)
        problems = list(meaningless(self.said, built_in, areas, self.document))
        if problems:
            raise InputError(problems)
        rubric = _laid_over(built_in, self.said).selecting(
            areas, self.said.select or (), self.said.ignore or ()
        )
        left_out = sorted(built_in.selected - rubric.selected)
        reasons = rationales(self, names_of_checks(areas), left_out)
        return replace(rubric, reasons=reasons)


def read_overlay(path: str | Path) -> Overlay:
    """Return what a rubric file says.

    Raises:
        InputError: If it cannot be read or is malformed; with every problem found.
    """
    document = read_document(path)
    return Overlay(validated(RubricFile, document.value, document.place), document)


def read_rubric(path: str | Path, areas: Iterable[Area]) -> Rubric:
    """Return the built-in rubric of these areas with a file laid over it.

    Raises:
        InputError: If the file cannot be used; with every problem found.
    """
    return read_overlay(path).laid_over(areas)


def packs_in(path: Path) -> tuple[Path, ...]:
    """Return the packs that a rubric file names, before anything else of it is read.

    Raises:
        InputError: If it cannot be read, or a pack stands outside its own folder.
    """
    document = read_document(path)
    named = document.value.get("packs")
    if not isinstance(named, list):  # what is no list is told with all else
        return ()
    problems = [
        Problem(
            f"The pack {quote(str(name))} stands outside the folder of the rubric.",
            document.locate(pointer_to(("packs", number))),
            "Put it beside the rubric, or name it by --pack.",
        )
        for number, name in enumerate(named)
        if PurePath(str(name)).is_absolute() or ".." in PurePath(str(name)).parts
    ]
    if problems:
        raise InputError(problems)
    return tuple(path.parent / str(name) for name in named)


def _laid_over(rubric: Rubric, said: RubricFile) -> Rubric:
    """Return the rubric with what the file sets otherwise."""
    checks, areas = said.checks or {}, said.areas or {}
    weights = {id_: a.weight for id_, a in areas.items() if a.weight is not None}
    main = {id_: area.main for id_, area in areas.items() if area.main is not None}
    severities = {id_: c.severity for id_, c in checks.items() if c.severity}
    parameters = {
        id_: {**rubric.parameters[id_], **(check.parameters or {})}
        for id_, check in checks.items()
    }
    return Rubric(
        name=said.name,
        version=said.version,
        severity_weights={**rubric.severity_weights, **(said.severities or {})},
        area_weights={**rubric.area_weights, **weights},
        main_areas=frozenset(
            id_
            for id_ in rubric.area_weights
            if main.get(id_, id_ in rubric.main_areas)
        ),
        severities={**rubric.severities, **severities},
        parameters={**rubric.parameters, **parameters},
        limits=_limits(rubric.limits, said),
        selected=rubric.selected,
    )


def _limits(usual: Limits, said: RubricFile) -> Limits:
    """Return the limits with what the file sets otherwise."""
    numbers: dict[str, Any] = {
        name: int(value) if value == int(value) else value
        for name, value in (said.limits or {}).items()
    }
    targets = {
        kind.value: response_target(within)
        for kind, within in (said.first_response or {}).items()
    }
    return replace(usual, **numbers, first_response={**usual.first_response, **targets})
