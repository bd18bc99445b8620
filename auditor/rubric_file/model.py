"""What a rubric file may say."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from auditor.bibliography import Access
from auditor.finding import Severity
from auditor.measure_limits import LIMITS
from auditor.profile.values import Count, Duration, Flag, Identifier, Number, Text
from auditor.profile.vocabulary import ChannelKind
from auditor.schema import schema_of

__all__ = ["Reason", "RubricFile", "Work", "rubric_schema"]

Weight = Annotated[Number, Field(ge=0, le=1000)]
"""A weight; only the ratio to other weights matters."""


NumbersByLimit = Annotated[
    dict[Text, Number],
    WithJsonSchema(
        {
            "type": "object",
            "properties": {name: limit.schema() for name, limit in LIMITS.items()},
            "additionalProperties": False,
        }
    ),
]
"""Limits of measures by name."""


class Part(BaseModel):
    """A part of a rubric file; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class AreaOverlay(Part):
    """What a rubric sets otherwise for one area."""

    weight: Weight | None = None
    """Its weight in the total; 0 shows it beside the total."""
    main: Flag | None = None
    """Whether the higher levels ask for a decent score in it."""


class CheckOverlay(Part):
    """What a rubric sets otherwise for one check."""

    severity: Severity | None = None
    """How much it matters that the criterion is not met."""
    parameters: dict[Text, Number] | None = None
    """Thresholds by name; `cxaudit checks explain ID` lists them."""


class Work(Part):
    """A work that the bibliography of cxaudit does not have."""

    author: Text
    """A person, or the body that answers for the text."""
    title: Text
    """Its title as published."""
    year: Count | None = None
    """Year of the edition that was read."""
    address: Text | None = None
    """Where it was read."""
    access: Access | None = None
    """How far it was read; `known, not read` if absent."""


class Reason(Part):
    """Why a rubric sets something as it does, and on whose authority."""

    source: Text
    """Key of a work in the bibliography or under `works`, or `ours`."""
    because: Text | None = None
    """Why, in a sentence; required where the judgement is ours."""


class RubricFile(Part):
    """Severities, weights, thresholds, limits, chosen checks: what is not usual."""

    name: Text
    """Name of the rubric on the report."""
    version: Text
    """Version of the rubric on the report."""
    summary: Text | None = None
    """For whom it is, in a sentence."""
    extends: Text | None = None
    """The rubric over which this one is laid: a name that `cxaudit rubric list` lists,
    or a file, from the folder of this one; else the built-in rubric."""
    severities: dict[Severity, Weight] | None = None
    """How much a check of each severity weighs within its area."""
    areas: dict[Identifier, AreaOverlay] | None = None
    """Areas by id."""
    checks: dict[Identifier, CheckOverlay] | None = None
    """Checks by id."""
    limits: NumbersByLimit | None = None
    """Limits by which measures are computed, where a table says nothing else."""
    first_response: dict[ChannelKind, Duration] | None = None
    """How soon a first answer is due by a kind of channel, where the profile promises
    nothing."""
    select: tuple[Text, ...] | None = None
    """The checks to be judged: ids, their first two letters, or areas; else all, or
    those of the rubric that this one extends."""
    ignore: tuple[Text, ...] | None = None
    """The checks to be left out: ids, their first two letters, or areas; beside those
    that the rubric leaves out that this one extends."""
    packs: tuple[Text, ...] | None = None
    """Checks without code that come with the rubric: files, or folders of them, below
    the folder that it stands in."""
    reasons: dict[Text, Reason] | None = None
    """Why, by dotted keys such as `limits.resolve_days` or `ignore.MB005`; a reason
    for a group holds for all that is in it."""
    works: dict[Identifier, Work] | None = None
    """Works by key that reasons rest on and the bibliography does not have."""


def rubric_schema() -> dict[str, Any]:
    """Return the JSON Schema of a rubric file."""
    return schema_of(RubricFile, "Rubric of cxaudit")
