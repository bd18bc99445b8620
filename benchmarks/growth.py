"""How the time of a PDF grows with its findings, from a hundred to many.

The findings of a sample stand in the report several times, each time under ids of their
own. Where growth is linear, each hundred more takes the same time.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from time import process_time
from typing import Final

from pypdf import PdfReader

from auditor.engine import audit
from auditor.plugin.collection import Plugins
from auditor.profile.reading import read_profile
from auditor.renderers.pdf import PdfRenderer
from benchmarks.timing import ENVIRONMENT

__all__ = ["main"]

SAMPLE: Final = Path(__file__).parents[1] / "sample_audits/tarnbrook_insurance"
TIMES: Final = (1, 2, 4, 8)
"""How often each of its 100 findings stands in the report."""


def main() -> None:
    """Print the time of each size, and that of a hundred findings more."""
    before = (0.0, 0.0)
    for times in TIMES:
        command = [sys.executable, "-m", "benchmarks.growth", str(times)]
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, env=ENVIRONMENT
        )
        hundreds, pages, seconds = map(float, done.stdout.split())
        more = (seconds - before[1]) / (hundreds - before[0])
        print(
            f"PDF of {100 * hundreds:.0f} findings: {pages:.0f} pages, "
            f"{seconds:.1f} s of a processor; {more:.2f} s for each hundred more",
            flush=True,
        )
        before = hundreds, seconds


def print_one(times: int) -> None:
    """Print hundreds of findings, pages and processor seconds of one report."""
    loaded = read_profile(SAMPLE / "profile.yaml")
    report = audit(loaded, Plugins.load(), as_of=date(2026, 11, 21))
    findings = tuple(
        replace(finding, check=f"{finding.check}-{time}")
        for time in range(times)
        for finding in report.findings
    )
    start = process_time()
    pdf = PdfRenderer().render(replace(report, findings=findings))
    seconds = process_time() - start
    print(len(findings) / 100, len(PdfReader(BytesIO(pdf)).pages), seconds)


if __name__ == "__main__":
    print_one(int(sys.argv[1])) if sys.argv[1:] else main()
