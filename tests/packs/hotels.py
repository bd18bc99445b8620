"""A small pack, and ways to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.checks import Context
from auditor.errors import InputError
from auditor.packs.budget import Budget
from auditor.packs.evaluation import computed
from auditor.packs.functions import functions_for
from auditor.packs.reading import read_pack
from auditor.packs.syntax import parsed
from auditor.packs.values import Day, Part, plain
from auditor.testing import EXEMPLARY_DATE, profile_with

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from auditor.checks import Check

__all__ = ["HOTELS", "PATCH", "check_of", "problems_of", "value", "written"]

HOTELS: Final = """\
pack_version: 1
name: hotels
version: "1.0"
area:
  id: hospitality
  title: Hospitality
  summary: Guests are heard while they are still there.
checks:
  - id: HO001
    title: Guests are asked before they leave
    severity: high
    effort: small
    verification: declared
    needs: [feedback.sources]
    why: A complaint at the door can still be put right.
    remedy: Ask one question at the door.
    sources: [macaranas]
    parameters:
      answers:
        default: 0.2
        unit: share
        meaning: share of guests who answer
        source: ours
    let:
      at_the_door: >-
        profile.feedback.sources.filter(one,
          one.kind == "survey" && one.level == "interaction")
      counted_ones: at_the_door.filter(one, has(one.response_rate))
    meanings:
      at_the_door: surveys at the door
    outcomes:
      - outcome: not_met
        when: size(at_the_door) == 0
        reason: No survey asks guests while they are there.
        where: /feedback/sources
      - outcome: met
        when: counted_ones.exists(one, one.response_rate >= parameters.answers)
        reason: "{counted(size(at_the_door), 'survey')} asks guests, and enough answer."
        where: at_the_door
      - outcome: partly_met
        reason: Guests are asked; too few answer, or nobody knows how many.
        advice: Count the answers.
        where: at_the_door
    examples:
      - {outcome: met, title: As in the exemplary profile}
      - outcome: partly_met
        title: One in ten answers
        patch:
          feedback:
            sources: [{id: a, kind: survey, level: interaction, response_rate: 0.1}]
      - outcome: not_met
        title: No source at all
        patch: {feedback: {sources: []}}
      - outcome: not_assessed
        title: No word of feedback
        patch: {feedback: ~}
"""

PATCH: Final = {
    "principles": [
        {"id": "a", "name": "A", "rank": 1},
        {"id": "b", "name": "B"},
    ]
}
"""Two principles, of which one has a rank."""


def written(folder: Path, *changes: tuple[str, str]) -> Path:
    """Return the path of the pack, so changed."""
    text = HOTELS
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path = folder / "hotels.yaml"
    path.write_text(text, "utf-8")
    return path


def check_of(folder: Path, *changes: tuple[str, str]) -> Check:
    """Return the check of the pack, so changed."""
    (check,) = read_pack(written(folder, *changes)).area.checks
    return check


def problems_of(folder: Path, *changes: tuple[str, str]) -> list[str]:
    """Return what is wrong with the pack, so changed, without the folder."""
    path = written(folder, *changes)
    try:
        read_pack(path)
    except InputError as error:
        return [str(one).replace(f"{folder}/", "") for one in error.problems]
    return []


def value(text: str, patch: Mapping[str, Any] | None = None, **names: object) -> Any:
    """Return what an expression gives for the exemplary profile, so changed."""
    budget = Budget()
    context = Context(profile_with(patch), EXEMPLARY_DATE)
    given = {
        "profile": Part(context.profile),
        "as_of": Day.of(EXEMPLARY_DATE),
        **names,
    }
    functions = functions_for(context, budget)
    found = computed(parsed(text), given, functions, budget)
    return [plain(one) for one in found] if isinstance(found, list) else plain(found)
