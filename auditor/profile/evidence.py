"""Tables that show what the organisation really does, and how to read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Final, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from auditor.profile.addresses import SourceText, is_address
from auditor.profile.cells import Cell, Cells, Delimiter, Encoding
from auditor.profile.section import Section
from auditor.profile.values import Count, Flag, Identifier, Number, Text
from auditor.profile.vocabulary import EvidenceKind, SpanUnit

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

__all__ = [
    "OR_NAME",
    "Dataset",
    "DatasetColumn",
    "DatasetFilter",
    "DatasetPreset",
    "DatasetScale",
]


def _named(value: object) -> object:
    return {"source": value} if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class _OrName(BeforeValidator):
    """Reads a text as a group that names a column of the source and no more."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"type": "string", "minLength": 1}]}


OR_NAME = _OrName(_named)
"""Marks a column for which the name in the source says enough."""


FILE_KEYS: Final = (
    *("header_rows", "skip_rows", "delimiter", "encoding"),
    *("sheet", "records"),
)
"""What only a file has."""

Rows = Annotated[Count, Field(ge=1), WithJsonSchema({"type": "integer", "minimum": 1})]
"""At least one row."""


class DatasetColumn(Section):
    """Where one of our columns comes from; its name in the source alone may do."""

    source: Cells | None = None
    """The column of the source; of several names, the first that is there. In JSON a
    path, its steps joined by dots."""
    format: Cells | None = Field(default=None, examples=["%d/%m/%Y %H:%M"])
    """How a moment is written: `iso`, `epoch_seconds`, `epoch_milliseconds`, `excel` or
    a pattern such as `%d/%m/%Y %H:%M`; of several, the first that fits. How a number is
    written: `1,234.5` or `1.234,5`."""
    unit: SpanUnit | None = None
    """For a moment given as the time since its beginning, such as a first reply time:
    what is counted."""
    codes: dict[Text, Cell] | None = None
    """What a value of the source means here; `excluded` is no answer."""
    blanks: Cells | None = None
    """Values that stand for nothing, instead of the usual ones such as `n/a`."""
    default: Cell | None = None
    """The value where the source has none."""
    timezone: Text | None = None
    """Time zone of stamps that do not name one, if not the table's."""
    optional: Flag | None = None
    """Whether a source without this column is fine."""

    @model_validator(mode="after")
    def _comes_from_somewhere(self) -> Self:
        if self.source is None and self.default is None:
            raise ValueError("name the column's source, or a default")
        return self


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
    whole: Flag | None = None
    """Whether only whole numbers are answers; they are unless this is `false`."""


class DatasetFilter(Section):
    """Which rows of a source belong to the table."""

    source: Text
    """The column of the source that decides."""
    values: Cells
    """The values it is compared with, whatever their letter case."""
    keep: Flag | None = None
    """Whether rows with these values stay; `false` leaves them out instead."""


class Dataset(Section):
    """One table of evidence."""

    id: Identifier
    """Name by which the rest of the profile refers to this table."""
    kind: EvidenceKind
    """What one row is."""
    source: SourceText = Field(
        examples=["data/surveys.csv", "data/tickets-*.jsonl.gz", "postgres://host/crm"]
    )
    """A path beside the profile; a pattern with `*` takes many files as one table. CSV,
    TSV, JSON, JSON Lines, Parquet or XLSX, also gzipped. Or the address of a database,
    without a password: `postgres://host/database` or `spark:`."""
    table: Text | None = Field(default=None, examples=["support.tickets"])
    """In a database, the table, maybe with its schema."""
    query: Text | None = None
    """In a database, a query in its own SQL instead of a table."""
    preset: Text | None = None
    """A known export, which fills all that is left out here."""
    columns: dict[Text, Annotated[DatasetColumn, OR_NAME]] | None = None
    """For each of our columns, the column of the source. `cxaudit evidence inspect`
    proposes them."""
    scales: dict[Text, DatasetScale] | None = None
    """The scale of each column of answers."""
    filters: tuple[DatasetFilter, ...] | None = None
    """Which rows count; a row must pass them all."""
    timezone: Text | None = Field(default=None, examples=["Europe/London"])
    """Time zone of stamps that do not name one."""
    header_rows: Rows | None = None
    """Rows that name the columns, where they are miscounted."""
    skip_rows: Count | None = None
    """Rows of titles above them, where they are miscounted."""
    delimiter: Delimiter | None = None
    """What parts the fields of a text file, where it is misjudged: a character or
    `tab`."""
    encoding: Encoding | None = None
    """Encoding of lines that are not UTF-8, if not windows-1252."""
    sheet: Text | None = None
    """Sheet of a workbook, if not the first that has rows."""
    records: Text | None = None
    """Path to the list of rows inside a JSON document, its steps joined by dots."""

    @model_validator(mode="after")
    def _is_a_file_or_in_a_database(self) -> Self:
        named = self.table is not None, self.query is not None
        if not is_address(self.source):
            if any(named):
                raise ValueError("table and query are for a source that is an address")
            return self
        if named.count(True) != 1:
            raise ValueError("a database has many tables: name a table or a query")
        if useless := [key for key in FILE_KEYS if getattr(self, key) is not None]:
            keys = " and ".join(useless)
            raise ValueError(f"a database has no {keys}; leave it out")
        return self


class DatasetPreset(Dataset):
    """The mapping of a known export, for tables of many organisations."""

    title: Text
    """What the export is, in a few words."""
