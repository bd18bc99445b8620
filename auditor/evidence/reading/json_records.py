"""JSON: records in lines, in a list or inside an envelope; fields by path."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.errors import EvidenceError
from auditor.evidence.connection import figures
from auditor.evidence.reading.faults import reporting
from auditor.evidence.reading.file_format import opened
from auditor.evidence.reading.raw import RawColumn, RawTable
from auditor.evidence.sql import literal, query
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duckdb import DuckDBPyConnection

    from auditor.evidence.reading.file_format import SourceFile

__all__ = ["all_paths", "json_table", "paths_in"]

_LARGEST = 512 << 20
"""The largest JSON envelope read as one, in bytes; it has to fit into memory."""
_SMALL = 16 << 20
_SAMPLE = 1000
_DEPTH = 4
_STEP = re.compile(r"^(?P<key>.*?)(?P<index>(\[\d+\])*)$")


@dataclass(frozen=True, slots=True)
class _Layout:
    """How records lie in a file."""

    format: str
    """`newline_delimited`, `array` or `unstructured`."""
    records: str = ""
    """Path to the list of records inside each object."""


def json_table(
    connection: DuckDBPyConnection,
    files: Sequence[SourceFile],
    wanted: Sequence[str],
    records: str,
) -> RawTable:
    """Files of JSON as one table with a column for each wanted path that occurs.

    Raises:
        EvidenceError: A file is no JSON, or too large to be read in one piece.
    """
    parts = [_records(connection, file, wanted, records) for file in files]
    rows = " UNION ALL ".join(query("json", part) for part in parts)
    source = str(files[0].original)
    with reporting(source):
        known = paths_in(connection, f"({rows})")
        paths = _paths(connection, f"({rows})", known, wanted)
    listed = ", ".join(map(literal, paths.values()))
    fields = f"json_extract_string(json, [{listed}])" if paths else "NULL"
    fetched = query(f"{fields} AS v, json IS NULL AS broken", f"({rows})")
    return RawTable(
        source=source,
        relation=f"({fetched})",
        columns=tuple(
            RawColumn(path, f"v[{index}]") for index, path in enumerate(paths, 1)
        ),
        known=known,
        records=f"({rows})",
        broken="broken",
    )


def all_paths(table: RawTable) -> RawTable:
    """A table of JSON with a column for each path that its first records have."""
    listed = ", ".join(literal(_json_path(path)) for path in table.known)
    fetched = query(f"json_extract_string(json, [{listed}]) AS v", table.records)
    return replace(
        table,
        relation=f"({fetched})",
        columns=tuple(
            RawColumn(path, f"v[{index}]") for index, path in enumerate(table.known, 1)
        ),
    )


def paths_in(connection: DuckDBPyConnection, rows: str) -> tuple[str, ...]:
    """The paths to single values in the first records, in their order."""
    first = query("CAST(json AS VARCHAR)", rows, f"LIMIT {_SAMPLE}")
    found: dict[str, None] = {}
    for (text,) in connection.execute(first).fetchall():
        if text is not None:
            found.update(dict.fromkeys(_flat(json.loads(text), "", _DEPTH)))
    return tuple(found)


def _flat(value: object, path: str, depth: int) -> Iterator[str]:
    if isinstance(value, dict) and depth:
        for key, inner in value.items():
            yield from _flat(inner, f"{path}.{key}" if path else str(key), depth - 1)
    elif isinstance(value, list) and value and depth:
        yield from _flat(value[0], f"{path}[0]", depth - 1)
    elif path:
        yield path


def _records(
    connection: DuckDBPyConnection,
    file: SourceFile,
    wanted: Sequence[str],
    records: str,
) -> str:
    layout = _layout(file)
    scan = _scan(file, layout)
    with reporting(file.original):
        envelope = records or _envelope(connection, scan, layout, wanted)
        connection.execute(query("json", scan, "LIMIT 1")).fetchall()
    if not envelope:
        return scan
    steps = literal(_json_path(envelope) + "[*]")
    return "(" + query(f"unnest(json_extract(json, {steps})) AS json", scan) + ")"


def _layout(file: SourceFile) -> _Layout:
    with opened(file.path, packed=file.packed) as raw:
        head = raw.read(1 << 16).lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"["):
        return _Layout("array")
    first, _, rest = head.partition(b"\n")
    closed = first.rstrip().endswith(b"}") and rest.lstrip()[:1] in {b"{", b""}
    return _Layout("newline_delimited" if closed and rest.strip() else "unstructured")


def _scan(file: SourceFile, layout: _Layout) -> str:
    whole = layout.format == "unstructured"
    size = file.path.stat().st_size * (20 if file.packed else 1) + 1024
    if whole and size > _LARGEST and not file.packed:
        cause = message("it is one JSON value, too large to hold.")
        hint = message("Export it as JSON Lines: one record a line.")
        raise EvidenceError(str(file.path), cause, hint)
    room = max(_SMALL, min(size, _LARGEST)) if whole else _SMALL
    options = {
        "format": literal(layout.format),
        "compression": literal("gzip" if file.packed else "uncompressed"),
        "ignore_errors": "false" if layout.format != "newline_delimited" else "true",
        "maximum_object_size": str(room),
    }
    stated = ", ".join(f"{option} = {value}" for option, value in options.items())
    return f"read_json_objects({literal(str(file.path))}, {stated})"


def _envelope(
    connection: DuckDBPyConnection, scan: str, layout: _Layout, wanted: Sequence[str]
) -> str:
    """The one list of objects in the first value, where that is no record itself."""
    if layout.format == "array":
        return ""
    first = query("CAST(json AS VARCHAR) AS text", scan, "WHERE text <> '' LIMIT 1")
    (text,) = figures(connection, query("any_value(text)", f"({first})"))
    value = json.loads(text) if text else {}
    if not isinstance(value, dict) or set(wanted) & set(_flat(value, "", _DEPTH)):
        return ""
    lists = [key for key, inner in value.items() if _is_list_of_objects(inner)]
    return lists[0] if len(lists) == 1 else ""


def _is_list_of_objects(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _json_path(path: str) -> str:
    steps = []
    for step in path.split("."):
        parts = _STEP.match(step)
        key, index = (parts["key"], parts["index"]) if parts else (step, "")
        steps.append(f'."{key}"{index}' if key else index)
    return "$" + "".join(steps)


def _paths(
    connection: DuckDBPyConnection,
    rows: str,
    known: Sequence[str],
    wanted: Sequence[str],
) -> dict[str, str]:
    """The way to each wanted path that occurs: by its steps, or as one dotted key."""
    sure = {path for path in wanted if path in known and "." not in path}
    ways = {
        path: (_json_path(path), f'$."{path}"') for path in wanted if path not in sure
    }
    occurring = _occurring(
        connection, rows, [way for pair in ways.values() for way in pair]
    )
    paths: dict[str, str] = {}
    for path in dict.fromkeys(wanted):
        if path in sure:
            paths[path] = _json_path(path)
        elif found := [way for way in ways[path] if way in occurring]:
            paths[path] = found[0]
    return paths


def _occurring(
    connection: DuckDBPyConnection, rows: str, ways: Sequence[str]
) -> set[str]:
    """Those ways that lead somewhere in some record, found in one pass."""
    if not ways:
        return set()
    asked = ", ".join(f"bool_or(json_exists(json, {literal(way)}))" for way in ways)
    found = figures(connection, query(asked, rows))
    return {way for way, occurs in zip(ways, found, strict=True) if occurs}
