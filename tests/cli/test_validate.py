from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.cli.messages import MOST_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result


def test_a_sound_profile_is_called_valid_on_stdout(
    cxaudit: Callable[..., Result], profile: Path
) -> None:
    ended = cxaudit("validate", profile)
    assert ended.exit_code == 0
    assert ended.stdout == f"{profile} is a valid profile.\n"
    assert not ended.stderr


def test_all_problems_are_told_at_once_each_at_its_place(
    cxaudit: Callable[..., Result], profile: Path
) -> None:
    profile.write_text(
        "organisation:\n  name: A\n  empolyees: 3\nmetrics: 4\n", "utf-8"
    )
    ended = cxaudit("validate", profile)
    assert ended.exit_code == 2
    assert not ended.stdout
    first, second = ended.stderr.splitlines()
    assert first.startswith(f"Error: {profile}:3:3: ")
    assert "employees" in first
    assert second.startswith(f"Error: {profile}:4:10: ")


def test_a_reference_to_nothing_is_a_warning(
    cxaudit: Callable[..., Result], profile: Path
) -> None:
    with profile.open("a", encoding="utf-8") as file:
        file.write("journeys: [{id: life, segment: savrs, owner: nobody}]\n")
    ended = cxaudit("validate", profile)
    assert ended.exit_code == 0
    assert ended.stderr.count("Warning: ") == 2
    assert f"{profile}:6:32" in ended.stderr
    assert "with 2 warnings" in ended.stdout


def test_of_very_many_problems_the_first_are_told_and_all_are_counted(
    cxaudit: Callable[..., Result], profile: Path
) -> None:
    keys = "\n".join(f"wrong{number}: 1" for number in range(70))
    profile.write_text(f"organisation: {{name: A}}\n{keys}\n", "utf-8")
    lines = cxaudit("validate", profile).stderr.splitlines()
    assert len(lines) == MOST_PROBLEMS + 1
    assert lines[-1] == "Error: 70 problems in all; the first 50 are shown."


def test_what_could_steer_a_terminal_is_never_printed(
    cxaudit: Callable[..., Result], profile: Path
) -> None:
    profile.write_text('"\\e]0;own\\a\\e[31mred\\u202e": 1\n', "utf-8")
    ended = cxaudit("validate", profile)
    assert ended.exit_code == 2
    assert not {"\x1b", "\x07", "\u202e"} & set(ended.output)


def test_a_missing_file_is_told_in_a_line(cxaudit: Callable[..., Result]) -> None:
    ended = cxaudit("validate", "none.yaml")
    assert ended.exit_code == 2
    assert ended.stderr.startswith("Error: 'none.yaml' does not exist.")
