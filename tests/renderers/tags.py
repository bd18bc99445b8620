"""What a screen reader gets of a PDF: its tree of tags, with the text of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Pdf, String

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


@dataclass
class Tag:
    """One element, and what is in it in the order in which it is read."""

    kind: str
    alternative: str = ""
    scope: str = ""
    page: int = 0
    inside: list[Tag | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(
            each if isinstance(each, str) else each.text for each in self.inside
        )

    def all(self, *kinds: str) -> Iterator[Tag]:
        """Yield the elements of these kinds, itself among them, as they are read."""
        if not kinds or self.kind in kinds:
            yield self
        for each in self.inside:
            if isinstance(each, Tag):
                yield from each.all(*kinds)


def tags_of(pdf: Pdf) -> Tag:
    """Return the tree of tags."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    texts = [_texts(page) for page in pdf.pages]
    tree = Tag("Root")
    for kid in pdf.Root.StructTreeRoot.K:
        tree.inside.append(_tag(kid, pages, texts))
    return tree


def artifacts_of(page: Any) -> str:
    """Return what is drawn on a page and read out by nobody."""
    return "".join(text for number, text in _contents(page) if number is None)


def operators(page: Any) -> Iterator[tuple[Any, pikepdf.Operator]]:
    """Yield what draws a page: operands and operator."""
    for instruction in pikepdf.parse_content_stream(page):
        if isinstance(instruction, pikepdf.ContentStreamInstruction):
            yield instruction.operands, instruction.operator


def _tag(
    element: Any,
    pages: dict[Any, int],
    texts: list[dict[int, str]],
) -> Tag:
    page = pages[element.Pg.objgen] if "/Pg" in element else 0
    attributes = element.get("/A", Dictionary())
    found = Tag(
        str(element.S).lstrip("/"),
        str(element.get("/Alt", "")),
        str(attributes.get("/Scope", "")).lstrip("/"),
        page,
    )
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, int):
            found.inside.append(texts[page - 1][kid])
        elif kid.get("/Type") != "/OBJR":
            found.inside.append(_tag(kid, pages, texts))
    return found


def _texts(page: Any) -> dict[int, str]:
    found: dict[int, str] = {}
    for number, text in _contents(page):
        if number is not None:
            found[number] = found.get(number, "") + text
    return found


def _contents(page: Any) -> Iterator[tuple[int | None, str]]:
    """Yield each number of marked content, and text that is drawn for it."""
    font: dict[int, str] = {}
    numbers: list[int | None] = []
    for operands, operator in operators(page):
        match str(operator):
            case "BDC":
                marks = operands[1]
                number = int(marks.MCID) if "/MCID" in marks else None
                numbers.append(number)
                yield number, ""
            case "BMC":
                numbers.append(None)
            case "EMC":
                numbers.pop()
            case "Tf":
                font = codes_of(page.Resources.Font[str(operands[0])])
            case "TJ" | "Tj":
                shown = operands[0] if isinstance(operands[0], Array) else operands
                codes = b"".join(bytes(o) for o in shown if isinstance(o, String))
                pairs = (codes[at : at + 2] for at in range(0, len(codes), 2))
                text = "".join(font.get(int.from_bytes(pair), "") for pair in pairs)
                yield (numbers[-1] if numbers else None), text


_KNOWN: dict[bytes, dict[int, str]] = {}


def codes_of(font: Any) -> dict[int, str]:
    """Return which text each code of a font stands for."""
    table = font.ToUnicode.read_bytes()
    if table not in _KNOWN:
        _KNOWN[table] = {
            int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
            for code, text in CODE.findall(table)
        }
    return _KNOWN[table]
