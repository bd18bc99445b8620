"""The tables of evidence of a profile, measured as an audit wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.errors import MissingExtraError
from auditor.evidence import Evidence, Fault
from auditor.grading import PERIOD, months_before

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from auditor.evidence.limits import Limits
    from auditor.plugin.collection import Plugins
    from auditor.profile.reading import LoadedProfile

__all__ = ["evidence_of"]


def evidence_of(
    loaded: LoadedProfile,
    replaced: Mapping[str, str],
    plugins: Plugins,
    as_of: date,
    limits: Limits,
) -> Evidence | None:
    """Measure the profile's tables of the last twelve months, if it has any.

    Raises:
        InputError: If a table that is replaced does not exist.
    """
    if not (loaded.profile.evidence or replaced):
        return None
    # Imported only where there is evidence: reading it needs packages of its own.
    from auditor.evidence_gathering import measured_evidence

    try:
        return measured_evidence(
            loaded,
            folders=plugins.presets,
            replaced=dict(replaced),
            as_of=as_of,
            since=months_before(as_of, PERIOD),
            limits=limits,
        )
    except MissingExtraError as error:
        tables = loaded.profile.evidence or ()
        return Evidence(faults=tuple(Fault(t.id, t.kind, error) for t in tables))
