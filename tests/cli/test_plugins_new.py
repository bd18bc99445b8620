"""`cxaudit plugins new`: names that it takes, and what it never does."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.cli.terminal import in_a_terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

REFUSED = {
    "hospitality": "auditor-hospitality",
    "Auditor-Hospitality": "auditor-hospitality",
    "auditor_hospitality": "auditor-hospitality",
    "auditor-": "is no name",
    "auditor-9lives": "is no name",
    "auditor--x": "auditor-x",
    "auditor-x-": "auditor-x",
    "auditor-../x": "is no name",
    f"auditor-{'x' * 50}": "is no name",
    "auditor-class": "is a word of Python",
    "auditor-foundations": "is there already",
    "auditor-feedback-loop": "is there already",
    "auditor-report": "is there already",
}


@pytest.mark.parametrize(("name", "told"), REFUSED.items(), ids=REFUSED)
def test_a_name_that_cannot_be_is_refused_with_the_reason(
    cxaudit: Callable[..., Result], tmp_path: Path, name: str, told: str
) -> None:
    ended = cxaudit("plugins", "new", name, "--output", tmp_path)
    assert ended.exit_code == 2
    assert told in ended.stderr
    assert not [*tmp_path.iterdir()]


def test_nothing_is_overwritten(cxaudit: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "auditor-hospitality").mkdir()
    ended = cxaudit("plugins", "new", "auditor-hospitality", "--output", tmp_path)
    assert ended.exit_code == 2
    assert "nothing is overwritten" in ended.stderr
    assert not [*(tmp_path / "auditor-hospitality").iterdir()]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--letters", "FL"), "FL is taken by FL0"),
        (("--letters", "H"), "are not two letters"),
        (("--letters", "ÄÖ"), "are not two letters"),
        (("--title", "x" * 61), "Write 1 to 60 characters."),
        (("--licence", "gpl"), "is not one of"),
    ],
)
def test_an_option_that_cannot_be_is_refused(
    cxaudit: Callable[..., Result],
    tmp_path: Path,
    options: tuple[str, ...],
    told: str,
) -> None:
    folder = tmp_path / "src"
    ended = cxaudit("plugins", "new", "auditor-zoo", "--output", folder, *options)
    assert ended.exit_code == 2
    assert told in ended.stderr
    assert not folder.exists()


@pytest.mark.parametrize(
    ("licence", "spdx", "says"),
    [
        ("mit", "MIT", "MIT License"),
        ("apache-2.0", "Apache-2.0", "Apache License"),
        ("bsd-3-clause", "BSD-3-Clause", "BSD 3-Clause"),
        ("proprietary", "LicenseRef-Proprietary", "All rights reserved"),
    ],
)
def test_answers_stand_in_the_package_whatever_characters_they_have(
    cxaudit: Callable[..., Result], tmp_path: Path, licence: str, spdx: str, says: str
) -> None:
    author, title = 'Zoë "Zo" O\'Hara \\ Söhne', "Tiere {% & {{ Gäste }}"
    options = ("--author", author, "--title", title, "--licence", licence)
    ended = cxaudit("plugins", "new", "auditor-zoo", "--output", tmp_path, *options)
    assert ended.exit_code == 0, ended.stderr
    folder = tmp_path / "auditor-zoo"
    project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["authors"] == [{"name": "Zoë ”Zo” O'Hara / Söhne"}]
    assert project["license"] == spdx
    assert says in (folder / "LICENSE").read_text("utf-8")
    source = (folder / "auditor_zoo" / "__init__.py").read_text("utf-8")
    assert f'title="{title}"' in source
    compile(source, "zoo", "exec")


def test_letters_are_the_first_of_the_name_that_are_free(
    cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    ended = cxaudit("plugins", "new", "auditor-flowers", "--output", tmp_path)
    assert "FO001" in ended.stderr, "FL is taken"


def test_in_a_terminal_it_asks_and_asks_again(tmp_path: Path) -> None:
    code, said = in_a_terminal(
        ["plugins", "new", "auditor-zoo", "--output", tmp_path, "--author", "Zoë"],
        ("reports [Zoo]: ", "Zoological gardens\n"),
        ("ids [ZO]: ", "fl\n"),
        ("ids [ZO]: ", "zg\n"),
        ("proprietary) [mit]: ", "\n"),
    )
    assert code == 0, said
    assert "FL is taken by" in said
    package = tmp_path / "auditor-zoo"
    source = (package / "auditor_zoo" / "__init__.py").read_text("utf-8")
    assert 'title="Zoological gardens"' in source
    assert "ZG001" in (package / "CHANGELOG.md").read_text("utf-8")


def test_leaving_the_questions_leaves_no_file(tmp_path: Path) -> None:
    code, _ = in_a_terminal(
        ["plugins", "new", "auditor-zoo", "--output", tmp_path],
        ("reports [Zoo]: ", "\x03"),
    )
    assert code == 130
    assert not [*tmp_path.iterdir()]
