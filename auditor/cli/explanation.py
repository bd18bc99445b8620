"""A check explained: as text for a terminal, and as a record for programs.

As Markdown, the catalogue of checks has the same.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Final

from auditor.bibliography import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.checks import Area, Check
    from auditor.example import Example
    from auditor.parameter import Parameter

__all__ = ["as_json", "as_text"]

WIDTH: Final = 88
"""Columns of a paragraph in a terminal that is wide enough; ours."""
INDENT: Final = "  "
LISTS: Final = {"Conditions", "Thresholds", "Examples", "Sources"}
"""Headings whose entries make a list; those of the others are paragraphs."""


def as_text(check: Check, area: Area, width: int) -> str:
    """Return what there is to know about a check, in the order in which people ask.

    Args:
        check: The check.
        area: The area that it belongs to.
        width: Columns of the terminal.
    """
    columns = min(width, WIDTH)
    lines = [f"{check.id} {check.title}", ""]
    lines += [f"{INDENT}{name + ':':<14}{fact}" for name, fact in _facts(check, area)]
    for heading, entries in _sections(check):
        if entries:
            is_list = heading in LISTS
            bullet, gap = (f"{INDENT}- ", "\n") if is_list else (INDENT, "\n\n")
            text = gap.join(_wrapped(entry, columns, bullet) for entry in entries)
            lines += ["", heading, text]
    return "\n".join(lines)


def as_json(check: Check, area: Area) -> dict[str, Any]:
    """Return what there is to know about a check, for programs."""
    return {
        "id": check.id,
        "aliases": list(check.aliases),
        "title": check.title,
        "area": area.id,
        "severity": check.severity,
        "effort": check.effort,
        "verification": check.verification,
        "needs": list(check.needs),
        "reads": list(check.reads),
        "tables": list(check.tables),
        "why": check.why,
        "logic": check.explain(),
        "conditions": list(check.conditions),
        "parameters": [_parameter_record(entry) for entry in check.parameters],
        "examples": [_example_record(example) for example in check.examples],
        "remedy": check.remedy,
        "sources": [_source_record(source) for source in check.sources],
    }


def _wrapped(entry: str, columns: int, bullet: str) -> str:
    """Return a paragraph in lines of so many columns; addresses stay whole."""
    return textwrap.fill(
        entry,
        columns,
        initial_indent=bullet,
        subsequent_indent=" " * len(bullet),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _facts(check: Check, area: Area) -> Iterator[tuple[str, str]]:
    yield "Area", area.title
    yield "Severity", check.severity
    yield "Effort", check.effort
    yield "Rests on", f"{check.verification.replace('_', '-')} evidence at best"
    if check.needs or check.reads:
        yield "Reads", ", ".join((*check.needs, *check.reads))
    if check.tables:
        yield "Measures", f"tables of {' and '.join(check.tables)}"
    if check.aliases:
        yield "Formerly", ", ".join(check.aliases)


def _sections(check: Check) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield headings, each with its paragraphs or entries."""
    yield "Why", _paragraphs(check.why)
    yield "How it is judged", _paragraphs(check.explain())
    yield "Conditions", check.conditions
    yield "Thresholds", tuple(map(_threshold, check.parameters))
    yield "Examples", tuple(map(_example, check.examples))
    yield "How to meet it", _paragraphs(check.remedy)
    yield "Sources", tuple(map(_work, check.sources))


def _paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text, each on one line."""
    return tuple(" ".join(part.split()) for part in text.split("\n\n"))


def _threshold(parameter: Parameter) -> str:
    source = parameter.source
    origin = _short(source) if isinstance(source, Source) else "our own judgement"
    value = parameter.written(parameter.default)
    return f"{parameter.name} = {value}: {parameter.meaning} ({origin})"


def _example(example: Example) -> str:
    outcome = "contradicted" if example.contradicted else example.outcome
    return f"{outcome.replace('_', ' ')}: {example.title}"


def _short(source: Source) -> str:
    """Return a work as it is cited in passing."""
    return f"{source.author}, {source.year}" if source.year else source.author


def _work(source: Source) -> str:
    """Return a work as a list of sources gives it."""
    work = f"{_short(source)}: {source.title}"
    work += f". {source.address}" if source.address else ""
    return f"{work} ({source.access.words})"


def _parameter_record(parameter: Parameter) -> dict[str, Any]:
    source = parameter.source
    return {
        "name": parameter.name,
        "default": parameter.default,
        "unit": parameter.unit,
        "meaning": parameter.meaning,
        "source": source.key if isinstance(source, Source) else source,
    }


def _example_record(example: Example) -> dict[str, Any]:
    return {
        "outcome": example.outcome,
        "contradicted": example.contradicted,
        "title": example.title,
        "patch": example.patch,
        "evidence": {
            kind: [{"count": some.count, "values": some.values} for some in table]
            for kind, table in example.evidence.items()
        },
    }


def _source_record(source: Source) -> dict[str, Any]:
    return {
        "key": source.key,
        "author": source.author,
        "title": source.title,
        "year": source.year,
        "address": source.address,
        "access": source.access,
    }
