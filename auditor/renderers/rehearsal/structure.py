"""What a template takes the place of: blocks that are not there, pages nobody uses.

Templates are parsed here and not run: what parsing finds has a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateSyntaxError, nodes

from auditor.profile.wording import nearest
from auditor.renderers.foreign_templates import NO_TEMPLATES, ForeignTemplates
from auditor.renderers.rehearsal.blocks import our_templates
from auditor.renderers.rehearsal.slip import Slip
from auditor.renderers.templating import OURS, sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["slips_of_structure", "slips_of_syntax"]

PARSED: Final = (".j2", ".html", ".css")


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A template of theirs."""

    name: str
    tree: nodes.Template

    @property
    def parent(self) -> str:
        """The template that it extends, if it names one."""
        extends = self.tree.find(nodes.Extends)
        return _constant(extends.template) if extends else ""

    @property
    def uses(self) -> set[str]:
        """The templates that it names."""
        kinds = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
        found = (node for kind in kinds for node in self.tree.find_all(kind))
        return {_constant(getattr(node, "template", None)) for node in found}


def slips_of_syntax(foreign: ForeignTemplates) -> Iterator[Slip]:
    """Yield where templates cannot be parsed; then nothing can be rendered."""
    for name, source in foreign.files:
        if name.endswith(PARSED):
            try:
                sandbox(NO_TEMPLATES).parse(source)
            except TemplateSyntaxError as error:
                yield Slip(name, error.lineno, f"{str(error.message).rstrip('.')}.")
            except RecursionError:
                yield Slip(name, 1, "It nests too deeply.")


def slips_of_structure(foreign: ForeignTemplates) -> Iterator[Slip]:
    """Yield what is wrong with how templates that can be parsed replace ours."""
    ours = our_templates()
    parsed = [
        _Parsed(name, sandbox(NO_TEMPLATES).parse(source))
        for name, source in foreign.files
        if name.endswith(PARSED)
    ]
    used = {use for each in parsed for use in each.uses}
    for each in parsed:
        yield from _slips(each, ours, used)


def _slips(
    each: _Parsed, ours: Mapping[str, list[str]], used: set[str]
) -> Iterator[Slip]:
    known = ours.get(each.parent.removeprefix(f"{OURS}/"))
    if known is not None:
        yield from _strange_blocks(each, known)
    elif each.name in ours and not each.parent:
        yield from _missing_blocks(each, ours[each.name])
    if each.name not in ours and each.name not in used:
        close = nearest(each.name, ours)
        hint = f" Did you mean {close}?" if close else ""
        message = f"No template of ours has this name, and nothing uses it.{hint}"
        yield Slip(each.name, 1, message, serious=False)
    filters = sandbox(NO_TEMPLATES).filters
    for node in each.tree.find_all(nodes.Filter):
        if node.name not in filters:
            message = f"There is no filter {node.name!r} in the sandbox."
            yield Slip(each.name, node.lineno, message)


def _strange_blocks(each: _Parsed, known: list[str]) -> Iterator[Slip]:
    """Yield the blocks that take the place of nothing, so that nobody sees them."""
    for node in each.tree.body:
        for block in [node] if isinstance(node, nodes.Block) else []:
            if block.name not in known:
                close = nearest(block.name, known)
                hint = f" Did you mean {close!r}?" if close else ""
                message = (
                    f"{each.parent} has no block {block.name!r}, so this one is never "
                    f"shown.{hint}"
                )
                yield Slip(each.name, block.lineno, message)


def _missing_blocks(each: _Parsed, known: list[str]) -> Iterator[Slip]:
    """Yield the blocks of ours that a page which takes our page's place lacks."""
    there = {block.name for block in each.tree.find_all(nodes.Block)}
    missing = [name for name in known if name not in there]
    if missing:
        message = (
            f"It takes the place of our page and lacks its blocks "
            f"{', '.join(missing)}; to change parts of it, begin with "
            f'{{% extends "{OURS}/{each.name}" %}}.'
        )
        yield Slip(each.name, 1, message, serious=False)


def _constant(node: nodes.Node | None) -> str:
    return str(node.value) if isinstance(node, nodes.Const) else ""
