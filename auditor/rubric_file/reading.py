"""What a rubric sets, from its file and those that it extends.

What it does not name stays as it is. A check, area or parameter that does not exist is
an error with its place in the file: a threshold that nobody applies misleads.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from auditor.errors import InputError, Problem
from auditor.measure_limits import response_target
from auditor.profile.validation import validated
from auditor.rubric import Rubric, names_of_checks
from auditor.rubric_file.meaning import meaningless
from auditor.rubric_file.model import RubricFile
from auditor.rubric_file.reasons import rationales

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.checks import Area
    from auditor.evidence.limits import Limits
    from auditor.profile.document import Document
    from auditor.rubric import Rationale

__all__ = ["Overlay", "overlay_of"]


@dataclass(frozen=True, slots=True)
class Overlay:
    """A rubric file that is well formed, whether or not its names mean anything."""

    said: RubricFile
    """What it says."""
    document: Document
    """Where it says so."""
    extended: Overlay | None = None
    """The rubric over which it is laid; none is the built-in one."""

    def layers(self) -> tuple[Overlay, ...]:
        """Return all that are laid over the built-in rubric, this one last."""
        return *(self.extended.layers() if self.extended else ()), self

    def meaningless(self, areas: tuple[Area, ...]) -> Iterator[Problem]:
        """Yield what in its files means nothing to the installed checks."""
        built_in = Rubric.built_in(areas)
        for layer in self.layers():
            yield from meaningless(layer.said, built_in, areas, layer.document)

    def laid_over(self, areas: Iterable[Area]) -> Rubric:
        """Return the built-in rubric of these areas with this one laid over it.

        Raises:
            InputError: If a name or a number in it means nothing; with every problem.
        """
        areas = tuple(areas)
        if problems := list(self.meaningless(areas)):
            raise InputError(problems)
        rubric, named = Rubric.built_in(areas), names_of_checks(areas)
        told: dict[str, tuple[str, Rationale | None]] = {}
        layers = self.layers()
        for layer in layers:
            before, rubric = rubric, _laid_over(rubric, layer.said, areas)
            decided = _decided(before, rubric, layer.said)
            why = rationales(layer.said, layer.document, named, decided)
            told |= {key: (rubric.label, reason) for key, reason in why.items()}
        others = layers[-2::-1]
        return replace(
            rubric,
            extends=tuple(f"{each.said.name} {each.said.version}" for each in others),
            reasons={key: reason for key, (_, reason) in told.items() if reason},
            set_by={key: label for key, (label, _) in told.items() if others},
        )


def overlay_of(documents: Iterable[Document]) -> Overlay:
    """Return what a rubric file says, and those that it extends.

    Args:
        documents: The file, then the one that it extends, and so on; one at least.

    Raises:
        InputError: If one is malformed; with every problem found in it.
    """
    document, *others = documents
    said = validated(RubricFile, document.value, document.place)
    return Overlay(said, document, overlay_of(others) if others else None)


def _decided(before: Rubric, rubric: Rubric, said: RubricFile) -> list[str]:
    """Return the checks of which a file decides whether they are judged.

    What it selects leaves out all else, whoever else left that out before.
    """
    left_out = rubric.severities.keys() - rubric.selected
    again = rubric.selected - before.selected
    return sorted(again | (left_out if said.select else left_out & before.selected))


def _laid_over(rubric: Rubric, said: RubricFile, areas: Iterable[Area]) -> Rubric:
    """Return the rubric with what the file sets otherwise."""
    every = frozenset(rubric.severities)
    overlaid = replace(
        _set_otherwise(rubric, said), selected=every if said.select else rubric.selected
    )
    return overlaid.selecting(areas, said.select or (), said.ignore or ())


def _set_otherwise(rubric: Rubric, said: RubricFile) -> Rubric:
    """Return the rubric with the numbers and severities that the file sets."""
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
