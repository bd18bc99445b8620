"""The styles of the document: change one, and the whole document follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from auditor.renderers.office.language import document_language
from auditor.renderers.office.palette import ASIDE, BLUE, FONT, INK, RED, RULE

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle

    from auditor.renderers.office.colours import Colours

__all__ = ["CONTRADICTED", "NOTE", "TABLE", "set_styles"]

TABLE: Final = "Report Table"
NOTE: Final = "Note"
CONTRADICTED: Final = "Contradicted"

Look = tuple[float, str, bool, float, float]
"""Size in points, colour, whether bold, and the space before and after in points."""
BUILT_IN: Final[dict[str, Look]] = {
    "Normal": (10.5, INK, False, 0, 6),
    "Title": (30, INK, True, 12, 6),
    "Subtitle": (13, ASIDE, False, 0, 18),
    "Heading 1": (13, ASIDE, True, 0, 4),
    "Heading 2": (14, BLUE, True, 12, 6),
    "Heading 3": (11.5, INK, True, 8, 2),
    "Heading 4": (10.5, INK, True, 8, 2),
    "List Bullet": (10.5, INK, False, 0, 3),
    "Header": (8.5, ASIDE, False, 0, 0),
    "Footer": (8.5, ASIDE, False, 0, 0),
}
OURS: Final[dict[str, Look]] = {
    "Message": (18, INK, True, 0, 10),
    "Genre": (11, ASIDE, True, 110, 0),
    "Contents Heading": (20, INK, True, 0, 12),
    "TOC 1": (10.5, INK, False, 0, 4),
    NOTE: (9, ASIDE, False, 0, 6),
    "Verdict": (9, ASIDE, False, 0, 4),
    "Fact": (10, INK, False, 0, 3),
    "Table Text": (9.5, INK, False, 2, 2),
    "Table Head": (9, INK, True, 2, 2),
    "Table Note": (8.5, ASIDE, False, 1, 1),
    "After Table": (1, INK, False, 0, 6),
}
HEADINGS: Final = ("Title", "Message", "Heading 3", "Heading 4", "Contents Heading")
"""Styles in the colour of headings; where a firm has none, that is the text's."""
TIED: Final = (
    *("Heading 1", "Heading 2", "Heading 3", "Heading 4"),
    *("Message", "Verdict", "Table Head"),
)
"""Styles of what no end of a page parts from what follows."""
AFTER_BORDERS: Final = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
"""What stands behind the borders of a style, where it has any of it."""
KEPT: Final = ("Normal Table", "Table Grid")
"""Tables of the template that stay: Word brings the other hundred itself."""
INDENT: Final = 4.0
"""Centimetres that the text of a fact stands in: room for a name in German."""
TABLE_STYLE: Final = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportTable">
  <w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>
  <w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="4" w:space="0" w:color="{{ink}}"/>
      <w:bottom w:val="single" w:sz="4" w:space="0" w:color="{{ink}}"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:left w:w="0" w:type="dxa"/><w:right w:w="113" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:tcPr><w:tcBorders>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="{{ink}}"/>
    </w:tcBorders></w:tcPr>
  </w:tblStylePr>
</w:style>
"""


def set_styles(document: Document, colours: Colours) -> None:
    """Give a document our styles, in its colours, and its language."""
    styles = document.styles
    for style in list(styles):
        if style.type is WD_STYLE_TYPE.TABLE and style.name not in KEPT:
            style.delete()
    for name, look in BUILT_IN.items():
        _dress(styles[name], _coloured(name, look, colours))
    for name, look in OURS.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _dress(style, _coloured(name, look, colours))
    styles.element.append(parse_xml(TABLE_STYLE.format(ink=colours.ink)))
    wrong = styles.add_style(CONTRADICTED, WD_STYLE_TYPE.CHARACTER)
    wrong.font.bold = True
    wrong.font.color.rgb = RGBColor.from_string(RED)
    _arrange(document)
    if colours.accent:
        _rule(styles["Heading 1"], colours.accent)
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), document_language())


def _coloured(name: str, look: Look, colours: Colours) -> Look:
    """Return the look of a style with a firm's colours in place of ours."""
    size, colour, bold, before, after = look
    chosen = {INK: colours.ink, BLUE: colours.brand}.get(colour, colour)
    chosen = colours.heading if name in HEADINGS else chosen
    return size, chosen, bold, before, after


def _rule(style: ParagraphStyle, colour: str) -> None:
    """Draw a rule below every paragraph of a style."""
    border = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="12" w:space="2" '
        f'w:color="{colour}"/></w:pBdr>'
    )
    style.element.get_or_add_pPr().insert_element_before(border, *AFTER_BORDERS)


def _dress(style: ParagraphStyle, look: Look) -> None:
    """Set how a style looks, all that its template says otherwise taken out."""
    size, colour, bold, before, after = look
    _set_font(style)
    style.font.size = Pt(size)
    style.font.bold, style.font.italic = bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.hidden, style.quick_style = False, True
    for border in style.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)


def _set_font(style: CharacterStyle) -> None:
    """Set the typeface for every script, in place of the theme's."""
    style.font.name = FONT
    fonts = style.element.rPr.rFonts
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _arrange(document: Document) -> None:
    """Set what belongs together, and where pages begin."""
    styles = document.styles
    styles["Heading 1"].paragraph_format.page_break_before = True
    styles["Contents Heading"].paragraph_format.page_break_before = True
    for name in TIED:
        styles[name].paragraph_format.keep_with_next = True
    fact = styles["Fact"].paragraph_format
    fact.left_indent, fact.first_line_indent = Cm(INDENT), Cm(-INDENT)
    fact.tab_stops.add_tab_stop(Cm(INDENT))
    styles["TOC 1"].paragraph_format.tab_stops.add_tab_stop(
        Cm(16.6), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
    )
