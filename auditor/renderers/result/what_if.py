"""The what-if document: the score after each step, for programs.

The docstrings are the descriptions in the JSON Schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from auditor.renderers.result.editions import EditionResult, edition_part
from auditor.renderers.result.findings import StepResult
from auditor.renderers.result.part import ResultPart, Text
from auditor.renderers.result.scores import GateResult  # noqa: TC001 - pydantic evaluates it
from auditor.schema import schema_of

if TYPE_CHECKING:
    from auditor.comparison import WhatIf

__all__ = ["WHATIF_VERSION", "WhatIfDocument", "what_if_schema"]

WHATIF_VERSION: Final = 1
"""Within it no key is renamed, removed or given another meaning."""


class WhatIfStepResult(StepResult):
    """One criterion met, on top of those before it."""

    gates_after: tuple[GateResult, ...]
    """What bars higher levels then, lowest first."""


class WhatIfDocument(ResultPart):
    """What the score would be if some criteria were met, by cxaudit.

    Keys may be added within one `whatif_version`; none is renamed or removed.
    """

    whatif_version: Literal[1] = WHATIF_VERSION
    """The version of this format."""
    organisation: Text
    """The organisation's name."""
    result: EditionResult
    """Where it stands."""
    steps: tuple[WhatIfStepResult, ...]
    """One criterion met after the other."""

    @classmethod
    def of(cls, what_if: WhatIf) -> WhatIfDocument:
        """Return all of a what-if that a program may want to know."""
        return cls.model_validate(
            {
                "organisation": what_if.edition.organisation,
                "result": edition_part(what_if.edition),
                "steps": what_if.steps,
            }
        )


def what_if_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every what-if of ours fulfils."""
    title = "What if some criteria were met, by cxaudit"
    return schema_of(WhatIfDocument, title, mode="serialization")
