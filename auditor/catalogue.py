"""The catalogue of checks in Markdown, and a single check of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.bibliography import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from enum import StrEnum

    from auditor.checks import Area, Check
    from auditor.parameter import Parameter

__all__ = ["catalogue", "explained"]

PREFACE: Final = """\
# Checks

All checks that cxaudit brings along, by area. This page is generated from the checks
themselves (`make catalogue`); `cxaudit checks explain ID` prints a single one.

Severity says how much it matters that a criterion is not met, effort what it takes to
meet it: small is less than two weeks, medium about a quarter, large more. *Declared*,
*artefact*, *computed* and *cross check* say on what a verdict can rest at best. A
threshold without a source is ours and says so; a rubric file can set every one
otherwise.
"""


def catalogue(areas: Iterable[Area]) -> str:
    """Return the catalogue of these areas' checks as one Markdown page."""
    return "\n".join(line.rstrip() for line in _pages(areas)).rstrip() + "\n"


def explained(check: Check, *, level: int = 1) -> str:
    """Return everything there is to say of one check, as Markdown.

    Args:
        check: The check.
        level: Level of the heading, from 1.
    """
    return "\n".join(_lines(check, level)) + "\n"


def _pages(areas: Iterable[Area]) -> Iterator[str]:
    areas = tuple(areas)
    yield PREFACE
    yield ""
    yield from ("| check | criterion | severity | effort |", "|---|---|---|---|")
    for check in (check for area in areas for check in area.checks):
        link = f"[{check.id}](#{check.id.lower()})"
        yield f"| {link} | {check.title} | {check.severity} | {check.effort} |"
    for area in areas:
        yield f"\n## {area.title}\n\n{area.summary}\n"
        for check in area.checks:
            yield explained(check, level=3)


def _lines(check: Check, level: int) -> Iterator[str]:
    heading = "#" * level
    # The heading is the id alone, so that a link to it outlives a new wording.
    yield f"{heading} {check.id}\n"
    yield f"**{check.title}.** {check.why}\n"
    yield (
        f"Severity {check.severity}, effort {check.effort}, "
        f"rests on {_words(check.verification)} evidence at best."
    )
    if check.aliases:
        yield f"Formerly {', '.join(check.aliases)}."
    yield f"\n{heading}# How it is judged\n\n{check.explain()}\n"
    if check.conditions:
        yield from (f"- {condition}" for condition in check.conditions)
        yield ""
    if check.needs:
        keys = ", ".join(f"`{key}`" for key in check.needs)
        yield f"Not assessed while the profile says nothing under {keys}.\n"
    if check.tables:
        kinds = " and ".join(check.tables)
        yield f"Not assessed without [a table](guide-to-evidence.md) of {kinds}.\n"
    if check.parameters:
        yield from ("| threshold | value | bounds | whose |", "|---|---|---|---|")
        yield from map(_row, check.parameters)
        yield ""
    yield f"{heading}# How to meet it\n\n{check.remedy}\n"
    yield f"{heading}# Examples\n"
    for example in check.examples:
        contradicted = ", contradicted" if example.contradicted else ""
        yield f"- {example.title}: {_words(example.outcome)}{contradicted}"
    yield f"\n{heading}# Sources\n"
    yield from map(_reference, check.sources)
    yield ""


def _row(parameter: Parameter) -> str:
    """Return a table row that says what a threshold bounds, and whose it is."""
    whose = parameter.source
    author = whose.author if isinstance(whose, Source) else "ours"
    value = parameter.written(parameter.default)
    return f"| `{parameter.name}` | {value} | {parameter.meaning} | {author} |"


def _reference(source: Source) -> str:
    year = f", {source.year}" if source.year else ""
    address = f" <{source.address}>" if source.address else ""
    return f"- {source.author}, *{source.title}*{year} ({source.access}).{address}"


def _words(value: StrEnum) -> str:
    return value.replace("_", " ")
