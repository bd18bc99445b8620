"""The child's side: limits first, then one report, then the end."""

from __future__ import annotations

import json
import logging
import os
import sys
from typing import Any

from auditor.confinement import Limits

__all__ = ["main"]


def main() -> None:
    """Read a request from stdin, and write what became of it to stdout."""
    answer = os.fdopen(os.dup(1), "wb")
    # What a library prints must not get between our bytes.
    os.dup2(2, 1)
    request: dict[str, Any] = json.load(sys.stdin.buffer)
    limits = Limits(**request["limits"])
    limits.apply()
    try:
        head, content = _rendered(request)
    except MemoryError:
        head, content = {"over_limit": _too_much(limits)}, b""
    answer.write(json.dumps(head).encode() + b"\n" + content)
    answer.close()
    # Nothing is left to do, and freeing a page of a million boxes takes its time.
    os._exit(0)


def _rendered(request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Return what is told of the report, and the report."""
    # Imported below the limits, as nothing is trusted that they do not hold.
    from auditor.errors import RenderError
    from auditor.renderers.confined.request import fulfil

    warnings = _Warnings()
    logging.getLogger("auditor").addHandler(warnings)
    try:
        content, told = fulfil(request)
    except RenderError as error:
        return {"error": str(error)}, b""
    except RecursionError:
        return {"error": "The templates nest too deeply."}, b""
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - odd pages make WeasyPrint raise anything
        kind = type(error).__name__
        return {"error": f"The page cannot be printed: {kind}: {str(error)[:200]}"}, b""
    return {"warnings": warnings.messages, **told}, content


def _too_much(limits: Limits) -> str:
    return f"The templates need more than the {limits.megabytes:,} MB that are allowed."


class _Warnings(logging.Handler):
    """Keeps what is logged, for the parent to log it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.messages.append(record.getMessage()[:1_000])


if __name__ == "__main__":
    main()
