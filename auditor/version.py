"""The versions of cxaudit and of what it promises to plugins; it imports nothing."""

from __future__ import annotations

__all__ = ["PLUGIN_API", "__version__"]

__version__ = "0.1.0"
"""The version of cxaudit, as semantic versioning has it."""

PLUGIN_API = "1.0"
"""The version of the facade and the hooks: major and minor, as semantic versioning has
it. What worked with 1.0 works with every 1.x; a new name makes a new minor version."""
