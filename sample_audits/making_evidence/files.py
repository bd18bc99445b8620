"""Tables as text, and text as files: the same every time."""

from __future__ import annotations

import csv
import gzip
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

__all__ = ["Cell", "Row", "british", "iso", "lines", "table", "waves", "write"]

Cell = str | int | float | None


Row = dict[str, Cell]


def british(at: datetime | None) -> str:
    """Return a moment as people in Britain write it."""
    return at.strftime("%d/%m/%Y %H:%M:%S") if at else ""


def iso(at: datetime | None) -> str | None:
    """Return a moment as programs write it, in UTC."""
    return at.isoformat(timespec="seconds") + "Z" if at else None


def table(rows: Sequence[Row], delimiter: str = ",", line: str = "\n") -> str:
    """Return rows as delimited text."""
    file = io.StringIO()
    writer = csv.DictWriter(
        file, list(rows[0]), delimiter=delimiter, lineterminator=line
    )
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def write(path: Path, text: str, encoding: str = "utf-8") -> None:
    """Write a file; the same text gives the same bytes, packed or not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = text.encode(encoding)
    packed = gzip.compress(content, mtime=0) if path.suffix == ".gz" else content
    path.write_bytes(packed)


def waves(counts: Iterable[tuple[Cell, ...]]) -> list[Row]:
    """Return counts of invitations, one row a wave."""
    names = ("wave", "invited", "delivered", "answered")
    return [dict(zip(names, wave, strict=True)) for wave in counts]


def lines(rows: Iterable[Row]) -> str:
    """Return rows as JSON Lines."""
    return "".join(json.dumps(row) + "\n" for row in rows)
