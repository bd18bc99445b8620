"""Whether a customer meets a person or a thing at a touchpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import ChannelKind, Interaction

if TYPE_CHECKING:
    from auditor import Profile, Touchpoint

__all__ = ["meets_person"]

PEOPLE: Final = {
    ChannelKind.CHAT,
    ChannelKind.FIELD_VISIT,
    ChannelKind.PHONE,
    ChannelKind.STORE,
}
"""Channels on which people serve; chatbots and voice menus have kinds of their own."""

THINGS: Final = {
    ChannelKind.ADVERTISING,
    ChannelKind.CHATBOT,
    ChannelKind.INVOICE,
    ChannelKind.IVR,
    ChannelKind.KNOWLEDGE_BASE,
    ChannelKind.MOBILE_APP,
    ChannelKind.NEWSLETTER,
    ChannelKind.POST,
    ChannelKind.PRODUCT,
    ChannelKind.SMS,
    ChannelKind.WEBSITE,
}
"""Channels on which nobody serves. All others, such as email, may be either."""


def meets_person(profile: Profile, touchpoint: Touchpoint) -> bool | None:
    """Whether the customer meets a person; `None` where nothing tells.

    What the touchpoint states as its interaction goes first, then its channel's kind.
    """
    if touchpoint.interaction is not None:
        return touchpoint.interaction is Interaction.HUMAN
    kinds = {channel.id: channel.kind for channel in profile.channels or ()}
    kind = kinds.get(touchpoint.channel or "")
    if kind in PEOPLE:
        return True
    return False if kind in THINGS else None
