"""The sample audits: golden results, golden pages, and a PDF to look at."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from auditor.cli import main
from auditor.confrontation import Agreement, claims
from auditor.engine import audit
from auditor.evidence_gathering import measured_evidence
from auditor.grading import PERIOD, months_before
from auditor.plugin.collection import Plugins
from auditor.profile.document import read_document
from auditor.profile.reading import read_profile
from auditor.renderers import built_in
from auditor.renderers.page import Page
from auditor.renderers.view.journeys import journeys

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor.report import Report

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "sample_audits"
AS_OF = date(2026, 11, 21)
# Without digests: they change with every line of a check, the findings do not.
PLUGINS = Plugins(
    tuple(replace(plugin, sha256="") for plugin in Plugins.load(["built-in"]).installed)
)
PROFILES = {
    str(path.relative_to(SAMPLES)): path
    for path in sorted(
        [
            *SAMPLES.glob("*/profile.yaml"),
            *SAMPLES.glob("*/profile"),
            *(SAMPLES / "macaranas_examples").glob("*.yaml"),
        ]
    )
}
each_profile = pytest.mark.parametrize("name", PROFILES)


@cache
def audited(name: str) -> Report:
    # Named as a user at the root of the checkout would: the name is in the result.
    loaded, since = read_profile(f"sample_audits/{name}"), months_before(AS_OF, PERIOD)
    evidence = measured_evidence(loaded, as_of=AS_OF, since=since)
    return audit(loaded, PLUGINS, as_of=AS_OF, evidence=evidence)


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def beside(name: str, kind: str) -> Path:
    """Return the path of a golden file: beside the profile, or with its name."""
    path = PROFILES[name]
    own = path.parent.name == "macaranas_examples"
    return path.with_name(f"{path.stem}.{kind}" if own else kind)


def test_there_are_the_samples_that_the_readme_names() -> None:
    assert len(PROFILES) == 4 + 6


@each_profile
@pytest.mark.parametrize(
    ("format_", "kind"), [("json", "result.json"), ("html", "report.html")]
)
def test_the_result_and_the_page_are_golden(
    name: str, format_: str, kind: str, golden: Callable[[Path, bytes], None]
) -> None:
    golden(beside(name, kind), built_in()[format_].render(audited(name)))


@each_profile
def test_the_pdf_tells_the_same(name: str, pytestconfig: pytest.Config) -> None:
    # Not compared byte for byte: line breaks depend on the system's Pango and fonts.
    path, report = beside(name, "report.pdf"), audited(name)
    if pytestconfig.getoption("--update-golden"):
        path.write_bytes(built_in()["pdf"].render(report))
    pages = PdfReader(BytesIO(path.read_bytes())).pages
    words = "".join("".join(page.extract_text().split()) for page in pages)
    assert "".join(report.subject.organisation.split()) in words
    if report.score.total is not None:
        assert f"{report.score.total:.1f}" in words
    for finding in report.findings:
        assert finding.check in words


@each_profile
def test_each_map_of_a_journey_is_one_page(name: str) -> None:
    pages = PdfReader(beside(name, "report.pdf")).pages
    wide = [page for page in pages if page.mediabox.width > page.mediabox.height]
    drawn = [page for page in wide if "Customer journeys" in page.extract_text()]
    shown = Page(journeys(audited(name))).parts("journeys")
    assert len(drawn) == sum(len(journey.parts("maps")) for journey in shown)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*/judged_by_hand.yaml")))
def test_the_checks_agree_with_a_judgement_by_hand(path: Path) -> None:
    by_hand = read_document(path).value
    (name,) = [name for name in PROFILES if name.startswith(f"{path.parent.name}/")]
    found = {finding.check: finding.outcome for finding in audited(name).findings}
    # Judged when nothing could be computed yet: what evidence decides is not in it.
    assert {check: found[check] for check in by_hand} == by_hand


def test_the_samples_show_what_they_are_there_to_show() -> None:
    scores = {name: audited(name).score for name in PROFILES}
    broadband = scores["northlight_broadband/profile.yaml"]
    insurance = scores["tarnbrook_insurance/profile.yaml"]
    trains = scores["fellcoast_trains/profile"]
    museum = scores["first_draft_museum/profile.yaml"]
    assert 50 <= (broadband.total or 0) <= 70
    assert (insurance.total or 100) < 40
    assert (trains.total or 0) >= 85
    assert not trains.self_declared
    assert (museum.high or 0) - (museum.low or 0) > 90


def test_the_middling_sample_has_every_outcome_and_a_contradiction() -> None:
    findings = audited("northlight_broadband/profile.yaml").findings
    outcomes = {finding.outcome.value for finding in findings}
    assert outcomes >= {"met", "partly_met", "not_met", "not_assessed"}
    contradicted = [finding.check for finding in findings if finding.contradicted]
    assert contradicted == ["DP009", "FL017", "JC007", "MB012"]


@pytest.mark.parametrize(
    ("name", "disproved", "borne_out"),
    [
        (
            "northlight_broadband/profile.yaml",
            {"csat-calls"},
            {"relationship-nps", "churn", "ces-help", "chat-first-response"},
        ),
        (
            "tarnbrook_insurance/profile.yaml",
            {"first-contact-resolution"},
            {"csat-calls", "nps-calls"},
        ),
        (
            "fellcoast_trains/profile",
            set(),
            {"relationship-nps", "trust", "claim-csat", "season-renewal"},
        ),
    ],
)
def test_evidence_bears_out_some_claims_and_disproves_others(
    name: str, disproved: set[str], borne_out: set[str]
) -> None:
    report = audited(name)
    agreement = {
        claim.pointer: claim.agreement
        for claim in claims(report.profile, report.evidence)
    }
    of_metric = {
        metric.id: agreement.get(metric.at("value"))
        for metric in report.profile.metrics or ()
    }
    found = {key for key in of_metric if of_metric[key] is Agreement.CONTRADICTED}
    assert found == disproved
    assert {of_metric[key] for key in borne_out} == {Agreement.HOLDS}


EARLIER = "sample_audits/northlight_broadband/2025"


def test_what_changed_at_northlight_within_a_year_is_golden(
    golden: Callable[[Path, bytes], None], tmp_path: Path
) -> None:
    # As the guide to re-audits does it: three commands.
    old, new = tmp_path / "2025.json", tmp_path / "2026.json"
    rubric = ("--rubric", f"{EARLIER}/rubric.yaml")
    _typed("run", f"{EARLIER}/profile.yaml", *rubric, "--as-of", "2025-11-21", old)
    _typed("run", f"{EARLIER}/../profile.yaml", "--as-of", str(AS_OF), new)
    profiles = (
        *("--old-profile", f"{EARLIER}/profile.yaml"),
        *("--new-profile", f"{EARLIER}/../profile.yaml"),
    )
    for name in ("comparison.md", "comparison.json"):
        _typed("compare", str(old), str(new), *profiles, tmp_path / name)
        # Where the results lay is no part of what changed.
        page = (tmp_path / name).read_bytes().replace(f"{tmp_path}/".encode(), b"")
        golden(ROOT / EARLIER / name, page)


def _typed(*words: str | Path) -> None:
    """Run a command that writes its last word."""
    *command, output = map(str, words)
    ended = CliRunner().invoke(main, [*command, "-q", "-o", output])
    assert ended.exit_code == 0, ended.output


def test_what_changed_at_northlight_tells_a_story() -> None:
    comparison = json.loads((ROOT / EARLIER / "comparison.json").read_text("utf-8"))
    moved = {part["cause"]: part["points"] for part in comparison["parts"]}
    # Much was done, records show some of it, and most of it was eaten up.
    assert moved["organisation"] > 5
    assert moved["evidence"] > 0
    assert min(moved["rubric"], moved["time"], moved["assessment"]) < -1
    assert 0 < comparison["points"] < 3
    assert moved["unclear"] == 0
    assert comparison["doubts"] == []
    kinds = {finding["change"] for finding in comparison["findings"]}
    assert kinds >= {"new", "worse", "fixed", "better", "found", "unchanged"}
    (channels,) = (f for f in comparison["findings"] if f["check"] == "JC007")
    assert (channels["change"], channels["regressed"]) == ("new", True)


@pytest.mark.parametrize(
    "name", [name for name in PROFILES if name.startswith("macaranas_examples")]
)
def test_a_company_known_from_one_article_is_mostly_unknown(name: str) -> None:
    outcomes = [finding.outcome.value for finding in audited(name).findings]
    assert outcomes.count("not_assessed") > len(outcomes) / 2
