"""Plain values as a part of a profile, to be pasted into one."""

from __future__ import annotations

import yaml

__all__ = ["to_yaml"]

WIDE = 100_000
"""Columns in a line: long texts are not folded, so that they can be found."""


def to_yaml(value: object) -> str:
    """Return plain values as YAML, keys in their order."""
    return yaml.safe_dump(
        value,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=WIDE,
    )
