"""Write the tables of every organisation: beside its profile, or below a FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sample_audits.making_evidence import (
    fellcoast,
    northlight,
    northlight_2025,
    tarnbrook,
)

if TYPE_CHECKING:
    from collections.abc import Callable

MADE: Final[dict[str, Callable[[Path], None]]] = {
    "fellcoast_trains": fellcoast.make,
    "northlight_broadband": northlight.make,
    "northlight_broadband/2025": northlight_2025.make,
    "tarnbrook_insurance": tarnbrook.make,
}
"""What makes the tables of each organisation."""


if __name__ == "__main__":
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1]
    for name, make in MADE.items():
        make(root / name / "data")
