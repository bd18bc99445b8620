"""A result records of evidence all that an audit and its pages need."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.engine import audit
from auditor.evidence_gathering import measured_evidence
from auditor.grading import PERIOD, months_before
from auditor.profile.reading import read_profile
from auditor.renderers import built_in
from auditor.renderers.result import ResultDocument
from auditor.verification.recorded import recorded_evidence
from tests.test_sample_audits import AS_OF, PLUGINS, PROFILES, ROOT

WITH_EVIDENCE = [name for name in PROFILES if (PROFILES[name].parent / "data").is_dir()]


@pytest.mark.parametrize("name", WITH_EVIDENCE)
def test_an_audit_of_recorded_figures_gives_the_same_result_and_page(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    loaded = read_profile(Path("sample_audits") / name)
    since = months_before(AS_OF, PERIOD)
    measured = measured_evidence(loaded, as_of=AS_OF, since=since)
    report = audit(loaded, PLUGINS, as_of=AS_OF, evidence=measured)
    written = built_in()["json"].render(report)

    result = ResultDocument.model_validate_json(written)
    recorded = recorded_evidence(result, loaded.profile)
    again = audit(loaded, PLUGINS, as_of=AS_OF, evidence=recorded)
    assert built_in()["json"].render(again) == written
    assert built_in()["html"].render(again) == built_in()["html"].render(report)


def test_there_are_samples_with_evidence() -> None:
    assert len(WITH_EVIDENCE) == 3
