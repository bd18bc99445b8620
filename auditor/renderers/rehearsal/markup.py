"""What a template's markup lacks, or asks for: alternative texts, outside requests.

A template is scanned as HTML with its Jinja blanked out, so that what is found has the
template's own line.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from auditor.renderers.rehearsal.slip import Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["slips_of_markup"]

JINJA: Final = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
FILLED_IN: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for a value that is filled in."""
STYLE: Final = re.compile(
    r"url\(\s*[\"']?(?!\s*[\"']?(?:#|data:image/(?:png|jpeg|webp);|\ufffc))([^)]{0,80})"
    r"|@import\b([^;]{0,80})",
    re.IGNORECASE,
)
RUNNING: Final = "script iframe frame object embed base link"
FORBIDDEN: Final = frozenset(RUNNING.split())
FETCHING: Final = "src srcset poster data background action formaction xlink:href"
FETCHED: Final = frozenset(FETCHING.split())
"""Attributes whose address is fetched, or sent to."""
LINKING: Final = frozenset({"a", "area"})
"""Elements whose href is followed by a reader, not fetched."""
LINKS: Final = re.compile(r"#|https?://|mailto:|\ufffc", re.IGNORECASE)
HELD: Final = re.compile(r"#|data:image/(?:png|jpeg|webp);|\ufffc", re.IGNORECASE)
"""Addresses that fetch nothing: a place on the page, an image that they hold."""


def slips_of_markup(name: str, source: str) -> Iterator[Slip]:
    """Yield what is wrong with the markup of a template."""
    text = JINJA.sub(_blank, source)
    for found in STYLE.finditer(text):
        address = (found[1] or found[2] or "").strip(" \"'")
        line = text.count("\n", 0, found.start()) + 1
        yield Slip(name, line, _asks_for(address))
    if not name.endswith(".css"):
        scanner = _Scanner(name)
        scanner.feed(text)
        scanner.close()
        yield from scanner.slips
        yield from scanner.untitled


def _blank(found: re.Match[str]) -> str:
    """Return what stands for a piece of Jinja: its line breaks are kept."""
    breaks = "\n" * found[0].count("\n")
    return (FILLED_IN if found[0].startswith("{{") else "") + breaks


def _asks_for(address: str) -> str:
    shown = address.replace(FILLED_IN, "…")[:80]
    return f"It asks for {shown!r}, and a report fetches nothing: bring it along."


class _Scanner(HTMLParser):
    """Looks at every element of a template."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.slips: list[Slip] = []
        self._name = name
        self._drawings: list[Slip] = []
        self.untitled: list[Slip] = []
        """Drawings without a text, told when they end."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element."""
        given = {name: value or "" for name, value in attrs}
        if tag in FORBIDDEN or (tag == "meta" and "refresh" in given.values()):
            self._slip(f"<{tag}> is not allowed: a report runs and fetches nothing.")
        elif tag == "img" and "alt" not in given:
            self._slip('<img> has no alternative text: write alt="…".')
        elif tag == "svg":
            self._drawing(given)
        elif tag == "title" and self._drawings:
            self._drawings[-1] = Slip(self._name, 0, "")
        elif tag == "th" and "scope" not in given:
            self._slip('<th> has no scope: write scope="col" or scope="row".')
        self._addresses(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """Look whether a drawing that ends had a title."""
        if tag == "svg" and self._drawings:
            slip = self._drawings.pop()
            self.untitled += [slip] if slip.line else []

    def _drawing(self, given: dict[str, str]) -> None:
        if given.get("role") != "img":
            self._slip('<svg> has no role="img", so nobody is told what it shows.')
        message = "<svg> has no <title>, its alternative text."
        self._drawings.append(Slip(self._name, self.getpos()[0], message))

    def _addresses(self, tag: str, given: dict[str, str]) -> None:
        for name, value in given.items():
            address = value.strip()
            if name == "href" and tag in LINKING:
                if address and not LINKS.match(address):
                    shown = address.replace(FILLED_IN, "…")[:80]
                    self._slip(
                        f"A link leads to {shown!r}; http, https, mailto and places "
                        "on the page are allowed."
                    )
            elif name in FETCHED or name == "href":
                if tag not in FORBIDDEN and address and not HELD.match(address):
                    self._slip(_asks_for(address))
            elif name.startswith("on"):
                self._slip(f"{name} is not allowed: a report runs nothing.")

    def _slip(self, message: str) -> None:
        self.slips.append(Slip(self._name, self.getpos()[0], message))
