"""Every change to a report is found, also by whoever mends the report's own digests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from auditor.renderers.proof.attached import MAPPING, PROOF, RESULT, RUBRIC
from auditor.verification import Part, State
from tests.verification import planting
from tests.verification.planting import detach, finding, forged, in_file, in_result
from tests.verification.small import changed, checked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pikepdf import Pdf

    from auditor.verification import Verification
    from auditor.verification.statement import Statement
    from tests.verification.small import Small


def set_to(*path: str | int, value: object) -> Callable[[dict[str, Any]], None]:
    """Return a change of one value of a result."""

    def change(result: dict[str, Any]) -> None:
        place: Any = result
        for key in path[:-1]:
            place = place[key]
        assert place[path[-1]] != value
        place[path[-1]] = value

    return change


def of_finding(key: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda result: set_to(key, value=value)(finding(result, "MB012"))


PLANTED: dict[str, tuple[Callable[[Pdf], None], str, str]] = {
    # What is changed: how, and what is named by the file's own digests, then by the
    # audit and the printing, once those digests have been forged.
    "a figure on a page": (planting.change_a_figure, "page 2", "page 2"),
    "something drawn over": (planting.draw_over, "page 2", "page 2"),
    "a note laid over": (planting.annotate_over, "page 2", "page 2"),
    "a note as signature": (planting.disguise_as_signature, "page 2", "page 2"),
    "a page removed": (planting.remove_a_page, "page 4", "page 4"),
    "pages swapped": (planting.swap_pages, "page 6", "page 6"),
    "a page added": (planting.add_a_page, "page 18", "page 18"),
    "pages turned": (planting.turn_all_pages, "page 1", "page 1"),
    "other glyphs": (planting.change_glyphs, "page 2", "page 2"),
    "an alternative text": (planting.change_alternative_text, "tags", "tags"),
    "the title": (planting.change_title, "information", "information"),
    "the date of the file": (planting.change_date, "information", "information"),
    "a bookmark": (planting.change_bookmark, "bookmarks", "bookmarks"),
    "a script": (planting.run_a_script, "catalogue", "catalogue"),
    "an attachment added": (planting.attach_more, "profile-2.yaml", ""),
    "an attachment aside": (planting.attach_aside, "aside.json", "aside.json"),
    "an attachment twice": (planting.attach_twice, RESULT, RESULT),
    "an attachment's date": (planting.redate_attachment, RESULT, RESULT),
    "the profile": (
        in_file("profile.yaml", b"value: 81", b"value: 91"),
        "profile.yaml",
        "",
    ),
    "the profile taken out": (detach("profile.yaml"), "profile.yaml", ""),
    "the rubric": (
        in_file(RUBRIC, b'"critical":10.0', b'"critical":1.0'),
        RUBRIC,
        RUBRIC,
    ),
    "the rubric taken out": (detach(RUBRIC), RUBRIC, RUBRIC),
    "the mapping": (
        in_file(MAPPING, b'"Opened"', b'"Closed"'),
        MAPPING,
        "mapping.tables.0.mapping.columns.opened_at.source",
    ),
    "the mapping taken out": (detach(MAPPING), MAPPING, MAPPING),
    "the digests taken out": (detach(PROOF), PROOF, PROOF),
    "the score": (
        in_result(set_to("score", "total", value=71.0)),
        RESULT,
        "score.total",
    ),
    "the level": (in_result(set_to("score", "level", value=4)), RESULT, "score.level"),
    "an outcome": (in_result(of_finding("outcome", "met")), RESULT, "MB012.outcome"),
    "a reason": (
        in_result(of_finding("reason", "All is well.")),
        RESULT,
        "MB012.reason",
    ),
    "points": (in_result(of_finding("points_lost", 0.5)), RESULT, "MB012.points_lost"),
    "a severity": (in_result(of_finding("severity", "low")), RESULT, "MB012.severity"),
    "a finding taken out": (
        in_result(lambda result: result["findings"].pop(3)),
        RESULT,
        "MB004",
    ),
    "a measure": (
        in_result(set_to("measures", -1, "value", value=0.9)),
        RESULT,
        "MB012.outcome",
    ),
    "a digest of evidence": (
        in_result(set_to("evidence", 0, "sha256", value="0" * 64)),
        RESULT,
        "mapping.tables.0.sha256",
    ),
    "the day of the audit": (
        in_result(set_to("as_of", value="2026-12-21")),
        RESULT,
        "mapping.as_of",
    ),
    "the organisation": (
        in_result(set_to("profile", "organisation", value="Harbor Bank")),
        RESULT,
        "profile.organisation",
    ),
    "the roadmap": (
        in_result(set_to("roadmap", 0, "advice", value="Do nothing.")),
        RESULT,
        "roadmap",
    ),
    "a key of our own": (
        in_result(lambda r: r.update(certified=True)),
        RESULT,
        "certified",
    ),
    "the spelling alone": (in_file(RESULT, b"\n  ", b"\n    "), RESULT, ""),
}


PRINTED = {"an alternative text", "an attachment's date"}
"""What only printing finds: the tags and dates of attachments have no digests."""


def unchanged(pdf: Pdf) -> None:
    """Leave it as it is."""


def named(found: Verification) -> set[str]:
    return {each.name for each in found.with_state(State.DISAGREES)}


def test_a_report_agrees_with_itself(small: Small, folder: Path) -> None:
    found = checked(small.pdf, folder)
    assert found.agrees
    told = {each.part for each in found.with_state(State.AGREES)}
    assert told == {*Part} - {Part.SIGNATURE, Part.TOOL, Part.EVIDENCE}


def test_a_program_that_only_writes_the_file_anew_changes_nothing(
    small: Small, folder: Path
) -> None:
    rewritten = changed(small.pdf, unchanged)
    assert rewritten != small.pdf
    assert checked(rewritten, folder).agrees
    assert checked(forged(small.pdf), folder).agrees


@pytest.mark.parametrize("what", PLANTED)
def test_a_planted_change_is_found(what: str, small: Small, folder: Path) -> None:
    plant, name, _ = PLANTED[what]
    found = checked(changed(small.pdf, plant), folder, pages=what in PRINTED)
    assert not found.agrees
    assert name in named(found)


@pytest.mark.parametrize("what", PLANTED)
def test_a_planted_change_with_forged_digests_is_found(
    what: str, small: Small, folder: Path
) -> None:
    plant, _, name = PLANTED[what]
    found = checked(forged(changed(small.pdf, plant)), folder)
    if what == "the spelling alone":
        # The same values in other spaces: nothing that anybody could be told by.
        assert found.agrees
        return
    assert not found.agrees
    assert any(
        each == name or (name and each.startswith(f"{name}.")) for each in named(found)
    )


def told_of(what: str, small: Small, folder: Path) -> Statement:
    """Return what is told of a planted change, its digests forged."""
    plant, _, name = PLANTED[what]
    found = checked(forged(changed(small.pdf, plant)), folder)
    (told,) = (each for each in found.statements if each.name == name)
    return told


def test_what_was_changed_is_told_with_both_values(small: Small, folder: Path) -> None:
    told = told_of("an outcome", small, folder)
    assert (told.part, told.recorded, told.found) == (Part.FINDING, "met", "not_met")
    assert told.text == (
        "MB012.outcome: the report says met; auditing again gives not_met."
    )


def test_a_sentence_that_was_changed_stands_in_quotation_marks(
    small: Small, folder: Path
) -> None:
    told = told_of("a reason", small, folder)
    assert "the report says “All is well.”; auditing again gives “" in told.text


def test_a_page_that_tells_another_figure_is_told_with_its_words(
    small: Small, folder: Path
) -> None:
    told = told_of("a figure on a page", small, folder)
    assert told.part is Part.PAGES
    assert told.recorded
    assert told.recorded != told.found


def test_without_printing_the_file_is_still_held_against_its_own_digests(
    small: Small, folder: Path
) -> None:
    plant, name, _ = PLANTED["a figure on a page"]
    found = checked(changed(small.pdf, plant), folder, pages=False)
    assert named(found) == {name}
    assert any(each.part is Part.PAGES for each in found.with_state(State.NOT_CHECKED))


def test_everything_changed_consistently_needs_the_evidence_or_a_signature(
    small: Small, folder: Path
) -> None:
    """A forger who makes a whole new report is found by the rows alone."""
    result = json.loads(small.result)
    desk = folder / "desk.csv"
    desk.write_text((small.folder / "data/desk.csv").read_text() + "\n", "utf-8")
    found = checked(small.pdf, folder, evidence=(("desk", str(desk)),))
    (told,) = found.with_state(State.DISAGREES)
    assert told.name == "desk"
    assert told.recorded == result["evidence"][0]["sha256"]
