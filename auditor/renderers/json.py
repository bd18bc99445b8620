"""The result as JSON: UTF-8, the documented order of keys, the same bytes each time.

Imports are absolute, so this module takes nothing from the standard library's `json`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from auditor.errors import RenderError
from auditor.renderers.result import ResultDocument

if TYPE_CHECKING:
    from pydantic import BaseModel

    from auditor.report import Report

__all__ = ["JsonRenderer", "json_of"]

_UNSAFE_TO_SHOW: Final = re.compile("[\x85\u2028-\u202e\u2066-\u2069]")
"""Line ends and marks of direction: JSON lets them stand, inside strings alone."""


class JsonRenderer:
    """Renders a report as the result document of `cxaudit schema result`."""

    format: Final = "json"
    suffix: Final = ".json"

    def render(self, report: Report) -> bytes:
        """Return the result document.

        Raises:
            RenderError: If a figure is not finite, as a faulty plugin may give it.
        """
        try:
            document = ResultDocument.of(report)
        except ValidationError as error:
            raise RenderError(
                f"The result cannot be written as JSON: {error}"
            ) from error
        return json_of(document)


def json_of(document: BaseModel) -> bytes:
    """Return a document as indented JSON in UTF-8."""
    text = document.model_dump_json(indent=2)
    return f"{_UNSAFE_TO_SHOW.sub(_escaped, text)}\n".encode()


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
