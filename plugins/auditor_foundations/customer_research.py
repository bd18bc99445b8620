"""CU001: segments are researched, and the research is current."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    message,
    named,
    recent,
    tally,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

ALL: Final = message(
    "Research of the last {months:g} months tells the needs or expectations of "
    "{having} of {segments}."
)
NOT_ALL: Final = message(
    "Research of the last {months:g} months tells the needs or expectations of "
    "{having} of {segments}, not of {names}."
)

KNOWN = {"researched": "2024-06-30", "needs": ["A line that works"]}


def _segments(*contents: Mapping[str, object]) -> dict[str, object]:
    """Return a profile patch with these segments and no others."""
    return {
        "organisation": {
            "segments": [
                {"id": f"s{number}", "name": f"Segment {number}", **content}
                for number, content in enumerate(contents, start=1)
            ]
        }
    }


@check(
    "CU001",
    title="Every segment is researched, and the research is current",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.ARTEFACT,
    needs=["organisation.segments"],
    logic=(
        "The share of segments that were researched in the last {months} months and "
        "whose needs or expectations are stated. Met with a share of {met} or more, "
        "partly met from {partly}. It rests on the days given, or else on the "
        "organisation's word."
    ),
    remedy="Hold five interviews for each primary segment.",
    parameters=[
        Parameter("met", 0.8, Unit.SHARE, "share of segments researched", OURS),
        Parameter("partly", 0.4, Unit.SHARE, "share from which it is partly met", OURS),
        Parameter("months", 24, Unit.MONTHS, "months for which research lasts", OURS),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.CAMPAGNA,
        bibliography.GSA_CX_TOOLKIT,
        bibliography.GOVUK_SERVICE_STANDARD,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Four of five, two years ago to the day",
            _segments(*[KNOWN] * 4, {}),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Two of five; the rest is a day too old or says neither need nor wish",
            _segments(
                KNOWN,
                {"researched": "2025-01", "expectations": ["An honest price"]},
                KNOWN | {"researched": "2024-06-29"},
                {"researched": "2026-01"},
                KNOWN | {"needs": []},
            ),
        ),
        Example(Outcome.NOT_MET, "One of three", _segments(KNOWN, {}, {})),
        Example(
            Outcome.NOT_MET,
            "Needs that nobody says when they were asked about",
            _segments(KNOWN | {"researched": None}),
        ),
        Example(Outcome.NOT_ASSESSED, "An empty list", _segments()),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of segments",
            {"organisation": {"segments": None}},
        ),
    ],
)
def segments_are_researched(context: Context) -> Verdict:
    """What customers need is asked of customers, and asked again as they change.

    Without that, journeys and principles are drawn for people who do not exist.
    """
    segments = context.profile.organisation.segments or ()
    months = context.parameters["months"]
    found = tally(
        segments,
        lambda segment: (
            recent(context, segment.researched, months)
            and (segment.needs or segment.expectations)
        ),
    )
    reason = (NOT_ALL if found.lacking else ALL).filled(
        months=months,
        segments=counted(found.total, "segment"),
        names=named(segment.name for segment in found.lacking),
    )
    dated = any(segment.researched for segment in segments)
    return found.verdict(
        context,
        reason,
        answered_by="organisation.segments",
        verified_by=None if dated else Verification.DECLARED,
    )
