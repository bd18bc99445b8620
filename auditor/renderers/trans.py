"""`{% trans %}` in templates: their texts in the language of the report.

What stands between the tags is what a translator sees, with `%(name)s` for its values.
Only the tag can ask for a translation: a function that a template could call with any
text would let it print what nobody escaped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinja2 import nodes
from jinja2.ext import InternationalizationExtension
from markupsafe import Markup, escape

from auditor.renderers.plain import plain
from auditor.translation import spoken_language

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.parser import Parser

__all__ = ["Trans"]

PLACEHOLDER: Final = re.compile(r"%\((\w+)\)s|%%")
"""Names alone, no widths: `%(name)1000000000s` would be a text of a gigabyte."""


class Trans(InternationalizationExtension):
    """Says what stands in a template between `trans` and `endtrans`."""

    def __init__(self, environment: Environment) -> None:
        """Let the tag hand its values to what says it, which escapes them."""
        environment.extend(newstyle_gettext=True)
        super().__init__(environment)

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        """Return the tag's call, of a method of ours instead of a name."""
        parsed = super().parse(parser)
        for node in parsed if isinstance(parsed, list) else [parsed]:
            for call in node.iter_child_nodes():
                if isinstance(call, nodes.Call) and isinstance(call.node, nodes.Name):
                    if call.node.name not in {"gettext", "ngettext"}:
                        parser.fail("a text to be translated has no context")
                    call.node = self.attr(f"said_by_{call.node.name}")
        return parsed

    @classmethod
    def is_said_by(cls, called: object) -> bool:
        """Whether something that a template calls is what says its texts."""
        said = (cls.said_by_gettext, cls.said_by_ngettext)
        return getattr(called, "__func__", None) in said

    def said_by_gettext(self, text: str, /, **values: object) -> Markup:
        """Return a text of a template in the language of the report."""
        if values:
            return _filled(_marked_up(spoken_language().form(text), text), values)
        # Without values translators see "%", not "%%", and nothing is filled in.
        alone = text.replace("%%", "%")
        return _marked_up(spoken_language().form(alone), alone)

    def said_by_ngettext(
        self, one: str, many: str, number: int, /, **values: object
    ) -> Markup:
        """Return a text of which a number decides the form."""
        said = _marked_up(spoken_language().form(one, many, number), one, many)
        return _filled(said, {"num": number, **values})


def _marked_up(said: str, *texts: str) -> Markup:
    """Return what is said, its tags escaped unless the English text has some too.

    Args:
        said: A translation, or the English text.
        texts: The English text, or both forms of it, as a template has it.
    """
    if said in texts or any("<" in text or "&" in text for text in texts):
        return Markup(said)  # noqa: S704 - templates and catalogues are code, no input
    return escape(said)


def _filled(said: Markup, values: dict[str, object]) -> Markup:
    """Return what is said with its values, each escaped."""
    parts: list[str] = []
    end = 0
    for found in PLACEHOLDER.finditer(said):
        parts += said[end : found.start()], _value(found, values)
        end = found.end()
    return Markup().join((*parts, said[end:]))


def _value(found: re.Match[str], values: dict[str, object]) -> Markup:
    """Return what stands for a placeholder; one that has no value stays."""
    name = found[1]
    if name is None:
        return Markup("%")
    given = values.get(name, found[0])
    return escape(plain(given) if type(given) is str else given)
