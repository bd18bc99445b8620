"""From pydantic's errors to problems at file:line:column, in plain words.

Each problem says what was found, what is allowed and, for a word that is not known,
the nearest one that is. All problems of a document are told at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from auditor.errors import InputError, Problem
from auditor.profile.extensions import WITHHELD, Extensions
from auditor.profile.limits import shortened
from auditor.profile.places import pointer_to
from auditor.profile.vocabulary_map import homes_of, keys_at, parts_at
from auditor.profile.wording import describe, nearest, quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic_core import ErrorDetails

    from auditor.errors import Position
    from auditor.profile.places import Place

__all__ = ["validated"]

Model = TypeVar("Model", bound=BaseModel)

MOST_LISTED: Final = 40
"""Allowed words that a message lists."""

SHAPES: Final = {
    "model_type": "a group of keys, such as 'name: …' on lines of their own",
    "model_attributes_type": "a group of keys, such as 'name: …' on lines of their own",
    "dict_type": "a group of keys, such as 'name: …' on lines of their own",
    "tuple_type": "a list, such as [one, two] or lines that begin with '- '",
    "list_type": "a list, such as [one, two] or lines that begin with '- '",
}
"""What to write, by pydantic's type of error."""


def validated(model: type[Model], value: object, place: Place | None = None) -> Model:
    """Return `value` as an instance of `model`.

    Args:
        model: The model that says what is allowed.
        value: Plain values, as a document holds them.
        place: Where the values stand, so that problems can say it.

    Raises:
        InputError: With every problem, in the order of the file.
    """
    try:
        return model.model_validate(value)
    except ValidationError as error:
        details = error.errors(include_url=False)
    slips = [_slip(value, place, one) for one in details]
    slips.sort(key=lambda slip: (slip.at is not None, slip.at))
    # Put into words one by one, and only as many as are shown: finding the nearest
    # known word takes longer than finding the mistake.
    raise InputError(shortened(_problems(model, slips), len(slips)))


@dataclass(frozen=True, slots=True)
class _Slip:
    """One of pydantic's errors, and the value that it is about."""

    error: ErrorDetails
    keys: tuple[str | int, ...]
    """Keys and indexes that lead to the value."""
    at: Position | None
    """Where the value stands, or its key if that is what is wrong."""


def _slip(value: object, place: Place | None, error: ErrorDetails) -> _Slip:
    keys = _keys_in(value, error["loc"])
    if place is None:
        return _Slip(error, keys, None)
    near = place.nearest(pointer_to(keys))
    of_key = error["type"] == "extra_forbidden" and near.key is not None
    return _Slip(error, keys, near.key if of_key else near.at)


def _problems(model: type[BaseModel], slips: list[_Slip]) -> Iterator[Problem]:
    """Yield one problem for each value that cannot be used."""
    told: set[tuple[tuple[str | int, ...], str]] = set()
    for slip in slips:
        message, hint = _words(model, slip.keys, slip.error)
        # A union reports once for each member; one sentence for one value is enough.
        if (slip.keys, message) not in told:
            told.add((slip.keys, message))
            label = (
                _label(slip.keys) if slip.at else f"{pointer_to(slip.keys) or '/'}: "
            )
            yield Problem(f"{label}{message}.", slip.at, hint)


def _keys_in(value: object, loc: Sequence[str | int]) -> tuple[str | int, ...]:
    """Return the keys that lead to the value in question.

    What pydantic adds for members of unions leads nowhere in the value; a last key
    that is missing is kept.
    """
    keys: list[str | int] = []
    inner: Any = value
    for index, key in enumerate(loc):
        entries = len(inner) if isinstance(inner, list | tuple) else 0
        if (isinstance(inner, dict) and key in inner) or key in range(entries):
            inner = inner[key]
        elif index < len(loc) - 1 or not isinstance(inner, dict) or key == "[key]":
            continue
        keys.append(key)
    return tuple(keys)


def _label(keys: tuple[str | int, ...]) -> str:
    """Return the beginning of a sentence about the value that `keys` lead to."""
    if not keys:
        return ""
    last = keys[-1]
    if isinstance(last, str):
        return f"{quote(last)}: "
    owner = next((key for key in reversed(keys) if isinstance(key, str)), None)
    return f"entry {last + 1} of {quote(owner)}: " if owner else f"entry {last + 1}: "


def _words(
    model: type[BaseModel], keys: tuple[str | int, ...], error: ErrorDetails
) -> tuple[str, str]:
    """Return what is wrong, without a full stop, and a way out."""
    found, context = describe(error["input"]), error.get("ctx", {})
    message, hint = error["msg"], ""
    match error["type"]:
        case "refused":
            pass
        case kind if kind == WITHHELD:
            hint = "Leave out --isolate if you trust the plugin, else the key."
        case "extra_forbidden" if keys[:-1] == ("extensions",):
            message = "no plugin that is installed adds this key"
            hint = _way_to_extension(model, str(keys[-1]))
        case "extra_forbidden":
            message = "this key is not known here"
            hint = _way_to_key(model, keys, error["input"])
        case "missing":
            message = "this key is missing, and is required"
        case "enum" | "literal_error":
            message, hint = _choice(error["input"], context["expected"])
        case "value_error":
            message = str(context["error"]).rstrip(".")
        case kind if kind in SHAPES:
            message = f"found {found}; write {SHAPES[kind]}"
        case _:
            message = f"found {found}; {message.replace('Input', 'it')}"
    return message, hint


def _choice(value: object, expected: str) -> tuple[str, str]:
    """Return what to say of a word that is not on a closed list."""
    words = expected.replace(" or ", ", ").replace("'", "").split(", ")
    listed = ", ".join(words[:MOST_LISTED])
    near = nearest(value, words) if isinstance(value, str) else None
    hint = f"Did you mean {quote(near)}?" if near else ""
    return f"found {describe(value)}; allowed are {listed}", hint


def _way_to_extension(model: type[BaseModel], key: str) -> str:
    """Return which keys plugins add, and who adds the nearest one."""
    added = {
        extension.key: f"{quote(extension.key)} (plugin {extension.plugin})"
        for part in parts_at(model, "extensions")
        if issubclass(part, Extensions)
        for extension in part.added
    }
    if near := nearest(key, added):
        return f"Did you mean {added[near]}?"
    if not added:
        return "Install the plugin that does; `cxaudit plugins list` lists them."
    return f"Known are {', '.join(list(added.values())[:MOST_LISTED])}."


def _way_to_key(
    model: type[BaseModel], keys: tuple[str | int, ...], value: object
) -> str:
    """Return what may have been meant by an unknown key."""
    key, known = str(keys[-1]), keys_at(model, keys[:-1])
    if key in keys_at(model, ()):
        return "It belongs at the top: begin its line without spaces."
    if near := nearest(key, known):
        return f"Did you mean {quote(near)}?"
    if homes := homes_of(model, key):
        return f"It belongs under {' or '.join(quote(home) for home in homes)}."
    listed = ", ".join(known[:MOST_LISTED])
    hint = f"Known here are {listed}." if known else ""
    if value is None:
        hint = f"Put a text that holds a comma or colon in quotes. {hint}".rstrip()
    return hint
