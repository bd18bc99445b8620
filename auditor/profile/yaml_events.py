"""Reading YAML through libyaml's events.

PyYAML's ready-made loaders keep the last of two equal keys, read `no` as false and
`012` as ten, expand aliases without end, and recurse in C until the interpreter dies.
Its event stream does none of this, is faster, and knows the place of every node.

Accepted is YAML as people write it by hand: one document of mappings, lists and
scalars. Anchors, aliases, merge keys and tags are refused, with the reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import yaml

from auditor.errors import Position, Problem
from auditor.profile.scalars import LONGEST_NUMBER, plain_scalar
from auditor.profile.source import position_in
from auditor.profile.tree import TreeBuilder
from auditor.profile.wording import quote
from auditor.profile.yaml_traps import explain

if TYPE_CHECKING:
    from auditor.profile.places import Place
    from auditor.profile.source import SourceText
    from auditor.profile.tree import PlainValue, Scalar

__all__ = ["read_yaml"]

HIDDEN_BREAKS: Final = re.compile("[\x85\u2028\u2029]")
"""Line breaks to libyaml (YAML 1.1), but not to editors nor to YAML 1.2."""


def read_yaml(source: SourceText) -> tuple[PlainValue, Place]:
    """Return the value that a YAML text holds, and the places of its parts.

    Raises:
        InputError: If the text is no YAML, uses what is refused here, or exceeds a
            limit of `tree`; with every problem up to the first that ends all sense.
    """
    builder = TreeBuilder(source.name)
    if found := HIDDEN_BREAKS.search(source.text):
        message = f"Found an invisible line separator (U+{ord(found[0]):04X})."
        at = position_in(source.text, found.start(), source.name)
        builder.report(message, at, "Delete it.")
    try:
        _feed(builder, source)
    except yaml.MarkedYAMLError as error:
        builder.stop(explain(error, source.text, source.name))
    return builder.finish()


def _feed(builder: TreeBuilder, source: SourceText) -> None:
    """Hand the nodes of a YAML text to the builder."""
    documents = 0
    for event in yaml.parse(source.text, Loader=yaml.CLoader):
        mark = event.start_mark
        if mark is None:  # only events that were made by hand
            continue
        at = Position(source.name, mark.line + 1, mark.column + 1)
        match event:
            case yaml.ScalarEvent():
                if event.anchor or event.tag:
                    _refuse_names(builder, event, at)
                builder.scalar(_value(builder, event, at), at)
            case yaml.MappingStartEvent():
                _refuse_names(builder, event, at)
                _refuse_question_mark(builder, source.text[mark.index], at)
                builder.open({}, at)
            case yaml.SequenceStartEvent():
                _refuse_names(builder, event, at)
                builder.open([], at)
            case yaml.CollectionEndEvent():
                builder.close()
            case yaml.AliasEvent():
                _refuse_names(builder, event, at)
                builder.scalar(f"*{event.anchor}", at)
            case yaml.DocumentStartEvent():
                documents += 1
                _refuse_second_document(builder, documents, at)


def _value(builder: TreeBuilder, event: yaml.ScalarEvent, at: Position) -> Scalar:
    """Return a scalar's value: text in quotes, otherwise what it looks like."""
    text: str = event.value
    if event.style:
        return text
    if text == "<<" and builder.expects_key:
        message = "Found the merge key '<<', which is not allowed here."
        builder.report(message, at, "Write the keys out.")
    try:
        return plain_scalar(text)
    except ValueError as error:
        builder.report(str(error), at)
        return text[:LONGEST_NUMBER]  # a key or value in its stead, to read on


def _refuse_names(builder: TreeBuilder, event: yaml.NodeEvent, at: Position) -> None:
    """Refuse anchors, aliases and tags, or texts that YAML takes for one."""
    sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
    tag = getattr(event, "tag", None)
    for first, name, kind in (
        (sign, event.anchor, "anchors and aliases"),
        ("!", tag and tag.removeprefix("!"), "tags"),
    ):
        if name is not None:
            message = f"Found {quote(first + name)}: {kind} are not allowed here."
            hint = f"Put a text that begins with '{first}' in quotes."
            builder.report(message, at, hint)


def _refuse_question_mark(builder: TreeBuilder, first: str, at: Position) -> None:
    """Refuse a mapping that begins with '?', which was meant as a text."""
    if first == "?":
        message = "Found a '?' at the beginning of a text without quotes."
        builder.report(message, at, "Put the whole text in quotes.")


def _refuse_second_document(builder: TreeBuilder, count: int, at: Position) -> None:
    if count > 1:
        message = "Found a second document after '---', one is allowed."
        hint = "Put it into a file of its own, or delete this line."
        builder.stop(Problem(message, at, hint))
