"""Rendering templates of others in a process that can be ended.

A sandbox keeps a template from reaching Python, not from loops without end or from a
table of a million columns. So templates that are not ours are rendered, and their
pages printed, in a child process: it gets plain values and gives back bytes, and if it
takes too long or too much, it ends and only its own output is missing.

Its time and memory are limited as `auditor.confinement` says: the sandbox already keeps
a template from files and the network.
"""

from __future__ import annotations

from auditor.confinement import Limits
from auditor.renderers.confined.rendering import (
    OverLimitError,
    Rendered,
    Request,
    render_confined,
)

__all__ = ["Limits", "OverLimitError", "Rendered", "Request", "render_confined"]
