"""Checking a pack: its examples, what they reach, and how its texts read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING, Final

from auditor.packs.judging import PackJudge
from auditor.packs.translations import lacking, misread, said_texts
from auditor.testing.judging import context_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.checks import Check, Context, Example
    from auditor.errors import Position
    from auditor.finding import Outcome, Verdict
    from auditor.packs.pack_file import CheckPart
    from auditor.packs.reading import Pack

__all__ = ["Slip", "rehearsed"]

LONGEST_TITLE: Final = 70
"""Ours: characters of a title, which stands in tables."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Something about a pack that should be mended."""

    message: str
    """What, in a sentence."""
    position: Position | None
    """Where in the pack."""
    serious: bool = True
    """Whether the pack should not be used as it is."""

    def __str__(self) -> str:
        note = "" if self.serious else "Note: "
        return f"{self.position}: {note}{self.message}"


def rehearsed(pack: Pack) -> list[Slip]:
    """Return what should be mended about a pack, in the order of its file."""
    slips: list[Slip] = []
    for number, (check, part) in enumerate(
        zip(pack.area.checks, pack.file.checks, strict=True)
    ):
        trial = _Trial(pack, check, part, f"/checks/{number}")
        slips += [*trial.examples(), *trial.texts()]
    slips += _translations(pack)
    return sorted(slips, key=lambda slip: (slip.position is None, slip.position))


@dataclass(frozen=True, slots=True)
class _Trial:
    """One check of a pack, tried."""

    pack: Pack
    check: Check
    part: CheckPart
    pointer: str

    def slip(self, message: str, *keys: str | int, serious: bool = True) -> Slip:
        at = "/".join((self.pointer, *map(str, keys)))
        return Slip(f"{self.check.id}: {message}", self.pack.locate(at), serious)

    def examples(self) -> Iterator[Slip]:
        """Yield examples that do not hold, and outcomes that none reaches."""
        reached: set[int] = set()
        for number, example in enumerate(self.check.examples):
            yield from self._example(number, example, reached)
        for number, each in enumerate(self.part.outcomes):
            if number not in reached:
                message = f"No example reaches this outcome ({each.outcome})."
                yield self.slip(message, "outcomes", number)

    def _example(
        self, number: int, example: Example, reached: set[int]
    ) -> Iterator[Slip]:
        try:
            context = context_with(
                self.check,
                example.patch,
                evidence=example.evidence,
                assurance=example.assurance,
            )
            verdict = self.check.assess(context)
        # The patch may make no profile, the rows no table, an expression no sense.
        except Exception as error:  # noqa: BLE001 - whatever an example sets off is told
            told = " ".join(str(error).split())[:300]
            yield self.slip(f"{example.title!r} fails: {told}", "examples", number)
            return
        promised = (example.outcome, example.contradicted)
        if (verdict.outcome, verdict.contradicted) != promised:
            message = (
                f"{example.title!r} should be {_told(*promised)} and is "
                f"{_told(verdict.outcome, verdict.contradicted)}: {verdict.reason}"
            )
            yield self.slip(message, "examples", number)
        reached |= self._outcomes_of(context)
        yield from self._said(verdict, number)

    def _outcomes_of(self, context: Context) -> set[int]:
        """Return the number of the outcome that an example reaches, if any."""
        judge, check = self.check.judge, self.check
        lacking = any(map(context.evidence.lacking, check.tables))
        if lacking or check.unanswered(context.profile):
            return set()
        assert isinstance(judge, PackJudge)  # noqa: S101 - packs make no other
        chosen, _ = judge.tried(context)
        return set() if chosen is None else {chosen}

    def _said(self, verdict: Verdict, number: int) -> Iterator[Slip]:
        """Yield what is wrong with how an outcome reads."""
        for kind, text in (("reason", verdict.reason), ("advice", verdict.advice)):
            if text and not _is_sentence(text):
                message = f"This example's {kind} is no whole sentence: {text!r:.200}."
                yield self.slip(message, "examples", number)

    def texts(self) -> Iterator[Slip]:
        """Yield texts that do not read as they should."""
        part = self.part
        if not part.title[0].isupper() or part.title.endswith("."):
            message = "A title begins with a capital and has no full stop."
            yield self.slip(message, "title")
        if len(part.title) > LONGEST_TITLE:
            length = f"{len(part.title)} characters, more than {LONGEST_TITLE}"
            message = f"The title has {length}."
            yield self.slip(message, "title", serious=False)
        for key in ("why", "remedy", "logic"):
            text = getattr(part, key)
            if text and not _is_sentence(text):
                yield self.slip(f"{key!r} has to be whole sentences.", key)
        if part.logic:
            named = {name for _, name, _, _ in Formatter().parse(part.logic)}
            for name in part.parameters:
                if name not in named:
                    message = f"'logic' does not say the parameter {name!r}."
                    yield self.slip(message, "logic", serious=False)
        titles = [example.title for example in part.examples]
        for number, title in enumerate(titles):
            if title in titles[:number]:
                message = f"Two examples are called {title!r}."
                yield self.slip(message, "examples", number, serious=False)


def _translations(pack: Pack) -> Iterator[Slip]:
    """Yield texts that a language lacks, and translations that say something else."""
    texts = set(said_texts(pack.file))
    for tag, part in pack.file.translations.items():
        at = pack.locate(f"/translations/{tag}")
        if missing := lacking(pack.file, part):
            number = f"{len(missing)} text{'s' * (len(missing) != 1)}"
            message = f"{number} without translation, such as {missing[0]!r:.80}."
            yield Slip(message, at, serious=False)
        for text in part.texts:
            if text not in texts:
                message = f"The pack has no text {text!r:.80}."
                yield Slip(message, at, serious=False)
        for text in misread(part):
            message = f"The translation has placeholders of its own: {text!r:.80}."
            yield Slip(message, at)


def _is_sentence(text: str) -> bool:
    first = re.match(r"[A-Z0-9\"'`]", text)
    return first is not None and text.endswith((".", "?"))


def _told(outcome: Outcome, contradicted: bool) -> str:  # noqa: FBT001 - as a pair
    word = outcome.replace("_", " ")
    return f"{word} and contradicted" if contradicted else word
