"""What changed since an earlier audit is computed again by whoever has that audit."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

PROFILE = """\
organisation: {name: Inn}
metrics:
  - {id: csat, name: Satisfaction, kind: csat, value: 81, unit: "%", headline: true}
"""
BETTER = f"{PROFILE}  - {{id: nps, name: Loyalty, kind: nps, value: 20}}\n"
AGREES = "What changed since 2025-11-21 is as comparing again gives it."


@dataclass(frozen=True)
class Inn:
    """An organisation that was audited twice."""

    folder: Path
    cxaudit: Callable[..., Result]
    old_profile: Path
    profile: Path
    old: Path

    def report(self, name: str, *options: str | Path) -> Path:
        """Return a report of today that compares with the audit before."""
        path = self.folder / name
        audit = ("run", self.profile, "--as-of", "2026-11-21", "-o", path)
        made = self.cxaudit(*audit, "--baseline", self.old, *options)
        assert made.exit_code == 0, made.stderr
        return path

    def verify(self, report: Path, *options: str | Path) -> tuple[int, str]:
        """Return the exit code and what is told, as one line."""
        found = self.cxaudit("verify", report, *self.of(report), *options)
        return found.exit_code, " ".join((found.stdout + found.stderr).split())

    def of(self, report: Path) -> tuple[str | Path, ...]:
        """Return the option that a result needs: it carries no profile."""
        return ("--profile", self.profile) if report.suffix == ".json" else ()


@pytest.fixture
def inn(tmp_path: Path, cxaudit: Callable[..., Result]) -> Inn:
    old, old_profile = tmp_path / "2025.json", tmp_path / "2025.yaml"
    profile = tmp_path / "2026.yaml"
    old_profile.write_text(PROFILE)
    profile.write_text(BETTER)
    made = cxaudit("run", old_profile, "--as-of", "2025-11-21", "-o", old)
    assert made.exit_code == 0, made.stderr
    return Inn(tmp_path, cxaudit, old_profile, profile, old)


def test_it_agrees_with_the_earlier_result(inn: Inn) -> None:
    code, told = inn.verify(inn.report("new.json"), "--baseline", inn.old)
    assert code == 0
    assert AGREES in told
    assert "not computed again" not in told


def test_pages_that_compare_are_printed_again(inn: Inn) -> None:
    report = inn.report("new.pdf", "--view", "board")
    elsewhere = inn.old.rename(inn.folder / "moved.json")
    code, told = inn.verify(report, "--baseline", elsewhere)
    assert code == 0
    assert AGREES in told
    assert "pages are those that the profile gives" in told


def test_without_the_earlier_result_it_says_what_is_missing(inn: Inn) -> None:
    code, told = inn.verify(inn.report("new.pdf", "--view", "board"))
    assert code == 3
    assert "not computed again: it is not at hand (--baseline)." in told
    assert "not printed again, as they compare with an earlier audit." in told


@pytest.mark.parametrize(
    ("plant", "where"),
    [
        (lambda said: said.update(points=said["points"] + 5), "comparison.points"),
        (lambda said: said["changes"].update(worse=0, fixed=9), "changes.fixed"),
        (lambda said: said["doubts"].append("None."), "comparison.doubts"),
    ],
    ids=["points", "counts", "doubts"],
)
def test_a_changed_comparison_is_found(
    inn: Inn, plant: Callable[[dict[str, object]], None], where: str
) -> None:
    report = inn.report("new.json")
    result = json.loads(report.read_text())
    plant(result["comparison"])
    report.write_text(json.dumps(result))
    code, told = inn.verify(report, "--baseline", inn.old)
    assert code == 1
    assert where in told
    assert AGREES not in told


def test_another_earlier_result_is_found(inn: Inn) -> None:
    report, other = inn.report("new.json"), inn.folder / "2024.json"
    inn.cxaudit("run", inn.old_profile, "--as-of", "2024-11-21", "-o", other)
    code, told = inn.verify(report, "--baseline", other)
    assert code == 1
    assert "is not the one that the report compares with" in told


def test_what_was_judged_again_has_to_be_judged_again(inn: Inn) -> None:
    report = inn.report("new.json", "--old-profile", inn.old_profile)
    code, told = inn.verify(report, "--baseline", inn.old)
    assert code == 3
    assert "compares with the old profile and its tables (--old-profile," in told
    assert AGREES not in told
    both = ("--baseline", inn.old, "--old-profile", inn.old_profile)
    code, told = inn.verify(report, *both)
    assert code == 0
    assert AGREES in told


def test_a_report_that_compares_with_nothing_needs_no_earlier_result(inn: Inn) -> None:
    code, told = inn.verify(inn.old, "--baseline", inn.old)
    assert code == 1, "the profile of today is not that of the old result"
    assert "The report compares with no earlier audit." in told


def test_old_inputs_need_an_earlier_result(inn: Inn) -> None:
    code, told = inn.verify(inn.old, "--old-profile", inn.old_profile)
    assert code == 2
    assert "--old-profile needs --baseline." in told


def test_an_earlier_result_that_cannot_be_read_is_refused(inn: Inn) -> None:
    code, told = inn.verify(inn.old, "--baseline", inn.folder / "none.json")
    assert code == 2
    assert "none.json" in told
