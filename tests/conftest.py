"""Golden files, to the byte; and examples of properties, the same in every run."""

from __future__ import annotations

from difflib import unified_diff
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
LOOKS = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE")
"""What a shell may say of the width and the colours of output."""

# Hypothesis' own profile for CI is ours everywhere: the same examples in each run, and
# no failure for want of speed. `make search` looks for what they miss.
settings.load_profile("ci")
settings.register_profile(
    "deep", settings.get_profile("ci"), derandomize=False, max_examples=1_000
)


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Let examples hang on their test alone.

    Hypothesis also tries the constants of whichever modules of ours are imported so
    far, which the order of tests and the number of processes decide. It has no switch.
    """
    if settings().derandomize:
        providers._get_local_constants = Constants  # noqa: SLF001 - it has no switch


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


@pytest.fixture(scope="session", autouse=True)
def _plain_output() -> Iterator[None]:
    """Let output look as where nobody says how: a test that is about it says how."""
    with pytest.MonkeyPatch.context() as patched:
        for name in LOOKS:
            patched.delenv(name, raising=False)
        yield


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
