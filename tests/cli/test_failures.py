"""What fails is named, the rest is delivered, and nothing is left half done."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.unmeasured import unmeasured

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Process = Callable[..., subprocess.CompletedProcess[str]]

CHECK = """
    from auditor import (
        Area, Effort, Example, Outcome, Severity, Verdict, Verification, bibliography,
        check, hookimpl,
    )

    @check(
        "{id}",
        title="It works",
        severity=Severity.HIGH,
        effort=Effort.SMALL,
        verification=Verification.DECLARED,
        logic="Always.",
        remedy="Mend it.",
        sources=[bibliography.BROWN],
        examples=[Example(Outcome.MET, "A"), Example(Outcome.NOT_MET, "B")],
    )
    def it_works(context):
        '''It should.'''
        {body}

    @hookimpl
    def auditor_checks():
        return [Area("extra", "Extra", "More.", 10, (it_works,))]
"""

RENDERER = """
    import os, signal
    from auditor import hookimpl

    class Renderer:
        format = "odd"
        suffix = ".odd"

        def render(self, report):
            {body}

    @hookimpl
    def auditor_renderers():
        return [Renderer()]
"""


def temporary_files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.name.startswith(".cxaudit")]


def test_a_plugin_that_fails_to_load_is_named_and_the_rest_delivered(
    process: Process, install: Callable[[str, str], None], profile: Path
) -> None:
    install("broken_one", "raise RuntimeError('no licence')")
    ended = process("run", profile)
    assert ended.returncode == 3
    assert "broken_one" in ended.stderr
    assert "no licence" in ended.stderr
    assert "Harbour Bank" in ended.stdout


def test_a_check_that_raises_is_named_and_the_rest_delivered(
    process: Process, install: Callable[[str, str], None], profile: Path
) -> None:
    install("odd_check", CHECK.format(id="ZZ001", body="raise KeyError(1)"))
    ended = process("run", profile, "--format", "json")
    assert ended.returncode == 3
    assert "Warning: ZZ001 is not judged." in ended.stderr
    outcomes = {f["check"]: f["outcome"] for f in json.loads(ended.stdout)["findings"]}
    assert outcomes["ZZ001"] == "error"
    assert outcomes["DP001"] == "not_met"


def test_a_failure_outranks_a_missed_threshold(
    process: Process, install: Callable[[str, str], None], profile: Path
) -> None:
    install("broken_one", "raise RuntimeError")
    ended = process("run", profile, "--fail-on", "high")
    assert ended.returncode == 3
    assert "Missed: " in ended.stderr


def test_two_checks_with_one_id_stop_the_run_with_both_names(
    process: Process, install: Callable[[str, str], None], profile: Path
) -> None:
    install("second_first", CHECK.format(id="DP001", body="pass"))
    ended = process("run", profile)
    assert ended.returncode == 3
    assert not ended.stdout
    assert "DP001" in ended.stderr
    assert "second_first" in ended.stderr
    assert "design_principles" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_renderer_that_fails_does_not_stop_the_others(
    process: Process,
    install: Callable[[str, str], None],
    profile: Path,
    tmp_path: Path,
) -> None:
    install("odd", RENDERER.format(body="raise ZeroDivisionError('by design')"))
    ended = process("run", profile, "-o", "a.odd", "-o", "b.json")
    assert ended.returncode == 3
    assert "Error: a.odd was not written: ZeroDivisionError: by design" in ended.stderr
    assert "Traceback" in ended.stderr
    assert not (tmp_path / "a.odd").exists()
    assert (tmp_path / "b.json").exists()


def test_a_format_that_says_why_it_cannot_be_had_needs_no_traceback(
    process: Process, install: Callable[[str, str], None], profile: Path
) -> None:
    body = "from auditor.errors import RenderError; raise RenderError('Install odd.')"
    install("odd", RENDERER.format(body=body))
    ended = process("run", profile, "-o", "a.odd")
    assert ended.returncode == 3
    assert "Error: a.odd was not written: Install odd." in ended.stderr
    assert "Traceback" not in ended.stderr


def test_without_the_libraries_of_pdf_all_else_works_and_it_says_what_to_install(
    process: Process, profile: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    missing = "raise OSError(\"cannot load library 'pango-1.0-0'\")"
    (site / "weasyprint.py").write_text(missing, "utf-8")
    ended = process("run", profile, "-o", "a.pdf", "-o", "b.json")
    assert ended.returncode == 3
    assert "pango" in ended.stderr
    assert "install" in ended.stderr
    assert not ended.stdout
    assert (tmp_path / "b.json").exists()


def test_without_fonts_all_but_pdf_works_and_it_says_what_to_install(
    process: Process, profile: Path, tmp_path: Path
) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig></fontconfig>", "utf-8")
    ended = process(
        "run", profile, "-o", "a.pdf", "-o", "b.json", FONTCONFIG_FILE=str(fonts)
    )
    assert ended.returncode == 3
    assert "No fonts configured" in ended.stderr
    assert (tmp_path / "b.json").exists()


def test_ctrl_c_keeps_the_old_file_leaves_no_other_and_exits_with_130(
    process: Process,
    install: Callable[[str, str], None],
    profile: Path,
    tmp_path: Path,
) -> None:
    interrupt = "os.kill(os.getpid(), signal.SIGINT); return b'new'"
    install("odd", RENDERER.format(body=interrupt))
    (tmp_path / "a.odd").write_text("old", "utf-8")
    ended = process("run", profile, "-o", "a.odd", "-o", "b.json")
    assert ended.returncode == 130
    assert ended.stderr.endswith("Interrupted.\n")
    assert "Traceback" not in ended.stderr
    assert (tmp_path / "a.odd").read_text("utf-8") == "old"
    assert not (tmp_path / "b.json").exists()
    assert not temporary_files(tmp_path)


def test_a_full_disk_keeps_the_old_file_and_leaves_no_other(
    profile: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.json"
    report.write_text("old", "utf-8")
    ended = subprocess.run(
        [sys.executable, "-B", "-m", "auditor", "run", profile, "-o", report],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
        env=unmeasured(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 3
    assert f"{report} cannot be written: File too large." in ended.stderr
    assert report.read_text("utf-8") == "old"
    assert not temporary_files(tmp_path)


@pytest.mark.parametrize(
    ("output", "complaint"),
    [
        ("nowhere/report.json", "Make it first."),
        ("folder.json", "is a folder"),
        ("/proc/report.json", "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_found_before_the_audit(
    output: str,
    complaint: str,
    process: Process,
    install: Callable[[str, str], None],
    profile: Path,
    tmp_path: Path,
) -> None:
    install("slow", CHECK.format(id="ZZ001", body="raise SystemExit('too late')"))
    (tmp_path / "folder.json").mkdir()
    ended = process("run", profile, "-o", "a.json", "-o", output)
    assert ended.returncode == 2
    assert complaint in ended.stderr
    assert "too late" not in ended.stderr
    assert not (tmp_path / "a.json").exists()


@pytest.mark.parametrize("args", [["--format", "json"], []])
def test_a_reader_who_leaves_is_no_error(args: list[str], profile: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "auditor", "run", profile, "-q", *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as audit:
        assert audit.stdout
        assert audit.stderr
        audit.stdout.close()
        assert not audit.stderr.read()
    assert audit.returncode == 128 + signal.SIGPIPE


def test_a_full_stdout_is_told(profile: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "auditor", "run", profile, "--format", "json"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ended.returncode == 3
    assert "stdout cannot be written: No space left on device" in ended.stderr


def test_a_bug_keeps_its_traceback_and_is_no_missed_threshold(
    cxaudit: Callable[..., Result],
    profile: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def bug(*_: object) -> None:
        raise LookupError("a bug")

    monkeypatch.setattr("auditor.cli.auditing.read_profile", bug)
    ended = cxaudit("run", profile)
    assert ended.exit_code == 70
    assert "Traceback" in ended.stderr
    assert "LookupError: a bug" in ended.stderr
