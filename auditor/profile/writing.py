"""Plain values as a part of a profile, to be pasted into one."""

from __future__ import annotations

import yaml

from auditor.profile.scalars import plain_scalar

__all__ = ["to_yaml"]

WIDE = 100_000
"""Columns in a line: long texts are not folded, so that they can be found."""


class _Dumper(yaml.SafeDumper):
    """Puts in quotes what our reader would not take for a text."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None if _is_plain(text) else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


def _is_plain(text: str) -> bool:
    """Whether a text without quotes is read as that text."""
    try:
        return plain_scalar(text) == text
    except ValueError:
        return False


_Dumper.add_representer(str, _text)


def to_yaml(value: object) -> str:
    """Return plain values as YAML, keys in their order."""
    return yaml.dump(
        value,
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=WIDE,
    )
