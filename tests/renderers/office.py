"""A real office program, where there is one, and the parts of a document."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZipFile

import pytest

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["converted", "parts_of"]

OFFICE: Final = shutil.which("soffice")


def parts_of(document: bytes) -> dict[str, bytes]:
    """Return the parts of an office document by name, each intact."""
    with ZipFile(BytesIO(document)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def converted(document: bytes, suffix: str, to: str, folder: Path) -> bytes:
    """Return what LibreOffice makes of a document; skip the test where it is not."""
    if not OFFICE:
        pytest.skip("LibreOffice is not installed: no soffice on the path")
    source = folder / f"report{suffix}"
    source.write_bytes(document)
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    order = [OFFICE, home, "--headless", "--convert-to", to, "--outdir", str(folder)]
    done = subprocess.run(
        [*order, str(source)], capture_output=True, check=False, timeout=300
    )
    made = source.with_suffix(f".{to.partition(':')[0]}")
    if not made.exists():
        pytest.fail(f"LibreOffice could not open it: {done.stderr.decode()}")
    return made.read_bytes()
