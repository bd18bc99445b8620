from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.distributions import plugin_of

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Process = Callable[..., subprocess.CompletedProcess[str]]

HOOK = "from auditor import hookimpl\n@hookimpl\ndef {}():\n    return {}"


def test_plugins_are_listed_with_what_each_adds(
    cxaudit: Callable[..., Result],
) -> None:
    ended = cxaudit("plugins", "list")
    assert ended.exit_code == 0
    (line,) = (
        line
        for line in ended.stdout.splitlines()
        if line.startswith("design_principles ")
    )
    assert line.endswith("12 checks (DP001 to DP012)")
    assert "cxaudit" in line


def test_the_list_says_why_a_plugin_failed_and_exits_with_3(
    process: Process, install: Callable[[str, str], None]
) -> None:
    install("broken_one", "raise RuntimeError('no licence')")
    table = process("plugins", "list")
    assert table.returncode == 3
    assert "broken_one of broken_one 1.2 is left out" in table.stderr
    assert "RuntimeError: no licence" in table.stderr
    assert "nothing: it failed" in table.stdout
    listed = process("plugins", "list", "--format", "json")
    records = {entry["name"]: entry for entry in json.loads(listed.stdout)}
    told = "RuntimeError: no licence (broken_one.py:1)"
    assert records["broken_one"]["failure"] == told
    assert records["design_principles"]["failure"] == ""


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            HOOK.format("auditor_check", []),
            "there is no hook 'auditor_check'; did you mean 'auditor_checks'?",
        ),
        (
            HOOK.format("auditor_templates", "'x'"),
            "auditor_templates gives a list of str, and gave 'x'",
        ),
        (
            "def auditor_checks():\n    return []",
            "auditor_checks is not marked as a hook: put @hookimpl above it",
        ),
        (
            "CHECKS = []",
            "it has no function marked @hookimpl; there are auditor_checks, ",
        ),
        (
            HOOK.format("auditor_rubrics", None),
            "auditor_rubrics gives a list of Path, and gave None",
        ),
        (
            plugin_of().replace("[Area", "(Area").replace(",))]", ",)))"),
            "auditor_checks gives a list of Area, and gave one by itself: put it in",
        ),
        (
            plugin_of(area="Guest rooms"),
            "area 'Guest rooms' needs an id such as guest_rooms",
        ),
        (
            "def read():\n    import nowhere\n\nread()",
            "No module named 'nowhere' (broken_one.py:2)",
        ),
        (
            plugin_of().replace("Always met.", "Met from {met}."),
            "check 'HO001': its logic names 'met', which is no parameter",
        ),
    ],
    ids=[
        *(
            "misspelt-hook",
            "no-list",
            "unmarked-hook",
            "no-hook",
            "nothing",
            "alone",
            "area",
        ),
        *("import", "logic"),
    ],
)
def test_a_failure_names_the_line_or_what_was_meant(
    source: str, told: str, process: Process, install: Callable[[str, str], None]
) -> None:
    install("broken_one", source)
    listed = process("plugins", "list", "--format", "json")
    records = {entry["name"]: entry for entry in json.loads(listed.stdout)}
    assert told in records["broken_one"]["failure"]


def test_what_a_plugin_prints_does_not_mix_with_what_was_asked_for(
    process: Process, install: Callable[[str, str], None], profile: Path
) -> None:
    body = "print('judged')\n    return Verdict(Outcome.MET, 'They are.')"
    install("talker", f"print('imported')\n{plugin_of(body=body)}")
    ended = process("run", profile, "--quiet", "-o", "-", "--format", "json")
    assert json.loads(ended.stdout)["score"]
    assert "imported\njudged\n" in ended.stderr
    assert json.loads(process("checks", "list", "--format", "json").stdout)
    order = ("plugins", "check", "talker", "--format", "json")
    assert not json.loads(process(*order).stdout)["kept"]


def test_two_checks_of_one_plugin_with_one_id_are_told_to_its_author(
    process: Process, install: Callable[[str, str], None]
) -> None:
    twice = "(guests_are_greeted,)", "(guests_are_greeted, guests_are_greeted)"
    install("doubled", plugin_of().replace(*twice))
    ended = process("plugins", "list")
    assert ended.returncode == 3
    assert "two of its checks have the id HO001" in ended.stderr


def test_formats_and_templates_of_a_plugin_are_listed(
    process: Process, install: Callable[[str, str], None]
) -> None:
    install(
        "odd",
        """
        from auditor import hookimpl

        class Renderer:
            format = "odd"
            suffix = ".odd"

            def render(self, report):
                return b""

        @hookimpl
        def auditor_renderers():
            return [Renderer()]

        @hookimpl
        def auditor_templates():
            return ["odd_templates"]
        """,
    )
    printed = process("plugins", "list").stdout
    assert "formats (odd); templates (odd_templates)" in printed
