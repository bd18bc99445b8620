"""Rubrics laid over others: what each sets, whose it is, and what has no end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from auditor import engine
from auditor.errors import InputError
from auditor.finding import Severity
from auditor.plugin.collection import Plugins
from auditor.profile.reading import load_profile_value
from auditor.renderers.docx import DocxRenderer
from auditor.renderers.html import HtmlRenderer
from auditor.renderers.json import JsonRenderer
from auditor.renderers.markdown import MarkdownRenderer
from auditor.rubric_file import overlay_called, packs_called, rubric_called
from auditor.rubric_file.lint import lint
from tests.renderers.office import parts_of
from tests.renderers.reports import AS_OF
from tests.renderers.test_departures import words

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.rubric import Rubric

PLUGINS = Plugins.load()
SECTOR = "Financial services 2026.1"
FIRM: dict[str, Any] = {
    "extends": "financial-services",
    "checks": {"CU003": {"severity": "critical"}, "DP001": {"severity": "low"}},
    "limits": {"contact_hours": 24},
    "ignore": ["SQ002"],
    "reasons": {
        "checks": {"source": "a-code", "because": "Seen before."},
        "ignore": {"source": "ours", "because": "Nobody asks."},
    },
    "works": {"a-code": {"author": "A trade body", "title": "A code"}},
}
CLIENT: dict[str, Any] = {
    "extends": "../firm.json",
    "checks": {"DP001": {"severity": "medium"}},
    "ignore": ["MB005"],
    "reasons": {"ignore": {"source": "ours", "because": "No staff."}},
}


def written(path: Path, **said: Any) -> Path:
    path.parent.mkdir(exist_ok=True)
    content = {"name": path.stem.capitalize(), "version": "1"} | said
    path.write_text(json.dumps(content), "utf-8")
    return path


def client(folder: Path, firm: Any = FIRM, **otherwise: Any) -> Path:
    written(folder / "firm.json", **firm)
    return written(folder / "clients" / "bank.json", **(CLIENT | otherwise))


def rubric(folder: Path, **otherwise: Any) -> Rubric:
    return rubric_called(client(folder, **otherwise), (), PLUGINS.areas)


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        rubric_called(path, (), PLUGINS.areas)
    (problem,) = caught.value.problems
    return str(problem)


def test_what_a_file_does_not_set_is_as_the_rubric_has_it_that_it_extends(
    tmp_path: Path,
) -> None:
    laid = rubric(tmp_path)
    assert laid.label == "Bank 1"
    assert laid.extends == ("Firm 1", SECTOR)
    assert laid.severities["DP001"] is Severity.MEDIUM
    assert laid.severities["CU003"] is Severity.CRITICAL
    assert laid.severities["FL013"] is Severity.CRITICAL
    assert laid.limits.contact_hours == 24


def test_each_setting_has_the_reason_and_the_name_of_who_sets_it(
    tmp_path: Path,
) -> None:
    laid = rubric(tmp_path)
    # The firm's reason was for the firm's severity.
    assert "checks.DP001.severity" not in laid.reasons
    assert laid.reasons["checks.CU003.severity"].because == "Seen before."
    assert laid.reasons["select.MB005"].because == "No staff."
    assert laid.reasons["select.SQ002"].because == "Nobody asks."
    assert laid.set_by["checks.DP001.severity"] == "Bank 1"
    assert laid.set_by["checks.CU003.severity"] == "Firm 1"
    assert laid.set_by["select.SQ002"] == "Firm 1"
    assert laid.set_by["checks.FL013.severity"] == SECTOR


def test_ignore_leaves_out_more_and_select_chooses_anew(tmp_path: Path) -> None:
    every = frozenset(rubric(tmp_path).severities)
    assert every - rubric(tmp_path).selected == {"SQ002", "MB005"}
    anew = rubric(tmp_path, select=["SQ"], ignore=["SQ001"])
    assert {check[:2] for check in anew.selected} == {"SQ"}
    assert "SQ002" in anew.selected
    assert "SQ001" not in anew.selected
    assert anew.set_by["select.SQ002"] == "Bank 1"


def test_the_digest_covers_what_is_extended(tmp_path: Path) -> None:
    one = rubric(tmp_path).digest()
    otherwise = FIRM | {"checks": {"CU003": {"severity": "low"}}}
    other = rubric(tmp_path, firm=otherwise)
    renamed = rubric(tmp_path, firm=FIRM | {"version": "2"})
    assert len({one, other.digest(), renamed.digest()}) == 3
    reworded = rubric(tmp_path, firm=FIRM | {"reasons": {}})
    assert reworded.digest() == one


def test_to_extend_the_built_in_rubric_is_to_extend_none(tmp_path: Path) -> None:
    said = {key: CLIENT[key] for key in ("checks", "ignore")}
    named = written(tmp_path / "bank.json", extends="cxaudit", **said)
    digest = rubric_called(named, (), PLUGINS.areas).digest()
    alone = written(tmp_path / "bank.json", **said)
    assert rubric_called(alone, (), PLUGINS.areas).digest() == digest


def test_a_rubric_of_a_plugin_can_be_extended_and_extend(tmp_path: Path) -> None:
    folder = tmp_path / "rubrics"
    written(folder / "trade.json", **FIRM).rename(folder / "trade.yaml")
    path = written(tmp_path / "bank.json", **(CLIENT | {"extends": "Trade"}))
    laid = rubric_called(path, [folder], PLUGINS.areas)
    assert laid.extends == ("Trade 1", SECTOR)


def test_packs_of_all_files_take_part_each_from_its_own_folder(
    tmp_path: Path,
) -> None:
    path = client(tmp_path, firm=FIRM | {"packs": ["ours"]}, packs=["a.yaml"])
    (tmp_path / "ours").mkdir()
    (tmp_path / "clients" / "a.yaml").touch()
    found = [pack.resolve() for pack in packs_called(path, ())]
    assert found == [tmp_path / "clients" / "a.yaml", tmp_path / "ours"]


@pytest.mark.parametrize(
    ("extended", "told"),
    [
        ("finacial_services", "There is no rubric called 'finacial_services'. Did "),
        ("Financial services", "Did you mean 'financial_services'?"),
        ("none.yaml", "which this one extends. A path begins at the folder of"),
        ("clients", "There is no rubric called 'clients'."),
        ("clients/", "/clients', which this one extends."),
        ("firm.json", "extend each other are none: firm.json, firm.json."),
        ("./clients/../firm.json", "extend each other are none"),
        ("clients/bank.json", "firm.json, bank.json, firm.json."),
    ],
)
def test_what_cannot_be_extended_is_told_with_its_place(
    tmp_path: Path, extended: str, told: str
) -> None:
    path = client(tmp_path, firm=FIRM | {"extends": extended})
    problem = refused(tmp_path / "firm.json")
    assert told in problem
    assert ".json:1:" in problem
    with pytest.raises(InputError):
        packs_called(path, ())


def test_no_more_than_four_files_make_a_rubric(tmp_path: Path) -> None:
    for number in range(1, 5):
        extends = {"extends": f"{number - 1}.json"} if number > 1 else {}
        written(tmp_path / f"{number}.json", **extends)
    assert len(rubric_called(tmp_path / "4.json", (), PLUGINS.areas).extends) == 3
    fifth = written(tmp_path / "5.json", extends="4.json")
    assert "of 4 files at most; these are more: 5.json, 4.json," in refused(fifth)


def test_what_means_nothing_is_told_in_every_file(tmp_path: Path) -> None:
    path = client(tmp_path, firm={"limits": {"none": 1}}, ignore=["XX"])
    with pytest.raises(InputError) as caught:
        rubric_called(path, (), PLUGINS.areas)
    told = [str(problem) for problem in caught.value.problems]
    assert len(told) == 2
    overlay = overlay_called(path)
    assert overlay
    looked_over = "\n".join(str(each) for each in lint(overlay, PLUGINS.areas))
    assert all(problem in looked_over for problem in told)


def test_each_file_is_looked_over_for_itself(tmp_path: Path) -> None:
    overlay = overlay_called(client(tmp_path))
    assert overlay
    (problem,) = lint(overlay, PLUGINS.areas)
    assert "'checks.DP001.severity' is set without a reason." in problem.message


def test_reports_tell_what_is_extended_and_who_sets_what(tmp_path: Path) -> None:
    loaded = load_profile_value({"organisation": {"name": "Bank"}, "principles": []})
    report = engine.audit(loaded, PLUGINS, as_of=AS_OF, rubric=rubric(tmp_path))
    result = json.loads(JsonRenderer().render(report))["rubric"]
    assert result["extends"] == ["Firm 1", SECTOR]
    by = {each["key"]: each["set_by"] for each in result["departures"]}
    assert by["checks.FL013.severity"] == SECTOR
    assert by["select.SQ002"] == "Firm 1"
    document = parts_of(DocxRenderer().render(report))["word/document.xml"]
    for page in (
        words(HtmlRenderer().render(report).decode()),
        words(document.decode()),
        MarkdownRenderer().render(report).decode(),
    ):
        assert f"Firm 1, {SECTOR}" in page
        assert "The rubric does not say why. (set by Bank 1)" in page
        assert "Nobody asks. (judgement of Firm 1)" in page
        assert "A trade body; set by Firm 1)" in page.replace("body ;", "body;")


def test_a_rubric_that_extends_none_says_of_nothing_who_set_it(
    tmp_path: Path,
) -> None:
    laid = rubric_called(
        written(tmp_path / "bank.json", ignore=["MB"]), (), PLUGINS.areas
    )
    assert laid.set_by == {}
    assert "extends" not in json.loads(laid.text())


def test_a_pack_that_is_not_there_is_told_with_its_place(tmp_path: Path) -> None:
    path = written(tmp_path / "bank.json", packs=["packs", "gone"])
    (tmp_path / "packs").mkdir()
    with pytest.raises(InputError) as caught:
        packs_called(path, ())
    (problem,) = caught.value.problems
    assert str(problem).startswith(f"{path}:1:53: There is no pack '{tmp_path}/gone'.")
