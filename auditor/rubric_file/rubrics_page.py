"""The rubrics that come with cxaudit, each departure with its source, in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.bibliography import OURS, Source
from auditor.measure_limits import LIMITS, target_in_words
from auditor.rubric import Rubric, thresholds_of
from auditor.rubric_file.installed import installed_rubrics
from auditor.rubric_file.reasons import departures, reason_for, works_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.checks import Area
    from auditor.rubric_file.model import Reason, RubricFile
    from auditor.rubric_file.reading import Overlay

__all__ = ["rubrics_page"]

PREFACE: Final = """\
# Rubrics

What an audit can be held against by name: `cxaudit run --rubric financial_services`.
This page is generated from the files themselves (`make catalogue`). `cxaudit rubric
list` lists what is installed, plugins' rubrics too; `cxaudit rubric diff cxaudit NAME
--profile FILE` says whose findings would change.

The rubric of a sector departs from the built-in one where a published work gives a
reason, or where we have one of our own and say so. Where neither is so, the usual value
stays: no figure here is invented. No work gives severities: the source of one says why
it was raised, how far is our judgement. A value that is the usual one stands here so
that the sector keeps it if the usual one moves.

[The guide for consultants](guide-for-consultants.md#sectors-and-rubrics-of-your-own)
shows how to write one of your own.
"""


def rubrics_page(areas: Iterable[Area]) -> str:
    """Return one Markdown page on all rubrics that come with cxaudit but the usual."""
    return "\n".join(_lines(tuple(areas))).rstrip() + "\n"


def _lines(areas: tuple[Area, ...]) -> Iterator[str]:
    yield PREFACE
    for rubric in installed_rubrics():
        if rubric.overlay is None:
            continue
        yield f"## {rubric.title}\n"
        yield f"`--rubric {rubric.name}`, version {rubric.version}. {rubric.summary}\n"
        if extended := rubric.overlay.extended:
            yield f"Laid over [{extended.said.name}](#{_anchor(extended.said.name)}).\n"
        yield from ("| what | usual | here | why | whose |", "|---|---|---|---|---|")
        yield from _rows(rubric.overlay, areas)
        yield ""


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def _rows(overlay: Overlay, areas: tuple[Area, ...]) -> Iterator[str]:
    usual, here = Rubric.built_in(areas), overlay.laid_over(areas)
    for keys in departures(overlay.said, overlay.document):
        reason = reason_for(overlay.said, keys)
        cells = (
            _what(keys, areas),
            _value(keys, usual, areas),
            _value(keys, here, areas),
            reason.because if reason and reason.because else "",
            _whose(reason, overlay.said),
        )
        yield f"| {' | '.join(cells)} |"


def _what(keys: tuple[str, ...], areas: tuple[Area, ...]) -> str:
    checks = {check.id: check for area in areas for check in area.checks}
    match keys:
        case ("limits", name):
            return f"`{name}`: {LIMITS[name].meaning}"
        case ("first_response", kind):
            return f"first answer by {kind} without a promise"
        case ("checks", check, *_, last):
            link = f"[{check}](checks.md#{check.lower()})"
            return f"{link} {checks[check].title}: {last}"
        case _:
            *_, name = keys
            link = f"[{name}](checks.md#{name.lower()})"
            return f"{link} {checks[name].title}"


def _value(keys: tuple[str, ...], rubric: Rubric, areas: tuple[Area, ...]) -> str:
    match keys:
        case ("limits", name):
            return str(LIMITS[name].written(getattr(rubric.limits, name)))
        case ("first_response", kind):
            target = rubric.limits.first_response.get(kind)
            return str(target_in_words(target)) if target else "none"
        case ("checks", check, "severity"):
            return rubric.severities[check].value
        case ("checks", check, _, name):
            threshold = thresholds_of(areas)[check, name]
            return str(threshold.written(rubric.parameters[check][name]))
        case _:
            return "asked" if keys[-1] in rubric.selected else "not asked"


def _whose(reason: Reason | None, said: RubricFile) -> str:
    """Return the work that a reason rests on, with a link, and how far it was read."""
    if reason is None or reason.source == OURS:
        return "ours"
    work = works_known(said)[reason.source]
    title = f"[*{work.title}*]({work.address})" if work.address else f"*{work.title}*"
    read = f" ({work.access})" if isinstance(work, Source) else ""
    return f"{work.author}, {title}{read}"
