"""What one table of evidence shows: its figures drawn, and those that have months."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.evidence.statistics.minimums import SHOWN_FROM, Standing, standing
from auditor.grading import PERIOD, months_before
from auditor.renderers import measured
from auditor.renderers.plain import short
from auditor.renderers.tables_of_evidence import wholes
from auditor.renderers.view.intervals import axis, whisker
from auditor.renderers.view.trends import by_month
from auditor.renderers.view.words import sentence, spoken
from auditor.translation import say, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from auditor.evidence import Measure, MeasuredTable
    from auditor.renderers.view.groups import Keyed
    from auditor.renderers.view.words import View
    from auditor.report import Report

__all__ = ["figures_of", "trends_of"]

# All ours: more than anybody reads of one table.
MOST_FIGURES: Final = 40
MOST_TRENDS: Final = 3
MOST_REASONS: Final = 8
LONGEST: Final = 300
LONGEST_REASON: Final = 60


def figures_of(table: MeasuredTable) -> list[View]:
    """Return the figures of a whole table, those of one unit on one line."""
    told = [m for m in wholes(table) if m.n or not m.by][:MOST_FIGURES]
    return [_figure(measure, told) for measure in told]


def _figure(measure: Measure, beside: Sequence[Measure]) -> View:
    """Return one figure, drawn on one line with those of its unit beside it."""
    hidden = bool(measure.by) and standing(measure.n) is Standing.SUPPRESSED
    is_count = measure.statistic == "count"
    judged = measured.is_judged(measure) and not is_count
    few = not measured.is_judged(measure) and not is_count
    # The rows of a table of invitations are waves: few of them are many answers.
    few = few and measure.low is not None
    ends = axis(measure.unit, [each for each in beside if each.unit == measure.unit])
    return {
        "name": measured.called(measure),
        "definition": sentence(short(say(measure.definition), LONGEST)),
        "figure": "" if hidden else measured.figure(measure),
        "interval": "" if hidden else measured.interval(measure),
        "n": say("Fewer than {least} rows", least=SHOWN_FROM)
        if hidden
        else measured.rows(measure),
        "few": say("not judged") if few else "",
        "left_out": _left_out(measure),
        "drawing": whisker(measure, ends) if judged else None,
    }


def _left_out(measure: Measure) -> str:
    """Return the rows under review that do not count, by reason."""
    reasons = [
        f"{short(say(reason), LONGEST_REASON)} {written(number, ',')}"
        for reason, number in measure.excluded.items()
        if not reason.endswith("the period under review")
    ]
    return "; ".join(reasons[:MOST_REASONS])


def trends_of(
    report: Report, table: MeasuredTable, figures: Mapping[tuple[str, str], Keyed]
) -> Iterator[View]:
    """Yield a drawing by month of each figure that has whole months enough.

    Args:
        report: The report, whose day ends the period under review.
        table: The table.
        figures: What its kind asks for first.
    """
    info = table.info
    if info.kind == "customers" or info.first is None or info.last is None:
        return
    first = max(info.first, months_before(report.as_of, PERIOD))
    drawn = 0
    for each in figures.values():
        months = {group[0]: m for group, m in each.get(("period",), {}).items()}
        drawing = by_month(months, first, info.last) if months else None
        if drawing and drawn < MOST_TRENDS:
            drawn += 1
            named = next(iter(months.values()))
            level = named.by.get("level", "")
            told = f" ({spoken(level)})" if level else ""
            yield {"name": f"{measured.name(named)}{told}", "drawing": drawing}
