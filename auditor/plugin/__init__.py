"""Plugins: what an installed package can add to an audit, and how.

A plugin is a module named by an entry point of the group `auditor`::

    [project.entry-points.auditor]
    hospitality = "auditor_hospitality"

with functions marked by `hookimpl`::

    from auditor import Area, hookimpl

    @hookimpl
    def auditor_checks() -> list[Area]:
        return [Area("hospitality", "Hospitality", "…", 10, checks=(welcome,))]

The hooks are documented in `auditor.plugin.spec`.
"""

from __future__ import annotations

from auditor.plugin.marker import NAMESPACE, hookimpl

__all__ = ["NAMESPACE", "hookimpl"]
