"""Performance claims: each a ratio against something measured in the same run."""

from __future__ import annotations
