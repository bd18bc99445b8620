"""A small report: one area and one table of evidence, so that it prints in seconds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import pikepdf

from auditor.engine import audit
from auditor.evidence_gathering import measured_evidence
from auditor.grading import PERIOD, months_before
from auditor.plugin.collection import Plugins
from auditor.profile.reading import read_profile
from auditor.renderers import Renderers, built_in
from auditor.verification import Given, verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from auditor.report import Report
    from auditor.verification import Verification

AS_OF: Final = date(2026, 11, 21)
PLUGINS: Final = Plugins(
    tuple(
        plugin
        for plugin in Plugins.load().installed
        if plugin.package == "cxaudit" and plugin.name == "metric_balance"
    )
)

PROFILE: Final = """\
organisation: {name: Harbour Bank}
metrics:
  - {id: csat, name: Satisfaction, kind: csat, value: 81, unit: "%", headline: true}
  - id: soon
    name: Solved at once
    kind: first_contact_resolution
    value: 90
    unit: "%"
    statistic: share
    period: {from: 2026-03-01, to: 2026-03-31}
    evidence: {dataset: desk, measure: first_contact_resolution}
evidence:
  - id: desk
    kind: tickets
    source: data/desk.csv
    columns:
      {opened_at: Opened, closed_at: Closed, status: State, channel: Via, customer: Who}
"""
DESK: Final = "Opened,Closed,State,Via,Who\n" + "".join(
    f"2026-03-{day:02} 09:00,2026-03-{day:02} 1{hour}:00,Closed,{via},ann{day}{hour}\n"
    for day in range(1, 32)
    for hour, via in ((1, "phone"), (5, "web"))
)


@dataclass(frozen=True, slots=True)
class Small:
    """The report, and what it was made from."""

    folder: Path
    report: Report
    pdf: bytes
    result: bytes


class OnceRenderer:
    """Prints a report with the real renderer, the same report but once."""

    format = "pdf"
    suffix = ".pdf"

    def __init__(self) -> None:
        self._printed: dict[bytes, bytes] = {}

    def render(self, report: Report) -> bytes:
        key = built_in()["html"].render(report)
        if key not in self._printed:
            self._printed[key] = built_in()["pdf"].render(report)
        return self._printed[key]


ONCE: Final = OnceRenderer()


def small_report(folder: Path) -> Small:
    """Write a profile and its evidence, audit it, and print it."""
    (folder / "data").mkdir()
    (folder / "data" / "desk.csv").write_text(DESK, "utf-8")
    (folder / "profile.yaml").write_text(PROFILE, "utf-8")
    loaded = read_profile(folder / "profile.yaml")
    since = months_before(AS_OF, PERIOD)
    evidence = measured_evidence(loaded, as_of=AS_OF, since=since)
    report = audit(loaded, PLUGINS, as_of=AS_OF, evidence=evidence)
    result = built_in()["json"].render(report)
    return Small(folder, report, ONCE.render(report), result)


def checked(content: bytes, folder: Path, **given: Any) -> Verification:
    """Verify a report as the command does."""
    suffix = ".pdf" if content[:5] == b"%PDF-" else ".json"
    path = folder / f"report{suffix}"
    path.write_bytes(content)
    return verify(path, Given(**given), PLUGINS, lambda *_: Renderers({"pdf": ONCE}))


def changed(content: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return a PDF after a change, as a program that edits PDFs would write it."""
    written = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        change(pdf)
        # It would write the metadata anew, which is a change.
        pdf.save(written, fix_metadata_version=False)
    return written.getvalue()
