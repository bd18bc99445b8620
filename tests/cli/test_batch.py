"""`cxaudit batch`, as a user calls it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from tests.cli.unmeasured import unmeasured

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Process

PROFILE = "organisation: {{name: {}}}\nprinciples: []\n"
AS_OF = ("--as-of", "2026-11-21")
JSON = ("--format", "json", *AS_OF)


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    """Return a folder with profiles: two files, and one in a folder of its own."""
    folder = tmp_path / "clients"
    (folder / "harbour").mkdir(parents=True)
    (folder / "north.yaml").write_text(PROFILE.format("North"), "utf-8")
    (folder / "south.yaml").write_text(PROFILE.format("South"), "utf-8")
    (folder / "harbour" / "profile.yaml").write_text(PROFILE.format("Bank"), "utf-8")
    (folder / "notes.txt").write_text("no profile", "utf-8")
    return folder


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_profile_gives_the_report_that_run_gives(
    clients: Path, tmp_path: Path, process: Process
) -> None:
    done = process("batch", clients, "--output-dir", "reports", *JSON)
    assert done.returncode == 0, done.stderr
    reports = tmp_path / "reports"
    assert written(reports) == ["harbour.json", "north.json", "south.json"]
    process("run", clients / "north.yaml", "-o", "alone.json", *AS_OF)
    alone = (tmp_path / "alone.json").read_bytes()
    assert (reports / "north.json").read_bytes() == alone


def test_stdout_sums_up_and_stderr_tells_of_each(
    clients: Path, process: Process
) -> None:
    done = process("batch", clients, "--output-dir", "reports", *JSON)
    assert done.stdout == "3 audits: 3 done\n"
    assert f"[3/3] {clients}" in done.stderr
    assert "North: 0.0 of 100, level 1 of 5" in done.stderr
    assert "wrote reports/north.json" in done.stderr


def test_quietly_only_what_failed_is_told(clients: Path, process: Process) -> None:
    (clients / "bad.yaml").write_text("x: [", "utf-8")
    done = process("batch", clients, "--output-dir", "reports", "-q", *JSON)
    assert "bad.yaml: cannot be used\n  Error: " in done.stderr
    assert "north" not in done.stderr
    assert done.stdout == "4 audits: 3 done, 1 cannot be used\n"


def test_an_audit_that_cannot_be_done_costs_only_itself(
    clients: Path, tmp_path: Path, process: Process
) -> None:
    (clients / "bad.yaml").write_text("x: [", "utf-8")
    done = process("batch", clients, "--output-dir", "reports", "-j", "1", *JSON)
    assert done.returncode == 2
    names = ["harbour.json", "north.json", "south.json"]
    assert written(tmp_path / "reports") == names


RENDERER = """
    import os, time
    from auditor import hookimpl

    class Renderer:
        format, suffix = "own", ".own"

        def render(self, report):
            if report.subject.organisation == "{organisation}":
                {does}
            return b"done"

    @hookimpl
    def auditor_renderers():
        return [Renderer()]
