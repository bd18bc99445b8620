from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.verification.small import Small, small_report

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="package")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    """Return a small report, printed once."""
    return small_report(tmp_path_factory.mktemp("bank"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path
