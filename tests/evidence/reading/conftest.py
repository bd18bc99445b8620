"""What tests of reading share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.evidence.reading import connect
from tests.evidence.reading.tables import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    with connect(workspace) as engine:
        yield Desk(tmp_path, engine, workspace)
