"""An environment of its own: wheels are installed in it, and nothing is fetched."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["add_wheel", "built_wheel", "environment"]


def built_wheel(project: Path, folder: Path, *options: str) -> Path:
    """Build the wheel of a project into a folder; from its sdist, if not `--wheel`."""
    command = [sys.executable, "-m", "build", "--no-isolation", *options]
    subprocess.run(
        [*command, "--outdir", str(folder), str(project)],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    return wheel


def environment(folder: Path, wheel: Path) -> None:
    """Make an environment with a wheel and what it depends on."""
    venv.create(folder, with_pip=False)
    add_wheel(folder, wheel)
    # Dependencies come from the environment of these tests, the checkout does not:
    # a path file inside a folder that a path file names is not read.
    (site,) = (folder / "lib").glob("python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"))


def add_wheel(folder: Path, wheel: Path) -> None:
    """Install a wheel alone into an environment."""
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python")]
    options = ["--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", *options, str(wheel)], check=True)
