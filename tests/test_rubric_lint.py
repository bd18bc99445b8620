"""Looking a rubric over: what `cxaudit rubric check` tells, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.plugin.collection import Plugins
from auditor.rubric_file import overlay_called
from auditor.rubric_file.lint import lint

if TYPE_CHECKING:
    from pathlib import Path

AREAS = Plugins.load().areas
HEAD = 'name: Retail\nversion: "2026.1"\n'
FOUNDED = 'reasons: {{{}: {{source: ours, because: "So it is."}}}}\n'


def told(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "rubric.yaml"
    path.write_text(HEAD + text)
    overlay = overlay_called(path)
    assert overlay
    found = lint(overlay, AREAS)
    return [str(problem).replace(f"{tmp_path}/", "") for problem in found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "checks: {FL009: {severity: low}}\n" + FOUNDED.format("checks"),
        "checks: {FL009: {severity: low}}\n" + FOUNDED.format("checks.FL009"),
        "checks: {FL009: {severity: low}}\n" + FOUNDED.format("checks.FL009.severity"),
        "ignore: [MB005]\n" + FOUNDED.format("ignore.MB005"),
        "ignore: [' MB005 ']\n" + FOUNDED.format("ignore.MB005"),
        # Shares of which less is better are met below what is partly met.
        "checks: {JC004: {parameters: {met: 0.1}}}\n" + FOUNDED.format("checks"),
        "areas: {feedback_loop: {weight: 30}, metric_balance: {weight: 15}}\n"
        + FOUNDED.format("areas"),
        (
            "limits: {contact_hours: 24}\n"
            "reasons: {limits: {source: a-code}}\n"
            "works: {a-code: {author: A trade body, title: A code}}\n"
        ),
    ],
)
def test_a_rubric_with_reasons_for_all_it_sets_has_nothing_to_mend(
    tmp_path: Path, text: str
) -> None:
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "limits: {contact_hours: 24}\n"
                f"reasons: {{limits: {{source: ours, because: {'So it is. ' * 40}}}}}\n"
            ),
            (
                "rubric.yaml:4:34: This has 399 characters; reports show 300. "
                "Say it in a sentence or two."
            ),
        ),
        (
            "limits: {contact_hours: 24}",
            (
                "rubric.yaml:3:10: 'limits.contact_hours' is set without a reason. "
                "Give it a source and why under `reasons`, or the source `ours` and "
                "why."
            ),
        ),
        (
            "first_response: {chat: 30s}\n" + FOUNDED.format("first"),
            "rubric.yaml:4:11: A reason for 'first', which is not set here.",
        ),
        (
            "select: [DP, JC]\n" + FOUNDED.format("select.DP"),
            (
                "rubric.yaml:3:14: 'select.JC' is set without a reason. "
                "Give it a source and why under `reasons`, or the source `ours` and "
                "why."
            ),
        ),
        (
            "limits: {contact_hours: 24}\nreasons: {limits: {source: ours}}",
            "rubric.yaml:4:11: Our own judgement has to say why. Add `because`.",
        ),
        (
            "limits: {contact_hours: 24}\nreasons: {limits: {source: fca-disp}}",
            (
                "rubric.yaml:4:20: There is no work 'fca-disp'. "
                "Did you mean 'fca-disp-1-6'?"
            ),
        ),
        (
            "areas: {feedback_loop: {weight: 30}}\n" + FOUNDED.format("areas"),
            (
                "rubric.yaml:3:1: The weights of all areas add up to 105. "
                "Let them add up to 100."
            ),
        ),
        (
            "checks: {FL009: {parameters: {met: 0.5}}}\n" + FOUNDED.format("checks"),
            (
                "rubric.yaml:3:18: 'partly' (0.95) is above 'met' (0.5): partly met is "
                "harder than met."
            ),
        ),
        (
            "checks: {JC004: {parameters: {met: 0.9}}}\n" + FOUNDED.format("checks"),
            (
                "rubric.yaml:3:18: 'partly' (0.6) is below 'met' (0.9): partly met is "
                "harder than met."
            ),
        ),
        (
            "checks: {MB002: {parameters: {partly_lowest: 0.3}}}\n"
            + FOUNDED.format("checks"),
            (
                "rubric.yaml:3:18: 'partly_lowest' (0.3) is above 'lowest' (0.25): "
                "partly met is harder than met."
            ),
        ),
        (
            "severities: {high: 4}\n" + FOUNDED.format("severities"),
            "rubric.yaml:3:1: High weighs less than medium.",
        ),
        (
            (
                "select: [DP]\nignore: [DP]\n"
                'reasons: {select: {source: ours, because: "So."}, '
                'ignore: {source: ours, because: "So."}}'
            ),
            "rubric.yaml:4:1: No check is left to be judged.",
        ),
    ],
)
def test_what_is_hard_to_defend_is_told_with_its_place(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert expected in told(tmp_path, text)


def test_names_and_numbers_that_mean_nothing_are_told_with_the_rest(
    tmp_path: Path,
) -> None:
    found = told(
        tmp_path,
        "limits: {repeat_days: 0}\nchecks: {QQ001: {severity: low}}\n",
    )
    assert [problem.partition(": ")[0] for problem in found] == [
        *["rubric.yaml:3:10"] * 2,
        "rubric.yaml:4:10",
        "rubric.yaml:4:18",
    ]
