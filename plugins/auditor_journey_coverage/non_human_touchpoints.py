"""JC006: human and non-human touchpoints are both covered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Outcome,
    Parameter,
    Question,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    message,
)
from auditor_journey_coverage.contacts import too_little_known
from auditor_journey_coverage.human_contact import meets_person
from auditor_journey_coverage.several_journeys import weakest
from auditor_journey_coverage.sketches import Part, contact, journey, journeys, stage

if TYPE_CHECKING:
    from auditor import Journey, Profile

UNTOLD: Final = message(
    "Too little is known: whether customers meet a person shows for only {known} of "
    "{touchpoints}."
)
ADD_PEOPLE: Final = message(
    "Add the contacts in which people serve: calls, visits, chats and conversations."
)
PERSON = contact(interaction="human")
THING = contact(interaction="self_service")


def _stages(*contacts: list[Part]) -> Part:
    """Return a profile patch with one journey, a stage for each list of contacts."""
    return journeys(journey(*(stage(*each) for each in contacts)))


@check(
    "JC006",
    title="Human and non-human touchpoints are both covered",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    speaks_to=Question.SERVICE_FOR_EXPERIENCE,
    needs=["journeys"],
    logic=(
        "Met if touchpoints with a person and touchpoints without one (website, app, "
        "advertising, voice menu, bot, product, invoice) each make up a share of "
        "{each} or more, and those without a person occur in a share of {stages} or "
        "more of the stages. Partly met if there is at least one of each kind, not met "
        "if one kind is absent. The kind is what a touchpoint states as interaction, "
        "else what the kind of its channel shows: chat, phone, store and field visit "
        "are human; email, messaging, social, community, partner, event and other "
        "tell nothing. Touchpoints of unknown kind are left out; not assessed if a "
        "share of less than {stated} is known. Each primary segment is judged by its "
        "fullest journey and the weakest segment decides."
    ),
    remedy="Add the website, the marketing, the voice menu and the product to the map.",
    parameters=[
        Parameter(
            "each", 0.2, Unit.SHARE, "share of touchpoints of each kind, at least", OURS
        ),
        Parameter(
            "stages", 0.5, Unit.SHARE, "share of stages with a non-human contact", OURS
        ),
        Parameter(
            "stated",
            0.5,
            Unit.SHARE,
            "share of touchpoints of which the kind shows",
            OURS,
        ),
    ],
    sources=[bibliography.BROWN],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "One person in five contacts, things in one of two stages",
            _stages([THING] * 4, [PERSON]),
        ),
        Example(
            Outcome.MET,
            "Kinds that only the channel shows",
            _stages([contact(channel="web"), contact(channel="phone")]),
        ),
        Example(
            Outcome.PARTLY_MET,
            "One person in six contacts",
            _stages([THING] * 5, [PERSON]),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Things in one of three stages",
            _stages([THING, PERSON], [PERSON], [PERSON]),
        ),
        Example(Outcome.NOT_MET, "Only people", _stages([PERSON, PERSON], [PERSON])),
        Example(Outcome.NOT_MET, "Only things", _stages([THING], [THING])),
        Example(
            Outcome.NOT_ASSESSED,
            "Two of three contacts are by email, of unknown kind",
            _stages([PERSON, contact(channel="email"), contact(channel="email")]),
        ),
        Example(Outcome.NOT_ASSESSED, "No touchpoint at all", _stages([])),
        Example(Outcome.NOT_ASSESSED, "No word of journeys", {"journeys": None}),
    ],
)
def both_kinds_of_touchpoint_are_covered(context: Context) -> Verdict:
    """Customers meet adverts, web pages, menus, products and bills more than people.

    A map of conversations alone leaves most of the experience to chance, and a map of
    screens alone forgets where people repair or spoil it.
    """
    return weakest(context, lambda journey: _judged(context, journey))


@dataclass(frozen=True, slots=True)
class _Mix:
    """What customers meet along a journey."""

    people: int
    things: int
    unknown: int
    """Touchpoints that do not show it."""
    stages: int
    bare: tuple[str, ...]
    """Pointers to the stages in which customers meet no thing."""

    @property
    def known(self) -> int:
        return self.people + self.things


def _judged(context: Context, journey: Journey) -> Verdict:
    mix, limits = _mix(context.profile, journey), context.parameters
    if not mix.known or mix.known / (mix.known + mix.unknown) < limits["stated"]:
        return too_little_known(journey, mix.known, "interaction", UNTOLD)
    reached = mix.stages - len(mix.bare)
    spread = reached / mix.stages >= limits["stages"]
    few_people = mix.people / mix.known < limits["each"]
    few_things = mix.things / mix.known < limits["each"]
    outcome = Outcome.MET
    if few_people or few_things or not spread:
        outcome = Outcome.PARTLY_MET
    if not (mix.people and mix.things):
        outcome = Outcome.NOT_MET
    return Verdict(
        outcome,
        message(
            "Customers meet a person at {people} of {touchpoints} and a website, a "
            "product or the like at {things}, in {reached} of {stages}.",
            people=mix.people,
            touchpoints=counted(mix.known, "touchpoint"),
            things=mix.things,
            reached=reached,
            stages=counted(mix.stages, "stage"),
        ),
        ADD_PEOPLE if few_people else "",
        where=(journey.pointer,) if spread else mix.bare,
    )


def _mix(profile: Profile, journey: Journey) -> _Mix:
    kinds = {
        stage.pointer: [
            meets_person(profile, touchpoint) for touchpoint in stage.touchpoints or ()
        ]
        for stage in journey.stages or ()
    }
    every = [kind for stage in kinds.values() for kind in stage]
    return _Mix(
        people=every.count(True),
        things=every.count(False),
        unknown=every.count(None),
        stages=len(kinds),
        bare=tuple(place for place, stage in kinds.items() if False not in stage),
    )
