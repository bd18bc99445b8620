"""The floor of a PDF: WeasyPrint on the bare words of a report, one paragraph each."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import weasyprint

MARKUP = re.compile(r"<style.*?</style>|<svg.*?</svg>|<[^>]+>", re.DOTALL)


def main(page: str, pdf: str) -> None:
    """Print the words of an HTML page to a PDF, without any style."""
    words = MARKUP.sub("\n", Path(page).read_text(encoding="utf-8"))
    lines = "".join(f"<p>{line}" for line in words.splitlines() if line.strip())
    html = f"<html lang=en><title>Plain</title>{lines}"
    weasyprint.HTML(string=html).write_pdf(pdf)


if __name__ == "__main__":
    main(*sys.argv[1:])
