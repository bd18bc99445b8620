"""Checking a pack: its examples, what they reach, and how its texts read."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from auditor.errors import InputError
from auditor.grading import counted
from auditor.packs.installing import holders_of_ids, taken_ids
from auditor.packs.translations import lacking, misread, said_texts
from auditor.plugin.choosing import BUILT_IN
from auditor.plugin.collection import Plugins
from auditor.profile.profile import profile_model
from auditor.profile.validation import validated
from auditor.testing.exemplary import (
    exemplary_document,
    installed_extensions,
    patched,
)
from auditor.testing.judging import context_with
from auditor.testing.promises.worded import of_sentence, of_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.checks import Check, Context
    from auditor.errors import Position
    from auditor.example import Example
    from auditor.finding import Verdict
    from auditor.packs.judging import PackJudge
    from auditor.packs.pack_file import CheckPart
    from auditor.packs.reading import Pack

__all__ = ["Slip", "rehearsed"]

LONGEST_ECHO: Final = 300
"""Ours: characters of an error that are repeated."""


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
    # Only ours: a plugin that is installed may bring this very pack.
    ours = holders_of_ids(Plugins.load([BUILT_IN]))
    slips = [
        Slip(f"{one.message} {one.hint}", one.position) for one in taken_ids(pack, ours)
    ]
    for number, (check, part) in enumerate(
        zip(pack.area.checks, pack.file.checks, strict=True)
    ):
        judge = pack.judges[check.id]
        trial = _Trial(pack, check, judge, part, f"/checks/{number}")
        slips += [*trial.examples(), *trial.texts()]
    slips += _translations(pack)
    return sorted(slips, key=lambda slip: (slip.position is None, slip.position))


@dataclass(frozen=True, slots=True)
class _Trial:
    """One check of a pack, tried."""

    pack: Pack
    check: Check
    judge: PackJudge
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
        except ValidationError:
            yield from self._misread(number, example)
            return
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told at the line of the example
            told = " ".join(str(error).split())[:LONGEST_ECHO]
            yield self.slip(f"{example.title!r} fails: {told}", "examples", number)
            return
        promised, found = _told(example), _told(verdict)
        if found != promised:
            message = (
                f"{example.title!r} should be {promised} and is {found}: "
                f"{verdict.reason}"
            )
            yield self.slip(message, "examples", number)
        reached |= self._outcomes_of(context)
        yield from self._said(verdict, number)

    def _misread(self, number: int, example: Example) -> Iterator[Slip]:
        """Yield why the patch of an example makes no profile, where it stands."""
        added = installed_extensions() if "extensions" in example.patch else ()
        document = patched(exemplary_document(), example.patch)
        keys = f"{self.pointer}/examples/{number}/patch"
        place = self.pack.document.place.nearest(keys)
        try:
            validated(profile_model(added), document, place)
        except InputError as error:
            for one in error.problems:
                told = f"{self.check.id}: {example.title!r}: {one.message} {one.hint}"
                yield Slip(told.rstrip(), one.position)

    def _outcomes_of(self, context: Context) -> set[int]:
        """Return the number of the outcome that an example reaches, if any."""
        lacking = any(map(context.evidence.lacking, self.check.tables))
        if lacking or self.check.unanswered(context.profile):
            return set()
        chosen, _ = self.judge.tried(context)
        return set() if chosen is None else {chosen}

    def _said(self, verdict: Verdict, number: int) -> Iterator[Slip]:
        """Yield what is wrong with how an outcome reads."""
        said = {"reason": verdict.reason, "advice": verdict.advice}
        for part, text in said.items():
            if text and (fault := of_sentence(part, text)):
                yield self.slip(fault, "examples", number)

    def texts(self) -> Iterator[Slip]:
        """Yield texts that do not read as they should."""
        part = self.part
        for fault in filter(None, of_title(part.title)):
            yield self.slip(fault, "title")
        texts = {"why": part.why, "remedy": part.remedy, "logic": part.logic}
        for key, text in texts.items():
            if text and (fault := of_sentence(key, text)):
                yield self.slip(fault, key)
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
            number = counted(len(missing), "text")
            message = f"{number} without translation, such as {missing[0]!r:.80}."
            yield Slip(message, at, serious=False)
        for text in part.texts:
            if text not in texts:
                message = f"The pack has no text {text!r:.80}."
                yield Slip(message, at, serious=False)
        for text in misread(part):
            message = f"The translation has placeholders of its own: {text!r:.80}."
            yield Slip(message, at)


def _told(said: Example | Verdict) -> str:
    """Return what an example promises, or a verdict says, in words."""
    word = said.outcome.replace("_", " ")
    return f"{word} and contradicted" if said.contradicted else word
