"""Reading evidence: files of any usual shape become one of our tables.

Files are recognised by what is in them, their columns found by name, and every cell is
text until a declared format makes a value of it. The engine computes rows on the fly,
so memory does not grow with them; each row and each cell left out is counted with its
reason.
"""

from __future__ import annotations

from auditor.evidence.reading.engine import connect
from auditor.evidence.reading.reading import PreparedTable, prepare_table, read_table

__all__ = ["PreparedTable", "connect", "prepare_table", "read_table"]
