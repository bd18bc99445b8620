"""Rendering templates of others in a process that can be ended.

A sandbox keeps a template from reaching Python, not from loops without end or from a
table of a million columns. So templates that are not ours are rendered, and their
pages printed, in a child process: it gets plain values and gives back bytes, and if it
takes too long or too much, it ends and only its own output is missing.

What is guarded depends on the system:

- everywhere, the time by the clock: the parent ends the child;
- on Linux and macOS, the time of the processor, and that no core is dumped;
- on Linux alone, the memory: macOS does not enforce RLIMIT_AS, Windows has no limits
  of this kind.
"""

from __future__ import annotations

from auditor.renderers.confined.limits import Limits
from auditor.renderers.confined.rendering import Rendered, Request, render_confined

__all__ = ["Limits", "Rendered", "Request", "render_confined"]
