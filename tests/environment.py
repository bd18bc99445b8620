"""An environment of its own: wheels are installed in it, and nothing is fetched."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["built_wheel", "environment", "install"]


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
    install(folder, str(wheel))
    # Dependencies come from the environment of these tests, the checkout does not:
    # a path file inside a folder that a path file names is not read.
    (site,) = (folder / "lib").glob("python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"))


def install(folder: Path, *what: str, cwd: Path | None = None) -> None:
    """Install packages alone into an environment, over what it has of them."""
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python")]
    alone = ["--no-deps", "--no-index", "--no-build-isolation", "--force-reinstall"]
    quiet = ["--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", *alone, *quiet, *what], cwd=cwd, check=True)
