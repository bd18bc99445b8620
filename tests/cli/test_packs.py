"""Packs on the command line."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from tests.packs.hotels import HOTELS, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from click.testing import Result

    from tests.cli.conftest import Process


def findings(ended: Result) -> dict[str, dict[str, object]]:
    found = json.loads(ended.stdout)
    return {finding["check"]: finding for finding in found["findings"]}


def test_an_audit_takes_packs(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    pack = written(tmp_path)
    ended = cxaudit("run", profile, "--pack", pack, "-o", "-", "--format", "json")
    assert ended.exit_code == 0
    assert findings(ended)["HO001"]["outcome"] == "not_assessed"
    assert findings(ended).keys() > {"HO001", "DP001"}
    plugins = json.loads(ended.stdout)["tool"]["plugins"]
    assert {"name": "hotels", "version": "1.0", "checks": ["HO001"]}.items() <= next(
        one for one in plugins if one["name"] == "hotels"
    ).items()


def test_a_folder_of_packs_can_be_named(
    cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    written(tmp_path)
    (tmp_path / "second.yml").write_text(HOTELS.replace("HO001", "HO002"), "utf-8")
    args = ("checks", "list", "--area", "hospitality", "--format", "json")
    listed = json.loads(cxaudit(*args, "--pack", tmp_path).stdout)
    assert [entry["id"] for entry in listed] == ["HO001", "HO002"]


def test_a_folder_without_a_pack_is_refused(
    cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    ended = cxaudit("checks", "list", "--pack", tmp_path)
    assert ended.exit_code == 2
    assert "holds no pack" in ended.stderr


def test_a_check_of_a_pack_is_explained(
    cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    ended = cxaudit("checks", "explain", "ho001", "--pack", written(tmp_path))
    assert ended.exit_code == 0
    said = " ".join(ended.stdout.split())
    assert "Not met if there are no surveys at the door." in said
    assert "answers = 20 %: share of guests who answer" in said


def test_a_rubric_brings_packs_along_and_sets_their_thresholds(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    (tmp_path / "packs").mkdir()
    written(tmp_path / "packs")
    rubric = tmp_path / "rubric.yaml"
    rubric.write_text(
        "name: Hotels\nversion: '1'\npacks: [packs]\n"
        "checks: {HO001: {parameters: {answers: 0.5}}}\n",
        "utf-8",
    )
    ended = cxaudit("run", profile, "--rubric", rubric, "-o", "-", "--format", "json")
    assert ended.exit_code == 0, ended.stderr
    assert findings(ended)["HO001"]["parameters"] == {"answers": 0.5}


def test_a_pack_that_is_named_twice_is_one_pack(
    process: Process, profile: Path, tmp_path: Path
) -> None:
    pack, rubric = written(tmp_path), tmp_path / "rubric.yaml"
    (tmp_path / "link.yaml").symlink_to(pack)
    rubric.write_text("name: H\nversion: '1'\npacks: [hotels.yaml]\n", "utf-8")
    packs = ("--pack", pack.name, "--pack", "link.yaml")
    ended = process("run", profile, "--rubric", rubric, *packs, "-o", "result.json")
    assert ended.returncode == 0, ended.stderr


def test_a_rubric_of_a_plugin_brings_packs_from_its_own_folder(
    process: Process, install: Callable[[str, str], None], profile: Path, tmp_path: Path
) -> None:
    install(
        "hotels_plugin",
        """
        from pathlib import Path
        from auditor import hookimpl

        @hookimpl
        def auditor_rubrics():
            return [Path(__file__).with_name("rubrics")]
        """,
    )
    rubrics = tmp_path / "site" / "rubrics"
    (rubrics / "packs").mkdir(parents=True)
    written(rubrics / "packs")
    (rubrics / "hotels.yaml").write_text(
        "name: Hotels\nversion: '1'\npacks: [packs]\n"
        "checks: {HO001: {severity: low}}\n"
        "reasons: {checks: {source: ours, because: Guests come once.}}\n",
        "utf-8",
    )
    named = process("run", profile, "--rubric", "hotels", "-o", "result.json")
    assert named.returncode == 0, named.stderr
    result = json.loads((tmp_path / "result.json").read_text("utf-8"))
    severities = {one["check"]: one["severity"] for one in result["findings"]}
    assert severities["HO001"] == "low"
    args = ("batch", profile, "--output-dir", "reports", "--format", "json")
    many = process(*args, "--rubric", "hotels")
    assert many.returncode == 0, many.stderr
    looked_over = process("rubric", "check", "hotels")
    assert looked_over.stdout == "hotels: nothing to mend.\n"
    differing = process("rubric", "diff", "cxaudit", "hotels", "--profile", profile)
    assert differing.returncode == 0, differing.stderr
    assert "HO001" in differing.stdout


def test_an_output_may_be_called_like_a_rubric(
    process: Process, profile: Path, tmp_path: Path
) -> None:
    (tmp_path / "retail").write_text("of last year", "utf-8")
    args = ("--rubric", "retail", "-o", "retail", "--format", "json")
    ended = process("run", profile, *args)
    assert ended.returncode == 0, ended.stderr


def test_a_rubric_brings_nothing_from_elsewhere(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    rubric = tmp_path / "rubric.yaml"
    rubric.write_text("name: H\nversion: '1'\npacks: [../hotels.yaml]\n", "utf-8")
    ended = cxaudit("run", profile, "--rubric", rubric)
    assert ended.exit_code == 2
    assert "rubric.yaml:3:9: The pack '../hotels.yaml' stands outside" in ended.stderr


def test_a_pack_with_an_id_of_ours_is_refused(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    pack = written(tmp_path, ("HO001", "DP001"))
    told = f"{pack}:9:9: A check of 'design_principles' has the id DP001 already."
    ended = cxaudit("run", profile, "--pack", pack)
    assert ended.exit_code == 2
    assert told in ended.stderr
    ended = cxaudit("packs", "check", pack)
    assert ended.exit_code == 2
    assert told in ended.stdout


def test_two_packs_with_one_id_are_refused(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = written(tmp_path / "other", ("name: hotels", "name: inns"))
    packs = ("--pack", written(tmp_path), "--pack", other)
    ended = cxaudit("run", profile, *packs)
    assert ended.exit_code == 2
    assert f"{other}:9:9: A check of 'hotels' has the id HO001 already." in ended.stderr


def test_a_mistake_in_a_pack_is_told_with_its_place(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    pack = written(tmp_path, ("size(at_the_door) == 0", "size(at_the_dor) == 0"))
    ended = cxaudit("run", profile, "--pack", pack)
    assert ended.exit_code == 2
    assert f"{pack}:33:20: There is no name 'at_the_dor'" in ended.stderr


def test_a_check_that_takes_too_long_costs_only_itself(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    bomb = "[1,2,3,4,5,6,7,8,9].map(a, " * 9 + "1" + ")" * 9
    pack = written(
        tmp_path,
        ("    needs: [feedback.sources]\n", ""),
        ("when: size(at_the_door) == 0", f"when: size({bomb}) == 0"),
    )
    ended = cxaudit("run", profile, "--pack", pack, "-o", "-", "--format", "json")
    assert ended.exit_code == 3
    assert findings(ended)["HO001"]["outcome"] == "error"
    assert findings(ended)["DP001"]["outcome"] != "error"


def test_packs_are_checked(cxaudit: Callable[..., Result], tmp_path: Path) -> None:
    good = cxaudit("packs", "check", written(tmp_path))
    assert (good.exit_code, good.stdout) == (
        0,
        f"{tmp_path / 'hotels.yaml'} can be used.\n",
    )
    bad = cxaudit("packs", "check", written(tmp_path, ("rate: 0.1", "rate: 0.3")))
    assert bad.exit_code == 2
    assert "should be partly met and is met" in bad.stdout
    assert bad.stdout.endswith("hotels.yaml: 2 problems.\n")


def test_a_plugin_brings_a_pack(
    process: Process, install: Callable[[str, str], None], tmp_path: Path
) -> None:
    install(
        "hotels_plugin",
        """
        from pathlib import Path
        from auditor import hookimpl
        from auditor.packs import load

        @hookimpl
        def auditor_checks():
            return [load(Path(__file__).with_name("hotels.yaml"))]
        """,
    )
    written(tmp_path / "site")
    ended = process("checks", "list", "--area", "hospitality", "--format", "json")
    assert [entry["id"] for entry in json.loads(ended.stdout)] == ["HO001"]


def test_what_is_missing_is_said_with_the_way_to_install_it(
    cxaudit: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "celpy", None)
    ended = cxaudit("packs", "check", written(tmp_path))
    assert ended.exit_code == 3
    assert 'pip install "cxaudit[packs]"' in ended.stderr


def test_who_names_no_pack_waits_for_no_library(process: Process) -> None:
    program = ("checks", "list", "--format", "json")
    ended = process(*program, PYTHONPROFILEIMPORTTIME="1")
    assert ended.returncode == 0
    assert "auditor.checks" in ended.stderr
    assert "celpy" not in ended.stderr
    assert "lark" not in ended.stderr


def test_a_result_is_verified_with_its_pack(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    pack, result = written(tmp_path), tmp_path / "result.json"
    assert cxaudit("run", profile, "--pack", pack, "-o", result, "-q").exit_code == 0
    args = ("verify", result, "--profile", profile)
    with_pack, without = cxaudit(*args, "--pack", pack), cxaudit(*args)
    assert "101 findings as auditing again gives them" in with_pack.stdout
    assert "The plugin hotels 1.0 is not installed here" in without.stdout
