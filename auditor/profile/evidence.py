"""Tables that show what the organisation really does."""

from __future__ import annotations

from pydantic import Field

from auditor.profile.section import Section
from auditor.profile.values import Flag, Identifier, Number, Text
from auditor.profile.vocabulary import EvidenceKind

__all__ = ["Dataset", "DatasetScale"]


class DatasetScale(Section):
    """The scale of one column of answers; never guessed."""

    min: Number
    """Lowest possible answer."""
    max: Number
    """Highest possible answer."""
    higher_is_better: Flag | None = None
    """Whether a higher answer is better news."""
    satisfied: tuple[Number, ...] | None = None
    """The answers that count as satisfied."""


class Dataset(Section):
    """One table of evidence."""

    id: Identifier
    """Name by which the rest of the profile refers to this table."""
    kind: EvidenceKind
    """What one row is."""
    source: Text
    """A path beside the profile, or the address of a database."""
    preset: Text | None = None
    """A known export, which fills `columns`."""
    columns: dict[Text, Text] | None = None
    """For each of our columns, the column of the source."""
    scales: dict[Text, DatasetScale] | None = None
    """The scale of each column of answers."""
    timezone: Text | None = Field(default=None, examples=["Europe/London"])
    """Time zone of stamps that do not name one."""
