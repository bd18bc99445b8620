"""How texts, names and ids of a pack file are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BeforeValidator, Field

from auditor.profile.values import Text
from auditor.profile.wording import quote, refusal

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

__all__ = ["ONE_SENTENCE", "CheckId", "Name", "Texts", "not_formatted"]


@dataclass(frozen=True, slots=True)
class _OneOrMore(BeforeValidator):
    """Reads a single text where a list can stand."""

    grouped: bool = False
    """Whether an entry of the list is a group, for which a text can stand too."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        listed, text = handler(schema), {"type": "string", "minLength": 1}
        if not self.grouped:
            return {"anyOf": [text, listed]}
        entry = listed["items"]
        entries = listed | {"items": {"anyOf": [text, entry]}}
        return {"anyOf": [text, entry, entries]}


def _as_texts(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _as_sentences(value: object) -> object:
    entries = value if isinstance(value, list) else [value]
    return [{"text": one} if isinstance(one, str) else one for one in entries]


def not_formatted(values: dict[str, object]) -> dict[str, object]:
    """Refuse what Python would format, such as `{n:0999999999}`."""
    for value in values.values():
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, str) and {*"{}"} & {*entry.replace("{n}", "")}:
                raise ValueError(f"{quote(entry)} has braces; only {{n}} has some here")
    return values


ONE_TEXT = _OneOrMore(_as_texts)
ONE_SENTENCE = _OneOrMore(_as_sentences, grouped=True)
NAME: Final = r"^[a-z][a-z0-9_]{0,40}$"
CHECK_ID: Final = r"^[A-Z]{2}[0-9]{3}$"


def _shaped(kind: str, pattern: str, allowed: str) -> BeforeValidator:
    """Return what reads texts of a shape, and says in words which one."""

    def read(value: object) -> str:
        if isinstance(value, str) and re.fullmatch(pattern, value):
            return value
        raise refusal(kind, value, allowed)

    return BeforeValidator(read)


A_NAME: Final = _shaped(
    "name",
    NAME,
    "a name begins with a small letter; small letters, digits and _ may follow",
)
AN_ID: Final = _shaped(
    "check_id", CHECK_ID, "an id is two capital letters and three digits, as HO001"
)
CheckId = Annotated[Text, AN_ID, Field(pattern=CHECK_ID)]
"""Two capital letters and three digits."""
Texts = Annotated[tuple[Text, ...], ONE_TEXT]
"""One text, or several."""
Name = Annotated[str, A_NAME, Field(pattern=NAME)]
"""A name that expressions use: small letters, digits and underscores."""
