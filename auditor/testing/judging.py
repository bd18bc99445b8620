"""What a check says of a profile, and whether its examples are true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from pydantic import ValidationError

from auditor.checks import Context
from auditor.evidence import Evidence
from auditor.evidence_gathering.small_tables import measured_rows
from auditor.finding import Verdict
from auditor.grading import PERIOD, months_before
from auditor.testing.exemplary import EXEMPLARY_DATE, profile_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from auditor.checks import Check
    from auditor.evidence.limits import Limits
    from auditor.example import Example, Rows
    from auditor.profile.profile import Profile

__all__ = [
    "Said",
    "asked",
    "assert_example",
    "attempted",
    "context_of",
    "context_of_example",
    "context_with",
    "examples",
    "failure",
    "judged",
    "said_of",
    "verdicts",
]

Given = TypeVar("Given")
Said: TypeAlias = Verdict | BaseException
"""What a check says, or the error with which it fails."""

MOST_REFUSED: Final = 3
"""Ours: what is wrong with an example's profile that is told at once."""
_SAID: Final[dict[int, tuple[Check, tuple[tuple[Said, Said], ...]]]] = {}
"""What was said, by identity of the check: examples have no hash."""


def context_of(
    check: Check,
    profile: Profile,
    *,
    evidence: Mapping[str, Iterable[Rows]] | None = None,
    as_of: date = EXEMPLARY_DATE,
    assurance: float | None = None,
    limits: Limits | None = None,
    **parameters: float,
) -> Context:
    """Return what `check` would see of a profile.

    Args:
        check: The check.
        profile: The profile.
        evidence: Small tables, by kind.
        as_of: The day of the audit.
        assurance: How much of the audit rests on more than a declaration, from 0 to 1.
        limits: The limits by which the tables are measured; the usual ones if absent.
        **parameters: Thresholds that are not the built-in ones.

    Raises:
        KeyError: If a table has a column that its kind does not have.
        MissingExtraError: If there are tables, and nothing to measure them with.
    """
    found = Evidence()
    if evidence:
        since = months_before(as_of, PERIOD)
        found = measured_rows(evidence, profile, as_of, since, limits)
    own = check.defaults() | parameters
    return Context(profile, as_of, own, found, assurance)


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
        patch: What is different about the profile: groups merge, lists replace, `None`
            removes.
        evidence: Small tables, by kind.
        as_of: The day of the audit.
        assurance: How much of the audit rests on more than a declaration, from 0 to 1.
        limits: The limits by which the tables are measured; the usual ones if absent.
        **parameters: Thresholds that are not the built-in ones.

    Raises:
        ValidationError: If that is no valid profile.
        KeyError: If a table has a column that its kind does not have.
        MissingExtraError: If there are tables, and nothing to measure them with.
    """
    return context_of(
        check,
        profile_with(patch),
        evidence=evidence,
        as_of=as_of,
        assurance=assurance,
        limits=limits,
        **parameters,
    )


def context_of_example(check: Check, example: Example) -> Context:
    """Return what `check` sees of an example."""
    return context_with(
        check, example.patch, evidence=example.evidence, assurance=example.assurance
    )


def judged(
    check: Check,
    patch: Mapping[str, Any] | None = None,
    evidence: Mapping[str, Iterable[Rows]] | None = None,
    assurance: float | None = None,
) -> Verdict:
    """Return what `check` says of the exemplary profile, so changed.

    Args:
        check: The check.
        patch: What is different about the profile: groups merge, lists replace, `None`
            removes.
        evidence: Small tables, by kind.
        assurance: How much of the audit rests on more than a declaration, from 0 to 1.

    Raises:
        ValidationError: If that is no valid profile.
        KeyError: If a table has a column that its kind does not have.
        MissingExtraError: If there are tables, and nothing to measure them with.
    """
    context = context_with(check, patch, evidence=evidence, assurance=assurance)
    return check.assess(context)


def said_of(check: Check) -> tuple[tuple[Said, Said], ...]:
    """Return what `check` says of each of its examples, asked twice.

    It is asked once for all promises: measuring small tables takes its time.
    """
    if id(check) not in _SAID:
        said = tuple(_asked_twice(check, example) for example in check.examples)
        _SAID[id(check)] = check, said
    return _SAID[id(check)][1]


def verdicts(check: Check) -> Iterator[tuple[Example, Verdict]]:
    """Yield each example with what `check` says of it; none on which it fails."""
    for example, (said, _) in zip(check.examples, said_of(check), strict=True):
        if isinstance(said, Verdict):
            yield example, said


def asked(check: Check, context: Context) -> Said:
    """Return what `check` says, or the error with which it fails."""
    said: object = attempted(lambda: check.assess(context))
    if isinstance(said, Verdict | BaseException):
        return said
    return TypeError("it returned no verdict")


def attempted(call: Callable[[], Given]) -> Given | BaseException:
    """Return what a call gives, or the error that it raises.

    Checks and examples are other people's: a check may fail, a patch may make no
    profile, and rows no table. One that does so must not keep the others from trial.
    """
    try:
        return call()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - it is returned, and told
        return error


def failure(error: BaseException) -> str:
    """Return which error it was, at the end of a sentence, on one line."""
    if isinstance(error, ValidationError):
        return f"that is no profile. {'; '.join(_refused(error))}."
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return f"{said.rstrip('.')}."


def _refused(error: ValidationError) -> Iterator[str]:
    """Yield what is wrong with a profile, and under which of its keys."""
    for one in error.errors(include_url=False)[:MOST_REFUSED]:
        key = ".".join(map(str, one["loc"]))
        unknown = one["type"] == "extra_forbidden"
        yield f"`{key}`: {'no profile has this key' if unknown else one['msg']}"


def _asked_twice(check: Check, example: Example) -> tuple[Said, Said]:
    context = attempted(lambda: context_of_example(check, example))
    if not isinstance(context, Context):
        return context, context
    return asked(check, context), asked(check, context)


def examples(checks: Iterable[Check]) -> list[tuple[Check, Example]]:
    """Return every check with each of its examples, for `pytest.mark.parametrize`.

    Args:
        checks: The checks of a plugin.
    """
    return [(check, example) for check in checks for example in check.examples]


def assert_example(check: Check, example: Example) -> None:
    """Assert that the check says of the example what the example promises.

    Args:
        check: The check.
        example: One of its examples.

    Raises:
        AssertionError: If it says something else; with its reason.
    """
    verdict = check.assess(context_of_example(check, example))
    found = (verdict.outcome, verdict.contradicted)
    if found != (example.outcome, example.contradicted):
        raise AssertionError(f"{check.id} {example.title}: {verdict.reason}")
