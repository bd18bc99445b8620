"""What a pack says, before anybody asks whether its expressions make sense."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from auditor.bibliography import Access
from auditor.finding import Effort, Outcome, Question, Severity, Verification
from auditor.packs.notation import ONE_SENTENCE, CheckId, Name, Texts, not_formatted
from auditor.parameter import Unit
from auditor.profile.values import Count, Flag, Identifier, Number, Share, Text
from auditor.schema import schema_of

__all__ = [
    "AreaPart",
    "CheckPart",
    "ExamplePart",
    "MeasurePart",
    "OutcomePart",
    "PackFile",
    "ParameterPart",
    "PluralPart",
    "SentencePart",
    "SourcePart",
    "TranslationPart",
    "pack_schema",
]

MOST_CHECKS = 200
"""Ours: checks of one pack; we have 100 in eight areas."""
FEWEST_OUTCOMES = 2
"""Outcomes of a check that decides anything."""
MOST_ENTRIES = 100
"""Ours: names, outcomes, examples or sentences of one check."""


class Part(BaseModel):
    """A part of a pack; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class AreaPart(Part):
    """The area that the checks belong to."""

    id: Name
    """Its name in results and rubrics; the id of an area that is there joins it."""
    title: Text
    """Its name in reports."""
    summary: Text
    """What it asks of an organisation, in a sentence or two."""
    weight: Annotated[Number, Field(ge=0, le=1000)] = 0
    """Its weight in the total; 0 shows it beside the total."""
    main: Flag = False
    """Whether the higher levels ask for a decent score in it."""


class SourcePart(Part):
    """A work that our bibliography does not have."""

    author: Text
    """A person, or the body that answers for the text."""
    title: Text
    """Its title as published."""
    year: Count | None = None
    """The year of the edition that was read."""
    address: Text | None = None
    """Where it was read."""
    access: Access = Access.READ
    """How far it was read."""
    note: Text | None = None
    """What is taken from it."""


class ParameterPart(Part):
    """A threshold, which a rubric may set otherwise."""

    default: Number
    """Its usual value."""
    unit: Unit
    """What it is a number of."""
    meaning: Text
    """What it bounds, as a phrase."""
    source: Text
    """The key of a source, or `ours`."""
    least: Number = 0
    """The lowest value that a rubric may set."""


class MeasurePart(Part):
    """A figure computed from a table of evidence."""

    table: Text
    """The kind of table."""
    name: Text
    """What is measured."""
    statistic: Text = "share"
    """Which figure of it."""
    by: dict[Text, Text] | None = None
    """The group, such as `channel: email`; the whole without it."""
    least: Count | None = None
    """Rows that must be behind it."""
    required: Flag = True
    """Whether the check is not assessed without it; if not, ask `has(measures.…)`."""


class SentencePart(Part):
    """A sentence of a reason or an advice."""

    text: Text | None = None
    """What it says, with placeholders."""
    one: Text | None = None
    """What it says if `number` is one."""
    many: Text | None = None
    """What it says otherwise; `{n}` is the number."""
    number: Text | None = None
    """An expression: the number that decides between `one` and `many`."""
    when: Text | None = None
    """A condition without which the sentence is left out."""


Reason = Annotated[
    tuple[SentencePart, ...], ONE_SENTENCE, Field(max_length=MOST_ENTRIES)
]
"""One text, or several sentences."""


class OutcomePart(Part):
    """One outcome: the first of which the condition holds is given."""

    outcome: Outcome
    """What the check then says."""
    when: Text | None = None
    """The condition; without one, the outcome holds where none before it does."""
    reason: Reason = ()
    """Why, in whole sentences; the reason of the check without it."""
    advice: Text | None = None
    """What to do; the remedy of the check without it."""
    share: Text | None = None
    """An expression: how much of the good practice is there, from 0 to 1; the share of
    the check without it."""
    where: Texts = ()
    """Places in the profile that it rests on: an expression, or a pointer such as
    `/journeys/*/stages`; those of the check without it."""
    contradicted: Flag = False
    """Whether a claim is disproved."""
    answered_by: Texts = ()
    """Keys of the profile that would answer what is not assessed."""
    verified_by: Verification | None = None
    """On what it rests, if not on what the check says."""
    rests_on: tuple[Name, ...] | None = None
    """The measures that it rests on; all of the check without it."""


class RowsPart(Part):
    """Some rows of a table that are alike."""

    count: Count
    """How many."""
    values: Annotated[dict[Text, Any], AfterValidator(not_formatted)]
    """By column; of a list each row takes the next entry, over and over, and `{n}` in a
    text stands for the number of the row."""


