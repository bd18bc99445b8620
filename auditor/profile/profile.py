"""The profile: what an organisation says about itself."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import PrivateAttr, create_model

from auditor.profile.assessment import Assessment, NotApplicable, Waiver
from auditor.profile.channels import Channel, ChannelStandard
from auditor.profile.departments import Department
from auditor.profile.evidence import Dataset
from auditor.profile.extensions import MODULE, Extensions, extensions_model
from auditor.profile.feedback import Feedback, Improvement
from auditor.profile.governance import Governance
from auditor.profile.journeys import Journey, Stage, Touchpoint
from auditor.profile.metrics import Metric
from auditor.profile.organisation import Organisation
from auditor.profile.principles import Change, Principle, PrincipleGate
from auditor.profile.section import OR_FALSE, Section
from auditor.profile.strategy import Strategy
from auditor.profile.values import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.profile.extensions import Extension

__all__ = ["Profile", "profile_model"]

AnySection = TypeVar("AnySection", bound=Section)


class Profile(Section):
    """What an organisation says about itself.

    Only `organisation.name` is required. What is left out is unknown, and the
    audit shows it as unknown; an empty list says that there are none.
    """

    profile_version: Literal[1] = 1
    """The version of this vocabulary."""
    organisation: Organisation
    """Who the organisation is and what it wants."""
    strategy: Strategy | None = None
    """The customer-experience strategy."""
    principles: tuple[Principle, ...] | None = None
    """Design principles that changes are held against."""
    principle_tie_break: Text | None = None
    """Which principle wins, where ranks do not say."""
    principle_gate: Annotated[PrincipleGate, OR_FALSE] | None = None
    """Where a change that breaks principles stops; `false` if there is none."""
    changes: tuple[Change, ...] | None = None
    """The change log that the gate writes."""
    channels: tuple[Channel, ...] | None = None
    """The ways by which customers and the organisation meet."""
    channel_standard: Annotated[ChannelStandard, OR_FALSE] | None = None
    """One standard of behaviour for all channels; `false` if there is none."""
    journeys: tuple[Journey, ...] | None = None
    """The maps of what customers live through."""
    metrics: tuple[Metric, ...] | None = None
    """What the organisation measures."""
    departments: tuple[Department, ...] | None = None
    """The departments and what they owe the customer."""
    governance: Governance | None = None
    """Who leads customer experience, and with what means."""
    feedback: Feedback | None = None
    """How the organisation listens, acts and tells customers what came of it."""
    evidence: tuple[Dataset, ...] | None = None
    """Tables that show what the organisation really does."""
    assessment: Assessment | None = None
    """Who stands behind this profile."""
    not_applicable: tuple[NotApplicable, ...] | None = None
    """Checks that do not fit the organisation, each with a reason."""
    waivers: tuple[Waiver, ...] | None = None
    """Findings that the organisation accepts for a time."""
    extensions: Extensions | None = None
    """What plugins add: one key for each."""

    _departments: dict[str, Department] = PrivateAttr(default_factory=dict)

    def model_post_init(self, context: object, /) -> None:
        """Tell every part of the profile where it stands."""
        super().model_post_init(context)
        self.locate()

    def locate(self, pointer: str = "") -> None:
        """Tell every part where it stands, and note which department has which id."""
        super().locate(pointer)
        self._departments = {entry.id: entry for entry in self.departments or ()}

    def answers(self, key: str) -> bool:
        """Whether the profile says anything under a dotted key.

        An empty list is an answer; a key that is left out, or empty, is silence.
        """
        value: object = self
        for name in key.split("."):
            if isinstance(value, Extensions):
                value = value.get(name)  # there is no such key without its plugin
            else:
                value = getattr(value, name)
            if value is None:
                return False
        return True

    def stages(self) -> Iterator[Stage]:
        """Yield the stages of all journeys, in order."""
        for journey in self.journeys or ():
            yield from journey.stages or ()

    def touchpoints(self) -> Iterator[Touchpoint]:
        """Yield the touchpoints of all journeys, in order."""
        for stage in self.stages():
            yield from stage.touchpoints or ()

    def improvements(self) -> Iterator[Improvement]:
        """Yield what is done about feedback, in order."""
        yield from (self.feedback.improvements or ()) if self.feedback else ()

    def extension(self, model: type[AnySection]) -> AnySection | None:
        """Return what the profile says under the key of a plugin, by its model."""
        return self.extensions.of(model) if self.extensions else None

    def department(self, id_: str | None) -> Department | None:
        """Return the department of this id, if the profile has it."""
        return self._departments.get(id_ or "")


@cache
def profile_model(extensions: tuple[Extension, ...] = ()) -> type[Profile]:
    """Return the model of a profile to which plugins add these keys."""
    if not extensions:
        return Profile
    fields: dict[str, Any] = {"extensions": (extensions_model(extensions) | None, None)}
    made: type[Profile] = create_model(
        "Profile",
        __base__=Profile,
        __module__=MODULE,
        __doc__=Profile.__doc__,
        **fields,
    )
    return made
