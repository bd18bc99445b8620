"""`make benchmarks`: print every ratio, measured in one run on this machine."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pypdf import PdfReader

from benchmarks import batch, evidence, growth
from benchmarks.timing import CXAUDIT, Comparison, compare

ROOT: Final = Path(__file__).parents[1]
SAMPLE: Final = ROOT / "sample_audits" / "northlight_broadband" / "profile.yaml"
EVIDENCE: Final = re.compile(r"^evidence:\n(?:[ #].*\n|\n)*", re.MULTILINE)
"""The section of a profile that names its tables."""

BARE_CLICK: Final = """
import click
@click.group()
def main(): "A group."
@main.command()
def run(): "A command."
main(["--help"])
"""
IMPORTS: Final = "import pydantic, yaml, jinja2, pydantic.main, jinja2.sandbox"

CHROMIUM: Final = [
    *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"),
    *("--no-first-run", "--disable-background-networking", "--disable-sync"),
    *("--disable-component-update", "--no-pdf-header-footer"),
]


def main() -> None:
    """Print the ratios as they are measured."""
    python = [sys.executable, "-c"]
    with TemporaryDirectory() as folder:
        page, pdf = Path(folder) / "report.html", Path(folder) / "report.pdf"
        _show(
            compare(
                "cxaudit --help / a bare click group's",
                [CXAUDIT, "--help"],
                [*python, BARE_CLICK],
                goal=1.3,
            )
        )
        _show(
            compare(
                "audit of (a) without evidence to JSON / importing what it needs",
                [*_audit(_without_evidence(folder)), str(Path(folder) / "result.json")],
                [*python, IMPORTS],
                goal=2,
            )
        )
        compare("", [*AUDIT, str(page)], [*python, "pass"], runs=1)
        plain = Path(folder) / "plain.pdf"
        _show(
            compare(
                "PDF of sample (a) / WeasyPrint on its bare words",
                [*AUDIT, str(pdf)],
                [sys.executable, "-m", "benchmarks.plain_pdf", str(page), str(plain)],
                runs=3,
            )
        )
        if shutil.which("chromium"):
            printed = f"--print-to-pdf={Path(folder) / 'chromium.pdf'}"
            command = [*CHROMIUM, f"--user-data-dir={folder}/chromium", printed]
            _show(
                compare(
                    "PDF of sample (a) / Chromium printing the same HTML",
                    [*AUDIT, str(pdf)],
                    [*command, f"file://{page}"],
                    runs=3,
                    goal=3,
                )
            )
        _per_page(pdf)
    growth.main()
    batch.main()
    evidence.main()


def _audit(profile: Path) -> list[str]:
    """Return the command that audits a profile, but for its output."""
    return [CXAUDIT, "run", str(profile), "--as-of", "2026-11-21", "--quiet", "-o"]


def _without_evidence(folder: str) -> Path:
    """Return a copy of the sample that has no tables of evidence."""
    text = EVIDENCE.sub("", SAMPLE.read_text(encoding="utf-8"))
    path = Path(folder) / "profile.yaml"
    path.write_text(text, encoding="utf-8")
    return path


AUDIT: Final = _audit(SAMPLE)


def _show(comparison: Comparison) -> None:
    print(comparison, flush=True)


def _per_page(pdf: Path) -> None:
    """Print the seconds a page takes, against the time of importing WeasyPrint."""
    pages = len(PdfReader(pdf).pages)
    importing = [sys.executable, "-c", "import weasyprint"]
    each = compare("", [*AUDIT, str(pdf)], importing, runs=3)
    seconds = (each.ours - each.theirs) / pages
    print(f"PDF: {pages} pages, {seconds:.3f} s a page besides importing WeasyPrint")


if __name__ == "__main__":
    main()
