"""The name under which hooks are marked and plugins register."""

from __future__ import annotations

from typing import Final

from pluggy import HookimplMarker

__all__ = ["NAMESPACE", "hookimpl"]

NAMESPACE: Final = "auditor"
"""Entry-point group of plugins, and prefix of every hook."""

hookimpl: Final = HookimplMarker(NAMESPACE)
"""Marks a function of a plugin as an implementation of the hook of its name."""
