"""The licences that a new package can have."""

from __future__ import annotations

from typing import Final

__all__ = ["LICENCES", "USUAL_LICENCE"]

LICENCES: Final = {
    "mit": "MIT",
    "apache-2.0": "Apache-2.0",
    "bsd-3-clause": "BSD-3-Clause",
    "proprietary": "LicenseRef-Proprietary",
}
"""What each is called in a package's metadata (SPDX)."""
USUAL_LICENCE: Final = "mit"
"""What a package has unless another is asked for."""
