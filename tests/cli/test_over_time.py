"""`compare`, `history`, `whatif` and `run --baseline`, as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

SPONSOR = "governance: {{executive_sponsor: {}}}\n"
STRONG = SPONSOR.format("{role: Chair, level: c_level, cx_in_objectives: true}")
WEAK = SPONSOR.format("false")
TWICE = ("old.json", "old.json", "--old-profile", "old.yaml")
ORGANISATION = "organisation: {name: Harbour Bank}\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


def audited(cxaudit: Run, name: str, profile: str, day: str, *options: str) -> Path:
    """Audit a profile; return the path of its result."""
    Path(f"{name}.yaml").write_text(ORGANISATION + profile, "utf-8")
    words = ("--as-of", day, "-q", "-o", f"{name}.json", *options)
    ended = cxaudit("run", f"{name}.yaml", *words)
    assert ended.exit_code == 0, ended.output
    return Path(f"{name}.json")


@pytest.fixture
def better(cxaudit: Run) -> tuple[Path, Path]:
    """Return two results; in the second, a sponsor has been found."""
    old = audited(cxaudit, "old", WEAK, "2025-11-21")
    return old, audited(cxaudit, "new", STRONG, "2026-11-21")


def document(ended: Result) -> Any:
    assert ended.exit_code == 0, ended.output
    return json.loads(ended.stdout)


def valid(cxaudit: Run, kind: str, content: object) -> None:
    schema = json.loads(cxaudit("schema", kind).stdout)
    Draft202012Validator(schema).validate(content)


def test_a_comparison_says_what_the_organisation_changed(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    ended = cxaudit("compare", *better)
    assert ended.exit_code == 0
    assert "The score rose from 0.0 to 100.0" in ended.stdout
    assert "What the organisation changed" in ended.stdout
    assert "Fixed: open before, met now" in ended.stdout
    assert max(map(len, ended.stdout.splitlines())) <= 80


def test_a_comparison_for_programs_keeps_its_promises(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    content = document(cxaudit("compare", *better, "--format", "json"))
    valid(cxaudit, "comparison", content)
    assert content["points"] == 100
    assert sum(part["points"] for part in content["parts"]) == 100
    fixed = [one for one in content["findings"] if one["change"] == "fixed"]
    assert [one["check"] for one in fixed] == ["OW001"]
    assert fixed[0]["before"]["outcome"] == "not_met"


def test_files_get_the_format_of_their_names(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    names = ("comparison.json", "comparison.md", "comparison.txt")
    ended = cxaudit("compare", *better, *(w for name in names for w in ("-o", name)))
    assert ended.stdout == ""
    assert [line.split()[-1] for line in ended.stderr.splitlines()] == list(names)
    assert json.loads(Path("comparison.json").read_text())["comparison_version"] == 1
    assert Path("comparison.md").read_text().startswith("# Harbour Bank: ")
    assert "What the change comes from" in Path("comparison.txt").read_text()


def test_two_runs_give_the_same_bytes(cxaudit: Run, better: tuple[Path, Path]) -> None:
    for name in ("one.json", "two.json"):
        cxaudit("compare", *better, "-q", "-o", name)
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()


def test_a_regression_is_a_missed_threshold(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    new, old = better
    assert cxaudit("compare", new, old, "--fail-on-regression").exit_code == 0
    ended = cxaudit("compare", old, new, "--fail-on-regression", "-q")
    assert ended.exit_code == 1
    assert "Missed: Worse than on 2026-11-21: OW001." in ended.stderr


def test_results_in_the_wrong_order_are_pointed_out(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    old, new = better
    assert "later than" in cxaudit("compare", new, old).stderr


@pytest.mark.parametrize("command", ["compare", "history"])
def test_different_organisations_are_refused_by_name(
    command: str, cxaudit: Run, better: tuple[Path, Path]
) -> None:
    other = json.loads(better[0].read_text())
    other["profile"]["organisation"] = "Another Bank"
    Path("other.json").write_text(json.dumps(other))
    ended = cxaudit(command, better[1], "other.json")
    assert ended.exit_code == 2
    assert "other.json is of 'Another Bank', new.json of 'Harbour Bank'" in ended.stderr


def test_the_old_profile_judged_again_tells_the_rubric_apart(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    Path("strict.yaml").write_text(
        "name: Strict\nversion: '2'\nchecks: {OW001: {severity: low}}\n"
    )
    old, _ = better
    new = audited(cxaudit, "now", STRONG, "2026-11-21", "--rubric", "strict.yaml")
    words = ("compare", old, new, "--format", "json", "--old-profile", "old.yaml")
    assert "Give its file with --rubric" in cxaudit(*words).stderr
    content = document(cxaudit(*words, "--rubric", "strict.yaml"))
    assert [s["cause"] for s in content["steps"]] == ["rubric", "organisation"]
    assert content["doubts"] == []


def test_another_profile_than_the_old_one_is_refused(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    ended = cxaudit("compare", *better, "--old-profile", "new.yaml")
    assert ended.exit_code == 2
    assert "not the profile that old.json was made of" in ended.stderr


def test_a_result_of_another_version_is_not_judged_again(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    old, new = better
    other = json.loads(new.read_text())
    other["tool"]["version"] = "9.9.9"
    new.write_text(json.dumps(other))
    assert cxaudit("compare", old, new).exit_code == 0
    ended = cxaudit("compare", old, new, "--old-profile", "old.yaml")
    assert ended.exit_code == 2
    assert "made by cxaudit 9.9.9" in ended.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["compare", "old.json", "new.json", "--new-profile", "new.yaml"],
        ["compare", "old.json", "new.json", "--old-evidence", "a=b"],
        ["run", "new.yaml", "--fail-on-regression"],
        ["run", "new.yaml", "--old-profile", "old.yaml"],
        ["compare", "old.json", "new.json", "-o", "new.json"],
        ["compare", *TWICE, "--rubric", "new.json", "-o", "new.json"],
        ["compare", *TWICE, "--old-evidence", "a=new.json", "-o", "new.json"],
        ["history", "old.json", "-o", "a.json", "-o", "a.json"],
        ["history", "old.json", "-o", "a.json", "-o", "b/../a.json"],
        ["history", ".", "-o", "new.json"],
        ["history", ".", "-o", "history.json"],
        ["whatif", "new.json", "-o", "missing/a.json"],
    ],
)
@pytest.mark.usefixtures("better")
def test_what_does_not_fit_together_is_refused_before_any_work(
    words: list[str], cxaudit: Run
) -> None:
    before = Path("new.json").read_bytes()
    ended = cxaudit(*words)
    assert ended.exit_code == 2
    assert ended.stderr.startswith("Usage: ")
    assert Path("new.json").read_bytes() == before


@pytest.mark.usefixtures("better")
def test_an_output_without_a_known_ending_is_refused(cxaudit: Run) -> None:
    ended = cxaudit("history", "new.json", "-o", "report.pdf")
    assert "Known endings are .txt, .json, .md" in ended.stderr


def test_an_audit_with_a_baseline_says_what_changed_in_every_format(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    words = ("run", "new.yaml", "--as-of", "2026-11-21", "--baseline", better[0])
    summary = cxaudit(*words).stdout
    assert "What changed since 21 November 2025" in summary
    cxaudit(*words, "-q", *("-o", "r.json", "-o", "r.html", "-o", "r.md"))
    content = json.loads(Path("r.json").read_text())
    valid(cxaudit, "result", content)
    assert content["comparison"]["points"] == 100
    assert "## What changed since 21 November 2025" in Path("r.md").read_text()
    page = Path("r.html").read_text()
    assert 'id="comparison"' in page
    assert page.index('id="board"') < page.index('id="comparison"')
    assert page.index('id="comparison"') < page.index('id="contents"')


def test_without_a_baseline_nothing_is_said_of_changes(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    cxaudit("run", "new.yaml", "-q", "-o", "r.html", "-o", "r.md")
    for name in ("r.html", "r.md"):
        assert "What changed" not in Path(name).read_text()
    assert "comparison" not in json.loads(better[1].read_text())


def test_a_baseline_that_was_better_fails_on_regression(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    words = ("run", "old.yaml", "--as-of", "2027-11-21", "--baseline", better[1])
    ended = cxaudit(*words, "-q", "-o", "r.json", "--fail-on-regression")
    assert ended.exit_code == 1
    assert "Worse than on 2026-11-21: OW001." in ended.stderr
    assert Path("r.json").exists()


def test_a_baseline_is_judged_again_where_its_profile_is_at_hand(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    words = ("run", "new.yaml", "--as-of", "2026-11-21", "--baseline", better[0])
    options = ("--old-profile", "old.yaml", "-q", "--format", "json")
    content = document(cxaudit(*words, *options))["comparison"]
    assert [step["cause"] for step in content["steps"]] == ["organisation"]
    assert content["doubts"] == []


def test_a_history_reads_folders_and_passes_over_what_is_no_result(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    Path("years/2025").mkdir(parents=True)
    for path, name in zip(better, ("2025/a.json", "b.json"), strict=True):
        path.rename(Path("years") / name)
    Path("years/other.json").write_text('{"a": 1}')
    ended = cxaudit("history", "years", "--format", "json")
    content = document(ended)
    valid(cxaudit, "history", content)
    assert [one["as_of"] for one in content["results"]] == ["2025-11-21", "2026-11-21"]
    assert "other.json is passed over" in ended.stderr
    assert content["trends"][0]["common"] == 1


def test_a_history_names_what_came_back(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    again = audited(cxaudit, "again", WEAK, "2027-11-21")
    ended = cxaudit("history", *better, again)
    assert "Findings that came back" in ended.stdout
    assert "OW001   21 Nov 2026   21 Nov 2027   not met" in ended.stdout


def test_a_folder_without_results_is_an_error(cxaudit: Run) -> None:
    Path("empty").mkdir()
    ended = cxaudit("history", "empty")
    assert ended.exit_code == 2
    assert "There is no result" in ended.stderr


def test_what_if_follows_the_roadmap_or_what_is_asked(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    old, _ = better
    result = json.loads(old.read_text())
    content = document(cxaudit("whatif", old, "--format", "json"))
    valid(cxaudit, "whatif", content)
    for step, planned in zip(content["steps"], result["roadmap"], strict=True):
        gates = step.pop("gates_after")
        assert isinstance(gates, list)
        assert step == planned
    unknown = [f["check"] for f in result["findings"] if f["outcome"] == "not_assessed"]
    every = document(
        cxaudit("whatif", old, "--fix", ",".join(unknown), "--format", "json")
    )
    last = every["steps"][-1]
    assert last["score_after"] == pytest.approx(result["score"]["high"], abs=1e-4)


def test_what_if_refuses_what_is_met_and_what_there_is_not(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    ended = cxaudit("whatif", better[1], "--fix", "ow001", "--fix", "OW099")
    assert ended.exit_code == 2
    assert "OW001 is met: nothing is to be met." in ended.stderr
    assert "There is no finding 'OW099'. Did you mean" in ended.stderr


def test_a_summary_is_as_wide_as_the_terminal(
    cxaudit: Run, better: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for words in (("compare", *better), ("history", *better), ("whatif", better[0])):
        lines = cxaudit(*words).stdout.splitlines()
        assert max(map(len, lines)) <= 60, words


def test_tables_of_the_old_audit_count_only_as_they_were(
    cxaudit: Run, company: Path
) -> None:
    with company.open("a", encoding="utf-8") as file:
        file.write(WEAK)
    words = ("run", company, "--as-of", "2026-11-21", "-q", "-o")
    assert cxaudit(*words, "old.json").exit_code == 0
    table = Path("data/desk.csv")
    Path("kept.csv").write_bytes(table.read_bytes())
    lines = table.read_text("utf-8").splitlines()
    table.write_text("\n".join(lines[:-20]), "utf-8")
    assert cxaudit(*words, "new.json").exit_code == 0
    again = ("compare", "old.json", "new.json", "--old-profile", company)
    lost = document(cxaudit(*again, "--format", "json"))
    assert any("not at hand, or not as they were" in doubt for doubt in lost["doubts"])
    kept = ("--old-evidence", "desk=kept.csv", "--new-profile", company)
    found = document(cxaudit(*again, *kept, "--format", "json"))
    assert found["doubts"] == []
    assert {step["cause"] for step in found["steps"]} <= {"evidence", "assessment"}


SAMPLE = Path(__file__).parents[2] / "sample_audits" / "first_draft_museum"


@pytest.mark.parametrize("words", [("compare",), ("history",)])
def test_a_report_is_as_good_as_the_result_that_it_carries(
    cxaudit: Run, words: tuple[str, ...]
) -> None:
    old = SAMPLE / "result.json"
    told = [
        cxaudit(*words, old, SAMPLE / name).stdout
        for name in ("result.json", "report.pdf")
    ]
    assert told[0] == told[1] != ""


def test_a_pdf_that_carries_no_result_is_refused(cxaudit: Run) -> None:
    Path("letter.pdf").write_bytes(b"%PDF-1.7\nnothing")
    for name in ("letter.pdf", "missing.pdf"):
        ended = cxaudit("whatif", name)
        assert ended.exit_code == 2
        assert name in ended.stderr


def test_what_holds_no_result_is_named_with_a_way_out(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    cxaudit("run", "new.yaml", "-q", "-o", "r.docx", "-o", "r.html")
    Path("years.json").mkdir()
    for command in (("whatif",), ("compare", better[0]), ("run", "new.yaml")):
        for name in ("r.docx", "r.html", "years.json"):
            option = ("--baseline",) if command[0] == "run" else ()
            ended = cxaudit(*command, *option, name)
            assert ended.exit_code == 2
            assert f"{name} is no result of an audit. Name a result" in ended.stderr


def test_a_baseline_later_than_the_audit_is_told(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    words = ("run", "old.yaml", "--as-of", "2025-11-21", "--baseline", better[1])
    ended = cxaudit(*words, "-o", "r.json")
    assert "new.json is of 2026-11-21, later than this audit." in ended.stderr


def test_nothing_is_cut_off_in_eighty_columns(
    cxaudit: Run, better: tuple[Path, Path]
) -> None:
    for command in ("compare", "history"):
        ended = cxaudit(command, *better)
        assert "unknown" in ended.stdout
        assert "\N{HORIZONTAL ELLIPSIS}" not in ended.stdout
        assert max(map(len, ended.stdout.splitlines())) <= 80


@pytest.mark.parametrize("fix", ["", " ,"])
def test_a_fix_that_names_nothing_is_refused(
    cxaudit: Run, better: tuple[Path, Path], fix: str
) -> None:
    ended = cxaudit("whatif", better[0], "--fix", fix)
    assert ended.exit_code == 2
    assert "names nothing" in ended.stderr
