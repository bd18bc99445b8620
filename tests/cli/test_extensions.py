"""Keys that plugins add to a profile, as a user meets them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Process

PLUGIN = '''
from __future__ import annotations

from auditor import Count, Extension, Section, hookimpl


class Hotel(Section):
    """What a hotel says of itself."""

    rooms: Count | None = None
    """How many rooms it has."""


@hookimpl
def auditor_extensions():
    return [Extension("hotel", Hotel, {"rooms": 12})]
'''


def test_the_commands_know_the_keys_of_installed_plugins(
    process: Process, install: Callable[[str, str], None], tmp_path: Path
) -> None:
    install("hospitality", PLUGIN)
    assert process("init", "--name", "Hotel Mole").returncode == 0
    path = tmp_path / "profile.yaml"
    starter = path.read_text("utf-8")
    assert starter.endswith(
        "## What plugins add.\n#extensions:\n"
        "## What a hotel says of itself. (plugin hospitality)\n"
        "#  hotel:\n#    rooms: 12\n"
    )
    path.write_text(
        starter.replace("#extensions:", "extensions:")
        .replace("#  hotel:", "  hotel:")
        .replace("#    rooms: 12", "    rooms: twelve"),
        "utf-8",
    )
    ended = process("validate", "profile.yaml")
    assert ended.returncode == 2
    assert "'rooms': found the text 'twelve'" in ended.stderr
    schema = json.loads((tmp_path / "profile.schema.json").read_text("utf-8"))
    assert "rooms" in schema["$defs"]["Hotel"]["properties"]
    assert "keys of a profile (hotel)" in process("plugins", "list").stdout
