from __future__ import annotations

import platform
import re
import sys
from typing import TYPE_CHECKING

import pytest

from auditor.renderers.installation import what_to_install

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Process = Callable[..., subprocess.CompletedProcess[str]]


def test_where_everything_works_it_says_so(process: Process) -> None:
    ended = process("doctor")
    assert ended.returncode == 0, ended.stdout
    assert "PDF: WeasyPrint" in ended.stdout
    assert "Plugin design_principles: cxaudit" in ended.stdout
    assert re.search(r"\nEverything (that is installed )?works\.\n$", ended.stdout)
    assert "ok      Extra evidence: duckdb " in ended.stdout
    assert "Isolation: guards time" in ended.stdout
    assert "broken" not in ended.stdout


def test_an_extra_that_is_not_installed_is_named_and_breaks_nothing(
    process: Process, tmp_path: Path
) -> None:
    metadata = tmp_path / "site" / "cxaudit-0.1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(
        "Metadata-Version: 2.4\nName: cxaudit\nVersion: 0.1.0\n"
        "Requires-Dist: no-such-radar>=1.4; extra == 'radar'\n"
    )
    entry = "[auditor]\ndesign_principles = auditor_design_principles\n"
    (metadata / "entry_points.txt").write_text(entry)
    ended = process("doctor")
    assert ended.returncode == 0, ended.stdout
    assert "absent  Extra radar: no-such-radar is not installed\n" in ended.stdout
    assert 'pip install "cxaudit[radar]"' in ended.stdout
    assert ended.stdout.endswith("\nEverything that is installed works.\n")


def test_where_a_library_is_missing_it_says_what_to_install(
    process: Process, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    missing = "print('-----'); raise OSError(\"cannot load library 'pango-1.0-0'\")"
    (site / "weasyprint.py").write_text(missing, "utf-8")
    ended = process("doctor")
    assert ended.returncode == 3
    reason = "cannot load library 'pango-1.0-0'"
    assert f"broken  PDF: PDF cannot be written here: {reason}" in ended.stdout
    for line in what_to_install():
        assert line in ended.stdout
    assert "-----" not in ended.stdout
    assert not ended.stderr


def test_where_there_is_no_font_it_says_what_to_install(
    process: Process, tmp_path: Path
) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig></fontconfig>", "utf-8")
    ended = process("doctor", FONTCONFIG_FILE=str(fonts))
    assert ended.returncode == 3
    assert "No fonts configured" in ended.stdout
    for line in what_to_install():
        assert line in ended.stdout


def test_a_plugin_that_failed_is_named_with_its_reason(
    process: Process, install: Callable[[str, str], None]
) -> None:
    install("broken_one", "raise RuntimeError('no licence')")
    ended = process("doctor")
    assert ended.returncode == 3
    reason = "broken_one 1.2: RuntimeError: no licence"
    assert f"broken  Plugin broken_one: {reason}" in ended.stdout


@pytest.mark.parametrize(
    ("release", "command"),
    [
        ({"ID": "debian"}, "sudo apt install libpango-1.0-0 "),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "sudo apt install "),
        ({"ID": "fedora"}, "sudo dnf install pango "),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "sudo dnf install pango "),
        ({"ID": "alpine"}, "sudo apk add "),
        ({"ID": "arch"}, "sudo pacman -S pango "),
        ({"ID": "nixos"}, "Install Pango "),
    ],
)
def test_the_command_is_that_of_the_distribution(
    release: dict[str, str], command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: release)
    assert what_to_install()[0].startswith(command)


@pytest.mark.parametrize(
    ("system", "command"),
    [
        ("darwin", "brew install pango"),
        ("win32", "pacman -S mingw-w64-ucrt-x86_64-pango"),
    ],
)
def test_the_command_is_that_of_the_system(
    system: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert command in what_to_install()


def test_a_linux_that_does_not_say_its_name_gets_advice_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nameless() -> dict[str, str]:
        raise OSError

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "freedesktop_os_release", nameless)
    assert what_to_install()[0].startswith("Install Pango ")
