"""The law of the split, in the docstring of `auditor.comparison`."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.comparison import Cause, Change, JudgedAgain, Maker, by_check, compare
from auditor.finding import Outcome, Severity, Verification
from tests.comparison.editions import EARLIER, edition, editions, finding, reworked
from tests.findings import AREAS, many

if TYPE_CHECKING:
    from random import Random

    from auditor.comparison import Comparison, Edition
    from auditor.finding import Finding

ROUNDING = 1e-9
"""Points by which sums of decimals may be off."""

MET, PARTLY, NOT_MET = Outcome.MET, Outcome.PARTLY_MET, Outcome.NOT_MET
UNKNOWN = Outcome.NOT_ASSESSED


def written(points: float | None) -> Decimal:
    """Return a figure as a document writes it."""
    return Decimal(f"{points:.6f}")


def moved(found: Comparison) -> dict[Cause, float]:
    """Return the causes that moved points, and how many."""
    assert found.split is not None
    return {part.cause: part.points for part in found.split.parts if part.points}


@st.composite
def judged(draw: st.DrawFn) -> JudgedAgain:
    """Return any verdicts on some of the checks."""
    ruled, aged, renewed = (by_check(draw(many())) for _ in range(3))
    return JudgedAgain(ruled, aged, renewed)


@given(editions(), editions(), judged())
def test_the_parts_and_the_steps_add_up_to_the_change(
    old: Edition, new: Edition, again: JudgedAgain
) -> None:
    split = compare(old, new, again=again).split
    if old.stated is None or new.stated is None:
        assert split is None
        return
    assert split is not None
    change = written(new.stated) - written(old.stated)
    assert written(split.points) == change
    assert sum(written(part.points) for part in split.parts) == change
    assert sum(written(step.points) for step in split.steps) == change
    assert [part.cause for part in split.parts] == list(Cause)
    for part in split.parts:
        mine = [step.points for step in split.steps if step.cause is part.cause]
        assert sum(map(written, mine)) == written(part.points)


@given(editions(), editions(), judged())
def test_each_part_begins_where_the_one_before_it_ends(
    old: Edition, new: Edition, again: JudgedAgain
) -> None:
    split = compare(old, new, again=again).split
    if split is None:
        return
    starts = [part.start for part in split.parts]
    ends = [part.end for part in split.parts]
    assert starts == [old.stated, *ends[:-1]]
    assert ends[-1] == new.stated
    assert all(-ROUNDING <= end <= 100 + ROUNDING for end in (*starts, *ends))


@given(editions())
def test_compared_with_itself_nothing_changes(one: Edition) -> None:
    found = compare(one, one)
    assert {change.change for change in found.findings} <= {Change.UNCHANGED}
    assert found.regressions == ()
    if found.split:
        assert (found.split.points, found.split.steps) == (0, ())
        assert found.doubts == ()


@given(editions(), editions(), judged(), st.randoms(use_true_random=False))
def test_the_order_of_findings_and_areas_does_not_matter(
    old: Edition, new: Edition, again: JudgedAgain, random: Random
) -> None:
    def shuffled(one: Edition) -> Edition:
        findings, areas = list(one.findings), list(one.areas)
        random.shuffle(findings)
        random.shuffle(areas)
        return replace(one, findings=tuple(findings), areas=tuple(areas))

    straight = compare(old, new, again=again)
    mixed = compare(shuffled(old), shuffled(new), again=again)
    assert mixed.split == straight.split
    assert mixed.findings == straight.findings
    assert mixed.doubts == straight.doubts


@given(editions(), editions())
def test_every_check_of_either_is_told_once(old: Edition, new: Edition) -> None:
    found = compare(old, new)
    checks = {one.check for one in (*old.findings, *new.findings)}
    assert [change.check for change in found.findings] == sorted(checks)


def pair(
    before: list[Finding], now: list[Finding], **of_new: Any
) -> tuple[Edition, Edition]:
    return edition(before), edition(now, **of_new)


ROCK = finding("ME001", MET, area="metrics")
"""Something that stands as it stood."""


def test_what_the_profile_changed_is_the_organisations() -> None:
    old, new = pair(
        [finding("JC001", NOT_MET), ROCK],
        [finding("JC001", MET), ROCK],
        profile_sha256="ee",
    )
    assert moved(compare(old, new)) == {Cause.ORGANISATION: pytest.approx(57.142857)}


def test_what_another_day_changed_is_time() -> None:
    old = edition([finding("JC001", MET), ROCK], as_of=EARLIER)
    new = edition([finding("JC001", NOT_MET), ROCK])
    assert set(moved(compare(old, new))) == {Cause.TIME}


def measured(one: Finding, by: Verification = Verification.CROSS_CHECK) -> Finding:
    return replace(one, measures=("nps",), verified_by=by)


def of_tables(one: Edition, digest: str, value: float) -> Edition:
    return replace(
        one, tables={"answers": digest}, figures={"nps": ("answers", value, 300)}
    )


def test_what_other_records_show_is_evidence() -> None:
    old, new = pair(
        [measured(finding("JC001", MET))], [measured(finding("JC001", NOT_MET))]
    )
    found = compare(of_tables(old, "aa", 0.4), of_tables(new, "bb", 0.2))
    assert set(moved(found)) == {Cause.EVIDENCE}


def test_a_count_that_changed_is_evidence_whatever_the_profile_says() -> None:
    counted = Verification.COMPUTED
    old, new = pair(
        [measured(finding("JC001", MET), counted)],
        [measured(finding("JC001", NOT_MET), counted)],
        profile_sha256="ee",
    )
    found = compare(of_tables(old, "aa", 0.4), of_tables(new, "bb", 0.2))
    assert set(moved(found)) == {Cause.EVIDENCE}


def test_a_claim_and_its_records_that_both_changed_cannot_be_told_apart() -> None:
    old, new = pair(
        [measured(finding("JC001", MET))],
        [measured(finding("JC001", NOT_MET))],
        profile_sha256="ee",
    )
    found = compare(of_tables(old, "aa", 0.4), of_tables(new, "bb", 0.2))
    assert set(moved(found)) == {Cause.UNCLEAR}
    (step,) = found.split.steps if found.split else ()
    assert step.between == (Cause.ORGANISATION, Cause.EVIDENCE)
    (doubt,) = found.doubts
    assert doubt.startswith("1 verdict may have changed by the profile or the evidence")


def test_the_same_tables_of_another_window_are_no_new_evidence() -> None:
    old = edition([measured(finding("JC001", MET))], as_of=EARLIER)
    new = edition([measured(finding("JC001", NOT_MET))])
    found = compare(of_tables(old, "aa", 0.4), of_tables(new, "aa", 0.2))
    assert set(moved(found)) == {Cause.TIME}


def test_a_table_without_a_digest_may_be_another() -> None:
    old, new = pair(
        [measured(finding("JC001", MET))], [measured(finding("JC001", NOT_MET))]
    )
    found = compare(of_tables(old, "", 0.4), of_tables(new, "", 0.2))
    assert set(moved(found)) == {Cause.EVIDENCE}


def test_weights_severities_and_thresholds_are_the_rubrics() -> None:
    findings = [replace(finding("JC001", NOT_MET), parameters={"met": 0.8}), ROCK]
    old = edition(findings)
    other = (replace(AREAS[0], weight=40.0), *AREAS[1:])
    heavier = [replace(findings[0], severity=Severity.CRITICAL), findings[1]]
    stricter = [replace(findings[0], outcome=PARTLY, parameters={"met": 0.9}), ROCK]
    for new in (
        edition(findings, areas=other),
        edition([*heavier, finding("JC002")]),
        edition(stricter),
    ):
        assert set(moved(compare(old, new))) == {Cause.RUBRIC}


def test_a_threshold_and_a_profile_that_both_changed_cannot_be_told_apart() -> None:
    one = replace(finding("JC001", NOT_MET), parameters={"met": 0.8})
    other = replace(finding("JC001", MET), parameters={"met": 0.9})
    old, new = pair([one, ROCK], [other, ROCK], profile_sha256="ee", rubric_sha256="00")
    found = compare(old, new)
    assert set(moved(found)) == {Cause.UNCLEAR}
    assert "not judged again" in found.doubts[0]


def test_a_check_that_only_one_audit_asks_is_the_rubrics() -> None:
    old, new = pair([ROCK, finding("JC001")], [ROCK, finding("JC002", NOT_MET)])
    assert set(moved(compare(old, new))) == {Cause.RUBRIC}


def test_what_was_merely_not_assessed_is_nobodys_work() -> None:
    old, new = pair(
        [finding("JC001", UNKNOWN), ROCK],
        [finding("JC001", NOT_MET), ROCK],
        profile_sha256="ee",
    )
    assert set(moved(compare(old, new))) == {Cause.ASSESSMENT}
    assert set(moved(compare(new, old))) == {Cause.ASSESSMENT}


def test_a_check_that_failed_is_the_tools() -> None:
    old, new = pair([finding("JC001", Outcome.ERROR), ROCK], [finding("JC001"), ROCK])
    worse = edition([finding("JC001", NOT_MET), ROCK], profile_sha256="ee")
    assert set(moved(compare(old, worse))) == {Cause.RUBRIC}
    assert compare(old, new).split is not None


def test_judged_again_nothing_is_inferred() -> None:
    def at(share: float) -> Finding:
        return replace(measured(finding("JC001", PARTLY)), share=share)

    old = of_tables(edition([at(0.1), ROCK], as_of=EARLIER), "aa", 0.4)
    new = of_tables(edition([at(0.9), ROCK], profile_sha256="ee"), "bb", 0.2)
    ruled, aged, renewed = (by_check([at(share), ROCK]) for share in (0.3, 0.2, 0.6))
    again = JudgedAgain(ruled, aged, renewed)
    found = compare(old, new, again=again)
    weight = 100 * 20 / 35
    assert moved(found) == {
        Cause.RUBRIC: pytest.approx(0.2 * weight, abs=1e-5),
        Cause.TIME: pytest.approx(-0.1 * weight, abs=1e-5),
        Cause.ORGANISATION: pytest.approx(0.4 * weight, abs=1e-5),
        Cause.EVIDENCE: pytest.approx(0.3 * weight, abs=1e-5),
    }
    assert found.doubts == ()


def test_what_was_judged_again_on_one_day_alone_is_not_moved_back_by_the_rubric() -> (
    None
):
    old = edition([ROCK], as_of=EARLIER)
    new = edition([finding("JC001"), ROCK])
    aged = by_check([finding("JC001", NOT_MET), ROCK])
    split = compare(old, new, again=JudgedAgain(aged=aged)).split
    assert split is not None
    assert [step.cause for step in split.steps] == [
        Cause.RUBRIC,
        Cause.TIME,
        Cause.TIME,
    ]
    assert all(0 <= part.end <= 100 for part in split.parts)


def test_records_that_were_replaced_by_later_ones_did_not_merely_grow_old() -> None:
    old = edition([finding("JC001", MET), ROCK], as_of=EARLIER)
    new = edition([finding("JC001", NOT_MET), ROCK], profile_sha256="ee")
    aged = {"JC001": finding("JC001", UNKNOWN)}
    found = compare(old, new, again=JudgedAgain({"JC001": finding("JC001")}, aged))
    assert set(moved(found)) == {Cause.ORGANISATION}


def test_a_score_that_another_version_gave_for_the_same_findings_is_the_tools() -> None:
    old = edition([finding("JC001", NOT_MET), ROCK], version="0.9.0")
    other = replace(old, stated=(old.stated or 0) - 5)
    new = reworked(old, version="1.2.3")
    assert moved(compare(other, new)) == {Cause.RUBRIC: 5.0}


def test_an_id_that_a_check_had_before_is_the_checks() -> None:
    old, new = (
        edition([finding("JC099", NOT_MET), ROCK]),
        edition(
            [finding("JC001"), ROCK],
            profile_sha256="ee",
            makers={"JC001": Maker("ours", "1.2.3")},
        ),
    )
    found = compare(old, new, aliases={"JC099": "JC001"})
    assert [(one.check, one.change) for one in found.findings] == [
        ("JC001", Change.FIXED),
        ("ME001", Change.UNCHANGED),
    ]


def test_an_alias_gives_no_check_two_findings() -> None:
    old = edition([finding("JC001"), finding("JC098"), finding("JC099")])
    new = edition([finding("JC001")])
    aliases = {"JC098": "JC001", "JC099": "JC002"}
    checks = [one.check for one in compare(old, new, aliases=aliases).findings]
    assert checks == ["JC001", "JC002", "JC098"]
