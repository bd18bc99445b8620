"""Golden audits: what a plugin's checks find, kept in a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from auditor.testing import assert_golden_audit
from auditor_feedback_loop import auditor_checks

if TYPE_CHECKING:
    from pathlib import Path

PROFILE = """\
organisation: {name: Hotel Mole}
feedback:
  sources: [{id: door, kind: survey, level: interaction}]
evidence:
  - id: book
    kind: feedback
    source: book.csv
    columns: {received_at: Received, status: {source: State, codes: {done: solved}}}
"""


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    path = tmp_path / "hotel.yaml"
    path.write_text(PROFILE, "utf-8")
    (tmp_path / "book.csv").write_text("Received,State\n2026-03-01,done\n", "utf-8")
    return path


def test_a_golden_audit_is_written_when_asked_and_then_holds(
    profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    golden = tmp_path / "hotel.json"
    with pytest.raises(AssertionError, match="CXAUDIT_UPDATE_GOLDEN=1"):
        assert_golden_audit(profile, auditor_checks(), golden)
    assert not golden.exists()
    monkeypatch.setenv("CXAUDIT_UPDATE_GOLDEN", "1")
    assert_golden_audit(profile, auditor_checks(), golden)
    monkeypatch.delenv("CXAUDIT_UPDATE_GOLDEN")
    assert_golden_audit(profile, auditor_checks(), golden)
    findings = {each["check"]: each for each in json.loads(golden.read_text("utf-8"))}
    assert {id_[:2] for id_ in findings} == {"FL"}
    assert findings["FL002"]["where"]
    assert "The table book" in findings["FL009"]["reason"], "it was measured"


def test_a_changed_profile_breaks_it(
    profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    golden = tmp_path / "hotel.json"
    monkeypatch.setenv("CXAUDIT_UPDATE_GOLDEN", "1")
    assert_golden_audit(profile, auditor_checks(), golden)
    monkeypatch.delenv("CXAUDIT_UPDATE_GOLDEN")
    profile.write_text("organisation: {name: Hotel Mole}\n", "utf-8")
    with pytest.raises(AssertionError, match="differs"):
        assert_golden_audit(profile, auditor_checks(), golden)
