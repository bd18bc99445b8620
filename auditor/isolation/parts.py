"""What comes over the pipe, as far as it is believed: metadata of checks, and verdicts.

Everything is bounded, and everything that is not declared here is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

from pydantic import Field, FiniteFloat, TypeAdapter

from auditor.bibliography import Source
from auditor.bibliography.source import Access
from auditor.checks import Area, Check
from auditor.confinement import Guard
from auditor.example import Example
from auditor.finding import (
    Effort,
    Outcome,
    Question,
    Room,
    Severity,
    Verdict,
    Verification,
)
from auditor.isolation.keys import KeyPart
from auditor.isolation.texts import Line, Part, Text, TextPart, made, text_part
from auditor.parameter import Parameter, Unit
from auditor.plugin.failures import LONGEST_FAILURE
from auditor.translation.text import values_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from auditor.checks import Judge
    from auditor.evidence import Measure
    from auditor.plugin.loading import Plugin

__all__ = ["ANSWER", "HELLO", "LOADED", "Failed", "Hello", "Loaded", "VerdictPart"]

MOST: Final = 1_000
"""Ours: entries of a list, of checks as of places of a finding."""
HEAVIEST: Final = 1_000
"""Ours: weight of an area; those of ours add up to 100."""
MOST_KEYS: Final = 10
"""Ours: keys that one plugin adds to profiles."""
Lines: TypeAlias = Annotated[tuple[Line, ...], Field(max_length=MOST)]


class SourcePart(Part):
    """A work that a check rests on."""

    key: Line
    author: Text
    title: Text
    year: int | None
    address: Text
    access: Access
    note: Text


class ParameterPart(Part):
    """A threshold."""

    name: Annotated[str, Field(pattern=r"^[A-Za-z_]\w{0,60}$")]
    default: FiniteFloat
    unit: Unit
    meaning: Text
    source: SourcePart | Line
    least: FiniteFloat

    def made(self) -> Parameter:
        """Return the threshold."""
        whose = self.source if isinstance(self.source, str) else _source(self.source)
        return Parameter(
            self.name, self.default, self.unit, self.meaning, whose, self.least
        )


class ExamplePart(Part):
    """An example, without its profile and its tables: nobody judges it here."""

    outcome: Outcome
    title: Text
    contradicted: bool


class CheckPart(Part):
    """A check without its function."""

    id: Line
    title: Line
    severity: Severity
    effort: Effort
    verification: Verification
    needs: Lines
    why: Text
    logic: Text
    remedy: Text
    sources: Annotated[tuple[SourcePart, ...], Field(max_length=MOST)]
    examples: Annotated[tuple[ExamplePart, ...], Field(max_length=MOST)]
    parameters: Annotated[tuple[ParameterPart, ...], Field(max_length=MOST)]
    tables: Lines
    aliases: Lines
    speaks_to: Question | None
    conditions: Lines
    reads: Lines

    def made(self, judge: Judge) -> Check:
        """Return the check.

        Raises:
            ValueError: If it does not explain itself, or its logic has a placeholder
                that is not just the name of a threshold: it is filled in here.
        """
        known = {parameter.name for parameter in self.parameters}
        if any(spec or name not in known for name, spec in values_in(self.logic)):
            raise ValueError(f"the logic of {self.id} has an unknown placeholder")
        return Check(
            **dict(self)
            | {
                "sources": tuple(map(_source, self.sources)),
                "examples": tuple(
                    Example(each.outcome, each.title, contradicted=each.contradicted)
                    for each in self.examples
                ),
                "parameters": tuple(each.made() for each in self.parameters),
                "judge": judge,
            },
        )


class AreaPart(Part):
    """An area with its checks."""

    id: Line
    title: Line
    summary: Text
    weight: Annotated[FiniteFloat, Field(ge=0, le=HEAVIEST)]
    main: bool
    checks: Annotated[tuple[CheckPart, ...], Field(max_length=MOST)]

    def made(self, judge: Callable[[str], Judge]) -> Area:
        """Return the area, with checks whose functions `judge` gives by their ids."""
        checks = tuple(each.made(judge(each.id)) for each in self.checks)
        return Area(self.id, self.title, self.summary, self.weight, checks, self.main)


class Hello(Part):
    """What a child says before it imports anything of a plugin."""

    guarded: tuple[Guard, ...]


class Failed(Part):
    """Why a child could not do what it was asked."""

    failure: Annotated[Text, Field(max_length=LONGEST_FAILURE)]


class Loaded(Part):
    """What a plugin adds."""

    areas: Annotated[tuple[AreaPart, ...], Field(max_length=MOST)]
    left_out: Annotated[tuple[Line, ...], Field(max_length=5)]
    keys: Annotated[tuple[KeyPart, ...], Field(max_length=MOST_KEYS)]

    @classmethod
    def of(cls, plugin: Plugin) -> Loaded:
        """Return what a plugin adds, as it goes over the pipe."""
        keys = tuple(map(KeyPart.of, plugin.extensions))
        others = {
            "formats": plugin.renderers,
            "templates": plugin.templates,
            "presets": plugin.presets,
            "some keys of profiles": [key for key in keys if key.group is None],
            "rubrics": plugin.rubrics,
        }
        return cls(
            areas=_AREAS.validate_python(plugin.areas, from_attributes=True),
            left_out=tuple(name for name, added in others.items() if added),
            keys=keys,
        )


class RoomPart(Part):
    """How far a claim may lie from what was computed."""

    points: FiniteFloat
    near: FiniteFloat
    relative: FiniteFloat


class VerdictPart(Part):
    """A verdict, its figures by their names."""

    outcome: Outcome
    reason: TextPart
    advice: TextPart = ""
    share: Annotated[FiniteFloat, Field(ge=0, le=1)] | None = None
    where: Lines = ()
    answered_by: Lines = ()
    contradicted: bool = False
    verified_by: Verification | None = None
    measures: Lines = ()
    rooms: Annotated[dict[Line, RoomPart], Field(max_length=MOST)] = Field(
        default_factory=dict
    )

    @classmethod
    def of(cls, verdict: Verdict) -> VerdictPart:
        """Return a verdict as it goes over the pipe."""
        return cls(
            outcome=verdict.outcome,
            reason=text_part(verdict.reason),
            advice=text_part(verdict.advice),
            share=None if verdict.share is None else float(verdict.share),
            where=tuple(verdict.where),
            answered_by=tuple(verdict.answered_by),
            contradicted=verdict.contradicted,
            verified_by=verdict.verified_by,
            measures=tuple(measure.id for measure in verdict.measures),
            rooms={at: RoomPart(**r._asdict()) for at, r in verdict.rooms.items()},
        )

    def made(self, figures: Mapping[str, Measure]) -> Verdict:
        """Return the verdict.

        Args:
            figures: What was computed, by id.

        Raises:
            KeyError: If it rests on a figure that nobody computed.
            ValueError: If one of its messages cannot be filled in.
        """
        return Verdict(
            outcome=self.outcome,
            reason=made(self.reason),
            advice=made(self.advice),
            share=self.share,
            where=self.where,
            answered_by=self.answered_by,
            contradicted=self.contradicted,
            verified_by=self.verified_by,
            measures=tuple(figures[name] for name in self.measures),
            rooms={at: Room(**dict(room)) for at, room in self.rooms.items()},
        )


_AREAS: Final = TypeAdapter(tuple[AreaPart, ...])
HELLO: Final = TypeAdapter[Hello](Hello)
"""Reads the first answer of a child."""
LOADED: Final = TypeAdapter[Loaded | Failed](Loaded | Failed)
"""Reads the answer to the request to load a plugin."""
ANSWER: Final = TypeAdapter[VerdictPart | Failed](VerdictPart | Failed)
"""Reads the answer to the request to judge."""


def _source(part: SourcePart) -> Source:
    return Source(**dict(part))
