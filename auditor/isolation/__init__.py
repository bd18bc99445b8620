"""Checks of third parties, imported and judged in processes of their own.

Each plugin that is not ours gets a process, limited and cut off from the system as
`auditor.confinement` says before anything of the plugin is imported. What its checks
are and what they conclude comes back as JSON and is believed only as far as it fits the
models in `auditor.isolation.parts`; nothing that a plugin wrote is ever unpickled,
imported or called in this process. A plugin that hangs, crashes or babbles costs only
its own findings: they become errors with a reason.
"""

from __future__ import annotations

from auditor.isolation.loading import CHECK_LIMITS, guarded_here, isolated_plugins
from auditor.isolation.worker import ProcessEndedError

__all__ = ["CHECK_LIMITS", "ProcessEndedError", "guarded_here", "isolated_plugins"]
