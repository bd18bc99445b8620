from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.translation.packages import PACKAGE, hospitality

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the folder of a plugin that is installed for this test alone."""
    folder = tmp_path / "site"
    hospitality(folder)
    monkeypatch.syspath_prepend(folder)
    yield folder
    sys.modules.pop(PACKAGE, None)
