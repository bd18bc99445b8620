"""A language of reports: its translations, and how it writes numbers and days."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from gettext import c2py
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["ENGLISH", "Language", "speaking", "spoken_language"]


MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Not `strftime`: its names follow the locale of the process."""


def _english_day(day: date, how: str) -> str:
    """Return a day: "2026-11-21", `long`, `brief` ("21 Nov 2026"), or its `month`."""
    month = MONTHS[day.month - 1]
    match how:
        case "long":
            return f"{day.day} {month} {day.year}"
        case "brief":
            return f"{day.day} {month[:3]} {day.year}"
        case "month":
            return f"{month} {day.year}"
        case "brief_month":
            return f"{month[:3]} {day.year % 100:02}"
        case _:
            return f"{day:%Y-%m-%d}"


def _plural(fraction: float) -> int:
    """Return two: a fraction takes the plural, as in English."""
    del fraction
    return 2


@lru_cache(maxsize=16)
def _forms_by(rule: str) -> Callable[[int], int]:
    return c2py(rule)


@dataclass(frozen=True, slots=True)
class Language:
    """What it takes to say a report in a language."""

    tag: str
    """Its tag (BCP 47), such as `de` or `fr-CH`."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Translations by English template."""
    plurals: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """The forms of what a number decides, by the English forms for one and for many."""
    rule: str = "n != 1"
    """The place of the form that fits a number, as gettext's files say it in C."""
    decimal: str = "."
    """What stands before decimals."""
    group: str = ","
    """What stands between groups of three digits."""
    whole: Callable[[float], int] = _plural
    """Returns the whole number whose form a fraction takes."""
    day: Callable[[date, str], str] = _english_day
    """Returns a day as the language writes it: `long`, `brief`, its `month`, or in
    digits."""

    def form(self, one: str, many: str = "", number: float | None = None) -> str:
        """Return the template to fill in; the English one where there is no other."""
        if number is None or not many:
            return self.texts.get(one, one)
        forms = self.plurals.get((one, many))
        if forms is None:
            return one if number == 1 else many
        whole = int(number) if number == int(number) else self.whole(number)
        return forms[min(_forms_by(self.rule)(whole), len(forms) - 1)]

    def written(self, value: object, spec: str = "") -> str:
        """Return a number or a day as the language writes it; texts as they are."""
        if isinstance(value, str):
            return value
        if isinstance(value, date):
            return self.day(value, spec)
        return self._number(format(value, spec))

    def _number(self, text: str) -> str:
        """Return a number that is written in English with this language's marks."""
        if self.decimal == "." and self.group == ",":
            return text
        return text.translate({ord(","): self.group, ord("."): self.decimal})


ENGLISH: Final = Language("en-GB")
"""The language in which everything is written first."""

_SPOKEN: Final = ContextVar("language", default=ENGLISH)


def spoken_language() -> Language:
    """Return the language that a report is being written in here; English first."""
    return _SPOKEN.get()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Write in a language for as long as this lasts, in this thread or task alone.

    Args:
        language: The language, such as `report.language`.
    """
    token = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(token)
