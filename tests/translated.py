"""A language in which every text that can be translated stands between marks."""

from __future__ import annotations

from auditor.translation import Language, Message

__all__ = ["said"]


class _Marked(dict[str, str]):
    def get(self, template: str, _default: object = None) -> str:
        return f"«{template}»"


class _MarkedForms(dict[tuple[str, str], tuple[str, ...]]):
    def get(self, forms: tuple[str, str], _default: object = None) -> tuple[str, ...]:
        return tuple(f"«{form}»" for form in forms)


MARKED = Language("qaa", _Marked(), _MarkedForms())


def said(text: str) -> str:
    """Return a text with marks around each of its parts that can be translated."""
    return text.said_in(MARKED) if isinstance(text, Message) else text
