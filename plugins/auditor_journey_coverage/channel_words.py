"""What tables call channels, and which channels of a profile that may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import ChannelKind, folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor import Channel

__all__ = ["kind_of", "spellings"]

WORDS: Final = {
    ChannelKind.WEBSITE: ("web", "web site", "web form", "web page"),
    ChannelKind.MOBILE_APP: ("app", "in-app"),
    ChannelKind.STORE: ("shop", "branch"),
    ChannelKind.PHONE: ("telephone", "call", "calls", "voice", "phone call"),
    ChannelKind.EMAIL: ("mail", "emails"),
    ChannelKind.CHAT: ("live chat", "web chat"),
    ChannelKind.CHATBOT: ("bot",),
    ChannelKind.SMS: ("text message", "text messages"),
    ChannelKind.MESSAGING: ("WhatsApp", "Messenger", "Telegram", "WeChat", "Viber"),
    ChannelKind.SOCIAL: ("social media", "Facebook", "Instagram", "Twitter", "TikTok"),
    ChannelKind.POST: ("postal mail", "letter", "letters"),
}
"""Ours: what help desks call channels, besides the words for their kinds."""
KINDS: Final = {
    **{folded(word): kind for kind, words in WORDS.items() for word in words},
    **{folded(kind): kind for kind in ChannelKind if kind is not ChannelKind.OTHER},
}


def kind_of(code: str) -> ChannelKind | None:
    """Return the kind of channel that a folded code means, if it can mean but one."""
    return KINDS.get(code)


def spellings(channels: Iterable[Channel]) -> dict[str, list[Channel]]:
    """Return by folded word the channels that it may mean.

    An id goes before a name, and both before a kind, which several may share.
    """
    ids: dict[str, list[Channel]] = {}
    names: dict[str, list[Channel]] = {}
    kinds: dict[str, list[Channel]] = {}
    for channel in channels:
        ids.setdefault(folded(channel.id), []).append(channel)
        names.setdefault(folded(channel.name or channel.id), []).append(channel)
        for word, kind in KINDS.items():
            if kind == channel.kind:
                kinds.setdefault(word, []).append(channel)
    return {**kinds, **names, **ids}
