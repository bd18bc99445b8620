"""Audits in a program: the same as on the command line, and safe in threads."""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from auditor import InputError, Profile, audit, installed_plugins, render
from auditor.cli import main
from tests.conftest import ROOT
from tests.distributions import install, plugin_of
from tests.packs.hotels import written

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = date(2026, 11, 21)
BROADBAND = ROOT / "sample_audits" / "northlight_broadband" / "profile.yaml"
MUSEUM = ROOT / "sample_audits" / "first_draft_museum" / "profile.yaml"

WITH_TICKETS = """
organisation: {name: Harbour Bank}
principles: []
evidence:
  - id: tickets
    kind: tickets
    source: nowhere.csv
    columns: {opened_at: Opened}
"""
TICKETS = "Opened\n" + "2026-03-02T10:00:00Z\n" * 40


def result(page: bytes) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(page)
    return content


def test_a_program_gets_what_the_command_line_writes() -> None:
    report = audit(BROADBAND, as_of=AS_OF)
    words = ["run", str(BROADBAND), "--as-of", str(AS_OF), "-q", "-o", "-"]
    printed = CliRunner().invoke(main, [*words, "--format", "json"]).stdout_bytes
    assert render(report, "json") == printed
    assert report.score.total is not None
    assert report.evidence.tables


def test_a_profile_made_in_a_program_is_audited() -> None:
    profile = Profile.model_validate(
        {"organisation": {"name": "Harbour Bank"}, "principles": []}
    )
    report = audit(profile, as_of=AS_OF, plugins=["built-in"])
    assert report.subject.organisation == "Harbour Bank"
    assert report.subject.source == ""
    assert any(finding.open for finding in report.findings)


def test_rubric_evidence_and_engagement_are_read_from_files(tmp_path: Path) -> None:
    rubric, engagement = tmp_path / "rubric.yaml", tmp_path / "engagement.toml"
    rubric.write_text("name: Ours\nversion: '1'\nselect: [FL]\n", "utf-8")
    engagement.write_text('client = "Northlight"\nfirm = "Fernhill"\n', "utf-8")
    empty = tmp_path / "tickets.csv"
    empty.write_text("", "utf-8")
    report = audit(
        str(BROADBAND),
        evidence={"surveys": empty},
        rubric=rubric,
        as_of=AS_OF,
        engagement=engagement,
    )
    assert report.rubric.name == "Ours"
    assert {check[:2] for check in report.rubric.selected} == {"FL"}
    assert [fault.dataset for fault in report.evidence.faults] == ["surveys"]
    assert report.engagement is not None
    assert b"Fernhill" in render(report, "html")


def test_a_rubric_brings_its_packs_along(tmp_path: Path) -> None:
    written(tmp_path)
    rubric = tmp_path / "rubric.yaml"
    rubric.write_text("name: H\nversion: '1'\npacks: [hotels.yaml]\n", "utf-8")
    report = audit(MUSEUM, rubric=rubric, plugins=["assurance"])
    assert [f.area for f in report.findings if f.check == "HO001"] == ["hospitality"]


def test_what_cannot_be_used_is_an_input_error(tmp_path: Path) -> None:
    for attempt in (
        lambda: audit(tmp_path / "nothing.yaml"),
        lambda: audit(MUSEUM, plugins=["no_such_plugin"]),
        lambda: audit(MUSEUM, rubric=tmp_path / "nothing.yaml"),
        lambda: audit(BROADBAND, evidence={"nothing": tmp_path}),
        lambda: render(audit(MUSEUM), "smoke_signals"),
    ):
        with pytest.raises(InputError):
            attempt()


def test_the_day_of_an_audit_is_a_day() -> None:
    moment = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    assert audit(MUSEUM, as_of=moment).as_of == AS_OF
    day: Any = "2026-11-21"
    with pytest.raises(InputError, match=r"Found the text '2026-11-21' where"):
        audit(MUSEUM, as_of=day)


def test_a_view_is_shown() -> None:
    report = audit(MUSEUM, as_of=AS_OF)
    board = render(report, "html", view="board")
    assert len(board) < len(render(report, "html"))
    with pytest.raises(ValueError, match="cinema"):
        render(report, "html", view="cinema")


def test_threads_get_what_they_would_get_alone() -> None:
    plugins = installed_plugins(["built-in"])
    profiles = [BROADBAND, MUSEUM] * 3

    def audited(profile: Path) -> bytes:
        report = audit(profile, as_of=AS_OF, plugins=plugins)
        return render(report, "json") + render(report, "html")

    alone = [audited(profile) for profile in profiles[:2]]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(audited, profiles)) == alone * 3


def test_an_isolated_plugin_serves_threads_and_outlives_the_one_that_loaded_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "context.profile.organisation.name"
    body = f"return Verdict(Outcome.MET, f'They are, at {{{name}}}.')"
    install(tmp_path, "inn", plugin_of(body=body))
    monkeypatch.syspath_prepend(str(tmp_path))
    with ThreadPoolExecutor(1) as pool:
        plugins = pool.submit(installed_plugins, ["inn"], isolate=True).result()

    def said_of(name: str) -> str:
        profile = Profile.model_validate({"organisation": {"name": name}})
        (finding,) = audit(profile, as_of=AS_OF, plugins=plugins).findings
        return str(finding.reason)

    names = [f"Inn {number}" for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(said_of, names))
    assert found == [f"They are, at {name}." for name in names]


@pytest.mark.parametrize("page", ["README.md", "docs/guide-to-automation.md"])
def test_the_lines_in_the_documents_work(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = re.findall(
        r"```python\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL
    )
    (lines,) = [block for block in blocks if "import audit, render" in block]
    (tmp_path / "lines.py").write_text(lines, "utf-8")
    for folder in ("client", "company", "exports"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "profile.yaml").write_text(WITH_TICKETS, "utf-8")
    (tmp_path / "exports" / "tickets.csv").write_text(TICKETS, "utf-8")
    monkeypatch.chdir(tmp_path)
    told = runpy.run_path("lines.py")
    assert told["report"].score.total is not None
    if "evidence=" in lines:
        assert [table.info.rows for table in told["report"].evidence.tables] == [40]
    page_or_file = told.get("page") or (tmp_path / "report.pdf").read_bytes()
    assert page_or_file.startswith(b"%PDF")


FIRST_USE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

together = Barrier(4)

def first(_):
    together.wait()
    from auditor import audit, render
    return render(audit(sys.argv[1], plugins=["built-in"]), "json")

with ThreadPoolExecutor(4) as pool:
    assert len(set(pool.map(first, range(4)))) == 1
"""


def test_the_first_use_may_come_from_several_threads_at_once() -> None:
    command = [sys.executable, "-c", FIRST_USE, str(MUSEUM)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
