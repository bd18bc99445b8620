from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from auditor.profile.document import read_document
from auditor.profile.reading import read_profile
from auditor.profile.vocabulary import Phase
from tests.cli.terminal import in_a_terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

AWKWARD = "Müller & Söhne: \"Kaffee\" # {{7*7}} 'n' {Tee}, [x] \\ \x1b[31m"

EVERYTHING = [
    "--industry",
    "coffee: and tea",
    "--segment",
    "Café guests",
    "--department",
    "Support, Billing",
    "--department",
    "support,咖啡,茶",
    "--channel",
    "phone,Email",
]


def uncommented(text: str) -> str:
    """Return a starter profile with every example made to count."""
    return re.sub(r"^#(?!#| yaml-language-server)", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("flags", [[], EVERYTHING], ids=["name only", "everything"])
@pytest.mark.parametrize("name", ["Acme", AWKWARD, "no", "2026-01-01"])
def test_the_starter_validates_and_audits_without_errors_or_warnings(
    name: str, flags: list[str], cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    written = cxaudit("init", tmp_path / "new", "--name", name, *flags)
    assert written.exit_code == 0, written.output
    profile = tmp_path / "new" / "profile.yaml"
    assert cxaudit("validate", profile).output == f"{profile} is a valid profile.\n"
    ended = cxaudit("run", profile, "-o", tmp_path / "result.json")
    assert ended.exit_code == 0
    assert "Warning" not in ended.stderr


@pytest.mark.parametrize("flags", [[], EVERYTHING], ids=["name only", "everything"])
def test_every_example_in_the_starter_is_valid_once_it_is_uncommented(
    flags: list[str], cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    cxaudit("init", tmp_path, "--name", "Acme", *flags)
    profile = tmp_path / "profile.yaml"
    everything = uncommented(profile.read_text("utf-8"))
    profile.write_text(everything, "utf-8")
    loaded = read_profile(profile)
    assert not loaded.notices
    assert {"metrics", "feedback", "principles"} <= loaded.profile.model_fields_set


def test_what_was_answered_stands_in_the_starter(
    cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    cxaudit("init", tmp_path, "--name", "Acme", *EVERYTHING)
    profile = read_profile(tmp_path / "profile.yaml").profile
    assert profile.organisation.name == "Acme"
    assert profile.organisation.industry == "coffee: and tea"
    assert [entry.id for entry in profile.organisation.segments or ()] == [
        "cafe-guests"
    ]
    assert [(entry.id, entry.name) for entry in profile.departments or ()] == [
        ("support", "Support"),
        ("billing", "Billing"),
        ("support-3", "support"),
        ("no-4", "咖啡"),
        ("no-5", "茶"),
    ]
    assert [entry.kind for entry in profile.channels or ()] == ["phone", "email"]


def test_the_starter_shows_a_stage_of_every_phase(
    cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    cxaudit("init", tmp_path, "--name", "Acme")
    profile = tmp_path / "profile.yaml"
    profile.write_text(uncommented(profile.read_text("utf-8")), "utf-8")
    stages = read_profile(profile).profile.stages()
    assert [stage.phase for stage in stages] == list(Phase)


def test_the_starter_says_nothing_that_was_not_answered(
    cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    cxaudit("init", tmp_path, "--name", "Acme")
    profile = read_profile(tmp_path / "profile.yaml").profile
    assert profile.model_fields_set == {"profile_version", "organisation"}
    assert profile.organisation.model_fields_set == {"name"}


def test_editors_find_the_schema_beside_the_profile(
    cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    cxaudit("init", tmp_path, "--name", "Acme")
    profile = tmp_path / "profile.yaml"
    head = profile.read_text("utf-8").splitlines()[0]
    assert head == "# yaml-language-server: $schema=profile.schema.json"
    schema = json.loads((tmp_path / "profile.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(read_document(profile).value)


def test_the_folder_itself_can_be_audited(
    cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    cxaudit("init", tmp_path, "--name", "Acme")
    ended = cxaudit("validate", tmp_path)
    assert ended.output == f"{tmp_path} is a valid profile.\n"


@pytest.mark.parametrize("name", ["profile.yaml", "profile.schema.json"])
def test_nothing_is_overwritten_unless_forced(
    name: str, cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / name).write_text("mine", "utf-8")
    refused = cxaudit("init", tmp_path, "--name", "Acme")
    assert refused.exit_code == 2
    assert "--force" in refused.stderr
    assert [path.read_text("utf-8") for path in tmp_path.iterdir()] == ["mine"]
    assert cxaudit("init", tmp_path, "--name", "Acme", "--force").exit_code == 0
    assert (tmp_path / name).read_text("utf-8") != "mine"


@pytest.mark.parametrize(
    ("flags", "complaint"),
    [
        ([], "no terminal to ask in"),
        (["--name", " "], "needs a name"),
        (["--name", "A", "--channel", "fone"], "Did you mean phone?"),
        (["--name", "A", "--channel", "#"], "Kinds are website,"),
    ],
)
def test_without_a_terminal_what_is_missing_or_wrong_is_refused(
    flags: list[str],
    complaint: str,
    cxaudit: Callable[..., Result],
    tmp_path: Path,
) -> None:
    ended = cxaudit("init", tmp_path, *flags)
    assert ended.exit_code == 2
    assert complaint in ended.stderr
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_is_told(
    cxaudit: Callable[..., Result], profile: Path
) -> None:
    ended = cxaudit("init", profile / "inside", "--name", "Acme")
    assert ended.exit_code == 2
    assert "Error: " in ended.stderr


def test_in_a_terminal_it_asks_and_asks_again(tmp_path: Path) -> None:
    code, said = in_a_terminal(
        ["init", tmp_path],
        ("organisation: ", "\n"),
        ("organisation: ", "Acme\n"),
        ("Industry: ", "\n"),
        ("most: ", "Families\n"),
        ("commas: ", "Support\n"),
        ("website: ", "fone\n"),
        ("website: ", "phone\n"),
    )
    assert code == 0
    assert "The organisation needs a name." in said
    assert "Did you mean phone?" in said
    profile = read_profile(tmp_path / "profile.yaml").profile
    assert profile.organisation.name == "Acme"
    assert profile.organisation.industry is None
    assert [channel.id for channel in profile.channels or ()] == ["phone"]


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_leaving_the_questions_leaves_no_file(key: str, tmp_path: Path) -> None:
    code, said = in_a_terminal(
        ["init", tmp_path], ("organisation: ", "Acme\n"), ("Industry: ", key)
    )
    assert code == 130
    assert said.rstrip().endswith("Interrupted.")
    assert not list(tmp_path.iterdir())
