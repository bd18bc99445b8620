"""The query engine inside the process: bounded memory, two threads, no network."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from duckdb import DuckDBPyConnection

__all__ = ["connect"]


def connect(
    workspace: Path, *, memory: str = "512MB", threads: int = 2
) -> DuckDBPyConnection:
    """Opens an engine that keeps what does not fit into memory in a folder.

    Args:
        workspace: An existing folder for temporary files; the caller removes it.
        memory: The most memory that the engine may use.
        threads: How many processors it may keep busy.
    """
    import duckdb

    connection = duckdb.connect(
        config={
            "memory_limit": memory,
            "threads": threads,
            "temp_directory": str(workspace),
            "preserve_insertion_order": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": True,
        }
    )
    connection.execute("SET TimeZone = 'UTC'")
    return connection
