"""Frozen hotel: a plugin for version 1.0 of the plugin API."""

from __future__ import annotations

from pathlib import Path

from auditor import Area, hookimpl
from auditor_frozen_hotel.answered_requests import requests_are_answered
from auditor_frozen_hotel.asked_guests import guests_are_asked
from auditor_frozen_hotel.owned_stages import stages_have_owners
from auditor_frozen_hotel.todo import TodoRenderer

NEEDS_PLUGIN_API = "1.0"

CHECKS = (guests_are_asked, requests_are_answered, stages_have_owners)


@hookimpl
def auditor_checks() -> list[Area]:
    """Contribute an area."""
    return [
        Area(
            id="frozen_hotel",
            title="Frozen hotel",
            summary="Guests are heard while they are still there.",
            weight=10,
            checks=CHECKS,
            main=False,
        )
    ]


@hookimpl
def auditor_renderers() -> list[TodoRenderer]:
    """Contribute a format."""
    return [TodoRenderer()]


@hookimpl
def auditor_templates() -> list[str]:
    """Contribute templates."""
    return ["auditor_frozen_hotel"]


@hookimpl
def auditor_presets() -> list[Path]:
    """Contribute a mapping of an export."""
    return [Path(__file__).parent / "presets"]
