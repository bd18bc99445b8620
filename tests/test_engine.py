"""What an audit does with evidence: the engine, from a profile on disk to a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from auditor.engine import audit
from auditor.evidence import Evidence
from auditor.evidence_gathering import measured_evidence
from auditor.finding import Outcome, Verification
from auditor.grading import PERIOD, months_before
from auditor.plugin.collection import Plugins
from auditor.profile.reading import read_profile
from auditor.rubric import Rubric

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.finding import Finding
    from auditor.report import Report

AS_OF: Final = date(2026, 6, 30)
PROFILE: Final = """\
organisation: {name: Harbour Bank}
principles: []
"""
EVIDENCE: Final = """\
evidence:
  - id: desk
    kind: tickets
    source: desk.csv
    columns: {opened_at: Opened, id: No, reassignments: Moves}
  - id: answers
    kind: surveys
    source: answers.csv
    columns: {responded_at: Day, nps: Score}
"""
DESK: Final = "Opened,No,Moves\n" + "".join(
    f"2026-0{month}-0{day} 09:00,{month}-{day},{3 if day == 9 else 0}\n"
    for month in range(1, 6)
    for day in range(1, 10)
)
"""45 tickets, of which five were moved three times."""
ANSWERS: Final = "Day,Score\n" + "2026-03-04,9\n" * 40


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """Return a profile with two tables beside it."""
    (tmp_path / "desk.csv").write_text(DESK, "utf-8")
    (tmp_path / "answers.csv").write_text(ANSWERS, "utf-8")
    path = tmp_path / "profile.yaml"
    path.write_text(PROFILE + EVIDENCE, "utf-8")
    return path


def audited(profile: Path, *ignored: str) -> Report:
    """Audit a profile with its tables of the last twelve months."""
    loaded, plugins = read_profile(profile), Plugins.load()
    since = months_before(AS_OF, PERIOD)
    evidence = measured_evidence(loaded, as_of=AS_OF, since=since)
    rubric = Rubric.built_in(plugins.areas).selecting(plugins.areas, (), ignored)
    return audit(loaded, plugins, as_of=AS_OF, rubric=rubric, evidence=evidence)


def finding(report: Report, check: str) -> Finding:
    (found,) = (each for each in report.findings if each.check == check)
    return found


def test_a_finding_on_a_table_rests_on_its_measures_and_stands_in_its_place(
    company: Path,
) -> None:
    found = finding(audited(company), "JC013")
    assert found.outcome is Outcome.PARTLY_MET
    assert found.verified_by is Verification.COMPUTED
    assert found.measures == ("desk.reassigned.share",)
    (place,) = found.where
    assert place.pointer == "/evidence/0"
    assert place.position is not None
    assert place.position.line == 4


def test_every_measure_that_a_finding_names_is_in_the_report(company: Path) -> None:
    report = audited(company)
    known = {measure.id for measure in report.evidence.measures}
    named = {id_ for each in report.findings for id_ in each.measures}
    assert named
    assert named <= known


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (None, "there is no such file"),
        ("", "answers.csv"),
        ("Datum,Score\n2026-03-04,9\n", "it has no column 'Day'"),
    ],
)
def test_a_fault_in_one_table_leaves_the_rest_standing(
    content: str | None, cause: str, company: Path
) -> None:
    whole = audited(company)
    broken = company.parent / "answers.csv"
    broken.unlink()
    if content is not None:
        broken.write_text(content, "utf-8")
    report = audited(company)
    assert report.incomplete
    assert not whole.incomplete
    (notice,) = (each for each in report.notices if "answers" in each.message)
    assert cause in notice.message
    assert notice.pointer == "/evidence/1"
    assert notice.position is not None
    assert notice.position.line == 8
    alike = replace(finding(report, "JC013"), points_lost=0)
    assert alike == replace(finding(whole, "JC013"), points_lost=0)
    assert not any(each.outcome is Outcome.ERROR for each in report.findings)


def test_a_profile_without_evidence_is_judged_as_without_any_word_of_it(
    company: Path,
) -> None:
    company.write_text(PROFILE, "utf-8")
    loaded, plugins = read_profile(company), Plugins.load()
    silent = audit(loaded, plugins, as_of=AS_OF)
    assert silent == audit(loaded, plugins, as_of=AS_OF, evidence=Evidence())
    assert silent == audited(company)
    assert not silent.incomplete
    assert finding(silent, "DP001").outcome is Outcome.NOT_MET
    for check in (each for each in silent.checks.values() if each.tables):
        found = finding(silent, check.id)
        assert found.outcome is Outcome.NOT_ASSESSED, check.id
        assert not found.measures


@pytest.mark.parametrize("ignored", [(), ("JC", "DP002")])
def test_the_assurance_that_is_judged_is_the_one_that_is_reported(
    ignored: tuple[str, ...], company: Path
) -> None:
    report = audited(company, *ignored)
    found, shown = finding(report, "DQ003"), report.score.assurance
    assert shown is not None
    assert 0 < shown < 1
    assert found.share == shown
    assert f"{100 * shown:.1f} %" in found.reason


def test_what_does_not_apply_is_not_in_the_assurance_that_is_judged(
    company: Path,
) -> None:
    before = finding(audited(company), "DQ003").share
    excused = "not_applicable: [{check: JC002, reason: There is but one stage}]\n"
    company.write_text(PROFILE + EVIDENCE + excused, "utf-8")
    report = audited(company)
    assert finding(report, "DQ003").share == report.score.assurance
    assert finding(report, "DQ003").share != before
