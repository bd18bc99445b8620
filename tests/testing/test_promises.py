"""Each promise is kept by a sound check, and catches what is planted against it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from unittest import SkipTest

import pytest

from auditor import Example, Outcome, rows
from auditor.testing import PROMISES, Promise, assert_kept, label
from tests.testing.planted import SOUND, planted

if TYPE_CHECKING:
    from pathlib import Path

    from auditor import Check

BY_NAME = {promise.name: promise for promise in PROMISES}
THEN = f"\n{SOUND}"
PURITY = {
    "a clock": ("time.time()", "the clock: time"),
    "a monotonic clock": ("time.perf_counter_ns()", "the clock: perf_counter_ns"),
    "today": ("date.today()", "the clock: today"),
    "now": ("datetime.now()", "the clock: now"),
    "dice": ("random.randint(1, 6)", "chance: random."),
    "the system's dice": ("os.urandom(4)", "chance: os.urandom"),
    "a file": ("open(__file__).close()", "a file: open"),
    "a folder": ("os.listdir('.')", "the file system or a process: os.listdir"),
    "the network": ("socket.socket().close()", "the network: socket"),
    "a process": (
        "subprocess.run([sys.executable, '--version'])",
        "a process: subprocess.Popen",
    ),
    "the surroundings": ("os.environ.get('HOME')", "the surroundings: os.environ"),
    "the terminal": ("print('asked')", "the terminal: print"),
    "a list of the module": ("SEEN.append('x')", "It changes"),
    "a global": ("global PLACE; PLACE = (*PLACE,) + ('/feedback',)", "It changes"),
    "an attribute of a function": ("survey.asked = SEEN.copy()", "It changes"),
}
WORDING = {
    "a title that asks": ({"title": "Are guests asked at the door?"}, "asks"),
    "a title that demands": ({"title": "Guests should be asked"}, "demands"),
    "a title with a stop": ({"title": "Guests are asked."}, "full stop"),
    "a title of a word": ({"title": "Asking"}, "too short"),
    "a long title": ({"title": "Guests are asked " * 5}, "longer than 70"),
    "advice without a verb": ({"remedy": "A question at the door."}, "with a verb"),
    "advice in a noun": ({"remedy": "Introduction of a survey."}, "with a verb"),
    "advice in a participle": ({"remedy": "Asking at the door."}, "with a verb"),
    "a remedy that is no sentence": ({"remedy": "Ask at the door"}, "does not end"),
    "blame": ({"remedy": "Ask, as you failed to so far."}, "blames"),
    "a logic that begins small": ({"logic": "met with {met}."}, "does not begin"),
}


def breaches(
    promise: str, site: Path, name: str, body: str = SOUND, **parts: str
) -> str:
    check = planted(site, name, body, **parts)
    return "\n".join(BY_NAME[promise].tried_on(check).breaches)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


@pytest.mark.parametrize("promise", PROMISES, ids=label)
def test_a_sound_check_keeps_it_and_it_was_tried(site: Path, promise: Promise) -> None:
    trial = promise.tried_on(planted(site, f"sound_{promise.name}"))
    assert trial.breaches == ()
    assert trial.tried


@pytest.mark.parametrize(("touch", "told"), PURITY.values(), ids=PURITY)
def test_purity_catches(site: Path, touch: str, told: str) -> None:
    name = f"impure_{list(PURITY.values()).index((touch, told))}"
    assert told in breaches("purity", site, name, f"{touch}{THEN}")


def test_purity_does_not_mind_a_module_that_is_imported_late(site: Path) -> None:
    assert not breaches("purity", site, "late", f"import colorsys{THEN}")


def test_purity_does_not_mind_dice_with_a_seed_of_their_own(site: Path) -> None:
    assert not breaches("purity", site, "seeded", f"random.Random(3).random(){THEN}")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("by_clock", "return Verdict(Outcome.MET, f'At {time.perf_counter_ns()}.')"),
        ("by_hash", "return Verdict(Outcome.MET, ' '.join(NAMES))"),
        (
            "by_order",
            "SEEN.append('x')\nreturn Verdict(Outcome.MET, f'The {len(SEEN)}th.')",
        ),
        ("by_identity", "return Verdict(Outcome.MET, f'It is {object()}.')"),
    ],
)
def test_determinism_catches_what_differs(site: Path, name: str, body: str) -> None:
    assert "differently" in breaches("determinism", site, name, body)


def test_determinism_says_so_where_another_process_fails(site: Path) -> None:
    check = planted(site, "gone")
    (site / "gone" / "__init__.py").write_text("raise OSError('no licence')", "utf-8")
    (told,) = BY_NAME["determinism"].tried_on(check).breaches
    assert "cannot be tried in another process" in told
    assert "no licence" in told


def test_mutation_catches_what_moves_a_check_undeclared(site: Path) -> None:
    body = (
        "if not context.profile.departments:\n"
        "    return Verdict(Outcome.NOT_MET, message('Nobody asks.'), where=PLACE)\n"
    )
    told = breaches("mutation", site, "elsewhere", f"{body}{SOUND}")
    assert "`departments` is left out" in told
    assert "name it in `reads`" in told


def moved_where(condition: str, **verdict: str) -> str:
    """Return a body by which the sound check is not met where a condition holds."""
    more = "".join(f", {name}={value}" for name, value in verdict.items())
    moved = f"return Verdict(Outcome.NOT_MET, message('Few.'), where=PLACE{more})"
    return f"if {condition}:\n    {moved}\n{SOUND}"


CALLS = "context.evidence.of('tickets')"
NO_CSAT = "(found := context.evidence.measure('tickets', 'csat')) and found.value == 0"
BY_TABLES = {
    "a table that is there": (CALLS, "no table of tickets is attached"),
    "a table that cannot be read": (
        "context.evidence.faults",
        "the table of surveys cannot be read",
    ),
    "the days of a table": (
        f"any(table.info.last.year < 2020 for table in {CALLS} if table.info.last)",
        "the table of tickets is put back to 2001",
    ),
    "a figure that it does not name": (NO_CSAT, "`tickets.csat` is set to 0"),
}


@pytest.mark.parametrize(("condition", "told"), BY_TABLES.values(), ids=BY_TABLES)
def test_mutation_catches_what_moves_a_check_in_a_table_that_it_does_not_declare(
    site: Path, condition: str, told: str
) -> None:
    name = f"by_table_{list(BY_TABLES.values()).index((condition, told))}"
    found = breaches("mutation", site, name, moved_where(condition))
    assert f"Where {told}, it moves" in found


def test_mutation_does_not_mind_a_table_whose_figure_is_named(site: Path) -> None:
    body = moved_where(NO_CSAT, measures="(found,)")
    assert not breaches("mutation", site, "by_figure", body)


@pytest.mark.parametrize(
    ("name", "tables", "reads"),
    [("by_kind", ("tickets",), ()), ("by_key", (), ("evidence",))],
)
def test_mutation_does_not_mind_a_table_that_is_declared(
    site: Path, name: str, tables: tuple[str, ...], reads: tuple[str, ...]
) -> None:
    check = replace(planted(site, name, moved_where(CALLS)), tables=tables, reads=reads)
    assert not BY_NAME["mutation"].tried_on(check).breaches


def test_mutation_catches_a_check_that_fails_without_a_figure(site: Path) -> None:
    check = planted(
        site, "no_figure", f"context.evidence.measure('tickets', 'csat').value{THEN}"
    )
    told = BY_NAME["mutation"].tried_on(replace(check, tables=("tickets",))).breaches
    assert "It fails where `tickets.csat` is left out: AttributeError" in "\n".join(
        told
    )


def test_mutation_catches_a_check_that_fails_on_a_gap(site: Path) -> None:
    body = f"context.profile.governance.cx_lead.role.lower(){THEN}"
    told = breaches("mutation", site, "brittle", body)
    assert "It fails where `governance` is left out: AttributeError" in told


def test_mutation_catches_a_check_that_fails_on_the_exemplary_profile(
    site: Path,
) -> None:
    told = breaches("mutation", site, "never", "return None")
    assert told == (
        "It fails on the exemplary profile: TypeError: it returned no verdict."
    )


def test_monotonicity_catches_a_share_that_falls(site: Path) -> None:
    body = (
        "verdict = by_rate(context)\n"
        "low = 0.15 < rate(context) < 0.4\n"
        "return Verdict(Outcome.NOT_MET, message('Few.')) if low else verdict"
    )
    told = breaches("monotonicity", site, "dip", body)
    assert "From “A tenth” to “Half” what is earned falls from 1" not in told
    assert "From “A tenth” to “Half” what is earned falls from 0.10 to 0.00" in told


def with_two_faults(site: Path, name: str, both: Outcome) -> Check:
    """Return a check that is not met with one fault, and says this of two."""
    body = (
        "governance = context.profile.governance\n"
        "faults = (not governance.budget) + (not governance.dedicated_fte)\n"
        f"said = [Outcome.MET, Outcome.NOT_MET, Outcome.{both.name}][faults]\n"
        "return Verdict(said, message('So it is.'), where=('/governance',))"
    )
    examples = (
        Example(Outcome.MET, "Both"),
        Example(Outcome.NOT_MET, "No budget", {"governance": {"budget": False}}),
        Example(Outcome.NOT_MET, "Nobody", {"governance": {"dedicated_fte": 0}}),
    )
    check = planted(site, name, body, needs="['governance']")
    return replace(check, examples=examples)


def test_monotonicity_catches_two_faults_that_earn_more_than_one(site: Path) -> None:
    check = with_two_faults(site, "more_of_two", Outcome.PARTLY_MET)
    (told,) = BY_NAME["monotonicity"].tried_on(check).breaches
    assert told == (
        "What is wrong in “No budget” and in “Nobody” earns 0.50 together, and 0.00 "
        "where only “No budget” holds."
    )


def test_monotonicity_does_not_mind_two_faults_that_earn_no_more(site: Path) -> None:
    trial = BY_NAME["monotonicity"].tried_on(
        with_two_faults(site, "no_more_of_two", Outcome.NOT_MET)
    )
    assert trial.tried
    assert not trial.breaches


def asked_by(outcome: Outcome, title: str, asked: int) -> Example:
    """Return an example in which so many of a hundred were asked."""
    about = {"received_at": "2026-03-02", "kind": "complaint", "status": "closed"}
    table = (
        rows(asked, handling_asked=True, **about),
        rows(100 - asked, handling_asked=False, **about),
    )
    return Example(outcome, title, evidence={"feedback": table})


def test_monotonicity_catches_a_share_that_falls_as_rows_get_better(site: Path) -> None:
    body = (
        "found = context.evidence.measure('feedback', 'handling_asked')\n"
        "low = found.value < 0.3 or 0.6 < found.value < 0.8\n"
        "outcome = Outcome.NOT_MET if low else Outcome.MET\n"
        "return Verdict(outcome, message('So it is.'), where=PLACE, measures=(found,))"
    )
    check = replace(
        planted(site, "dip_of_rows", body),
        tables=("feedback",),
        examples=(
            asked_by(Outcome.MET, "Nine in ten", 90),
            asked_by(Outcome.NOT_MET, "One in ten", 10),
        ),
    )
    (told,) = BY_NAME["monotonicity"].tried_on(check).breaches
    assert told == (
        "From “One in ten” to “Nine in ten” what is earned falls from 1.00 to 0.00."
    )


@pytest.mark.parametrize(("parts", "told"), WORDING.values(), ids=WORDING)
def test_wording_catches(site: Path, parts: dict[str, str], told: str) -> None:
    name = f"worded_{list(WORDING.values()).index((parts, told))}"
    assert told in breaches("wording", site, name, **parts)


def test_wording_judges_no_word_of_the_organisation(site: Path) -> None:
    body = (
        "said = message('They call it “{name}”.', name='You failed')\n"
        "return Verdict(Outcome.MET, said)"
    )
    assert not breaches("wording", site, "own_words", body)


@pytest.mark.parametrize(
    ("name", "said", "told"),
    [
        ("plain", "f'{1} of them.'", "is no message"),
        ("built", "message(f'Of {len(NAMES)} guests, all.')", "as a literal"),
        ("open_gap", "message('Of {guests}, all.')", "stays open"),
        (
            "inner",
            "sentences(message('Enough answer.'), message('x'.upper() + 'y.'))",
            "as a literal",
        ),
    ],
)
def test_messages_catches(site: Path, name: str, said: str, told: str) -> None:
    body = f"return Verdict(Outcome.MET, {said})"
    assert told in breaches("messages", site, name, body)


@pytest.mark.parametrize(
    ("name", "parts", "told"),
    [
        ("anybody", {"whose": "'a consultant'"}, "is of nobody"),
        ("unnamed", {"logic": "Met with many."}, "does not name the threshold met"),
    ],
)
def test_sources_catches(
    site: Path, name: str, parts: dict[str, str], told: str
) -> None:
    assert told in breaches("sources", site, name, **parts)


@pytest.mark.parametrize(
    ("name", "verdict", "told"),
    [
        ("off", "Outcome.MET, '.', where=('/feedback/sources/9',)", "is no place"),
        ("odd", "Outcome.MET, '.', where=('/feedback/tables',)", "is no place"),
        ("key", "Outcome.MET, '.', answered_by=('feedback.tables',)", "no profile has"),
    ],
)
def test_places_catches(site: Path, name: str, verdict: str, told: str) -> None:
    assert told in breaches("places", site, name, f"return Verdict({verdict})")


@pytest.mark.parametrize(
    ("name", "body", "told"),
    [
        ("other", "return Verdict(Outcome.MET, 'All.')", "promises not met, and"),
        ("raising", "raise KeyError('door')", "It fails on “Half”: KeyError"),
        ("nothing", "return None", "returned no verdict"),
    ],
)
def test_examples_catches(site: Path, name: str, body: str, told: str) -> None:
    assert told in breaches("examples", site, name, body)


def test_examples_catches_a_patch_that_makes_no_profile(site: Path) -> None:
    told = breaches("examples", site, "no_profile", nobody="'many'")
    start = (
        "It fails on “Nobody”: that is no profile. `feedback.sources.0.response_rate`: "
    )
    assert told.startswith(f"{start}found the text 'many'; write a share")
    assert "pydantic" not in told


@pytest.mark.parametrize("promise", PROMISES, ids=label)
def test_an_example_that_is_no_profile_keeps_no_promise_from_trial(
    site: Path, promise: Promise
) -> None:
    check = planted(site, f"odd_patch_{promise.name}", nobody="'many'")
    trial = promise.tried_on(check)
    assert trial.tried
    assert bool(trial.breaches) == (promise.name == "examples")


def test_silence_catches_a_check_that_fails_on_it(site: Path) -> None:
    body = f"context.profile.feedback.sources{THEN}"
    told = breaches("silence", site, "unready", body, needs="[]")
    assert told.startswith("It fails on a profile that says nothing: AttributeError: ")


def test_silence_catches_a_check_that_judges_it(site: Path) -> None:
    told = breaches("silence", site, "hasty", needs="[]")
    assert told == "Of a profile that says nothing it says not met."


def test_a_promise_with_nothing_to_try_is_a_skipped_test(site: Path) -> None:
    check = planted(site, "lone")
    half, _, nobody = check.examples
    # The two differ in more than one number: nobody can say what lies between them.
    elsewhere = replace(half, patch={**half.patch, "organisation": {"name": "Inn"}})
    alone = replace(check, examples=(elsewhere, nobody))
    with pytest.raises(SkipTest, match="nothing to try"):
        assert_kept(alone, BY_NAME["monotonicity"])


def test_a_broken_promise_is_a_failing_test_that_says_how(site: Path) -> None:
    check = planted(site, "failing", title="Are guests asked at the door?")
    with pytest.raises(AssertionError, match="HO001 breaks a promise") as failed:
        assert_kept(check, BY_NAME["wording"])
    assert "asks, and states no good practice" in str(failed.value)
