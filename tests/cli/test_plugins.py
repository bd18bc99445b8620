from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from click.testing import Result

    Process = Callable[..., subprocess.CompletedProcess[str]]


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
    assert records["broken_one"]["failure"] == "RuntimeError: no licence"
    assert records["design_principles"]["failure"] == ""


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
