"""The chart of the areas: what is certain, and what open questions decide.

A native chart with its figures in a workbook, so that it can be edited.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_PATTERN
from pptx.shapes.placeholder import ChartPlaceholder
from pptx.util import Pt

from auditor.renderers.figures import points, ranged
from auditor.renderers.office.archive import packed_again
from auditor.renderers.office.colours import Colours
from auditor.renderers.office.palette import ASIDE, RULE
from auditor.renderers.office.properties import day_of
from auditor.renderers.order import total_first
from auditor.renderers.plain import short
from auditor.renderers.pptx.filling import describe, speak
from auditor.renderers.xml_text import xml_text
from auditor.scoring import FULL
from auditor.translation import say

if TYPE_CHECKING:
    from pptx.chart.chart import Chart

    from auditor.report import Report
    from auditor.scoring import AreaScore

__all__ = ["write_chart"]

MOST_AREAS: Final = 10
LONGEST_NAME: Final = 30
DECIMALS: Final = 1


def write_chart(holder: Any, report: Report) -> None:
    """Write the chart into a placeholder."""
    # The scale is at the bottom, and bars are drawn from there.
    areas = total_first(report)[:MOST_AREAS][::-1]
    place = ChartPlaceholder(holder._element, holder._parent)
    figures = _figures(areas)
    frame = place.insert_chart(XL_CHART_TYPE.BAR_STACKED, figures)
    # The library's own workbook has the time of day in it.
    frame.chart.part.chart_workbook.update_from_xlsx_blob(_workbook(figures, report))
    describe(frame, _words(areas[::-1]))
    speak(frame.chart.element)
    _set_look(frame.chart, Colours.of(report.engagement))


def _figures(areas: list[AreaScore]) -> CategoryChartData:
    figures = CategoryChartData(number_format="0.0")
    figures.categories = [f"{_name(area)}  {points(area.score)}" for area in areas]
    certain = [round(area.low or 0.0, DECIMALS) for area in areas]
    possible = [FULL if area.high is None else area.high for area in areas]
    figures.add_series(say("Certain"), certain)
    figures.add_series(
        say("Depends on what is not known"),
        [
            round(high - low, DECIMALS)
            for low, high in zip(certain, possible, strict=True)
        ],
    )
    return figures


def _workbook(figures: CategoryChartData, report: Report) -> bytes:
    """Return the figures of a chart as the workbook in which they are edited."""
    saved = BytesIO()
    workbook = xlsxwriter.Workbook(saved, {"in_memory": True})
    workbook.set_properties({"created": day_of(report).replace(tzinfo=None)})
    sheet = workbook.add_worksheet("Sheet1")
    for line, category in enumerate(figures.categories, 1):
        sheet.write_string(line, 0, str(category.label))
    for number, series in enumerate(figures, 1):
        sheet.write_string(0, number, series.name)
        for line, value in enumerate(series.values, 1):
            sheet.write_number(line, number, value)
    workbook.close()
    return packed_again(saved.getvalue())


def _name(area: AreaScore) -> str:
    return xml_text(short(say(area.title), LONGEST_NAME))


def _words(areas: list[AreaScore]) -> str:
    """Return what the chart shows, for those who do not see it."""
    told = (f"{_name(a)} {ranged(a.score, a.low, a.high)}" for a in areas)
    return say("Score of 100 and its range by area: {areas}.", areas="; ".join(told))


def _set_look(chart: Chart, colours: Colours) -> None:
    chart.font.size = Pt(11)
    chart.font.color.rgb = RGBColor.from_string(colours.ink)
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    chart.plots[0].gap_width = 60
    certain, open_ = chart.plots[0].series
    certain.format.fill.solid()
    certain.format.fill.fore_color.rgb = RGBColor.from_string(colours.known)
    open_.format.fill.patterned()
    open_.format.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    open_.format.fill.fore_color.rgb = RGBColor.from_string(ASIDE)
    open_.format.fill.back_color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    chart.category_axis.format.line.fill.background()
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, FULL
    chart.value_axis.major_gridlines.format.line.color.rgb = RGBColor.from_string(RULE)
    chart.value_axis.tick_labels.number_format = "0"
    chart.value_axis.tick_labels.number_format_is_linked = False
