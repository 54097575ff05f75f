"""Automations of a household, as somebody would write them in YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import async_mock_service

from .clock import settle

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant, ServiceCall

CONFIG: dict[str, Any] = {
    "alias": "Tell me",
    "actions": [{"action": "notify.phone", "data": {"message": "{{ trigger | tojson }}"}}],
}


async def given_automation(
    hass: HomeAssistant, trigger: dict[str, Any] | None, *, conditions: list[dict[str, Any]] | None = None
) -> list[ServiceCall]:
    """Set up an automation that notifies with what triggered it; return the notifications."""
    calls = async_mock_service(hass, "notify", "phone")
    triggers = [trigger or {"trigger": "event", "event_type": "ask"}]
    actions = CONFIG["actions"] if trigger else [{"action": "notify.phone", "data": {"message": "yes"}}]
    config = CONFIG | {"triggers": triggers, "conditions": conditions or [], "actions": actions}
    assert await async_setup_component(hass, "automation", {"automation": [config]})
    await settle(hass)
    assert hass.states.get("automation.tell_me").state == "on"
    return calls
