"""What was measured, and how it stands to what the profile claims.

The docstrings are the descriptions in the JSON Schema.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from auditor.confrontation import Agreement, ClaimKind
from auditor.renderers.result.part import Count, Number, Reason, ResultPart, Share, Text

__all__ = [
    "ClaimResult",
    "FaultResult",
    "FaultyRowsResult",
    "MeasureResult",
    "RemarkResult",
    "TableResult",
    "UnlistedResult",
    "VolumeResult",
]


class RemarkResult(ResultPart):
    """Something about a table that its reader must know."""

    code: Text
    """What kind of remark: a short name that stays."""
    text: Text
    """What was seen, in a sentence."""
    column: Text
    """The column that it is about, by our name; empty if it is about none."""
    count: Count
    """Rows that show it; 0 where they are not counted."""


class FaultyRowsResult(ResultPart):
    """How many rows of a table are wrong: left out for it, or kept with a gap."""

    rows: Count
    """How many rows."""
    reasons: dict[Reason, Count]
    """What is wrong with them; a row may be wrong in several ways."""


class TableResult(ResultPart):
    """One table of evidence, as it was read."""

    id: Text
    """The dataset's id in the profile."""
    kind: Text
    """What one row is: surveys, tickets, feedback, customers or invitations."""
    source: Text
    """Where it came from."""
    sha256: Text
    """Digest of its bytes; empty where there are none, as in a database."""
    rows: Count
    """Rows read, of whatever day."""
    excluded: dict[Reason, Count]
    """Rows left out for good, by reason; `rows` less these were kept."""
    first: date | None = Field(alias="from")
    """Earliest day of a kept row; null where rows have no days."""
    last: date | None = Field(alias="to")
    """Latest day of a kept row; null where rows have no days."""
    remarks: tuple[RemarkResult, ...] = ()
    """What is odd about it."""
    faulty: FaultyRowsResult | None = None
    """Rows that are wrong; null in results that are older than this key."""
    missing: dict[Text, dict[Reason, Count]] = Field(default_factory=dict)
    """For each of our columns, the kept rows without a value, by reason."""
    refused: dict[Text, Text] = Field(default_factory=dict)
    """Measures that it does not allow, and why."""


class FaultResult(ResultPart):
    """A table of evidence that could not be measured."""

    id: Text
    """The dataset's id in the profile."""
    kind: Text
    """What one row would be."""
    reason: Text
    """What is wrong with it."""


class MeasureResult(ResultPart):
    """A figure computed from evidence."""

    id: Text
    """Name by which findings and claims refer to it."""
    table: Text
    """The dataset that it was computed from."""
    name: Text
    """What it measures, such as `first_response_time`."""
    statistic: Text
    """Which figure of it: share, score, mean, count, p50, p90 and others; what ends in
    `_with_open` counts open items too (Kaplan and Meier)."""
    by: dict[Text, Text]
    """The group that it was computed for, such as `{"stage": "use"}`; empty for the
    whole table. A claim's own period is here as `from` and `to`."""
    value: Number | None
    """The figure in its unit; null where there is none, or where the group has fewer
    than 10 rows, in which a reader might recognise a person."""
    n: Count
    """Number of rows behind it. Below 30 nothing is judged by it."""
    low: Number | None
    """Lower end of its 95 % interval; null where it has none."""
    high: Number | None
    """Upper end of its 95 % interval; null where it has none."""
    unit: Text
    """The unit of the figure: share (of 1), points, scale, hours, rows or currency."""
    definition: Text
    """What is divided by what, and which rows count."""
    excluded: dict[Reason, Count]
    """Rows of the group that do not count, by reason; with `n` they are all of it."""


class ClaimResult(ResultPart):
    """A claim of the profile beside the figure that its records give."""

    kind: ClaimKind
    """What it is about: a metric's value, the closure of feedback, a response rate, or
    a promised time."""
    name: Text
    """What the organisation calls it."""
    pointer: Text
    """JSON pointer (RFC 6901) to the claim in the profile."""
    said: Text
    """The claim as the profile states it; empty where it states nothing."""
    value: Number | None
    """The claim in the unit of the measure; null where it cannot be converted."""
    measure: Text | None
    """Id of the measure that it was held against; null where there is none."""
    agreement: Agreement
    """How the two stand to each other: the records disprove the claim
    (`contradicted`), it is off by little (`nearly`), they bear it out (`holds`), the
    profile states no value (`not_stated`), too few rows or another unit leave it open
    (`not_judged`), the table gives no figure (`not_computed`), or no table is named or
    attached (`no_evidence`)."""
    reason: Text
    """Why, in whole sentences."""


class VolumeResult(ResultPart):
    """A group in the data, and how many rows belong to it."""

    name: Text
    """The group as the data has it."""
    rows: Count
    """Rows under review that belong to it."""


class UnlistedResult(ResultPart):
    """What occurs in a table and not in the profile."""

    table: Text
    """The dataset."""
    cut: Text
    """What the groups are: channel, reason, theme, department, stage or segment."""
    silent: bool
    """Whether the profile names no such thing at all."""
    groups: tuple[VolumeResult, ...]
    """Those of at least 10 rows, the largest first."""
    small: Count
    """How many others are smaller, and not named."""
    share: Share
    """Share of the rows under review that belong to the groups named."""
