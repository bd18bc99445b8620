from __future__ import annotations

import pytest

from auditor.evidence.statistics import Standing, standing


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (9, Standing.SUPPRESSED),
        (10, Standing.SHOWN),
        (29, Standing.SHOWN),
        (30, Standing.JUDGED),
    ],
)
def test_small_groups_are_hidden_or_shown_without_a_verdict(
    n: int, expected: Standing
) -> None:
    assert standing(n) is expected
