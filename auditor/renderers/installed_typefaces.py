"""Whether a typeface is installed, as the library that prints a page sees it."""

from __future__ import annotations

from auditor.errors import RenderError
from auditor.renderers.pdf import load_weasyprint

__all__ = ["is_installed"]


def is_installed(family: str) -> bool:
    """Whether there is a typeface of this name; where no PDF can be made, there is not.

    Fontconfig always finds some font: it is the one if it has the name.
    """
    try:
        load_weasyprint()
    except RenderError:
        return False
    # The same library that WeasyPrint lays text out with, through its own binding.
    from weasyprint.text.ffi import (
        ffi,
        fontconfig,
    )

    config = ffi.gc(fontconfig.FcInitLoadConfigAndFonts(), fontconfig.FcConfigDestroy)
    pattern = ffi.gc(fontconfig.FcPatternCreate(), fontconfig.FcPatternDestroy)
    fontconfig.FcPatternAddString(pattern, b"family", family.encode())
    fontconfig.FcConfigSubstitute(config, pattern, fontconfig.FcMatchPattern)
    fontconfig.FcDefaultSubstitute(pattern)
    found = fontconfig.FcFontMatch(config, pattern, ffi.new("FcResult *"))
    if found == ffi.NULL:
        return False
    found = ffi.gc(found, fontconfig.FcPatternDestroy)
    name, number = ffi.new("FcChar8 **"), 0
    while fontconfig.FcPatternGetString(found, b"family", number, name) == 0:
        if ffi.string(name[0]).decode().casefold() == family.casefold():
            return True
        number += 1
    return False
