"""Words of judgement that checks share: grades of a figure, shares of a list, ages.

Figures are compared unrounded; a report rounds them.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Generic, Literal, TypeVar

from auditor.finding import Outcome, Verdict
from auditor.profile import Section
from auditor.profile.periods import began
from auditor.translation import Message, listed, message, plural

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from auditor.checks import Context
    from auditor.finding import Verification

__all__ = [
    "PERIOD",
    "Tally",
    "at_least",
    "at_most",
    "completed",
    "counted",
    "happened",
    "months_before",
    "named",
    "recent",
    "tally",
]

S = TypeVar("S", bound=Section)

PERIOD: Final = 12
"""Ours: months before the audit that evidence is looked at for."""
NAMED: Final = 3
"""Ours: how many names a sentence takes before it becomes a list."""


def at_least(value: float, met: float, partly: float) -> Outcome:
    """Grade a figure of which more is better: met from `met`, partly from `partly`.

    Args:
        value: The figure, unrounded.
        met: The lowest value that is met, in the unit of the figure.
        partly: The lowest value that is partly met.
    """
    if value >= met:
        return Outcome.MET
    return Outcome.PARTLY_MET if value >= partly else Outcome.NOT_MET


def at_most(value: float, met: float, partly: float) -> Outcome:
    """Grade a figure of which less is better: met up to `met`, partly to `partly`.

    Args:
        value: The figure, unrounded.
        met: The highest value that is met, in the unit of the figure.
        partly: The highest value that is partly met.
    """
    if value <= met:
        return Outcome.MET
    return Outcome.PARTLY_MET if value <= partly else Outcome.NOT_MET


def months_before(day: date, months: int) -> date:
    """Return the same day of an earlier month, or that month's last day.

    Args:
        day: The day to count back from.
        months: How many months, in whole numbers.

    Raises:
        ValueError: If that is before the year 1.
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def happened(context: Context, day: date | Literal[False] | None) -> bool:
    """Whether `day` is no later than the audit; no day has not happened.

    A month, quarter or year has happened once it has begun.

    Args:
        context: What the check sees.
        day: A day of the profile.
    """
    return isinstance(day, date) and began(day) <= context.as_of


def recent(context: Context, day: date | Literal[False] | None, months: float) -> bool:
    """Whether `day` lies in the `months` before the audit, both ends included.

    A day after the audit is not recent: it has not happened. Neither is no day. A
    month, quarter or year counts by its last day, and has happened once it has begun.

    Args:
        context: What the check sees.
        day: A day of the profile.
        months: How many; of a fraction the whole months.
    """
    if not isinstance(day, date) or not happened(context, day):
        return False
    return months_before(context.as_of, int(months)) <= day


def counted(number: int, noun: str, nouns: str = "") -> Message:
    """Return a number with its noun: "1 metric", "3 metrics".

    Args:
        number: How many.
        noun: What, in the singular.
        nouns: The plural; the singular with an s if absent.
    """
    return plural(f"{{n:,}} {noun}", f"{{n:,}} {nouns or noun + 's'}", number)


def named(names: Iterable[str]) -> Message:
    """Return names as a sentence lists them: "a, b, c and 2 more".

    Args:
        names: Any number; of more than three the others are counted.
    """
    every = tuple(names)
    first = list(every[:NAMED])
    if len(every) > NAMED:
        first.append(message("{number:,} more", number=len(every) - NAMED))
    return listed(first)


def completed(reason: str, **values: object) -> str:
    """Return a reason with these values for its `{placeholders}`.

    In a text that is no message, only these: it may hold a profile's own words, braces
    and all.
    """
    if isinstance(reason, Message):
        return reason.filled(**values)
    for name, value in values.items():
        reason = reason.replace(f"{{{name}}}", str(value))
    return reason


@dataclass(frozen=True, slots=True)
class Tally(Generic[S]):
    """How many parts of a list have what is asked for."""

    having: tuple[S, ...]
    """The parts that have it."""
    lacking: tuple[S, ...]
    """The parts that lack it."""

    @property
    def total(self) -> int:
        """How many parts there are."""
        return len(self.having) + len(self.lacking)

    @property
    def share(self) -> float:
        """Share of parts that have it, from 0 to 1.

        Raises:
            ZeroDivisionError: If there are no parts; ask `total` first.
        """
        return len(self.having) / self.total

    def verdict(
        self,
        context: Context,
        reason: str,
        *,
        advice: str = "",
        answered_by: str = "",
        verified_by: Verification | None = None,
    ) -> Verdict:
        """Grade the share by the check's parameters `met` and `partly`.

        A share of nothing is not assessed, never 100 %. In `reason`, `{having}`,
        `{lacking}` and `{total}` stand for the counts; a message may give them itself.

        Args:
            context: What the check sees.
            reason: One or more sentences.
            advice: What to do, where the check's remedy does not fit.
            answered_by: The key that would answer it, where there are no parts.
            verified_by: On what the verdict rests, if not on what the check says.

        Raises:
            KeyError: If the check has no parameter `met` or `partly`.
        """
        if not self.total:
            nothing = message(
                "There is nothing of the kind in the profile to take a share of."
            )
            keys = (answered_by,) if answered_by else ()
            return Verdict(Outcome.NOT_ASSESSED, nothing, answered_by=keys)
        met, partly = context.parameters["met"], context.parameters["partly"]
        return Verdict(
            at_least(self.share, met, partly),
            completed(
                reason,
                having=len(self.having),
                lacking=len(self.lacking),
                total=self.total,
            ),
            advice,
            share=self.share,
            where=tuple(part.pointer for part in self.lacking or self.having),
            verified_by=verified_by,
        )


def tally(parts: Iterable[S], has: Callable[[S], object]) -> Tally[S]:
    """Count the parts that have what `has` looks for.

    Args:
        parts: Parts of the profile, such as its stages.
        has: Returns something true of a part that has it.
    """
    having: list[S] = []
    lacking: list[S] = []
    for part in parts:
        (having if has(part) else lacking).append(part)
    return Tally(tuple(having), tuple(lacking))
