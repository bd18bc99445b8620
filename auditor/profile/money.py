"""Amounts of money: "50 GBP"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pydantic_core import core_schema

from auditor.profile.wording import refusal

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

__all__ = ["Money"]

PATTERN: Final = r"([0-9]{1,12}(?:\.[0-9]{1,2})?) ?([A-Z]{3})"
ALLOWED: Final = (
    "write the amount without thousands separators and the currency's three "
    "capitals, such as 50 GBP or 1250.50 EUR"
)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency; validates from text in a profile.

    Thousands separators are refused: "1.000 EUR" is one euro to some readers.
    """

    amount: Decimal
    """Units of the currency, 0 or more, with two decimals at most."""
    currency: str
    """Three capitals, such as `GBP` (ISO 4217, not looked up)."""

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: object, _handler: object
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _money, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _core: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        examples = ["50 GBP", "1250.50 EUR"]
        return {"type": "string", "pattern": f"^{PATTERN}$", "examples": examples}


def _money(value: object) -> Money:
    """Validate an amount of money, or say what is wrong with it."""
    if isinstance(value, Money):
        return value
    found = re.fullmatch(PATTERN, value.strip()) if isinstance(value, str) else None
    if found is None:
        raise refusal("money", value, ALLOWED)
    return Money(Decimal(found[1]), found[2])
