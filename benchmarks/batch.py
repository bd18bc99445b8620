"""Many audits at once, `cxaudit batch`, against as many runs one after the other."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.timing import CXAUDIT, seconds

__all__ = ["main"]

SAMPLE: Final = Path(__file__).parents[1] / "sample_audits/first_draft_museum"
AUDITS: Final = 50
ASKED: Final = ("--as-of", "2026-11-21", "--quiet")


def main(audits: int = AUDITS) -> None:
    """Print how long both take, as JSON and as PDF."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        profiles = folder / "profiles"
        profiles.mkdir()
        for number in range(audits):
            shutil.copy(SAMPLE / "profile.yaml", profiles / f"{number}.yaml")
        for format_ in ("json", "pdf"):
            out = folder / format_
            wanted = ("--output-dir", str(out), "--format", format_)
            together = seconds([CXAUDIT, "batch", str(profiles), *wanted, *ASKED])
            one = str(out / f"one.{format_}")
            alone = sum(
                seconds([CXAUDIT, "run", str(profile), "-o", one, *ASKED])
                for profile in profiles.iterdir()
            )
            print(
                f"{audits} audits to {format_}: batch / one after the other "
                f"{together / alone:.2f}×  ({together:.1f} s / {alone:.1f} s)",
                flush=True,
            )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
