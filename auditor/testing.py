"""What the tests of a check use: the exemplary profile, and examples as tests.

In a plugin's own tests::

    @pytest.mark.parametrize(("check", "example"), examples(CHECKS))
    def test_example(check: Check, example: Example) -> None:
        assert_example(check, example)
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any, Final

from auditor.checks import Context
from auditor.evidence import Evidence
from auditor.grading import PERIOD, months_before
from auditor.profile.document import read_document
from auditor.profile.profile import Profile, profile_model
from auditor.profile.references import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.checks import Check, Example, Rows
    from auditor.evidence.limits import Limits
    from auditor.finding import Verdict
    from auditor.profile.extensions import Extension
    from auditor.profile.tree import PlainValue

__all__ = [
    "EXEMPLARY_DATE",
    "assert_example",
    "context_with",
    "examples",
    "judged",
    "profile_with",
]

EXEMPLARY_DATE: Final = date(2026, 6, 30)
"""The day on which the exemplary profile is audited."""


@cache
def _exemplary() -> dict[str, PlainValue]:
    with as_file(files("auditor") / "exemplary") as folder:
        return read_document(folder, Profile.model_fields).value


def _merge_patch(target: object, patch: object) -> object:
    """Return `target` changed as RFC 7396 says: objects merge, `None` removes."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for key, change in patch.items():
        if change is None:
            merged.pop(key, None)
        else:
            merged[key] = _merge_patch(merged.get(key), change)
    return merged


def profile_with(patch: Mapping[str, Any] | None = None) -> Profile:
    """Return the exemplary profile, on which every check is met, so changed.

    References to nothing read as missing, as in an audit. A patch below `extensions`
    needs the plugin that adds the key to be installed.
    """
    value = _merge_patch(_exemplary(), dict(patch or {}))
    model = profile_model(_extensions() if "extensions" in (patch or {}) else ())
    return resolve(model.model_validate(value))[0]


@cache
def _extensions() -> tuple[Extension, ...]:
    # Imported only here: most checks ask for no key of a plugin.
    from auditor.plugin.collection import Plugins  # noqa: PLC0415 - most checks need none

    return Plugins.load().extensions


def context_with(
    check: Check,
    patch: Mapping[str, Any] | None = None,
    *,
    evidence: Mapping[str, Iterable[Rows]] | None = None,
    as_of: date = EXEMPLARY_DATE,
    assurance: float | None = None,
    limits: Limits | None = None,
    **parameters: float,
) -> Context:
    """Return what `check` would see of the exemplary profile, so changed.

    Args:
        check: The check.
        patch: What is different about the profile.
        evidence: Small tables, by kind.
        as_of: The day of the audit.
        assurance: How much of the audit rests on more than a declaration.
        limits: The limits by which the tables are measured; the usual ones if absent.
        **parameters: Thresholds that are not the built-in ones.
    """
    profile, found = profile_with(patch), Evidence()
    if evidence:
        # Imported only here: most checks do without tables, and so do their tests.
        from auditor.evidence_gathering.small_tables import measured_rows  # noqa: PLC0415 - most checks need none

        since = months_before(as_of, PERIOD)
        found = measured_rows(evidence, profile, as_of, since, limits)
    own = check.defaults() | parameters
    return Context(profile, as_of, own, found, assurance)


def judged(
    check: Check,
    patch: Mapping[str, Any] | None = None,
    evidence: Mapping[str, Iterable[Rows]] | None = None,
    assurance: float | None = None,
) -> Verdict:
    """Return what `check` says of the exemplary profile, so changed."""
    context = context_with(check, patch, evidence=evidence, assurance=assurance)
    return check.assess(context)


def examples(checks: Iterable[Check]) -> list[tuple[Check, Example]]:
    """Return every check with each of its examples."""
    return [(check, example) for check in checks for example in check.examples]


def assert_example(check: Check, example: Example) -> None:
    """Assert that the check says of the example what the example promises."""
    verdict = judged(check, example.patch, example.evidence, example.assurance)
    found = (verdict.outcome, verdict.contradicted)
    promised = (example.outcome, example.contradicted)
    assert found == promised, f"{check.id} {example.title}: {verdict.reason}"  # noqa: S101 - a test tool
