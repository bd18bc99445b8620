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
            return _filled(spoken_language().form(text), values, text)
        # Without values translators see "%", not "%%", and nothing is filled in.
        alone = text.replace("%%", "%")
        said = spoken_language().form(alone)
        return Markup(said) if _is_markup(said, alone) else escape(said)  # noqa: S704 - a template's own markup

    def said_by_ngettext(
        self, one: str, many: str, number: int, /, **values: object
    ) -> Markup:
        """Return a text of which a number decides the form."""
        said = spoken_language().form(one, many, number)
        return _filled(said, {"num": number, **values}, one, many)


def _is_markup(said: str, *texts: str) -> bool:
    """Whether a translation may have tags: as long as the English text has them."""
    return said in texts or any("<" in text or "&" in text for text in texts)


def _filled(said: str, values: dict[str, object], *texts: str) -> Markup:
    """Return what is said with its values, each escaped.

    Args:
        said: A translation, which is no markup unless the English text is.
        values: What stands for the placeholders.
        texts: The English text, or both forms of it, as a template has it.
    """
    template = said if _is_markup(said, *texts) else str(escape(said))

    def value(found: re.Match[str]) -> str:
        name = found[1]
        if name is None:
            return "%"
        if name not in values:
            return found[0]
        given = values[name]
        return str(escape(plain(given) if type(given) is str else given))

    return Markup(PLACEHOLDER.sub(value, template))  # noqa: S704 - escaped above
