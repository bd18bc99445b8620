"""The test kit of plugins: examples, a profile builder, golden audits, and promises.

In a plugin's own tests::

    @pytest.mark.parametrize(("check", "promise"), promised(CHECKS), ids=label)
    def test_promise(check: Check, promise: Promise) -> None:
        assert_kept(check, promise)

gives one test for each check and each promise (`PROMISES`): its examples are true, the
same profile gives the same verdict, nothing but the profile is looked at, and so on.
`cxaudit plugins check PACKAGE` tries the same and prints a report card.
"""

from __future__ import annotations

from auditor.testing.draft import Draft
from auditor.testing.exemplary import EXEMPLARY_DATE, profile_with
from auditor.testing.golden import assert_golden_audit
from auditor.testing.judging import (
    assert_example,
    context_of,
    context_with,
    examples,
    judged,
)
from auditor.testing.keeping import (
    assert_kept,
    assert_translated,
    label,
    promised,
)
from auditor.testing.promise import Promise, Trial
from auditor.testing.promises import PROMISES

__all__ = [
    "EXEMPLARY_DATE",
    "PROMISES",
    "Draft",
    "Promise",
    "Trial",
    "assert_example",
    "assert_golden_audit",
    "assert_kept",
    "assert_translated",
    "context_of",
    "context_with",
    "examples",
    "judged",
    "label",
    "profile_with",
    "promised",
]
