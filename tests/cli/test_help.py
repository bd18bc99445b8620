from __future__ import annotations

import shlex
from itertools import pairwise
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from auditor.cli import COMMANDS, main
from auditor.cli.command import Command
from auditor.cli.exit_code import EXIT_CODES, ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from click.testing import Result


def leaves() -> Iterator[tuple[str, Command]]:
    """Yield every command that does something, with the words that call it."""
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        if isinstance(command, click.Group):
            for inner, leaf in command.commands.items():
                assert isinstance(leaf, Command)
                yield f"{name} {inner}", leaf
        else:
            assert isinstance(command, Command)
            yield name, command


LEAVES = dict(leaves())

PROMISED = {
    "run": [
        "--output",
        "--format",
        "--rubric",
        "--pack",
        "--engagement",
        "--templates",
        "--view",
        "--language",
        "--as-of",
        "--fail-under",
        "--fail-on",
        "--select",
        "--ignore",
        "--baseline",
        "--old-profile",
        "--old-evidence",
        "--fail-on-regression",
        "--sign-with",
        "--quiet",
        "--verbose",
    ],
    "batch": [
        *("--output-dir", "--format", "--jobs", "--continue", "--rubric"),
        *("--engagement", "--templates", "--view", "--as-of", "--fail-under"),
        *("--fail-on", "--select", "--ignore", "--quiet"),
    ],
    "compare": [
        *("--output", "--format", "--old-profile", "--old-evidence", "--new-profile"),
        *("--rubric", "--fail-on-regression", "--language", "--quiet"),
    ],
    "history": ["--output", "--format", "--language", "--quiet"],
    "whatif": ["--fix", "--output", "--format", "--language", "--quiet"],
    "verify": [
        *("--profile", "--evidence", "--rubric", "--trust", "--pages", "--no-pages"),
        *("--engagement", "--templates", "--pack"),
        *("--format", "--quiet"),
    ],
    "validate": [],
    "init": [
        "--name",
        "--industry",
        "--department",
        "--channel",
        "--engagement",
        "--force",
    ],
    "evidence inspect": [],
    "evidence measure": [
        *("--evidence", "--format", "--by", "--all", "--as-of", "--quiet"),
    ],
    "checks list": ["--format", "--area", "--pack"],
    "checks explain": ["--format", "--pack"],
    "rubric list": ["--format"],
    "rubric diff": [
        *("--profile", "--evidence", "--as-of"),
        *("--output", "--format", "--language", "--quiet"),
    ],
    "rubric check": [],
    "packs check": [],
    "plugins list": ["--format"],
    "plugins check": ["--check", "--format"],
    "plugins new": ["--author", "--letters", "--licence", "--output", "--title"],
    "templates list": ["--format"],
    "templates check": [],
    "translations check": ["--language", "--format"],
    "translations update": ["--language"],
    "schema": [],
    "doctor": [],
}


def test_there_are_the_promised_commands_and_options_and_no_others_unplanned() -> None:
    assert LEAVES.keys() == PROMISED.keys()
    for name, options in PROMISED.items():
        known = {
            word
            for param in LEAVES[name].params
            for word in (*param.opts, *param.secondary_opts)
        }
        assert set(options) <= known, name


@pytest.mark.parametrize("name", COMMANDS)
def test_the_one_line_help_is_the_first_line_of_the_command_itself(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.help is not None
    assert command.help.splitlines()[0] == COMMANDS[name]


@pytest.mark.parametrize("name", LEAVES)
def test_every_help_says_what_the_command_does_and_shows_examples(
    name: str, cxaudit: Callable[..., Result]
) -> None:
    printed = cxaudit(*name.split(), "--help").stdout
    purpose, examples = printed.index("\n\n  "), printed.index("\nExamples:\n")
    assert purpose < examples
    assert f"  cxaudit {name}" in printed[examples:]


@pytest.mark.parametrize(
    ("name", "example"),
    [(name, example) for name, leaf in LEAVES.items() for example in leaf.examples],
)
def test_every_example_can_be_parsed(name: str, example: str) -> None:
    words = shlex.split(example, comments=True)
    end = next((n for n, word in enumerate(words) if word in {"|", ">"}), len(words))
    called = ["cxaudit", *name.split()]
    assert words[: len(called)] == called
    # With its parent, because click remembers the help option of the first context.
    parent = main.make_context("cxaudit", [], resilient_parsing=True)
    LEAVES[name].make_context(name, words[len(called) : end], parent=parent)


def test_every_option_is_explained() -> None:
    for leaf in LEAVES.values():
        for param in leaf.params:
            if isinstance(param, click.Option):
                assert param.help, param.name


def test_exit_codes_are_explained(cxaudit: Callable[..., Result]) -> None:
    printed = cxaudit("--help").stdout
    for code, meaning in EXIT_CODES.items():
        assert f"  {int(code):<3}  {meaning}" in printed


def test_exit_codes_are_those_that_were_promised() -> None:
    assert [code.value for code in ExitCode][:4] == [0, 1, 2, 3]
    assert all(one < two for one, two in pairwise(EXIT_CODES))


def test_a_misspelt_command_is_answered_with_the_nearest(
    cxaudit: Callable[..., Result],
) -> None:
    ended = cxaudit("valdate")
    assert ended.exit_code == ExitCode.UNUSABLE
    assert "Did you mean 'validate'?" in ended.stderr


def test_without_a_command_the_help_is_shown(cxaudit: Callable[..., Result]) -> None:
    ended = cxaudit()
    assert ended.exit_code == ExitCode.UNUSABLE
    assert "Commands:" in ended.stderr


@pytest.mark.parametrize(("value", "coloured"), [("", True), ("1", False)])
def test_colour_is_left_out_where_it_is_not_wanted(
    value: str, *, coloured: bool
) -> None:
    ended = CliRunner().invoke(
        main, ["validate", "none"], env={"NO_COLOR": value}, color=True
    )
    assert ("\x1b[" in ended.stderr) == coloured
