"""Rows of text files that could not be parted into fields."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from auditor.evidence.sql import query, quoted
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.evidence.connection import Connection
    from auditor.evidence.reading.raw import RawTable

__all__ = ["lines_of", "ragged", "swallowing"]

_SHOWN = 20
"""Line numbers listed."""
_KEPT = 9_900
"""Bytes of a row set aside from which the engine may have cut it off: it keeps about
10,000."""
_RAGGED = message("the wrong number of fields")
_REASONS = {
    "UNQUOTED VALUE": message("quotes that do not close, or text after them"),
    "LINE SIZE OVER MAXIMUM": message("a row too long"),
}
"""By what the engine calls them; all other rows have the wrong number of fields."""
_LINES = """CASE error_type
    WHEN 'UNQUOTED VALUE' THEN len(string_split(rtrim(csv_line, chr(10)), chr(10)))
    ELSE 1 END"""


def ragged(connection: Connection, tables: Sequence[RawTable]) -> dict[str, int]:
    """Rows set aside in the last pass over the tables, by reason.

    A quote that is never closed swallows the lines after it; each counts as a row.
    """
    found: Counter[str] = Counter()
    for table in filter(lambda each: each.rejects, tables):
        once = "QUALIFY row_number() OVER (PARTITION BY file_id, line) = 1"
        rows = query(f"error_type, {_LINES} AS lines", _last(table), once)
        summed = "CAST(error_type AS VARCHAR), CAST(sum(lines) AS BIGINT)"
        counted = query(summed, f"({rows})", "GROUP BY error_type ORDER BY error_type")
        for kind, lines in connection.execute(counted).fetchall():
            found[_REASONS.get(kind, _RAGGED)] += lines
    return dict(found)


def swallowing(connection: Connection, tables: Sequence[RawTable]) -> list[int]:
    """The lines, from 1, with a quote that swallows more than the engine keeps.

    Of the rows behind it some are lost, and nobody can say how many.
    """
    numbers: list[int] = []
    for table in filter(lambda each: each.rejects, tables):
        cut = f"error_type = 'UNQUOTED VALUE' AND strlen(csv_line) >= {_KEPT}"
        listed = query("DISTINCT line", _last(table), f"WHERE {cut} ORDER BY line")
        numbers += [line for (line,) in connection.execute(listed).fetchall()]
    return numbers[:_SHOWN]


def lines_of(connection: Connection, tables: Sequence[RawTable]) -> list[int]:
    """The first lines, from 1, with a row that was set aside."""
    numbers: list[int] = []
    for table in filter(lambda each: each.rejects, tables):
        first = f"ORDER BY line LIMIT {_SHOWN}"
        listed = query("DISTINCT line", _last(table), first)
        numbers += [line for (line,) in connection.execute(listed).fetchall()]
    return numbers[:_SHOWN]


def _last(table: RawTable) -> str:
    """The rejects of the last pass: each adds its own under a higher number."""
    listed = quoted(table.rejects)
    last = query("max(scan_id)", listed)
    return "(" + query("*", listed, f"WHERE scan_id = ({last})") + ")"
