"""Faults of the engine, told without a word of what was in the file."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from auditor.errors import EvidenceError
from auditor.translation import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["reporting"]

_HINT = message("Export it anew, or copy it once more.")


@contextmanager
def reporting(source: Path | str) -> Iterator[None]:
    """Turns a fault of the engine into one that names the source.

    The engine's own words quote the line that it stumbled over, so they are dropped.

    Raises:
        EvidenceError: The engine could not read the source.
    """
    import duckdb

    try:
        yield
    except duckdb.OutOfMemoryException:
        cause = message("it needs more memory than allowed.")
        hint = message(
            "Allow the engine more memory, or give it a folder with more room."
        )
        raise EvidenceError(str(source), cause, hint) from None
    except duckdb.Error as error:
        raise EvidenceError(str(source), _cause(str(error)), _HINT) from None


def _cause(words: str) -> Message:
    if "GZIP" in words:
        return message("the gzip archive is damaged or cut off.")
    if "JSON" in words:
        return message("it is not valid JSON, or it is cut off.")
    if "arquet" in words or "magic bytes" in words:
        return message("it is not valid Parquet, or it is cut off.")
    return message("it cannot be read from beginning to end.")