class ExamplePart(Part):
    """A change to the exemplary profile, and what the check must then say."""

    outcome: Outcome
    """What it must say."""
    title: Text
    """What is different, in a few words."""
    patch: dict[Text, Any] = {}
    """Groups merge, lists replace, nothing (`~`) removes."""
    contradicted: Flag = False
    """Whether a claim must be found disproved."""
    evidence: dict[Text, tuple[RowsPart, ...]] = {}
    """Small tables, by kind."""
    assurance: Share | None = None
    """How much of the audit rests on more than a declaration."""


class CheckPart(Part):
    """A criterion, and how it is judged."""

    id: CheckId
    """Two capital letters and three digits."""
    title: Text
    """The good practice, stated positively."""
    severity: Severity
    """How much it matters that it is not met."""
    effort: Effort
    """What it takes to meet it."""
    verification: Verification
    """On what a verdict can rest at best."""
    needs: tuple[Text, ...] = ()
    """Keys of the profile without which it is not assessed."""
    tables: tuple[Text, ...] = ()
    """Kinds of tables without which it is not assessed."""
    why: Text
    """Why it matters to customers and to the organisation."""
    logic: Text | None = None
    """How it is judged, in words; `{met}` stands for the parameter. Made from the
    conditions where it is left out."""
    remedy: Text
    """What to do where it is not met, beginning with a verb."""
    sources: Annotated[tuple[Text, ...], Field(json_schema_extra={"minItems": 1})]
    """Keys of works: of the pack's own, or of our bibliography."""
    parameters: dict[Name, ParameterPart] = {}
    """Its thresholds, by name: `parameters.met` in expressions."""
    aliases: tuple[Text, ...] = ()
    """Ids that it had before."""
    speaks_to: Question | None = None
    """The question of the whole audit to which it contributes."""
    measures: dict[Name, MeasurePart] = {}
    """Figures from tables of evidence: `measures.name` in expressions."""
    let: Annotated[dict[Name, Text], Field(max_length=MOST_ENTRIES)] = {}
    """Expressions with names, in order; each can use those before it."""
    meanings: dict[Name, Text] = {}
    """What names of `let` are, in words, for those who read the conditions."""
    reason: Reason = ()
    """Why, where an outcome that is scored has no reason of its own."""
    share: Text | None = None
    """How much is there, where an outcome that is scored does not say."""
    where: Texts = ()
    """Places, where an outcome that is scored names none."""
    outcomes: Annotated[
        tuple[OutcomePart, ...],
        Field(max_length=MOST_ENTRIES, json_schema_extra={"minItems": FEWEST_OUTCOMES}),
    ]
    """The outcomes, in the order in which their conditions are asked."""
    examples: Annotated[
        tuple[ExamplePart, ...],
        Field(max_length=MOST_ENTRIES, json_schema_extra={"minItems": 2}),
    ]
    """What it says of some profiles: its tests and its documentation."""


class PluralPart(Part):
    """What a number decides, in another language."""

    one: Text
    """The English where the number is one, such as `{n:,} guest`."""
    many: Text
    """The English otherwise, such as `{n:,} guests`."""
    forms: Annotated[tuple[Text, ...], Field(max_length=6)]
    """The forms of the other language, in the order of gettext."""


class TranslationPart(Part):
    """The texts of a pack in another language."""

    texts: dict[Text, Text] = {}
    """Each English text as the pack has it, with its translation; same placeholders."""
    plurals: tuple[PluralPart, ...] = ()
    """What numbers decide: `counted(…)`, and sentences with `one` and `many`."""


class PackFile(Part):
    """Checks without code: criteria, their conditions in CEL, and their examples."""

    pack_version: Literal[1]
    """The version of this format."""
    name: Identifier
    """Name of the pack in results."""
    version: Text
    """Version of the pack in results."""
    area: AreaPart
    """The area that the checks belong to."""
    sources: dict[Identifier, SourcePart] = {}
    """Works that our bibliography does not have, by key."""
    checks: Annotated[
        tuple[CheckPart, ...],
        Field(max_length=MOST_CHECKS, json_schema_extra={"minItems": 1}),
    ]
    """The checks."""
    translations: dict[Identifier, TranslationPart] = {}
    """By tag of a language, such as `de`."""


def pack_schema() -> dict[str, Any]:
    """Return the JSON Schema of a pack."""
    return schema_of(PackFile, "Check pack of cxaudit")
