"""What tables say and cannot say can be said in another language."""

from __future__ import annotations

import pytest

from auditor.errors import EvidenceError
from auditor.evidence import Evidence, Fault
from auditor.evidence.columns import TABLES, columns_of
from auditor.evidence.limits import Limits
from auditor.evidence.measures import measure
from auditor.translation import message
from tests.evidence.measures.test_measuring import everything
from tests.translated import said


@pytest.mark.parametrize("kind", TABLES)
def test_every_definition_and_every_reason_can_be_translated(kind: str) -> None:
    for found in measure(everything(kind, rows=40)).measures:
        assert said(found.definition).startswith("«")
        assert all(said(reason).startswith("«") for reason in found.excluded)


@pytest.mark.parametrize("kind", TABLES)
def test_what_a_table_lacks_can_be_translated(kind: str) -> None:
    first = next(iter(columns_of(kind)))
    refused = measure(everything(kind, rows=40, only={first})).refused
    assert refused
    assert all(said(refusal.reason).startswith("«it needs «") for refusal in refused)


def test_every_limit_can_be_translated() -> None:
    limits = Limits()
    names = [name for name in limits.__slots__ if name != "first_response"]
    assert all(said(limits.worded(name)).startswith("«") for name in names)


def test_why_a_table_says_nothing_can_be_translated() -> None:
    assert said(Evidence().lacking("tickets")).startswith("«No table of «tickets»")
    error = EvidenceError(
        "/client/desk.csv", message("it is gone."), message("Find it.")
    )
    reason = Fault("desk", "tickets", error).reason
    assert reason == "desk.csv: it is gone. Find it."
    assert "«it is gone.»" in said(reason)
    assert "«Find it.»" in said(reason)
