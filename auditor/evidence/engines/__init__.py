"""Engines elsewhere: the same measures on a database or a cluster.

Statements are written once, in the SQL of the embedded engine, and translated; rows
stay where they are. Nothing here is imported unless a source is an address.
"""

from __future__ import annotations

from auditor.evidence.engines.database import Database, opened_table

__all__ = ["Database", "opened_table"]
