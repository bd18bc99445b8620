"""The vocabulary of a profile as one Markdown page, made from its models."""

from __future__ import annotations

import builtins
import typing
from enum import StrEnum
from typing import TYPE_CHECKING, Final, get_args, get_origin, get_type_hints

from auditor.profile import cells, values
from auditor.profile.evidence import OR_NAME
from auditor.profile.profile import Profile
from auditor.profile.section import OR_FALSE, Section
from auditor.profile.values import Reference
from auditor.profile.vocabulary_map import key_of, models_in
from auditor.schema import meanings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

__all__ = ["vocabulary_page"]

PREFACE: Final = """\
# What a profile can say

Every key of a profile, by section. This page is generated from the models with which a
profile is read (`make catalogue`); `cxaudit schema profile` prints the same for
editors. Only `organisation.name` is required in a profile; within a list, keys in
**bold** are required in each entry. What is left out is unknown; an empty list, `[]`,
says that there are none. A key that is not on this page is refused.

A group of keys, or a list of groups, is described under its whole path, such as
`journeys.stages`. So a report names it, too, where it lists what would answer a check.

| type | how it is written |
|---|---|
| group | Keys of its own, indented by two spaces, or in `{ }` with commas. |
| list | Entries, each after a hyphen on a line of its own, or in `[ ]` with commas. |
| text | In quotes if it holds `: ` or ` #`; inside brackets also with a comma. |
| id | Letters from a to z, digits, dots, hyphens and underscores; no spaces. |
| id (…) | The id of something of that kind, which stands elsewhere in the profile. |
| date | `2026-03-01`, `2026-03`, `2026-Q1`, `2026-H2` or `2026`: the last day counts. |
| duration | One number and one unit: `60s`, `48h`, `3 business days`, `PT2H`. |
| share | `0.92` or `92 %`. |
| number | `31` or `4.5`, without unit or thousands separator. |
| whole number | `0`, `1`, `2` and so on. |
| amount of money | `50 GBP`. |
| value | As it stands in a table: a text, a number, `true` or `false`. |
| yes or no | `true` or `false`; `yes` and `no` are refused. |
"""

WORDS: Final = {
    values.Text: "text",
    values.Identifier: "id",
    values.Number: "number",
    values.Count: "whole number",
    values.Share: "share",
    values.Flag: "yes or no",
    values.Day: "date",
    values.FirstDay: "date",
    values.DayOrNo: "date or `false`",
    cells.Cell: "value",
    cells.Cells: "value, or list: value",
    cells.Delimiter: "text",
    cells.Encoding: "text",
}
"""What a page calls each kind of value."""
READERS: Final = {get_args(kind)[1]: word for kind, word in WORDS.items()}
"""The same by the validator, which a narrower kind keeps."""
CLASSES: Final[dict[object, str]] = {
    values.Duration: "duration",
    values.Money: "amount of money",
}


def vocabulary_page() -> str:
    """Return the page."""
    return "\n".join((PREFACE, *_whole())).rstrip() + "\n"


def _whole() -> Iterator[str]:
    """Yield the lines on all sections: first what is written at the top."""
    yield from ("## A profile", "")
    yield from _table(Profile, "")
    for name, field in Profile.model_fields.items():
        for model in models_in(field.annotation):
            yield from _group(model, key_of(name, field), level=2)


def _group(model: type[BaseModel], path: str, level: int) -> Iterator[str]:
    """Yield the lines on a group of keys, and on the groups inside it."""
    yield from (
        "",
        f"{'#' * level} {path}",
        "",
        (model.__doc__ or "").partition("\n")[0],
    )
    yield ""
    yield from _table(model, path)
    for name, field in model.model_fields.items():
        for part in models_in(field.annotation):
            yield from _group(part, f"{path}.{key_of(name, field)}", level=3)


def _table(model: type[BaseModel], path: str) -> Iterator[str]:
    if not model.model_fields:
        yield "Its keys are those of the plugins that are installed."
        return
    yield from ("| key | type | meaning |", "|---|---|---|")
    hints = get_type_hints(model, include_extras=True)
    meaning = meanings(model)
    for name, field in model.model_fields.items():
        key = key_of(name, field)
        shown = f"**`{key}`**" if field.is_required() else f"`{key}`"
        kind = _kind(hints[name], f"{path}.{key}".strip("."))
        yield f"| {shown} | {kind} | {_cell(meaning[name])} |"


def _kind(hint: object, path: str) -> str:
    """Return what stands under a key, in words."""
    if isinstance(hint, type) and issubclass(hint, Section):
        return f"group: [{path}](#{path.replace('.', '')})"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return "one of " + ", ".join(f"`{word}`" for word in hint)
    return CLASSES.get(hint) or _known(hint) or _composed(hint, path)


def _known(hint: object) -> str:
    """Return the words for a kind of value with a validator of ours."""
    marks = getattr(hint, "__metadata__", ())
    for mark in marks:
        if isinstance(mark, Reference):
            return f"id ({mark.kind})"
    return READERS.get(marks[0], "") if marks else ""


def _composed(hint: object, path: str) -> str:
    """Return the words for a list, a mapping or something that may be left out."""
    inner = [part for part in get_args(hint) if part not in {type(None), ...}]
    match get_origin(hint):
        case builtins.tuple:
            return "list: " + _kind(inner[0], path).removeprefix("group: ")
        case builtins.dict:
            value = _kind(inner[1], path).removeprefix("group: ")
            return f"names of your own, each: {value}"
        case typing.Literal:
            return " or ".join(f"`{value}`" for value in inner)
        case typing.Annotated if OR_FALSE in inner:
            return f"{_kind(inner[0], path)}, or `false`"
        case typing.Annotated if OR_NAME in inner:
            return f"{_kind(inner[0], path)}, or text"
    return _kind(inner[0], path) if inner else "anything"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
