"""Results that packs took part in, held against each other and asked what if."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.packs.hotels import written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

PROFILE = """\
organisation: {name: Harbour Bank}
feedback:
  sources: [{id: door, kind: survey, level: interaction, response_rate: 10 %}]
"""
WEIGHED = ("id: hospitality\n", "id: hospitality\n  weight: 10\n")
RENAMED = ("- id: HO001\n", "- id: HO002\n    aliases: [HO001]\n")
LATER = ('version: "1.0"', 'version: "1.1"')


@pytest.fixture
def audited(cxaudit: Run, tmp_path: Path) -> Callable[..., Path]:
    """Audit one profile on a day, and return the result."""
    profile = tmp_path / "profile.yaml"
    profile.write_text(PROFILE, "utf-8")

    def run(name: str, as_of: str, *options: str | Path) -> Path:
        result = tmp_path / name
        ended = cxaudit("run", profile, "--as-of", as_of, *options, "-o", result)
        assert ended.exit_code == 0, ended.stderr
        return result

    return run


def pack(folder: Path, *changes: tuple[str, str]) -> Path:
    """Write a pack whose area counts, into a folder of its own."""
    folder.mkdir()
    return written(folder, WEIGHED, *changes)


def printed(ended: Result) -> dict[str, Any]:
    assert ended.exit_code == 0, ended.stderr
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


def test_what_if_knows_criteria_of_a_pack_that_is_not_at_hand(
    cxaudit: Run, audited: Callable[..., Path], tmp_path: Path
) -> None:
    result = audited("r.json", "2026-11-21", "--pack", pack(tmp_path / "a", RENAMED))
    (tmp_path / "a" / "hotels.yaml").unlink()
    for name in ("HO002", "ho001"):
        found = printed(cxaudit("whatif", result, "--fix", name, "--format", "json"))
        (step,) = found["steps"]
        assert step["check"] == "HO002"
        assert step["points"] > 0


def test_a_history_follows_a_criterion_that_a_pack_gave_another_id(
    cxaudit: Run, audited: Callable[..., Path], tmp_path: Path
) -> None:
    old = audited("old.json", "2025-11-21", "--pack", pack(tmp_path / "a"))
    changed = pack(tmp_path / "b", RENAMED, LATER)
    new = audited("new.json", "2026-11-21", "--pack", changed)
    (trend,) = printed(cxaudit("history", old, new, "--format", "json"))["trends"]
    assert (trend["added"], trend["dropped"]) == (0, 0)
    areas = {area["id"]: area["common"] for area in trend["areas"]}
    assert areas["hospitality"] == 1
    assert trend["other_tool"]
    compared = printed(cxaudit("compare", old, new, "--format", "json"))
    changes = {one["check"]: one["change"] for one in compared["findings"]}
    assert changes["HO002"] == "unchanged"
    assert "HO001" not in changes


def test_an_audit_that_forgot_its_pack_stands_out(
    cxaudit: Run, audited: Callable[..., Path], tmp_path: Path
) -> None:
    old = audited("old.json", "2025-11-21", "--pack", pack(tmp_path / "a"))
    new = audited("new.json", "2026-11-21")
    (trend,) = printed(cxaudit("history", old, new, "--format", "json"))["trends"]
    assert (trend["added"], trend["dropped"]) == (0, 1)
    for command in ("history", "compare"):
        ended = cxaudit(command, old, new, "--format", "markdown")
        assert "| Hospitality | 50.0 | not asked |" in ended.stdout
    again = audited("x.json", "2027-01-01", "--pack", tmp_path / "a")
    for one, other, told in (
        (old, new, "1 only before"),
        (new, again, "1 only then"),
    ):
        ended = cxaudit("history", one, other, "--format", "markdown")
        assert told in ended.stdout
    assert "HO001" in cxaudit("compare", old, new).stdout


def test_an_old_profile_is_judged_again_by_the_packs_of_the_new_result(
    cxaudit: Run, audited: Callable[..., Path], tmp_path: Path
) -> None:
    file = pack(tmp_path / "a")
    old = audited("old.json", "2025-11-21", "--pack", file)
    new = audited("new.json", "2026-11-21", "--pack", file)
    again = ("compare", old, new, "--old-profile", tmp_path / "profile.yaml")
    refused = cxaudit(*again)
    assert refused.exit_code == 2
    assert "hotels 1.0, not installed here" in refused.stderr
    assert "name packs by --pack" in refused.stderr
    assert cxaudit(*again, "--pack", file).exit_code == 0
    other = cxaudit(*again, "--pack", pack(tmp_path / "b", LATER))
    assert other.exit_code == 2
    assert "hotels 1.0, not installed here" in other.stderr


def test_packs_of_a_rubric_judge_again_with_it_and_name_it_if_it_is_missing(
    cxaudit: Run, audited: Callable[..., Path], tmp_path: Path
) -> None:
    pack(tmp_path / "packs")
    rubric = tmp_path / "rubric.yaml"
    rubric.write_text("name: Hotels\nversion: '1'\npacks: [packs]\n", "utf-8")
    old = audited("old.json", "2025-11-21", "--rubric", rubric)
    new = audited("new.json", "2026-11-21", "--rubric", rubric)
    again = ("compare", old, new, "--old-profile", tmp_path / "profile.yaml")
    assert "the rubric that brings them by --rubric" in cxaudit(*again).stderr
    found = printed(cxaudit(*again, "--rubric", rubric, "--format", "json"))
    assert {one["change"] for one in found["findings"]} == {"unchanged"}


def test_a_check_that_took_no_part_is_named(
    cxaudit: Run, audited: Callable[..., Path], tmp_path: Path
) -> None:
    old = audited("old.json", "2025-11-21")
    new = audited("new.json", "2026-11-21")
    again = ("compare", old, new, "--old-profile", tmp_path / "profile.yaml")
    ended = cxaudit(*again, "--pack", pack(tmp_path / "a"))
    assert ended.exit_code == 2
    assert "hotels 1.0 took no part in" in ended.stderr


def test_verify_tells_a_pack_that_changed_under_the_same_version(
    cxaudit: Run, audited: Callable[..., Path], tmp_path: Path
) -> None:
    file = pack(tmp_path / "a")
    result = audited("r.json", "2026-11-21", "--pack", file)
    again = ("verify", result, "--profile", tmp_path / "profile.yaml", "--pack", file)
    told = "hotels 1.0 has other files here"
    assert told not in " ".join(cxaudit(*again).stdout.split())
    file.write_text(file.read_text("utf-8") + "# mended\n", "utf-8")
    assert told in " ".join(cxaudit(*again).stdout.split())


def test_a_pack_that_changed_under_the_same_version_is_another_to_a_comparison(
    cxaudit: Run, audited: Callable[..., Path], tmp_path: Path
) -> None:
    file = pack(tmp_path / "a")
    old = audited("old.json", "2025-11-21", "--pack", file)
    same = audited("same.json", "2026-11-21", "--pack", file)
    file.write_text(file.read_text("utf-8") + "# mended\n", "utf-8")
    new = audited("new.json", "2026-11-21", "--pack", file)
    for later, other in ((same, False), (new, True)):
        found = printed(cxaudit("history", old, later, "--format", "json"))
        assert found["trends"][0]["other_tool"] is other
    again = ("compare", old, same, "--old-profile", tmp_path / "profile.yaml")
    refused = cxaudit(*again, "--pack", file)
    assert refused.exit_code == 2
    assert "hotels 1.0 had other files when" in refused.stderr
