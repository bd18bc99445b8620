"""Golden files: what a whole page or report must be, to the byte."""

from __future__ import annotations

from difflib import unified_diff
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]

# A slow machine is no failure; everything else stays as the surroundings have it.
settings.register_profile("patient", settings(), deadline=None)
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write golden files anew instead of comparing; then read the diff",
    )


def _difference(path: Path, expected: bytes, found: bytes) -> str:
    """Return what to do, and the first lines that differ."""
    name = str(path.relative_to(ROOT))
    old, new = (
        page.decode(errors="replace").splitlines() for page in (expected, found)
    )
    lines = islice(unified_diff(old, new, name, "found", lineterm="", n=0), 12)
    return "\n".join(("differs: --update-golden, then read the diff", *lines))


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> Callable[[Path, bytes], None]:
    """Return a function that compares bytes with a file of the repository."""

    def compare(path: Path, found: bytes) -> None:
        if pytestconfig.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(found)
        assert path.exists(), f"{path.relative_to(ROOT)} is missing: --update-golden"
        expected = path.read_bytes()
        assert expected == found, _difference(path, expected, found)

    return compare
