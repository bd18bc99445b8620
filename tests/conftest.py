"""Golden files: what a whole page or report must be, to the byte."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write golden files anew instead of comparing; then read the diff",
    )


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> Callable[[Path, bytes], None]:
    """Return a function that compares bytes with a file of the repository."""

    def compare(path: Path, found: bytes) -> None:
        if pytestconfig.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(found)
        assert path.exists(), f"{path.relative_to(ROOT)} is missing: --update-golden"
        same = path.read_bytes() == found
        assert same, f"{path.relative_to(ROOT)} differs: --update-golden, read the diff"

    return compare
