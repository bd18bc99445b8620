"""The result document, its JSON Schema, and reading an old result back."""

from __future__ import annotations

from auditor.renderers.result.document import (
    RESULT_VERSION,
    ResultDocument,
    result_schema,
)
from auditor.renderers.result.reading import read_result

__all__ = ["RESULT_VERSION", "ResultDocument", "read_result", "result_schema"]
