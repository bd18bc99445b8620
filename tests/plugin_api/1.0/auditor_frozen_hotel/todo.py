"""A format: a line for each thing to do."""

from __future__ import annotations

from auditor import Report


class TodoRenderer:
    """Renders a report as a list of things to do."""

    format = "frozen_todo"
    suffix = ".frozen.todo"

    def render(self, report: Report) -> bytes:
        """Return what the report asks for, worst first."""
        steps = {step.check: step for step in report.roadmap}
        lines = [
            f"{report.subject.organisation}, {report.as_of}, {report.title}",
            *(f"{area.id}: {area.assessed} of {area.applicable}" for area in report.areas),
        ]
        for finding in report.findings:
            rank = steps[finding.check].rank if finding.check in steps else "-"
            lines.append(f"{rank} {finding.severity} {finding.check}: {finding.advice}")
        return "\n".join((*lines, "")).encode()
