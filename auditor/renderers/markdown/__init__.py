"""The full report in Markdown, for issue trackers and wikis."""

from __future__ import annotations

from auditor.renderers.markdown.document import MarkdownRenderer

__all__ = ["MarkdownRenderer"]
