"""How evidence was read: the attached mapping against what the profile says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from auditor.errors import InputError
from auditor.evidence_gathering import presets_in
from auditor.evidence_gathering.mapping import mapping_for
from auditor.grading import counted
from auditor.renderers.proof.attached import MAPPING, mapping_of_table
from auditor.verification.differences import differences, told
from auditor.verification.statement import Part, agrees, disagrees, open_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.plugin.collection import Plugins
    from auditor.profile.reading import LoadedProfile
    from auditor.renderers.result import ResultDocument
    from auditor.verification.statement import Statement

__all__ = ["mapping_compared"]

MOST: Final = 20
"""Ours: differences that are told one by one."""


def mapping_compared(
    content: bytes | None,
    result: ResultDocument,
    loaded: LoadedProfile,
    plugins: Plugins,
) -> Iterator[Statement]:
    """Yield how an attached mapping stands to the profile and to the result.

    Args:
        content: The attachment; none where there is none.
        result: The result: its digests of evidence must be the same.
        loaded: The profile, which says how its tables are read.
        plugins: The plugins: they bring presets.
    """
    if content is None:
        if result.evidence:
            yield disagrees(Part.MAPPING, f"{MAPPING} is missing.", MAPPING)
        return
    try:
        attached = json.loads(content)
    except (ValueError, RecursionError):
        yield disagrees(Part.MAPPING, f"{MAPPING} cannot be read.", MAPPING)
        return
    try:
        expected = _expected(result, loaded, plugins)
    except InputError as error:
        yield open_(Part.MAPPING, f"The mapping cannot be made again: {error}")
        return
    off = [*differences("mapping", attached, expected)]
    for name, said, right in off[:MOST]:
        text = f"{name}: the attachment says {told(said)}; it should be {told(right)}."
        yield disagrees(Part.MAPPING, text, name, told(said), told(right))
    if not off:
        tables = counted(len(result.evidence), "table")
        text = f"How {tables} of evidence were read follows from profile and presets."
        yield agrees(Part.MAPPING, text)


def _expected(
    result: ResultDocument, loaded: LoadedProfile, plugins: Plugins
) -> dict[str, Any]:
    """Return what the attachment should hold."""
    datasets = {each.id: each for each in loaded.profile.evidence or ()}
    presets = presets_in(plugins.presets)

    def of(table: str) -> dict[str, Any] | None:
        if table not in datasets:
            return None
        return mapping_of_table(mapping_for(datasets[table], presets, loaded.locate))

    tables = [
        {
            "id": table.id,
            "kind": table.kind,
            "rows": table.rows,
            "sha256": table.sha256,
            "mapping": of(table.id),
        }
        for table in result.evidence
    ]
    as_of = result.as_of.isoformat()
    return {"mapping_version": 1, "as_of": as_of, "tables": tables}