"""
DYING = RENDERER.format(organisation="North", does="os._exit(9)")
SLOW = RENDERER.format(organisation="South", does="time.sleep(60)")
OWN = ("--output-dir", "reports", "--format", "own", "--jobs", "1", *AS_OF)


def test_a_process_that_ends_costs_only_its_audit(
    clients: Path,
    tmp_path: Path,
    process: Process,
    install: Callable[[str, str], None],
) -> None:
    install("dying", DYING)
    done = process("batch", clients, *OWN)
    assert done.returncode == 3, done.stderr
    assert "north.yaml: its process ended before it was done." in done.stderr
    assert written(tmp_path / "reports") == ["harbour.own", "south.own"]
    assert done.stdout == "3 audits: 2 done, 1 incomplete\n"


def test_the_highest_exit_code_counts(clients: Path, process: Process) -> None:
    done = process(
        "batch", clients, "--output-dir", "reports", "--fail-under", "60", *JSON
    )
    assert done.returncode == 1
    assert done.stdout == "3 audits: 3 missed a threshold\n"


def test_continue_leaves_out_what_is_there(
    clients: Path, tmp_path: Path, process: Process
) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "north.json").write_text("kept", "utf-8")
    done = process("batch", clients, "--output-dir", "reports", "--continue", *JSON)
    assert done.stdout == "2 audits: 2 done\n"
    assert "1 of 3 are there already." in done.stderr
    assert (reports / "north.json").read_text("utf-8") == "kept"


def test_reports_among_the_profiles_are_no_profiles(
    clients: Path, process: Process
) -> None:
    out = ("--output-dir", clients / "reports")
    process("batch", clients, *out, *JSON)
    again = process("batch", clients, *out, *JSON)
    assert again.stdout == "3 audits: 3 done\n"


def test_a_folder_of_sections_is_one_profile(clients: Path, process: Process) -> None:
    for folder in (clients / "sections", clients / "bay" / "profile"):
        folder.mkdir(parents=True)
        (folder / "organisation.yaml").write_text("name: Bay", "utf-8")
    out = ("--output-dir", "reports")
    done = process("batch", clients, *out, *JSON)
    assert done.stdout == "5 audits: 5 done\n"
    assert "wrote reports/sections.json" in done.stderr
    assert "wrote reports/bay.json" in done.stderr


def test_a_folder_with_a_profile_is_that_profile(
    clients: Path, process: Process
) -> None:
    (clients / "harbour" / "data").mkdir()
    (clients / "harbour" / "data" / "answers.json").write_text("[]", "utf-8")
    done = process("batch", clients / "harbour", "--output-dir", "reports", *JSON)
    assert done.stdout == "1 audit: 1 done\n"
    assert "wrote reports/harbour.json" in done.stderr


def test_results_beside_their_profiles_are_no_profiles(
    clients: Path, process: Process
) -> None:
    process("run", clients / "north.yaml", "-o", clients / "north.json", *AS_OF)
    done = process("batch", clients, "--output-dir", "reports", *JSON)
    assert done.stdout == "3 audits: 3 done\n"


def test_two_reports_of_one_name_are_refused(clients: Path, process: Process) -> None:
    (clients / "NORTH.yml").write_text(PROFILE.format("Other"), "utf-8")
    done = process("batch", clients, "--output-dir", "reports", *JSON)
    assert done.returncode == 2
    assert "would both be written to" in done.stderr


def test_a_folder_without_profiles_is_refused(tmp_path: Path, process: Process) -> None:
    (tmp_path / "empty").mkdir()
    done = process("batch", "empty", "--output-dir", "reports")
    assert done.returncode == 2
    assert "'empty' holds no profile." in done.stderr


def test_an_unknown_format_is_refused_before_any_work(
    clients: Path, tmp_path: Path, process: Process
) -> None:
    done = process("batch", clients, "--output-dir", "reports", "--format", "odt")
    assert done.returncode == 2
    assert "There is no format 'odt'." in done.stderr
    assert not (tmp_path / "reports").exists()


STARTING = """
    import signal, sys

    if "--multiprocessing-fork" in sys.orig_argv:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
        print("starting", file=sys.stderr, flush=True)
        signal.sigwait({signal.SIGTERM})
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
"""
"""A process that starts waits until it is told to end, and goes on all the same."""
not_on_windows = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows cannot send Ctrl-C to other processes"
)


def interrupted(folder: Path, clients: Path, *, after: str) -> str:
    """Return what a batch says that ends by Ctrl-C, pressed after it says something.

    A terminal sends it to every process of the batch.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "auditor", "batch", str(clients), *OWN],
        env=unmeasured() | {"PYTHONPATH": str(folder / "site")},
        cwd=folder,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as batch:
        assert batch.stderr is not None
        said = ""
        while after not in said:
            line = batch.stderr.readline()
            assert line, f"it ended, and said {said!r}"
            said += line
        os.killpg(batch.pid, signal.SIGINT)
        said += batch.stderr.read()
        assert batch.wait(timeout=30) == 130
    return said


@not_on_windows
def test_what_is_done_stays_when_the_rest_is_interrupted(
    clients: Path, tmp_path: Path, install: Callable[[str, str], None]
) -> None:
    install("slow", SLOW)
    said = interrupted(tmp_path, clients, after="north.own")
    assert "2 of 3 are done; --continue does the others." in said
    assert written(tmp_path / "reports") == ["harbour.own", "north.own"]


@not_on_windows
def test_an_interruption_while_processes_start_is_no_error(
    clients: Path, tmp_path: Path, install: Callable[[str, str], None]
) -> None:
    install("slow", SLOW)
    (tmp_path / "site" / "sitecustomize.py").write_text(dedent(STARTING), "utf-8")
    said = interrupted(tmp_path, clients, after="starting")
    assert "0 of 3 are done; --continue does the others." in said
    assert "Traceback" not in said
