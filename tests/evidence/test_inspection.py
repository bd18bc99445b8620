"""Inspection proposes a mapping with reasons, and asks where the file cannot tell."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from auditor.evidence.inspection import Proposal, inspect_file
from auditor.evidence.reading import connect
from auditor.evidence_gathering import presets_in
from auditor.profile.reading import load_profile_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def inspect(tmp_path: Path) -> Iterator[Callable[..., Proposal]]:
    presets = presets_in().values()
    with connect(tmp_path) as engine:

        def _inspect(text: str, name: str = "export.csv") -> Proposal:
            path = tmp_path / name
            path.write_text(text, encoding="utf-8")
            return inspect_file(engine, path, tmp_path, presets)

        yield _inspect


def test_tickets_are_recognised_with_formats_and_codes(
    inspect: Callable[..., Proposal],
) -> None:
    rows = "".join(
        f"{n},30/03/2026 10:00,31/03/2026 09:30,{state},Web\n"
        for n, state in enumerate(["Closed", "Parked", "Open"] * 4)
    )
    proposal = inspect("Case ID,Created On,Resolved On,Status,Channel\n" + rows)
    document = proposal.document("tickets", "export.csv")
    assert document == {
        "id": "tickets",
        "kind": "tickets",
        "source": "export.csv",
        "columns": {
            "opened_at": {"source": "Created On", "format": ["%d/%m/%Y %H:%M"]},
            "id": "Case ID",
            "channel": "Channel",
            "status": {"source": "Status", "codes": {"Parked": "?"}},
            "resolved_at": {"source": "Resolved On", "format": ["%d/%m/%Y %H:%M"]},
        },
    }
    (asked,) = [each.questions for each in proposal.columns if each.name == "status"]
    assert asked == (
        "What does each code stand for: open, pending, solved, closed, deleted?",
    )


def test_what_is_proposed_can_be_read_back(inspect: Callable[..., Proposal]) -> None:
    text = "Response ID,Submitted At,NPS\nr1,2026-03-04,9\nr2,2026-03-05,3\n"
    document = inspect(text).document("x", "y")
    profile = {"organisation": {"name": "Harbour Bank"}, "evidence": [document]}
    (dataset,) = load_profile_value(profile).profile.evidence or ()
    assert (dataset.columns or {})["nps"].source == ("NPS",)


def test_scales_are_asked_about(inspect: Callable[..., Proposal]) -> None:
    rows = "".join(f"2026-03-04,{n % 5 + 1},{n % 12}\n" for n in range(40))
    proposal = inspect("Timestamp,Satisfaction,How likely to recommend us?\n" + rows)
    assert proposal.kind == "surveys"
    questions = {each.name: each.questions for each in proposal.columns}
    assert "Answers run from 1 to 5" in questions["csat"][0]
    assert questions["nps"] == ("Some values are not from 0 to 10: are they codes?",)
    assert proposal.document("s", "s")["scales"]["csat"]["max"] == 5


def test_days_that_fit_two_formats_are_asked_about(
    inspect: Callable[..., Proposal],
) -> None:
    proposal = inspect("Ticket ID,Created At,Status\n1,04/03/2026,open\n")
    asked = next(
        each.questions for each in proposal.columns if each.name == "opened_at"
    )
    assert asked == ("Are its days written day first or month first?",)


def test_a_known_export_is_recognised(inspect: Callable[..., Proposal]) -> None:
    record = {
        "service_request_id": 7,
        "status": "open",
        "service_name": "Potholes",
        "agency_responsible": "Streets",
        "requested_datetime": "2026-03-04T10:00:00Z",
        "expected_datetime": None,
    }
    proposal = inspect(json.dumps([record]), "requests.json")
    assert proposal.document("r", "r.json") == {
        "id": "r",
        "kind": "tickets",
        "source": "r.json",
        "preset": "open311",
    }


def test_epochs_are_recognised(inspect: Callable[..., Proposal]) -> None:
    proposal = inspect("ticket_id,created_at,state\n1,1772618400,open\n")
    (opened,) = [each for each in proposal.columns if each.name == "opened_at"]
    assert opened.mapping == {"format": "epoch_seconds"}


def test_a_file_without_hints_gets_a_question(
    inspect: Callable[..., Proposal],
) -> None:
    proposal = inspect("a,b\n1,ann@example.com\n")
    assert proposal.kind == ""
    assert proposal.questions[0].startswith("What is one row")
    assert "ann" not in repr(proposal)
